import { decodeAnswers, skillOfCode } from '../../../assessment/index.ts'
import { note } from '../../../message/index.ts'
import type { Session } from '../../../store/records.ts'
import type { SessionRef, UpdateResult } from '../../../store/store.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import type { BotResponse } from '../../events.ts'
import {
  changeSession,
  refreshSession,
  replaceSession,
  sessionFrom,
  sessionTtlMs,
  showCurrent,
  showSession,
  withSession,
} from './current-session.ts'
import { type LoadedSession, loadSession } from './loaded-session.ts'
import { evidenceInvitation, MAX_EVIDENCE, refOf } from './views/question.ts'

/**
 * Saves answers in one round trip to the store. The press names the state it was made from; if the session has changed since, nothing
 * is saved and the person sees its current state.
 */
export async function recordAnswers(
  ref: SessionRef,
  codes: readonly string[],
  context: CommandContext,
): Promise<BotResponse> {
  const role = context.catalogIndex.catalog.roles.get(ref.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: ref.role })
  if (codes.some((code) => skillOfCode(role, code) === undefined)) return showCurrent(ref, context)
  const outcome = await appendAnswers(ref, codes, context)
  const { loaded, notes } = await refreshSession(sessionFrom(outcome, context), context)
  const answerNotes =
    outcome.status === 'stale'
      ? [note('info', context.t.rich('assess.note.stale'))]
      : evidenceInvitation(loaded, context.t)
  return showSession(loaded, [...answerNotes, ...notes], context)
}

/** Saves the answers of a submitted card. They name their skills, so they are merged into whatever state the session has now. */
export async function recordSheetAnswers(
  ref: SessionRef,
  codes: readonly string[],
  context: CommandContext,
  next: number,
): Promise<BotResponse> {
  return withSession(ref, context, async (loaded) => {
    const fresh = codes.filter((code) => !loaded.decoded.codes.includes(code))
    const merged = (session: Session) => ({
      answers: [...decodeAnswers(loaded.role, [...session.answers, ...fresh]).codes],
    })
    const changed = await changeSession(loaded, merged, context)
    const confirmation = note('success', context.t.rich('assess.sheet.kept', { count: fresh.length }))
    return showSession(changed, [confirmation], context, next)
  })
}

/** Appends answers to the state of a session that `ref` names. With an event, a repeated delivery appends nothing. */
export function appendAnswers(
  ref: SessionRef,
  codes: readonly string[],
  context: CommandContext,
  event?: string,
): Promise<UpdateResult> {
  const { store, now } = context.services
  return store.sessions.append(context.person, ref.role, {
    id: ref.id,
    version: ref.version,
    answers: codes,
    at: now(),
    idleMs: sessionTtlMs(context.services),
    ...(event !== undefined && { deliveryId: event }),
  })
}

/** Removes the last answer and asks its question again. */
export async function undoAnswer(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  const { t } = context
  const { codes } = loaded.decoded
  if (codes.length === 0) return showSession(loaded, [note('info', t.rich('assess.note.firstQuestion'))], context)
  const changed = await replaceSession(loaded.session, { answers: codes.slice(0, -1) }, context)
  if (changed.status !== 'done') return showCurrent(refOf(loaded), context)
  return showSession(loadSession(changed.session, context), [note('info', t.rich('assess.note.back'))], context)
}

/** Asks for the gaps that are only estimated so far. */
export async function refineResult(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  return showSession(await changeSession(loaded, () => ({ refine: true }), context), [], context)
}

/** Saves a note or link for a skill, or removes it if the text is empty. Throws a UserError for a text that is too long. */
export async function saveEvidence(
  loaded: LoadedSession,
  skill: string,
  text: string,
  context: CommandContext,
): Promise<BotResponse> {
  const evidenceText = text.trim()
  if (evidenceText.length > MAX_EVIDENCE) {
    throw new UserError('error.evidence.long', { length: evidenceText.length, most: MAX_EVIDENCE })
  }
  const withEvidence = ({ evidence }: Session) => {
    const others = Object.entries(evidence).filter(([slug]) => slug !== skill)
    return { evidence: Object.fromEntries(evidenceText === '' ? others : [...others, [skill, evidenceText] as const]) }
  }
  const changed = await changeSession(loaded, withEvidence, context)
  const name = loaded.role.rows.get(skill)?.skill.name ?? skill
  const key = evidenceText === '' ? 'assess.note.noEvidence' : 'assess.note.evidence'
  return showSession(changed, [note('success', context.t.rich(key, { skill: name }))], context)
}
