import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import { assessmentWarnings, type CardKind } from '../assessment/index.ts'
import { type Bot, type BotOptions, COMMANDS, createBot, createCardStatistics, type Services } from '../bot/index.ts'
import { formatProblems } from '../catalog/format-problems.ts'
import { type CatalogIndex, createCatalogParser, type LoadedCatalog, loadCatalog } from '../catalog/index.ts'
import type { Emoji } from '../message/index.ts'
import { PLATFORMS, TERMINAL } from '../platforms/registry.ts'
import type { Policy } from '../proposals/domain/index.ts'
import {
  type CommunitySettings,
  type CommunityTracker,
  createCommunitySettings,
  createCommunityTracker,
  createProposalService,
  type ProposalService,
  type ProposalServiceOptions,
} from '../proposals/index.ts'
import { type ReadinessCheck, runChecks } from '../runtime/checks.ts'
import { openStore, type Store, StoreInUse } from '../store/index.ts'
import { createNullStore } from '../store/null-store.ts'
import { personKey } from '../store/person.ts'
import type { PlatformInfos } from '../store/platform-info.ts'
import { type CatalogReload, catalogFingerprint, createCatalogReload } from './catalog-reload.ts'
import { createCompiledCache } from './compiled-cache.ts'
import type { Config } from './config.ts'
import { checkDataFolder } from './data-folder.ts'

// The composition root, for the process, the command line, tests and benchmarks.

export interface AppOptions {
  readonly log: Logger
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number
  /** Makes a short id that was not used before; random by default. */
  readonly newId?: () => string
  /** Called if another process holds the embedded store. Then look-ups are answered and nothing is stored; without it, createApp rejects. */
  readonly onStoreInUse?: (message: string) => void
}

/** The application without its platforms. */
export interface App {
  readonly config: Config
  readonly log: Logger
  readonly bot: Bot
  readonly services: Services
  readonly store: Store
  /** Whether anything is stored. */
  readonly isStored: boolean
  readonly proposals: ProposalService
  readonly community: CommunityTracker
  /** What admins set in chat. */
  readonly communitySettings: CommunitySettings
  readonly catalogIndex: () => CatalogIndex
  /** Takes changes of the catalog's folder into use, in what runs for longer. */
  readonly catalogReload: CatalogReload
  /** The kind and place of the store, for the log and the terminal. */
  readonly storeSummary: string
  /** By name, for `/readyz` and for operators who ask for the status. What runs in the process adds its own. */
  readonly checks: Record<string, ReadinessCheck>
  close(): Promise<void>
}

/** The catalog is invalid. The message has one line per problem: `file:line:column: what`. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError'
}

/**
 * Loads the catalog, opens the store and creates the bot. Rejects with a ConfigError if the catalog's folder cannot be read, a
 * CatalogError if it is invalid, and a StoreInUse or a StoreUnavailable if the store cannot be opened.
 */
export async function createApp(config: Config, options: AppOptions): Promise<App> {
  const { log, now = Date.now, newId = () => randomBytes(6).toString('base64url') } = options
  await checkDataFolder(config.data)
  const fingerprint = await catalogFingerprint(config.data)
  const cache = createCompiledCache(config)
  const parser = createCatalogParser(await cache.read())
  const load = (): Promise<LoadedCatalog> => loadCatalog(config.data, parser)
  const loaded = await load()
  if (!loaded.ok) throw new CatalogError(formatProblems(config.data, loaded.problems).join('\n'))
  for (const warning of assessmentWarnings(loaded.catalog)) log.warn({ data: config.data }, warning)
  const opened = await openConfiguredStore(config, options)
  const store = opened ?? createNullStore()
  const community = createCommunityTracker({
    platforms: config.platforms.map(({ id }) => id),
    ...(opened && { keyValues: opened.keyValues }),
  })
  const communitySettings = createCommunitySettings({
    keyValues: store.keyValues,
    platforms: config.platforms.map(({ id }) => id),
    logChange: (change) => log.info(change, 'a setting of the community was changed'),
    report: (problem, details) => log.error(details, problem),
  })
  // Without the store, platforms start with what the operator has set, and nothing is decided until it answers.
  await communitySettings.sync().catch(() => undefined)
  const isTerminalOnly = config.platforms.length === 0
  if (isTerminalOnly || config.opensTerminal) {
    // Without chat platforms, the person at the terminal decides alone; beside them, that person is an admin.
    const admins = isTerminalOnly ? [] : [personKey(config.terminal.localPerson)]
    community.report(TERMINAL.id, { workspace: undefined, experts: [], admins, allDecide: isTerminalOnly })
  }
  const checks: Record<string, ReadinessCheck> = { store: () => store.check() }
  const composed = composeBot({
    store,
    checkStatus: () => runChecks(checks),
    loaded,
    community,
    communitySettings,
    policy: config.policy,
    sessionMs: config.sessionMs,
    assessmentCard: config.assessmentCard,
    now,
    newId,
    isStored: opened !== undefined,
    nominateEmoji: config.nominateEmoji,
    platforms: PLATFORMS,
    report: (problem, details) => log.error(details, problem),
    logRefusal: (details) => log.info(details, 'action not allowed'),
    onFailure: ({ id, error, incoming }) => log.error({ id, err: error, incoming }, 'a request failed'),
  })
  const { proposals } = composed
  const catalogReload = createCatalogReload({
    folder: config.data,
    fingerprint,
    loaded,
    load,
    onLoaded: async (next) => {
      const files = await parser.compile(next, setImmediate)
      if (files) await cache.write(files)
    },
    proposals,
    log,
  })
  checks['catalog'] = () => Promise.resolve(catalogReload.note())
  const { summary, warnings } = await store.describe()
  for (const warning of warnings) log.warn({ store: summary }, warning)
  return {
    ...composed,
    config,
    log,
    store,
    isStored: opened !== undefined,
    community,
    communitySettings,
    catalogReload,
    storeSummary: summary,
    checks,
    close: () => store.close(),
  }
}

