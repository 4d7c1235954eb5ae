import type { CatalogIndex } from '../../../catalog/index.ts'
import { languages, type Translator } from '../../../i18n/index.ts'
import { actions, type Message, text } from '../../../message/index.ts'
import { type Notifier, notifyOnce } from '../../../proposals/notifier.ts'
import { type BackgroundLoop, runEvery } from '../../../proposals/run-every.ts'
import type { Session } from '../../../store/records.ts'
import { type ClaimedEntry, NewerSchemaError, StoreUnavailable } from '../../../store/store.ts'
import type { Services } from '../../command.ts'
import { press, startButton } from './actions.ts'
import { sessionTtlMs } from './current-session.ts'
import { hasScope, loadSession, storedAnswers } from './loaded-session.ts'
import { questionsLeft } from './outlook.ts'
import { REMIND_AFTER_MS } from './reminder-delay.ts'

export interface ReminderOptions {
  readonly services: Services
  readonly catalogIndex: () => CatalogIndex
  readonly notifier: Notifier
  /** Logs an entry that failed for a reason other than the store. It is tried again when its lease ends. */
  readonly report: (problem: string, error: unknown) => void
}

/** Time between two rounds, in milliseconds. */
const ROUND_MS = 60_000

/** Lease of claimed entries in milliseconds: ample for the messages of a batch, even if a platform limits their rate. */
const LEASE_MS = 5 * 60_000

/** Entries claimed at a time. */
const BATCH_SIZE = 100
/** Entries processed concurrently. */
const CONCURRENCY = 16

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** Processes idle assessments every minute until stopped. */
export function startReminders(options: ReminderOptions): BackgroundLoop {
  return runEvery(
    ROUND_MS,
    (isStopped) => processIdleSessions(options, isStopped),
    (error) => options.report('idle assessments could not be processed; trying again in a minute', error),
  )
}

/**
 * Processes idle assessments until nothing is due: reminds the owner once after three days, unless reminders are off, and ends
 * sessions that have expired, with a last notice. Any number of processes may run it. Returns the number of messages sent. Rejects
 * with a StoreUnavailable; sessions processed until then are done.
 */
export async function processIdleSessions(options: ReminderOptions, isStopped = () => false): Promise<number> {
  const { services, notifier } = options
  const here = notifier.platforms()
  const elsewhere = (await services.store.schedule.platforms()).filter((platform) => !here.includes(platform))
  let sentCount = 0
  const processHere = async (entry: ClaimedEntry): Promise<boolean> => {
    if (!notifier.reaches(entry.person)) return false
    if (await processEntry(entry, options)) sentCount += 1
    return true
  }
  const expiredBefore = () => services.now() - sessionTtlMs(services)
  await Promise.all([
    ...here.map((platform) => drain(platform, services.now, options, isStopped, processHere)),
    ...elsewhere.map((platform) =>
      drain(platform, expiredBefore, options, isStopped, (entry) => dropIfMissing(entry, options)),
    ),
  ])
  return sentCount
}

/**
 * Processes all entries of a platform that are due by a time, in batches. Entries for which `work` resolves with false are
 * handed back at the end, so that this run does not claim them again.
 */
async function drain(
  platform: string,
  until: () => number,
  { services, report }: ReminderOptions,
  isStopped: () => boolean,
  work: (entry: ClaimedEntry) => Promise<boolean>,
): Promise<void> {
  const { schedule } = services.store
  const rejected: ClaimedEntry[] = []
  let failure: StoreUnavailable | undefined
  const worker = async (entries: Iterator<ClaimedEntry> & Iterable<ClaimedEntry>): Promise<void> => {
    for (const entry of entries) {
      try {
        if (failure || isStopped() || !(await work(entry))) rejected.push(entry)
      } catch (error) {
        if (error instanceof StoreUnavailable) failure = error
        // A process of that version handles it. If there is none, this one tries again every hour.
        else if (error instanceof NewerSchemaError) await postpone(entry, services)
        else report('an idle assessment could not be processed', error)
      }
    }
  }
  while (!failure && !isStopped()) {
    const claimed = await schedule.claim(platform, until(), LEASE_MS, BATCH_SIZE)
    if (claimed.length === 0) break
    const entries = claimed.values()
    await Promise.all(Array.from({ length: CONCURRENCY }, () => worker(entries)))
  }
  if (failure) throw failure
  for (const entry of rejected) await schedule.reschedule(entry, entry)
}

async function postpone(entry: ClaimedEntry, { store, now }: Services): Promise<void> {
  await store.schedule.reschedule(entry, { at: now() + HOUR_MS, kind: entry.kind }).catch(() => undefined)
}

/** Drops an entry of a platform that does not run here if the store no longer has its session. */
async function dropIfMissing(entry: ClaimedEntry, { services }: ReminderOptions): Promise<boolean> {
  const { sessions, schedule } = services.store
  if (await sessions.read(entry.person, entry.role)) {
    await schedule.reschedule(entry, { at: services.now(), kind: entry.kind })
  } else {
    await schedule.complete(entry)
  }
  return true
}

