import type { Person, PersonPattern } from './person.ts'
import type { AssessmentResult, ScheduleEntry, Session, Settings } from './records.ts'

/**
 * What the bot keeps. One contract, every store passes it: an embedded one on disk for a single process, Redis for any
 * number of them. Times are milliseconds since 1970 and come from the caller; how long something is idle or kept is
 * measured by the clock of what keeps it. Every method rejects with a StoreUnavailable where the store cannot be reached
 * or does not answer in time: the change is then made as a whole or not at all, which of them is unknown, and asking again
 * is safe. What was acknowledged before is kept. A value that does not have the shape of `values.ts` is refused with an
 * error before anything is written.
 */
export interface Store {
  /** Where the data lies and what its settings mean for it, in one line for the log, and warnings an operator must see. */
  describe(): Promise<{ readonly summary: string; readonly warnings: readonly string[] }>

  /** Why the store cannot be written to right now, in one line; undefined if it can: a value is written and removed. */
  check(): Promise<string | undefined>

  readonly sessions: SessionStore
  readonly results: ResultStore
  readonly settings: SettingsStore
  readonly claims: ClaimStore
  readonly schedule: ScheduleStore
  readonly keyValues: KeyValueStore
  readonly eventLog: EventLog
  readonly members: MemberStore

  /**
   * Forgets everything held of a person: sessions, results, settings, due entries, and that they were
   * seen. What a log holds of them stays: it is the record of what was decided. Resolves when it is gone.
   */
  erase(person: Person): Promise<void>

  /**
   * Frees what removed values still take up, so that nothing of them is left in a file. Call it after erasing; it may
   * take seconds with a large embedded store. Redis does so by itself, with its next rewrite of its files.
   */
  compact(): Promise<void>

  /**
   * The people of whom something is stored, each at least once and in no order. Looks at every key, so it takes a time proportional to
   * all that is stored; what is written meanwhile may be left out.
   */
  people(pattern: PersonPattern): AsyncIterable<Person>

  /** Removes what has been stored for longer than it may be. Looks at every key, as `people` does. */
  expire(limits: RetentionLimits): Promise<ExpiredCounts>

  /** Finishes what is in hand and lets go of files and connections. */
  close(): Promise<void>
}

/** How long things may be stored. Moments are milliseconds since 1970. */
export interface RetentionLimits {
  /** Results that were finished before this go, and so does what was set aside before it. */
  readonly resultsBefore: number
  /** Members who were seen last before this are no longer counted. */
  readonly membersBefore: number
  /** Milliseconds that settings stay after their last change, by the clock of the store and to a day. */
  readonly settingsMs: number
}

/** How many of each have been removed. Settings are not counted: in Redis they go by themselves. */
export interface ExpiredCounts {
  readonly results: number
  readonly members: number
  readonly quarantined: number
}

/**
 * In-progress assessments, at most one a person and role. A session's version rises by one with every change, and every
 * change names the id and version it was made from, so a late or repeated one changes nothing.
 * Where a later version of Rung has written the session, all but `list` and `newer` reject with a NewerValue.
 */
export interface SessionStore {
  /** The session of a role, or null. One round trip. */
  read(person: Person, role: string): Promise<Session | null>

  /** All sessions of a person that can be read, the one touched last first. */
  list(person: Person): Promise<readonly Session[]>

  /** The roles of those that only a later version of Rung can read. */
  listNewer(person: Person): Promise<readonly string[]>

  /** Starts a session unless there is one; says which. A session not touched for `idleMs` is gone. */
  create(person: Person, session: Session, idleMs: number): Promise<CreateResult>

  /**
   * Adds answers to the end of a session in one round trip, without reading it first. `event` is the delivery's id where
   * the same delivery may come again: its second coming is `repeated` and changes nothing (remembered for a day).
   * Rejects with a RangeError where the session would hold more than MAX_ANSWERS.
   */
  append(person: Person, role: string, answer: AppendRequest): Promise<UpdateResult>

  /** Replaces a session by its next version: the same id and role, and `from.version + 1`; else a RangeError. */
  replace(person: Person, from: SessionRef, next: Session, idleMs: number): Promise<UpdateResult>

  /** Ends a session: removes it and, where a result came of it, saves that in the same step. */
  end(person: Person, from: SessionRef, result: AssessmentResult | null): Promise<UpdateResult>
}

