import { answerCodes, encodeAnswer, type Rating } from '../../../../assessment/index.ts'
import { localized, PROFICIENCIES, type Role, type Row, rankOf, type Skill } from '../../../../catalog/index.ts'
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
import { payloadOf, press } from '../actions.ts'
import { currentRow, gradeName, type LoadedSession, wholePercent } from '../loaded-session.ts'

/** Least probability of each of two neighboring grades for the result to be called borderline. */
const BORDERLINE_SHARE = 0.25
/** Questions before a result can be called borderline. */
const BORDERLINE_FROM = 15

export function refOf({ session }: Pick<LoadedSession, 'session'>): SessionRef {
  return { role: session.role, id: session.id, version: session.version }
}

/** The card of a guided assessment: the open question, or the level if it is settled. */
export function questionCard(loaded: LoadedSession, t: Translator, notes: readonly Block[] = []): Message {
  const row = currentRow(loaded)
  return row ? askCard(loaded, row, t, notes) : settledCard(loaded, t, notes)
}

function askCard(loaded: LoadedSession, row: Row, t: Translator, notes: readonly Block[]): Message {
  const { skill } = row
  const ref = refOf(loaded)
  const evidence = loaded.session.evidence[skill.slug]
  const { progress } = loaded.assessment
  const left = progress.settled ? progress.estimatedGapsLeft : progress.estimatedLeft
  const number = progress.askedCount + 1
  const progressKey = progress.settled ? 'assess.card.progressPlan' : 'assess.card.progress'
  const label = t(progressKey, { number, left })
  return {
    summary: `${skill.name}: ${t('assess.card.asks')}`,
    blocks: [
      ...notes,
      heading(`${skill.name} · ${localized(skill.domain.name, t.locale)}`),
      { type: 'progress', done: progress.askedCount, total: progress.askedCount + Math.max(1, left), label },
      statementList(skill, t),
      ...actions(ratingButtons(loaded, row, t)),
      ...borderlineNote(loaded, t),
      ...(evidence === undefined ? [] : [text(t.rich('assess.evidence.have', { text: evidence }))]),
      ...actions([
        press(t('assess.skip'), {
          type: 'answer',
          ref,
          code: encodeAnswer(loaded.role, { skillId: skill.slug, rating: null }),
        }),
        ...(progress.askedCount > 0 ? [press(t('assess.back'), { type: 'back', ref })] : []),
        press(t('assess.why'), { type: 'why', ref }),
        press(t('assess.evidence'), {
          type: 'evidence',
          ref,
          code: answerCodes(loaded.role).bySkill.get(skill.slug) ?? '',
        }),
        press(t('assess.pause'), { type: 'pause', ref }),
        ...stopButton(loaded, t),
      ]),
    ],
  }
}

/** "None yet" and the four statements of a skill, lowest first. */
function statementList(skill: Skill, t: Translator): Block {
  const statements = PROFICIENCIES.map((proficiency) => localized(skill.statements[proficiency], t.locale))
  const items = [t('assess.none'), ...statements].map((statement) => ({ text: plain(statement) }))
  return { type: 'list', numbered: true, title: strong(t('assess.card.asks')), items }
}

/** Every rating, lowest first. */
export const RATINGS: readonly Rating[] = [0, 1, 2, 3, 4]

export function ratingLabel(rating: Rating, t: Translator): string {
  const proficiency = PROFICIENCIES[rating - 1]
  return proficiency === undefined ? t('assess.none.short') : proficiencyName(proficiency, t)
}

/** Statements are chosen by their number, 1 to 5. */
function ratingButtons(loaded: LoadedSession, { skill }: Row, t: Translator): readonly ActionButton[] {
  return RATINGS.map((rating) => ({
    label: ratingLabel(rating, t),
    key: rating + 1,
    payload: payloadOf({
      type: 'answer',
      ref: refOf(loaded),
      code: encodeAnswer(loaded.role, { skillId: skill.slug, rating }),
    }),
  }))
}

function stopButton(loaded: LoadedSession, t: Translator): readonly ActionButton[] {
  const { progress, result } = loaded.assessment
  if (!progress.canStop) return []
  if (loaded.domain) return [press(t('assess.stopDomain'), { type: 'finish', ref: refOf(loaded) })]
  const label = t('assess.stop', {
    level: gradeName(loaded.role, result.grade, t),
    percent: wholePercent(result.confidence),
  })
  return [press(label, { type: 'finish', ref: refOf(loaded) })]
}

