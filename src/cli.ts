import { CatalogError } from './app/app.ts'
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

const USAGE = `usage: npm run -s cli -- validate [folder]
       npm run -s cli -- import <file or folder> [--into folder] [--as ${KINDS.join('|')}] [--name name] [--role name]
           [--scale "Step, Step"] [--dry-run] [--replace]
       npm run -s cli -- new [folder] [--name name] [--languages en,es] [--role name] [--levels "Level, Level"]
           [--scale "Step, Step"] [--skills "Domain: Skill, Skill; Domain: Skill"] | --from <file or folder>
       npm run -s cli -- links [folder]
       npm run -s cli -- manifest ${WITH_MANIFEST.join('|')} [--url https://rung.example.com] [--prefix rung-]
       npm run -s cli -- settings [env]
       npm run -s cli -- health
       npm run -s cli -- log check [--ladder id]
       npm run -s cli -- log repair [position ...] [--ladder id]
       npm run -s cli -- export [folder] [--ladder id]
       npm run -s cli -- export [folder] [--ladder id] --as ${EXPORT_KINDS.join('|')} [--into file] [--replace]
       npm run -s cli -- import-changes <changes.yaml> [folder] [--ladder id]
       npm run -s cli -- store repair
       npm run -s cli -- forget <platform/workspace/user>
       npm run -s cli -- forget-workspace <platform/workspace>
       npm run -s ask -- "<command>" [--json|--schema] [--png file.png [--dark] [--scale 1|2]] [--locale ${LOCALES.join('|')}] [--platform ${[...PLATFORMS.keys()].join('|')}] [--ladder id]`

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

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) throw new UsageError('a command is missing')
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(`"${name}" isn’t a command`)
  return command(args)
}

// A reader that closes early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n${USAGE}\n`)
  else if (error instanceof CatalogError) process.stderr.write(`${error.message}\n`)
  else if (error instanceof ConfigError) process.stderr.write(formatConfigError(error))
  else throw error
  process.exitCode = 1
}
