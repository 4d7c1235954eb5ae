import { checkLog } from '../../../proposals/log-check.ts'
import { allLadderStores } from '../../../store/ladders.ts'
import { NewerSchemaError } from '../../../store/store.ts'
import type { CommandContext } from '../../command.ts'
import { accountsOf } from '../../linked-accounts.ts'
import type { LadderData } from './export.ts'
import { involvementsIn } from './proposal-history.ts'

/** What is stored about a person in the other ladders of the deployment, also in those that are not configured any more. */
export async function otherLaddersOf({ person, services }: CommandContext): Promise<readonly LadderData[]> {
  const { ladders } = services
  if (!ladders) return []
  const others: LadderData[] = []
  for (const { id = '', store } of await allLadderStores(ladders.root)) {
    if (id === ladders.own) continue
    const { state } = await checkLog(store)
    const accounts = accountsOf(person, { state: () => state })
    const [results, sessions, countNewer, newerSessions] = await Promise.all([
      Promise.all(accounts.map((account) => store.results.list(account))),
      Promise.all(accounts.map((account) => store.sessions.list(account))),
      Promise.all(accounts.map((account) => store.results.countNewer(account))),
      Promise.all(accounts.map((account) => store.sessions.listNewer(account))),
    ])
    const settings = await store.settings.read(person).catch((error: unknown) => {
      if (error instanceof NewerSchemaError) return null
      throw error
    })
    const data: LadderData = {
      ladder: id,
      results: results.flat(),
      sessions: sessions.flat(),
      settings,
      newer: {
        results: countNewer.reduce((sum, count) => sum + count, 0),
        sessions: newerSessions.flat(),
        settings: settings === null,
      },
      proposals: involvementsIn(state, person),
    }
    if (!isEmpty(data)) others.push(data)
  }
  return others
}

function isEmpty({ results, sessions, newer, proposals, settings }: LadderData): boolean {
  const counts = [results.length, sessions.length, proposals.length, newer.results, newer.sessions.length]
  return counts.every((count) => count === 0) && settings !== null && settings.lastRole === null
}
