import { isDeepStrictEqual } from 'node:util'
import { readAnswers, skillOfCode } from '../../../assessment/index.ts'
import type { Domain, Role } from '../../../catalog/index.ts'
import { type Block, type Message, note, text } from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import { DUE_SCHEMA, SESSION_SCHEMA, type Session } from '../../../store/records.ts'
import { type Changed, type SessionRef, StoreUnavailable } from '../../../store/store.ts'
import type { Asking, Keeping } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type Outcome, replaceWith, reply } from '../../events.ts'
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
export function storeMs({ sessionMs }: Pick<Keeping, 'sessionMs'>): number {
  return sessionMs + GRACE_MS
}

/** A session and what must be said along with it. */
export interface Shown {
  readonly live: Live
  readonly notes: readonly Block[]
}

/** The card that shows where an assessment stands. */
export function show({ live, notes }: Shown, asking: Asking, sheetAt = firstOpenCard(live)): Message {
  rememberShown(live, asking)
  const { t } = asking
  return live.session.mode === 'sheet' ? sheetCard(live, sheetAt, t, notes) : card(live, t, notes)
}

/**
 * A session as it stands now. Where the role has changed since, the session is brought up to date first: answers to
 * unchanged skills are kept, and the person is told which are asked again.
 */
export async function upToDate(session: Session, asking: Asking): Promise<Shown> {
  const live = liveOf(session, asking)
  if (!hasMovedOn(live)) return { live, notes: [] }
  const { store } = asking.keep
  const changed = await store.sessions.replace(asking.person, refOf(live), broughtUpToDate(live), storeMs(asking.keep))
  if (changed.status === 'missing') throw nothingInProgress(asking)
  return { live: liveOf(changed.session, asking), notes: movedOnNotes(live, asking) }
}

function movedOnNotes({ role, read }: Live, { t }: Asking): readonly Block[] {
  const names = read.changed.map((slug) => role.rows.get(slug)?.skill.name ?? slug)
  return [
    note('info', t.rich('assess.note.changed', { role: role.name, count: names.length, skills: t.all(names) })),
    ...(read.removed > 0 ? [note('info', t.rich('assess.note.gone', { count: read.removed }))] : []),
  ]
}

function nothingInProgress({ t }: Pick<Asking, 't'>): UserError {
  return new UserError('error.assess.none', {}, [press(t('action.assess'), { do: 'which' })])
}

/** Starts an assessment, unless one of this role is in progress: then the person is asked. */
export async function begin(role: Role, mode: Mode, domain: Domain | null, asking: Asking): Promise<Outcome> {
  const { store, now, newId } = asking.keep
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
    locale: asking.t.locale,
    startedAt: now(),
    touchedAt: now(),
    evidence: {},
    answers: [],
  }
  const created = await store.sessions.create(asking.person, session, storeMs(asking.keep))
  if (created.status === 'exists') return reply(existsView(created.session, role, mode, domain, asking.t))
  await Promise.all([
    store.settings.change(asking.person, { lastRole: role.slug, focus: role.slug }),
    lookAfterLater(role.slug, asking),
  ])
  return reply(show({ live: liveOf(session, asking), notes: [] }, asking))
}

/** Has the session looked after: its owner reminded once it lies idle. */
function lookAfterLater(role: string, asking: Asking): Promise<void> {
  const { store, now, sessionMs } = asking.keep
  return store.due.schedule({
    schema: DUE_SCHEMA,
    id: dueId(asking, role),
    at: now() + Math.min(REMIND_AFTER_MS, sessionMs),
    kind: 'idle',
    person: { ...asking.person },
    role,
  })
}

function dueId({ person }: Pick<Asking, 'person'>, role: string): string {
  return `${personKey(person)}/${role}`
}

