import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buttons, headings, notes, payloads } from '../read-message.ts'
import { answerAll, assessAs, profile, skillIn, start } from './drive.ts'
import type { TestUser } from './harness.ts'
import { openOwnHarness } from './own-harness.ts'

const { harness, role } = await openOwnHarness()

const STALE = 'That button was for an earlier question, so nothing changed. Here’s where you are.'

/** Starts, gives some answers, and remembers the buttons of each card. */
async function withCards(user: TestUser, answers: number): Promise<string[][]> {
  await start(user)
  const cards = [payloads(user.last)]
  for (let count = 0; count < answers; count += 1) {
    await user.pick(3)
    cards.push(payloads(user.last))
  }
  return cards
}

describe('a press that comes late', () => {
  test.each([
    ['en', STALE],
    ['es', 'Ese botón era de una pregunta anterior, así que no ha cambiado nada. Vas por aquí.'],
  ] as const)('or twice changes nothing and shows where the assessment is (%s)', async (locale, stale) => {
    const ana = harness.newUser(locale)
    await start(ana)
    const payload = ana.payloadOfKey(3)
    await ana.send(payload)
    const after = await ana.openSession()
    const question = skillIn(ana.last, role)
    const again = await ana.send(payload)
    expect(notes(again)).toEqual([stale])
    expect(skillIn(again, role)).toBe(question)
    expect(await ana.openSession()).toEqual(after)
  })

  test('of any button of any earlier card changes nothing', async () => {
    const ana = harness.newUser()
    const cards = await withCards(ana, 4)
    const before = await ana.openSession()
    const question = skillIn(ana.last, role)
    for (const payload of cards.slice(0, -1).flat()) {
      // The form for a note names its skill, so it opens whenever it is asked for.
      if (payload.startsWith('1a:e:')) continue
      const message = await ana.send(payload)
      expect(notes(message), `pressing ${payload}`).toEqual([STALE])
      expect(skillIn(message, role)).toBe(question)
    }
    expect(await ana.openSession()).toEqual(before)
  })

  test('from before “back” changes nothing', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.pick(3)
    const late = ana.payloadOfKey(5)
    const skill = skillIn(ana.last, role)
    await ana.pick(4)
    await ana.press('Change')
    const before = await ana.openSession()
    const message = await ana.send(late)
    expect(notes(message)).toEqual([STALE])
    expect(skillIn(message, role)).toBe(skill)
    expect(await ana.openSession()).toEqual(before)
  })

  test('of Back twice takes one answer back', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, () => 2, 3)
    const back = ana.payload('Change')
    await ana.send(back)
    await ana.send(back)
    expect((await ana.openSession()).answers).toHaveLength(2)
  })

  test('of a canceled assessment says that there is none', async () => {
    const ana = harness.newUser()
    const cards = await withCards(ana, 1)
    await ana.say('/assess cancel')
    const drop = ana.payload('Discard')
    await ana.send(drop)
    for (const payload of [...cards.flat(), drop]) {
      const message = await ana.send(payload)
      expect(ana.failed).toBe('user')
      expect(notes(message)[0]).toBe(
        'There’s no such assessment in progress. It may have been finished or discarded, or it may have expired.',
      )
    }
    expect(await ana.session()).toBeNull()
    expect(await ana.results()).toEqual([])
  })

  test('of a session that was started over changes nothing of the new one', async () => {
    const ana = harness.newUser()
    const cards = await withCards(ana, 2)
    await ana.say('/assess ml-engineer')
    await ana.press('Start over')
    await ana.pick(2)
    const before = await ana.openSession()
    for (const payload of cards.flat()) {
      if (payload.startsWith('1a:e:')) continue
      await ana.send(payload)
      expect(notes(ana.last)).toContain(STALE)
    }
    expect(await ana.openSession()).toEqual(before)
  })

  test('of “Start over” does not drop the answers given since', async () => {
    const ana = harness.newUser()
    await withCards(ana, 2)
    await ana.say('/assess ml-engineer')
    const over = ana.payload('Start over')
    await ana.send(over)
    await answerAll(ana, role, () => 2, 3)
    const before = await ana.openSession()
    await ana.send(over)
    expect(await ana.openSession()).toEqual(before)
  })

  test('of Start while an assessment goes on asks what to do', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer')
    const begin = ana.payload('Find my level')
    await ana.send(begin)
    await ana.pick(3)
    const before = await ana.openSession()
    expect(headings(await ana.send(begin))).toEqual(['ML Engineer: already started'])
    expect(await ana.openSession()).toEqual(before)
  })

  test('of “Show my result” shows it again and saves it once', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 2))
    const finish = ana.payload('Show my result')
    const first = await ana.send(finish)
    expect(await ana.send(finish)).toEqual(first)
    expect(await ana.results()).toHaveLength(1)
  })

  test('of a finished assessment changes nothing of the next one', async () => {
    const ana = harness.newUser()
    const cards = await withCards(ana, 2)
    await answerAll(ana, role, () => 2)
    await ana.press('Show my result')
    await start(ana)
    const before = await ana.openSession()
    for (const payload of cards.flat()) if (!payload.startsWith('1a:e:')) await ana.send(payload)
    expect(await ana.openSession()).toEqual(before)
    expect(await ana.results()).toHaveLength(1)
  })
})

