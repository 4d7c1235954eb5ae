import { answerCodes, codeToday, encodeAnswer, type Rating } from '../../../assessment/index.ts'
import type { Scale, Skill } from '../../../catalog/index.ts'
import { type ActionButton, actions, type Message, note } from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Session } from '../../../store/records.ts'
import { NewerSchemaError, StoreUnavailable, type UpdateResult } from '../../../store/store.ts'
import type { CommandContext, OwnQuestion } from '../../command.ts'
import { isOwnQuestion } from '../../conversation/index.ts'
import { UserError } from '../../errors.ts'
import type { BotResponse } from '../../events.ts'
import { quoteInput } from '../../quote.ts'
import { resumeButton } from './actions.ts'
import {
  asCard,
  lastSession,
  prependNotes,
  refreshSession,
  sessionFrom,
  sessionMessage,
  showAllStatements,
  showSession,
} from './current-session.ts'
import {
  canStop,
  currentRow,
  hasScope,
  isOutdated,
  type LoadedSession,
  loadAsSeen,
  loadSession,
} from './loaded-session.ts'
import { outlookOf } from './outlook.ts'
import {
  appendAnswers,
  confirmCancel,
  finishSession,
  pauseSession,
  recordAnswers,
  saveEvidence,
  undoAnswer,
} from './session.ts'
import { parseTypedAnswer, similarWord, type TypedMeaning } from './typed-meaning.ts'
import { answeredLine } from './views/answered.ts'
import { controlKeys } from './views/control-keys.ts'
import { evidenceForm, invitedSkill } from './views/evidence.ts'
import { isShortened, ratingWords } from './views/question.ts'
import { firstNumber } from './views/ratings.ts'
import { whyNote } from './views/why.ts'

/**
 * Handles words typed without a command while an assessment is in progress: an answer, a command of the assessment, a question of their
 * own, or text that is not understood. Undefined if no assessment is in progress, so that the words are read as a question.
 */
export async function handleTypedAnswer(
  text: string,
  context: CommandContext,
): Promise<BotResponse | OwnQuestion | undefined> {
  const last = lastSession(context)
  const scale = (last && currentRow(last)?.skill.scale) ?? context.catalogIndex.catalog.scale
  const meaning = parseTypedAnswer(text, context.vocabulary, scale)
  try {
    const answered = meaning?.type === 'rating' ? await rateLastSession(meaning.rating, context) : undefined
    return answered ?? (await handleWithSession(text, meaning, scale, context))
  } catch (error) {
    // If the store is unavailable, or the session was written by a newer version, the text is treated as a look-up.
    if ((error instanceof StoreUnavailable || error instanceof NewerSchemaError) && !meaning) return undefined
    throw error
  }
}

/** Answers the question that this process showed last, in one round trip. Undefined if another one is open by now. */
async function rateLastSession(rating: Rating | null, context: CommandContext): Promise<BotResponse | undefined> {
  const loaded = lastSession(context)
  const code = loaded && !loaded.session.paused ? answerCode(rating, loaded) : undefined
  if (!loaded || code === undefined) return undefined
  const outcome = await appendAnswers(loaded.session, [code], context, context.event)
  return outcome.status === 'done' || outcome.status === 'repeated' ? showAfterRating(outcome, context) : undefined
}

/** The code of a rating of the open question; undefined if there is none, as on a sheet. */
function answerCode(rating: Rating | null, loaded: LoadedSession): string | undefined {
  const row = loaded.session.mode === 'sheet' ? null : currentRow(loaded)
  return row ? encodeAnswer(loaded.role, { skillId: row.skill.slug, rating }) : undefined
}

async function handleWithSession(
  text: string,
  guess: TypedMeaning | undefined,
  scale: Scale,
  context: CommandContext,
): Promise<BotResponse | OwnQuestion | undefined> {
  const session = await openSession(context)
  if (!session || session.paused) return undefined
  if (!hasScope(session, context.catalogIndex)) return handleWithoutRole(guess, session, context)
  if (!guess && isQuestionBeside(text, scale, context)) {
    return stillOpen(loadSession(session, context), context)
  }
  // What the person typed is about the card that they saw, even if the ladder has changed since.
  const card = loadAsSeen(session, context)
  const state = await refreshSession(session, context)
  const { loaded, notes } = state
  const own = currentRow(card ?? loaded)?.skill.scale ?? scale
  const meaning = own === scale ? guess : parseTypedAnswer(text, context.vocabulary, own)
  if (notes.length > 0 && meaning?.type === 'finish') return showSession(loaded, notes, context)
  const late = notes.length > 0 && meaning ? handleLate(meaning, { session, card, loaded }, context) : undefined
  const response = await (late ?? (meaning ? handleMeaning(meaning, loaded, context) : explain(text, loaded, context)))
  return prependNotes(state, response, context)
}

