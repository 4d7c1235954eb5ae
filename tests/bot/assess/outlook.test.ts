import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { caches } from '../../../src/assessment/engine/caches.ts'
import { encodeAnswer, type Rating } from '../../../src/assessment/index.ts'
import { loadSession } from '../../../src/bot/commands/assess/loaded-session.ts'
import { outlookOf } from '../../../src/bot/commands/assess/outlook.ts'
import type { Session } from '../../../src/store/records.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'

// What a card says about the way so far depends on every answer; computing it takes the state after the last one only.

const catalogIndex = await openCatalog(ownCatalog)
const role = catalogIndex.catalog.roles.get('ml-engineer')
if (!role) throw new Error('no ML Engineer')

let ids = 0

function sessionOf(answers: readonly string[], changes: Partial<Session> = {}): Session {
  ids += 1
  return {
    ...{ schema: 1, id: `test-${String(ids).padStart(6, '0')}`, version: 1, role: 'ml-engineer' },
    ...{ roleVersion: role?.version ?? '', mode: 'guided', domain: null, refine: false, paused: false, locale: 'en' },
    ...{ startedAt: 0, touchedAt: 0, evidence: {}, answers: [...answers], ...changes },
  }
}

const outlook = (session: Session) => outlookOf(loadSession(session, { catalogIndex }))

/** Answers to the questions that are asked, with ratings chosen by `rate`. */
function answersOf(count: number, rate: (at: number) => Rating | null): readonly string[] {
  const answers: string[] = []
  for (let at = 0; at < count; at += 1) {
    const { assessment } = loadSession(sessionOf(answers), { catalogIndex })
    if (!assessment.next || !role) break
    answers.push(encodeAnswer(role, { skillId: assessment.next.skillId, rating: rate(at) }))
  }
  return answers
}

const rating: fc.Arbitrary<Rating | null> = fc.constantFrom<(Rating | null)[]>(null, 0, 1, 2, 3, 4)

type Step = { readonly type: 'answer'; readonly rating: Rating | null } | { readonly type: 'undo' | 'refine' | 'plan' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: rating.map((each): Step => ({ type: 'answer', rating: each })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step[]>({ type: 'undo' }, { type: 'undo' }, { type: 'refine' }, { type: 'plan' }),
  },
)

test('is the same whether or not the answers before were evaluated before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.constantFrom(undefined, 'senior'), (steps, target) => {
      let session = sessionOf([], target === undefined ? {} : { target })
      for (const each of steps) {
        const { assessment } = loadSession(session, { catalogIndex })
        const { answers } = session
        if (each.type === 'undo') session = { ...session, answers: answers.slice(0, -1) }
        else if (each.type !== 'answer') session = { ...session, refine: true, plan: each.type === 'plan' }
        else {
          const skillId = assessment.next?.skillId
          if (skillId === undefined) continue
          session = { ...session, answers: [...answers, encodeAnswer(role, { skillId, rating: each.rating })] }
        }
        ids += 1
        expect(outlook(session)).toEqual(outlook({ ...session, id: `fresh-${ids}` }))
      }
    }),
    { numRuns: 40, seed: 7 },
  )
}, 120_000)

test('one more answer evaluates one state, however many answers there are', () => {
  const answers = answersOf(12, (at) => ([2, 3, 2, 1] as const)[at % 4] ?? 2)
  expect(answers.length).toBe(12)
  const session = sessionOf(answers.slice(0, -1))
  outlook(session)
  // As after as many answers of other people as push everything out.
  caches.evaluations.clear()
  outlook({ ...session, answers: [...answers] })
  // The state itself, and that of a new assessment for the most questions it takes.
  expect(caches.evaluations.size).toBe(2)
})
