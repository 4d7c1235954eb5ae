import type { Domain, Role } from '../../../catalog/index.ts'
import { note, text } from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import { SCHEDULE_SCHEMA, SESSION_SCHEMA, type Session } from '../../../store/records.ts'
import type { SessionRef } from '../../../store/store.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, replaceWith, reply } from '../../events.ts'
import type { Mode } from './actions.ts'
import {
  changeSession,
  nothingInProgress,
  readSession,
  refreshSession,
  sessionMessage,
  sessionTtlMs,
  showCurrent,
  showSession,
} from './current-session.ts'
import { type LoadedSession, loadSession } from './loaded-session.ts'
import { refOf } from './views/question.ts'
import { resultOf, resultView } from './views/result.ts'
import { cancelView, inProgressView, pausedView } from './views/start.ts'

// The life of a session: started, paused and resumed, and ended with a result or without.

/** Idle time after which a person is reminded once, in milliseconds. */
export const REMIND_AFTER_MS = 3 * 24 * 60 * 60 * 1000

/** Starts an assessment. If one of the role is in progress, asks whether to continue it. */
export async function startSession(
  role: Role,
  mode: Mode,
  domain: Domain | null,
  context: CommandContext,
): Promise<BotResponse> {
  const { store, now, newId } = context.services
  const session: Session = {
    schema: SESSION_SCHEMA,
    id: newId(),
    version: 1,
    role: role.slug,
    roleVersion: role.version,
    mode,
    domain: domain?.slug ?? null,
    refine: false,
    paused: false,
    locale: context.t.locale,
    startedAt: now(),
    touchedAt: now(),
    evidence: {},
    answers: [],
  }
  const created = await store.sessions.create(context.person, session, sessionTtlMs(context.services))
  if (created.status === 'exists') return reply(inProgressView(created.session, role, mode, domain, context.t))
  await Promise.all([
    store.settings.change(context.person, { lastRole: role.slug, focus: role.slug }),
    scheduleReminder(role.slug, context),
  ])
  return reply(sessionMessage(loadSession(session, context), [], context))
}

function scheduleReminder(role: string, context: CommandContext): Promise<void> {
  const { store, now, sessionMs } = context.services
  return store.schedule.put({
    schema: SCHEDULE_SCHEMA,
    id: scheduleId(context, role),
    at: now() + Math.min(REMIND_AFTER_MS, sessionMs),
    kind: 'idle',
    person: { ...context.person },
    role,
  })
}

function scheduleId({ person }: Pick<CommandContext, 'person'>, role: string): string {
  return `${personKey(person)}/${role}`
}

/** Drops an assessment and starts a new one. A second press shows the new one and keeps it. */
export async function restartSession(
  ref: SessionRef,
  mode: Mode,
  domain: Domain | null,
  context: CommandContext,
): Promise<BotResponse> {
  const { sessions } = context.services.store
  const role = context.catalogIndex.catalog.roles.get(ref.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: ref.role })
  const old = await sessions.read(context.person, ref.role)
  if (old && old.id !== ref.id) return showCurrent(ref, context)
  if (old) await sessions.end(context.person, old, null)
  return startSession(role, mode, domain, context)
}

/** Shows an assessment where it was left, and directs typed words to it. */
export async function resumeSession(role: string, context: CommandContext): Promise<BotResponse> {
  const session = await readSession(role, context)
  const { loaded, notes } = await refreshSession(session, context)
  const [resumed] = await Promise.all([
    loaded.session.paused ? changeSession(loaded, () => ({ paused: false }), context) : loaded,
    context.services.store.settings.change(context.person, { focus: role, lastRole: role }),
    // A session in its first version may be one whose start failed before this was done.
    session.version === 1 ? scheduleReminder(role, context) : undefined,
  ])
  const welcome = note('info', context.t.rich('assess.note.resumed', { answers: resumed.decoded.answers.length }))
  return reply(sessionMessage(resumed, [welcome, ...notes], context))
}

export async function pauseSession(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  const [paused] = await Promise.all([
    changeSession(loaded, () => ({ paused: true }), context),
    releaseFocus(loaded.role.slug, context),
  ])
  return replaceWith(pausedView(paused.session, paused.role, context))
}

/** Ends an assessment and saves its result in the same step. Throws a UserError if nothing was answered. */
export async function finishSession(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  if (loaded.decoded.answers.length === 0) throw new UserError('error.assess.noAnswers')
  const { store, now } = context.services
  const result = resultOf(loaded, context.catalogIndex.catalog.version, now())
  const ended = await store.sessions.end(context.person, refOf(loaded), result)
  if (ended.status === 'missing') throw nothingInProgress(context)
  if (ended.status !== 'done') return showCurrent(refOf(loaded), context)
  await clearSchedule(loaded.role.slug, context)
  return replaceWith(resultView(result, loaded.role, context))
}

/** Finishes from the state that a press was made from. If that has been done, shows the result again. */
export async function finishOnce(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const { store } = context.services
  const session = await store.sessions.read(context.person, ref.role)
  if (session) {
    // Answers to questions that are asked again would be missing from the result, so the person is told first.
    const { loaded, notes } = await refreshSession(session, context)
    if (notes.length > 0) return showSession(loaded, notes, context)
    return session.id === ref.id && session.version === ref.version
      ? finishSession(loaded, context)
      : showCurrent(ref, context)
  }
  const result = (await store.results.list(context.person)).find((entry) => entry.id === ref.id)
  const role = context.catalogIndex.catalog.roles.get(ref.role)
  if (!result || !role) throw nothingInProgress(context)
  return replaceWith(resultView(result, role, context))
}

async function clearSchedule(role: string, context: CommandContext): Promise<void> {
  await Promise.all([releaseFocus(role, context), context.services.store.schedule.cancel(scheduleId(context, role))])
}

/** Stops directing typed words to the assessment of a role; those directed to another one are not affected. */
async function releaseFocus(role: string, context: CommandContext): Promise<void> {
  const { settings } = context.services.store
  const { focus } = await settings.read(context.person)
  if (focus === role) await settings.change(context.person, { focus: null })
}

export async function confirmCancel(role: string, context: CommandContext): Promise<BotResponse> {
  const session = await readSession(role, context)
  return reply(cancelView(session, context.catalogIndex.catalog.roles.get(role), context.t))
}

export async function cancelSession(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const ended = await context.services.store.sessions.end(context.person, ref, null)
  if (ended.status === 'missing') throw nothingInProgress(context)
  if (ended.status !== 'done') return showCurrent(ref, context)
  await clearSchedule(ref.role, context)
  const { t } = context
  return replaceWith({ summary: t('assess.canceled'), blocks: [text(t.rich('assess.canceled'))] })
}
