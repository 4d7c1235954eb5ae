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
import { broughtUpToDate, hasMovedOn, type Live, liveOf } from './loaded-session.ts'
import { card, evidenceInvitation, MAX_EVIDENCE, refOf } from './views/question.ts'
import { resultOf, resultView } from './views/result.ts'
import { firstOpenCard, sheetCard } from './views/sheet.ts'
import { cancelView, existsView, pausedView } from './views/start.ts'

/** Idle this long, a person is reminded once. */
export const REMIND_AFTER_MS = 3 * 24 * 60 * 60 * 1000

/** Beyond its life a session stays in the store long enough for its owner to get the last notice. */
const GRACE_MS = 2 * 24 * 60 * 60 * 1000

/** How long the store keeps a session that nobody touches. */
export function storeMs({ sessionMs }: Pick<Services, 'sessionMs'>): number {
  return sessionMs + GRACE_MS
}

/** A session and what must be said along with it. */
export interface Shown {
  readonly live: Live
  readonly notes: readonly Block[]
}

/** The card that shows where an assessment stands. */
export function show({ live, notes }: Shown, context: CommandContext, sheetAt = firstOpenCard(live)): Message {
  rememberShown(live, context)
  const { t } = context
  return live.session.mode === 'sheet' ? sheetCard(live, sheetAt, t, notes) : card(live, t, notes)
}

/**
 * A session as it stands now. Where the role has changed since, the session is brought up to date first: answers to
 * unchanged skills are kept, and the person is told which are asked again.
 */
export async function upToDate(session: Session, context: CommandContext): Promise<Shown> {
  const live = liveOf(session, context)
  if (!hasMovedOn(live)) return { live, notes: [] }
  const { store } = context.services
  const changed = await store.sessions.replace(
    context.person,
    refOf(live),
    broughtUpToDate(live),
    storeMs(context.services),
  )
  if (changed.status === 'missing') throw nothingInProgress(context)
  return { live: liveOf(changed.session, context), notes: movedOnNotes(live, context) }
}

function movedOnNotes({ role, read }: Live, { t }: CommandContext): readonly Block[] {
  const names = read.changed.map((slug) => role.rows.get(slug)?.skill.name ?? slug)
  return [
    note('info', t.rich('assess.note.changed', { role: role.name, count: names.length, skills: t.all(names) })),
    ...(read.removed > 0 ? [note('info', t.rich('assess.note.gone', { count: read.removed }))] : []),
  ]
}

function nothingInProgress({ t }: Pick<CommandContext, 't'>): UserError {
  return new UserError('error.assess.none', {}, [press(t('action.assess'), { do: 'which' })])
}

/** Starts an assessment, unless one of this role is in progress: then the person is asked. */
export async function begin(
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
  const created = await store.sessions.create(context.person, session, storeMs(context.services))
  if (created.status === 'exists') return reply(existsView(created.session, role, mode, domain, context.t))
  await Promise.all([
    store.settings.change(context.person, { lastRole: role.slug, focus: role.slug }),
    lookAfterLater(role.slug, context),
  ])
  return reply(show({ live: liveOf(session, context), notes: [] }, context))
}

/** Has the session looked after: its owner reminded once it lies idle. */
function lookAfterLater(role: string, context: CommandContext): Promise<void> {
  const { store, now, sessionMs } = context.services
  return store.schedule.put({
    schema: SCHEDULE_SCHEMA,
    id: dueId(context, role),
    at: now() + Math.min(REMIND_AFTER_MS, sessionMs),
    kind: 'idle',
    person: { ...context.person },
    role,
  })
}

function dueId({ person }: Pick<CommandContext, 'person'>, role: string): string {
  return `${personKey(person)}/${role}`
}

/** Drops an assessment and begins anew. Where that has been done already, the new one is shown and kept. */
export async function restart(
  ref: SessionRef,
  mode: Mode,
  domain: Domain | null,
  context: CommandContext,
): Promise<BotResponse> {
  const { sessions } = context.services.store
  const role = context.catalogIndex.catalog.roles.get(ref.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: ref.role })
  const old = await sessions.read(context.person, ref.role)
  if (old && old.id !== ref.id) return current(ref, context)
  if (old) await sessions.end(context.person, old, null)
  return begin(role, mode, domain, context)
}

/** Shows an assessment where it was, and takes typed words for it from now on. */
export async function resume(role: string, context: CommandContext): Promise<BotResponse> {
  const { store } = context.services
  const session = await store.sessions.read(context.person, role)
  if (!session) throw nothingInProgress(context)
  const shown = await upToDate(session, context)
  const [awake] = await Promise.all([
    shown.live.session.paused ? change(shown.live, () => ({ paused: false }), context) : shown.live,
    store.settings.change(context.person, { focus: role, lastRole: role }),
    // A session in its first version may be one whose start broke off before this was done.
    session.version === 1 ? lookAfterLater(role, context) : undefined,
  ])
  const welcome = note('info', context.t.rich('assess.note.resumed', { answers: awake.read.answers.length }))
  return reply(show({ live: awake, notes: [welcome, ...shown.notes] }, context))
}

