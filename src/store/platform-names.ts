import type { Person } from './person.ts'

// Names in KeyValueStore of what a platform may store. An erasure removes these, and nothing else of a platform.

/** The name of what a platform remembers about a user. */
export function userDataName({ platform, user }: Pick<Person, 'platform' | 'user'>): string {
  return `${platform}/person/${user}`
}

/** The name of the installation in a workspace, or in a group of workspaces. */
export function installationName(platform: string, workspace: string): string {
  return `${platform}/installation/${workspace}`
}

/** The name of the ids of the pictures that were uploaded in a workspace. */
export function uploadedPicturesName(platform: string, workspace: string): string {
  return `${platform}/pictures/${workspace}`
}
