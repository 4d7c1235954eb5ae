import { languages as defaultLanguages, type Languages } from '../i18n/index.ts'
import { note } from '../message/index.ts'
import type { Person } from '../store/person.ts'
import type { Bot } from './bot.ts'
import type { BotEvent, BotResponse } from './events.ts'
import type { LadderUse } from './ladder-choices.ts'
import { type Ladders, ladderNamed } from './ladders.ts'

/** A ladder with its bot. */
export interface LadderBot {
  readonly id: string
  readonly bot: Bot
}

export interface LadderRouterOptions {
  readonly ladders: Omit<Ladders, 'own'>
  /** In the order of the ladders. */
  readonly bots: readonly [LadderBot, ...LadderBot[]]
  readonly languages?: Languages
}

/**
 * Creates a bot that answers each delivery with the ladder of the person's workspace. A press on the card of a proposal, and a reaction to
 * it, go to the ladder that the proposal would change, whatever the workspace uses by now.
 */
export function createLadderRouter({ ladders, bots, languages = defaultLanguages }: LadderRouterOptions): Bot {
  const [{ bot: first }] = bots
  const { choices } = ladders
  const byId = new Map(bots.map(({ id, bot }) => [id, bot]))
  const botOf = ({ id }: LadderUse): Bot => byId.get(id) ?? first
  const lastBotOf = (person: Person): Bot => botOf(choices.lastOf(person))

  /** The bot of the ladder that something is about. */
  const ownerOf = (isOwner: (bot: Bot) => boolean | undefined, own: Bot): Bot =>
    isOwner(own) === false ? (bots.find(({ bot }) => isOwner(bot) === true)?.bot ?? own) : own

  /** Does something with the bot of a person's workspace; with an error of the store, the first one says so. */
  const withBot = async <T>(
    incoming: Parameters<Bot['fail']>[0],
    work: (bot: Bot, use: LadderUse) => Promise<T>,
  ): Promise<T | BotResponse> => {
    let use: LadderUse
    try {
      use = await choices.of(incoming.person)
    } catch (error) {
      return first.fail(incoming, error)
    }
    return work(botOf(use), use)
  }

  return {
    commands: first.commands,
    vocabulary: first.vocabulary,
    examplesOf: (command, locale, person) => (person ? lastBotOf(person) : first).examplesOf(command, locale, person),
    recordActivity: (person) => lastBotOf(person).recordActivity(person),
    languageOf(person) {
      const use = choices.of(person)
      if (!(use instanceof Promise)) return botOf(use).languageOf(person)
      return use.then(
        (current) => botOf(current).languageOf(person),
        () => lastBotOf(person).languageOf(person),
      )
    },
    guessLanguage: (text) => first.guessLanguage(text),
    conversations: async (person, locale) => botOf(await choices.of(person)).conversations(person, locale),
    scopeOf: (typed) => first.scopeOf(typed),
    handle: (incoming) =>
      withBot(incoming, async (bot, use) => {
        const payload = payloadOf(incoming)
        if (payload === undefined) return bot.handle(incoming)
        const owner = ownerOf((each) => each.owns({ payload }), bot)
        const response = await owner.handle(incoming)
        return owner === bot ? withFormerLadder(response, use, incoming) : response
      }),
    handleReaction: (reaction) =>
      withBot(reaction, (bot) => ownerOf((each) => each.owns(reaction.message), bot).handleReaction(reaction)),
    handleWelcome: (welcome) => withBot(welcome, (bot) => bot.handleWelcome(welcome)),
    async handleEmojiRemoval(removal) {
      const revoked = await Promise.all(bots.map(({ bot }) => bot.handleEmojiRemoval(removal)))
      return revoked.flat()
    },
    owns: (target) => bots.some(({ bot }) => bot.owns(target) === true) || undefined,
    fail: (incoming, error) => first.fail(incoming, error),
  }

  /** Says why a message from before the workspace changed its ladder does not work. */
  function withFormerLadder(response: BotResponse, { id, former }: LadderUse, { locale }: BotEvent): BotResponse {
    if (former === undefined || response.type !== 'reply' || response.failed !== 'user') return response
    const t = languages.translator(locale)
    const words = { ladder: ladderNamed(ladders, id, locale), former: ladderNamed(ladders, former, locale) }
    const { message } = response
    return {
      ...response,
      message: { ...message, blocks: [...message.blocks, note('info', t.rich('ladderChoice.former', words))] },
    }
  }
}

/** What a press or a submitted form is about. */
function payloadOf(incoming: BotEvent): string | undefined {
  return incoming.type === 'action' || incoming.type === 'form' ? incoming.payload : undefined
}
