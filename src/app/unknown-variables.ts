import { distance } from 'fastest-levenshtein'
import { PLATFORMS } from '../platforms/registry.ts'
import type { Environment } from '../runtime/env.ts'

// Finds variables that look like misspelled settings.

/** The prefix of Rung's own settings. */
const OWN_PREFIXES = ['RUNG_', ...[...PLATFORMS.values()].map(({ variablePrefix }) => variablePrefix)]

const isOwnName = (name: string): boolean => OWN_PREFIXES.some((prefix) => name.startsWith(prefix))

/** Other programs use these prefixes too, so only near misses are reported. */
const SHARED_PREFIX = /^REDIS_/u

/** The most edits between a misspelled name and a setting. The nearest two settings are three edits apart. */
const MAX_EDITS = 2

/**
 * Variables that Kubernetes adds for every service of a namespace, such as RUNG_SERVICE_HOST and RUNG_PORT=tcp://10.0.0.1:3000 for a
 * service named `rung` (Kubernetes documentation, Service, "Environment variables").
 */
const SERVICE_NAME =
  /_SERVICE_HOST$|_SERVICE_PORT(?:_[A-Z0-9_]+)?$|_PORT_\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?$/u
const SERVICE_ADDRESS = /^(?:tcp|udp|sctp):\/\//u

/** Settings of the machine that are often empty. */
const MACHINE = /^(?:LANG|LC_[A-Z]+|NO_COLOR)$/u

/** Problems with variable names, one line each, beginning with the name. Values are never included. */
export interface NameProblems {
  /** Misspelled settings: Rung does not start, because it would run without them. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** Checks variable names against the settings. A name near a setting that is not set counts as misspelled. */
export function checkNames(environment: Environment, settings: readonly string[]): NameProblems {
  const errors: string[] = []
  const warnings: string[] = []
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue
    if (settings.includes(name)) {
      if (isBlank(value) && !MACHINE.test(name)) warnings.push(`${name}: is set but empty, so it counts as not set`)
      continue
    }
    const upper = name.toUpperCase()
    const isOwn = isOwnName(upper)
    if (!(isOwn || SHARED_PREFIX.test(upper)) || SERVICE_NAME.test(name) || SERVICE_ADDRESS.test(value)) continue
    const nearest = nearestSetting(upper, settings)
    if (nearest !== undefined && isBlank(environment[nearest])) {
      errors.push(`${name}: is not a setting of Rung. Did you mean ${nearest}? Rename it or unset it`)
    } else if (isOwn) {
      warnings.push(`${name}: is not a setting of Rung and has no effect`)
    }
  }
  return { errors, warnings }
}

/** Empty tokens of chat platforms. */
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

/** The distance between a name and a setting: in edits, else in missing or extra words; infinite if they are unrelated. */
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