/** Drops an assessment and begins anew. Where that has been done already, the new one is shown and kept. */
export async function restart(ref: SessionRef, mode: Mode, domain: Domain | null, asking: Asking): Promise<Outcome> {
  const { sessions } = asking.keep.store
  const role = asking.catalogIndex.catalog.roles.get(ref.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: ref.role })
  const old = await sessions.read(asking.person, ref.role)
  if (old && old.id !== ref.id) return current(ref, asking)
  if (old) await sessions.end(asking.person, old, null)
  return begin(role, mode, domain, asking)
}

/** Shows an assessment where it was, and takes typed words for it from now on. */
export async function resume(role: string, asking: Asking): Promise<Outcome> {
  const { store } = asking.keep
  const session = await store.sessions.read(asking.person, role)
  if (!session) throw nothingInProgress(asking)
  const shown = await upToDate(session, asking)
  const [awake] = await Promise.all([
    shown.live.session.paused ? change(shown.live, () => ({ paused: false }), asking) : shown.live,
    store.settings.change(asking.person, { focus: role, lastRole: role }),
    // A session in its first version may be one whose start broke off before this was done.
    session.version === 1 ? lookAfterLater(role, asking) : undefined,
  ])
  const welcome = note('info', asking.t.rich('assess.note.resumed', { answers: awake.read.answers.length }))
  return reply(show({ live: awake, notes: [welcome, ...shown.notes] }, asking))
}

/** A conflict means somebody else just changed the session; twice in a row is chance, more is not. */
const MOST_TRIES = 4

/**
 * Makes a change that fits whatever else has happened to the session meanwhile: on a conflict it is made again from the
 * state the session is in.
 */
async function change(live: Live, make: (session: Session) => Partial<Session>, asking: Asking): Promise<Live> {
  let { session } = live
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const changes = make(session)
    if (isAlready(session, changes)) return liveOf(session, asking)
    const changed = await replace(session, changes, asking)
    if (changed.status === 'missing' || changed.session.id !== session.id) throw nothingInProgress(asking)
    session = changed.session
    if (changed.status === 'done') return liveOf(session, asking)
  }
  throw new StoreUnavailable('the session kept changing')
}

/** A second press of the same button finds its change made, and makes no other. */
function isAlready(session: Session, changes: Partial<Session>): boolean {
  return isDeepStrictEqual({ ...session, ...changes }, session)
}

function replace(session: Session, changes: Partial<Session>, asking: Asking): Promise<Changed> {
  const { store, now } = asking.keep
  const next: Session = { ...session, ...changes, version: session.version + 1, touchedAt: now() }
  return store.sessions.replace(asking.person, session, next, storeMs(asking.keep))
}

/**
 * Takes answers in one round trip to the store. The press names the state it was made from; where the assessment has moved
 * on since, nothing changes and the person sees where it is.
 */
export async function answer(ref: SessionRef, codes: readonly string[], asking: Asking): Promise<Outcome> {
  const role = asking.catalogIndex.catalog.roles.get(ref.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: ref.role })
  if (codes.some((code) => skillOfCode(role, code) === undefined)) return current(ref, asking)
  const taken = await append(ref, codes, asking)
  const shown = await upToDate(stateOf(taken, asking), asking)
  const notes = [...said(taken, shown.live, asking), ...shown.notes]
  return replaceWith(show({ live: shown.live, notes }, asking))
}

/**
 * Takes the answers of a filled-in card. They name their skills, so they fit whatever else has been answered meanwhile: what
 * somebody has written is not thrown away because another device was quicker.
 */
export async function answerCard(
  ref: SessionRef,
  codes: readonly string[],
  asking: Asking,
  next: number,
): Promise<Outcome> {
  return onSession(ref, asking, async (live) => {
    const fresh = codes.filter((code) => !live.read.codes.includes(code))
    const merged = (session: Session) => ({
      answers: [...readAnswers(live.role, [...session.answers, ...fresh]).codes],
    })
    const changed = await change(live, merged, asking)
    const kept = note('success', asking.t.rich('assess.sheet.kept', { count: fresh.length }))
    return replaceWith(show({ live: changed, notes: [kept] }, asking, next))
  })
}