/** Which state of which session a change was made from. */
export interface SessionRef {
  readonly role: string
  readonly id: string
  readonly version: number
}

export type CreateResult = { readonly status: 'created' } | { readonly status: 'exists'; readonly session: Session }

export interface AppendRequest {
  readonly id: string
  readonly version: number
  /** Answers in the compact form of `values.ts`, oldest first. */
  readonly answers: readonly string[]
  readonly at: number
  readonly idleMs: number
  readonly deliveryId?: string
}

/**
 * `done`: the change was made; `session` is the new state (for `end`, the state that was ended). `stale`: the session has
 * moved on; `session` is what it is now. `repeated`: this very event was taken before. `missing`: there is no such session.
 */
export type UpdateResult =
  | { readonly status: 'done' | 'stale' | 'repeated'; readonly session: Session }
  | { readonly status: 'missing' }

/** Finished assessments, kept until their owner deletes them. */
export interface ResultStore {
  /** A person's results, newest first, but for those that only a later version of Rung can read. */
  list(person: Person): Promise<readonly AssessmentResult[]>

  /** How many results only a later version of Rung can read. */
  countNewer(person: Person): Promise<number>
}

/** Rejects with a NewerValue where a later version of Rung has written the settings. */
export interface SettingsStore {
  /** A person's settings; the defaults where none are kept. */
  read(person: Person): Promise<Settings>
  /** Changes some settings and keeps the others. */
  change(person: Person, change: Partial<Settings>): Promise<Settings>
}

/**
 * Deliveries that may come more than once. One is claimed, worked on, and then marked done, or released where the work
 * failed so that the next delivery is taken. A claim not settled within its lease is free again.
 */
export interface ClaimStore {
  claim(id: string, now: number, leaseMs: number): Promise<'claimed' | 'busy' | 'done'>
  /** Remembers for `keepMs` that the event is done. */
  complete(id: string, ttlMs: number): Promise<void>
  /** Gives up a claim of this process; a claim that somebody else has taken over meanwhile stays theirs. */
  release(id: string): Promise<void>
}

/**
 * Work that falls due, such as reminders, in one queue a platform: what cannot be delivered on one holds up no other. Any
 * process may work on it; no entry is worked on twice at the same time.
 */
export interface ScheduleStore {
  /** Sets when an entry falls due; an entry with the same id is moved. */
  put(entry: ScheduleEntry): Promise<void>
  cancel(id: string): Promise<void>
  /** The platforms that entries wait for, due or not. Entries of version 0.1 count once anything has been claimed. */
  platforms(): Promise<readonly string[]>
  /**
   * Up to `limit` entries of a platform that are due by `now`, the oldest first, claimed for `leaseMs`: until then nobody
   * else gets them. Empty only where nothing is due.
   */
  claim(platform: string, now: number, leaseMs: number, limit: number): Promise<readonly ClaimedEntry[]>
  /** Removes a claimed entry, unless it has been scheduled or claimed again since; says whether it did. */
  complete(entry: ClaimedEntry): Promise<boolean>
  /** Moves a claimed entry, unless it has been scheduled, claimed or cancelled since; says whether it did. */
  reschedule(entry: ClaimedEntry, to: Pick<ScheduleEntry, 'at' | 'kind'>): Promise<boolean>
}

/** A claimed entry; its token tells this claim of it from every other, and from a later scheduling for the same time. */
export type ClaimedEntry = ScheduleEntry & { readonly token: string }

/**
 * Small values by name that belong to no person: what is kept for a workspace, and locks. Every write gives the value a
 * new version. A lock is a thing written where there is none (`over: null`), kept for as long as the lock may last and
 * removed by the version it was written as. A name is 1 to 200 of `A-Z a-z 0-9 . _ : / -`, a value at most 16,384
 * characters; else a RangeError.
 */
export interface KeyValueStore {
  read(name: string): Promise<VersionedValue | null>
  /**
   * Writes a value; `stale` where something else lies there than what it may be written over: nothing was written then.
   */
  write(name: string, value: string, how?: WriteOptions): Promise<WriteResult>
  /** The names that begin so, in no order. Looks at every key. */
  list(beginning: string): AsyncIterable<string>
  /** Removes a thing, or only a version of it; says whether there was one to remove. */
  remove(name: string, version?: string): Promise<boolean>
}

