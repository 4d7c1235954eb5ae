import type { Bot, BotEvent, BotResponse, Person } from '../../../src/bot/index.ts'
import type { Message } from '../../../src/message/index.ts'
import { startSession } from '../../../src/platforms/console/session.ts'

// A person at a terminal in memory.

export interface Seat {
  readonly bot: Bot
  readonly person: Person
  /** The lines of the screen. Default: answers are never shortened. */
  readonly lines?: number
  readonly locale?: 'en' | 'es'
}

/** Starts a session whose presses are noted. */
export function sitAt({ bot, person, lines, locale = 'en' }: Seat) {
  const pressed: string[] = []
  let failed = false
  const noting = {
    ...bot,
    async handle(event: BotEvent): Promise<BotResponse> {
      if (event.type === 'action') pressed.push(event.payload)
      const response = await bot.handle(event)
      failed = response.type === 'reply' && response.failed !== undefined
      return response
    },
  }
  let screen = ''
  const session = startSession({
    bot: noting,
    person,
    locale,
    screen: () => ({ width: 100, color: false }),
    ...(lines !== undefined && { lines: () => lines }),
    write: (text) => {
      screen += text
    },
    saveFile: () => Promise.resolve('file'),
  })
  const type = async (line: string) => {
    screen = ''
    failed = false
    await session.handleLine(line)
    return { screen, failed }
  }
  return {
    person,
    session,
    pressed,
    /** Types a line; resolves with what was shown, and whether it was an error. */
    type,
    /** Types several lines; resolves with what was shown for the last one. */
    async typeAll(...lines: readonly string[]): Promise<string> {
      for (const line of lines) await type(line)
      return screen
    },
    /** Types the number that was shown last for a label. */
    async pick(label: string): Promise<string> {
      const number = [...labelsIn(screen)].find(([, each]) => each.startsWith(label))?.[0]
      if (number === undefined) throw new Error(`no choice ${label}: ${screen}`)
      return (await type(number)).screen
    },
    tell(message: Message): string {
      screen = ''
      session.print(message)
      return screen
    },
  }
}

/** The labels on a screen by their numbers. */
export const labelsIn = (screen: string): ReadonlyMap<string, string> =>
  new Map(
    [...screen.matchAll(/\[(\d+)\] (.+?)(?= {3}\[|\n|$)/gu)].map(([, number = '', label = '']) => [number, label]),
  )
