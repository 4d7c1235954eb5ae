import type { CatalogIndex, CatalogSources } from '../catalog/index.ts'
import type { LogEntry, LogPage } from '../store/event-log.ts'
import {
  createLadderState,
  type LadderState,
  type ProposalEvent,
  parseEvent,
  type UnreadableEvent,
} from './domain/index.ts'
import { type CatalogBase, createLiveCatalog, type LiveCatalog } from './live-catalog.ts'

/** An event that took effect, with its position in the log. */
export interface AppliedEvent {
  readonly event: ProposalEvent | UnreadableEvent
  readonly position: string
}

/** The most of the newest entries that are remembered: to find entries that the log has lost, and for the caller that appended them. */
const MAX_RECENT = 2000

export interface ReplicaOptions {
  readonly base: CatalogBase
  readonly report: (problem: string, details: object) => void
}

/** The log as one process has read it: the state of the proposals, and the catalog with the accepted changes. */
export interface Replica {
  readonly state: LadderState
  readonly catalogIndex: () => CatalogIndex
  readonly sources: () => CatalogSources
  /** The files that the accepted changes are applied to. */
  readonly base: () => CatalogBase
  /** Replaces the catalog by another one, and applies the accepted changes that it lacks. */
  replaceCatalog(next: LiveCatalog): void
  /** The last entry that was read. */
  readonly lastEntry: () => LogEntry | null
  /** The transitions that took effect, oldest first: the nth was decided after n others. */
  readonly transitions: readonly AppliedEvent[]
  /** The last erasure of people from the log; undefined if none was read. */
  readonly lastErasure: () => { readonly position: string; readonly at: number } | undefined
  /** How many times accounts were linked or a link was undone. */
  readonly linkCount: () => number
  /** The newest entries that were read, oldest first, whether or not they took effect. */
  readonly recentEntries: () => readonly LogEntry[]
  /** Applies the entries of a page that were not read yet. */
  applyPage(page: LogPage): void
  /**
   * Whether the entry with this text took effect. Only entries after `after` count; with null, all do. Undefined if no recent entry has
   * the text. An append that was retried may have added the text twice, and then the first one took effect.
   */
  hadEffect(text: string, after: LogEntry | null): boolean | undefined
}

/** Creates a replica that has read nothing. */
export function createReplica({ base, report }: ReplicaOptions): Replica {
  const state = createLadderState()
  const transitions: AppliedEvent[] = []
  const recent: { readonly entry: LogEntry; readonly hadEffect: boolean }[] = []
  let live = createLiveCatalog(base, report)
  let last: LogEntry | null = null
  let links = 0
  let forgotten: { readonly position: string; readonly at: number } | undefined

  return {
    state,
    catalogIndex: () => live.catalogIndex(),
    sources: () => live.sources(),
    base: () => live.base,
    replaceCatalog(next) {
      next.apply(state.appliedChanges)
      live = next
    },
    lastEntry: () => last,
    transitions,
    lastErasure: () => forgotten,
    linkCount: () => links,
    recentEntries: () => recent.slice(-MAX_RECENT).map(({ entry }) => entry),
    applyPage({ entries }) {
      for (const each of entries) {
        if (last !== null && !isAfter(each.position, last.position)) continue
        const entry = parseEvent(each)
        if (entry.type === 'unreadable') {
          const { position, id, of, reason } = entry
          report('an entry of the log cannot be read; nothing is decided about its proposal', {
            position,
            id,
            of,
            reason,
          })
        }
        last = each
        const before = state.revision
        const hadEffect = state.apply(entry)
        recent.push({ entry: each, hadEffect })
        if (recent.length >= 2 * MAX_RECENT) recent.splice(0, MAX_RECENT)
        if (!hadEffect) continue
        if (entry.type === 'applied') live.apply(state.appliedChanges)
        if (entry.type === 'linked' || entry.type === 'unlinked') links += 1
        if (entry.type === 'forgotten') forgotten = { position: each.position, at: entry.at }
        // An unreadable event may count for several transitions.
        for (let base = before; base < state.revision; base += 1)
          transitions.push({ event: entry, position: each.position })
      }
    },
    hadEffect(text, after) {
      let effect: boolean | undefined
      for (let at = recent.length - 1; at >= 0; at -= 1) {
        const each = recent[at]
        if (!each || (after && !isAfter(each.entry.position, after.position))) break
        if (each.entry.text === text) effect = effect === true || each.hadEffect
      }
      return effect
    },
  }
}

/** Finds entries that one replica has read and that are missing for another one, which has read the log from its beginning. */
export function findLostEntries(before: Replica, now: Replica): readonly LogEntry[] {
  const current = now.recentEntries()
  const marks = new Map(current.map(({ position, mark }) => [position, mark]))
  const [first] = current
  return before
    .recentEntries()
    .filter(({ position }) => first === undefined || current.length < MAX_RECENT || isAfter(position, first.position))
    .filter(({ position, mark }) => marks.get(position) !== mark)
}

/** Whether a position of a log comes after another one: both are numbers, or pairs of them. */
export function isAfter(one: string, other: string): boolean {
  const [a = 0, b = 0] = one.split('-').map(Number)
  const [c = 0, d = 0] = other.split('-').map(Number)
  return a === c ? b > d : a > c
}