describe('a press that is not one’s own', () => {
  test('another person’s buttons change neither their assessment nor one’s own', async () => {
    const ana = harness.newUser()
    const eve = harness.newUser()
    const cards = await withCards(ana, 2)
    const before = await ana.storedData()
    for (const payload of cards.flat()) {
      await eve.send(payload)
      expect(eve.failed).toBe('user')
    }
    expect(await ana.storedData()).toEqual(before)
    expect(await eve.session()).toBeNull()

    await start(eve)
    await eve.pick(2)
    const own = await eve.openSession()
    for (const payload of cards.flat()) if (!payload.startsWith('1a:e:')) await eve.send(payload)
    expect(await eve.openSession()).toEqual(own)
    expect(await ana.storedData()).toEqual(before)
  })

  test('another person’s result is not shown', async () => {
    const ana = harness.newUser()
    const eve = harness.newUser()
    await assessAs(ana, role, profile(role, 3))
    const [result] = await ana.results()
    for (const payload of [`1p:result:${result?.id}`, `1a:f:ml-engineer:${result?.id}:30`]) {
      await eve.send(payload)
      expect(eve.failed).toBe('user')
      expect(JSON.stringify(eve.last)).not.toContain('Senior')
    }
  })

  test('another conversation’s form touches nothing', async () => {
    const ana = harness.newUser()
    const eve = harness.newUser()
    await start(ana)
    await start(eve)
    const form = await ana.open('Add a note or link')
    const before = [await ana.storedData(), await eve.storedData()]
    await eve.fill(form, { evidence: 'not mine' })
    expect([await ana.storedData(), await eve.storedData()]).toEqual(before)
  })

  test('garbage is answered with an error of the person’s, never with one of ours', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.pick(3)
    const before = await ana.storedData()
    const { id, version } = await ana.openSession()
    const ref = `ml-engineer:${id}:${version}`
    const forged = [
      '',
      '1a',
      '1a:',
      '1a:zz',
      '1a:a',
      '1a:a:ml-engineer',
      `1a:a:${ref}`,
      `1a:a:${ref}:`,
      `1a:a:${ref}:AAAAAAAAAA9`,
      `1a:a:${ref}:AAAAAAAAAAA3`,
      `1a:a:ml-engineer:${id}:-1:AAAAAAAAAA3`,
      `1a:a:ml-engineer:${id}:1e3:AAAAAAAAAA3`,
      `1a:a:ml-engineer:${id}:99999999999:AAAAAAAAAA3`,
      `1a:k:ml-engineer:${id}`,
      `1a:e:${ref}:nothing`,
      `1a:e:${ref}:__proto__`,
      '1a:b:__proto__:g',
      '1a:b:ml-engineer:g:no-such-domain',
      '1a:i:',
      '1a:d:no-such-role',
      '1a:o:no-such-role:g',
      '1a:r:no-such-role',
      `1a:k:no-such-role:${id}:${version}`,
      `1a:y:no-such-role:${id}:${version}`,
      '1p',
      '1p:destroy',
      '1p:result:',
      '1p:result:__proto__',
      '1z:a',
      '2a:q',
      'a'.repeat(200),
    ]
    for (const payload of forged) {
      await ana.send(payload)
      expect(ana.failed, `pressing ${payload}`).toBe('user')
    }
    expect(await ana.storedData()).toEqual(before)
    expect(harness.reports).toEqual([])
  })

  test('no payload whatsoever is an error of ours or is taken as an answer', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.pick(3)
    const { answers, id } = await ana.openSession()
    const part = fc.oneof(
      fc.constantFrom('ml-engineer', id, '1', '2', '3', 'g', 's', '0', '-', '', 'A'.repeat(11)),
      fc.string({ maxLength: 12 }).filter((text) => !text.includes(':')),
    )
    const payload = fc
      .tuple(
        fc.constantFrom('1a', '1p'),
        fc.constantFrom('a', 'k', 'w', 'p', 'e', 'c', 'l', 'i', 'd', 'q', 's', 'r', 'result'),
        fc.array(part, { maxLength: 5 }),
      )
      .map(([code, verb, parts]) => [code, verb, ...parts].join(':'))
    await fc.assert(
      fc.asyncProperty(payload, async (forged) => {
        const outcome = await ana.outcome(forged)
        expect(outcome.type === 'reply' ? outcome.failed : undefined).not.toBe('internal')
      }),
      { numRuns: 150 },
    )
    const now = await ana.openSession()
    expect(answers.slice(0, now.answers.length)).toEqual(now.answers)
    expect(harness.reports).toEqual([])
  })
})

