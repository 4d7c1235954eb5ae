import { distance } from 'fastest-levenshtein'
import { PLATFORMS } from '../platforms/registry.ts'
import type { Environment } from '../runtime/env.ts'

// Names in the environment that look like a setting of Rung and are none.

/** Nothing but Rung's settings is expected to begin like this in the environment of Rung. */
const OWN_PREFIXES = ['RUNG_', ...[...PLATFORMS.values()].map(({ variablePrefix }) => variablePrefix)]

const isOwnName = (name: string): boolean => OWN_PREFIXES.some((prefix) => name.startsWith(prefix))

/** Other programs use this prefix too, so only a near miss is reported. */
const SHARED_PREFIX = /^REDIS_/u

/** Edits that make a setting of a misspelt name. The nearest two settings are three edits apart. */
const MAX_EDITS = 2

/**
 * What Kubernetes adds for every service of a namespace, such as RUNG_SERVICE_HOST and RUNG_PORT=tcp://10.0.0.1:3000 for one named
 * `rung` (Kubernetes documentation, Service, "Environment variables").
 */
const SERVICE_NAME =
  /_SERVICE_HOST$|_SERVICE_PORT(?:_[A-Z0-9_]+)?$|_PORT_\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?$/u
const SERVICE_ADDRESS = /^(?:tcp|udp|sctp):\/\//u

/** Settings of the machine, which many leave empty. */
const MACHINE = /^(?:LANG|LC_[A-Z]+|NO_COLOR)$/u

/** What the names of an environment are wrong in; each line begins with the name. Values are in none of them. */
export interface NameProblems {
  /** Misspelt settings. Rung would run without what they set, so it must not start. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** Checks the names of an environment against the settings. A name near a setting that is not set is taken for a misspelt one. */
export function checkNames(environment: Environment, settings: readonly string[]): NameProblems {
  const errors: string[] = []
  const warnings: string[] = []
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue
    if (settings.includes(name)) {
      if (isBlank(value) && !MACHINE.test(name)) warnings.push(`${name}: is set but empty, and counts as not set`)
      continue
    }
    const upper = name.toUpperCase()
    const isOwn = isOwnName(upper)
    if (!(isOwn || SHARED_PREFIX.test(upper)) || SERVICE_NAME.test(name) || SERVICE_ADDRESS.test(value)) continue
    const nearest = nearestSetting(upper, settings)
    if (nearest !== undefined && isBlank(environment[nearest])) {
      errors.push(`${name}: is not a setting of Rung. Did you mean ${nearest}? Rename it, or unset it`)
    } else if (isOwn) {
      warnings.push(`${name}: is not a setting of Rung and has no effect`)
    }
  }
  return { errors, warnings }
}

/** The tokens of chat platforms that are set to nothing. */
export function emptyTokens(environment: Environment): readonly string[] {
  return [...PLATFORMS.values()]
    .flatMap(({ credentials }) => credentials)
    .filter((name) => environment[name] !== undefined && isBlank(environment[name]))
}

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === ''
}

function nearestSetting(name: string, settings: readonly string[]): string | undefined {
  const ranked = settings.map((setting) => ({ setting, rank: rankOf(name, setting) }))
  const [best] = ranked.toSorted((a, b) => a.rank - b.rank)
  return best && best.rank < Number.POSITIVE_INFINITY ? best.setting : undefined
}

/** How far a name is from a setting: by edits, else by words that are missing or too many; infinite if they have nothing to do with each other. */
function rankOf(name: string, setting: string): number {
  if (name.replace(/^RUNG_/u, '') === setting) return 0
  const edits = distance(name, setting)
  if (edits <= MAX_EDITS) return edits
  if (!isOwnName(name)) return Number.POSITIVE_INFINITY
  const [words, others] = [name.split('_'), setting.split('_')]
  const isPart = words.every((word) => others.includes(word)) || others.every((word) => words.includes(word))
  return words[0] === others[0] && isPart
    ? MAX_EDITS + Math.abs(words.length - others.length)
    : Number.POSITIVE_INFINITY
}
