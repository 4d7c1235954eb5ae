import type { CardKind } from '../assessment/index.ts'
import {
  type BotOptions,
  COMMANDS,
  createBot,
  createCardStatistics,
  type Ladders,
  type Services,
} from '../bot/index.ts'
import type { LoadedCatalog } from '../catalog/index.ts'
import type { Emoji } from '../message/index.ts'
import type { Policy } from '../proposals/domain/index.ts'
import {
  type CommunitySettings,
  type CommunityTracker,
  createProposalService,
  type ProposalServiceOptions,
} from '../proposals/index.ts'
import type { Store } from '../store/index.ts'
import type { PlatformInfos } from '../store/platform-info.ts'
import type { Ladder } from './ladder.ts'

export interface ComposeOptions {
  readonly store: Store
  readonly loaded: Extract<LoadedCatalog, { ok: true }>
  readonly community: CommunityTracker
  /** What admins set in chat; without it, nothing can be set there. */
  readonly communitySettings?: CommunitySettings
  /** All ladders, if there are several. */
  readonly ladders?: Ladders
  readonly policy: Policy
  /** Milliseconds after which an idle assessment expires. */
  readonly sessionMs: number
  /** Milliseconds after which a result is deleted. */
  readonly resultMs?: number
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
  resultMs,
  assessmentCard,
  now,
  newId,
  isStored = true,
  communitySettings,
  ladders,
  checkStatus,
  logRefusal = () => undefined,
  onFailure,
  ...options
}: ComposeOptions): Pick<Ladder, 'bot' | 'services' | 'proposals' | 'catalogIndex'> {
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
    ...(isStored && resultMs !== undefined && { resultMs }),
    ...(checkStatus && { checkStatus }),
    ...(ladders && { ladders }),
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
