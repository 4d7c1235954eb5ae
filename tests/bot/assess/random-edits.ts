import { expect } from 'vitest'
import { createCatalogIndex, type Role } from '../../../src/catalog/index.ts'
import type { Session } from '../../../src/store/records.ts'
import { EDIT_NAMES, edit, type LadderDraft, loadLadder, newLadder } from '../../catalog/edited-ladder.ts'
import { type SeededRandom, seededRandom } from '../../seeded-random.ts'
import { buttons, headings, notes } from '../read-message.ts'
import type { Harness, TestUser } from './harness.ts'

// A ladder that is edited between any two answers of an assessment.

export const QUESTION_GONE =
  'That question has changed since you saw it, so your answer wasn’t recorded. Here’s where you are.'

/** Puts an edited ladder to use. */
export function useLadder({ catalogue }: Harness, ladder: LadderDraft): void {
  catalogue.catalogIndex = createCatalogIndex(loadLadder(ladder).catalog)
}

/** The session of a person, whatever its role is called now. */
export async function sessionOf({ services }: Harness, { person }: TestUser): Promise<Session | undefined> {
  return (await services.store.sessions.list(person))[0]
}

/** The name of the skill that a card asks about. */
export const askedSkill = ({ last }: TestUser): string | undefined => headings(last)[0]?.split(' · ')[0]

export async function begin(harness: Harness, ladder = newLadder()): Promise<TestUser> {
  useLadder(harness, ladder)
  const ana = harness.newUser()
  await ana.say('/assess maker guided')
  return ana
}

/** What came of random assessments. */
export interface Counts {
  answers: number
  refused: number
  results: number
  dormant: number
}

interface Given {
  /** The name of the skill on the card, and the name of the step. */
  readonly skill: string
  readonly key: number
}

/** Answers, goes back, asks why, adds a note or resumes: what a person does with a card. */
async function doSomething(ana: TestUser, random: SeededRandom): Promise<Given | undefined> {
  const skill = askedSkill(ana)
  const ratings = buttons(ana.last).filter(({ key, label }) => key !== undefined && label.startsWith(`${key} · `))
  if (ratings.length === 0 || skill === undefined || random.happens(0.15)) {
    await ana.say(random.pick(['/assess resume', 'why', 'help', 'evidence: a note', '/assess status', 'back']))
    return undefined
  }
  const { key = 1 } = random.pick(ratings)
  await (random.happens(0.6) ? ana.say(String(key)) : ana.pick(key))
  return { skill, key }
}

/** Lives one assessment under random edits, and ends it. Throws if an answer is lost or counted wrongly. */
export async function liveUnderEdits(harness: Harness, seed: number, counts: Counts): Promise<void> {
  const use = (edited: LadderDraft): void => useLadder(harness, edited)
  const roleNow = (): Role | undefined => harness.catalogue.catalogIndex.catalog.roles.get('maker')
  const random = seededRandom(seed)
  let ladder = newLadder()
  const ana = await begin(harness, ladder)
  /** The skills by every name that they had. */
  const idOf = new Map(ladder.skills.map(({ name, id }) => [name, id]))
  for (let step = 0; step < 12; step += 1) {
    if (random.happens(0.7)) {
      ladder = edit(ladder, random.pick(EDIT_NAMES), random)
      use(ladder)
    }
    const before = await sessionOf(harness, ana)
    for (const { name, id } of ladder.skills) idOf.set(name, id)
    const given = await doSomething(ana, random)
    const after = await sessionOf(harness, ana)
    const at = { seed, step, given }
    expect({ ...at, failed: ana.failed === 'internal', reports: harness.reports }).toEqual({
      ...at,
      failed: false,
      reports: [],
    })
    if (!after || !before) throw new Error(`no session in ${JSON.stringify(at)}`)
    const all = (session: typeof after) => [...session.answers, ...(session.dormant ?? [])]
    const isUndone = notes(ana.last).some((each) => each.startsWith('Undone'))
    const isScaleNoted = notes(ana.last).some((each) => each.startsWith('The ladder now uses different proficiencies'))
    // Nothing that was stored is lost, but for what the person undid, and for numbers that are written on another scale.
    if (!isUndone && !isScaleNoted) {
      const skillsBefore = new Set(all(before).map((code) => code.slice(6, 10)))
      const skillsAfter = new Set(all(after).map((code) => code.slice(6, 10)))
      expect({ ...at, lost: [...skillsBefore].filter((code) => !skillsAfter.has(code)) }).toEqual({
        ...at,
        lost: [],
      })
    } else expect(all(after).length).toBeGreaterThanOrEqual(all(before).length - 1)
    if (!given) continue
    // The answer is to the question on the card, or the person was told that it was not recorded.
    const isRefused = notes(ana.last).some(
      (each) => each === QUESTION_GONE || each.includes('is no longer in the ladder'),
    )
    const role = roleNow()
    const line = JSON.stringify(ana.last)
    const id = idOf.get(given.skill)
    const nameNow = ladder.skills.find((skill) => skill.id === id)?.name ?? given.skill
    const isAnswered = line.includes(`✓ ${nameNow}: `) || line.includes(`✓ ${given.skill}: `)
    expect({ ...at, isRefused, isAnswered, role: role?.slug }).toMatchObject(
      isRefused ? { isAnswered } : { isAnswered: true },
    )
    if (isRefused) {
      counts.refused += 1
      expect({ ...at, isMore: all(after).length > all(before).length }).toEqual({ ...at, isMore: false })
    } else counts.answers += 1
  }
  // It can be ended, whatever became of the ladder.
  use({ ...ladder, isRolePresent: random.happens(0.8) })
  const session = await sessionOf(harness, ana)
  counts.dormant += session?.dormant?.length ?? 0
  const role = roleNow()
  if (role) {
    await ana.say('/assess resume')
    for (let more = 0; more < 60; more += 1) {
      if (buttons(ana.last).some(({ label }) => label === 'Show my result')) break
      await ana.say('2')
    }
    const last = await sessionOf(harness, ana)
    await ana.press('Show my result')
    expect({ seed, failed: ana.failed, open: await sessionOf(harness, ana) }).toEqual({
      seed,
      failed: undefined,
      open: undefined,
    })
    const [result] = await ana.results()
    // The result says no more than what was answered.
    const names = new Set([...role.rows.values()].map(({ skill }) => skill.name))
    expect(result?.ratings.length).toBe(last?.answers.length)
    for (const { name } of result?.ratings ?? []) expect(names).toContain(name)
    counts.results += 1
  } else {
    await ana.say('/assess cancel')
    await ana.press('Discard')
    expect({ seed, open: await sessionOf(harness, ana) }).toEqual({ seed, open: undefined })
  }
}
