import { z } from 'zod'
import { CatalogChange } from '../../catalog/index.ts'

// The events of the log: everything that happens to proposals, in one order for all processes. The state of the proposals and the catalog
// are derived from them alone.
//
// Processes of several versions share a log during a rolling deployment and after a rollback. Therefore:
// - A field may be added if it is optional. Older versions leave it in the log and ignore it.
// - A type, or a value of a field, may be added. Older versions cannot read such an event: they report it (`UnreadableEvent`) and
//   freeze its proposal until they are upgraded or an operator skips the event.
// - A new transition must take effect whenever its `base` is met: older versions count it without reading it.
// - `v` changes only if an older version must not read an event that it could.

const Millis = z.int().nonnegative()
/** The id of a proposal. */
export const ProposalId = z.string().regex(/^[\w-]{6,16}$/u)
/** A person: platform, workspace and user, as in `personKey`. */
const PersonKey = z.string().min(1).max(300)
const Reason = z.string().max(1000)
/** Most experts in an event: as many as fit, and more than any number of approvals. */
export const MAX_EXPERTS = 40
const Value = z.union([z.string(), z.boolean(), z.array(z.string()).readonly(), z.null()])

/**
 * Equal for events that were decided and appended together. Each follows from the one before: if one has no effect, neither have the
 * rest. Absent if there was only one event, and in logs of the first version.
 */
const Batch = z.string().max(24).optional()

/**
 * Nominations and votes need no `base`: they take effect in any order. The `round` of a vote says which vote it was given in; earlier
 * votes do not count in a new round.
 */
const nominated = z.object({
  type: z.literal('nominated'),
  batch: Batch,
  id: ProposalId,
  at: Millis,
  by: PersonKey,
  on: z.boolean(),
  /** The platform of the emoji; absent if it was a button. */
  emoji: z.string().max(40).optional(),
  /**
   * Set if the event comes from comparing the emojis on a message with the nominations: the time of the nomination that it withdraws, or
   * null for one that it adds. The event has no effect if the person has nominated or withdrawn since.
   */
  compared: Millis.nullable().optional(),
  /**
   * The message that the emoji is on, or was removed from. Removals are counted. For an emoji on the message, `removals` is how many
   * the log had when the platform confirmed the emoji, or 0 if it was not asked. If there are more by now, the emoji may have been
   * removed since, and the event has no effect.
   */
  reaction: z.object({ message: z.string().max(400), removals: z.int().nonnegative().optional() }).optional(),
})
/**
 * The nominating emoji was removed from a message, but there was no nomination to withdraw. Another process may be about to add one.
 * Without a person, everyone's emoji was removed.
 */
const reactionRemoved = z.object({
  type: z.literal('reactionRemoved'),
  at: Millis,
  by: PersonKey.nullable(),
  message: z.string().max(400),
})
const voted = z.object({
  type: z.literal('voted'),
  id: ProposalId,
  at: Millis,
  by: PersonKey,
  round: z.int().positive(),
  choice: z.enum(['for', 'against']).nullable(),
})
/** Two accounts belong to one person from now on. */
const linked = z.object({ type: z.literal('linked'), at: Millis, by: PersonKey, to: PersonKey })
/** The last link of a person is undone: the account that was linked belongs to a separate person again. */
const unlinked = z.object({ type: z.literal('unlinked'), at: Millis, by: PersonKey, account: PersonKey, to: PersonKey })
/** A proposal's card was posted on a platform. */
const posted = z.object({
  type: z.literal('posted'),
  id: ProposalId,
  at: Millis,
  place: z.string().max(200),
  message: z.string().max(400),
  /** The address of its comment thread. */
  thread: z.string().max(600).optional(),
})

/**
 * Transitions: each names the number of transitions before it (`base`) and takes effect only there. Of two that are decided at the same
 * time, one counts.
 */
