import { isDeepStrictEqual } from 'node:util'
import { decodeAnswers, skillOfCode } from '../../../assessment/index.ts'
import type { Domain, Role } from '../../../catalog/index.ts'
import { type Block, type Message, note, text } from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import { SCHEDULE_SCHEMA, SESSION_SCHEMA, type Session } from '../../../store/records.ts'
import { type SessionRef, StoreUnavailable, type UpdateResult } from '../../../store/store.ts'
import type { CommandContext, Services } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, replaceWith, reply } from '../../events.ts'
import { type Mode, press } from './actions.ts'
import { rememberShown } from './last-shown.ts'
import { isOutdated, type LoadedSession, loadSession, migratedSession } from './loaded-session.ts'
import { evidenceInvitation, MAX_EVIDENCE, questionCard, refOf } from './views/question.ts'
import { resultOf, resultView } from './views/result.ts'
import { firstOpenCard, sheetCard } from './views/sheet.ts'
import { cancelView, inProgressView, pausedView } from './views/start.ts'

/** Idle this long, a person is reminded once. */
export const REMIND_AFTER_MS = 3 * 24 * 60 * 60 * 1000

/** Beyond its life a session stays in the store long enough for its owner to get the last notice. */
const GRACE_MS = 2 * 24 * 60 * 60 * 1000

/** How long the store keeps a session that nobody touches. */
export function sessionTtlMs({ sessionMs }: Pick<Services, 'sessionMs'>): number {
  return sessionMs + GRACE_MS
}

/** A session and what must be said along with it. */
export interface SessionState {
  readonly loaded: LoadedSession
  readonly notes: readonly Block[]
}

/** The card that shows where an assessment stands. */
export function renderSession(
  { loaded, notes }: SessionState,
  context: CommandContext,
  sheetAt = firstOpenCard(loaded),
): Message {
  rememberShown(loaded, context)
  const { t } = context
  return loaded.session.mode === 'sheet' ? sheetCard(loaded, sheetAt, t, notes) : questionCard(loaded, t, notes)
}

/**
 * A session as it stands now. Where the role has changed since, the session is brought up to date first: answers to
 * unchanged skills are kept, and the person is told which are asked again.
 */
export async function refreshSession(session: Session, context: CommandContext): Promise<SessionState> {
  const loaded = loadSession(session, context)
  if (!isOutdated(loaded)) return { loaded, notes: [] }
  const { store } = context.services
  const changed = await store.sessions.replace(
    context.person,
    refOf(loaded),
    migratedSession(loaded),
    sessionTtlMs(context.services),
  )
  if (changed.status === 'missing') throw nothingInProgress(context)
  return { loaded: loadSession(changed.session, context), notes: changedRoleNotes(loaded, context) }
}

function changedRoleNotes({ role, decoded }: LoadedSession, { t }: CommandContext): readonly Block[] {
  const names = decoded.changed.map((slug) => role.rows.get(slug)?.skill.name ?? slug)
  return [
    note('info', t.rich('assess.note.changed', { role: role.name, count: names.length, skills: t.all(names) })),
    ...(decoded.removed > 0 ? [note('info', t.rich('assess.note.gone', { count: decoded.removed }))] : []),
  ]
}

function nothingInProgress({ t }: Pick<CommandContext, 't'>): UserError {
  return new UserError('error.assess.none', {}, [press(t('action.assess'), { do: 'which' })])
}

/** Starts an assessment, unless one of this role is in progress: then the person is asked. */
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
  return reply(renderSession({ loaded: loadSession(session, context), notes: [] }, context))
}

/** Has the session looked after: its owner reminded once it lies idle. */
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

/** Drops an assessment and begins anew. Where that has been done already, the new one is shown and kept. */
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

/** Shows an assessment where it was, and takes typed words for it from now on. */
export async function resumeSession(role: string, context: CommandContext): Promise<BotResponse> {
  const { store } = context.services
  const session = await store.sessions.read(context.person, role)
  if (!session) throw nothingInProgress(context)
  const current = await refreshSession(session, context)
  const [awake] = await Promise.all([
    current.loaded.session.paused ? changeSession(current.loaded, () => ({ paused: false }), context) : current.loaded,
    store.settings.change(context.person, { focus: role, lastRole: role }),
    // A session in its first version may be one whose start broke off before this was done.
    session.version === 1 ? scheduleReminder(role, context) : undefined,
  ])
  const welcome = note('info', context.t.rich('assess.note.resumed', { answers: awake.decoded.answers.length }))
  return reply(renderSession({ loaded: awake, notes: [welcome, ...current.notes] }, context))
}

