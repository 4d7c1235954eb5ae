import {
  type Answers,
  answerCodes,
  assess,
  type CardKind,
  encodeAnswer,
  type Proficiency,
  planQuestions,
  shortCardSteps,
} from '../../../../assessment/index.ts'
import { isCore, localized, PROFICIENCIES, type Role, type Row, rankOf, type Skill } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  type Form,
  heading,
  type Message,
  type Note,
  note,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import type { SessionRef } from '../../../../store/store.ts'
import type { CommandContext } from '../../../command.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { rubric } from '../../../views/rubric.ts'
import { payloadOf, press } from '../actions.ts'
import { canStop, currentRow, gradeName, isStated, type LoadedSession } from '../loaded-session.ts'
import { type Outlook, outlookOf } from '../outlook.ts'
import { ruleText } from '../rule.ts'
import { planLabel } from './plan-offer.ts'
import { focusOf } from './planned-gaps.ts'
import { RATINGS, ratingLabel } from './ratings.ts'
import { detailsOf } from './result-details.ts'
import { resultOf } from './result-record.ts'

export function refOf({ session }: Pick<LoadedSession, 'session'>): SessionRef {
  return { role: session.role, id: session.id, version: session.version }
}

/** The card of a guided assessment: the open question, or the level if it is settled. */
export function questionCard(
  loaded: LoadedSession,
  t: Translator,
  notes: readonly Block[] = [],
  card: CardKind = 'full',
): Message {
  const row = currentRow(loaded)
  return row ? askCard(loaded, row, t, notes, card) : settledCard(loaded, t, notes)
}

const ALL_STEPS: readonly Proficiency[] = [1, 2, 3, 4]

/** The steps whose statements the card of a question shows, lowest first. */
function stepsOnCard({ assessment, decoded, target, role }: LoadedSession, { skill, cells }: Row, card: CardKind) {
  if (card === 'full') return ALL_STEPS
  const cell = target && cells[role.levels.indexOf(target)]
  const expected = ALL_STEPS.find((step) => cell && step === rankOf(cell.proficiency)) ?? null
  return shortCardSteps({ answers: decoded.answers.length, chances: assessment.chances(skill.slug), expected })
}

/** Whether the card of the open question shows some of its statements only. */
export function isShortened(loaded: LoadedSession, card: CardKind = 'full'): boolean {
  const row = currentRow(loaded)
  return row !== null && stepsOnCard(loaded, row, card).length < ALL_STEPS.length
}

function askCard(loaded: LoadedSession, row: Row, t: Translator, notes: readonly Block[], card: CardKind): Message {
  const { skill } = row
  const ref = refOf(loaded)
  const evidence = loaded.session.evidence[skill.slug]
  const { askedCount } = loaded.assessment.progress
  const outlook = outlookOf(loaded)
  const steps = stepsOnCard(loaded, row, card)
  return {
    summary: `${skill.name}: ${t('assess.card.asks')}`,
    blocks: [
      ...notes,
      heading(`${skill.name} · ${localized(skill.domain.name, t.locale)}`),
      {
        type: 'progress',
        ...outlook.bar,
        label: progressText(loaded, outlook, t),
      },
      statementList(skill, steps, t),
      ...(askedCount === 0 ? [...rubric(t), note('info', t.rich('rubric.most'))] : []),
      ...actions([...ratingButtons(loaded, row, steps, t), ...otherStepButtons(loaded, steps, t)]),
      ...edgeNote(loaded, outlook, t),
      ...(evidence === undefined ? [] : [text(t.rich('assess.evidence.have', { text: evidence }))]),
      ...actions([
        press(t('assess.skip'), {
          type: 'answer',
          ref,
          code: encodeAnswer(loaded.role, { skillId: skill.slug, rating: null }),
        }),
        ...(askedCount > 0 ? [press(t('assess.back'), { type: 'back', ref })] : []),
        press(t('assess.why'), { type: 'why', ref }),
        press(t('assess.evidence'), {
          type: 'evidence',
          ref,
          code: answerCodes(loaded.role).bySkill.get(skill.slug) ?? '',
        }),
        press(t('assess.pause'), { type: 'pause', ref }),
        ...stopButton(loaded, t),
      ]),
      ...evidenceInvitation(loaded, t),
    ],
  }
}

