import { answerCode, codesOf, type Rating } from '../../../assessment/index.ts'
import { note } from '../../../message/index.ts'
import { type Changed, NewerValue, StoreUnavailable } from '../../../store/store.ts'
import type { Asking } from '../../command.ts'
import { type Outcome, replaceWith } from '../../events.ts'
import { shown } from '../../quote.ts'
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
export async function hear(text: string, asking: Asking): Promise<Outcome | undefined> {
  const meaning = typedMeaning(text)
  try {
    const answered = meaning?.type === 'rating' ? await rateLastShown(meaning.rating, asking) : undefined
    return answered ?? (await hearReading(text, meaning, asking))
  } catch (error) {
    // If the store is unavailable, or the session was written by a newer version, the text is treated as a look-up.
    if ((error instanceof StoreUnavailable || error instanceof NewerValue) && !meaning) return undefined
    throw error
  }
}

/** The usual case, in one round trip: an answer to the card this process showed last. Undefined where that is not it. */
async function rateLastShown(rating: Rating | null, asking: Asking): Promise<Outcome | undefined> {
  const live = lastShown(asking)
  const row = live && live.session.mode === 'guided' && !live.session.paused ? openRow(live) : null
  if (!live || !row) return undefined
  const code = answerCode(live.role, { skillId: row.skill.slug, rating })
  const taken = await append(live.session, [code], asking, asking.event)
  return taken.status === 'done' || taken.status === 'repeated' ? rated({ live, notes: [] }, taken, asking) : undefined
}

async function hearReading(text: string, meaning: Typed | undefined, asking: Asking): Promise<Outcome | undefined> {
  const { store } = asking.keep
  const focus = (await store.settings.read(asking.person)).focus
  if (focus === null) return undefined
  const session = await store.sessions.read(asking.person, focus)
  if (!session || session.paused || !asking.catalogIndex.catalog.roles.has(session.role)) return undefined
  const { live, notes } = await upToDate(session, asking)
  if (notes.length > 0 && meaning?.type === 'finish') return replaceWith(show({ live, notes }, asking))
  const state = { live, notes: [] }
  const outcome = await (meaning ? heard(meaning, state, asking) : explain(text, state, asking))
  return saidFirst(notes, outcome, () => replaceWith(show({ live, notes }, asking)))
}

/** Words about the open question: a sheet has none. */
const OF_ONE_QUESTION: ReadonlySet<Typed['type']> = new Set(['rating', 'back', 'why', 'evidence'])

async function heard(meaning: Typed, state: Shown, asking: Asking): Promise<Outcome> {
  const { live } = state
  if (live.session.mode === 'sheet' && OF_ONE_QUESTION.has(meaning.type)) return help(live, asking)
  const { t } = asking
  switch (meaning.type) {
    case 'rating':
      return rate(meaning.rating, state, asking)
    case 'back':
      return back(live, asking)
    case 'why':
      return replaceWith(show({ live, notes: [whyNote(live, t)] }, asking))
    case 'pause':
      return pause(live, asking)
    case 'cancel':
      return askCancel(live.role.slug, asking)
    case 'finish':
      return live.standing.progress.canStop || live.standing.progress.settled || live.session.mode === 'sheet'
        ? finish(live, asking)
        : help(live, asking)
    case 'help':
      return help(live, asking)
    case 'resume':
      return replaceWith(show(state, asking))
    case 'evidence':
      return evidence(meaning.text, live, asking)
  }
}

async function rate(rating: Rating | null, state: Shown, asking: Asking): Promise<Outcome> {
  const { live } = state
  const row = openRow(live)
  if (!row || live.session.mode === 'sheet') return help(live, asking)
  const code = answerCode(live.role, { skillId: row.skill.slug, rating })
  const taken = await append(live.session, [code], asking, asking.event)
  return taken.status === 'stale' ? answer(live.session, [code], asking) : rated(state, taken, asking)
}

async function rated(before: Shown, taken: Changed, asking: Asking): Promise<Outcome> {
  const next = await upToDate(stateOf(taken, asking), asking)
  const notes = [...before.notes, ...next.notes, ...evidenceInvitation(next.live, asking.t)]
  return replaceWith(show({ live: next.live, notes }, asking))
}

function help(live: Live, asking: Asking): Outcome {
  const { t } = asking
  const rich =
    live.session.mode === 'sheet'
      ? t.rich('assess.note.sheet')
      : openRow(live)
        ? t.rich('assess.help.typed', { words: ratingWords(asking) })
        : t.rich('assess.note.nothingOpen')
  const said = note('info', rich)
  return replaceWith(show({ live, notes: [said] }, asking))
}

function explain(text: string, state: Shown, asking: Asking): Outcome {
  const said = note('warning', asking.t.rich('assess.note.typed', { text: shown(text), words: ratingWords(asking) }))
  return replaceWith(show({ live: state.live, notes: [...state.notes, said] }, asking))
}

/** Evidence typed in the same line is kept at once; the bare word opens the form. It belongs to the open question. */
function evidence(text: string, live: Live, asking: Asking): Promise<Outcome> | Outcome {
  const row = openRow(live)
  if (!row) return help(live, asking)
  if (text !== '') return keepEvidence(live, row.skill.slug, text, asking)
  const code = codesOf(live.role).bySkill.get(row.skill.slug) ?? ''
  return { type: 'form', form: evidenceForm(live, row.skill.slug, code, asking.t) }
}
