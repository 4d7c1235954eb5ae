import type { CatalogIndex } from '../../../catalog/index.ts'
import { languages, type Translator } from '../../../i18n/index.ts'
import { actions, type Message, text } from '../../../message/index.ts'
import { type Notifier, notifyOnce } from '../../../proposals/notifier.ts'
import { type BackgroundLoop, runEvery } from '../../../proposals/run-every.ts'
import type { Session } from '../../../store/records.ts'
import { type ClaimedEntry, NewerSchemaError, StoreUnavailable } from '../../../store/store.ts'
import type { Services } from '../../command.ts'
import { press } from './actions.ts'
import { loadSession } from './loaded-session.ts'
import { REMIND_AFTER_MS, sessionTtlMs } from './session.ts'

export interface ReminderOptions {
  readonly services: Services
  readonly catalogIndex: () => CatalogIndex
  readonly notifier: Notifier
  /** Told of an entry that failed for a reason other than the store; it is tried again when its claim runs out. */
  readonly report: (problem: string, error: unknown) => void
}

/** Between two rounds. */
const ROUND_MS = 60_000

/** How long claimed entries are ours: ample for the messages of a batch, also where a platform slows us down. */
const LEASE_MS = 5 * 60_000

/** Entries claimed at a time, and how many of them are worked on at once. */
const BATCH = 100
const AT_ONCE = 16

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
 * Looks after assessments left idle, until nothing is due: reminds their owner once after three days, unless they want no
 * reminders, and ends what nobody has touched for the session's life, with a last notice. Any number of processes may run
 * it. Returns how many people were told something. Rejects with a StoreUnavailable; what it has done then counts.
 */
export async function processIdleSessions(parts: ReminderOptions, isStopped = () => false): Promise<number> {
  const { store } = parts.services
  const here = parts.notifier.platforms()
  const elsewhere = (await store.schedule.platforms()).filter((platform) => !here.includes(platform))
  let sentCount = 0
  const count = async (work: Promise<boolean>): Promise<boolean> => {
    if (await work) sentCount += 1
    return true
  }
  await Promise.all([
    ...here.map((platform) =>
      drain(platform, parts.services.now, parts, isStopped, async (entry) =>
        parts.notifier.reaches(entry.person) ? count(lookAfter(entry, parts)) : false,
      ),
    ),
    ...elsewhere.map((platform) =>
      drain(
        platform,
        () => parts.services.now() - sessionTtlMs(parts.services),
        parts,
        isStopped,
        (entry) => dropIfGone(entry, parts),
      ),
    ),
  ])
  return sentCount
}

/**
 * Works on all entries of a platform that are due by a time, batch by batch, some at once. `work` says whether it took the
 * entry; those it did not are handed back at the end, so that they are in nobody's way meanwhile.
 */
async function drain(
  platform: string,
  until: () => number,
  { services, report }: ReminderOptions,
  isStopped: () => boolean,
  work: (entry: ClaimedEntry) => Promise<boolean>,
): Promise<void> {
  const { schedule: due } = services.store
  const untaken: ClaimedEntry[] = []
  let failure: StoreUnavailable | undefined
  const worker = async (entries: Iterator<ClaimedEntry> & Iterable<ClaimedEntry>): Promise<void> => {
    for (const entry of entries) {
      try {
        if (failure || isStopped() || !(await work(entry))) untaken.push(entry)
      } catch (error) {
        if (error instanceof StoreUnavailable) failure = error
        // A process of that version looks after it; if there is none, this one asks again from time to time.
        else if (error instanceof NewerSchemaError) await postpone(entry, services)
        else report('an idle assessment could not be looked after', error)
      }
    }
  }
  while (!failure && !isStopped()) {
    const claimed = await due.claim(platform, until(), LEASE_MS, BATCH)
    if (claimed.length === 0) break
    const entries = claimed.values()
    await Promise.all(Array.from({ length: AT_ONCE }, () => worker(entries)))
  }
  if (failure) throw failure
  for (const entry of untaken) await due.reschedule(entry, entry)
}

async function postpone(entry: ClaimedEntry, { store, now }: Services): Promise<void> {
  await store.schedule.reschedule(entry, { at: now() + HOUR_MS, kind: entry.kind }).catch(() => undefined)
}

