import { z } from 'zod'

/** A whole number of a unit within bounds, with one error that names both. */
function whole(least: number, most: number, unit = '') {
  const error = `must be a whole number ${unit}from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

const count = whole(1, 10_000)
const days = whole(1, 365, 'of days ')
const hours = whole(0, 8760, 'of hours ')
/** A share as an exact fraction: `2/3`. */
const share = z
  .string({ error: 'must be a fraction such as 2/3' })
  .regex(/^\d{1,3}\/\d{1,3}$/u, { error: 'must be a fraction such as 2/3' })
  .transform((text) => {
    const [of = 0, in_ = 1] = text.split('/').map(Number)
    return { of, in: in_ }
  })
  .refine(({ of, in: in_ }) => in_ > 0 && of <= in_, { error: 'must be a fraction from 0 to 1' })

/**
 * The numbers of the decision process. An operator may set each of them. The log fixes the numbers for a proposal when it enters a
 * state, so a changed policy does not affect proposals in progress.
 */
const Policy = z.strictObject({
  /** How long a draft lives. */
  draftDays: days.default(14),
  /** How long a proposal may gather nominations, and the least it needs. */
  nominateDays: days.default(14),
  minNominators: count.default(2),
  /** Votes that make a quorum: the square root of the members, within these bounds. */
  minQuorum: count.default(3),
  maxQuorum: count.default(50),
  /** With fewer members than this, not counting the author, there is no vote: experts decide at once. */
  voteFrom: count.default(3),
  /** Members who were active within these days are counted. */
  activeDays: days.default(90),
  voteDays: days.default(7),
  /** A vote is not closed earlier, however clear it is. */
  minVoteHours: hours.default(72),
  /** Added once to a vote that missed its quorum. */
  extensionDays: days.default(7),
  /** From this share of the votes on a proposal passes; above the second it is contested; else it is rejected. */
  pass: share.default({ of: 2, in: 3 }),
  contested: share.default({ of: 1, in: 2 }),
  /** Experts who must approve, if there are that many. */
  approvals: count.default(2),
  contestedApprovals: count.default(3),
  /** How long experts have before admins are asked, and when they are reminded. */
  reviewDays: days.default(10),
  firstNudgeDays: days.default(5),
  secondNudgeDays: days.default(9),
  /** How long an author has to make requested changes. */
  changesDays: days.default(14),
  /** How long a wording fix waits for an objection. */
  wordingHours: hours.default(72),
  appealDays: days.default(14),
  /** How many proposals one author may have open, and start within a day. */
  openPerAuthor: count.default(3),
  startsPerDay: count.default(1),
  /** How long a change must wait after a rejected one to the same value. */
  waitDays: days.default(30),
})
export type Policy = Readonly<z.infer<typeof Policy>>

export const DEFAULT_POLICY: Policy = Policy.parse({})

export const HOUR_MS = 60 * 60 * 1000
export const DAY_MS = 24 * HOUR_MS

/**
 * Parses an operator's numbers: `voteDays=5, pass=3/5`. Returns the whole policy, or every problem with the name of its number.
 */
export function readPolicy(text: string): { readonly policy: Policy } | { readonly problems: readonly string[] } {
  const names = Object.keys(Policy.shape)
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const part of text.split(/[,;\n]/u)) {
    if (part.trim() === '') continue
    const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*(\S+)\s*$/u.exec(part) ?? []
    if (name === '') problems.push(`"${part.trim().slice(0, 60)}" must be a name and a number, such as voteDays=5`)
    else if (!names.includes(name)) problems.push(`there is no "${name.slice(0, 60)}"; there are ${names.join(', ')}`)
    else values[name] = /^\d{1,6}$/u.test(value) ? Number(value) : value
  }
  const parsed = Policy.safeParse(values)
  if (!parsed.success)
    problems.push(...parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`))
  return problems.length > 0 || !parsed.data ? { problems } : { policy: parsed.data }
}

/** Votes that make a quorum: the square root of the members, rounded up, within the policy's bounds. */
export function quorumOf(members: number, { minQuorum, maxQuorum }: Policy): number {
  return Math.min(maxQuorum, Math.max(minQuorum, Math.ceil(Math.sqrt(members))))
}

/** Distinct nominators that open a vote: half of the quorum, rounded up, at least the policy's minimum. */
export function nominatorsOf(members: number, policy: Policy): number {
  return Math.max(policy.minNominators, Math.ceil(quorumOf(members, policy) / 2))
}

/** Whether `part` is at least a share of `whole`. */
export function reaches(part: number, whole: number, { of, in: in_ }: Policy['pass']): boolean {
  return part * in_ >= whole * of
}

/** Whether `part` is more than a share of `whole`. */
export function exceeds(part: number, whole: number, { of, in: in_ }: Policy['pass']): boolean {
  return part * in_ > whole * of
}
