/** What the core knows of a platform: how to name it, and how far its user ids reach. */
export interface PlatformInfo {
  /** As people read it, such as "Carrier Pigeon". */
  readonly displayName: string
  /** Whether a user has the same id in every workspace, so that erasing a person covers all workspaces. */
  readonly hasGlobalUserIds: boolean
  /** The variable that sets where proposals are discussed, such as `PIGEON_PROPOSALS_CHANNEL`; undefined if there is none. */
  readonly proposalsSetting?: string
}

/** Platforms by id. */
export type PlatformInfos = ReadonlyMap<string, PlatformInfo>

/** A platform's name. For a platform that is not registered here, such as the terminal, its id with a capital. */
export function platformName(id: string, platforms: PlatformInfos): string {
  return platforms.get(id)?.displayName ?? id.charAt(0).toUpperCase() + id.slice(1)
}