/** For a platform that this process does not serve: drops an entry whose session the store no longer holds. */
async function dropIfGone(entry: ClaimedEntry, { services }: ReminderOptions): Promise<boolean> {
  const { sessions, schedule: due } = services.store
  if (await sessions.read(entry.person, entry.role))
    await due.reschedule(entry, { at: services.now(), kind: entry.kind })
  else await due.complete(entry)
  return true
}

/** Says whether the owner was told something. */
async function lookAfter(entry: ClaimedEntry, parts: ReminderOptions): Promise<boolean> {
  const { store, now, sessionMs } = parts.services
  const session = await store.sessions.read(entry.person, entry.role)
  if (!session) {
    await store.schedule.complete(entry)
    return false
  }
  if (now() - session.touchedAt >= sessionMs) return expire(entry, session, parts)

  const { reminders } = await store.settings.read(entry.person)
  const mayRemind = reminders && entry.kind === 'idle'
  if (mayRemind && now() - session.touchedAt >= REMIND_AFTER_MS) return remind(entry, session, parts)
  // Somebody who wants no reminder now may want one tomorrow.
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
 * Reminds the owner once, whichever process does it and whatever fails in between. A person who cannot be reached now is tried again
 * for a day. The session itself is left alone, so that the card on the owner's screen still works.
 */
async function remind(
  entry: ClaimedEntry,
  session: Session,
  { services, catalogIndex, notifier }: ReminderOptions,
): Promise<boolean> {
  const { store, now, sessionMs } = services
  const overdueMs = now() - session.touchedAt - REMIND_AFTER_MS
  const t = translatorOf(session, services)
  const result = await notifyOnce(
    { claims: store.claims, notifier, now },
    {
      claim: `reminder/${session.id}/${session.touchedAt}`,
      person: entry.person,
      message: () => reminderMessage(session, services, catalogIndex(), t),
      // Entries are claimed within a round of being due. Later, a process may have died with this one in hand.
      repeated: overdueMs >= LEASE_MS,
      rememberMs: sessionMs,
    },
  )
  // The entry is due again when its lease ends.
  if (result === 'busy' || (result === 'later' && overdueMs < DAY_MS)) return false
  await store.schedule.reschedule(entry, { at: session.touchedAt + sessionMs, kind: 'reminded' })
  return result === 'delivered'
}

/** The translator of the language that the assessment was last used in. */
function translatorOf({ locale }: Session, services: Services): Translator {
  const { translator, localeFrom } = services.languages ?? languages
  return translator(localeFrom(locale))
}

function reminderMessage(session: Session, services: Services, catalogIndex: CatalogIndex, t: Translator): Message {
  const role = catalogIndex.catalog.roles.get(session.role)
  const left = role ? loadSession(session, { catalogIndex }).assessment.progress.estimatedLeft : 0
  const words = {
    role: role?.name ?? session.role,
    date: t.date(session.touchedAt),
    answers: session.answers.length,
    left,
    until: t.date(session.touchedAt + services.sessionMs),
  }
  return {
    summary: t('assess.reminder.text', words),
    blocks: [
      text(t.rich('assess.reminder.text', words)),
      ...actions([
        press(t('assess.action.resume'), { do: 'resume', role: session.role }, 'primary'),
        press(t('assess.reminder.off'), { do: 'reminders', on: false }),
      ]),
    ],
  }
}

async function expire(
  entry: ClaimedEntry,
  session: Session,
  { services, catalogIndex, notifier }: ReminderOptions,
): Promise<boolean> {
  const ended = await services.store.sessions.end(entry.person, session, null)
  await services.store.schedule.complete(entry)
  if (ended.status !== 'done') return false
  const t = translatorOf(session, services)
  const words = {
    role: catalogIndex().catalog.roles.get(session.role)?.name ?? session.role,
    days: Math.round(services.sessionMs / DAY_MS),
    answers: session.answers.length,
  }
  const message = (): Message => ({
    summary: t('assess.expired.text', words),
    blocks: [text(t.rich('assess.expired.text', words)), ...actions([press(t('action.assess'), { do: 'which' })])],
  })
  // Only the process that ended the session gets here, so no other attempt can have been made.
  const notice = { claim: `expired/${session.id}`, person: entry.person, message, repeated: false, rememberMs: DAY_MS }
  return (await notifyOnce({ claims: services.store.claims, notifier, now: services.now }, notice)) === 'delivered'
}
