import type { Logger } from 'pino'
import type { Bot, Person } from '../bot/index.ts'
import type { ReadinessCheck } from '../runtime/checks.ts'
import { openStore, type Store, StoreInUse } from '../store/index.ts'
import { createNullStore } from '../store/null-store.ts'
import { CatalogError } from './catalog-error.ts'
import type { Config } from './config.ts'
import { checkDataFolders } from './data-folder.ts'
import { type Ladder, type LadderFiles, loadLadder } from './ladder.ts'
import { catalogNote, createLadders } from './ladders.ts'

export { type ComposeOptions, composeBot } from './compose-bot.ts'

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

/** The application without its platforms. What belongs to a ladder is that of the first one. */
export interface App extends Omit<Ladder, 'id' | 'folder'> {
  readonly config: Config
  readonly log: Logger
  /** Answers with the ladder of each person's workspace. */
  readonly bot: Bot
  /** The store of the whole deployment. */
  readonly store: Store
  /** Whether anything is stored. */
  readonly isStored: boolean
  /** All ladders, in the order of the configuration. */
  readonly ladders: readonly [Ladder, ...Ladder[]]
  /** The ladder of a person's workspace. Rejects with StoreUnavailable if there are several and it was never read. */
  readonly ladderOf: (person: Person) => Ladder | Promise<Ladder>
  /** The kind and place of the store, for the log and the terminal. */
  readonly storeSummary: string
  /** By name, for `/readyz` and for operators who ask for the status. What runs in the process adds its own. */
  readonly checks: Record<string, ReadinessCheck>
  close(): Promise<void>
}

/**
 * Loads the catalogs, opens the store and creates the bot. Rejects with a ConfigError if a catalog's folder cannot be read, a
 * CatalogError if one is invalid, and a StoreInUse or a StoreUnavailable if the store cannot be opened.
 */
export async function createApp(config: Config, options: AppOptions): Promise<App> {
  const { log } = options
  await checkDataFolders(config.ladders)
  const files = await loadLadders(config, log)
  const opened = await openConfiguredStore(config, options)
  const store = opened ?? createNullStore()
  const checks: Record<string, ReadinessCheck> = { store: () => store.check() }
  try {
    const ladders = await createLadders({ config, options, files, store, checks, isStored: opened !== undefined })
    const [first] = ladders.all
    checks['catalog'] = () => Promise.resolve(catalogNote(ladders.all))
    const { summary, warnings } = await store.describe()
    for (const warning of warnings) log.warn({ store: summary }, warning)
    return {
      ...first,
      bot: ladders.bot,
      ladders: ladders.all,
      ladderOf: ladders.ladderOf,
      config,
      log,
      store,
      isStored: opened !== undefined,
      storeSummary: summary,
      checks,
      close: () => store.close(),
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Loads the files of all ladders. Throws a CatalogError with the problems of all of them. */
async function loadLadders(config: Config, log: Logger): Promise<ReadonlyMap<string | undefined, LadderFiles>> {
  const problems: string[] = []
  const files = new Map<string | undefined, LadderFiles>()
  for (const ladder of config.ladders) {
    const loaded = await loadLadder(ladder, config, log)
    if ('loaded' in loaded) files.set(ladder.id, loaded)
    else problems.push(...loaded)
  }
  if (problems.length > 0) throw new CatalogError(problems.join('\n'))
  return files
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
