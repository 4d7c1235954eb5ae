import { CatalogError } from './app/app.ts'
import { closestNames } from './catalog/index.ts'
import { UsageError } from './cli/arguments.ts'
import { ask } from './cli/ask.ts'
import { importChanges } from './cli/changes.ts'
import { exportTo } from './cli/export.ts'
import { forgetAll, forgetOne } from './cli/forget.ts'
import { health } from './cli/health.ts'
import { importFrom } from './cli/import.ts'
import { log } from './cli/log.ts'
import { manifest, WITH_MANIFEST } from './cli/manifest.ts'
import { newLadder } from './cli/new.ts'
import { settings } from './cli/settings.ts'
import { repair } from './cli/store.ts'
import { links, validate } from './cli/validate.ts'
import { LOCALES } from './i18n/index.ts'
import { EXPORT_KINDS, KINDS } from './import/index.ts'
import { PLATFORMS } from './platforms/registry.ts'
import { ConfigError, formatConfigError } from './runtime/env.ts'

// The maintainer's command line. Each command is a file in `cli/`; its number is the exit code.

const CLI = 'npm run -s cli --'

/** How each command is typed: one text for each form of it. A line that goes on is indented. */
const USAGES: Readonly<Record<string, readonly string[]>> = {
  validate: [`${CLI} validate [folder]`],
  import: [
    `${CLI} import <file or folder> [--into folder] [--as ${KINDS.join('|')}] [--name name] [--role name]
    [--scale "Step, Step"] [--dry-run] [--replace]`,
  ],
  new: [
    `${CLI} new [folder] [--name name] [--languages en,es] [--role name] [--levels "Level, Level"]
    [--scale "Step, Step"] [--skills "Domain: Skill, Skill; Domain: Skill"] | --from <file or folder>`,
  ],
  links: [`${CLI} links [folder]`],
  manifest: [`${CLI} manifest ${WITH_MANIFEST.join('|')} [--url https://rung.example.com] [--prefix rung-]`],
  settings: [`${CLI} settings [env]`],
  health: [`${CLI} health`],
  log: [`${CLI} log check [--ladder id]`, `${CLI} log repair [position ...] [--ladder id]`],
  export: [
    `${CLI} export [folder] [--ladder id]`,
    `${CLI} export [folder] [--ladder id] --as ${EXPORT_KINDS.join('|')} [--into file] [--replace]`,
  ],
  'import-changes': [`${CLI} import-changes <changes.yaml> [folder] [--ladder id]`],
  store: [`${CLI} store repair`],
  forget: [`${CLI} forget <platform/workspace/user>`],
  'forget-workspace': [`${CLI} forget-workspace <platform/workspace>`],
  ask: [
    `npm run -s ask -- "<command>" [--json|--schema] [--png file.png [--dark] [--scale 1|2]] [--locale ${LOCALES.join('|')}] [--platform ${[...PLATFORMS.keys()].join('|')}] [--ladder id]`,
  ],
}

const ALL_COMMANDS = `All commands: ${CLI} --help`

function usage(forms: readonly string[]): string {
  return `usage: ${forms.join('\n').replaceAll('\n', '\n       ')}`
}

/** What is wrong, how the command is typed, and where all commands are. */
function usageProblem({ message }: UsageError, name: string | undefined): string {
  const forms = USAGES[name ?? '']
  return [message, ...(forms ? [usage(forms)] : []), ALL_COMMANDS].join('\n')
}

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  validate,
  links,
  ask,
  import: importFrom,
  new: newLadder,
  health,
  manifest,
  settings,
  log,
  export: exportTo,
  'import-changes': importChanges,
  store: repair,
  forget: forgetOne,
  'forget-workspace': forgetAll,
}

function notACommand(name: string): string {
  const [similar] = closestNames(name.slice(0, 40), Object.keys(COMMANDS), 1)
  const right = similar === undefined ? `it is one of ${Object.keys(COMMANDS).join(', ')}` : `did you mean ${similar}?`
  return `"${name}" isn’t a command: ${right}`
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) throw new UsageError(`a command is missing: ${Object.keys(COMMANDS).join(', ')}`)
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(`${usage(Object.values(USAGES).flat())}\n`)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(notACommand(name))
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (options.includes('--help') || options.includes('-h')) {
    process.stdout.write(`${usage(USAGES[name] ?? [])}\n`)
    return 0
  }
  return command(args)
}

// A reader that closes early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${usageProblem(error, process.argv[2])}\n`)
  else if (error instanceof CatalogError) process.stderr.write(`${error.message}\n`)
  else if (error instanceof ConfigError) process.stderr.write(formatConfigError(error))
  else throw error
  process.exitCode = 1
}
