import type { LogEntry } from '../store/event-log.ts'
import type { Store } from '../store/store.ts'
import {
  createLadderState,
  LADDER_LOG,
  type LadderState,
  parseEvent,
  serializeEvent,
  type UnreadableEvent,
} from './domain/index.ts'

// The operator's view of the log of decisions: which events this version of Rung cannot read, and how to skip them.

export interface LogReport {
  /** How many entries the log holds. */
  readonly entries: number
  readonly state: LadderState
  /** The events that could not be read and have not been skipped, oldest first. */
  readonly unreadable: readonly UnreadableEvent[]
}

/** Reads the whole log. Rejects with StoreUnavailable, and with an Error if the log lost entries meanwhile. */
export async function checkLog(store: Pick<Store, 'eventLog'>): Promise<LogReport> {
  const state = createLadderState()
  let entries = 0
  for (let last: LogEntry | null = null; ; ) {
    const page: Awaited<ReturnType<Store['eventLog']['read']>> = await store.eventLog.read(LADDER_LOG, last)
    if (!page.isContinuous) throw new Error('the log of decisions lost entries while it was read: run this again')
    for (const entry of page.entries) state.apply(parseEvent(entry))
    entries += page.entries.length
    last = page.entries.at(-1) ?? last
    if (!page.hasMore) return { entries, state, unreadable: [...state.unreadable.values()] }
  }
}

/**
 * Skips unreadable entries: every process then decides about their proposals again, as if the entries did not exist. Nothing is removed
 * from the log, and versions that can read such an entry apply it.
 */
export async function skipEntries(
  store: Pick<Store, 'eventLog'>,
  entries: readonly Pick<UnreadableEvent, 'position'>[],
  at: number,
): Promise<void> {
  if (entries.length === 0) return
  const texts = entries.map(({ position }) => serializeEvent({ type: 'skipped', at, position }))
  await store.eventLog.append(LADDER_LOG, texts, null)
}
