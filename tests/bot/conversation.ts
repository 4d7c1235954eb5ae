import { skillsCommand } from '../../src/bot/commands/skills/index.ts'
import { type BotEvent, type BotResponse, type Command, createBot } from '../../src/bot/index.ts'
import type { CatalogIndex } from '../../src/catalog/index.ts'
import type { Locale } from '../../src/i18n/index.ts'
import type { Store } from '../../src/store/store.ts'

// A conversation with the bot over a real catalog: what a person types or presses, and the replies.

export type Reply = Extract<BotResponse, { type: 'reply' }>

interface Failure {
  readonly id: string
  readonly error: unknown
  readonly incoming: BotEvent['type'] | 'reaction' | 'welcome'
}

export interface TestConversation {
  readonly catalogIndex: CatalogIndex
  /** The errors reported to the operator. */
  readonly reports: readonly Failure[]
  /** What follows `/skills`. */
  ask(text: string, locale?: Locale): Promise<Reply>
  /** A line as typed to the bot itself, with or without a command. */
  say(line: string, locale?: Locale): Promise<Reply>
  press(payload: string, locale?: Locale): Promise<Reply>
  handle(incoming: Unsent): Promise<BotResponse>
}

type Delivered = 'id' | 'person' | 'locale'

/** What comes in, but for what every delivery has. */
type Unsent = { [T in BotEvent['type']]: Omit<Extract<BotEvent, { type: T }>, Delivered> }[BotEvent['type']] & {
  readonly locale?: Locale
}

/** A look-up needs nothing that is kept: a store that fails whatever is asked of it makes that a test. */
const untouchable = new Proxy({} as Store, {
  get(_, name) {
    throw new Error(`a look-up reached for the store's ${String(name)}`)
  },
})

export function openConversation(
  catalogIndex: CatalogIndex,
  commands: readonly Command[] = [skillsCommand],
): TestConversation {
  const reports: Failure[] = []
  const bot = createBot({
    commands,
    catalogIndex: () => catalogIndex,
    services: { store: untouchable, now: () => 0, newId: () => 'id', sessionMs: 1 },
    report: (failure) => reports.push(failure),
  })
  let deliveries = 0
  const handle = (unsent: Unsent): Promise<BotResponse> => {
    deliveries += 1
    const person = { platform: 'test', workspace: 'W1', user: 'U1' }
    return bot.handle({ locale: 'en', ...unsent, id: `delivery-${deliveries}`, person })
  }
  return {
    catalogIndex,
    reports,
    handle,
    ask: async (text, locale = 'en') => asReply(await handle({ type: 'command', name: 'skills', text, locale })),
    say: async (text, locale = 'en') => asReply(await handle({ type: 'text', text, locale })),
    press: async (payload, locale = 'en') => asReply(await handle({ type: 'action', payload, locale })),
  }
}

function asReply(outcome: BotResponse): Reply {
  if (outcome.type !== 'reply') throw new Error(`expected a reply, got ${outcome.type}`)
  return outcome
}
