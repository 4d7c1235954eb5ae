import type { Outage } from './store.ts'

/** How often to check whether an outage is over. */
const PROBE_MS = 1000

/** `unreachable`: nothing works. `readonly`: reads work, writes fail. */
type OutageKind = 'unreachable' | 'readonly'

export interface OutageWatch {
  /** Reports a failure of the store as a whole. `problem` follows its name in the message: `takes no writes: …`. */
  reportFailure(kind: OutageKind, problem: string): void
  /** Reports that the server can be reached again; probes at once whether the outage is over. */
  reportReachable(): void
  stop(): void
}

export interface OutageWatchOptions {
  /** Names the store, at the beginning of every message. */
  readonly name: string
  /** Resolves if the store can be read and written. Else rejects, after it has called `reportFailure`. */
  readonly probe: () => Promise<void>
  readonly onOutage: ((outage: Outage) => void) | undefined
}

/** Reports once that a store has failed, and once that it works again: during an outage it probes every second. */
export function watchOutages({ name, probe, onOutage }: OutageWatchOptions): OutageWatch {
  let outage: { readonly since: number; readonly kind: OutageKind } | undefined
  let timer: NodeJS.Timeout | undefined
  let isProbing = false

  function runProbe(): void {
    if (!outage || isProbing) return
    isProbing = true
    probe()
      .then(end, () => undefined)
      .finally(() => {
        isProbing = false
      })
  }

  function end(): void {
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
    reportFailure(kind, problem) {
      if (outage?.kind === kind) return
      outage = { since: outage?.since ?? performance.now(), kind }
      onOutage?.({ over: false, message: `${name} ${problem}` })
      timer ??= setInterval(runProbe, PROBE_MS).unref()
    },
    reportReachable() {
      if (outage?.kind === 'unreachable') runProbe()
    },
    stop,
  }
}