/** A conflict means somebody else just changed the session; twice in a row is chance, more is not. */
const MOST_TRIES = 4

/**
 * Makes a change that fits whatever else has happened to the session meanwhile: on a conflict it is made again from the
 * state the session is in.
 */
async function change(
  live: Live,
  make: (session: Session) => Partial<Session>,
  context: CommandContext,
): Promise<Live> {
  let { session } = live
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const changes = make(session)
    if (isAlready(session, changes)) return liveOf(session, context)
    const changed = await replace(session, changes, context)
    if (changed.status === 'missing' || changed.session.id !== session.id) throw nothingInProgress(context)
    session = changed.session
    if (changed.status === 'done') return liveOf(session, context)
  }
  throw new StoreUnavailable('the session kept changing')
}

/** A second press of the same button finds its change made, and makes no other. */
function isAlready(session: Session, changes: Partial<Session>): boolean {
  return isDeepStrictEqual({ ...session, ...changes }, session)
}

function replace(session: Session, changes: Partial<Session>, context: CommandContext): Promise<UpdateResult> {
  const { store, now } = context.services
  const next: Session = { ...session, ...changes, version: session.version + 1, touchedAt: now() }
  return store.sessions.replace(context.person, session, next, storeMs(context.services))
}

/**
 * Takes answers in one round trip to the store. The press names the state it was made from; where the assessment has moved
 * on since, nothing changes and the person sees where it is.
 */
export async function answer(ref: SessionRef, codes: readonly string[], context: CommandContext): Promise<BotResponse> {
  const role = context.catalogIndex.catalog.roles.get(ref.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: ref.role })
  if (codes.some((code) => skillOfCode(role, code) === undefined)) return current(ref, context)
  const taken = await append(ref, codes, context)
  const shown = await upToDate(stateOf(taken, context), context)
  const notes = [...said(taken, shown.live, context), ...shown.notes]
  return replaceWith(show({ live: shown.live, notes }, context))
}

/**
 * Takes the answers of a filled-in card. They name their skills, so they fit whatever else has been answered meanwhile: what
 * somebody has written is not thrown away because another device was quicker.
 */
export async function answerCard(
  ref: SessionRef,
  codes: readonly string[],
  context: CommandContext,
  next: number,
): Promise<BotResponse> {
  return onSession(ref, context, async (live) => {
    const fresh = codes.filter((code) => !live.read.codes.includes(code))
    const merged = (session: Session) => ({
      answers: [...decodeAnswers(live.role, [...session.answers, ...fresh]).codes],
    })
    const changed = await change(live, merged, context)
    const kept = note('success', context.t.rich('assess.sheet.kept', { count: fresh.length }))
    return replaceWith(show({ live: changed, notes: [kept] }, context, next))
  })
}

/** What is said of an answer: that it came too late, or that evidence would help. */
function said(taken: UpdateResult, live: Live, { t }: CommandContext): readonly Block[] {
  if (taken.status === 'stale') return [note('info', t.rich('assess.note.stale'))]
  return evidenceInvitation(live, t)
}

export function append(
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
    idleMs: storeMs(context.services),
    ...(event !== undefined && { deliveryId: event }),
  })
}

export function stateOf(changed: UpdateResult, context: CommandContext): Session {
  if (changed.status === 'missing') throw nothingInProgress(context)
  return changed.session
}

/** Where an assessment is, for a press that no longer fits. */
async function current(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const session = await context.services.store.sessions.read(context.person, ref.role)
  if (!session) throw nothingInProgress(context)
  const shown = await upToDate(session, context)
  if (session.paused) return replaceWith(pausedView(shown.live.session, shown.live.role, context))
  const stale = note('info', context.t.rich('assess.note.stale'))
  return replaceWith(show({ live: shown.live, notes: [stale, ...shown.notes] }, context))
}

/** Works on the state a press was made from, or shows where the assessment is. What else must be said comes first. */
export async function onFresh(
  ref: SessionRef,
  context: CommandContext,
  work: (live: Live) => Promise<BotResponse> | BotResponse,
): Promise<BotResponse> {
  const session = await context.services.store.sessions.read(context.person, ref.role)
  if (!session) throw nothingInProgress(context)
  if (session.id !== ref.id || session.version !== ref.version) return current(ref, context)
  const { live, notes } = await upToDate(session, context)
  return saidFirst(notes, await work(live), () => replaceWith(show({ live, notes }, context)))
}