const unaskedCount = ({ assessedRole, assessment }: LoadedSession): number =>
  assessedRole.skills.length - assessment.progress.askedCount

function progressText(loaded: LoadedSession, outlook: Outlook, t: Translator): string {
  const { between } = outlook
  const { assessment, domain, session, target } = loaded
  const { askedCount, settled, coreLeft } = assessment.progress
  const number = askedCount + 1
  if (domain) return t('assess.card.progressDomain', { number, total: askedCount + outlook.left })
  // After this one.
  const left = Math.max(0, outlook.left - 1)
  if (settled)
    return t(session.plan === true ? 'assess.card.progressPlan' : 'assess.card.progressGaps', { number, left })
  // A figure would wander from answer to answer.
  if (between) return t('assess.card.progressEdge', { number })
  if (coreLeft > 0) return t('assess.card.progressCore', { number, left })
  return t(target ? 'assess.card.progressTarget' : 'assess.card.progress', { number, left })
}

/** The statements of some steps, lowest first, each with the number of its rating; with all four, "none yet" before them. */
function statementList(skill: Skill, steps: readonly Proficiency[], t: Translator): Block {
  const statements = steps.map((step) => localized(skill.statements[PROFICIENCIES[step - 1] ?? 'awareness'], t.locale))
  const isFull = steps.length === ALL_STEPS.length
  const items = [...(isFull ? [t('assess.none')] : []), ...statements].map((statement) => ({ text: plain(statement) }))
  const first = isFull ? 1 : (steps[0] ?? 0) + 1
  return { type: 'list', numbered: true, first, title: strong(t('assess.card.asks')), items }
}

/** Statements are chosen by their number, 1 to 5, and "none yet" by 1. */
function ratingButtons(
  loaded: LoadedSession,
  { skill }: Row,
  steps: readonly Proficiency[],
  t: Translator,
): readonly ActionButton[] {
  return RATINGS.filter((rating) => rating === 0 || steps.includes(rating)).map((rating) => ({
    label: ratingLabel(rating, t),
    key: rating + 1,
    payload: payloadOf({
      type: 'answer',
      ref: refOf(loaded),
      code: encodeAnswer(loaded.role, { skillId: skill.slug, rating }),
    }),
  }))
}

/** "More than this" and "less than this" on a card that leaves such statements out: both show all of them. */
function otherStepButtons(
  loaded: LoadedSession,
  steps: readonly Proficiency[],
  t: Translator,
): readonly ActionButton[] {
  const payload = payloadOf({ type: 'statements', ref: refOf(loaded) })
  return [
    ...(steps.includes(4) ? [] : [{ label: t('assess.card.more'), key: RATINGS.length + 1, payload }]),
    ...(steps.includes(1) ? [] : [{ label: t('assess.card.less'), key: RATINGS.length + 2, payload }]),
  ]
}

/** A stop that names no level: the person is not to stop at the level they hoped for. */
function stopButton(loaded: LoadedSession, t: Translator): readonly ActionButton[] {
  return canStop(loaded) ? [press(t('assess.stop'), { type: 'finish', ref: refOf(loaded) })] : []
}

/** Says what is open, and what stopping means, to a person who has come between two levels. Later cards have the progress alone. */
function edgeNote(
  loaded: LoadedSession,
  { between, isNewlyBetween, isNearHalf, left, most }: Outlook,
  t: Translator,
): readonly Block[] {
  const { role, target } = loaded
  if (!between || !isNewlyBetween) return []
  const [lower, upper] = between
  const hasCore = role.core.domains.length + role.core.skills.length > 0
  const words = {
    left: Math.max(1, left),
    most,
    bound: most > left ? 'open' : 'same',
    core: hasCore ? (isNearHalf ? 'half' : 'settled') : isNearHalf ? 'near' : 'none',
    lower: gradeName(role, lower, t),
    upper: gradeName(role, upper, t),
  }
  return [
    note(
      'info',
      target ? t.rich('assess.edge.target', { ...words, level: target.name }) : t.rich('assess.edge', words),
    ),
  ]
}