export interface ComposeOptions {
  readonly store: Store
  readonly loaded: Extract<LoadedCatalog, { ok: true }>
  readonly community: CommunityTracker
  /** What admins set in chat; without it, nothing can be set there. */
  readonly communitySettings?: CommunitySettings
  readonly policy: Policy
  /** Milliseconds after which an idle assessment expires. */
  readonly sessionMs: number
  /** The card of a question in an assessment; all four statements by default. */
  readonly assessmentCard?: CardKind
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Makes an id that was not used before. */
  readonly newId: () => string
  /** False if the store stores nothing: then nothing is proposed. */
  readonly isStored?: boolean
  readonly nominateEmoji?: Emoji
  readonly platforms?: PlatformInfos
  /** The state of the process, for operators who ask for it. */
  readonly checkStatus?: NonNullable<Services['checkStatus']>
  readonly report: ProposalServiceOptions['report']
  readonly logRefusal?: ProposalServiceOptions['logRefusal']
  readonly onFailure: BotOptions['report']
}

/** Creates the bot with all its commands, and the proposals behind it, over a store and a catalog. */
export function composeBot({
  store,
  loaded,
  community,
  sessionMs,
  assessmentCard,
  now,
  newId,
  isStored = true,
  communitySettings,
  checkStatus,
  logRefusal = () => undefined,
  onFailure,
  ...options
}: ComposeOptions): Pick<App, 'bot' | 'services' | 'proposals' | 'catalogIndex'> {
  const proposals = createProposalService({
    ...options,
    store,
    sources: loaded.sources,
    recorded: loaded.recorded,
    catalog: loaded.catalog,
    community: community.current,
    syncCommunity: () => community.sync(),
    now,
    logRefusal,
  })
  const { catalogIndex } = proposals
  const services: Services = {
    store,
    ...(isStored && { proposals, ...(communitySettings && { communitySettings }) }),
    now,
    newId,
    sessionMs,
    ...(checkStatus && { checkStatus }),
    ...(assessmentCard && { assessmentCard }),
    ...(isStored && { cardStatistics: createCardStatistics({ keyValues: store.keyValues, now }) }),
  }
  return {
    proposals,
    services,
    catalogIndex,
    bot: createBot({ commands: COMMANDS, catalogIndex, services, report: onFailure }),
  }
}

/** Opens the store of the configuration; undefined if another process holds it and the caller can do without. */
async function openConfiguredStore(
  { redisUrl, home, prefix }: Config,
  { log, onStoreInUse }: AppOptions,
): Promise<Store | undefined> {
  try {
    return await openStore({
      redisUrl,
      home,
      prefix,
      onQuarantine: (value) => log.error(value, 'a stored value could not be read and was quarantined'),
      onOutage: ({ over, message }) => (over ? log.info(message) : log.error(message)),
    })
  } catch (error) {
    if (!(error instanceof StoreInUse) || !onStoreInUse) throw error
    onStoreInUse(error.message)
    return undefined
  }
}
