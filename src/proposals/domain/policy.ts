import { z } from 'zod'

/** A whole number of a unit within bounds; one error says all of it. */
function whole(least: number, most: number, unit = '') {
  const error = `must be a whole number ${unit}from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

const count = whole(1, 10_000)
const days = whole(1, 365, 'of days ')
const hours = whole(0, 8760, 'of hours ')
/** A share as a fraction, so that two thirds are two thirds: `2/3`. */
const share = z
  .string({ error: 'must be a fraction such as 2/3' })
  .regex(/^\d{1,3}\/\d{1,3}$/u, { error: 'must be a fraction such as 2/3' })
  .transform((text) => {
    const [of = 0, in_ = 1] = text.split('/').map(Number)
    return { of, in: in_ }
  })
  .refine(({ of, in: in_ }) => in_ > 0 && of <= in_, { error: 'must be a fraction from 0 to 1' })

/**
 * The numbers of the process. They are Rung's own; an operator may set each of them. What a proposal is held to is fixed
 * in the log when it gets there, so that a change of a number changes nothing that is under way.
 */
const Policy = z.strictObject({
  /** How long a draft is kept. */
  draftDays: days.default(14),
  /** How long a proposal may gather nominations, and how few it takes at least. */
  nominateDays: days.default(14),
  minNominators: count.default(2),
  /** Voices it takes: the square root of the members, within these. */
  minQuorum: count.default(3),
  maxQuorum: count.default(50),
  /** Fewer members than this, the author not counted, hold no vote: experts decide at once. */
  voteFrom: count.default(3),
  /** Members are counted who were seen within these days. */
  activeDays: days.default(90),
  voteDays: days.default(7),
  /** Before this a vote is not closed, however clear it is. */
  minVoteHours: hours.default(72),
  /** Added once to a vote that has not met its quorum. */
  extensionDays: days.default(7),
  /** From this share of the votes on a proposal passes; above the second it is contested; else it is rejected. */
  pass: share.default({ of: 2, in: 3 }),
  contested: share.default({ of: 1, in: 2 }),
  /** Experts who must approve, where there are so many. */
  approvals: count.default(2),
  contestedApprovals: count.default(3),
  /** How long experts have before admins are asked, and when they are reminded. */
  reviewDays: days.default(10),
  firstNudgeDays: days.default(5),
  secondNudgeDays: days.default(9),
  /** How long an author has to make the changes that were asked for. */
  changesDays: days.default(14),
  /** How long a fix of wording waits for an objection. */
  wordingHours: hours.default(72),
  appealDays: days.default(14),
  /** What one author may have open, and begin within a day. */
  openPerAuthor: count.default(3),
  startsPerDay: count.default(1),
  /** How long a rejected change to the same thing waits. */
  waitDays: days.default(30),
})
export type Policy = Readonly<z.infer<typeof Policy>>

export const DEFAULT_POLICY: Policy = Policy.parse({})

export const HOUR_MS = 60 * 60 * 1000
export const DAY_MS = 24 * HOUR_MS

/**
 * Reads an operator's numbers: `voteDays=5, pass=3/5`. Returns the whole table, or what is wrong, naming each number.
 */
export function readPolicy(text: string): { readonly policy: Policy } | { readonly problems: readonly string[] } {
  const known = Object.keys(Policy.shape)
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const part of text.split(/[,;\n]/u)) {
    if (part.trim() === '') continue
    const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*(\S+)\s*$/u.exec(part) ?? []
    if (name === '') problems.push(`"${part.trim().slice(0, 60)}" must be a name and a number, such as voteDays=5`)
    else if (!known.includes(name)) problems.push(`there is no "${name.slice(0, 60)}"; there are ${known.join(', ')}`)
    else values[name] = /^\d{1,6}$/u.test(value) ? Number(value) : value
  }
  const parsed = Policy.safeParse(values)
  if (!parsed.success)
    problems.push(...parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`))
  return problems.length > 0 || !parsed.data ? { problems } : { policy: parsed.data }
}

/** Voices that make a vote count: the square root of the members, rounded up, within the policy's bounds. */
export function quorumOf(members: number, { minQuorum, maxQuorum }: Policy): number {
  return Math.min(maxQuorum, Math.max(minQuorum, Math.ceil(Math.sqrt(members))))
}

/** Distinct nominators that open a vote: half of the quorum, rounded up, and no fewer than the policy says. */
export function nominatorsOf(members: number, policy: Policy): number {
  return Math.max(policy.minNominators, Math.ceil(quorumOf(members, policy) / 2))
}

/** Whether a part of a whole reaches a share of it. */
export function reaches(part: number, whole: number, { of, in: in_ }: Policy['pass']): boolean {
  return part * in_ >= whole * of
}

/** Whether a part of a whole is more than a share of it. */
export function exceeds(part: number, whole: number, { of, in: in_ }: Policy['pass']): boolean {
  return part * in_ > whole * of
}
