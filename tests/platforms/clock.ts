import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Time that a test lets pass for processes it has started. */
export interface Clock {
  /** What a process is started with so that it lives by this clock. */
  readonly environment: Readonly<Record<string, string>>
  /** Lets time pass, for all of them. */
  advance(ms: number): Promise<void>
  remove(): Promise<void>
}

/** How often a process looks at the clock, in milliseconds. */
const LOOK_MS = 20

export async function openClock(): Promise<Clock> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-clock-'))
  const file = join(folder, 'ahead')
  const module = join(folder, 'clock.mjs')
  let ahead = 0
  await writeFile(file, '0')
  // Read by every process before anything of Rung: its time is the machine's, and what the file says more.
  await writeFile(
    module,
    `import { readFileSync } from 'node:fs'
const real = Date.now
let ahead = 0
let looked = 0
Date.now = () => {
  const time = real()
  if (time - looked > ${LOOK_MS}) {
    looked = time
    ahead = Number(readFileSync(${JSON.stringify(file)}, 'utf8')) || ahead
  }
  return time + ahead
}
`,
  )
  return {
    environment: { NODE_OPTIONS: `--import=${pathToFileURL(module).href}` },
    async advance(ms) {
      ahead += ms
      await writeFile(file, String(ahead))
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS * 2))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
