import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parse as parseYaml } from 'yaml'
import { CatalogError, createApp } from './app/app.ts'
import { findBrokenLinks, linksOf } from './app/check-links.ts'
import { readConfig } from './app/config.ts'
import { checkDataFolder } from './app/data-folder.ts'
import { acceptedIn, ChangesError, recordedIn, writeChanges } from './app/export-changes.ts'
import { forgetPerson, forgetWorkspace, NameError } from './app/forget.ts'
import { assessmentWarnings } from './assessment/index.ts'
import { COMMANDS } from './bot/index.ts'
import { formatProblems } from './catalog/format-problems.ts'
import { loadCatalog, type RecordedChange } from './catalog/index.ts'
import { LOCALES, localeFrom } from './i18n/index.ts'
import { type Form, heading, list, type Message, plain } from './message/index.ts'
import { PLATFORMS, TERMINAL } from './platforms/registry.ts'
import { checkLog, skipEntries } from './proposals/log-check.ts'
import { ConfigError, formatConfigError } from './runtime/env.ts'
import { createLogger } from './runtime/logger.ts'
import { embeddedStoreFolder, openStore, repairStore, type Store } from './store/index.ts'

// The maintainer's command line: `validate [folder]` checks a catalog, `ask "<command>"` prints one answer, `manifest <platform>`
// prints an app's manifest, `links` follows the links of a catalog, `export` writes accepted changes into the catalog's files, `import-changes <file>` applies those of another
// catalog, `forget` and `forget-workspace` erase personal data, `log` and `store` check and repair, and `health` checks the process.

/** The platforms with manifests. */
const WITH_MANIFEST = [...PLATFORMS.values()].filter(({ manifest }) => manifest !== undefined).map(({ id }) => id)

const USAGE = `usage: npm run -s cli -- validate [folder]
       npm run -s cli -- links [folder]
       npm run -s cli -- manifest ${WITH_MANIFEST.join('|')} [--url https://rung.example.com]
       npm run -s cli -- health
       npm run -s cli -- log check
       npm run -s cli -- log repair [position ...]
       npm run -s cli -- export [folder]
       npm run -s cli -- import-changes <changes.yaml> [folder]
       npm run -s cli -- store repair
       npm run -s cli -- forget <platform/workspace/user>
       npm run -s cli -- forget-workspace <platform/workspace>
       npm run -s ask -- "<command>" [--json] [--locale ${LOCALES.join('|')}] [--platform ${[...PLATFORMS.keys()].join('|')}]`

/** The command line is invalid; the message shows the right usage. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

const ASK_WIDTH = 100

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  switch (command) {
    case 'validate':
      return validate(rest)
    case 'links':
      return links(rest)
    case 'ask':
      return ask(rest)
    case 'health':
      return health(rest)
    case 'manifest':
      return manifest(rest)
    case 'log':
      return log(rest)
    case 'export':
      return exportChanges(rest)
    case 'import-changes':
      return importChanges(rest)
    case 'store':
      return store(rest)
    case 'forget':
      return forget(
        rest,
        async (named, store) => `erased: ${(await forgetPerson(named, store, Date.now())).join(', ')}`,
      )
    case 'forget-workspace':
      return forget(
        rest,
        async (named, store) => `erased: ${counted(await forgetWorkspace(named, store, Date.now()), 'account')}`,
      )
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(`${USAGE}\n`)
      return 0
    case undefined:
      throw new UsageError('a command is missing')
    default:
      throw new UsageError(`there is no command "${command}"`)
  }
}

/** Checks a catalog folder. Prints its counts, or every problem as `file:line:column: what`; 0 or 1. */
async function validate(args: readonly string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  if (positionals.length > 1) throw new UsageError('validate takes one folder')
  const folder = positionals[0] ?? (await dataFolder())
  const loaded = await loadCatalog(folder)
  if (!loaded.ok) {
    process.stderr.write(`${formatProblems(folder, loaded.problems).join('\n')}\n`)
    return 1
  }
  const { roles, skills, domains, version } = loaded.catalog
  for (const warning of assessmentWarnings(loaded.catalog)) process.stdout.write(`warning: ${warning}\n`)
  const counts = [counted(roles.size, 'role'), counted(skills.size, 'skill'), counted(domains.size, 'domain')].join(
    ', ',
  )
  process.stdout.write(`ok: ${counts}, version ${version}\n`)
  return 0
}

/** Follows the links of a catalog folder, which takes a network. Prints those that lead nowhere; 0 or 1. */
async function links(args: readonly string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  if (positionals.length > 1) throw new UsageError('links takes one folder')
  const folder = positionals[0] ?? (await dataFolder())
  const loaded = await loadCatalog(folder)
  if (!loaded.ok) {
    process.stderr.write(`${formatProblems(folder, loaded.problems).join('\n')}\n`)
    return 1
  }
  const all = linksOf(loaded.catalog)
  const broken = await findBrokenLinks(all)
  if (broken.length === all.length && broken[0]) {
    process.stderr.write(
      `no link can be followed, so there may be no network: ${broken[0].url}: ${broken[0].problem}\n`,
    )
    return 1
  }
  for (const { url, skills, problem } of broken) {
    process.stderr.write(`${url}: ${problem} (${skills.join(', ')})\n`)
  }
  if (broken.length === 0) process.stdout.write(`ok: ${counted(all.length, 'link')}\n`)
  return broken.length === 0 ? 0 : 1
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}

