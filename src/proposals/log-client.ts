import { randomBytes } from 'node:crypto'
import type { Catalog } from '../catalog/index.ts'
import type { Store } from '../store/store.ts'
import { LADDER_LOG, type LadderState, type ProposalEvent, parseEvent, serializeEvent } from './domain/index.ts'
import { type CatalogBase, createLiveCatalog } from './live-catalog.ts'
import { createReplica, findLostEntries, isAfter, type Replica, type ReplicaOptions } from './replica.ts'

export interface LogStatus {
  /** Entries of the log that this version of Rung could not read. */
  readonly unreadable: number
  /** How many times the log had lost entries that this process had read. */
  readonly losses: number
  /** When a loss was noticed last, in milliseconds since 1970. */
  readonly lostAt: number | undefined
}

/** Events that this process had read and confirmed to people, and that the log no longer has. */
export interface LostEvents {
  readonly events: readonly ProposalEvent[]
  /** The state before the loss. */
  readonly state: LadderState
  /** The catalog before the loss. */
  readonly catalog: Catalog
}

/** The effect of appended events: `unknown` if this process cannot tell, `lost` if the log had lost entries and appended none. */
export type AppendResult = 'applied' | 'refused' | 'unknown' | 'lost'

/** Reads and appends to the log of decisions, and keeps a replica of its state. */
export interface LogClient {
  /** The replica in use; another one after the log has lost entries or people have been erased. */
  readonly replica: () => Replica
  readonly status: () => LogStatus
  /** Reads what other processes have appended. */
  readonly catchUp: () => Promise<void>
  /** Replaces the files below the accepted changes. Look-ups use the former ones until the indexes are built, with `pause` after each step. */
  replaceBase(base: CatalogBase, pause: () => Promise<unknown>): Promise<void>
  /** Appends events that take effect together or not at all. */
  append(events: readonly ProposalEvent[]): Promise<AppendResult>
  /** Calls a handler whenever the log has lost entries that this process had read; returns a function that stops it. */
  readonly onEventsLost: (handler: (lost: LostEvents) => void) => () => void
}

export interface LogClientOptions extends ReplicaOptions {
  readonly eventLog: Store['eventLog']
  readonly now: () => number
}

/** Milliseconds by which the clocks of two processes may differ. */
const MAX_CLOCK_SKEW_MS = 5 * 60 * 1000

export function createLogClient(options: LogClientOptions): LogClient {
  const { eventLog, now, report } = options
  let { base } = options
  let replica = createReplica({ base, report })
  let rebuilding: Promise<void> | undefined
  const lossHandlers = new Set<(lost: LostEvents) => void>()
  const startedAt = now()
  let handledErasure: string | undefined
  let losses = 0
  let lostAt: number | undefined

  const readAll = async (): Promise<Replica> => {
    let next = createReplica({ base, report })
    for (;;) {
      const page = await eventLog.read(LADDER_LOG, next.lastEntry())
      if (!page.isContinuous) next = createReplica({ base, report })
      next.applyPage(page)
      if (page.isContinuous && !page.hasMore) return next
    }
  }

  /** Puts a replica to use. The files may have been replaced while it read the log. */
  const useReplica = (next: Replica): void => {
    if (next.base() !== base) next.replaceCatalog(createLiveCatalog(base, report))
    replica = next
  }

  /** Reads the log from its beginning after it has lost entries that this process had read. */
  const rebuild = async (): Promise<void> => {
    const before = replica
    const next = await readAll()
    const entries = findLostEntries(before, next)
    useReplica(next)
    losses += 1
    lostAt = now()
    report('the decision log has lost entries; everything was read again from the store', { lost: entries.length })
    const events = entries.map(parseEvent).filter((event) => event.type !== 'unreadable')
    const lost = { events, state: before.state, catalog: before.catalogIndex().catalog }
    for (const handler of lossHandlers) handler(lost)
  }

  /** Rebuilds once, however many callers have noticed the loss. */
  const restart = (): Promise<void> => {
    rebuilding ??= rebuild().finally(() => {
      rebuilding = undefined
    })
    return rebuilding
  }

  /**
   * Reads the log again if people have been erased from entries that this process may have read, so that nothing of theirs stays in
   * memory. Entries that were rewritten long before it started need no second read.
   */
  const handleErasure = async (): Promise<void> => {
    const latest = replica.lastErasure()
    if (!latest || latest.position === handledErasure) return
    handledErasure = latest.position
    if (latest.at < startedAt - MAX_CLOCK_SKEW_MS) return
    const current = replica
    const next = await readAll()
    // The replica in use has received new entries meanwhile: the next one catches up.
    for (;;) {
      const [last, own] = [current.lastEntry(), next.lastEntry()]
      if (current !== replica || !last || (own && !isAfter(last.position, own.position))) break
      next.applyPage(await eventLog.read(LADDER_LOG, own))
    }
    if (current === replica) useReplica(next)
  }

  const catchUp = async (): Promise<void> => {
    for (;;) {
      if (rebuilding) await rebuilding
      const current = replica
      const page = await eventLog.read(LADDER_LOG, current.lastEntry())
      // Another caller has noticed that entries were lost.
      if (current !== replica) continue
      if (!page.isContinuous) return restart()
      current.applyPage(page)
      if (!page.hasMore) return handleErasure()
    }
  }

  return {
    replica: () => replica,
    status: () => ({ unreadable: replica.state.unreadable.size, losses, lostAt }),
    catchUp,
    async replaceBase(newBase, pause) {
      base = newBase
      for (;;) {
        const current = replica
        const next = createLiveCatalog(newBase, report)
        next.apply(current.state.appliedChanges)
        await next.catalogIndex().prepare(pause)
        if (base !== newBase) return
        if (current !== replica) continue
        current.replaceCatalog(next)
        return
      }
    },
    async append(events) {
      if (rebuilding) await rebuilding
      const current = replica
      const after = current.lastEntry()
      const texts = inBatch(events).map(serializeEvent)
      const page = await eventLog.append(LADDER_LOG, texts, after)
      if (!page.isContinuous) {
        if (current === replica) await restart()
        return 'lost'
      }
      if (current === replica) current.applyPage(page)
      if (current !== replica || page.hasMore) await catchUp()
      const [first = ''] = texts
      const hadEffect = replica.hadEffect(first, after)
      return hadEffect === undefined ? 'unknown' : hadEffect ? 'applied' : 'refused'
    },
    onEventsLost(handler) {
      lossHandlers.add(handler)
      return () => void lossHandlers.delete(handler)
    },
  }
}

/** Marks events that follow from one another: all of them take effect or none. */
function inBatch(events: readonly ProposalEvent[]): readonly ProposalEvent[] {
  if (events.length < 2) return events
  const batch = randomBytes(9).toString('base64url')
  return events.map((event) => ('base' in event || event.type === 'nominated' ? { ...event, batch } : event))
}
