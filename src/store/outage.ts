import type { Outage } from './store.ts'

/** How often it is looked whether an outage is over. */
const PROBE_MS = 1000

/** `away`: nothing works. `readonly`: what needs no write does. */
type OutageKind = 'away' | 'readonly'

export interface OutageWatch {
  /** Notes a failure that concerns the store as a whole. `what` continues its name: `takes no writes: …`. */
  reportFailure(kind: OutageKind, what: string): void
  /** For a server that can be reached again: looks at once whether that was all. */
  reportReachable(): void
  stop(): void
}

export interface OutageWatchOptions {
  /** Begins every message: which store this is. */
  readonly name: string
  /** Resolves if the store can be read and written; else rejects, after `failed` was called. */
  readonly probe: () => Promise<void>
  readonly onOutage: ((outage: Outage) => void) | undefined
}

/** Reports once that a store has failed, and once that it works again, which a probe finds out every second. */
export function watchOutages({ name, probe, onOutage }: OutageWatchOptions): OutageWatch {
  let outage: { readonly since: number; readonly kind: OutageKind } | undefined
  let timer: NodeJS.Timeout | undefined
  let probing = false

  function look(): void {
    if (!outage || probing) return
    probing = true
    probe()
      .then(over, () => undefined)
      .finally(() => {
        probing = false
      })
  }

  function over(): void {
    if (!outage) return
    const seconds = Math.ceil((performance.now() - outage.since) / 1000)
    stop()
    onOutage?.({ over: true, message: `${name} works again, after ${seconds} s` })
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
    outage = undefined
  }

  return {
    reportFailure(kind, what) {
      if (outage?.kind === kind) return
      outage = { since: outage?.since ?? performance.now(), kind }
      onOutage?.({ over: false, message: `${name} ${what}` })
      timer ??= setInterval(look, PROBE_MS).unref()
    },
    reportReachable() {
      if (outage?.kind === 'away') look()
    },
    stop,
  }
}