/** What is said of an answer: that it came too late, or that evidence would help. */
function said(taken: Changed, live: Live, { t }: Asking): readonly Block[] {
  if (taken.status === 'stale') return [note('info', t.rich('assess.note.stale'))]
  return evidenceInvitation(live, t)
}

export function append(ref: SessionRef, codes: readonly string[], asking: Asking, event?: string): Promise<Changed> {
  const { store, now } = asking.keep
  return store.sessions.append(asking.person, ref.role, {
    id: ref.id,
    version: ref.version,
    answers: codes,
    at: now(),
    idleMs: storeMs(asking.keep),
    ...(event !== undefined && { event }),
  })
}

export function stateOf(changed: Changed, asking: Asking): Session {
  if (changed.status === 'missing') throw nothingInProgress(asking)
  return changed.session
}

/** Where an assessment is, for a press that no longer fits. */
async function current(ref: SessionRef, asking: Asking): Promise<Outcome> {
  const session = await asking.keep.store.sessions.read(asking.person, ref.role)
  if (!session) throw nothingInProgress(asking)
  const shown = await upToDate(session, asking)
  if (session.paused) return replaceWith(pausedView(shown.live.session, shown.live.role, asking))
  const stale = note('info', asking.t.rich('assess.note.stale'))
  return replaceWith(show({ live: shown.live, notes: [stale, ...shown.notes] }, asking))
}

/** Works on the state a press was made from, or shows where the assessment is. What else must be said comes first. */
export async function onFresh(
  ref: SessionRef,
  asking: Asking,
  work: (live: Live) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const session = await asking.keep.store.sessions.read(asking.person, ref.role)
  if (!session) throw nothingInProgress(asking)
  if (session.id !== ref.id || session.version !== ref.version) return current(ref, asking)
  const { live, notes } = await upToDate(session, asking)
  return saidFirst(notes, await work(live), () => replaceWith(show({ live, notes }, asking)))
}

/** An answer with something said before it; a form has no room for it, so what is said comes instead. */
export function saidFirst(notes: readonly Block[], outcome: Outcome, instead: () => Outcome): Outcome {
  if (notes.length === 0) return outcome
  if (outcome.type !== 'reply') return instead()
  return { ...outcome, message: { ...outcome.message, blocks: [...notes, ...outcome.message.blocks] } }
}

export async function back(live: Live, asking: Asking): Promise<Outcome> {
  const { codes } = live.read
  if (codes.length === 0) {
    return replaceWith(show({ live, notes: [note('info', asking.t.rich('assess.note.firstQuestion'))] }, asking))
  }
  const changed = await replace(live.session, { answers: codes.slice(0, -1) }, asking)
  if (changed.status !== 'done') return current(refOf(live), asking)
  const taken = liveOf(changed.session, asking)
  return replaceWith(show({ live: taken, notes: [note('info', asking.t.rich('assess.note.back'))] }, asking))
}

export async function refine(live: Live, asking: Asking): Promise<Outcome> {
  return replaceWith(show({ live: await change(live, () => ({ refine: true }), asking), notes: [] }, asking))
}

export async function pause(live: Live, asking: Asking): Promise<Outcome> {
  const [paused] = await Promise.all([
    change(live, () => ({ paused: true }), asking),
    loseFocus(live.role.slug, asking),
  ])
  return replaceWith(pausedView(paused.session, paused.role, asking))
}

/** Works on a session as it is now, whatever state the press was made from; it must still be the same session. */
export async function onSession(
  ref: SessionRef,
  asking: Asking,
  work: (live: Live) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const session = await asking.keep.store.sessions.read(asking.person, ref.role)
  if (session?.id !== ref.id) throw nothingInProgress(asking)
  const { live, notes } = await upToDate(session, asking)
  return saidFirst(notes, await work(live), () => replaceWith(show({ live, notes }, asking)))
}

