import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Logger } from 'pino'
import { assessmentWarnings } from '../assessment/index.ts'
import { COMMANDS, createBot, type Services, startReminders, startRetention } from '../bot/index.ts'
import { formatProblems } from '../catalog/format-problems.ts'
import { type Catalog, loadCatalog } from '../catalog/index.ts'
import { translator } from '../i18n/index.ts'
import type { Attachment } from '../message/index.ts'
import { type Console, createConsole } from '../platforms/console/console.ts'
import { renderMessage } from '../platforms/console/render.ts'
import { terminalPerson } from '../platforms/console/session.ts'
import { PLATFORMS } from '../platforms/registry.ts'
import { createCommunityTracker, createProposalService, startFollower } from '../proposals/index.ts'
import { ConfigError, formatConfigError } from '../runtime/env.ts'
import { createLogger } from '../runtime/logger.ts'
import { openStore, type Store, StoreInUse } from '../store/index.ts'
import { createNullStore } from '../store/null-store.ts'
import { personKey } from '../store/person.ts'
import { type Config, readConfig } from './config.ts'
import { checkTokens, configurationWarnings } from './config-warnings.ts'
import { checkDataFolder } from './data-folder.ts'
import { runService } from './run.ts'

// The composition root: the only place that knows every part by name.

/** Whatever is still open when all is done is given up after this. */
const LEAVE_MS = 1000

