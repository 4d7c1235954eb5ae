import { isDeepStrictEqual } from 'node:util'
import { type Role, tracksOf } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import { type Block, type Message, note, plain, text } from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Session } from '../../../store/records.ts'
import { type SessionRef, StoreUnavailable, type UpdateResult } from '../../../store/store.ts'
import type { CommandContext, Services } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, replaceWith } from '../../events.ts'
import { proficiencyName } from '../../views/proficiency.ts'
import { trackName } from '../../views/tracks.ts'
import { startButton } from './actions.ts'
import {
  followsFormerRule,
  hasOtherScale,
  hasScope,
  isOutdated,
  type LoadedSession,
  loadSession,
  migratedSession,
  needsSheet,
} from './loaded-session.ts'
import { trackOf } from './result-track.ts'
import { ruleText } from './rule.ts'
import { refOf } from './session-ref.ts'
import { questionCard } from './views/question.ts'
import { firstOpenCard, sheetCard } from './views/sheet.ts'
import { pausedView } from './views/start.ts'

// Reads, changes and shows the session that is stored now, whatever state a press was made from.

/** Time that a session stays in the store after it has expired, so that its owner gets the last notice. */
const GRACE_MS = 2 * 24 * 60 * 60 * 1000

/** Time in milliseconds until the store deletes an untouched session. */
export function sessionTtlMs({ sessionMs }: Pick<Services, 'sessionMs'>): number {
  return sessionMs + GRACE_MS
}

/** Most sessions of `Services.lastSessions`. */
const MAX_LAST_SESSIONS = 5000

function rememberSession({ session }: LoadedSession, { services, person }: CommandContext): void {
  const { lastSessions } = services
  if (!lastSessions) return
  const key = personKey(person)
  lastSessions.delete(key)
  lastSessions.set(key, session)
  const [oldest] = lastSessions.keys()
  if (lastSessions.size > MAX_LAST_SESSIONS && oldest !== undefined) lastSessions.delete(oldest)
}

/**
 * The session that this process showed the person last; undefined if there is none or its role has changed since. A typed answer is
 * appended to it without reading the focus and the session first: one round trip to the store instead of three, as
 * tests/bot/one-round-trip.test.ts counts. A stale session does no harm: the append names its version, and the store refuses any other.
 */
export function lastSession(context: CommandContext): LoadedSession | undefined {
  const { services, person, catalogIndex } = context
  const session = services.lastSessions?.get(personKey(person))
  if (!session || !hasScope(session, catalogIndex)) return undefined
  const loaded = loadSession(session, context)
  return isOutdated(loaded) ? undefined : loaded
}

/** Renders the card of a session, and remembers the session for typed answers. */
export function sessionMessage(
  loaded: LoadedSession,
  notes: readonly Block[],
  context: CommandContext,
  sheetAt = firstOpenCard(loaded),
): Message {
  rememberSession(loaded, context)
  const { t } = context
  return loaded.session.mode === 'sheet'
    ? sheetCard(loaded, sheetAt, t, notes)
    : questionCard(loaded, t, notes, context.services.assessmentCard)
}

/**
 * Replaces the message that was acted on with the card of a session. If the person typed, the card before becomes one line: that their
 * answer was taken, or that the question goes on in another message.
 */
export function showSession(...args: Parameters<typeof sessionMessage>): BotResponse {
  const [, , { t }] = args
  return asCard(replaceWith(sessionMessage(...args)), t, { isOpen: true })
}

/** Marks a response as an open card of an assessment, or as what comes after the last one. `line` is left of the card before. */
export function asCard(
  response: BotResponse,
  t: Translator,
  { isOpen, line = t('assess.card.below') }: { readonly isOpen: boolean; readonly line?: string | undefined },
): BotResponse {
  if (response.type !== 'reply') return response
  return { ...response, card: { isOpen, before: { summary: line, blocks: [text(plain(line))] } } }
}

