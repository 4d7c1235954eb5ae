import { CatalogError } from './app/catalog-error.ts'
import { closestNames } from './catalog/names/normalize.ts'
import { UsageError } from './cli/arguments.ts'
import { ConfigError, formatConfigError } from './runtime/env.ts'

// The maintainer's command line. Each command is a file in `cli/`; its number is the exit code.

/** What is wrong, how the command is typed, and where all commands are. */
async function usageProblem({ message }: UsageError, name: string | undefined): Promise<string> {
  const { ALL_COMMANDS, USAGES, usage } = await import('./cli/usages.ts')
  const forms = USAGES[name ?? '']
  return [message, ...(forms ? [usage(forms)] : []), ALL_COMMANDS].join('\n')
}

type Command = (args: readonly string[]) => Promise<number>

/** Each command is loaded when it is used: some need libraries that take longer than the work of others. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  validate: async () => (await import('./cli/validate.ts')).validate,
  links: async () => (await import('./cli/validate.ts')).links,
  ask: async () => (await import('./cli/ask.ts')).ask,
  import: async () => (await import('./cli/import.ts')).importFrom,
  new: async () => (await import('./cli/new.ts')).newLadder,
  health: async () => (await import('./cli/health.ts')).health,
  manifest: async () => (await import('./cli/manifest.ts')).manifest,
  settings: async () => (await import('./cli/settings.ts')).settings,
  log: async () => (await import('./cli/log.ts')).log,
  export: async () => (await import('./cli/export.ts')).exportTo,
  'import-changes': async () => (await import('./cli/changes.ts')).importChanges,
  store: async () => (await import('./cli/store.ts')).repair,
  forget: async () => (await import('./cli/forget.ts')).forgetOne,
  'forget-workspace': async () => (await import('./cli/forget.ts')).forgetAll,
}

function notACommand(name: string): string {
  const [similar] = closestNames(name.slice(0, 40), Object.keys(COMMANDS), 1)
  const right = similar === undefined ? `it is one of ${Object.keys(COMMANDS).join(', ')}` : `did you mean ${similar}?`
  return `"${name}" isn’t a command: ${right}`
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) throw new UsageError(`a command is missing: ${Object.keys(COMMANDS).join(', ')}`)
  if (['help', '--help', '-h'].includes(name)) {
    const { USAGES, usage } = await import('./cli/usages.ts')
    process.stdout.write(`${usage(Object.values(USAGES).flat())}\n`)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(notACommand(name))
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (options.includes('--help') || options.includes('-h')) {
    const { USAGES, usage } = await import('./cli/usages.ts')
    process.stdout.write(`${usage(USAGES[name] ?? [])}\n`)
    return 0
  }
  return (await command())(args)
}

// A reader that closes early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${await usageProblem(error, process.argv[2])}\n`)
  else if (error instanceof CatalogError) process.stderr.write(`${error.message}\n`)
  else if (error instanceof ConfigError) process.stderr.write(formatConfigError(error))
  else throw error
  process.exitCode = 1
}
