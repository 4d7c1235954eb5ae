import { describe, expect, test } from 'vitest'
import { PROFICIENCIES } from '../../../src/catalog/index.ts'
import type { Locale } from '../../../src/i18n/index.ts'
import type { AssessmentResult } from '../../../src/store/records.ts'
import { seededRandom } from '../../seeded-random.ts'
import { headings, items, labels, notes, paragraphs } from '../read-message.ts'
import { answerAll, profile, questionIn, skillIn, start } from './drive.ts'
import type { TestUser } from './harness.ts'
import { openOwnHarness } from './own-harness.ts'

// A stop is as clear as what was answered: two levels if neither is more likely than not.

const { harness, role } = await openOwnHarness()

/** Stops as soon as it is offered; the result. Answers scatter about a level, the same for a seed. */
async function stopAs(user: TestUser, seed: number): Promise<AssessmentResult | undefined> {
  const random = seededRandom(seed)
  const level = random.between(1, 4)
  const stop = user.locale === 'es' ? 'Parar aquí' : 'Stop here'
  await start(user)
  for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
    if (labels(user.last).includes(stop)) {
      await user.press(stop)
      return (await user.results())[0]
    }
    const rating = profile(role, level)(row) + random.between(-1, 1)
    await user.pick(Math.min(PROFICIENCIES.length, Math.max(0, rating)) + 1)
  }
  return undefined
}

/** A person who stops with a certainty in a range, and their result. */
async function stopWith(least: number, most: number, locale: Locale) {
  for (let seed = 1; seed < 60; seed += 1) {
    const user = harness.newUser(locale)
    const result = await stopAs(user, seed)
    if (result && result.confidence >= least && result.confidence < most) return { user, result }
  }
  throw new Error(`nobody stopped with a certainty from ${least} to ${most}`)
}

describe('a stop', () => {
  test.each([
    ['en', ' or ', /^More likely (.+) \((\d+)%\), but your answers so far don’t make it clear\.$/u, /more likely /u],
    [
      'es',
      ' o ',
      /^Lo más probable: (.+) \((\d+) %\), pero con lo que has respondido no queda claro\.$/u,
      /lo más probable/u,
    ],
  ] as const)(
    'at which no level is more likely than not names two in its title, its first line, the history and on the home page (%s)',
    async (locale, or, first, likelier) => {
      const { user, result } = await stopWith(0, 0.5, locale)
      const { grade, between = [0, 0], confidence } = result
      expect(between).toContain(grade)
      expect(between[1]).toBe(between[0] + 1)
      const [title = ''] = headings(user.last)
      expect(title).toContain(or)
      const [, level = '', percent] = first.exec(paragraphs(user.last)[0] ?? '') ?? []
      expect(Number(percent)).toBe(Math.round(100 * confidence))
      expect(title).toContain(level)
      const text = paragraphs(user.last).join('\n')
      expect(text).not.toMatch(/wouldn’t change the result|no cambia el resultado/u)
      const [, both = ''] = /^ML Engineer: (.+)$/u.exec(title) ?? []
      const [entry] = items(await user.say('/profile'))
      expect(entry?.text).toContain(`: ${both}`)
      expect(entry?.text).toMatch(likelier)
      const home = await harness.bot.handle({ type: 'home', id: 'home', person: user.person, locale })
      const message = home.type === 'reply' ? home.message : user.last
      expect(headings(message)).toContain(title)
      expect(paragraphs(message).join('\n')).toMatch(likelier)
    },
  )

  test.each([
    [
      'en',
      /^You stopped early, so the result rests on answers for only \d+ of the \d+ skills outside the core\. More answers may change it\.$/u,
    ],
    [
      'es',
      /^Has parado pronto, así que el resultado se basa en pocas respuestas: \d+ de las \d+ habilidades no esenciales\. Con más, podría cambiar\.$/u,
    ],
  ] as const)('at which a level is likely, not clear, says how few answers it rests on (%s)', async (locale, thin) => {
    const { user, result } = await stopWith(0.5, 0.75, locale)
    expect(result.between).toBeUndefined()
    expect(headings(user.last)[0]).not.toMatch(/ or | o /u)
    expect(notes(user.last).filter((text) => thin.test(text))).toHaveLength(1)
  })

  test('at which the level is clear says no such thing', async () => {
    const { user, result } = await stopWith(0.8, 1, 'en')
    expect(result.between).toBeUndefined()
    expect(notes(user.last).join('\n')).not.toContain('rests on answers')
  })

  test('keeps evidence for a question that was not answered: the result and its export have it', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 2), 12)
    const skill = skillIn(ana.last, role)
    await ana.say('evidence: led the migration')
    await ana.press(labels(ana.last).includes('Stop here') ? 'Stop here' : 'Show my result')
    const [result] = await ana.results()
    expect(result?.ratings.map((entry) => entry.skill)).not.toContain(skill)
    expect(result?.evidence).toEqual({ [skill]: 'led the migration' })
    const { files = [] } = await ana.say('/profile export')
    expect(files).toHaveLength(3)
    for (const { content } of files) expect(content).toContain('led the migration')
  })
})
