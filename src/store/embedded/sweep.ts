import { QUARANTINE_MARK } from '../keys.ts'
import { parseJson } from '../validation.ts'
import type { Disk } from './disk.ts'
import { Until } from './sessions.ts'

const HOUR_MS = 3_600_000

/** Matches the keys of values that are stored for a limited time. */
const TEMPORARY = /\}:(?:session|events):|\{(?:event|thing):[^{}]*\}$/u

/** Removes values whose time has passed, now and every hour. */
export function startSweeper(disk: Disk, prefix: string): { readonly stop: () => Promise<void> } {
  let isStopped = false
  let sweeping = Promise.resolve()
  function run(): void {
    // If a run fails, the next one does the rest. Readers ignore such values in any case.
    sweeping = sweep(disk, prefix, () => isStopped).catch(() => undefined)
  }
  run()
  const timer = setInterval(run, HOUR_MS)
  timer.unref()
  return {
    stop() {
      isStopped = true
      clearInterval(timer)
      return sweeping
    },
  }
}

async function sweep(disk: Disk, prefix: string, isStopped: () => boolean): Promise<void> {
  for await (const key of disk.keys(`${prefix}{`)) {
    if (isStopped()) return
    if (!TEMPORARY.test(key) || key.includes(QUARANTINE_MARK) || !isOver(await disk.get(key))) continue
    await disk.runExclusive(queueOf(key), async () => {
      // It may have been written again while this waited.
      if (isOver(await disk.get(key))) await disk.write([{ type: 'del', key }])
    })
  }
}

/** Returns the queue for changes of a key: the person's prefix, or the key itself. */
function queueOf(key: string): string {
  const end = key.indexOf('}:')
  return end === -1 ? key : key.slice(0, end + 2)
}

function isOver(text: string | undefined): boolean {
  const stored = Until.safeParse(text === undefined ? undefined : parseJson(text))
  return stored.success && stored.data.until <= Date.now()
}