/** Runs Rung as the environment says until it is told to stop. Resolves with the exit code; what went wrong has been written to stderr. */
export async function main(): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ConfigError) {
      process.stderr.write(formatConfigError(error))
    } else {
      process.stderr.write(`cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
    }
    return 1
  }
}

async function run(): Promise<number> {
  const { env, stdin, stdout, stderr } = process
  const config = readConfig(env)
  // At the terminal the answers are the output; only what needs attention is logged beside them.
  const atTerminal = config.platforms.length === 0
  if (atTerminal && !stdin.isTTY) checkTokens(env)
  const log = createLogger({
    level: config.logLevel ?? (atTerminal ? 'warn' : 'info'),
    environment: env,
    destination: stderr,
    // In production a container may have a terminal that nobody reads: log collectors take JSON.
    readable: atTerminal || env['NODE_ENV'] !== 'production',
  })
  for (const warning of configurationWarnings(env, config)) log.warn(`configuration: ${warning}`)

  await checkDataFolder(config.data)
  const loaded = await loadCatalog(config.data)
  if (!loaded.ok) {
    stderr.write(`${formatProblems(config.data, loaded.problems).join('\n')}\n`)
    return 1
  }
  for (const warning of assessmentWarnings(loaded.catalog)) log.warn({ data: config.data }, warning)
  const kept = atTerminal ? await storeForTerminal(config, log) : await storeFor(config, log)
  const store = kept ?? createNullStore()
  const community = createCommunityTracker({
    platforms: config.platforms.map(({ id }) => id),
    ...(kept && { keyValues: kept.keyValues }),
  })
  const person = terminalPerson(config.user)
  if (atTerminal || config.terminal) {
    // Alone at the terminal, anybody decides what others propose; beside a community, whoever runs it administers.
    const admins = atTerminal ? [] : [personKey(person)]
    community.report('console', { workspace: undefined, experts: [], admins, allDecide: atTerminal })
  }
  const ladder = createProposalService({
    store,
    sources: loaded.sources,
    recorded: loaded.recorded,
    catalog: loaded.catalog,
    policy: config.policy,
    nominateEmoji: config.nominateEmoji,
    platforms: PLATFORMS,
    community: community.current,
    syncCommunity: () => community.sync(),
    now: Date.now,
    report: (problem, details) => log.error(details, problem),
    logRefusal: (details) => log.info(details, 'a person tried what they may not do'),
  })
  const { catalogIndex } = ladder
  const keep: Services = {
    store,
    ...(kept && { proposals: ladder }),
    now: Date.now,
    newId: () => randomBytes(6).toString('base64url'),
    sessionMs: config.sessionMs,
  }
  const bot = createBot({
    commands: COMMANDS,
    catalogIndex,
    services: keep,
    report: ({ id, error, incoming }) => log.error({ id, err: error, incoming }, 'a request failed'),
  })
  const { summary, warnings } = await store.describe()
  for (const warning of warnings) log.warn({ store: summary }, warning)
  const openTerminal = (): Console => {
    // A reader that has seen enough (`| head`) is no failure.
    stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
    return createConsole({
      bot,
      person,
      locale: config.locale,
      color: config.colour,
      input: stdin,
      output: stdout,
      greeting: greeting(config, loaded.catalog, summary),
      tokenVariables: [...PLATFORMS.values()].flatMap(({ credentials }) => credentials.slice(0, 1)),
      saveFile: (file) => saveFile(join(config.home, 'exports'), file),
    })
  }
  if (!atTerminal) {
    log.info({ catalogue: loaded.catalog.version, data: config.data, store: summary }, 'starting')
    const terminal = config.terminal ? { terminal: openTerminal() } : {}
    try {
      return await runService({
        config,
        bot,
        keep,
        ladder,
        community,
        catalogIndex,
        log,
        stopped: signalled(),
        ...terminal,
      })
    } finally {
      if (config.terminal) stdin.destroy()
      await store.close()
      // A connection that a platform's library was just opening must not keep the process.
      setTimeout(() => process.exit(), LEAVE_MS).unref()
    }
  }
  const upToDate =
    kept &&
    startFollower(ladder, (problem, error) => log.warn({ err: error }, problem ?? 'the ladder is followed again'))
  await upToDate?.first
  log.info({ catalogue: loaded.catalog.version, data: config.data, store: summary }, 'ready in the terminal')
  const terminal = openTerminal()
  const upkeep = startReminders({
    services: keep,
    catalogIndex,
    notifier: terminal,
    report: (problem, error) => log.warn({ err: error }, problem),
  })
  const retention = startRetention({
    store,
    retention: config.retention,
    installed: () => [],
    now: Date.now,
    swept: (removed) => log.info(removed, 'what was kept for long enough has been removed'),
    report: (problem, error) => log.warn({ err: error }, problem),
  })
  retention.sweep()
  try {
    await terminal.run()
  } finally {
    await upkeep.stop()
    await retention.stop()
    await upToDate?.stop()
    await store.close()
  }
  return 0
}

function storeFor({ redisUrl, home, prefix }: Config, log: Logger): Promise<Store> {
  return openStore({
    redisUrl,
    home,
    prefix,
    onQuarantine: (value) => log.error(value, 'a stored value could not be read and was set aside'),
    onOutage: ({ over, message }) => (over ? log.info(message) : log.error(message)),
  })
}

/** Resolves with the first signal to stop; the second one ends the process at once. */
function signalled(): Promise<string> {
  return new Promise((resolve) => {
    let signals = 0
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        signals += 1
        if (signals > 1) process.exit(1)
        resolve(signal)
      })
    }
  })
}

/** The store of the configuration; undefined where another process holds it: look-ups go on, and nothing is kept. */
async function storeForTerminal(config: Config, log: Logger): Promise<Store | undefined> {
  try {
    return await storeFor(config, log)
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error
    process.stderr.write(`${error.message}\n`)
    return undefined
  }
}

/** Writes a file that an answer carries; returns where. Only its name counts, never a path in it. */
async function saveFile(folder: string, file: Attachment): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, basename(file.name))
  await writeFile(path, file.content, { mode: 0o600 })
  return path
}

function greeting(config: Config, { roles, skills, version }: Catalog, store: string): string {
  const t = translator(config.locale)
  const message = {
    summary: 'Rung',
    blocks: [
      { type: 'heading', text: 'Rung' },
      { type: 'text', text: t.rich('console.ready', { roles: roles.size, skills: skills.size, version, store }) },
      { type: 'text', text: t.rich('console.welcome') },
    ],
  } as const
  return renderMessage(message, { width: process.stdout.columns ?? 80, color: config.colour }).text
}
