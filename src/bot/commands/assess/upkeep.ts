import type { Library } from '../../../catalog/index.ts'
import { localeFrom, type Translator, translator } from '../../../i18n/index.ts'
import { actions, type Message, text } from '../../../message/index.ts'
import type { Person } from '../../../store/person.ts'
import type { ClaimedEntry } from '../../../store/store.ts'
import type { DueEntry, Session } from '../../../store/values.ts'
import type { Keeping } from '../../command.ts'
import { REMIND_AFTER_MS } from './flow.ts'
import { liveOf } from './live.ts'
import { press } from './payload.ts'

/** How somebody is told something outside a conversation. */
export interface Notifier {
  /** Whether this process can reach a person at all: their platform runs here. */
  reaches(person: Person): boolean
  /** False where the message did not arrive. */
  tell(person: Person, message: Message): Promise<boolean>
}

export interface UpkeepParts {
  readonly keep: Keeping
  readonly library: () => Library
  readonly notifier: Notifier
}

/** How long a claimed entry is ours: ample for one read, one write and one message. */
const LEASE_MS = 60_000
const MOST_AT_ONCE = 100
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Looks after assessments left idle: reminds their owner once after three days, unless they want no reminders, and ends
 * what nobody has touched for the session's life, with a last notice. Any number of processes may run it. Returns how many
 * people were told something.
 */
export async function lookAfterSessions(parts: UpkeepParts): Promise<number> {
  const { store, now } = parts.keep
  const entries = await store.due.claim(now(), LEASE_MS, MOST_AT_ONCE)
  let told = 0
  for (const entry of entries) {
    if (await lookAfter(entry, parts)) told += 1
  }
  return told
}

async function lookAfter(entry: ClaimedEntry, parts: UpkeepParts): Promise<boolean> {
  const { store, now, sessionMs } = parts.keep
  if (!parts.notifier.reaches(entry.person)) {
    // Another process has that platform: the entry is handed back at once.
    await store.due.schedule(movedTo(entry, entry.at, entry.kind))
    return false
  }
  const session = await store.sessions.read(entry.person, entry.role)
  if (!session) {
    await store.due.complete(entry)
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
  await store.due.schedule(movedTo(entry, Math.max(at, now() + 1), entry.kind))
  return false
}

function movedTo({ schema, id, person, role }: ClaimedEntry, at: number, kind: DueEntry['kind']): DueEntry {
  return { schema, id, kind, person, role, at }
}

/**
 * The entry is marked first and the owner told after: at most one reminder, whatever fails in between. The session itself is
 * left alone, so that the card on the owner's screen still works.
 */
async function remind(
  entry: ClaimedEntry,
  session: Session,
  { keep, library, notifier }: UpkeepParts,
): Promise<boolean> {
  await keep.store.due.schedule(movedTo(entry, session.touchedAt + keep.sessionMs, 'reminded'))
  const t = translator(localeFrom(session.locale))
  return notifier.tell(entry.person, reminderMessage(session, keep, library(), t))
}

function reminderMessage(session: Session, keep: Keeping, library: Library, t: Translator): Message {
  const role = library.catalog.roles.get(session.role)
  const left = role ? liveOf(session, { library }).standing.progress.estimatedLeft : 0
  const words = {
    role: role?.name ?? session.role,
    date: t.date(session.touchedAt),
    answers: session.answers.length,
    left,
    until: t.date(session.touchedAt + keep.sessionMs),
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
  { keep, library, notifier }: UpkeepParts,
): Promise<boolean> {
  const ended = await keep.store.sessions.end(entry.person, session, null)
  await keep.store.due.complete(entry)
  if (ended.status !== 'done') return false
  const t = translator(localeFrom(session.locale))
  const words = {
    role: library().catalog.roles.get(session.role)?.name ?? session.role,
    days: Math.round(keep.sessionMs / DAY_MS),
    answers: session.answers.length,
  }
  return notifier.tell(entry.person, {
    summary: t('assess.expired.text', words),
    blocks: [text(t.rich('assess.expired.text', words)), ...actions([press(t('action.assess'), { do: 'which' })])],
  })
}
