import { terminalPlatform } from './console/factory.ts'
import { discordPlatform } from './discord/factory.ts'
import type { PlatformFactory } from './platform.ts'
import { slackPlatform } from './slack/factory.ts'

/** Every chat platform that Rung runs on, by id. A new one is registered here and nowhere else. */
export const PLATFORMS: ReadonlyMap<string, PlatformFactory> = new Map(
  [slackPlatform, discordPlatform].map((platform) => [platform.id, platform]),
)

/** The terminal, which Rung runs in when no chat platform is configured, or beside them. */
export const TERMINAL: PlatformFactory = terminalPlatform({
  // One variable of each: enough to say what is missing.
  tokenVariables: [...PLATFORMS.values()].flatMap(({ credentials }) => credentials.slice(0, 1)),
})
