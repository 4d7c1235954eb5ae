import type { REST } from 'discord.js'
import type { Bot, ReadNominators } from '../../../bot/index.ts'
import type { Locale } from '../../../i18n/index.ts'
import type { Emoji } from '../../../message/index.ts'
import type { Deliverer } from '../../delivery/deliver.ts'
import type { OpenCards } from '../../delivery/open-cards.ts'
import type { OutcomeLines } from '../../delivery/outcome-lines.ts'
import type { CatalogVersion } from '../../platform.ts'
import type { CommandMentions } from '../command-mentions.ts'
import type { Conversations } from '../conversations.ts'
import type { DirectMessages } from '../direct-messages.ts'
import type { PictureEdits } from '../picture-edits.ts'
import type { RemovalCounter } from '../reactions.ts'
import type { UserProfiles } from '../user-profiles.ts'

/** A message in the direct messages, and the language of its reader. */
export interface CardPlace {
  readonly channel: string
  readonly id: string
  readonly locale: Locale
}

/** What the handlers of deliveries use. */
export interface HandlerDeps {
  readonly bot: Bot
  readonly catalogVersion: CatalogVersion
  readonly rest: REST
  /** For calls that Discord would carry out twice if they were retried. */
  readonly restWithoutRetries: REST
  readonly directMessages: DirectMessages
  readonly pictureEdits: PictureEdits
  readonly openCards: OpenCards<CardPlace>
  readonly outcomeLines: OutcomeLines
  readonly userProfiles: UserProfiles
  readonly conversations: Conversations
  readonly deliverer: Deliverer
  readonly commandMentions: CommandMentions
  /** The bot's own user; undefined until it is connected. */
  readonly botId: () => string | undefined
  /** The emoji that nominates a message. */
  readonly nominateEmoji: Emoji
  readonly removals: RemovalCounter
  /** Undefined if no proposals are taken on this platform. */
  readonly nominators: ReadNominators | undefined
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
}
