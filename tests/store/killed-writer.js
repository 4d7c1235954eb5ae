// Writes sessions to the store in a folder until it is killed, and prints the role of each acknowledged one. Plain
// JavaScript over the built store, because Node 20 runs no TypeScript.
import { openEmbeddedStore } from '../../dist/store/index.js'

const store = await openEmbeddedStore({ folder: process.argv[2], prefix: '', onQuarantine: () => undefined })

async function write(writer) {
  for (let n = 0; ; n++) {
    const role = `role-${writer}-${n}`
    const session = {
      schema: 1,
      id: 'session-1',
      version: 1,
      role,
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
    const person = { platform: 'slack', workspace: 'T1', user: 'U-ada' }
    await store.sessions.create(person, session, 86_400_000)
    process.stdout.write(`${role}\n`)
  }
}

await Promise.all([1, 2, 3, 4].map(write))
