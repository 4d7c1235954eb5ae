/** Who somebody is: a platform, a workspace (or server) of it and a user there. The ids are the platform's own. */
export interface Person {
  readonly platform: string
  readonly workspace: string
  readonly user: string
}

/** One text for a person, the same wherever it is made. Parts are encoded, so no two persons share one. */
export function personKey({ platform, workspace, user }: Person): string {
  return [platform, workspace, user].map((part) => encodeURIComponent(part)).join('/')
}
