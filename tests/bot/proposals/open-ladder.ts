import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeBot } from '../../../src/app/app.ts'
import type { Bot } from '../../../src/bot/index.ts'
import { type LoadedCatalog, loadCatalog } from '../../../src/catalog/index.ts'
import { PLATFORMS } from '../../../src/platforms/registry.ts'
import { DEFAULT_POLICY, type Policy } from '../../../src/proposals/domain/index.ts'
import {
  type CommunitySettings,
  type CommunityTracker,
  createCommunitySettings,
  createCommunityTracker,
  type ProposalService,
} from '../../../src/proposals/index.ts'
import { openEmbeddedStore, type Store } from '../../../src/store/index.ts'
import { type Person, personKey } from '../../../src/store/person.ts'
import type { PlatformInfo } from '../../../src/store/platform-info.ts'

export const DAY = 24 * 3_600_000

export const person = (user: string): Person => ({ platform: 'slack', workspace: 'T1', user })
export const key = (user: string): string => personKey(person(user))

/** The platforms of Rung, and one whose name is not its id. */
const platforms = new Map<string, PlatformInfo>([
  ...PLATFORMS,
  ['teams', { displayName: 'Microsoft Teams', hasGlobalUserIds: false }],
])

/** A ladder of a workspace, on a store of its own, with a clock that the test moves. */
export interface Opened {
  readonly store: Store
  readonly ladder: ProposalService
  readonly bot: Bot
  readonly community: CommunityTracker
  /** No platform is connected yet. */
  readonly communitySettings: CommunitySettings
  /** The changes of settings that were logged. */
  readonly settingsLog: readonly object[]
  readonly now: () => number
  later(ms: number): void
  close(): Promise<void>
}

export interface OpenOptions {
  /** The catalog, or its folder. */
  readonly catalog: string | LoadedCatalog
  readonly experts: readonly string[]
  readonly policy?: Partial<Policy>
  /** Told of problems of the ladder; without it they are thrown. */
  readonly report?: (problem: string) => void
}

export async function openLadder({ catalog, experts, policy, report }: OpenOptions): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-ladder-'))
  const store = await openEmbeddedStore({ folder, prefix: 'rung:', onQuarantine: () => undefined })
  const loaded = typeof catalog === 'string' ? await loadCatalog(catalog) : catalog
  if (!loaded.ok) throw new Error('the catalog is broken')
  let time = Date.UTC(2026, 0, 5, 9)
  let ids = 0
  const now = (): number => time
  const community = createCommunityTracker()
  community.report('slack', {
    workspace: 'T1',
    experts: experts.map((user) => ({ key: key(user), domain: null })),
    admins: [],
  })
  const settingsLog: object[] = []
  const communitySettings = createCommunitySettings({
    keyValues: store.keyValues,
    platforms: ['slack'],
    logChange: (change) => settingsLog.push(change),
    report: () => undefined,
  })
  const { bot, proposals: ladder } = composeBot({
    store,
    loaded,
    community,
    communitySettings,
    policy: { ...DEFAULT_POLICY, ...policy },
    platforms,
    sessionMs: DAY,
    now,
    newId: () => {
      ids += 1
      return `proposal${ids}`
    },
    report:
      report ??
      ((problem) => {
        throw new Error(problem)
      }),
    onFailure: ({ error }) => {
      throw error
    },
  })
  return {
    store,
    ladder,
    bot,
    community,
    communitySettings,
    settingsLog,
    now,
    later(ms) {
      time += ms
    },
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
