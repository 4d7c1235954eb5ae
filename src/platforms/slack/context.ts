import type { Bot, BotEvent, BotResponse, PageRequest } from '../../bot/index.ts'
import type { Locale } from '../../i18n/index.ts'
import type { Picture } from '../../message/index.ts'
import type { AnswerCache } from '../delivery/answer-cache.ts'
import type { Deliverer } from '../delivery/deliver.ts'
import type { OpenCards } from '../delivery/open-cards.ts'
import type { OutcomeLines } from '../delivery/outcome-lines.ts'
import type { CatalogVersion } from '../platform.ts'
import type { SlackMessage } from './blocks/render.ts'
import type { CommandNames } from './command-prefix.ts'
import type { SlackPictures } from './pictures.ts'
import type { Replies } from './reply.ts'
import type { ResponseUrlClient } from './response-url.ts'
import type { Requester, Sender, UserInfo } from './sender.ts'
import type { WebApi } from './web-api.ts'

/** A message that is shown to the sender of a command alone, as its acknowledgement carries it. */
export type CommandResponse = { readonly response_type: 'ephemeral' } & SlackMessage

/** The answer to a look-up, which is sent many times. */
export interface CachedAnswer {
  readonly response: CommandResponse
  readonly pictures: readonly Picture[]
}

/** A message in a direct message that can be edited, and the language of its reader. */
export interface CardPlace {
  readonly token: string
  readonly channel: string
  readonly ts: string
  readonly locale: Locale
}

/** What the handlers of deliveries work with. */
export interface HandlerContext {
  readonly bot: Bot
  readonly commandNames: CommandNames
  readonly answers: AnswerCache<CachedAnswer>
  readonly catalogVersion: CatalogVersion
  /** Whether everyone gets the same answer to a request. */
  readonly isPublic: (request: PageRequest) => boolean
  readonly webApi: WebApi
  readonly replies: Replies
  readonly responseUrls: ResponseUrlClient
  readonly userInfo: UserInfo
  readonly pictures: SlackPictures
  readonly openCards: OpenCards<CardPlace>
  readonly outcomeLines: OutcomeLines
  readonly deliverer: Deliverer
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Logs a problem for the operator. */
  readonly report: (problem: string, details: object) => void
}

/** One delivery of an event. */
export interface EventDelivery {
  /** The same in each delivery of the event. */
  readonly id: string
  /** Whether Slack has delivered it before. */
  readonly isRetry: boolean
}

/** Lets the bot handle an event after the earlier ones of the same user. */
export function askBot(
  event: BotEvent,
  { sender }: Requester,
  { bot, deliverer }: Pick<HandlerContext, 'bot' | 'deliverer'>,
): Promise<BotResponse> {
  return deliverer.inOrder(queueKeyOf(sender), () => bot.handle(event))
}

export function queueKeyOf({ team, user }: Sender): string {
  return `${team}/${user}`
}

/** Whether an action may not have been stored. Its sender is told before the delivery is acknowledged. */
export function isUnstored(response: BotResponse): boolean {
  return response.type === 'reply' && response.failed === 'internal'
}