test('300 presses in any order and any number leave the answers of those that were accepted, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      async (chance) => {
        const draw = (below: number) => Math.floor((chance.next().value ?? 0) * below)
        const ana = harness.newUser()
        await start(ana)
        // Every answer button ever shown may be pressed again at any time; now and then the newest card's are.
        const seen: string[] = []
        const collect = () => {
          for (const { key, payload } of buttons(ana.last)) if (key !== undefined && key <= 5) seen.push(payload)
        }
        collect()
        const accepted: string[] = []
        for (let presses = 0; presses < 300; presses += 1) {
          const newest = draw(6) === 0
          const payload = (newest ? seen.at(-1 - draw(5)) : seen[draw(seen.length)]) ?? ''
          const before = (await ana.openSession()).version
          await ana.send(payload)
          expect(ana.failed).toBeUndefined()
          const [, , , , version = '', code = ''] = payload.split(':')
          const fits = Number(version) === before
          if (fits) accepted.push(code)
          expect(notes(ana.last).includes(STALE)).toBe(!fits)
          collect()
        }
        expect(accepted.length).toBeGreaterThan(0)
        const session = await ana.openSession()
        expect(session.answers).toEqual(accepted)
        expect(session.version).toBe(accepted.length + 1)
      },
    ),
    { numRuns: 2 },
  )
})

test('two presses at the same moment: one is taken, the other shows where the assessment is', async () => {
  const ana = harness.newUser()
  await start(ana)
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map((key) => ana.outcome(ana.payloadOfKey(key))))
  const stale = outcomes.filter((outcome) => outcome.type === 'reply' && notes(outcome.message).includes(STALE))
  expect(stale).toHaveLength(4)
  expect((await ana.openSession()).answers).toHaveLength(1)
})
