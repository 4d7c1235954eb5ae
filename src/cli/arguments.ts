/** The command line is invalid; the message says what is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Turns an error of `parseArgs` about an unknown option into a usage error. */
export function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** "1 role", "2 roles". */
export function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}
