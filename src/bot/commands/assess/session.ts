import { anySkillOfCode, codeToday, decodeAnswers, encodeAnswer } from '../../../assessment/index.ts'
import type { Role } from '../../../catalog/index.ts'
import { note, text } from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import { SCHEDULE_SCHEMA, type Session } from '../../../store/records.ts'
import type { SessionRef, UpdateResult } from '../../../store/store.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { askToConfirm, type BotResponse, replaceWith, reply } from '../../events.ts'
import { type Scope, WHOLE_ROLE } from './actions.ts'
import {
  asCard,
  changeSession,
  findSession,
  nothingInProgress,
  readSession,
  refreshSession,
  replaceSession,
  sessionFrom,
  sessionMessage,
  sessionTtlMs,
  showCurrent,
  showSession,
  withSession,
} from './current-session.ts'
import { answerFields, type LoadedSession, loadSession, needsSheet, originOf, scaleFields } from './loaded-session.ts'
import { REMIND_AFTER_MS } from './reminder-delay.ts'
import { readResult, resultMessage, showResultSection } from './result-message.ts'
import { trackOf } from './result-track.ts'
import { ruleKey } from './rule.ts'
import { refOf } from './session-ref.ts'
import { MAX_EVIDENCE } from './views/evidence.ts'
import { ratingsIn } from './views/ratings.ts'
import { resultOf } from './views/result-record.ts'
import { withNextForm } from './views/sheet.ts'
import { cancelView, inProgressView, pausedView } from './views/start.ts'

// The life of a session: started, paused and resumed, and ended with a result or without.

/** Starts an assessment. If one of the role is in progress, asks whether to continue it. */
export function startSession(role: Role, scope: Scope, context: CommandContext): Promise<BotResponse> {
  return createSession(role, scope, {}, context)
}

/** Continues the assessment of a result: asks what its plan, or its list of gaps, still lacks. The answers count as given. */
export async function continueFrom(id: string, until: 'plan' | 'gaps', context: CommandContext): Promise<BotResponse> {
  const { result, role, offers } = await readResult(id, context)
  if (offers[until] === undefined) return showResultSection(id, 'summary', context)
  const target = result.ready === undefined ? null : (role.levels.find(({ slug }) => slug === result.target) ?? null)
  const ratingOf = ratingsIn(result, role)
  const answers = result.ratings.flatMap(({ skill }) => {
    const rating = ratingOf(skill)
    return rating !== undefined && role.rows.has(skill) ? [encodeAnswer(role, { skillId: skill, rating })] : []
  })
  const evidence = {
    ...result.evidence,
    ...Object.fromEntries(
      result.ratings.flatMap((entry) => (entry.evidence === undefined ? [] : [[entry.skill, entry.evidence]])),
    ),
  }
  const { dormant } = result
  const changes = { answers, evidence, refine: true, plan: until === 'plan', ...(dormant && { dormant }) }
  const track = trackOf(result, role.whole ?? role) ?? null
  return createSession(role, { ...WHOLE_ROLE, target, track: target ? null : track }, changes, context)
}

async function createSession(
  role: Role,
  scope: Scope,
  changes: Partial<Session>,
  context: CommandContext,
): Promise<BotResponse> {
  const { domain, target, track } = scope
  const { store, now, newId } = context.services
  const mode = needsSheet(role, domain) ? 'sheet' : scope.mode
  const session: Session = {
    id: newId(),
    version: 1,
    role: role.slug,
    roleVersion: role.version,
    mode,
    domain: domain?.slug ?? null,
    ...(target && { target: target.slug }),
    ...(track && { track: track.end.slug }),
    refine: false,
    rule: ruleKey(role),
    ...scaleFields(role),
    paused: false,
    locale: context.t.locale,
    startedAt: now(),
    touchedAt: now(),
    evidence: {},
    answers: [],
    ...changes,
  }
  // A session of the role as it was called before would not be noticed.
  const former = role.formerly === undefined ? null : await findSession(role.slug, context)
  if (former) return askToConfirm(inProgressView(former, role, scope, context.t))
  const created = await store.sessions.create(context.person, session, sessionTtlMs(context.services))
  if (created.status === 'exists') return askToConfirm(inProgressView(created.session, role, scope, context.t))
  await Promise.all([
    store.settings.change(context.person, { lastRole: role.slug, focus: role.slug }),
    scheduleReminder(role.slug, context),
  ])
  const notes = mode === scope.mode ? [] : [note('info', context.t.rich('points.note.sheet'))]
  return asCard(reply(sessionMessage(loadSession(session, context), notes, context)), context.t, { isOpen: true })
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

/**
 * Drops an assessment and starts a new one. A second press shows the new one and keeps it. Throws the UserError of `scopeIn` before
 * anything is dropped.
 */
export async function restartSession(
  ref: SessionRef,
  scopeIn: (role: Role) => Scope,
  context: CommandContext,
): Promise<BotResponse> {
  const { sessions } = context.services.store
  const role = context.catalogIndex.catalog.roles.get(ref.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: ref.role })
  const old = await findSession(ref.role, context)
  if (old && old.id !== ref.id) return showCurrent(ref, context)
  // The ladder may no longer have the scope: then nothing is dropped.
  const scope = scopeIn(role)
  if (old) await sessions.end(context.person, old, null)
  return startSession(role, scope, context)
}

