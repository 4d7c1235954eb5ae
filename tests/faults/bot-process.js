// The bot as a process of its own, for tests that kill it. Each line in is {n, incoming}, each line out {n, outcome}; many
// are in flight at once. Plain JavaScript over the built bot: Node 20 runs it as it is.
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { COMMANDS, createBot } from '../../dist/bot/index.js'
import { createCatalogIndex, loadCatalog } from '../../dist/catalog/index.js'
import { openStore } from '../../dist/store/index.js'

/** What an operator would be told; a test fails for it. That the store cannot be reached is part of the test. */
function complain(what) {
  process.stderr.write(`${what}\n`)
}

const loaded = await loadCatalog(fileURLToPath(new URL('../../data', import.meta.url)))
if (!loaded.ok) throw new Error(`data/ cannot be read: ${JSON.stringify(loaded.problems)}`)
const catalogIndex = createCatalogIndex(loaded.catalog)

const store = await openStore({
  redisUrl: process.env['REDIS_URL'],
  home: process.env['RUNG_HOME'] ?? '.rung',
  prefix: 'rung:',
  onQuarantine: ({ key, reason }) => complain(`set aside ${key}: ${reason}`),
})

const bot = createBot({
  commands: COMMANDS,
  catalogIndex: () => catalogIndex,
  services: {
    store,
    now: Date.now,
    newId: () => randomBytes(6).toString('base64url'),
    sessionMs: 14 * 24 * 60 * 60 * 1000,
  },
  report: ({ id, error }) => {
    if (error?.name !== 'StoreUnavailable') complain(`failure ${id}: ${error?.stack ?? error}`)
  },
})

// To a pipe this writes before it returns: what is answered is told, whatever happens next.
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)

tell({ ready: true })
const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const { n, incoming } = JSON.parse(line)
  void bot.handle(incoming).then((outcome) => tell({ n, outcome }))
})
// The parent process has ended, so this one ends too.
lines.on('close', () => void store.close().then(() => process.exit(0)))