/** Keeps a note or link for a skill, or removes it where it is empty. */
export async function keepEvidence(live: Live, skill: string, written: string, asking: Asking): Promise<Outcome> {
  const { t } = asking
  const wording = written.trim()
  if (wording.length > MAX_EVIDENCE) {
    throw new UserError('error.evidence.long', { length: wording.length, most: MAX_EVIDENCE })
  }
  const withIt = ({ evidence }: Session) => {
    const others = Object.entries(evidence).filter(([slug]) => slug !== skill)
    return { evidence: Object.fromEntries(wording === '' ? others : [...others, [skill, wording] as const]) }
  }
  const changed = await change(live, withIt, asking)
  const name = live.role.rows.get(skill)?.skill.name ?? skill
  const kept = t.rich(wording === '' ? 'assess.note.noEvidence' : 'assess.note.evidence', { skill: name })
  return replaceWith(show({ live: changed, notes: [note('success', kept)] }, asking))
}

/** Ends an assessment with a result, which is saved in the same step. */
export async function finish(live: Live, asking: Asking): Promise<Outcome> {
  if (live.read.answers.length === 0) throw new UserError('error.assess.noAnswers')
  const { store, now } = asking.keep
  const result = resultOf(live, asking.catalogIndex.catalog.version, now())
  const ended = await store.sessions.end(asking.person, refOf(live), result)
  if (ended.status === 'missing') throw nothingInProgress(asking)
  if (ended.status !== 'done') return current(refOf(live), asking)
  await forgetFocus(live.role.slug, asking)
  return replaceWith(resultView(result, live.role, asking))
}

/** Finishes from the state a press was made from. Where that has been done already, the result is shown again. */
export async function finishFrom(ref: SessionRef, asking: Asking): Promise<Outcome> {
  const { store } = asking.keep
  const session = await store.sessions.read(asking.person, ref.role)
  if (session) {
    // Answers that are asked again would be missing from the result: the person is told first and goes on.
    const { live, notes } = await upToDate(session, asking)
    if (notes.length > 0) return replaceWith(show({ live, notes }, asking))
    return session.id === ref.id && session.version === ref.version ? finish(live, asking) : current(ref, asking)
  }
  const result = (await store.results.list(asking.person)).find((entry) => entry.id === ref.id)
  const role = asking.catalogIndex.catalog.roles.get(ref.role)
  if (!result || !role) throw nothingInProgress(asking)
  return replaceWith(resultView(result, role, asking))
}

async function forgetFocus(role: string, asking: Asking): Promise<void> {
  await Promise.all([loseFocus(role, asking), asking.keep.store.due.cancel(dueId(asking, role))])
}

/** Typed words no longer go to this role's assessment; where they go to another's, they still do. */
async function loseFocus(role: string, asking: Asking): Promise<void> {
  const { settings } = asking.keep.store
  const { focus } = await settings.read(asking.person)
  if (focus === role) await settings.change(asking.person, { focus: null })
}

export async function askCancel(role: string, asking: Asking): Promise<Outcome> {
  const session = await asking.keep.store.sessions.read(asking.person, role)
  if (!session) throw nothingInProgress(asking)
  return reply(cancelView(session, asking.catalogIndex.catalog.roles.get(role), asking.t))
}

export async function cancel(ref: SessionRef, asking: Asking): Promise<Outcome> {
  const ended = await asking.keep.store.sessions.end(asking.person, ref, null)
  if (ended.status === 'missing') throw nothingInProgress(asking)
  if (ended.status !== 'done') return current(ref, asking)
  await forgetFocus(ref.role, asking)
  const { t } = asking
  return replaceWith({ summary: t('assess.cancelled'), blocks: [text(t.rich('assess.cancelled'))] })
}