/** Shows an assessment where it was left, and directs typed words to it. */
export async function resumeSession(role: string, context: CommandContext): Promise<BotResponse> {
  const session = await readSession(role, context)
  const { loaded, notes } = await refreshSession(session, context)
  const [resumed] = await Promise.all([
    loaded.session.paused ? changeSession(loaded, () => ({ paused: false }), context) : loaded,
    context.services.store.settings.change(context.person, { focus: session.role, lastRole: loaded.role.slug }),
    // A session in its first version may be one whose start failed before this was done.
    session.version === 1 ? scheduleReminder(session.role, context) : undefined,
  ])
  const welcome = note('info', context.t.rich('assess.note.resumed', { answers: resumed.answers.length }))
  return asCard(reply(sessionMessage(resumed, [welcome, ...notes], context)), context.t, { isOpen: true })
}

export async function pauseSession(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  const [paused] = await Promise.all([
    changeSession(loaded, () => ({ paused: true }), context),
    releaseFocus(loaded.session.role, context),
  ])
  return asCard(replaceWith(pausedView(paused.session, paused.role, context)), context.t, { isOpen: false })
}

/** Ends an assessment and saves its result in the same step. Throws a UserError if nothing was answered. */
export async function finishSession(loaded: LoadedSession, context: CommandContext): Promise<BotResponse> {
  if (loaded.answers.length === 0) throw new UserError('error.assess.noAnswers')
  const { store, now } = context.services
  const result = resultOf(loaded, context.catalogIndex.catalog.version, now())
  const ended = await store.sessions.end(context.person, refOf(loaded), result)
  if (ended.status === 'missing') throw nothingInProgress(context)
  if (ended.status !== 'done') return showCurrent(refOf(loaded), context)
  await Promise.all([
    clearSchedule(loaded.session.role, context),
    context.services.cardStatistics?.add(ended.session.cardTimes ?? ''),
  ])
  return asCard(replaceWith(await resultMessage(result, loaded.role, context)), context.t, { isOpen: false })
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
  return asCard(replaceWith(await resultMessage(result, role, context)), context.t, { isOpen: false })
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
  return askToConfirm(cancelView(session, context.catalogIndex.catalog.roles.get(role), context.t))
}

export async function cancelSession(ref: SessionRef, context: CommandContext): Promise<BotResponse> {
  const ended = await context.services.store.sessions.end(context.person, ref, null)
  if (ended.status === 'missing') throw nothingInProgress(context)
  if (ended.status !== 'done') return showCurrent(ref, context)
  await clearSchedule(ref.role, context)
  const { t } = context
  const message = { summary: t('assess.canceled'), blocks: [text(t.rich('assess.canceled'))] }
  return asCard(replaceWith(message), t, { isOpen: false })
}

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
  const today = codes.flatMap((code) => codeToday(role, code) ?? [])
  if (today.length < codes.length) return showCurrent(ref, context)
  const outcome = await appendAnswers(ref, today, context)
  const { loaded, notes } = await refreshSession(sessionFrom(outcome, context), context)
  const staleNotes = outcome.status === 'stale' ? [note('info', context.t.rich('assess.note.stale'))] : []
  return showSession(loaded, [...staleNotes, ...notes], context)
}

/**
 * Saves the answers of a submitted card. They name their skills, so they are merged into whatever state the session has now. `lost` are
 * the answers to questions that are no longer asked.
 */
export async function recordSheetAnswers(
  ref: SessionRef,
  { codes, lost }: { readonly codes: readonly string[]; readonly lost: number },
  context: CommandContext,
  next: number,
): Promise<BotResponse> {
  return withSession(ref, context, async (loaded) => {
    const fresh = codes.filter((code) => !loaded.decoded.codes.includes(code))
    const merged = (session: Session) =>
      answerFields(decodeAnswers(loaded.role, [...session.answers, ...fresh], originOf(session)), session)
    const changed = await changeSession(loaded, merged, context)
    const notes = [
      note('success', context.t.rich('assess.sheet.saved', { count: fresh.length })),
      ...(lost > 0 ? [note('warning', context.t.rich('assess.sheet.lost', { count: lost }))] : []),
    ]
    return withNextForm(showSession(changed, notes, context, next), changed, next, context)
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
    card: context.services.assessmentCard ?? 'full',
    ...(event !== undefined && { deliveryId: event }),
  })
}

/**
 * Removes the last answer and asks its question again. If it no longer counts since the ladder changed, nothing is removed: the person
 * did not mean the one before it. `before` is the session as the person saw it.
 */
export async function undoAnswer(
  loaded: LoadedSession,
  context: CommandContext,
  before: Session = loaded.session,
): Promise<BotResponse> {
  const { t } = context
  const { codes, answers } = loaded.decoded
  const lastCode = before.answers.at(-1)
  const isOther = lastCode !== undefined && anySkillOfCode(loaded.role, lastCode) !== answers.at(-1)?.[0]
  if (isOther && before.roleVersion !== loaded.session.roleVersion)
    return showSession(loaded, [note('info', t.rich('assess.note.undoGone'))], context)
  if (codes.length === 0) return showSession(loaded, [note('info', t.rich('assess.note.firstQuestion'))], context)
  const changed = await replaceSession(loaded.session, { answers: codes.slice(0, -1) }, context)
  if (changed.status !== 'done') return showCurrent(refOf(loaded), context)
  return showSession(loadSession(changed.session, context), [note('info', t.rich('assess.note.back'))], context)
}

/** Asks on, once the level is settled: for a plan, or for every gap that is only estimated so far. */
export async function refineResult(
  loaded: LoadedSession,
  until: 'plan' | 'gaps',
  context: CommandContext,
): Promise<BotResponse> {
  const changes = { refine: true, plan: until === 'plan' }
  return showSession(await changeSession(loaded, () => changes, context), [], context)
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