function settledCard(loaded: LoadedSession, t: Translator, notes: readonly Block[]): Message {
  const { role, assessment, domain } = loaded
  const ref = refOf(loaded)
  const { progress } = assessment
  const title = domain
    ? t('result.title.domain', { role: role.name, domain: localized(domain.name, t.locale) })
    : verdictTitle(loaded, t)
  const summary = domain
    ? t.rich('assess.settled.domain', { domain: localized(domain.name, t.locale), questions: progress.askedCount })
    : t.rich(isStated(loaded) ? 'assess.settled.level' : 'assess.settled.early', {
        questions: progress.askedCount,
        skipped: progress.skipped,
      })
  const { planLeft, gapsLeft } = progress
  const offers = domain || !isStated(loaded) ? [] : offersOf(loaded)
  return {
    summary: title,
    blocks: [
      ...notes,
      heading(title),
      text(summary),
      ...(offers.includes('plan') ? [text(t.rich('assess.settled.offer', { focus: focusKind(loaded) }))] : []),
      ...actions([
        ...(offers.includes('plan')
          ? [press(planLabel(planQuestions(planLeft, unaskedCount(loaded)), t), { type: 'plan', ref }, 'primary')]
          : []),
        press(t('assess.finish'), { type: 'finish', ref }, offers.includes('plan') ? undefined : 'primary'),
        ...(offers.includes('gaps') ? [press(t('assess.refine', { left: gapsLeft }), { type: 'refine', ref })] : []),
        ...(progress.askedCount > 0 ? [press(t('assess.back'), { type: 'back', ref })] : []),
        press(t('assess.pause'), { type: 'pause', ref }),
      ]),
      ...evidenceInvitation(loaded, t),
    ],
  }
}

/** Whether the skills that the result will name to work on are answered, or estimated. */
function focusKind(loaded: LoadedSession): 'answered' | 'estimated' {
  const details = detailsOf(resultOf(loaded, '', 0), loaded.role)
  return focusOf(details, []).every(({ rating }) => rating !== undefined) ? 'answered' : 'estimated'
}

/** What can still be asked about: enough for a plan, and every gap. */
function offersOf({ assessment, session }: LoadedSession): readonly ('plan' | 'gaps')[] {
  const { planLeft, gapsLeft } = assessment.progress
  const asksAll = session.refine && session.plan !== true
  return [
    ...(planLeft > 0 && !session.refine ? (['plan'] as const) : []),
    ...(gapsLeft > 0 && !asksAll && gapsLeft !== planLeft ? (['gaps'] as const) : []),
  ]
}

/** The conclusion of an assessment in a few words: the level, or whether the person is ready for one. */
function verdictTitle(loaded: LoadedSession, t: Translator): string {
  const { role, target, assessment } = loaded
  const { result } = assessment
  if (!isStated(loaded)) return t('result.early.title', { role: role.name })
  if (target)
    return t(result.ready ? 'result.ready.title' : 'result.notReady.title', { role: role.name, level: target.name })
  if (result.grade === 0) return t('result.title.below', { role: role.name, level: role.levels[0]?.name ?? '' })
  return t('result.title', { role: role.name, level: gradeName(role, result.grade, t) })
}

/** Explains why the open question is asked. */
export function whyNote(loaded: LoadedSession, t: Translator): Note {
  const row = currentRow(loaded)
  const { assessment, role, domain } = loaded
  if (!row) return note('info', ruleText(role, t))
  const first = row.cells.findIndex((cell) => cell !== null)
  const proficiency = row.cells[first]?.proficiency
  const from = role.levels[first]?.name ?? ''
  const words = {
    skill: row.skill.name,
    role: role.name,
    from,
    proficiency: proficiency ? proficiencyName(proficiency, t) : '',
  }
  if (domain) return note('info', t.rich('assess.why.domain', { ...words, domain: localized(domain.name, t.locale) }))
  const { result, progress } = assessment
  const level = loaded.target ?? role.levels[(result.targetLevel ?? 1) - 1]
  if (progress.settled)
    return note(
      'info',
      t.rich(loaded.session.plan === true ? 'assess.why.plan' : 'assess.why.gaps', {
        skill: row.skill.name,
        level: level?.name ?? '',
      }),
    )
  const decisive = decisiveLevel(row, role, loaded.target ? role.levels.indexOf(loaded.target) : result.grade)
  return note(
    'info',
    t.rich(isCore(role, row.skill) ? 'assess.why.core' : 'assess.why.text', { ...words, ...decisive(t) }),
  )
}