/** Shows the open question with all its statements, whatever the card usually shows. */
export function showAllStatements(loaded: LoadedSession, context: CommandContext): BotResponse {
  rememberSession(loaded, context)
  return asCard(replaceWith(questionCard(loaded, context.t)), context.t, { isOpen: true })
}

/** A session and the notes to show with it. */
export interface SessionState {
  readonly loaded: LoadedSession
  readonly notes: readonly Block[]
}

/**
 * Loads a session, and migrates it first if its role or the level rule has changed. Answers to unchanged skills are preserved; the
 * notes say what changed and which skills are asked again.
 */
export async function refreshSession(session: Session, context: CommandContext): Promise<SessionState> {
  const loaded = loadSession(session, context)
  if (!isOutdated(loaded)) return { loaded, notes: [] }
  const { store } = context.services
  const migrated = migratedSession(loaded)
  const changed = await store.sessions.replace(context.person, refOf(loaded), migrated, sessionTtlMs(context.services))
  return { loaded: loadSession(sessionFrom(changed, context), context), notes: changeNotes(loaded, context) }
}

function changeNotes(loaded: LoadedSession, { t }: CommandContext): readonly Block[] {
  const { role, session, domain } = loaded
  const becomesSheet = session.mode === 'guided' && needsSheet(role, domain)
  const track = tracksNote(loaded, t)
  const sheet = becomesSheet ? [note('info', t.rich('points.note.sheet'))] : []
  const rule = followsFormerRule(loaded)
    ? [note('info', [...t.rich('assess.note.rule'), ...plain(' '), ...ruleText(role, t)])]
    : []
  const scale = hasOtherScale(loaded) ? [note('info', t.rich('assess.note.scale', { steps: stepNames(role, t) }))] : []
  return [
    ...scale,
    ...(session.roleVersion === role.version ? [] : changedRoleNotes(loaded, t)),
    ...rule,
    ...sheet,
    ...track,
  ]
}

/** Says that the levels branch since the answers were given, and on which track the assessment goes on. */
function tracksNote({ role, session, domain, target }: LoadedSession, t: CommandContext['t']): readonly Block[] {
  if (!role.whole || session.track !== undefined || domain || target) return []
  const track = trackOf(session, role.whole)
  if (!track || tracksOf(role.whole).length < 2) return []
  return [note('info', t.rich('tracks.note.first', { role: role.name, track: trackName(role, track, t) }))]
}

function stepNames({ scale }: Role, t: CommandContext['t']): string {
  return scale.steps.map((step) => proficiencyName(step, t)).join(', ')
}

function changedRoleNotes({ role, decoded, session, target }: LoadedSession, t: CommandContext['t']): readonly Block[] {
  const names = decoded.changed.map((slug) => role.rows.get(slug)?.skill.name ?? slug)
  const returned = decoded.returned.map((slug) => role.rows.get(slug)?.skill.name ?? slug)
  const whole = decoded.removed === 0 ? 'all' : 'only'
  const rest = decoded.answers.length === 0 ? 'none' : names.length === 0 ? whole : 'others'
  const isWithoutTarget = session.target !== undefined && target === null
  return [
    note('info', t.rich('assess.note.changed', { role: role.name, count: names.length, skills: t.all(names), rest })),
    ...(decoded.removed > 0 ? [note('info', t.rich('assess.note.gone', { count: decoded.removed }))] : []),
    ...(returned.length > 0
      ? [note('info', t.rich('assess.note.returned', { count: returned.length, skills: t.all(returned) }))]
      : []),
    ...(isWithoutTarget ? [note('info', t.rich('assess.note.levelGone', { role: role.name }))] : []),
  ]
}

/** The session of a role, which may be stored under a slug that the role had before; null if there is none. */
export async function findSession(
  slug: string,
  { services, person, catalogIndex }: CommandContext,
): Promise<Session | null> {
  const role = catalogIndex.catalog.roles.get(slug)
  const slugs = new Set([slug, ...(role ? [role.slug, ...(role.formerly ?? [])] : [])])
  for (const each of slugs) {
    const session = await services.store.sessions.read(person, each)
    if (session) return session
  }
  return null
}

