import { isDeepStrictEqual } from 'node:util'
import type { Redis } from 'ioredis'
import type { CatalogChange } from '../../src/catalog/index.ts'
import type { CommunityReport } from '../../src/proposals/community.ts'
import { isOpen, type LadderState, type ProposalCommand } from '../../src/proposals/domain/index.ts'
import { type Process, START, startProcess } from '../bot/proposals/processes.ts'
import type { RedisServer } from '../redis-server.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import { DAY, HOUR } from './simulated-log.ts'

// A random history of a community, lived twice: by one process that nothing disturbs (the reference), and by two that are restarted, whose
// platforms report late or too short a list, and whose log loses its newest entries. Both must come to the same.

const SLACK: CommunityReport = place('slack', 'T1', ['E1', 'E2'])
const DISCORD: CommunityReport = place('discord', 'G1', ['D1'])
const USERS = ['U0', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7']
const DISCORD_USERS = ['1', '2', '3', '4']
const POLICY = { startsPerDay: 50, openPerAuthor: 50, minVoteHours: 24 }

export interface History {
  readonly steps: number
  readonly restarts: number
  readonly losses: number
  /** Commands that were acknowledged and lost, and whose person was notified. */
  readonly notified: number
  /** Commands that were refused while facts were unknown, and executed afterwards. */
  readonly delayed: number
  /** States that proposals ended in. */
  readonly states: readonly string[]
}

function place(platform: string, workspace: string, users: readonly string[]): CommunityReport {
  return {
    workspace,
    experts: users.map((user) => ({ key: `${platform}/${workspace}/${user}`, domain: null })),
    admins: [],
  }
}

interface Step {
  readonly command: ProposalCommand
  readonly by: string
}

/** Runs one history. Throws if the disturbed processes reach another state than the reference. */
export async function runHistory(options: {
  readonly redis: RedisServer
  readonly client: Redis
  readonly prefix: string
  readonly seed: number
  readonly steps: number
}): Promise<History> {
  const { redis, client, prefix, seed, steps } = options
  const chance = seededRandom(seed)
  const roll = (below: number): number => Math.floor(chance.next() * below)
  const pick = <T>(all: readonly T[]): T => {
    const item = all[roll(all.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  let time = START
  const counts = { restarts: 0, losses: 0, notified: 0, delayed: 0 }
  const recipients = new Set<string>()
  const stream = `${prefix}{log:ladder}`
  const fail = (what: string): never => {
    throw new Error(`history ${seed}: ${what}`)
  }
  const start = async (of: string): Promise<Process> => {
    const process = await startProcess({
      redis,
      prefix: of,
      now: () => time,
      policy: POLICY,
      platforms: ['slack', 'discord'],
    })
    process.ladder.onEventsLost(({ events: entries }) => {
      for (const entry of entries)
        if ('by' in entry && entry.by !== null) recipients.add(`${entry.by} ${'id' in entry ? entry.id : ''}`)
    })
    return process
  }
  const round = async ({ ladder }: Process): Promise<void> => {
    await ladder.catchUp()
    await ladder.advanceProposals()
  }
  const heal = async (process: Process): Promise<void> => {
    process.community.report('slack', SLACK)
    process.community.report('discord', DISCORD)
    await round(process)
  }
  const reference = await start(`${prefix}reference:`)
  const pair: [Process, Process] = [await start(prefix), await start(prefix)]
  for (const process of [reference, pair[0]]) {
    for (const user of USERS)
      await process.store.members.recordActivity({ platform: 'slack', workspace: 'T1', user }, time)
    for (const user of DISCORD_USERS)
      await process.store.members.recordActivity({ platform: 'discord', workspace: 'G1', user }, time)
  }
  for (const process of [reference, ...pair]) await heal(process)

  const one = (): Process => pair[roll(2)] ?? pair[0]

  /** Something that happens to a process; what follows by itself meanwhile must be nothing that the reference has not. */
  const disturb = async (): Promise<void> => {
    const at = roll(2)
    const process = pair[at] ?? pair[0]
    switch (roll(6)) {
      case 0: {
        counts.restarts += 1
        const next = await start(prefix)
        pair[at] = next
        await process.close()
        await round(next)
        if (roll(2) === 0) next.community.report('slack', { ...SLACK, experts: [], pending: true })
        if (roll(2) === 0) next.community.report('discord', DISCORD)
        await round(next)
        return
      }
      case 1:
        process.community.report('slack', { ...SLACK, experts: SLACK.experts.slice(0, roll(2)) })
        return round(process)
      case 2:
        process.community.report('discord', { ...DISCORD, experts: [] })
        return round(process)
      case 3:
        process.community.markUnavailable(pick(['slack', 'discord']))
        return round(process)
      case 4:
        return round(process)
      default:
        return
    }
  }

  const act = async (process: Process, { command, by }: Step) =>
    process.ladder.execute(command, { person: by, bot: false })

  /** Executes a command in both worlds. True if it was done. */
  const both = async (step: Step): Promise<boolean> => {
    const before = reference.ladder.state().revision
    const expected = await act(reference, step)
    const process = one()
    let outcome = await act(process, step)
    const isEasier = outcome.status === 'done' && expected.status === 'refused'
    if (isEasier && expected.status === 'refused')
      fail(`${JSON.stringify(step)} was done, though ${expected.refusal.why}`)
    if (outcome.status === 'refused' && expected.status === 'done') {
      // A person whose command is refused tries again later.
      counts.delayed += 1
      await heal(process)
      outcome = await act(process, step)
      if (outcome.status === 'refused') fail(`${JSON.stringify(step)} was refused: ${outcome.refusal.why}`)
    }
    // Transitions that follow may be late: they happen before the next command.
    if (reference.ladder.state().revision > before) {
      await heal(process)
      await round(reference)
    }
    return outcome.status === 'done'
  }

  const compare = (when: string): void => {
    const expected = projection(reference.ladder.state())
    for (const { ladder } of pair) {
      const actual = projection(ladder.state())
      if (!isDeepStrictEqual(actual, expected)) {
        fail(`${when}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
      }
    }
  }

  /** The log loses what was written last. Everyone it concerns is told, and does it again. */
  const lose = async (): Promise<void> => {
    counts.losses += 1
    const backup = await client.dumpBuffer(stream)
    const done: Step[] = []
    for (let n = roll(3); n >= 0; n -= 1) {
      const step = nextStep(chance, reference.ladder.state(), pick)
      const before = await client.xlen(stream)
      // What changed nothing has no entry that could be lost.
      if ((await both(step)) && (await client.xlen(stream)) > before) done.push(step)
    }
    if (backup) await client.restore(stream, 0, backup, 'REPLACE')
    else await client.del(stream)
    recipients.clear()
    for (const process of pair) await process.ladder.catchUp()
    await heal(pair[0])
    for (const step of done) {
      const person = `${step.by} ${step.command.id}`
      const again = await act(pair[0], step)
      if (again.status === 'refused') fail(`what was lost cannot be done again: ${again.refusal.why}`)
      if (!recipients.has(person)) fail(`nobody told ${person} that the log has lost what they did`)
      counts.notified += 1
    }
  }

  for (let step = 0; step < steps; step += 1) {
    if (roll(4) === 0) {
      time += pick([HOUR, 6 * HOUR, DAY, 2 * DAY, 5 * DAY])
      await disturb()
      await round(reference)
      // A decision may be late: it is made before the next command.
      for (const process of pair) await heal(process)
    }
    await disturb()
    if (roll(12) === 0) await lose()
    else if (roll(6) === 0) {
      // A nomination that is taken back at once, and is heard by another process.
      const open = [...reference.ladder.state().proposals.values()].filter(({ state }) => state === 'nominated')
      const id = open.length > 0 ? pick(open).id : undefined
      const by = keyOf(pick(USERS))
      for (const on of id === undefined ? [] : [true, false])
        await both({ command: { type: 'nominate', id: id ?? '', on }, by })
    } else await both(nextStep(chance, reference.ladder.state(), pick))
    await disturb()
    for (const process of pair) await heal(process)
    for (const process of pair) await process.ladder.catchUp()
    await round(reference)
    compare(`step ${step}`)
  }
  const states = [...reference.ladder.state().proposals.values()].map(({ state }) => state)
  await Promise.all([reference, ...pair].map((process) => process.close()))
  return { steps, ...counts, states }
}

const keyOf = (user: string): string => (/^[UE]/u.test(user) ? `slack/T1/${user}` : `discord/G1/${user}`)

/** What a person does next, as a rule something that the state of a proposal calls for. */
function nextStep(chance: SeededRandom, board: LadderState, pick: <T>(all: readonly T[]) => T): Step {
  const roll = (below: number): number => Math.floor(chance.next() * below)
  const open = [...board.proposals.values()].filter(isOpen)
  const by = keyOf(pick([...USERS, ...DISCORD_USERS]))
  if (open.length === 0 || roll(8) === 0) {
    const lane = roll(8) === 0 ? 'wording' : 'vote'
    const id = `proposal-${board.proposals.size}`
    return { command: { type: 'submit', id, change: changeOf(lane, pick, roll), reason: 'a reason', lane }, by }
  }
  const { id, round, state, author } = pick(open)
  switch (state) {
    case 'nominated':
    case 'draft':
      return { command: { type: 'nominate', id, on: roll(5) > 0 }, by }
    case 'voting':
      return { command: { type: 'vote', id, round, choice: pick(['for', 'for', 'for', 'against', null]) }, by }
    case 'review': {
      const verdict = pick(['approve', 'approve', 'object', 'abstain'] as const)
      return { command: { type: 'review', id, verdict, reason: 'because' }, by: keyOf(pick(['E1', 'E2', 'D1'])) }
    }
    default:
      return { command: { type: 'withdraw', id }, by: author }
  }
}

function changeOf(
  lane: 'vote' | 'wording',
  pick: <T>(all: readonly T[]) => T,
  roll: (below: number) => number,
): CatalogChange {
  if (lane === 'wording') {
    return { kind: 'statement', skill: 'pytorch', proficiency: 'working', locale: 'en', to: `Does ${roll(99)} things.` }
  }
  const level = pick(['junior', 'middle', 'senior'])
  const skill = pick(['pytorch', 'docker', 'postgresql', 'git-advanced'])
  return { kind: 'mandatory', role: 'ml-engineer', level, skill, to: pick([true, false]) }
}

/** What a board says of its proposals, and nothing of how it came to that. */
function projection(board: LadderState): unknown {
  return [...board.proposals.values()].map((proposal) => ({
    id: proposal.id,
    number: proposal.number,
    state: proposal.state,
    lane: proposal.lane,
    round: proposal.round,
    members: proposal.members,
    nominatorsNeeded: proposal.nominatorsNeeded,
    quorum: proposal.quorum,
    approvalsNeeded: proposal.approvalsNeeded,
    contested: proposal.contested,
    extended: proposal.extended,
    escalated: proposal.escalated,
    nudges: proposal.nudges,
    until: proposal.until,
    tally: { ...proposal.tally },
    nominators: [...proposal.nominators.keys()].toSorted(),
    votes: [...proposal.votes].map(([by, { choice }]) => `${by} ${choice}`).toSorted(),
    reviews: [...proposal.reviews].map(([by, { verdict }]) => `${by} ${verdict}`).toSorted(),
  }))
}
