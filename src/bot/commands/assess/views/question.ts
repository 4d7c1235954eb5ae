import {
  answerCodes,
  type CardKind,
  encodeAnswer,
  type Proficiency,
  proficienciesOf,
  shortCardSteps,
} from '../../../../assessment/index.ts'
import { localized, type Row, rankOf, type Scale, type Skill, stepAt } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  heading,
  type Message,
  note,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import type { CommandContext } from '../../../command.ts'
import { hasRubric, rubric } from '../../../views/rubric.ts'
import { answerText, hasMore } from '../../../views/statement.ts'
import { queryButton } from '../../skills/query.ts'
import { payloadOf, press } from '../actions.ts'
import { canStop, currentRow, type LoadedSession } from '../loaded-session.ts'
import { outlookOf } from '../outlook.ts'
import { refOf } from '../session-ref.ts'
import { answeredBlocks } from './answered.ts'
import { controlKeys } from './control-keys.ts'
import { evidenceInvitation } from './evidence.ts'
import { edgeNote, progressText } from './question-progress.ts'
import { firstNumber, ratingButtonLabel, ratingLabel, ratingsOn } from './ratings.ts'
import { settledCard } from './settled.ts'

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

const stepsOf = ({ scale }: Skill): readonly Proficiency[] => proficienciesOf(scale.steps.length)

/** The steps whose statements the card of a question shows, lowest first. */
function stepsOnCard({ assessment, decoded, target, role }: LoadedSession, { skill, cells }: Row, card: CardKind) {
  const all = stepsOf(skill)
  if (card === 'full') return all
  const cell = target && cells[role.levels.indexOf(target)]
  const expected = all.find((step) => step === rankOf(cell ?? null)) ?? null
  return shortCardSteps({ answers: decoded.answers.length, chances: assessment.chances(skill.slug), expected })
}

/** Whether the card of the open question shows some of its statements only. */
export function isShortened(loaded: LoadedSession, card: CardKind = 'full'): boolean {
  const row = currentRow(loaded)
  return row !== null && stepsOnCard(loaded, row, card).length < stepsOf(row.skill).length
}

function askCard(loaded: LoadedSession, row: Row, t: Translator, notes: readonly Block[], card: CardKind): Message {
  const { skill } = row
  const evidence = loaded.session.evidence[skill.slug]
  const { askedCount } = loaded.assessment.progress
  const outlook = outlookOf(loaded)
  const steps = stepsOnCard(loaded, row, card)
  return {
    summary: `${skill.name}: ${t('assess.card.asks')}`,
    blocks: [
      ...answeredBlocks(loaded, t),
      ...evidenceInvitation(loaded, t),
      ...notes,
      heading(`${skill.name} · ${localized(skill.domain.name, t.locale)}`),
      {
        type: 'progress',
        ...outlook.bar,
        label: progressText(loaded, outlook, t),
      },
      statementList(skill, steps, t),
      ...(askedCount === 0
        ? [...(hasRubric(skill.scale, t) ? rubric(skill.scale, t) : []), note('info', t.rich('rubric.most'))]
        : []),
      ...edgeNote(loaded, outlook, t),
      ...(evidence === undefined ? [] : [text(t.rich('assess.evidence.have', { text: evidence }))]),
      // Nothing follows the buttons, and none comes before another one that was there: they stay where they are from card to card.
      ...actions([...ratingButtons(loaded, row, steps, t), ...otherStepButtons(loaded, skill, steps, t)]),
      ...actions(controls(loaded, skill, t)),
    ],
  }
}

/** The buttons of a question besides its ratings. A stop names no level: nobody is to stop at the level they hoped for. */
function controls(loaded: LoadedSession, skill: Skill, t: Translator): readonly ActionButton[] {
  const { role, session } = loaded
  const ref = refOf(loaded)
  const keys = controlKeys(role)
  const code = answerCodes(role).bySkill.get(skill.slug) ?? ''
  const hasEvidence = session.evidence[skill.slug] !== undefined
  const skip = press(t('assess.skip'), {
    type: 'answer',
    ref,
    code: encodeAnswer(role, { skillId: skill.slug, rating: null }),
  })
  const evidence = press(t(hasEvidence ? 'assess.evidence.change' : 'assess.evidence'), { type: 'evidence', ref, code })
  return [
    { ...skip, key: keys.skip },
    { ...press(t('assess.why'), { type: 'why', ref }), key: keys.why },
    { ...evidence, key: keys.evidence },
    { ...press(t('assess.pause'), { type: 'pause', ref }), key: keys.pause },
    ...fullTextButton(skill, keys.full, t),
    ...(canStop(loaded) ? [{ ...press(t('assess.stop'), { type: 'finish', ref }), key: keys.stop }] : []),
  ]
}

/** Opens the first statement that the card shortens, in a message of its own. */
function fullTextButton(skill: Skill, key: number, t: Translator): readonly ActionButton[] {
  const step = skill.scale.steps.find(({ slug }) => hasMore(skill, slug, t))
  return step ? [{ ...queryButton(t('assess.card.full'), { view: 'statement', skill, step }), key }] : []
}

/** The statements of some steps, lowest first, each with the number of its rating; with all, "none yet" before them if it has 1. */
function statementList(skill: Skill, steps: readonly Proficiency[], t: Translator): Block {
  const statements = steps.map((step) => {
    const own = stepAt(skill.scale, step)
    return own ? answerText(skill, own, t) : ''
  })
  const number = firstNumber(skill.scale)
  // Not every platform's lists can begin with 0: then "none yet" is a button only.
  const isFull = number === 1 && steps.length === skill.scale.steps.length
  const items = [...(isFull ? [t('assess.none')] : []), ...statements].map((statement) => ({ text: plain(statement) }))
  const first = isFull ? 1 : (steps[0] ?? 0) + number
  return { type: 'list', numbered: true, first, title: strong(t('assess.card.asks')), items }
}

/** Statements are chosen by their numbers, and "none yet" by the one before them. */
function ratingButtons(
  loaded: LoadedSession,
  { skill }: Row,
  steps: readonly Proficiency[],
  t: Translator,
): readonly ActionButton[] {
  return ratingsOn(skill.scale)
    .filter((rating) => rating === 0 || steps.includes(rating))
    .map((rating) => ({
      label: ratingButtonLabel(rating, skill.scale, t),
      key: rating + firstNumber(skill.scale),
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
  skill: Skill,
  steps: readonly Proficiency[],
  t: Translator,
): readonly ActionButton[] {
  const keys = controlKeys(loaded.role)
  const highest = stepsOf(skill).length
  const payload = payloadOf({ type: 'statements', ref: refOf(loaded) })
  return [
    ...(steps.some((step) => step === highest) ? [] : [{ label: t('assess.card.more'), key: keys.more, payload }]),
    ...(steps.includes(1) ? [] : [{ label: t('assess.card.less'), key: keys.less, payload }]),
  ]
}

/** The words that can be typed as a rating, joined with "or". */
export function ratingWords(scale: Scale, { t }: Pick<CommandContext, 't'>): string {
  return t.any(ratingsOn(scale).map((rating) => ratingLabel(rating, scale, t).toLowerCase()))
}
