import { expect, test } from 'vitest'
import { LOCALES } from '../../../src/i18n/index.ts'
import { fullCounts, runSeed } from '../../full-counts.ts'
import { seededRandom } from '../../seeded-random.ts'
import { anyLadder, type LadderSize } from './any-ladder.ts'
import { messagesOf } from './messages.ts'
import { type Heights, heightsOf, type SCREENS, screenProblems } from './screen.ts'

const LADDERS = fullCounts ? 200 : 15

/** The corners of what the schema allows; most of a random size are in the middle. */
const EXTREMES: readonly LadderSize[] = [
  { roles: 1, levels: 1, domains: 1, skills: 1, texts: 'usual' },
  { roles: 1, levels: 12, domains: 1, skills: 2, texts: 'longest' },
  { roles: 30, levels: 12, domains: 60, skills: 300, texts: 'longest' },
  { roles: 2, levels: 2, domains: 1, skills: 60, texts: 'any' },
  { roles: 60, levels: 5, domains: 60, skills: 60, texts: 'usual' },
]

test('the first screen of each answer is within its limit, for any ladder', async () => {
  const seed = runSeed('first screens of any ladder')
  const random = seededRandom(seed)
  const worst = new Map<string, Heights>()
  for (let at = 0; at < LADDERS; at += 1) {
    const skills = random.between(1, 300)
    const size = EXTREMES[at] ?? {
      roles: random.between(1, 40),
      levels: random.between(1, 12),
      domains: random.between(1, Math.min(60, skills)),
      skills,
      texts: random.pick(['longest', 'usual', 'any'] as const),
    }
    const ladder = anyLadder(random, size)
    for (const locale of LOCALES) {
      const messages = await messagesOf(ladder, locale)
      expect({ size, problems: screenProblems(messages, locale) }).toEqual({ size, problems: [] })
      for (const [name, message] of Object.entries(messages)) {
        const heights = heightsOf(message, locale)
        const before = worst.get(name)
        const most = (screen: (typeof SCREENS)[number]) => Math.max(before?.[screen] ?? 0, heights[screen])
        worst.set(name, { slack: most('slack'), discord: most('discord'), console: most('console') })
      }
    }
  }
  const lines = [...worst].map(
    ([name, { slack, discord, console: lines }]) => `${name}: ${slack} px, ${discord} px, ${lines} lines`,
  )
  console.info(`the tallest first screens on Slack, on Discord and in a terminal:\n${lines.join('\n')}`)
})
