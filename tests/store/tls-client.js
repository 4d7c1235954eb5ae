// Creates a session in the Redis at a given URL, and prints the status. Plain JavaScript over the built store, in its own
// process, because a process reads its trusted certificates at the start.
import { openRedisStore } from '../../dist/store/redis/index.js'

const store = await openRedisStore({ url: process.argv[2], prefix: '', onQuarantine: () => undefined })
const session = {
  schema: 1,
  id: 'session-1',
  version: 1,
  role: 'ml-engineer',
  roleVersion: 'v-7',
  mode: 'guided',
  domain: null,
  refine: false,
  paused: false,
  locale: 'en',
  startedAt: 1000,
  touchedAt: 1000,
  evidence: {},
  answers: [],
}
const { status } = await store.sessions.create({ platform: 'slack', workspace: 'T1', user: 'U1' }, session, 60_000)
process.stdout.write(`${status}\n`)
await store.close()
