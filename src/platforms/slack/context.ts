import type { Locale } from '../../i18n/index.ts'
import type { ClaimStore } from '../../store/store.ts'
import type { KeyedQueue } from '../delivery/keyed-queue.ts'
import type { AuthorizedSender, Replies } from './delivering.ts'
import type { Desk } from './desk.ts'
import type { UserInfo } from './user-info.ts'
import type { WebApi } from './web-api.ts'

/** What the handlers of deliveries work with. */
export interface HandlerContext {
  readonly desk: Desk
  readonly webApi: WebApi
  readonly replies: Replies
  readonly userInfo: UserInfo
  /** Deliveries of one person, one after the other. */
  readonly queue: KeyedQueue
  readonly events: ClaimStore
  readonly now: () => number
  /** Tells the operator of something that went wrong. */
  readonly report: (problem: string, details: object) => void
}

/** A sender whose language is known. */
export interface Requester {
  readonly sender: AuthorizedSender
  readonly locale: Locale
}
