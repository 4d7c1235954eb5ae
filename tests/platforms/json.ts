// Reading JSON whose shape nobody has promised.

export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What lies at a path of keys and indexes; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let inner = value
  for (const key of path) {
    if (Array.isArray(inner)) inner = Array.from<unknown>(inner)[Number(key)]
    else if (isFields(inner)) inner = inner[key]
    else return undefined
  }
  return inner
}

/** The text at a path; empty where there is none. Numbers and booleans come from forms as text too. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const entry = at(value, ...path)
  if (typeof entry === 'string') return entry
  return typeof entry === 'number' || typeof entry === 'boolean' ? String(entry) : ''
}

/** The objects of the list at a path. */
export function fieldsAt(value: unknown, ...path: readonly (string | number)[]): readonly Fields[] {
  return listAt(value, ...path).filter(isFields)
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const entry = at(value, ...path)
  return Array.isArray(entry) ? entry : []
}

/** True for `true` and for the `true` and `1` of a form. */
export function truthAt(value: unknown, ...path: readonly (string | number)[]): boolean {
  const entry = at(value, ...path)
  return entry === true || entry === 'true' || entry === '1'
}

/** The JSON value of a text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** A short rendering for messages of a failed wait. */
export function brief(value: unknown, most = 600): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > most ? `${text.slice(0, most)}…` : text
}
