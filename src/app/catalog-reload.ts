import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import { formatProblems } from '../catalog/format-problems.ts'
import { CATALOG_FOLDERS, type LoadedCatalog, type Problem } from '../catalog/index.ts'
import type { ProposalService } from '../proposals/index.ts'
import type { ReadinessNote } from '../runtime/checks.ts'
import { folderFingerprint } from './folder-fingerprint.ts'
import { type FolderWatcher, watchFolder } from './folder-watcher.ts'

/** The most problems of a changed catalog in one line of the log. */
const MAX_LOGGED = 20

export interface CatalogReloadOptions {
  readonly folder: string
  /** As in `catalogFingerprint`, from before the catalog in use was loaded. */
  readonly fingerprint: string
  /** The catalog in use. */
  readonly loaded: ValidCatalog
  readonly load: () => Promise<LoadedCatalog>
  /**
   * Logs the warnings of a catalog that was loaded from a folder with this fingerprint, and stores what the next start can use of it.
   * `pause` follows each short step; it rejects when the process stops.
   */
  readonly onLoaded: (loaded: ValidCatalog, fingerprint: string, pause: () => Promise<void>) => Promise<void>
  readonly proposals: Pick<ProposalService, 'replaceFiles' | 'catalogIndex'>
  readonly log: Logger
}

type ValidCatalog = Extract<LoadedCatalog, { readonly ok: true }>

/** Takes a changed catalog folder into use without a restart. A catalog with problems is reported and ignored. */
export interface CatalogReload {
  /** Watches the folder until stopped. */
  start(): FolderWatcher
  /** How many problems the changed catalog has that is ignored; 0 if the folder's catalog is in use. */
  readonly problemCount: () => number
  /** What operators should know: the changed catalog is ignored. */
  readonly note: () => ReadinessNote | undefined
}

/** The fingerprint of a catalog folder. Blocks the process, which has nothing else to do before it has loaded the catalog. */
export function catalogFingerprint(folder: string): Promise<string> {
  return folderFingerprint(folder, CATALOG_FOLDERS, true)
}

export function createCatalogReload(options: CatalogReloadOptions): CatalogReload {
  const { folder, fingerprint, load, proposals, log } = options
  const stopping = new AbortController()
  const pause = async (): Promise<void> => {
    await setImmediate()
    stopping.signal.throwIfAborted()
  }
  const store = (loaded: ValidCatalog, state: string): Promise<void> =>
    options
      .onLoaded(loaded, state, pause)
      .catch((error: unknown) => log.debug({ err: error }, 'the ladder was not stored compiled'))
  let problems: readonly Problem[] = []

  const reload = async (state: string): Promise<void> => {
    const loaded = await load()
    if (!loaded.ok) {
      problems = loaded.problems
      const lines = formatProblems(folder, problems)
      const [first = ''] = lines
      log.error({ problems: lines.slice(0, MAX_LOGGED), count: problems.length }, `${IGNORED}: ${first}`)
      return
    }
    const wasIgnored = problems.length > 0
    const before = proposals.catalogIndex().catalog.version
    await proposals.replaceFiles(loaded, setImmediate)
    problems = []
    const { version } = proposals.catalogIndex().catalog
    if (version !== before || wasIgnored) {
      log.info({ catalog: version, data: folder }, 'the changed ladder is in use')
    }
    await store(loaded, state)
  }

  return {
    start() {
      const stored = store(options.loaded, fingerprint)
      const watcher = watchFolder({
        folder,
        below: CATALOG_FOLDERS,
        fingerprint,
        // What is stored of the catalog before would be mixed with the changed files.
        onChange: async (state) => {
          await stored
          await reload(state)
        },
        onError: (error) => log.error({ err: error }, 'the changed ladder could not be read'),
      })
      return {
        async stop() {
          stopping.abort()
          await Promise.all([stored, watcher.stop()])
        },
      }
    },
    problemCount: () => problems.length,
    note() {
      const [first] = formatProblems(folder, problems)
      return problems.length > 0 ? { note: `${IGNORED}, ${problems.length} in all: ${first}` } : undefined
    },
  }
}

const IGNORED = 'the changed ladder has problems and is ignored'
