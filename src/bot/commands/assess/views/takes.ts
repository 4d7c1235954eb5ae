import { assess, assessedRole, type CardKind } from '../../../../assessment/index.ts'
import type { Level, Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { type Block, type RichText, text } from '../../../../message/index.ts'
import type { CommandContext } from '../../../command.ts'
import type { Scope } from '../actions.ts'
import { secondsToAnswer } from '../card-time.ts'
import { needsSheet } from '../loaded-session.ts'

// How many questions and minutes an assessment takes.

/** How many questions and minutes an assessment takes; for one that finds a level, also how many if the person is between two. */
export function takesText(
  role: Role,
  scope: Scope,
  { t, services }: CommandContext,
  secondsACard: number | undefined,
): RichText {
  const { domain, target } = scope
  const minutes = minutesFor(role, scope, services.assessmentCard ?? 'full', secondsACard, t)
  if (domain || needsSheet(role, domain)) {
    const questions = assessedRole(role, domain).skills.length
    return t.rich('assess.intro.takes.all', { questions, minutes: minutes(questions) })
  }
  const { least, usual, most, likely } = questionsOf(role, target)
  if (most <= likely) return t.rich('assess.intro.takes.all', { questions: most, minutes: minutes(most) })
  return t.rich(target ? 'assess.intro.takes.target' : 'assess.intro.takes', {
    ...rangeParams({ least, usual, from: minutes(least), to: minutes(usual) }),
    most,
    tail: most === usual ? 'none' : 'most',
  })
}

/** The most roles whose assessments are compared for how long they take. */
const MOST_TIMED = 6

/** How many questions and minutes it takes to find the level, whichever role is picked; nothing for a ladder that needs sheets. */
export function takesAnyRole({ t, services, catalogIndex: { catalog } }: CommandContext): readonly Block[] {
  const roles = [...catalog.roles.values()]
  if (roles.length > MOST_TIMED || roles.some((role) => needsSheet(role, null))) return []
  const ranges = roles.map((role) => {
    const { least, usual } = usualQuestions(role)
    const minutes = minutesFor(role, { domain: null, target: null }, services.assessmentCard ?? 'full', undefined, t)
    return { least, usual, from: minutes(least), to: minutes(usual) }
  })
  const range = {
    least: Math.min(...ranges.map(({ least }) => least)),
    usual: Math.max(...ranges.map(({ usual }) => usual)),
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  }
  return [text(t.rich('assess.intro.takes', { ...rangeParams(range), most: range.usual, tail: 'none' }))]
}

interface Range {
  readonly least: number
  readonly usual: number
  /** Minutes. */
  readonly from: number
  readonly to: number
}

const rangeParams = (range: Range) => ({
  ...range,
  questions: range.least === range.usual ? 'one' : 'range',
  time: range.from === range.to ? 'one' : 'range',
})

/** What an assessment of a role begins with, which is computed once a role. */
const questionsByRole = new WeakMap<Role, ReturnType<typeof questionsOf>>()

function usualQuestions(role: Role): ReturnType<typeof questionsOf> {
  const cached = questionsByRole.get(role) ?? questionsOf(role, null)
  questionsByRole.set(role, cached)
  return cached
}

/** How many questions an assessment takes: at least, usually, on average and at most. */
function questionsOf(role: Role, target: Level | null) {
  const { left, coreLeft } = assess(
    assessedRole(role),
    [],
    target ? { target: role.levels.indexOf(target) } : {},
  ).progress
  const { most, likely } = left
  // The core alone can show that a person is not ready.
  const least = target && coreLeft > 0 ? Math.min(coreLeft, left.least) : left.least
  const usual = target ? likely : Math.max(likely, Math.min(most, Math.round(least * USUAL_RANGE)))
  return { least, usual, likely, most }
}

/** The minutes that a number of questions takes, from the words of a role or from the measured time. */
function minutesFor(
  role: Role,
  { domain, target }: Pick<Scope, 'domain' | 'target'>,
  card: CardKind,
  secondsACard: number | undefined,
  t: Translator,
): (questions: number) => number {
  return (questions) => {
    const seconds =
      secondsACard === undefined
        ? secondsToAnswer(questions, { role, domain, target, locale: t.locale, card })
        : questions * secondsACard
    return Math.max(1, Math.ceil(seconds / 60))
  }
}

/** The mean of simulated people over their least: 19 questions where 14 is the least (bench/assessment). */
const USUAL_RANGE = 1.4
