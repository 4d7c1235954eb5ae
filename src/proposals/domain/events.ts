import { z } from 'zod'
import { CatalogChange } from '../../catalog/index.ts'

// The log. Everything that happens to proposals is an entry of it, in one order for all processes: who, what, when and why.
// What a proposal is now, and what the catalogue has become, follows from the entries alone.
//
// Processes of several versions share a log while they are deployed one after the other, and after a rollback. Therefore:
// - A field may be added if it is optional. Older versions leave it in the log and ignore it.
// - A type, or a value of a field, may be added. Older versions cannot read such an entry: they set it aside (`Unreadable`), say so,
//   and neither decide about its proposal nor act on it until a version that can read it does, or an operator skips it.
// - A new turn must take effect whenever its `base` is met: older versions count it without reading it.
// - `v` changes only if an older version must not read an entry that it could.

const Millis = z.int().nonnegative()
const Id = z.string().regex(/^[\w-]{6,16}$/u)
/** A person: platform, workspace and user, as one text. */
const Who = z.string().min(1).max(300)
const Reason = z.string().max(1000)
/** As many as fit into an entry; beyond that there are enough for any number of approvals. */
export const MAX_EXPERTS = 40
const Value = z.union([z.string(), z.boolean(), z.array(z.string()).readonly(), z.null()])

/**
 * The same for all entries that were decided and appended together: each of them follows from the one before, so that none takes
 * effect if that one did not. Absent if there was one entry only, and in logs of the first version.
 */
const Batch = z.string().max(24).optional()

/**
 * Voices: they are taken in whatever order they come. `round` is the vote that one was given in: where votes start anew,
 * the earlier ones count no more.
 */
const nominated = z.object({
  type: z.literal('nominated'),
  batch: Batch,
  id: Id,
  at: Millis,
  by: Who,
  on: z.boolean(),
  /** The platform whose emoji it was; none where it was a button. */
  emoji: z.string().max(40).optional(),
  /**
   * Set if nobody said so just now and the emojis on a message were compared with the nominations: when the nomination that it
   * withdraws was made; null for one that it adds. Whatever the person has said since counts instead.
   */
  compared: Millis.nullable().optional(),
  /**
   * The message that the emoji is on, or was removed from. Removals are counted. If the emoji is on it, `removals` is how many the log
   * held when the platform confirmed that, or 0 if it was not asked: if there are more by now, the emoji may have been removed since,
   * and the entry has no effect.
   */
  reaction: z.object({ message: z.string().max(400), removals: z.int().nonnegative().optional() }).optional(),
})
/**
 * The nominating emoji was removed from a message, and no nomination was there to withdraw. Another process may be about to add one.
 * Without a person, everyone's was removed.
 */
const reactionRemoved = z.object({
  type: z.literal('reactionRemoved'),
  at: Millis,
  by: Who.nullable(),
  message: z.string().max(400),
})
const voted = z.object({
  type: z.literal('voted'),
  id: Id,
  at: Millis,
  by: Who,
  round: z.int().positive(),
  choice: z.enum(['for', 'against']).nullable(),
})
/** Two accounts are one person from now on. */
const linked = z.object({ type: z.literal('linked'), at: Millis, by: Who, to: Who })
/** The account that was linked to another one is a person of its own again: the last link of its person is undone. */
const unlinked = z.object({ type: z.literal('unlinked'), at: Millis, by: Who, account: Who, to: Who })
/** Where a proposal's card is shown on a platform. */
const posted = z.object({
  type: z.literal('posted'),
  id: Id,
  at: Millis,
  place: z.string().max(200),
  message: z.string().max(400),
  /** The address of its thread of comments. */
  thread: z.string().max(600).optional(),
})

/**
 * Turns: each names the turn it was decided after (`base`, the number of turns before it) and takes effect only there, so
 * that of two that were decided at the same time one counts.
 */
