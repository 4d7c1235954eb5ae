import type { Locale } from '../../i18n/index.ts'
import type { EventStore } from '../../store/store.ts'
import type { InOrder } from '../delivery/keyed-queue.ts'
import type { Delivering, Known } from './delivering.ts'
import type { Desk } from './desk.ts'
import type { Locales } from './user-info.ts'
import type { SlackCalls } from './web-api.ts'

/** What the handlers of deliveries work with. */
export interface Parts {
  readonly desk: Desk
  readonly calls: SlackCalls
  readonly delivering: Delivering
  readonly locales: Locales
  /** Deliveries of one person, one after the other. */
  readonly turns: InOrder
  readonly events: EventStore
  readonly now: () => number
  /** Tells the operator of something that went wrong. */
  readonly report: (problem: string, details: object) => void
}

/** A sender whose language is known. */
export interface Asker {
  readonly sender: Known
  readonly locale: Locale
}
