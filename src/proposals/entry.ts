import { z } from 'zod'
import { CatalogChange } from '../catalog/index.ts'

// The log. Everything that happens to proposals is an entry of it, in one order for all processes: who, what, when and why.
// What a proposal is now, and what the catalogue has become, follows from the entries alone.

const Millis = z.int().nonnegative()
const Id = z.string().regex(/^[\w-]{6,16}$/u)
/** A person: platform, workspace and user, as one text. */
const Who = z.string().min(1).max(300)
const Reason = z.string().max(1000)
const Value = z.union([z.string(), z.boolean(), z.array(z.string()).readonly(), z.null()])

/**
 * Voices: they are taken in whatever order they come. `round` is the vote that one was given in: where votes start anew,
 * the earlier ones count no more.
 */
const nominated = z.strictObject({
  type: z.literal('nominated'),
  id: Id,
  at: Millis,
  by: Who,
  on: z.boolean(),
  /** The platform whose emoji it was; none where it was a button. */
  emoji: z.string().max(40).optional(),
})
const voted = z.strictObject({
  type: z.literal('voted'),
  id: Id,
  at: Millis,
  by: Who,
  round: z.int().positive(),
  choice: z.enum(['for', 'against']).nullable(),
})
/** Two accounts are one person from now on. */
const linked = z.strictObject({ type: z.literal('linked'), at: Millis, by: Who, to: Who })
/** Where a proposal's card is shown on a platform. */
const posted = z.strictObject({
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
const turn = { id: Id, at: Millis, base: z.int().nonnegative() }
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

const drafted = z.strictObject({ type: z.literal('drafted'), ...turn, by: Who, until: Millis, source: Source })
const submitted = z.strictObject({
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
  until: Millis,
})
const opened = z.strictObject({
  type: z.literal('opened'),
  ...turn,
  members: z.int().nonnegative(),
  quorum: z.int().positive(),
  /** Before this the vote is not closed; after `until` nobody votes. */
  notBefore: Millis,
  until: Millis,
})
const extended = z.strictObject({ type: z.literal('extended'), ...turn, until: Millis })
const tally = { for: z.int().nonnegative(), against: z.int().nonnegative() }
/** A vote has ended (or there is none to hold): experts decide. The tally must be the one that the log adds up to. */
const reviewBegan = z.strictObject({
  type: z.literal('reviewBegan'),
  ...turn,
  why: z.enum(['passed', 'contested', 'fewMembers', 'wording']),
  ...tally,
  approvals: z.int().positive(),
  until: Millis,
  /** Before this nothing is accepted: a fix of wording waits for an objection. */
  notBefore: Millis,
})
const reviewed = z.strictObject({
  type: z.literal('reviewed'),
  ...turn,
  by: Who,
  verdict: z.enum(['approve', 'object', 'abstain']),
  reason: Reason,
})
/** Nobody has decided in time: admins may, too. */
const escalated = z.strictObject({ type: z.literal('escalated'), ...turn, until: Millis })
const nudged = z.strictObject({ type: z.literal('nudged'), ...turn, nth: z.int().min(1).max(2) })
/** An objection to a fix of wording: it takes the ordinary way. */
const toVote = z.strictObject({
  type: z.literal('toVote'),
  ...turn,
  by: Who,
  reason: Reason,
  members: z.int().nonnegative(),
  nominators: z.int().positive(),
  until: Millis,
})
const changesAsked = z.strictObject({
  type: z.literal('changesAsked'),
  ...turn,
  /** Null where a rival that was applied makes it necessary (`rival`). */
  by: Who.nullable(),
  rival: Id.nullable(),
  reason: Reason,
  until: Millis,
})
const edited = z.strictObject({ type: z.literal('edited'), ...turn, by: Who, ...Asked, until: Millis })
const accepted = z.strictObject({ type: z.literal('accepted'), ...turn })
const applied = z.strictObject({
  type: z.literal('applied'),
  ...turn,
  /** Earlier proposals whose change this one takes back. */
  reverts: z.array(Id).max(50),
})
const rejected = z.strictObject({
  type: z.literal('rejected'),
  ...turn,
  why: z.enum(['vote', 'objection']),
  ...tally,
  reason: Reason,
})
const appealed = z.strictObject({
  type: z.literal('appealed'),
  ...turn,
  by: Who,
  reason: Reason,
  approvals: z.int().positive(),
  until: Millis,
})
const expired = z.strictObject({ type: z.literal('expired'), ...turn, ...tally })
const withdrawn = z.strictObject({ type: z.literal('withdrawn'), ...turn, by: Who })
const superseded = z.strictObject({ type: z.literal('superseded'), ...turn, rival: Id })
/** An expert lets a rejected change be proposed again before its time. */
const waived = z.strictObject({ type: z.literal('waived'), ...turn, by: Who, reason: Reason })

/** One line of the log. */
export const Entry = z.discriminatedUnion('type', [
  nominated,
  voted,
  linked,
  posted,
  drafted,
  submitted,
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
export type Entry = Readonly<z.infer<typeof Entry>>

/** An entry that takes effect only after the turn that it was decided after. */
export type Turn = Extract<Entry, { base: number }>
/** A turn before it is known where it will stand. */
export type NewTurn = Turn extends infer T ? (T extends Turn ? Omit<T, 'base'> : never) : never

/** An entry as the log keeps it. Throws where it could not be read again: nothing may get into the log that stops its readers. */
export function entryText(entry: Entry): string {
  return JSON.stringify({ v: 1, ...Entry.parse(entry) })
}

const Kept = z.looseObject({ v: z.literal(1) })

/** Reads an entry; throws where it is none that this version of Rung knows. */
export function readEntry(text: string): Entry {
  const { v: _, ...entry } = Kept.parse(JSON.parse(text))
  return Entry.parse(entry)
}