const turn = { id: Id, at: Millis, base: z.int().nonnegative(), batch: Batch }
const Asked = {
  change: CatalogChange,
  /** The value that it replaces, and the version of the role or skill that this was read in. */
  from: Value,
  version: z.string().max(64).nullable(),
  domain: z.string().max(64).nullable(),
  reason: Reason,
}

/** The message that an idea comes from. */
const Source = z.object({
  /** Platform, workspace, channel and message, as one text. */
  message: z.string().max(400),
  link: z.string().max(600).nullable(),
})

const drafted = z.object({ type: z.literal('drafted'), ...turn, by: Who, until: Millis, source: Source })
const submitted = z.object({
  type: z.literal('submitted'),
  ...turn,
  by: Who,
  ...Asked,
  /** `vote` is the ordinary way; `wording` leaves out the vote. */
  lane: z.enum(['vote', 'wording']),
  source: Source.nullable(),
  /** Members that are counted, the author not among them, and nominators that it takes. */
  members: z.int().nonnegative(),
  nominators: z.int().positive(),
  /** Whether a platform had not yet reported its members: they are counted again (`counted`) when it has. */
  provisional: z.literal(true).optional(),
  until: Millis,
})
const opened = z.object({
  type: z.literal('opened'),
  ...turn,
  /** The nominations it was decided on: the board must have as many. Absent in logs of the first version. */
  nominated: z.int().nonnegative().optional(),
  members: z.int().nonnegative(),
  quorum: z.int().positive(),
  /** Before this the vote is not closed; after `until` nobody votes. */
  notBefore: Millis,
  until: Millis,
})
const tally = { for: z.int().nonnegative(), against: z.int().nonnegative() }
const extended = z.object({
  type: z.literal('extended'),
  ...turn,
  /** The tally it was decided on. Absent in logs of the first version. */
  for: z.int().nonnegative().optional(),
  against: z.int().nonnegative().optional(),
  until: Millis,
})
/** How many experts approve and object, where a turn was decided on that: the board must agree. */
const verdicts = z.object({ approve: z.int().nonnegative(), object: z.int().nonnegative() }).optional()
/** The members, counted once all platforms had reported, for a proposal that was submitted before. */
const counted = z.object({
  type: z.literal('counted'),
  ...turn,
  members: z.int().nonnegative(),
  nominators: z.int().positive(),
})
/** A vote has ended (or there is none to hold): experts decide. The tally must be the one that the log adds up to. */
const reviewBegan = z.object({
  type: z.literal('reviewBegan'),
  ...turn,
  why: z.enum(['passed', 'contested', 'fewMembers', 'wording']),
  ...tally,
  approvals: z.int().positive(),
  /**
   * The experts there were then, as far as they are listed. With it, `approvals` is final; without it (logs of the first version) it is
   * an upper bound.
   */
  experts: z.array(Who).max(MAX_EXPERTS).optional(),
  until: Millis,
  /** Before this nothing is accepted: a fix of wording waits for an objection. */
  notBefore: Millis,
})
const reviewed = z.object({
  type: z.literal('reviewed'),
  ...turn,
  by: Who,
  verdict: z.enum(['approve', 'object', 'abstain']),
  reason: Reason,
})
/** Nobody has decided in time: admins may, too. */
const escalated = z.object({
  type: z.literal('escalated'),
  ...turn,
  /** As in `reviewBegan`, counted again, with the admins. Absent in logs of the first version. */
  approvals: z.int().positive().optional(),
  experts: z.array(Who).max(MAX_EXPERTS).optional(),
  until: Millis,
})
const nudged = z.object({ type: z.literal('nudged'), ...turn, nth: z.int().min(1).max(2) })
/** An objection to a fix of wording: it takes the ordinary way. */
const toVote = z.object({
  type: z.literal('toVote'),
  ...turn,
  by: Who,
  reason: Reason,
  members: z.int().nonnegative(),
  nominators: z.int().positive(),
  until: Millis,
})
const changesAsked = z.object({
  type: z.literal('changesAsked'),
  ...turn,
  /** Null where a rival that was applied makes it necessary (`rival`). */
  by: Who.nullable(),
  rival: Id.nullable(),
  reason: Reason,
  until: Millis,
})
const edited = z.object({ type: z.literal('edited'), ...turn, by: Who, ...Asked, until: Millis })
const accepted = z.object({ type: z.literal('accepted'), ...turn, verdicts })
const applied = z.object({
  type: z.literal('applied'),
  ...turn,
  /** Earlier proposals whose change this one takes back. */
  reverts: z.array(Id).max(50),
})
const rejected = z.object({
  type: z.literal('rejected'),
  ...turn,
  why: z.enum(['vote', 'objection']),
  ...tally,
  verdicts,
  reason: Reason,
})
const appealed = z.object({
  type: z.literal('appealed'),
  ...turn,
  by: Who,
  reason: Reason,
  approvals: z.int().positive(),
  /** As in `reviewBegan`. */
  experts: z.array(Who).max(MAX_EXPERTS).optional(),
  until: Millis,
})
const expired = z.object({ type: z.literal('expired'), ...turn, ...tally })
const withdrawn = z.object({ type: z.literal('withdrawn'), ...turn, by: Who })
const superseded = z.object({ type: z.literal('superseded'), ...turn, rival: Id })
/** An expert lets a rejected change be proposed again before its time. */
const waived = z.object({ type: z.literal('waived'), ...turn, by: Who, reason: Reason })

