/** Tells the operator of a problem. */
type Report = (problem: string, details: object) => void

export interface ReportLimiter {
  /** Writes the line if none of this kind was written in the period; else counts it. */
  write(kind: string, problem: string, details: object): void
  /** Writes the lines that are due for what was counted. */
  flush(): void
}

/** One line of a kind in this time. */
const PERIOD_MS = 10_000

/**
 * Limits how many log lines a client can cause: one of a kind every ten seconds. Those left out are counted; at the end of the
 * period one line gives their number as `notWritten`, with the details of the last.
 */
export function createReportLimiter(report: Report): ReportLimiter {
  const periods = new Map<string, { readonly timer: NodeJS.Timeout; notWritten: number; last: () => void }>()

  const close = (kind: string): void => {
    const period = periods.get(kind)
    if (!period) return
    clearTimeout(period.timer)
    periods.delete(kind)
    if (period.notWritten > 0) period.last()
  }

  return {
    write(kind, problem, details) {
      const period = periods.get(kind)
      if (period) {
        period.notWritten += 1
        period.last = () => report(problem, { ...details, notWritten: period.notWritten })
        return
      }
      const timer = setTimeout(close, PERIOD_MS, kind).unref()
      periods.set(kind, { timer, notWritten: 0, last: () => undefined })
      report(problem, details)
    },
    flush() {
      for (const kind of [...periods.keys()]) close(kind)
    },
  }
}
