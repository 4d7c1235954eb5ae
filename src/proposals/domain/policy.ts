import { z } from 'zod'

/** A whole number of a unit within bounds, with one error that names both. */
function whole(least: number, most: number, unit = '') {
  const error = `must be a whole number ${unit}from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

const count = whole(1, 10_000)
const days = whole(1, 365, 'of days ')
const hours = whole(0, 8760, 'of hours ')
const Share = z.object({ of: z.int(), in: z.int() })
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
  draftDays: days.default(14).describe('An idea that is not completed is deleted.'),
  nominateDays: days.default(14).describe('A proposal without enough nominations expires.'),
  minNominators: count.default(2).describe('The fewest nominations that open a vote; half a quorum if that is more.'),
  minQuorum: count
    .default(3)
    .describe('The smallest quorum. The quorum is the square root of the active members, rounded up.'),
  maxQuorum: count.default(50).describe('The largest quorum.'),
  voteFrom: count
    .default(3)
    .describe('With fewer active members than this, not counting the author, experts decide without a vote.'),
  activeDays: days.default(90).describe('Members count if they were active within this time.'),
  voteDays: days.default(7).describe('How long a vote lasts.'),
  minVoteHours: hours.default(72).describe('A vote stays open at least this long, however clear it is.'),
  extensionDays: days.default(7).describe('Added once to a vote that missed its quorum.'),
  pass: share.default({ of: 2, in: 3 }).describe('From this share of the votes on, a proposal passes.'),
  contested: share
    .default({ of: 1, in: 2 })
    .describe('Above this share but below `pass`, a proposal is contested; at or below it, it is rejected.'),
  approvals: count.default(2).describe('Experts who must approve, if there are that many.'),
  contestedApprovals: count.default(3).describe('Experts who must approve a contested proposal.'),
  reviewDays: days.default(10).describe('Experts decide within this time; after that, admins are asked.'),
  firstNudgeDays: days.default(5).describe('When experts who have not decided get a first reminder.'),
  secondNudgeDays: days.default(9).describe('When they get a second one.'),
  changesDays: days.default(14).describe('How long an author has to make requested changes.'),
  wordingHours: hours.default(72).describe('A wording fix stays open for objections at least this long.'),
  appealDays: days.default(14).describe('How long a rejection can be appealed.'),
  openPerAuthor: count.default(3).describe('Proposals that one author may have open.'),
  startsPerDay: count.default(1).describe('Proposals that one author may start in a day.'),
  waitDays: days
    .default(30)
    .describe('How long a rejected change waits before it can be proposed again, unless an expert allows it.'),
})
export type Policy = Readonly<z.infer<typeof Policy>>

export const DEFAULT_POLICY: Policy = Policy.parse({})

/** Each number of the policy with its default, as an operator writes it, and its meaning. */
export const POLICY_NUMBERS: readonly { readonly name: string; readonly usual: string; readonly meaning: string }[] =
  Object.entries(Policy.shape).map(([name, { description = '' }]) => {
    const value: unknown = Reflect.get(DEFAULT_POLICY, name)
    const fraction = Share.safeParse(value)
    const usual = fraction.success ? `${fraction.data.of}/${fraction.data.in}` : String(value)
    return { name, usual, meaning: description }
  })

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
    else if (!names.includes(name))
      problems.push(`there is no "${name.slice(0, 60)}"; the names are ${names.join(', ')}`)
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