/** Whether words that are no answer ask something else. A misspelled answer does not. */
function isQuestionBeside(text: string, scale: Scale, context: CommandContext): boolean {
  return !similarWord(text, scale, context) && isOwnQuestion(text, context)
}

/** The numbers that can be typed as a rating. */
function numbersOn(scale: Scale): { readonly first: number; readonly most: number } {
  const first = firstNumber(scale)
  return { first, most: scale.steps.length + first }
}

/** Says below another answer which question is still open, and what to type for it. */
function stillOpen(loaded: LoadedSession, { t }: CommandContext): OwnQuestion {
  const { role, session } = loaded
  const row = session.mode === 'sheet' || isOutdated(loaded) ? null : currentRow(loaded)
  if (!row) {
    return { type: 'question', below: actions([resumeButton(role, t)], t('assess.open.other', { role: role.name })) }
  }
  const numbers = numbersOn(row.skill.scale)
  const number = loaded.assessment.progress.askedCount + 1
  const title = t('assess.open.question', { number, skill: row.skill.name, ...numbers })
  return { type: 'question', below: actions([resumeButton(role, t)], title), lastAnswerNumber: numbers.most }
}

/** The session whose card the person saw last: in this process if it is still as it was then, else the one in focus. */
async function openSession({ services, person }: CommandContext): Promise<Session | null> {
  const { store, lastSessions } = services
  const { focus } = await store.settings.read(person)
  const last = lastSessions?.get(personKey(person))
  if (last && last.role !== focus && !last.paused) {
    const session = await store.sessions.read(person, last.role)
    if (session?.id === last.id && session.version === last.version) return session
  }
  return focus === null ? null : store.sessions.read(person, focus)
}

/** Words of an assessment whose role or domain the catalog lacks: it can be ended only. Others are read as a question. */
function handleWithoutRole(
  meaning: TypedMeaning | undefined,
  session: Session,
  context: CommandContext,
): Promise<BotResponse> | undefined {
  if (!meaning || meaning.type === 'help') return undefined
  if (meaning.type === 'cancel') return confirmCancel(session.role, context)
  throw new UserError('error.assess.roleGone', {
    role: context.catalogIndex.catalog.roles.get(session.role)?.name ?? session.role,
  })
}

/** A session as it was when its person saw the card, the card (undefined if it cannot be told), and the session as it is now. */
interface LateInput {
  readonly session: Session
  readonly card: LoadedSession | undefined
  readonly loaded: LoadedSession
}

/**
 * Handles words that refer to a card from before the ladder changed. An answer counts if its question is still the same; otherwise the
 * person is told. Undefined for words that mean the same on any card.
 */
function handleLate(
  meaning: TypedMeaning,
  { session, card, loaded }: LateInput,
  context: CommandContext,
): Promise<BotResponse> | BotResponse | undefined {
  if (session.mode === 'sheet') return undefined
  const refuse = (): BotResponse =>
    showSession(loaded, [note('info', context.t.rich('assess.note.questionGone'))], context)
  const isAbout = meaning.type === 'rating' || meaning.type === 'evidence'
  if (isAbout && !card) return refuse()
  switch (meaning.type) {
    case 'rating': {
      // A card that states the level asks no question.
      if (card && !currentRow(card)) return help(loaded, context)
      const answered = card && answerCode(meaning.rating, card)
      const code = answered === undefined ? undefined : codeToday(loaded.role, answered)
      return code === undefined ? refuse() : append(code, loaded, context)
    }
    case 'evidence': {
      const slug = card && (invitedSkill(card) ?? currentRow(card)?.skill)?.slug
      const skill = slug === undefined ? undefined : loaded.role.rows.get(slug)?.skill
      if (!skill) {
        const warning = note('warning', context.t.rich('error.evidence.gone', { role: loaded.role.name }))
        return showSession(loaded, [warning], context)
      }
      return evidenceFor(skill, meaning.text, loaded, context)
    }
    case 'back':
      return undoAnswer(loaded, context, session)
    default:
      return undefined
  }
}

/** Words that refer to the open question; a sheet has none. */
const FOR_ONE_QUESTION: ReadonlySet<TypedMeaning['type']> = new Set(['rating', 'back', 'why', 'statements', 'evidence'])

async function handleMeaning(
  meaning: TypedMeaning,
  loaded: LoadedSession,
  context: CommandContext,
): Promise<BotResponse> {
  if (loaded.session.mode === 'sheet' && FOR_ONE_QUESTION.has(meaning.type)) return help(loaded, context)
  switch (meaning.type) {
    case 'rating':
      return rate(meaning.rating, loaded, context)
    case 'back':
      return undoAnswer(loaded, context)
    case 'why':
      return showSession(loaded, [whyNote(loaded, context.t)], context)
    case 'statements':
      return isShortened(loaded, context.services.assessmentCard)
        ? showAllStatements(loaded, context)
        : withoutMoreStatements(loaded, context)
    case 'pause':
      return pauseSession(loaded, context)
    case 'cancel':
      return confirmCancel(loaded.role.slug, context)
    case 'finish':
      return canStop(loaded) || loaded.session.mode === 'sheet'
        ? finishSession(loaded, context)
        : explainStop(loaded, context)
    case 'help':
      return help(loaded, context)
    case 'resume':
      return showSession(loaded, [], context)
    case 'evidence':
      return evidence(meaning.text, loaded, context)
  }
}

