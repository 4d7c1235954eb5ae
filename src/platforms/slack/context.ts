import type { Locale } from '../../i18n/index.ts'
import type { Deliverer } from '../delivery/deliver.ts'
import type { AuthorizedSender, Replies } from './reply.ts'
import type { Desk } from './render-reply.ts'
import type { UserInfo } from './user-info.ts'
import type { WebApi } from './web-api.ts'

/** What the handlers of deliveries work with. */
export interface HandlerContext {
  readonly desk: Desk
  readonly webApi: WebApi
  readonly replies: Replies
  readonly userInfo: UserInfo
  readonly deliverer: Deliverer
  readonly now: () => number
  /** Tells the operator of something that went wrong. */
  readonly report: (problem: string, details: object) => void
}

/** A sender whose language is known. */
export interface Requester {
  readonly sender: AuthorizedSender
  readonly locale: Locale
}

/** One delivery of an event. */
export interface EventDelivery {
  /** The same in each delivery of the event. */
  readonly id: string
  /** Whether Slack has delivered it before. */
  readonly isRetry: boolean
}
