// What a process says about its own state: for `/readyz`, and for operators who ask in a chat.

/** One line that an operator should know, although the process works. */
export interface ReadinessNote {
  readonly note: string
}

/** Resolves with why the process cannot work right now, in one line; with a note, or undefined, if it can. */
export type ReadinessCheck = () => Promise<string | ReadinessNote | undefined>

/** One line each, after the name of its check. */
export interface CheckResults {
  /** Why the process cannot work right now. */
  readonly problems: readonly string[]
  readonly notes: readonly string[]
}

/** The timeout of a check. */
const CHECK_MS = 2000

/** Runs all checks at once, each for at most two seconds. A check that fails or is late is a problem. */
export async function runChecks(checks: Readonly<Record<string, ReadinessCheck>>): Promise<CheckResults> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({ name, result: await resultOf(check) })),
  )
  return {
    problems: results.flatMap(({ name, result }) => (typeof result === 'string' ? [`${name}: ${result}`] : [])),
    notes: results.flatMap(({ name, result }) => (typeof result === 'object' ? [`${name}: ${result.note}`] : [])),
  }
}

async function resultOf(check: ReadinessCheck): ReturnType<ReadinessCheck> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${CHECK_MS / 1000} s`), CHECK_MS)
  })
  try {
    return await Promise.race([check(), late])
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    clearTimeout(timer)
  }
}
