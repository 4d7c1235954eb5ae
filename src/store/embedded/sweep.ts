import { QUARANTINE_MARK } from '../keys.ts'
import { parseJson } from '../validation.ts'
import type { Disk } from './disk.ts'
import { Until } from './sessions.ts'

const HOUR = 3_600_000

/** Whether the key is of something that is kept for a time only. */
const PASSING = /\}:(?:session|events):|\{(?:event|thing):[^{}]*\}$/u

/** Removes what has been idle or kept for too long, now and every hour. Returns how to stop. */
export function startSweeper(disk: Disk, prefix: string): { readonly stop: () => Promise<void> } {
  let stopped = false
  let sweeping = Promise.resolve()
  function round(): void {
    // What a round could not do, the next one does; readers do not see idle values in any case.
    sweeping = sweep(disk, prefix, () => stopped).catch(() => undefined)
  }
  round()
  const timer = setInterval(round, HOUR)
  timer.unref()
  return {
    stop() {
      stopped = true
      clearInterval(timer)
      return sweeping
    },
  }
}

async function sweep(disk: Disk, prefix: string, stopped: () => boolean): Promise<void> {
  for await (const key of disk.keys(`${prefix}{`)) {
    if (stopped()) return
    if (!PASSING.test(key) || key.includes(QUARANTINE_MARK) || !isOver(await disk.get(key))) continue
    await disk.runExclusive(ownerOf(key), async () => {
      // It may have been written anew before our turn came.
      if (isOver(await disk.get(key))) await disk.write([{ type: 'del', key }])
    })
  }
}

/** The name that changes of this key queue up under: the person's part, or the key itself. */
function ownerOf(key: string): string {
  const end = key.indexOf('}:')
  return end === -1 ? key : key.slice(0, end + 2)
}

function isOver(text: string | undefined): boolean {
  const kept = Until.safeParse(text === undefined ? undefined : parseJson(text))
  return kept.success && kept.data.until <= Date.now()
}