/** Prints one answer, as text or JSON. Errors go to stderr, with exit code 1. */
async function ask(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        locale: { type: 'string' },
        platform: { type: 'string' },
      },
    }),
  )
  if (positionals.length === 0) throw new UsageError('ask takes a command, such as "/skills ml-engineer senior"')
  const locale = values.locale
  if (locale !== undefined && !LOCALES.some((each) => each === locale)) {
    throw new UsageError(`--locale takes ${LOCALES.join(' or ')}, not "${locale}"`)
  }
  const platform = values.platform === undefined ? undefined : PLATFORMS.get(values.platform)
  if (values.platform !== undefined && !platform) {
    throw new UsageError(`--platform takes ${[...PLATFORMS.keys()].join(' or ')}, not "${values.platform}"`)
  }
  const config = readConfig(process.env)
  const language = locale === undefined ? config.locale : localeFrom(locale)
  const log = createLogger({
    level: config.logLevel ?? 'warn',
    environment: process.env,
    destination: process.stderr,
    readable: true,
  })
  const app = await createApp(config, { log, onStoreInUse: () => undefined })
  try {
    if (app.isStored) await app.proposals.catchUp()
    const response = await app.bot.handle({
      type: 'text',
      id: `ask-${randomUUID()}`,
      person: config.terminal.localPerson,
      locale: language,
      text: positionals.join(' '),
    })
    if (response.type === 'choices') return 1
    const failed = response.type === 'reply' && response.failed !== undefined
    const stream = failed ? process.stderr : process.stdout
    const message = response.type === 'reply' ? response.message : formMessage(response.form)
    if (values.json && !platform && !failed) {
      stream.write(`${JSON.stringify(response.type === 'reply' ? message : response.form, null, 2)}\n`)
    } else {
      const query = positionals.join(' ').replace(/^\/\S+\s*/u, '')
      const screen = { width: stream.columns ?? ASK_WIDTH, color: config.color && stream.isTTY === true }
      const rendered = await (platform ?? TERMINAL).render(message, { locale: language, query, screen })
      stream.write(`${typeof rendered === 'string' ? rendered : JSON.stringify(rendered, null, 2)}\n`)
    }
    return failed ? 1 : 0
  } finally {
    await app.close()
  }
}

/** Renders a form as a message, since output cannot be filled in. */
function formMessage({ title, fields }: Form): Message {
  const items = fields.map(({ label, hint }) => ({
    text: plain(label),
    ...(hint !== undefined && { detail: plain(hint) }),
  }))
  return { summary: title, blocks: [heading(title), ...list(items)] }
}

/** Prints the manifest of a platform's app; with a URL, for deliveries over HTTP. */
async function manifest(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({ args: [...args], allowPositionals: true, options: { url: { type: 'string' } } }),
  )
  const [name = '', ...more] = positionals
  const write = PLATFORMS.get(name)?.manifest
  if (!write || more.length > 0) throw new UsageError(`manifest takes a platform: ${WITH_MANIFEST.join(', ')}`)
  const { url } = values
  if (url !== undefined && !/^https:\/\/[^\s/]+/u.test(url)) {
    throw new UsageError(`--url takes an address that begins with https://, not "${url}"`)
  }
  process.stdout.write(await write({ commands: COMMANDS, publicUrl: url?.replace(/\/+$/u, '') }))
  return 0
}

/**
 * `log check` prints the size of the log of decisions and its unreadable entries: 0 if there are none, else 1. `log repair` voids
 * unreadable entries, or those at the given positions.
 */
async function log(args: readonly string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  const [action, ...positions] = positionals
  if (action !== 'check' && action !== 'repair') throw new UsageError('log takes check or repair')
  if (action === 'check' && positions.length > 0) throw new UsageError('log check takes nothing else')
  const { redisUrl, home, prefix } = readConfig(process.env)
  const onQuarantine = ({ key, reason }: { key: string; reason: string }): void =>
    void process.stderr.write(`${key} could not be read and was quarantined: ${reason}\n`)
  const store = await openStore({ redisUrl, home, prefix, onQuarantine: onQuarantine })
  try {
    const { entries, state: board, unreadable } = await checkLog(store)
    const unknown = positions.find((position) => !unreadable.some((entry) => entry.position === position))
    if (unknown !== undefined) throw new UsageError(`there is no unreadable entry at ${unknown}: log check lists them`)
    const skipped = unreadable.filter(({ position }) => positions.length === 0 || positions.includes(position))
    if (action === 'repair') {
      await skipEntries(store, skipped, Date.now())
      process.stdout.write(`ok: ${countOf(skipped.length)} skipped; running processes go on at once\n`)
      return 0
    }
    for (const { position, of, id, reason } of unreadable) {
      process.stdout.write(
        `${position}: ${of ?? 'an entry'} of proposal ${id ?? '(unknown)'} cannot be read: ${reason}\n`,
      )
    }
    const counts = `${countOf(entries)}, ${counted(board.proposals.size, 'proposal')}`
    if (unreadable.length === 0) process.stdout.write(`ok: ${counts}\n`)
    else process.stdout.write(`${counts}; ${countOf(unreadable.length)} cannot be read\n`)
    return unreadable.length === 0 ? 0 : 1
  } finally {
    await store.close()
  }
}

