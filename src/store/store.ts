import type { EventLog } from './event-log.ts'
import type { Person, PersonPattern } from './person.ts'
import type { AssessmentResult, ScheduleEntry, Session, Settings } from './records.ts'

/**
 * Everything that the bot stores. Two implementations pass one contract suite: an embedded store on disk for a single process,
 * and Redis for any number of processes.
 *
 * Times are milliseconds since 1970 and come from the caller. Times to live are measured by the store's clock. Every method
 * rejects with a StoreUnavailable if the store cannot be reached or does not answer in time: the change was then made as a whole
 * or not at all, and trying again is safe. Whatever was acknowledged before is durable. A value that does not have the shape in
 * `records.ts` is rejected before anything is written.
 */
export interface Store {
  /** Returns where the data is and how durable it is, in one line for the log, and warnings that an operator must see. */
  describe(): Promise<{ readonly summary: string; readonly warnings: readonly string[] }>

  /** Writes and removes a value. Returns in one line why that failed, or undefined if it worked. */
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
   * Removes everything stored about a person: sessions, results, settings, scheduled entries and last activity. What an event log
   * holds stays: it is the record of what was decided. Resolves when it is gone.
   */
  erase(person: Person): Promise<void>

  /**
   * Frees the space of removed values, so that no file holds them any longer. Call it after erasing. It may take seconds in a
   * large embedded store. Redis does this by itself when it rewrites its files next.
   */
  compact(): Promise<void>

  /**
   * Lists the people about whom something is stored, each at least once, in no order. Scans every key, so it takes time in
   * proportion to all that is stored. May miss what is written meanwhile.
   */
  people(pattern: PersonPattern): AsyncIterable<Person>

  /** Removes what has been stored for longer than the limits allow. Scans every key, as `people` does. */
  expire(limits: RetentionLimits): Promise<ExpiredCounts>

  /**
   * Returns the store of another ladder: in the same place, with all keys under the ladder's id, so neither store sees what is in the
   * other. It closes with this one. An id is 1 to 40 of `a-z 0-9 -`; else it throws a RangeError.
   */
  ofLadder(id: string): Promise<Store>

  /** Finishes pending work and closes files and connections. */
  close(): Promise<void>
}

/** How long data may be stored. */
export interface RetentionLimits {
  /** Removes results that were finished before this time, and values that were quarantined before it. */
  readonly resultsBefore: number
  /** Removes members whose last activity was before this time. */
  readonly membersBefore: number
  /** Milliseconds that settings stay after their last change, by the store's clock and to within a day. */
  readonly settingsMs: number
}

/** How many of each were removed. Settings are not counted, because in Redis they expire by themselves. */
export interface ExpiredCounts {
  readonly results: number
  readonly members: number
  readonly quarantined: number
}

/**
 * In-progress assessments, at most one per person and role. Every change raises a session's version by one and names the id and
 * version it is made from, so a late or repeated change has no effect. If a session has a newer schema than this version of Rung
 * reads, all methods but `list` and `listNewer` reject with a NewerSchemaError.
 */
export interface SessionStore {
  /** Returns the session of a role, or null. One round trip. */
  read(person: Person, role: string): Promise<Session | null>

  /** Returns all readable sessions of a person, the one touched last first. */
  list(person: Person): Promise<readonly Session[]>

  /** Returns the roles of the sessions with a newer schema. */
  listNewer(person: Person): Promise<readonly string[]>

  /** Creates a session unless the role has one; returns which. The session expires when it is not touched for `idleMs`. */
  create(person: Person, session: Session, idleMs: number): Promise<CreateResult>

  /**
   * Appends answers to a session in one round trip, without reading it first. Rejects with a RangeError if the session would have
   * more than MAX_ANSWERS.
   */
  append(person: Person, role: string, request: AppendRequest): Promise<UpdateResult>

  /** Replaces a session by its next version: the same id and role, and `from.version + 1`; else rejects with a RangeError. */
  replace(person: Person, from: SessionRef, next: Session, idleMs: number): Promise<UpdateResult>

  /** Removes a session and saves its result, if it has one, in the same step. */
  end(person: Person, from: SessionRef, result: AssessmentResult | null): Promise<UpdateResult>
}

/** The state of a session that a change is made from. */
export interface SessionRef {
  readonly role: string
  readonly id: string
  readonly version: number
}

export type CreateResult = { readonly status: 'created' } | { readonly status: 'exists'; readonly session: Session }

export interface AppendRequest {
  readonly id: string
  readonly version: number
  /** Answer codes, oldest first. */
  readonly answers: readonly string[]
  readonly at: number
  readonly idleMs: number
  /** The kind of cards in use. If it is set, the time since the session was touched last is recorded as the time of a card. */
  readonly card?: 'full' | 'short'
  /** Set if the platform may deliver the answer twice. The second delivery is `repeated` and changes nothing. */
  readonly deliveryId?: string
}

/** How long a session remembers the ids of deliveries. */
export const DELIVERY_MEMORY_MS = 86_400_000

/**
 * - `done`: the change was made; `session` is the new state, or the last one if it was ended.
 * - `stale`: the session has changed since; `session` is its current state.
 * - `repeated`: this delivery was handled before.
 * - `missing`: there is no such session.
 */
