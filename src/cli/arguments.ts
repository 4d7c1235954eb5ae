/** The command line is invalid; the message says what is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Turns an error of `parseArgs` about an unknown option into a usage error. */
export function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    // What Node adds after the first sentence is about names that begin with "-".
    throw new UsageError((error instanceof Error ? error.message : String(error)).replace(/\. To specify .*$/su, ''))
  }
}

/** "1 role", "2 roles". */
export function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}
