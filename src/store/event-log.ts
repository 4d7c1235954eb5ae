/**
 * Append-only logs by name, each with one order of entries for all processes. Names are as in KeyValueStore. An entry is a text of
 * at most 16,384 characters, else methods reject with a RangeError. Readers pass the last entry they have, so that the store can tell
 * whether the log still holds it: a server that has lost its newest entries (by failover, power cut or a restored backup) must not be
 * continued from memory.
 */
export interface EventLog {
  /**
   * Appends entries, all or none and next to one another, and returns a page of the log after `after` (null: from its beginning),
   * which normally ends with these entries: in one round trip, so that the caller learns what came before them. Appends nothing if
   * the log does not hold `after`. An append that is retried after an outage may be in the log twice.
   */
  append(name: string, entries: readonly string[], after: LogEntry | null): Promise<LogPage>
  /**
   * Rewrites the texts of entries, to erase people, and appends `entries` if any changed, which tells readers. Positions and marks
   * stay, so readers continue. Atomic: a process that dies meanwhile has changed nothing. Takes time in proportion to the log, in
   * slices, so that others do not wait long; what is appended meanwhile is rewritten too. Returns how many entries changed. Rejects
   * with a StoreUnavailable if another process is rewriting the log and takes longer than a minute.
   */
  rewrite(name: string, rewriter: LogRewriter, entries: readonly string[]): Promise<number>
  /** Returns a page of the log after an entry (null: from its beginning), oldest first. */
  read(name: string, after: LogEntry | null): Promise<LogPage>
}

/** Rewrites a log, text by text. */
export interface LogRewriter {
  /** Receives each text before any is rewritten, oldest first. Returns whether this or a later text will change because of it. */
  inspect(text: string): boolean
  /** Returns the new text of an entry, or the same one. Called when every text has been inspected. */
  rewrite(text: string): string
}

export interface LogPage {
  readonly entries: readonly LogEntry[]
  /** Whether there may be more entries; read on from the last one. */
  readonly hasMore: boolean
  /** False if the log does not hold the entry to continue from. Then nothing was appended and `entries` is empty. */
  readonly isContinuous: boolean
}

export interface LogEntry {
  /** The place of the entry in its log. Positions rise. */
  readonly position: string
  /** Identifies the entry beyond its position. Stays the same when its text is rewritten. */
  readonly mark: string
  readonly text: string
}

/** The page for a reader whose last entry the log does not hold. */
export const MISSING_ENTRY: LogPage = { entries: [], hasMore: false, isContinuous: false }

/** Entries per page of a log. */
export const LOG_PAGE = 1000

/** Entries that are rewritten at once. Parsing them blocks the process for a few milliseconds. */
export const REWRITE_SLICE = 250