export type UpdateResult =
  | { readonly status: 'done' | 'stale' | 'repeated'; readonly session: Session }
  | { readonly status: 'missing' }

/** Finished assessments. They stay until their owner deletes them or their time limit passes. */
export interface ResultStore {
  /** Returns a person's readable results, newest first. */
  list(person: Person): Promise<readonly AssessmentResult[]>

  /** Returns how many results have a newer schema. */
  countNewer(person: Person): Promise<number>
}

/** Rejects with a NewerSchemaError if a later version of Rung has written the settings. */
export interface SettingsStore {
  /** Returns a person's settings, or the defaults. */
  read(person: Person): Promise<Settings>
  /** Changes some settings and leaves the others. */
  change(person: Person, change: Partial<Settings>): Promise<Settings>
}

/**
 * Claims on deliveries that may arrive more than once. A process claims one, handles it, then completes the claim, or releases it
 * after a failure so that the next delivery is handled. A claim that is not settled within its lease is free again.
 */
export interface ClaimStore {
  claim(id: string, now: number, leaseMs: number): Promise<'claimed' | 'busy' | 'done'>
  /** Remembers for `ttlMs` that the delivery is done. */
  complete(id: string, ttlMs: number): Promise<void>
  /** Releases a claim of this process. A claim that another process has taken over meanwhile stays. */
  release(id: string): Promise<void>
}

/**
 * Work to do at a later time, such as reminders. Each platform has its own queue, so a platform that is down delays no other. Any
 * process may work on the entries; no two work on the same one at the same time.
 */
export interface ScheduleStore {
  /** Adds an entry, or moves the one with the same id. */
  put(entry: ScheduleEntry): Promise<void>
  cancel(id: string): Promise<void>
  /** Returns the platforms with entries, due or not. Entries from version 0.1 count once anything has been claimed. */
  platforms(): Promise<readonly string[]>
  /**
   * Claims up to `limit` entries of a platform that are due by `now`, oldest first, for `leaseMs`: until then no other process
   * gets them. Returns none only if nothing is due.
   */
  claim(platform: string, now: number, leaseMs: number, limit: number): Promise<readonly ClaimedEntry[]>
  /** Removes a claimed entry, unless it has been put or claimed again since. Returns whether it did. */
  complete(entry: ClaimedEntry): Promise<boolean>
  /** Moves a claimed entry, unless it has been put, claimed or canceled since. Returns whether it did. */
  reschedule(entry: ClaimedEntry, to: Pick<ScheduleEntry, 'at' | 'kind'>): Promise<boolean>
}

/** A claimed entry. Its token distinguishes this claim from every other, and from a later `put` for the same time. */
export type ClaimedEntry = ScheduleEntry & { readonly token: string }

/**
 * Small values by name that belong to no single person, such as data of a workspace, and locks. Every write gives a value a new
 * version. To take a lock, write a value that must not exist yet (`ifVersion: null`) with the lock's time to live; to release it,
 * remove the version that was written. A name is 1 to 200 of `A-Z a-z 0-9 . _ : / -`, a value at most 16,384 characters; else
 * methods reject with a RangeError.
 */
export interface KeyValueStore {
  read(name: string): Promise<VersionedValue | null>
  /** Writes a value, unless its current version is not the required one: then nothing is written, and it returns `stale`. */
  write(name: string, value: string, options?: WriteOptions): Promise<WriteResult>
  /** Lists the names with a prefix, in no order. Scans every key. */
  list(prefix: string): AsyncIterable<string>
  /** Removes a value, or only a given version of it. Returns whether it removed one. */
  remove(name: string, version?: string): Promise<boolean>
}

export interface WriteOptions {
  /** The version that may be overwritten, null if there must be no value. Any by default. */
  readonly ifVersion?: string | null
  /** Milliseconds until the value is removed. Never by default. */
  readonly ttlMs?: number
}

export interface VersionedValue {
  readonly value: string
  readonly version: string
}

export type WriteResult = { readonly status: 'done'; readonly version: string } | { readonly status: 'stale' }

/** Last activity per person, to count the active members of a community. */
export interface MemberStore {
  /** Records that a person was active. A time before the recorded one changes nothing. */
  recordActivity(person: Person, at: number): Promise<void>
  /** Returns the keys (`personKey`) of those who were active at or after a time. */
  activeSince(at: number): Promise<readonly string[]>
}

/** The store cannot be reached or did not answer in time. The caller may try again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** A stored value has the schema of a later version of Rung. It is left as it is, for a process that can read it. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
  readonly kind: 'session' | 'settings'
  /** The role of a session. */
  readonly role: string | undefined

  constructor(key: string, reason: string, kind: NewerSchemaError['kind'], role?: string) {
    super(`${key}: ${reason}`)
    this.kind = kind
    this.role = role
  }
}

/** A stored value that could not be read. It was moved to another key, for an operator to look at. */
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
  /** Called for every quarantined value. */
  readonly onQuarantine: (value: QuarantinedValue) => void
  /** Called once when the store fails as a whole, and once when it works again. */
  readonly onOutage?: (outage: Outage) => void
}