/** Says why it takes long if two neighboring levels are both likely. */
function borderlineNote({ assessment, role, domain }: LoadedSession, t: Translator): readonly Block[] {
  const { grades } = assessment.result
  if (domain || assessment.progress.settled || assessment.progress.askedCount < BORDERLINE_FROM) return []
  const upper = grades.findIndex(
    (share, grade) => grade > 0 && share >= BORDERLINE_SHARE && (grades[grade - 1] ?? 0) >= BORDERLINE_SHARE,
  )
  return upper < 0 ? [] : [note('info', t.rich('assess.edge', { level: gradeName(role, upper, t) }))]
}

function settledCard(loaded: LoadedSession, t: Translator, notes: readonly Block[]): Message {
  const { role, assessment, session, domain } = loaded
  const { progress, result } = assessment
  const level = gradeName(role, result.grade, t)
  const { askedCount } = progress
  const left = progress.estimatedGapsLeft
  const ref = refOf(loaded)
  const conclusion = domain
    ? t.rich('assess.settled.domain', { domain: localized(domain.name, t.locale), questions: askedCount })
    : t.rich('assess.settled.level', { level, percent: wholePercent(result.confidence), questions: askedCount })
  const exact = session.refine || left === 0
  return {
    summary: domain
      ? localized(domain.name, t.locale)
      : t('result.summary', { role: role.name, level, percent: wholePercent(result.confidence) }),
    blocks: [
      ...notes,
      heading(t('assess.settled.title')),
      text(conclusion),
      text(exact ? t.rich('assess.settled.exact') : t.rich('assess.settled.offer', { left })),
      ...actions([
        press(t('assess.finish'), { type: 'finish', ref }, 'primary'),
        ...(exact ? [] : [press(t('assess.refine', { left }), { type: 'refine', ref })]),
        ...(askedCount > 0 ? [press(t('assess.back'), { type: 'back', ref })] : []),
        press(t('assess.pause'), { type: 'pause', ref }),
      ]),
    ],
  }
}

/** Explains why the open question is asked. */
export function whyNote(loaded: LoadedSession, t: Translator): Note {
  const row = currentRow(loaded)
  const { assessment, role, domain } = loaded
  if (!row) return note('info', t.rich('assess.rule'))
  const first = row.cells.findIndex((cell) => cell !== null)
  const proficiency = row.cells[first]?.proficiency
  const from = role.levels[first]?.name ?? ''
  const words = {
    skill: row.skill.name,
    role: role.name,
    from,
    proficiency: proficiency ? proficiencyName(proficiency, t) : '',
  }
  if (domain) return note('info', t.rich('assess.why.domain', words))
  const { result, progress } = assessment
  const target = role.levels[(result.targetLevel ?? 1) - 1]
  if (progress.settled)
    return note('info', t.rich('assess.why.plan', { skill: row.skill.name, level: target?.name ?? '' }))
  const decisive = decisiveLevel(row, role, result.grade)
  return note(
    'info',
    t.rich('assess.why.text', {
      ...words,
      ...decisive(t),
      level: gradeName(role, result.grade, t),
      percent: wholePercent(result.confidence),
    }),
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

/** Invites evidence for the last answer if it claims more than the estimated level expects. */
export function evidenceInvitation(loaded: LoadedSession, t: Translator): readonly Block[] {
  const { role, session, assessment, decoded } = loaded
  const [slug, rating] = decoded.answers.at(-1) ?? []
  const row = slug === undefined ? undefined : role.rows.get(slug)
  if (!row || !slug || rating === null || rating === undefined || rating < INVITE_RATING) return []
  if (decoded.answers.length < INVITE_FROM || session.evidence[slug] !== undefined) return []
  const expected = row.cells[Math.max(0, assessment.result.grade - 1)] ?? null
  if (rating <= rankOf(expected?.proficiency ?? null)) return []
  const code = answerCodes(role).bySkill.get(slug) ?? ''
  return [
    note('info', t.rich('assess.evidence.invite', { skill: row.skill.name })),
    ...actions([
      press(t('assess.evidence.for', { skill: row.skill.name }), { type: 'evidence', ref: refOf(loaded), code }),
    ]),
  ]
}

/** Most characters of evidence: a link and a sentence. */
export const MAX_EVIDENCE = 500

/** The words that can be typed as a rating, joined with "or". */
export function ratingWords({ t }: Pick<CommandContext, 't'>): string {
  return t.any(RATINGS.map((rating) => ratingLabel(rating, t).toLowerCase()))
}
