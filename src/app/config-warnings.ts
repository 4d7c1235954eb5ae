import { PLATFORMS } from '../platforms/registry.ts'
import { ConfigError, type Environment } from '../runtime/env.ts'
import { type Config, SETTINGS } from './config.ts'
import { checkNames, emptyTokens } from './unknown-variables.ts'

// Warnings about a valid environment: variables without effect, empty tokens.

/** Warnings for the operator, one line per variable. */
export function configurationWarnings(environment: Environment, { platforms }: Config): readonly string[] {
  const idle = [...PLATFORMS.values()].filter(({ id }) => !platforms.some((platform) => platform.id === id))
  return [
    ...checkNames(environment, SETTINGS).warnings,
    ...idle.flatMap(({ displayName, variablePrefix, credentials: [token = ''] }) =>
      SETTINGS.filter((name) => name.startsWith(variablePrefix) && environment[name]?.trim()).map(
        (name) => `${name}: has no effect: Rung doesn’t run in ${displayName} without ${token}`,
      ),
    ),
  ]
}

/**
 * Throws a ConfigError if a platform's token is empty and no terminal is attached: the variable shows that Rung was meant to run on
 * that platform.
 */
export function checkTokens(environment: Environment): void {
  const empty = emptyTokens(environment)
  if (empty.length === 0) return
  throw new ConfigError(
    empty.map(
      (name) => `${name}: is set but empty, and there is no terminal to run in instead. Give it a value or unset it`,
    ),
  )
}
