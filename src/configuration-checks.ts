import { type Config, ConfigError, SETTINGS } from './config.ts'
import { checkNames, emptyTokens } from './settings.ts'

// What is wrong with an environment that can be read: names without effect, tokens set to nothing.

/** What an operator should know about an environment that Rung can start with, a line a variable. */
export function configurationWarnings(
  environment: Readonly<Record<string, string | undefined>>,
  { slack, discord }: Config,
): readonly string[] {
  const idle = (platform: string, prefix: string, token: string): readonly string[] =>
    SETTINGS.filter((name) => name.startsWith(prefix) && environment[name]?.trim()).map(
      (name) => `${name}: has no effect, because Rung does not run in ${platform} without ${token}`,
    )
  return [
    ...checkNames(environment, SETTINGS).warnings,
    ...(slack ? [] : idle('Slack', 'SLACK_', 'SLACK_BOT_TOKEN')),
    ...(discord ? [] : idle('Discord', 'DISCORD_', 'DISCORD_TOKEN')),
  ]
}

/**
 * Throws a ConfigError if the token of a platform is set to nothing and there is no terminal to answer in instead: whoever set it
 * meant to run Rung in that platform.
 */
export function checkTokens(environment: Readonly<Record<string, string | undefined>>): void {
  const empty = emptyTokens(environment)
  if (empty.length === 0) return
  throw new ConfigError(
    empty.map((name) => `${name}: is set but empty, and there is no terminal to run in instead. Set it, or unset it`),
  )
}