/** A conflict means somebody else just changed the session; twice in a row is chance, more is not. */
const MOST_TRIES = 4

/**
 * Makes a change that fits whatever else has happened to the session meanwhile: on a conflict it is made again from the
 * state the session is in.
 */
async function changeSession(
  loaded: LoadedSession,
  make: (session: Session) => Partial<Session>,
  context: CommandContext,
): Promise<LoadedSession> {
  let { session } = loaded
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const changes = make(session)
    if (isUnchangedBy(session, changes)) return loadSession(session, context)
    const changed = await replaceSession(session, changes, context)
    if (changed.status === 'missing' || changed.session.id !== session.id) throw nothingInProgress(context)
    session = changed.session
    if (changed.status === 'done') return loadSession(session, context)
  }
  throw new StoreUnavailable('the session kept changing')
}

/** A second press of the same button finds its change made, and makes no other. */
function isUnchangedBy(session: Session, changes: Partial<Session>): boolean {
  return isDeepStrictEqual({ ...session, ...changes }, session)
}

function replaceSession(session: Session, changes: Partial<Session>, context: CommandContext): Promise<UpdateResult> {
  const { store, now } = context.services
  const next: Session = { ...session, ...changes, version: session.version + 1, touchedAt: now() }
  return store.sessions.replace(context.person, session, next, sessionTtlMs(context.services))
}

/**
 * Takes answers in one round trip to the store. The press names the state it was made from; where the assessment has moved
 * on since, nothing changes and the person sees where it is.
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
  const current = await refreshSession(sessionFrom(outcome, context), context)
  const notes = [...answerNotes(outcome, current.loaded, context), ...current.notes]
  return replaceWith(renderSession({ loaded: current.loaded, notes }, context))
}

/**
 * Takes the answers of a filled-in card. They name their skills, so they fit whatever else has been answered meanwhile: what
 * somebody has written is not thrown away because another device was quicker.
 */
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
    return replaceWith(renderSession({ loaded: changed, notes: [confirmation] }, context, next))
  })
}

/** What is said of an answer: that it came too late, or that evidence would help. */
function answerNotes(outcome: UpdateResult, loaded: LoadedSession, { t }: CommandContext): readonly Block[] {
  if (outcome.status === 'stale') return [note('info', t.rich('assess.note.stale'))]
  return evidenceInvitation(loaded, t)
}

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

export function sessionFrom(changed: UpdateResult, context: CommandContext): Session {
  if (changed.status === 'missing') throw nothingInProgress(context)
  return changed.session
}

/** Where an assessment is, for a press that no longer fits. */
async function showCurrent(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const session = await context.services.store.sessions.read(context.person, ref.role)
  if (!session) throw nothingInProgress(context)
  const current = await refreshSession(session, context)
  if (session.paused) return replaceWith(pausedView(current.loaded.session, current.loaded.role, context))
  const stale = note('info', context.t.rich('assess.note.stale'))
  return replaceWith(renderSession({ loaded: current.loaded, notes: [stale, ...current.notes] }, context))
}

/** Works on the state a press was made from, or shows where the assessment is. What else must be said comes first. */
export async function withUnchangedSession(
  ref: SessionRef,
  context: CommandContext,
  work: (loaded: LoadedSession) => Promise<BotResponse> | BotResponse,
): Promise<BotResponse> {
  const session = await context.services.store.sessions.read(context.person, ref.role)
  if (!session) throw nothingInProgress(context)
  if (session.id !== ref.id || session.version !== ref.version) return showCurrent(ref, context)
  const { loaded, notes } = await refreshSession(session, context)
  return prependNotes(notes, await work(loaded), () => replaceWith(renderSession({ loaded, notes }, context)))
}

/** An answer with something said before it; a form has no room for it, so what is said comes instead. */
export function prependNotes(notes: readonly Block[], response: BotResponse, instead: () => BotResponse): BotResponse {
  if (notes.length === 0) return response
  if (response.type !== 'reply') return instead()
  return { ...response, message: { ...response.message, blocks: [...notes, ...response.message.blocks] } }
}

