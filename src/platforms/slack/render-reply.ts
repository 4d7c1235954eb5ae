import { LRUCache } from 'lru-cache'
import type { Bot, BotEvent, BotResponse, Person } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import { encodePageToken, type PageRequest } from './page-token.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import { preserialize } from './preserialized.ts'

/** Answers kept, each some ten kilobytes. */
const MOST_KEPT = 500
/** Longer words are rarely asked twice. */
const MAX_KEPT_WORDS = 120

export const SHARE_ACTION = 'share'

export interface RenderReplyOptions {
  readonly locale: Locale
  /** How the answer is asked for again, for its other pages. */
  readonly request?: PageRequest
  readonly page?: number
  /** Whether a button offers to show it to the channel. */
  readonly canShare?: boolean
}

/** What a command is answered with, as the acknowledgement carries it. */
export type CommandResponse = { readonly response_type: 'ephemeral' } & SlackMessage

/** Whether what a person did may not be stored: then they are told before their press is acknowledged. */
export function isUnstored(outcome: BotResponse): boolean {
  return outcome.type === 'reply' && outcome.failed === 'internal'
}

/** Where deliveries become questions to the bot and its messages Slack's. */
export interface Desk {
  draw(message: Extract<BotResponse, { type: 'reply' }>['message'], options: RenderReplyOptions): SlackMessage
  handle(incoming: BotEvent): Promise<BotResponse>
  /** Notes that somebody is about, where a kept answer is given. */
  seen(person: Person): void
  /** The command that answers words typed with no command. */
  readonly lookUpCommand: string
  /** Whether everybody gets the same answer to a command. */
  isPublic(command: string): boolean
  /** Whether a press asks for something that everybody gets the same answer to. */
  isPublicPress(payload: string): boolean
  /** The answer to a look-up, kept while the catalogue stays as it is. */
  kept(key: LookUp): CommandResponse | undefined
  keep(key: LookUp, answer: CommandResponse): CommandResponse
}

export interface LookUp {
  readonly command: string
  readonly text: string
  readonly locale: Locale
  readonly share: boolean
}

export function createDesk(bot: Bot, catalogVersion: () => string): Desk {
  const answers = new LRUCache<string, CommandResponse>({ max: MOST_KEPT })
  const publicCommands = new Set(bot.commands.filter((command) => command.isPublic).map(({ name }) => name))
  const publicCodes = new Set(bot.commands.filter((command) => command.isPublic).map(({ code }) => code))
  const keyOf = ({ command, text, locale, share }: LookUp): string =>
    `${catalogVersion()} ${locale} ${share ? 1 : 0} ${command} ${text}`

  return {
    lookUpCommand: bot.commands[0]?.name ?? '',
    handle: (incoming) => bot.handle(incoming),
    seen: (person) => bot.recordActivity(person),
    isPublic: (command) => publicCommands.has(command),
    isPublicPress: (payload) => publicCodes.has(payload.charAt(1)),
    draw(message, { locale, request: again, page = 0, canShare: share = false }) {
      const t = translator(locale)
      const turn =
        again && encodePageToken(again, 0) !== undefined ? (to: number) => encodePageToken(again, to) ?? '' : undefined
      const shareValue = share && again ? encodePageToken(again, page) : undefined
      return renderMessage(message, {
        t,
        page,
        ...(turn && { turn }),
        ...(shareValue !== undefined && {
          extraButtons: [{ label: t('share.button'), actionId: SHARE_ACTION, value: shareValue }],
        }),
      })
    },
    kept: (lookUp) => answers.get(keyOf(lookUp)),
    keep(lookUp, answer) {
      if (lookUp.text.length <= MAX_KEPT_WORDS) answers.set(keyOf(lookUp), preserialize(answer))
      return answer
    },
  }
}
