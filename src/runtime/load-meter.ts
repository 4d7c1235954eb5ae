/** The least time that a share is measured over, in milliseconds. */
const LEAST_WINDOW_MS = 100

/**
 * Measures how busy the event loop is. The returned function gives the share of its time, 0 to 1, that it was busy since the call before;
 * calls in quick succession give the same share. The first one measures from the creation of the meter on.
 */
export function createLoadMeter(): () => number {
  let before = performance.eventLoopUtilization()
  let measuredAt = performance.now()
  let share = 0
  return () => {
    const now = performance.now()
    if (now - measuredAt < LEAST_WINDOW_MS) return share
    const current = performance.eventLoopUtilization()
    share = performance.eventLoopUtilization(current, before).utilization
    before = current
    measuredAt = now
    return share
  }
}
