import { composeBot } from '../../../src/app/app.ts'
import type { Bot } from '../../../src/bot/index.ts'
import { createCommunityTracker } from '../../../src/proposals/community.ts'
import { DEFAULT_POLICY, type Policy } from '../../../src/proposals/domain/index.ts'
import type { CommunityTracker, ProposalService } from '../../../src/proposals/index.ts'
import { type Person, personKey } from '../../../src/store/person.ts'
import { openRedisStore } from '../../../src/store/redis/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { loaded } from '../../proposals/stages.ts'
import type { RedisServer } from '../../redis-server.ts'

export const START = Date.UTC(2026, 0, 5, 9)

export const person = (user: string): Person => ({ platform: 'slack', workspace: 'T1', user })
export const key = (user: string): string => personKey(person(user))

/** One process on a Redis that others use too, with a clock that the test moves. */
export interface Process {
  readonly store: Store
  readonly community: CommunityTracker
  readonly ladder: ProposalService
  readonly bot: Bot
  readonly reports: readonly string[]
  act(user: string, command: Parameters<ProposalService['execute']>[0]): ReturnType<ProposalService['execute']>
  close(): Promise<void>
}

export interface ProcessOptions {
  readonly redis: RedisServer
  readonly prefix: string
  readonly now: () => number
  readonly policy?: Partial<Policy>
  /** The platforms it is configured with; they report when the test says so. */
  readonly platforms?: readonly string[]
}

/** Starts a process whose community has not reported yet. */
export async function startProcess({ redis, prefix, now, policy, platforms = [] }: ProcessOptions): Promise<Process> {
  const store = await openRedisStore({ url: redis.url, prefix, onQuarantine: () => undefined })
  const reports: string[] = []
  const community = createCommunityTracker({ platforms, keyValues: store.keyValues, now })
  let ids = 0
  const { bot, proposals: ladder } = composeBot({
    store,
    loaded,
    community,
    policy: { ...DEFAULT_POLICY, startsPerDay: 5, ...policy },
    sessionMs: 1000,
    now,
    newId: () => {
      ids += 1
      return `new-${ids}-${prefix.slice(0, 4)}`
    },
    report: (problem) => reports.push(problem),
    onFailure: ({ error }) => {
      throw error
    },
  })
  return {
    store,
    community,
    ladder,
    bot,
    reports,
    act: (user, command) => ladder.execute(command, { person: key(user), bot: false }),
    close: () => store.close(),
  }
}