export async function undoAnswer(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  const { codes } = loaded.decoded
  if (codes.length === 0) {
    return replaceWith(
      renderSession({ loaded, notes: [note('info', context.t.rich('assess.note.firstQuestion'))] }, context),
    )
  }
  const changed = await replaceSession(loaded.session, { answers: codes.slice(0, -1) }, context)
  if (changed.status !== 'done') return showCurrent(refOf(loaded), context)
  const shorter = loadSession(changed.session, context)
  return replaceWith(
    renderSession({ loaded: shorter, notes: [note('info', context.t.rich('assess.note.back'))] }, context),
  )
}

export async function refineResult(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  return replaceWith(
    renderSession({ loaded: await changeSession(loaded, () => ({ refine: true }), context), notes: [] }, context),
  )
}

export async function pauseSession(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  const [paused] = await Promise.all([
    changeSession(loaded, () => ({ paused: true }), context),
    releaseFocus(loaded.role.slug, context),
  ])
  return replaceWith(pausedView(paused.session, paused.role, context))
}

/** Works on a session as it is now, whatever state the press was made from; it must still be the same session. */
export async function withSession(
  ref: SessionRef,
  context: CommandContext,
  work: (loaded: LoadedSession) => Promise<BotResponse> | BotResponse,
): Promise<BotResponse> {
  const session = await context.services.store.sessions.read(context.person, ref.role)
  if (session?.id !== ref.id) throw nothingInProgress(context)
  const { loaded, notes } = await refreshSession(session, context)
  return prependNotes(notes, await work(loaded), () => replaceWith(renderSession({ loaded, notes }, context)))
}

/** Keeps a note or link for a skill, or removes it where it is empty. */
export async function saveEvidence(
  loaded: LoadedSession,
  skill: string,
  written: string,
  context: CommandContext,
): Promise<BotResponse> {
  const { t } = context
  const wording = written.trim()
  if (wording.length > MAX_EVIDENCE) {
    throw new UserError('error.evidence.long', { length: wording.length, most: MAX_EVIDENCE })
  }
  const withIt = ({ evidence }: Session) => {
    const others = Object.entries(evidence).filter(([slug]) => slug !== skill)
    return { evidence: Object.fromEntries(wording === '' ? others : [...others, [skill, wording] as const]) }
  }
  const changed = await changeSession(loaded, withIt, context)
  const name = loaded.role.rows.get(skill)?.skill.name ?? skill
  const confirmation = t.rich(wording === '' ? 'assess.note.noEvidence' : 'assess.note.evidence', { skill: name })
  return replaceWith(renderSession({ loaded: changed, notes: [note('success', confirmation)] }, context))
}

/** Ends an assessment with a result, which is saved in the same step. */
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

/** Finishes from the state a press was made from. Where that has been done already, the result is shown again. */
export async function finishOnce(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const { store } = context.services
  const session = await store.sessions.read(context.person, ref.role)
  if (session) {
    // Answers that are asked again would be missing from the result: the person is told first and goes on.
    const { loaded, notes } = await refreshSession(session, context)
    if (notes.length > 0) return replaceWith(renderSession({ loaded, notes }, context))
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

/** Typed words no longer go to this role's assessment; where they go to another's, they still do. */
async function releaseFocus(role: string, context: CommandContext): Promise<void> {
  const { settings } = context.services.store
  const { focus } = await settings.read(context.person)
  if (focus === role) await settings.change(context.person, { focus: null })
}

export async function confirmCancel(role: string, context: CommandContext): Promise<BotResponse> {
  const session = await context.services.store.sessions.read(context.person, role)
  if (!session) throw nothingInProgress(context)
  return reply(cancelView(session, context.catalogIndex.catalog.roles.get(role), context.t))
}

export async function cancelSession(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const ended = await context.services.store.sessions.end(context.person, ref, null)
  if (ended.status === 'missing') throw nothingInProgress(context)
  if (ended.status !== 'done') return showCurrent(ref, context)
  await clearSchedule(ref.role, context)
  const { t } = context
  return replaceWith({ summary: t('assess.cancelled'), blocks: [text(t.rich('assess.cancelled'))] })
}