/** An operator has declared an entry that could not be read to be without effect. */
const skipped = z.object({ type: z.literal('skipped'), at: Millis, position: z.string().max(64) })

/** People have been removed from the entries before this one: whoever has read those reads them again. */
const forgotten = z.object({ type: z.literal('forgotten'), at: Millis })

/** One line of the log. */
export const ProposalEvent = z.discriminatedUnion('type', [
  nominated,
  reactionRemoved,
  voted,
  linked,
  unlinked,
  posted,
  skipped,
  forgotten,
  drafted,
  submitted,
  counted,
  opened,
  extended,
  reviewBegan,
  reviewed,
  escalated,
  nudged,
  toVote,
  changesAsked,
  edited,
  accepted,
  applied,
  rejected,
  appealed,
  expired,
  withdrawn,
  superseded,
  waived,
])
export type ProposalEvent = Readonly<z.infer<typeof ProposalEvent>>

/** An entry that takes effect only after the turn that it was decided after. */
export type Transition = Extract<ProposalEvent, { base: number }>
/** A turn before it is known where it will stand. */
export type NewTransition = Transition extends infer T ? (T extends Transition ? Omit<T, 'base'> : never) : never

/** An entry as the log keeps it. Throws where it could not be read again: nothing may get into the log that stops its readers. */
export function serializeEvent(entry: ProposalEvent): string {
  return JSON.stringify({ v: 1, ...ProposalEvent.parse(entry) })
}

/** What can be told of an entry that this version cannot read: its proposal and, for a turn, the turns before it. */
const Outline = z.object({ type: z.string().optional(), id: Id.optional(), base: z.int().nonnegative().optional() })
const Current = z.looseObject({ v: z.literal(1) })

/** An entry that this version of Rung cannot read: damaged, or written by a newer version. */
export interface UnreadableEvent {
  readonly type: 'unreadable'
  /** Where it stands in the log. */
  readonly position: string
  /** The proposal it belongs to; null if that cannot be told. */
  readonly id: string | null
  /** For a turn, the number of turns before it; null if it is none, or cannot be told. */
  readonly base: number | null
  /** The type it names, for operators. */
  readonly of: string | null
  /** Why it cannot be read, in one line. */
  readonly reason: string
}

/** Reads an entry of the log. Never throws: what this version cannot read comes back as `Unreadable`. */
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