/** Throws a UserError if the person has no session of the role. */
export async function readSession(role: string, context: CommandContext): Promise<Session> {
  const session = await findSession(role, context)
  if (!session) throw nothingInProgress(context)
  return session
}

/** The session after an update. Throws a UserError if there was none. */
export function sessionFrom(changed: UpdateResult, context: CommandContext): Session {
  if (changed.status === 'missing') throw nothingInProgress(context)
  return changed.session
}

export function nothingInProgress({ t }: Pick<CommandContext, 't'>): UserError {
  return new UserError('error.assess.none', {}, [startButton(t)])
}

/** Attempts at a change. A conflict means that another process changed the session; more than two in a row are no coincidence. */
const MAX_ATTEMPTS = 4

/**
 * Makes a change that fits any state of the session. On a conflict it is made again from the current state; a change that is
 * already there, as after a second press, writes nothing.
 */
export async function changeSession(
  loaded: LoadedSession,
  make: (session: Session) => Partial<Session>,
  context: CommandContext,
): Promise<LoadedSession> {
  let { session } = loaded
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const changes = make(session)
    if (isDeepStrictEqual({ ...session, ...changes }, session)) return loadSession(session, context)
    const changed = await replaceSession(session, changes, context)
    if (changed.status === 'missing' || changed.session.id !== session.id) throw nothingInProgress(context)
    session = changed.session
    if (changed.status === 'done') return loadSession(session, context)
  }
  throw new StoreUnavailable('the session kept changing')
}

export function replaceSession(
  session: Session,
  changes: Partial<Session>,
  context: CommandContext,
): Promise<UpdateResult> {
  const { store, now } = context.services
  const next: Session = { ...session, ...changes, version: session.version + 1, touchedAt: now() }
  return store.sessions.replace(context.person, session, next, sessionTtlMs(context.services))
}

/**
 * Shows the current state of a session to a person whose press no longer fits it: because the session has another state by now, or
 * because the ladder has changed.
 */
export async function showCurrent(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const session = await readSession(ref.role, context)
  const { loaded, notes } = await refreshSession(session, context)
  const isSame = session.id === ref.id && session.version === ref.version
  const key = isSame ? 'assess.note.questionGone' : 'assess.note.stale'
  if (session.paused) {
    return asCard(replaceWith(pausedView(loaded.session, loaded.role, context)), context.t, { isOpen: false })
  }
  return showSession(loaded, [note('info', context.t.rich(key)), ...notes], context)
}

/** Works on a session; `before` is the session as it was read, before it was brought up to date. */
type SessionWork = (loaded: LoadedSession, before: Session) => Promise<BotResponse> | BotResponse

/** Works on the state that a press was made from. If the session has another state by now, shows that instead. */
export async function withUnchangedSession(
  ref: SessionRef,
  context: CommandContext,
  work: SessionWork,
): Promise<BotResponse> {
  const session = await readSession(ref.role, context)
  if (session.id !== ref.id || session.version !== ref.version) return showCurrent(ref, context)
  return workOn(session, context, work)
}

/** Works on the current state of a session, whatever state the press was made from. Throws a UserError for another session. */
export async function withSession(ref: SessionRef, context: CommandContext, work: SessionWork): Promise<BotResponse> {
  const session = await readSession(ref.role, context)
  if (session.id !== ref.id) throw nothingInProgress(context)
  return workOn(session, context, work)
}

async function workOn(session: Session, context: CommandContext, work: SessionWork): Promise<BotResponse> {
  const state = await refreshSession(session, context)
  return prependNotes(state, await work(state.loaded, session), context)
}

/** Puts the notes of a session before a response. A form has no room for notes: the session is shown with them instead. */
export function prependNotes(
  { loaded, notes }: SessionState,
  response: BotResponse,
  context: CommandContext,
): BotResponse {
  if (notes.length === 0) return response
  if (response.type !== 'reply') return showSession(loaded, notes, context)
  return { ...response, message: { ...response.message, blocks: [...notes, ...response.message.blocks] } }
}
