import type { Logger } from 'pino'
import { roleWarnings } from '../assessment/index.ts'
import type { Catalog } from '../catalog/index.ts'

// What the maintainer of a ladder should know of it. In a very large one it takes seconds to find, which no start waits for.

/** The most warnings of a ladder that are logged one by one. */
const MAX_LOGGED = 20

/** Milliseconds that a start spends on warnings. */
const START_MS = 50

/** The warnings of a ladder, in the order of its roles. */
export interface LadderWarnings {
  /** Resolves with all of them, when they are logged. `pause` follows each role that is looked at. */
  all(pause: () => Promise<unknown>): Promise<readonly string[]>
}

/** Logs all warnings of a ladder at once. */
export function logWarnings(warnings: readonly string[], log: Logger): LadderWarnings {
  for (const warning of warnings.slice(0, MAX_LOGGED)) log.warn(warning)
  const rest = warnings.length - MAX_LOGGED
  if (rest > 0) log.warn(`${rest} more warnings about this ladder: \`cli validate\` lists them all`)
  return { all: () => Promise.resolve(warnings) }
}

/** Looks for the warnings of a catalog: those of the first roles at once, and of the others in short steps when `all` is called. */
export function findWarnings({ roles }: Catalog, log: Logger): LadderWarnings {
  const left = [...roles.values()]
  const warnings: string[] = []
  const step = (): void => {
    const role = left.shift()
    if (role) warnings.push(...roleWarnings(role))
  }
  const end = performance.now() + START_MS
  while (left.length > 0 && performance.now() < end) step()
  if (left.length === 0) return logWarnings(warnings, log)
  let isLogged = false
  return {
    async all(pause) {
      while (left.length > 0) {
        step()
        await pause()
      }
      if (!isLogged) logWarnings(warnings, log)
      isLogged = true
      return warnings
    },
  }
}
