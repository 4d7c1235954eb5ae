/** A user of a platform. The ids are the platform's own; a server counts as a workspace. */
export interface Person {
  readonly platform: string
  readonly workspace: string
  readonly user: string
}

/** Matches people by some of their parts: all of a platform, all of a workspace, or those with a user id. */
export type PersonPattern = Partial<Person>

export function matchesPattern(pattern: PersonPattern, { platform, workspace, user }: Person): boolean {
  return (
    (pattern.platform ?? platform) === platform &&
    (pattern.workspace ?? workspace) === workspace &&
    (pattern.user ?? user) === user
  )
}

/** Returns the person whose `personKey` a text is, or undefined for any other text. */
export function parsePersonKey(key: string): Person | undefined {
  const parts = key.split('/')
  if (parts.length !== 3) return undefined
  try {
    const [platform = '', workspace = '', user = ''] = parts.map((part) => decodeURIComponent(part))
    const person = { platform, workspace, user }
    const isComplete = platform !== '' && workspace !== '' && user !== ''
    return isComplete && personKey(person) === key ? person : undefined
  } catch {
    return undefined
  }
}

/** Returns one text for a workspace: its platform and id. */
export function workspaceKey({ platform, workspace }: Pick<Person, 'platform' | 'workspace'>): string {
  return `${platform}/${workspace}`
}

/** Returns one text for a person, wherever it is made. The parts are encoded, so no two people share a key. */
export function personKey({ platform, workspace, user }: Person): string {
  return [platform, workspace, user].map((part) => encodeURIComponent(part)).join('/')
}