async function rate(rating: Rating | null, loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  const code = answerCode(rating, loaded)
  return code === undefined ? help(loaded, context) : append(code, loaded, context)
}

async function append(code: string, loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  const outcome = await appendAnswers(loaded.session, [code], context, context.event)
  return outcome.status === 'stale' ? recordAnswers(loaded.session, [code], context) : showAfterRating(outcome, context)
}

async function showAfterRating(outcome: UpdateResult, context: CommandContext): Promise<BotResponse> {
  const { loaded, notes } = await refreshSession(sessionFrom(outcome, context), context)
  const { t } = context
  return asCard(showSession(loaded, notes, context), t, { isOpen: true, line: answeredLine(loaded, t) })
}

function help(loaded: LoadedSession, context: CommandContext): BotResponse {
  const { t } = context
  const hint =
    loaded.session.mode === 'sheet'
      ? t.rich('assess.note.sheet')
      : currentRow(loaded)
        ? t.rich('assess.help.typed', { words: ratingWords(scaleOf(loaded), context) })
        : t.rich('assess.note.nothingOpen')
  return showSession(loaded, [note('info', hint)], context)
}

/** Says that the card has all statements. */
function withoutMoreStatements(loaded: LoadedSession, context: CommandContext): BotResponse {
  if (!currentRow(loaded)) return help(loaded, context)
  return showSession(loaded, [note('info', context.t.rich('assess.note.allStatements'))], context)
}

/** Says why the assessment cannot end yet, and when it can. A domain without an answer has nothing to tell. */
function explainStop(loaded: LoadedSession, context: CommandContext): BotResponse {
  if (loaded.domain) return help(loaded, context)
  const { stopLeft, stopAnswers: answers } = loaded.assessment.progress
  const { target, assessedRole } = loaded
  const { left } = outlookOf(loaded)
  const about = { about: target ? 'check' : 'level', level: target?.name ?? '' }
  const core = assessedRole.skills.some(({ core }) => core) ? 'some' : 'none'
  const hint =
    // A stop that takes more answers than are left to ask would promise questions that never come.
    left <= stopLeft
      ? context.t.rich('assess.note.stopAtEnd', { ...about, left: Math.max(1, left) })
      : context.t.rich('assess.note.stopEarly', { ...about, left: stopLeft, answers, core })
  return showSession(loaded, [note('info', hint)], context)
}

function explain(text: string, loaded: LoadedSession, context: CommandContext): BotResponse {
  const { t } = context
  if (loaded.session.mode === 'sheet') return help(loaded, context)
  const isAsked = currentRow(loaded) !== null
  const similar = isAsked ? similarWord(text, scaleOf(loaded), context) : undefined
  if (!isAsked) {
    const next = actionsOf(sessionMessage(loaded, [], context)).filter(
      ({ key }) => key !== controlKeys(loaded.role).change,
    )
    const labels = next.map(({ label }) => label)
    const hint = t.rich('assess.note.typedSettled', { text: quoteInput(text), labels: t.any(labels) })
    return showSession(loaded, [note('warning', hint)], context)
  }
  const skill = currentRow(loaded)?.skill.name ?? loaded.role.name
  const words = { text: quoteInput(text), words: ratingWords(scaleOf(loaded), context), skill }
  const hint = similar
    ? t.rich('assess.note.similar', { ...words, ...similar })
    : t.rich('assess.note.typed', { ...words, ...numbersOn(scaleOf(loaded)) })
  return showSession(loaded, [note('warning', hint)], context)
}

const actionsOf = ({ blocks }: Message): readonly ActionButton[] =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []))

/** The scale of the open question. */
const scaleOf = (loaded: LoadedSession): Scale => currentRow(loaded)?.skill.scale ?? loaded.role.scale

/**
 * Saves evidence that was typed in one line, for the skill that the card invites evidence for or else for the open question; the word
 * alone opens the form.
 */
function evidence(text: string, loaded: LoadedSession, context: CommandContext): Promise<BotResponse> | BotResponse {
  const skill = invitedSkill(loaded) ?? currentRow(loaded)?.skill
  return skill ? evidenceFor(skill, text, loaded, context) : help(loaded, context)
}

function evidenceFor(
  skill: Skill,
  text: string,
  loaded: LoadedSession,
  context: CommandContext,
): Promise<BotResponse> | BotResponse {
  if (text !== '') return saveEvidence(loaded, skill.slug, text, context)
  const code = answerCodes(loaded.role).bySkill.get(skill.slug) ?? ''
  return { type: 'form', form: evidenceForm(loaded, skill.slug, code, context.t) }
}
