// Slack's deliveries and answers come from outside: what is read of them is checked here, never assumed.

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What lies at a path of keys; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let inner = value
  for (const key of path) {
    if (!isRecord(inner)) return undefined
    inner = inner[key]
  }
  return inner
}

/** The text at a path; undefined where there is none or it is empty. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const text = at(value, ...path)
  return typeof text === 'string' && text !== '' ? text : undefined
}
