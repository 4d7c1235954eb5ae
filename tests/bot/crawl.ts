import type { Locale } from '../../src/i18n/index.ts'
import type { Message } from '../../src/message/index.ts'
import type { Reply, TestConversation } from './conversation.ts'
import { payloads, usages } from './read-message.ts'

/** Where a person can start from: the bare command, each example of its help, and any two roles side by side. */
async function firstMessages(conversation: TestConversation, locale: Locale): Promise<readonly Message[]> {
  const help = await conversation.ask('help', locale)
  const examples = usages(help.message).map(({ typed }) => typed)
  const roles = [...conversation.catalogIndex.catalog.roles.keys()]
  const pairs = roles.flatMap((first) => roles.filter((other) => other !== first).map((other) => `${first} ${other}`))
  const replies = await Promise.all([...examples, ...pairs].map((line) => conversation.say(line, locale)))
  return [help.message, ...replies.map((reply) => reply.message)]
}

const crawls = new WeakMap<TestConversation, Map<Locale, Promise<ReadonlyMap<string, Reply>>>>()

/**
 * Presses every button of every message that can be reached, nearest first: the replies by the payload pressed. A
 * conversation is walked through once in each language, however many tests look at it.
 */
export function pressEverything(conversation: TestConversation, locale: Locale): Promise<ReadonlyMap<string, Reply>> {
  const byLocale = crawls.get(conversation) ?? new Map<Locale, Promise<ReadonlyMap<string, Reply>>>()
  crawls.set(conversation, byLocale)
  const crawl = byLocale.get(locale) ?? press(conversation, locale)
  byLocale.set(locale, crawl)
  return crawl
}

async function press(conversation: TestConversation, locale: Locale): Promise<ReadonlyMap<string, Reply>> {
  const pressed = new Map<string, Reply>()
  let waiting = (await firstMessages(conversation, locale)).flatMap(ownPayloads)
  while (waiting.length > 0) {
    const next: string[] = []
    for (const payload of waiting) {
      if (pressed.has(payload)) continue
      const reply = await conversation.press(payload, locale)
      pressed.set(payload, reply)
      next.push(...ownPayloads(reply.message))
    }
    waiting = next
  }
  return pressed
}

/** Buttons that lead to other commands are for the tests of those. */
function ownPayloads(message: Message): string[] {
  return payloads(message).filter((payload) => payload.startsWith('1s'))
}

/** Every message that a person can get by asking what the help shows and pressing on from there. */
export async function reachableMessages(conversation: TestConversation, locale: Locale): Promise<readonly Message[]> {
  const replies = await pressEverything(conversation, locale)
  return [...(await firstMessages(conversation, locale)), ...[...replies.values()].map((reply) => reply.message)]
}