export interface WriteOptions {
  /** The version that may be written over, or null where there must be none; without it, whatever there is. */
  readonly ifVersion?: string | null
  /** How long it is kept, in milliseconds; without it, for good. */
  readonly ttlMs?: number
}

export interface VersionedValue {
  readonly value: string
  readonly version: string
}

export type WriteResult = { readonly status: 'done'; readonly version: string } | { readonly status: 'stale' }

/**
 * Append-only logs: entries in one order for all processes. A name is that of a thing; an entry is a text of at most 16,384
 * characters, else a RangeError. Readers pass the last entry they have, so that the store can tell whether the log still
 * holds it: a server that lost its newest entries (a failover, a power cut, a restored backup) must not be continued from
 * memory.
 */
export interface EventLog {
  /**
   * Appends entries, all of them or none, next to one another, and returns what the log holds after `after` (null: from its
   * beginning), up to these entries as a rule: in one round trip, so that the caller learns what came before them. Appends
   * nothing if the log does not hold `after`. Retried after an outage, an entry may be there twice.
   */
  append(name: string, entries: readonly string[], after: LogEntry | null): Promise<LogPage>
  /**
   * Rewrites the texts of entries, for erasing people, and appends `entries` if any changed: readers go on from the positions and marks
   * they have, and learn of it from those. One step: a process that dies meanwhile has changed nothing. Takes a time proportional to the
   * log, in slices, so that nobody else waits for long; what is appended meanwhile is rewritten too. Returns how many changed. Rejects with
   * a StoreUnavailable if another process is rewriting the log and takes longer than a minute.
   */
  rewrite(name: string, rewriter: LogRewriter, entries: readonly string[]): Promise<number>
  /** Returns what the log holds after an entry (null: from its beginning), oldest first. */
  read(name: string, after: LogEntry | null): Promise<LogPage>
}

/** Rewrites a log, text by text. */
export interface LogRewriter {
  /** Told of each text, oldest first, before it is rewritten. Returns whether this or a later text will change because of it. */
  inspect(text: string): boolean
  /** Returns the new text of an entry, or the same one. Called once every text there was at first has been read. */
  rewrite(text: string): string
}

export interface LogPage {
  readonly entries: readonly LogEntry[]
  /** Whether there may be more after these; read on from the last one. */
  readonly hasMore: boolean
  /** False if the log does not hold the entry that was to be continued; then nothing was appended and `entries` is empty. */
  readonly isContinuous: boolean
}

export interface LogEntry {
  /** Where the entry stands in its log. Positions rise. */
  readonly position: string
  /** Identifies the entry beyond its position; the same after an erasure has rewritten its text. */
  readonly mark: string
  readonly text: string
}

/** Entries in one page of a log. */
export const LOG_PAGE = 1000

/** Entries that are rewritten at a time. Parsing them takes a few milliseconds, during which the process does nothing else. */
export const REWRITE_SLICE = 250

/** Who has been seen, and when last: for counting the members of a community. */
export interface MemberStore {
  /** Notes that a person was seen; an earlier time than the one known changes nothing. */
  recordActivity(person: Person, at: number): Promise<void>
  /** The keys (`personKey`) of those seen at a time or after it. */
  activeSince(at: number): Promise<readonly string[]>
}

/** The store cannot be reached, or did not answer in time. What was asked for may be tried again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/**
 * A stored value has the shape of a later version of Rung. It is left as it is, for a process that can read it, and its owner
 * is told.
 */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
  readonly kind: 'session' | 'settings'
  /** The role of a session. */
  readonly role: string | undefined

  constructor(key: string, reason: string, what: NewerSchemaError['kind'], role?: string) {
    super(`${key}: ${reason}`)
    this.kind = what
    this.role = role
  }
}

/** A stored value that could not be read: told to the operator; the value is kept under another key. */
export interface QuarantinedValue {
  readonly key: string
  readonly quarantinedAs: string
  readonly reason: string
}

/** The store has failed as a whole, or works again. The message is one line for the log. */
export interface Outage {
  readonly over: boolean
  readonly message: string
}

export interface StoreOptions {
  /** Begins every key, so that several bots may share a server. */
  readonly prefix: string
  /** Told of every value that is set aside. */
  readonly onQuarantine: (value: QuarantinedValue) => void
  /** Told once when the store fails as a whole, and once when it works again. */
  readonly onOutage?: (outage: Outage) => void
}
