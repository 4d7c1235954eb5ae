import { setTimeout as sleep } from 'node:timers/promises'
import { printLine, type SeededRandom } from '../seeded-random.ts'
import { BotEnded, type BotProcess } from './bot.ts'
import { type Accounts, createSimulatedUser, figures, type SimulatedUser } from './load-driver.ts'

/** Assessments of a person before another one follows: an export has all results and must stay small. */
const SITTINGS = 2

/** A seat with its current person and the earlier ones. */
export interface Chair {
  sitter: SimulatedUser
  readonly left: SimulatedUser[]
}

/** Creates seats with a person each, and a function that replaces a person who has finished. */
export function chairsFor(
  count: number,
  chance: SeededRandom,
  accounts: Accounts,
): { readonly all: readonly Chair[] } & {
  readonly follow: (chair: Chair) => void
} {
  let people = 0
  const newUser = () => createSimulatedUser(`U-${++people}`, chance.between(1, 2 ** 31), accounts)
  return {
    all: Array.from({ length: count }, () => ({ sitter: newUser(), left: [] })),
    follow(chair) {
      if (chair.sitter.finished < SITTINGS || chair.sitter.waiting) return
      chair.left.push(chair.sitter)
      chair.sitter = newUser()
    },
  }
}

/** Repeats the work until the bot ends; a press without an answer is sent again later. */
async function untilEnded(work: () => Promise<void>): Promise<void> {
  try {
    for (;;) await work()
  } catch (error) {
    if (!(error instanceof BotEnded)) throw error
  }
}

/**
 * People answer, and the bot is killed at a moment that chance gives; it is started again, everybody's data is compared
 * with what was acknowledged, presses without an answer are sent again. In the end everybody finishes.
 */
export async function killWhilePeopleAnswer(parts: {
  readonly start: () => Promise<BotProcess>
  readonly people: number
  readonly kills: number
  readonly chance: SeededRandom
  readonly accounts: Accounts
}): Promise<{ readonly kills: number }> {
  const { people, kills, chance, accounts } = parts
  const { all, follow } = chairsFor(people, chance, accounts)
  const startedAt = performance.now()
  let killed = 0
  while (killed < kills) {
    const bot = await parts.start()
    await Promise.all(all.map(({ sitter }) => sitter.check(bot)))
    // The first press after a start is slow, so the random delay counts from the first answer.
    const before = accounts.acknowledged
    let started: (() => void) | undefined
    const start = new Promise<void>((resolve) => {
      started = resolve
    })
    const runs = all.map((chair) =>
      untilEnded(async () => {
        follow(chair)
        await chair.sitter.step(bot)
        if (accounts.acknowledged > before) started?.()
      }),
    )
    await Promise.race([start, Promise.all(runs)])
    await sleep(chance.between(5, 60))
    await bot.kill()
    killed++
    await Promise.all(runs)
    // One failure is enough to report.
    if (accounts.wrong.length > 0) return { kills: killed }
  }
  const bot = await parts.start()
  await Promise.all(
    all.map(async ({ sitter, left }) => {
      await sitter.check(bot)
      const goal = sitter.finished + 1
      while (sitter.finished < goal && accounts.wrong.length === 0) await sitter.step(bot)
      for (const each of [...left, sitter]) await each.check(bot)
    }),
  )
  await bot.kill()
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const persons = all.reduce((sum, { left }) => sum + left.length + 1, 0)
  printLine(`${killed} kills, ${persons} people, ${figures(accounts)}, ${seconds} s`)
  return { kills: killed }
}