function countOf(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`
}

/** Writes accepted changes into the files of the catalog, preserving comments; 0 or 1. */
async function exportChanges(args: readonly string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  if (positionals.length > 1) throw new UsageError('export takes one folder')
  const store = await openConfigured()
  try {
    return await written(positionals[0] ?? (await dataFolder()), await acceptedIn(store))
  } finally {
    await store.close()
  }
}

/** Applies the changes that a file records to a catalog without them; 0 or 1. */
async function importChanges(args: readonly string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  const [file, folder] = positionals
  if (file === undefined || positionals.length > 2) throw new UsageError('import-changes takes a file, and a folder')
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  try {
    return await written(folder ?? (await dataFolder()), recordedIn(text, parseYaml))
  } catch (error) {
    if (!(error instanceof ChangesError)) throw error
    process.stderr.write(`${error.lines.map((line) => `${file}: ${line}`).join('\n')}\n`)
    return 1
  }
}

/** `store repair` recovers the readable part of a damaged embedded store; 0 or 1. */
async function store(args: readonly string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  if (positionals.length !== 1 || positionals[0] !== 'repair') throw new UsageError('store takes what to do: repair')
  const { redisUrl, home } = readConfig(process.env)
  if (redisUrl !== undefined) throw new UsageError('store repair is for the embedded store, and REDIS_URL is set')
  try {
    const { folder, copy, values } = await repairStore(embeddedStoreFolder(home), Date.now())
    process.stdout.write(`copied: ${copy}\nok: ${folder} opens, ${counted(values, 'value')} can be read\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function written(folder: string, changes: readonly RecordedChange[]): Promise<number> {
  try {
    const { changes: outcomes, files, version } = await writeChanges(folder, changes)
    for (const { change, done } of outcomes) {
      const result = done === 'there' ? 'is there already' : 'written'
      process.stdout.write(`#${change.number} ${change.change.kind} (${change.date}): ${result}\n`)
    }
    for (const file of files) process.stdout.write(`changed: ${file}\n`)
    process.stdout.write(`ok: ${counted(files.length, 'file')} changed, version ${version}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof ChangesError)) throw error
    process.stderr.write(`${error.lines.join('\n')}\n`)
    return 1
  }
}

/** Erases the data of a person; 0 or 1. */
async function forget(
  args: readonly string[],
  erase: (named: string, store: Store) => Promise<string>,
): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  const [named] = positionals
  if (named === undefined || positionals.length > 1) throw new UsageError('forget and forget-workspace take one name')
  const store = await openConfigured()
  try {
    process.stdout.write(`${await erase(named, store)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof NameError)) throw error
    throw new UsageError(error.message)
  } finally {
    await store.close()
  }
}

function openConfigured(): Promise<Store> {
  const { redisUrl, home, prefix } = readConfig(process.env)
  const onQuarantine = ({ key, reason }: { key: string; reason: string }): void =>
    void process.stderr.write(`${key} could not be read and was quarantined: ${reason}\n`)
  return openStore({ redisUrl, home, prefix, onQuarantine: onQuarantine })
}

const HEALTH_MS = 4000

/**
 * Checks that the process at HOST and PORT is alive; 0 or 1. Without chat platforms there is no such process, and the catalog is
 * checked.
 */
async function health(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new UsageError('health takes nothing')
  const { platforms, listener } = readConfig(process.env)
  if (platforms.length === 0) return validate([])
  const host = listener.host === '0.0.0.0' || listener.host === '::' ? '127.0.0.1' : listener.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${listener.port}/healthz`
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(HEALTH_MS) })
    if (response.ok) {
      process.stdout.write(`ok: ${address}\n`)
      return 0
    }
    process.stderr.write(`${address} answers ${response.status}\n`)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    process.stderr.write(`${address} does not answer: ${cause instanceof Error ? cause.message : String(cause)}\n`)
  }
  return 1
}

/** The catalog folder of the configuration. Throws a ConfigError if it does not exist. */
async function dataFolder(): Promise<string> {
  const { data } = readConfig(process.env)
  await checkDataFolder(data)
  return data
}

/** Turns an error about an unknown option into a usage error. */
function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
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