const transition = { id: ProposalId, at: Millis, base: z.int().nonnegative(), batch: Batch }
const request = {
  change: CatalogChange,
  /** The value that it replaces, and the version of the role or skill that held it. */
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

const drafted = z.object({ type: z.literal('drafted'), ...transition, by: PersonKey, until: Millis, source: Source })
const submitted = z.object({
  type: z.literal('submitted'),
  ...transition,
  by: PersonKey,
  ...request,
  /** `vote` is the default; `wording` skips the vote. */
  lane: z.enum(['vote', 'wording']),
  source: Source.nullable(),
  /** The number of members, without the author, and of nominators that it needs. */
  members: z.int().nonnegative(),
  nominators: z.int().positive(),
  /** Set if a platform had not yet reported its members: they are counted again (`counted`) when it has. */
  provisional: z.literal(true).optional(),
  until: Millis,
})
const opened = z.object({
  type: z.literal('opened'),
  ...transition,
  /** The nominations it was decided on; the event has no effect if the state has another number. Absent in logs of the first version. */
  nominated: z.int().nonnegative().optional(),
  members: z.int().nonnegative(),
  quorum: z.int().positive(),
  /** The vote is not closed before this, and takes no votes after `until`. */
  notBefore: Millis,
  until: Millis,
})
const tally = { for: z.int().nonnegative(), against: z.int().nonnegative() }
const extended = z.object({
  type: z.literal('extended'),
  ...transition,
  /** The tally it was decided on. Absent in logs of the first version. */
  for: z.int().nonnegative().optional(),
  against: z.int().nonnegative().optional(),
  until: Millis,
})
/** How many experts approve and object, if a transition was decided on that. It has no effect if the state has other numbers. */
const verdicts = z.object({ approve: z.int().nonnegative(), object: z.int().nonnegative() }).optional()
/** The members of a proposal that was submitted before all platforms had reported. */
const counted = z.object({
  type: z.literal('counted'),
  ...transition,
  members: z.int().nonnegative(),
  nominators: z.int().positive(),
})
/** A vote has ended, or none is needed: experts decide. The event has no effect if the votes in the log add up to another tally. */
const reviewBegan = z.object({
  type: z.literal('reviewBegan'),
  ...transition,
  why: z.enum(['passed', 'contested', 'fewMembers', 'wording']),
  ...tally,
  approvals: z.int().positive(),
  /**
   * The listed experts at that time. With it, `approvals` is final; without it (logs of the first version) it is
   * an upper bound.
   */
  experts: z.array(PersonKey).max(MAX_EXPERTS).optional(),
  until: Millis,
  /** Nothing is accepted before this: a wording fix waits for an objection. */
  notBefore: Millis,
})
const reviewed = z.object({
  type: z.literal('reviewed'),
  ...transition,
  by: PersonKey,
  verdict: z.enum(['approve', 'object', 'abstain']),
  reason: Reason,
})
/** The review is overdue: admins may decide, too. */
const escalated = z.object({
  type: z.literal('escalated'),
  ...transition,
  /** As in `reviewBegan`, counted again, with the admins. Absent in logs of the first version. */
  approvals: z.int().positive().optional(),
  experts: z.array(PersonKey).max(MAX_EXPERTS).optional(),
  until: Millis,
})
const nudged = z.object({ type: z.literal('nudged'), ...transition, nth: z.int().min(1).max(2) })
/** A wording fix has an objection and goes to a vote. */
const toVote = z.object({
  type: z.literal('toVote'),
  ...transition,
  by: PersonKey,
  reason: Reason,
  members: z.int().nonnegative(),
  nominators: z.int().positive(),
  until: Millis,
})
/**
 * The slug that the ladder had not when a period ran out: of the role, level, skill or domain that a proposal changes. Older versions
 * ignore it.
 */
const missing = z.string().max(64).optional()
const changesAsked = z.object({
  type: z.literal('changesAsked'),
  ...transition,
  missing,
  /** Null if a rival that was applied makes it necessary (`rival`). */
  by: PersonKey.nullable(),
  rival: ProposalId.nullable(),
  reason: Reason,
  until: Millis,
})
const edited = z.object({ type: z.literal('edited'), ...transition, by: PersonKey, ...request, until: Millis })
const accepted = z.object({ type: z.literal('accepted'), ...transition, verdicts })
const applied = z.object({
  type: z.literal('applied'),
  ...transition,
  /** Earlier proposals whose change this one reverts. */
  reverts: z.array(ProposalId).max(50),
})
const rejected = z.object({
  type: z.literal('rejected'),
  ...transition,
  why: z.enum(['vote', 'objection']),
  ...tally,
  verdicts,
  reason: Reason,
})
const appealed = z.object({
  type: z.literal('appealed'),
  ...transition,
  by: PersonKey,
  reason: Reason,
  approvals: z.int().positive(),
  /** As in `reviewBegan`. */
  experts: z.array(PersonKey).max(MAX_EXPERTS).optional(),
  until: Millis,
})
const expired = z.object({ type: z.literal('expired'), ...transition, ...tally, missing })
const withdrawn = z.object({ type: z.literal('withdrawn'), ...transition, by: PersonKey })
const superseded = z.object({ type: z.literal('superseded'), ...transition, rival: ProposalId })
/** An expert lets a rejected change be proposed again early. */
const waived = z.object({ type: z.literal('waived'), ...transition, by: PersonKey, reason: Reason })

/** An operator has declared that an unreadable event has no effect. */
const skipped = z.object({ type: z.literal('skipped'), at: Millis, position: z.string().max(64) })

/** People have been erased from the events before this one. Processes that have read those read the log again. */
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

/** An event that takes effect only right after the transition that it was decided after. */
export type Transition = Extract<ProposalEvent, { base: number }>
/** A transition without its place in the log. */
export type NewTransition = Transition extends infer T ? (T extends Transition ? Omit<T, 'base'> : never) : never
