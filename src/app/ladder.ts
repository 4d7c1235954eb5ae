import type { Logger } from 'pino'
import type { Bot, Services } from '../bot/index.ts'
import { formatProblems } from '../catalog/format-problems.ts'
import { type CatalogIndex, createCatalogParser, type LoadedCatalog, loadCatalog } from '../catalog/index.ts'
import { TERMINAL } from '../platforms/registry.ts'
import {
  type CommunitySettings,
  type CommunityTracker,
  createCommunitySettings,
  createCommunityTracker,
  type ProposalService,
} from '../proposals/index.ts'
import type { Store } from '../store/index.ts'
import { personKey } from '../store/person.ts'
import { type CatalogReload, catalogFingerprint, createCatalogReload } from './catalog-reload.ts'
import { createCompiledCache, hashOf } from './compiled-cache.ts'
import type { Config } from './config.ts'
import type { LadderFolder } from './ladder-variables.ts'
import { findWarnings, logWarnings } from './ladder-warnings.ts'

// One ladder: the files it is read from, and what belongs to it alone.

type ValidCatalog = Extract<LoadedCatalog, { readonly ok: true }>

/** A ladder of the deployment, with what belongs to it: its proposals, the community that changes it, and people's assessments. */
export interface Ladder extends LadderFolder {
  readonly bot: Bot
  readonly services: Services
  /** What is stored of this ladder. */
  readonly store: Store
  readonly proposals: ProposalService
  readonly community: CommunityTracker
  /** What admins set in chat. */
  readonly communitySettings: CommunitySettings
  readonly catalogIndex: () => CatalogIndex
  /** Takes changes of the catalog's folder into use, in what runs for longer. */
  readonly catalogReload: CatalogReload
}

/** The files of a ladder, as they were at the start. */
export interface LadderFiles {
  readonly loaded: ValidCatalog
  /** Takes changes of the files into use. */
  watch(proposals: ProposalService): CatalogReload
}

/** Loads the files of a ladder. Returns one line per problem if they are invalid. */
export async function loadLadder(
  { id, folder }: LadderFolder,
  { home }: Pick<Config, 'home'>,
  log: Logger,
): Promise<LadderFiles | readonly string[]> {
  const fingerprint = await catalogFingerprint(folder)
  const cache = createCompiledCache({ home, data: folder })
  const compiled = await cache.read()
  const parser = createCatalogParser(compiled)
  const isUnchanged = compiled?.folderState === hashOf(fingerprint)
  const loaded = await loadCatalog(folder, parser, isUnchanged)
  if (!loaded.ok) return formatProblems(folder, loaded.problems)
  const own = log.child({ data: folder })
  let { version } = loaded.catalog
  let warnings = isUnchanged ? logWarnings(compiled.warnings, own) : findWarnings(loaded.catalog, own)
  return {
    loaded,
    watch: (proposals) =>
      createCatalogReload({
        folder,
        fingerprint,
        loaded,
        load: () => loadCatalog(folder, parser),
        onLoaded: async (next, state, pause) => {
          if (next.catalog.version !== version) warnings = findWarnings(next.catalog, own)
          version = next.catalog.version
          const facts = { folderState: hashOf(state), warnings: await warnings.all(pause) }
          const files = await parser.compile(next, facts, pause)
          if (files) await cache.write(files)
        },
        proposals,
        log: id === undefined ? log : log.child({ ladder: id }),
      }),
  }
}

export interface LadderCommunity {
  readonly community: CommunityTracker
  readonly communitySettings: CommunitySettings
}

/** Creates the community of a ladder: who takes part in changing it, on the platforms of this process. */
export async function createLadderCommunity(
  { platforms, opensTerminal, terminal }: Pick<Config, 'platforms' | 'opensTerminal' | 'terminal'>,
  { keyValues }: Pick<Store, 'keyValues'>,
  { isStored, log }: { readonly isStored: boolean; readonly log: Logger },
): Promise<LadderCommunity> {
  const ids = platforms.map(({ id }) => id)
  const community = createCommunityTracker({ platforms: ids, ...(isStored && { keyValues }) })
  const communitySettings = createCommunitySettings({
    keyValues,
    platforms: ids,
    logChange: (change) => log.info(change, 'a setting of the community was changed'),
    report: (problem, details) => log.error(details, problem),
  })
  // Without the store, platforms start with what the operator has set, and nothing is decided until it answers.
  await communitySettings.sync().catch(() => undefined)
  const isTerminalOnly = ids.length === 0
  if (isTerminalOnly || opensTerminal) {
    // Without chat platforms, the person at the terminal decides alone; beside them, that person is an admin.
    const admins = isTerminalOnly ? [] : [personKey(terminal.localPerson)]
    community.report(TERMINAL.id, { workspace: undefined, experts: [], admins, allDecide: isTerminalOnly })
  }
  return { community, communitySettings }
}
