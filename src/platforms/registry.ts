import { discordPlatform } from './discord/factory.ts'
import type { PlatformFactory } from './platform.ts'
import { slackPlatform } from './slack/factory.ts'

/** Every chat platform that Rung runs on, by id. A new one is registered here and nowhere else. */
export const PLATFORMS: ReadonlyMap<string, PlatformFactory> = new Map(
  [slackPlatform, discordPlatform].map((platform) => [platform.id, platform]),
)