/** Resolves with whether the owner was sent a message. */
async function processEntry(entry: ClaimedEntry, options: ReminderOptions): Promise<boolean> {
  const { store, now, sessionMs } = options.services
  const session = await store.sessions.read(entry.person, entry.role)
  if (!session) {
    await store.schedule.complete(entry)
    return false
  }
  const { reminders, locale } = await store.settings.read(entry.person)
  const t = translatorFor(locale ?? session.locale, options.services)
  if (now() - session.touchedAt >= sessionMs) return expire(entry, session, t, options)

  const mayRemind = reminders && entry.kind === 'idle'
  if (mayRemind && now() - session.touchedAt >= REMIND_AFTER_MS) return remind(entry, session, t, options)
  // With reminders off, checks again in a day whether they are on.
  const next = mayRemind
    ? session.touchedAt + REMIND_AFTER_MS
    : entry.kind === 'idle'
      ? now() + DAY_MS
      : Number.POSITIVE_INFINITY
  const at = Math.min(next, session.touchedAt + sessionMs)
  await store.schedule.reschedule(entry, { at: Math.max(at, now() + 1), kind: entry.kind })
  return false
}

/**
 * Reminds the owner once, whichever process does it and whatever fails in between. If the person cannot be reached, tries again for
 * a day. Does not change the session, so that the owner's last card still works.
 */
async function remind(
  entry: ClaimedEntry,
  session: Session,
  t: Translator,
  { services, catalogIndex, notifier }: ReminderOptions,
): Promise<boolean> {
  const { store, now, sessionMs } = services
  const overdueMs = now() - session.touchedAt - REMIND_AFTER_MS
  const result = await notifyOnce(
    { claims: store.claims, notifier, now },
    {
      claim: `reminder/${session.id}/${session.touchedAt}`,
      person: entry.person,
      message: () => reminderMessage(session, services, catalogIndex(), t),
      // Entries are claimed within a round of being due. If it is later, a process may have died while it held this one.
      repeated: overdueMs >= LEASE_MS,
      rememberMs: sessionMs,
    },
  )
  // The entry is due again when its lease ends.
  if (result === 'busy' || (result === 'later' && overdueMs < DAY_MS)) return false
  await store.schedule.reschedule(entry, { at: session.touchedAt + sessionMs, kind: 'reminded' })
  return result === 'delivered'
}

/** The translator for a locale that was chosen, or of a session: platforms know some people's language only for a while. */
function translatorFor(locale: string, services: Services): Translator {
  const { translator, localeFrom } = services.languages ?? languages
  return translator(localeFrom(locale))
}

function reminderMessage(session: Session, services: Services, catalogIndex: CatalogIndex, t: Translator): Message {
  const role = catalogIndex.catalog.roles.get(session.role)
  const isGone = !hasScope(session, catalogIndex)
  const words = {
    role: role?.name ?? session.role,
    date: t.date(session.touchedAt),
    answers: session.answers.length,
    scope: isGone ? 'gone' : 'there',
    left: isGone ? 0 : questionsLeft(loadSession(session, { catalogIndex })),
    until: t.date(session.touchedAt + services.sessionMs),
  }
  return {
    summary: t('assess.reminder.text', words),
    blocks: [
      text(t.rich('assess.reminder.text', words)),
      ...actions([
        press(t('assess.action.resume'), { type: 'resume', role: session.role }, 'primary'),
        press(t('assess.reminder.off'), { type: 'reminders', on: false }),
      ]),
    ],
  }
}

async function expire(
  entry: ClaimedEntry,
  session: Session,
  t: Translator,
  { services, catalogIndex, notifier }: ReminderOptions,
): Promise<boolean> {
  const { sessions, schedule } = services.store
  const ended = await sessions.end(entry.person, session, null)
  if (ended.status === 'stale') {
    // Its owner has just touched it: the next round looks at it again.
    await schedule.reschedule(entry, { at: services.now() + 1, kind: entry.kind })
    return false
  }
  await schedule.complete(entry)
  if (ended.status !== 'done') return false
  const words = {
    role: catalogIndex().catalog.roles.get(session.role)?.name ?? session.role,
    days: Math.round(services.sessionMs / DAY_MS),
    answers: storedAnswers(session),
  }
  const message = (): Message => ({
    summary: t('assess.expired.text', words),
    blocks: [text(t.rich('assess.expired.text', words)), ...actions([startButton(t)])],
  })
  // Only the process that ended the session gets here, so no other attempt can have been made.
  const notice = { claim: `expired/${session.id}`, person: entry.person, message, repeated: false, rememberMs: DAY_MS }
  return (await notifyOnce({ claims: services.store.claims, notifier, now: services.now }, notice)) === 'delivered'
}
