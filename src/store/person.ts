/** Who somebody is: a platform, a workspace (or server) of it and a user there. The ids are the platform's own. */
export interface Person {
  readonly platform: string
  readonly workspace: string
  readonly user: string
}

/** Some of what a person is named by: everyone of a platform, of a workspace, or with a user id, whatever the rest is. */
export type PersonPattern = Partial<Person>

/** Whether a person is one of those that a pattern names. */
export function matchesPattern(pattern: PersonPattern, { platform, workspace, user }: Person): boolean {
  return (
    (pattern.platform ?? platform) === platform &&
    (pattern.workspace ?? workspace) === workspace &&
    (pattern.user ?? user) === user
  )
}

/** The person of a key as `personKey` writes it; undefined for any other text. */
export function parsePersonKey(key: string): Person | undefined {
  const parts = key.split('/')
  if (parts.length !== 3) return undefined
  try {
    const [platform = '', workspace = '', user = ''] = parts.map((part) => decodeURIComponent(part))
    const person = { platform, workspace, user }
    const isWhole = platform !== '' && workspace !== '' && user !== ''
    return isWhole && personKey(person) === key ? person : undefined
  } catch {
    return undefined
  }
}

/** One text for a person, the same wherever it is made. Parts are encoded, so no two persons share one. */
export function personKey({ platform, workspace, user }: Person): string {
  return [platform, workspace, user].map((part) => encodeURIComponent(part)).join('/')
}
