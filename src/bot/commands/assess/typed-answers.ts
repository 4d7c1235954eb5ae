import { answerCodes, encodeAnswer, type Rating } from '../../../assessment/index.ts'
import { note } from '../../../message/index.ts'
import { NewerSchemaError, StoreUnavailable, type UpdateResult } from '../../../store/store.ts'
import type { CommandContext } from '../../command.ts'
import { type BotResponse, replaceWith } from '../../events.ts'
import { quoteInput } from '../../quote.ts'
import { lastShown } from './last-shown.ts'
import { currentRow, type LoadedSession } from './loaded-session.ts'
import {
  appendAnswers,
  confirmCancel,
  finishSession,
  pauseSession,
  prependNotes,
  recordAnswers,
  refreshSession,
  renderSession,
  type SessionState,
  saveEvidence,
  sessionFrom,
  undoAnswer,
} from './session.ts'
import { evidenceForm, evidenceInvitation, ratingWords, whyNote } from './views/question.ts'
import { parseTypedAnswer, type TypedMeaning } from './words.ts'

/**
 * Words typed with no command, while an assessment is going on: an answer, a command of the assessment, or something that
 * is explained. Undefined where no assessment is going on, so that the words are read as a question.
 */
export async function handleTypedAnswer(text: string, context: CommandContext): Promise<BotResponse | undefined> {
  const meaning = parseTypedAnswer(text, context.vocabulary)
  try {
    const answered = meaning?.type === 'rating' ? await rateLastShown(meaning.rating, context) : undefined
    return answered ?? (await handleWithSession(text, meaning, context))
  } catch (error) {
    // If the store is unavailable, or the session was written by a newer version, the text is treated as a look-up.
    if ((error instanceof StoreUnavailable || error instanceof NewerSchemaError) && !meaning) return undefined
    throw error
  }
}

/** The usual case, in one round trip: an answer to the card this process showed last. Undefined where that is not it. */
async function rateLastShown(rating: Rating | null, context: CommandContext): Promise<BotResponse | undefined> {
  const loaded = lastShown(context)
  const row = loaded && loaded.session.mode === 'guided' && !loaded.session.paused ? currentRow(loaded) : null
  if (!loaded || !row) return undefined
  const code = encodeAnswer(loaded.role, { skillId: row.skill.slug, rating })
  const outcome = await appendAnswers(loaded.session, [code], context, context.event)
  return outcome.status === 'done' || outcome.status === 'repeated'
    ? showAfterRating({ loaded, notes: [] }, outcome, context)
    : undefined
}

async function handleWithSession(
  text: string,
  meaning: TypedMeaning | undefined,
  context: CommandContext,
): Promise<BotResponse | undefined> {
  const { store } = context.services
  const focus = (await store.settings.read(context.person)).focus
  if (focus === null) return undefined
  const session = await store.sessions.read(context.person, focus)
  if (!session || session.paused || !context.catalogIndex.catalog.roles.has(session.role)) return undefined
  const { loaded, notes } = await refreshSession(session, context)
  if (notes.length > 0 && meaning?.type === 'finish') return replaceWith(renderSession({ loaded, notes }, context))
  const state = { loaded, notes: [] }
  const response = await (meaning ? handleMeaning(meaning, state, context) : explain(text, state, context))
  return prependNotes(notes, response, () => replaceWith(renderSession({ loaded, notes }, context)))
}

/** Words about the open question: a sheet has none. */
const OF_ONE_QUESTION: ReadonlySet<TypedMeaning['type']> = new Set(['rating', 'back', 'why', 'evidence'])

async function handleMeaning(
  meaning: TypedMeaning,
  state: SessionState,
  context: CommandContext,
): Promise<BotResponse> {
  const { loaded } = state
  if (loaded.session.mode === 'sheet' && OF_ONE_QUESTION.has(meaning.type)) return help(loaded, context)
  const { t } = context
  switch (meaning.type) {
    case 'rating':
      return rate(meaning.rating, state, context)
    case 'back':
      return undoAnswer(loaded, context)
    case 'why':
      return replaceWith(renderSession({ loaded, notes: [whyNote(loaded, t)] }, context))
    case 'pause':
      return pauseSession(loaded, context)
    case 'cancel':
      return confirmCancel(loaded.role.slug, context)
    case 'finish':
      return loaded.assessment.progress.canStop || loaded.assessment.progress.settled || loaded.session.mode === 'sheet'
        ? finishSession(loaded, context)
        : help(loaded, context)
    case 'help':
      return help(loaded, context)
    case 'resume':
      return replaceWith(renderSession(state, context))
    case 'evidence':
      return evidence(meaning.text, loaded, context)
  }
}

async function rate(rating: Rating | null, state: SessionState, context: CommandContext): Promise<BotResponse> {
  const { loaded } = state
  const row = currentRow(loaded)
  if (!row || loaded.session.mode === 'sheet') return help(loaded, context)
  const code = encodeAnswer(loaded.role, { skillId: row.skill.slug, rating })
  const outcome = await appendAnswers(loaded.session, [code], context, context.event)
  return outcome.status === 'stale'
    ? recordAnswers(loaded.session, [code], context)
    : showAfterRating(state, outcome, context)
}

async function showAfterRating(
  before: SessionState,
  outcome: UpdateResult,
  context: CommandContext,
): Promise<BotResponse> {
  const next = await refreshSession(sessionFrom(outcome, context), context)
  const notes = [...before.notes, ...next.notes, ...evidenceInvitation(next.loaded, context.t)]
  return replaceWith(renderSession({ loaded: next.loaded, notes }, context))
}

function help(loaded: LoadedSession, context: CommandContext): BotResponse {
  const { t } = context
  const rich =
    loaded.session.mode === 'sheet'
      ? t.rich('assess.note.sheet')
      : currentRow(loaded)
        ? t.rich('assess.help.typed', { words: ratingWords(context) })
        : t.rich('assess.note.nothingOpen')
  const hint = note('info', rich)
  return replaceWith(renderSession({ loaded, notes: [hint] }, context))
}

function explain(text: string, state: SessionState, context: CommandContext): BotResponse {
  const hint = note(
    'warning',
    context.t.rich('assess.note.typed', { text: quoteInput(text), words: ratingWords(context) }),
  )
  return replaceWith(renderSession({ loaded: state.loaded, notes: [...state.notes, hint] }, context))
}

/** Evidence typed in the same line is kept at once; the bare word opens the form. It belongs to the open question. */
function evidence(text: string, loaded: LoadedSession, context: CommandContext): Promise<BotResponse> | BotResponse {
  const row = currentRow(loaded)
  if (!row) return help(loaded, context)
  if (text !== '') return saveEvidence(loaded, row.skill.slug, text, context)
  const code = answerCodes(loaded.role).bySkill.get(row.skill.slug) ?? ''
  return { type: 'form', form: evidenceForm(loaded, row.skill.slug, code, context.t) }
}