/** An answer with something said before it; a form has no room for it, so what is said comes instead. */
export function saidFirst(notes: readonly Block[], outcome: BotResponse, instead: () => BotResponse): BotResponse {
  if (notes.length === 0) return outcome
  if (outcome.type !== 'reply') return instead()
  return { ...outcome, message: { ...outcome.message, blocks: [...notes, ...outcome.message.blocks] } }
}

export async function back(live: Live, context: CommandContext): Promise<BotResponse> {
  const { codes } = live.read
  if (codes.length === 0) {
    return replaceWith(show({ live, notes: [note('info', context.t.rich('assess.note.firstQuestion'))] }, context))
  }
  const changed = await replace(live.session, { answers: codes.slice(0, -1) }, context)
  if (changed.status !== 'done') return current(refOf(live), context)
  const taken = liveOf(changed.session, context)
  return replaceWith(show({ live: taken, notes: [note('info', context.t.rich('assess.note.back'))] }, context))
}

export async function refine(live: Live, context: CommandContext): Promise<BotResponse> {
  return replaceWith(show({ live: await change(live, () => ({ refine: true }), context), notes: [] }, context))
}

export async function pause(live: Live, context: CommandContext): Promise<BotResponse> {
  const [paused] = await Promise.all([
    change(live, () => ({ paused: true }), context),
    loseFocus(live.role.slug, context),
  ])
  return replaceWith(pausedView(paused.session, paused.role, context))
}

/** Works on a session as it is now, whatever state the press was made from; it must still be the same session. */
export async function onSession(
  ref: SessionRef,
  context: CommandContext,
  work: (live: Live) => Promise<BotResponse> | BotResponse,
): Promise<BotResponse> {
  const session = await context.services.store.sessions.read(context.person, ref.role)
  if (session?.id !== ref.id) throw nothingInProgress(context)
  const { live, notes } = await upToDate(session, context)
  return saidFirst(notes, await work(live), () => replaceWith(show({ live, notes }, context)))
}

/** Keeps a note or link for a skill, or removes it where it is empty. */
export async function keepEvidence(
  live: Live,
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
  const changed = await change(live, withIt, context)
  const name = live.role.rows.get(skill)?.skill.name ?? skill
  const kept = t.rich(wording === '' ? 'assess.note.noEvidence' : 'assess.note.evidence', { skill: name })
  return replaceWith(show({ live: changed, notes: [note('success', kept)] }, context))
}

/** Ends an assessment with a result, which is saved in the same step. */
export async function finish(live: Live, context: CommandContext): Promise<BotResponse> {
  if (live.read.answers.length === 0) throw new UserError('error.assess.noAnswers')
  const { store, now } = context.services
  const result = resultOf(live, context.catalogIndex.catalog.version, now())
  const ended = await store.sessions.end(context.person, refOf(live), result)
  if (ended.status === 'missing') throw nothingInProgress(context)
  if (ended.status !== 'done') return current(refOf(live), context)
  await forgetFocus(live.role.slug, context)
  return replaceWith(resultView(result, live.role, context))
}

/** Finishes from the state a press was made from. Where that has been done already, the result is shown again. */
export async function finishFrom(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const { store } = context.services
  const session = await store.sessions.read(context.person, ref.role)
  if (session) {
    // Answers that are asked again would be missing from the result: the person is told first and goes on.
    const { live, notes } = await upToDate(session, context)
    if (notes.length > 0) return replaceWith(show({ live, notes }, context))
    return session.id === ref.id && session.version === ref.version ? finish(live, context) : current(ref, context)
  }
  const result = (await store.results.list(context.person)).find((entry) => entry.id === ref.id)
  const role = context.catalogIndex.catalog.roles.get(ref.role)
  if (!result || !role) throw nothingInProgress(context)
  return replaceWith(resultView(result, role, context))
}

async function forgetFocus(role: string, context: CommandContext): Promise<void> {
  await Promise.all([loseFocus(role, context), context.services.store.schedule.cancel(dueId(context, role))])
}

/** Typed words no longer go to this role's assessment; where they go to another's, they still do. */
async function loseFocus(role: string, context: CommandContext): Promise<void> {
  const { settings } = context.services.store
  const { focus } = await settings.read(context.person)
  if (focus === role) await settings.change(context.person, { focus: null })
}

export async function askCancel(role: string, context: CommandContext): Promise<BotResponse> {
  const session = await context.services.store.sessions.read(context.person, role)
  if (!session) throw nothingInProgress(context)
  return reply(cancelView(session, context.catalogIndex.catalog.roles.get(role), context.t))
}

export async function cancel(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const ended = await context.services.store.sessions.end(context.person, ref, null)
  if (ended.status === 'missing') throw nothingInProgress(context)
  if (ended.status !== 'done') return current(ref, context)
  await forgetFocus(ref.role, context)
  const { t } = context
  return replaceWith({ summary: t('assess.cancelled'), blocks: [text(t.rich('assess.cancelled'))] })
}
