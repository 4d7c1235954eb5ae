import { z } from 'zod'
import { ProposalEvent, ProposalId } from './events.ts'

/** The name of the log in the store. */
export const LADDER_LOG = 'ladder'

/** Serializes an event for the log. Throws if it could not be parsed again: it would freeze its proposal in every process. */
export function serializeEvent(event: ProposalEvent): string {
  return JSON.stringify({ v: 1, ...ProposalEvent.parse(event) })
}

/** The fields that can often be read of an unreadable event: its proposal and, for a transition, the number of transitions before it. */
const Outline = z.object({
  type: z.string().optional(),
  id: ProposalId.optional(),
  base: z.int().nonnegative().optional(),
})
const Current = z.looseObject({ v: z.literal(1) })

/** An event that this version of Rung cannot read: damaged, or written by a newer version. */
export interface UnreadableEvent {
  readonly type: 'unreadable'
  /** Its position in the log. */
  readonly position: string
  /** Its proposal; null if unknown. */
  readonly id: string | null
  /** For a transition, the number of transitions before it; null if it is none, or unknown. */
  readonly base: number | null
  /** Its type, for operators. */
  readonly of: string | null
  /** Why it cannot be read, in one line. */
  readonly reason: string
}

/** Parses an entry of the log. Never throws: returns an `UnreadableEvent` for an entry that this version cannot read. */
export function parseEvent({
  position,
  text,
}: {
  readonly position: string
  readonly text: string
}): ProposalEvent | UnreadableEvent {
  const nothing = { type: 'unreadable', position, id: null, base: null, of: null } as const
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ...nothing, reason: 'it is not JSON' }
  }
  const current = Current.safeParse(json)
  const parsed = ProposalEvent.safeParse(json)
  if (current.success && parsed.success) return parsed.data
  const outline = Outline.safeParse(json)
  const { type = null, id = null, base = null } = outline.success ? outline.data : {}
  return {
    ...nothing,
    id,
    base,
    of: type,
    reason: current.success ? reasonOf(parsed) : 'its format is of another version',
  }
}

function reasonOf({ error }: ReturnType<typeof ProposalEvent.safeParse>): string {
  const [issue] = error?.issues ?? []
  if (!issue) return 'it cannot be read'
  if (issue.path.join('.') === 'type') return 'its type is not one that this version reads'
  return `${issue.path.join('.')}: ${issue.message}`
}
