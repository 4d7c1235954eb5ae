import { answerCodes, encodeAnswer, type Rating } from '../../../assessment/index.ts'
import { note } from '../../../message/index.ts'
import { NewerSchemaError, StoreUnavailable, type UpdateResult } from '../../../store/store.ts'
import type { CommandContext } from '../../command.ts'
import { type BotResponse, replaceWith } from '../../events.ts'
import { quoteInput } from '../../quote.ts'
import { lastShown } from './last-shown.ts'
import { type Live, openRow } from './loaded-session.ts'
import {
  answer,
  append,
  askCancel,
  back,
  finish,
  keepEvidence,
  pause,
  type Shown,
  saidFirst,
  show,
  stateOf,
  upToDate,
} from './session.ts'
import { evidenceForm, evidenceInvitation, ratingWords, whyNote } from './views/question.ts'
import { type Typed, typedMeaning } from './words.ts'

/**
 * Words typed with no command, while an assessment is going on: an answer, a command of the assessment, or something that
 * is explained. Undefined where no assessment is going on, so that the words are read as a question.
 */
export async function hear(text: string, context: CommandContext): Promise<BotResponse | undefined> {
  const meaning = typedMeaning(text, context.vocabulary)
  try {
    const answered = meaning?.type === 'rating' ? await rateLastShown(meaning.rating, context) : undefined
    return answered ?? (await hearReading(text, meaning, context))
  } catch (error) {
    // If the store is unavailable, or the session was written by a newer version, the text is treated as a look-up.
    if ((error instanceof StoreUnavailable || error instanceof NewerSchemaError) && !meaning) return undefined
    throw error
  }
}

/** The usual case, in one round trip: an answer to the card this process showed last. Undefined where that is not it. */
async function rateLastShown(rating: Rating | null, context: CommandContext): Promise<BotResponse | undefined> {
  const live = lastShown(context)
  const row = live && live.session.mode === 'guided' && !live.session.paused ? openRow(live) : null
  if (!live || !row) return undefined
  const code = encodeAnswer(live.role, { skillId: row.skill.slug, rating })
  const taken = await append(live.session, [code], context, context.event)
  return taken.status === 'done' || taken.status === 'repeated' ? rated({ live, notes: [] }, taken, context) : undefined
}

async function hearReading(
  text: string,
  meaning: Typed | undefined,
  context: CommandContext,
): Promise<BotResponse | undefined> {
  const { store } = context.services
  const focus = (await store.settings.read(context.person)).focus
  if (focus === null) return undefined
  const session = await store.sessions.read(context.person, focus)
  if (!session || session.paused || !context.catalogIndex.catalog.roles.has(session.role)) return undefined
  const { live, notes } = await upToDate(session, context)
  if (notes.length > 0 && meaning?.type === 'finish') return replaceWith(show({ live, notes }, context))
  const state = { live, notes: [] }
  const outcome = await (meaning ? heard(meaning, state, context) : explain(text, state, context))
  return saidFirst(notes, outcome, () => replaceWith(show({ live, notes }, context)))
}

/** Words about the open question: a sheet has none. */
const OF_ONE_QUESTION: ReadonlySet<Typed['type']> = new Set(['rating', 'back', 'why', 'evidence'])

async function heard(meaning: Typed, state: Shown, context: CommandContext): Promise<BotResponse> {
  const { live } = state
  if (live.session.mode === 'sheet' && OF_ONE_QUESTION.has(meaning.type)) return help(live, context)
  const { t } = context
  switch (meaning.type) {
    case 'rating':
      return rate(meaning.rating, state, context)
    case 'back':
      return back(live, context)
    case 'why':
      return replaceWith(show({ live, notes: [whyNote(live, t)] }, context))
    case 'pause':
      return pause(live, context)
    case 'cancel':
      return askCancel(live.role.slug, context)
    case 'finish':
      return live.standing.progress.canStop || live.standing.progress.settled || live.session.mode === 'sheet'
        ? finish(live, context)
        : help(live, context)
    case 'help':
      return help(live, context)
    case 'resume':
      return replaceWith(show(state, context))
    case 'evidence':
      return evidence(meaning.text, live, context)
  }
}

async function rate(rating: Rating | null, state: Shown, context: CommandContext): Promise<BotResponse> {
  const { live } = state
  const row = openRow(live)
  if (!row || live.session.mode === 'sheet') return help(live, context)
  const code = encodeAnswer(live.role, { skillId: row.skill.slug, rating })
  const taken = await append(live.session, [code], context, context.event)
  return taken.status === 'stale' ? answer(live.session, [code], context) : rated(state, taken, context)
}

async function rated(before: Shown, taken: UpdateResult, context: CommandContext): Promise<BotResponse> {
  const next = await upToDate(stateOf(taken, context), context)
  const notes = [...before.notes, ...next.notes, ...evidenceInvitation(next.live, context.t)]
  return replaceWith(show({ live: next.live, notes }, context))
}

function help(live: Live, context: CommandContext): BotResponse {
  const { t } = context
  const rich =
    live.session.mode === 'sheet'
      ? t.rich('assess.note.sheet')
      : openRow(live)
        ? t.rich('assess.help.typed', { words: ratingWords(context) })
        : t.rich('assess.note.nothingOpen')
  const said = note('info', rich)
  return replaceWith(show({ live, notes: [said] }, context))
}

function explain(text: string, state: Shown, context: CommandContext): BotResponse {
  const said = note(
    'warning',
    context.t.rich('assess.note.typed', { text: quoteInput(text), words: ratingWords(context) }),
  )
  return replaceWith(show({ live: state.live, notes: [...state.notes, said] }, context))
}

/** Evidence typed in the same line is kept at once; the bare word opens the form. It belongs to the open question. */
function evidence(text: string, live: Live, context: CommandContext): Promise<BotResponse> | BotResponse {
  const row = openRow(live)
  if (!row) return help(live, context)
  if (text !== '') return keepEvidence(live, row.skill.slug, text, context)
  const code = answerCodes(live.role).bySkill.get(row.skill.slug) ?? ''
  return { type: 'form', form: evidenceForm(live, row.skill.slug, code, context.t) }
}