/** The level above the likeliest grade and what it expects of the skill: the answer decides whether it is met. */
function decisiveLevel(row: Row, role: Role, grade: number): (t: Translator) => { from: string; proficiency: string } {
  const index = Math.min(grade, role.levels.length - 1)
  const at = row.cells[index] ? index : row.cells.findIndex((cell) => cell !== null)
  const proficiency = row.cells[at]?.proficiency
  const since = row.cells.findIndex((cell) => cell?.proficiency === proficiency)
  return (t) => ({
    from: role.levels[since]?.name ?? '',
    proficiency: proficiency ? proficiencyName(proficiency, t) : '',
  })
}

/** A form for a note or link as evidence for a skill. */
export function evidenceForm(loaded: LoadedSession, skillSlug: string, code: string, t: Translator): Form {
  const name = loaded.role.rows.get(skillSlug)?.skill.name ?? skillSlug
  const initial = loaded.session.evidence[skillSlug]
  return {
    title: t('assess.evidence.title'),
    payload: payloadOf({ type: 'evidence', ref: refOf(loaded), code }),
    submit: t('assess.evidence.submit'),
    fields: [
      {
        type: 'text',
        name: 'evidence',
        label: t('assess.evidence.label', { skill: name }),
        hint: t('assess.evidence.hint'),
        optional: true,
        maxLength: MAX_EVIDENCE,
        ...(initial === undefined ? {} : { initial }),
      },
    ],
  }
}

/** Answers before the estimate is good enough to question one of them. */
const INVITE_FROM = 5
/** Lowest rating that evidence is invited for: Advanced. */
const INVITE_RATING = 3

/** More invitations would sound like doubt. */
const MAX_INVITATIONS = 2

/**
 * The skill of the last answer if evidence is invited for it: the answer is more than the estimated level and the level of the gaps
 * expect, as only few before it were.
 */
export function invitedSkill(loaded: LoadedSession): Skill | undefined {
  const { role, session, decoded, ratingOf } = loaded
  const answers = decoded.answers.filter(([slug]) => ratingOf(slug) !== undefined)
  const row = role.rows.get(answers.at(-1)?.[0] ?? '')
  if (!row || session.evidence[row.skill.slug] !== undefined || !exceedsLevels(loaded, answers)) return undefined
  const before = answers.filter((_, index) => exceedsLevels(loaded, answers.slice(0, index))).length
  return before < MAX_INVITATIONS ? row.skill : undefined
}

/** Whether the last of some answers is more than the level they point at, and the one after it or the target, expect. */
function exceedsLevels({ role, target, assessedRole }: LoadedSession, answers: Answers): boolean {
  const [slug = '', rating = null] = answers.at(-1) ?? []
  if (answers.length < INVITE_FROM || rating === null || rating < INVITE_RATING) return false
  const options = target ? { target: role.levels.indexOf(target) } : {}
  const { grade, targetLevel = grade } = assess(assessedRole, answers, options).result
  const cells = role.rows.get(slug)?.cells ?? []
  return [Math.max(1, grade), targetLevel].every((level) => rating > rankOf(cells[level - 1]?.proficiency ?? null))
}

/** Invites evidence for the last answer, after everything that the open question has. */
function evidenceInvitation(loaded: LoadedSession, t: Translator): readonly Block[] {
  const skill = invitedSkill(loaded)
  if (!skill) return []
  const code = answerCodes(loaded.role).bySkill.get(skill.slug) ?? ''
  return [
    note('info', t.rich('assess.evidence.invite', { skill: skill.name })),
    ...actions([
      press(t('assess.evidence.for', { skill: skill.name }), { type: 'evidence', ref: refOf(loaded), code }),
    ]),
  ]
}

/** Most characters of evidence: a link and a sentence. */
export const MAX_EVIDENCE = 500

/** The words that can be typed as a rating, joined with "or". */
export function ratingWords({ t }: Pick<CommandContext, 't'>): string {
  return t.any(RATINGS.map((rating) => ratingLabel(rating, t).toLowerCase()))
}
