/** Logs a problem for the operator. */
type Report = (problem: string, details: object) => void

export interface ReportLimiter {
  /** Writes the line if none of its kind was written in the last ten seconds; else counts it. */
  write(kind: string, problem: string, details: object): void
  /** Writes the lines for what was counted. */
  flush(): void
}

const PERIOD_MS = 10_000

/**
 * Limits how many log lines a client can cause to one of each kind every ten seconds. The others are counted: at the end of the
 * period, one line has their number as `notWritten`, with the details of the last.
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
