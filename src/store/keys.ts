import { randomBytes } from 'node:crypto'
import { type Person, type PersonPattern, parsePersonKey, personKey } from './person.ts'

// The keys of every store: `<prefix>{<tag>}:<kind>`. A Redis Cluster stores all keys with one hash tag on one node, so a script may
// change them together. Neither a prefix nor an encoded part contains a brace, so keys cannot be ambiguous. The words in keys never
// change, even if the code uses others today: running bots have stored values under them.

/** The keys of one person. */
export interface PersonKeys {
  /** The person as in `personKey`, which is the hash tag. */
  readonly person: string
  /** Begins all keys of the person. */
  readonly prefix: string
  /** Begins the keys of the person's sessions; the encoded role follows. */
  readonly sessions: string
  readonly session: (role: string) => string
  /** The roles that have a session. */
  readonly index: string
  readonly results: string
  readonly settings: string
  /** The time of the last change of the settings, for a store that cannot expire them by itself. */
  readonly settingsChanged: string
  /** The ids of the deliveries whose answers were appended. */
  readonly deliveries: string
  /** The keys of the person's quarantined values. */
  readonly quarantine: string
}

export function personKeys(prefix: string, person: Person): PersonKeys {
  const own = personKey(person)
  const all = `${prefix}{${own}}:`
  const sessions = `${all}session:`
  return {
    person: own,
    prefix: all,
    sessions,
    session: (role) => `${sessions}${encodeURIComponent(role)}`,
    index: `${all}sessions`,
    results: `${all}results`,
    settings: `${all}settings`,
    settingsChanged: `${all}changed`,
    deliveries: `${all}events`,
    quarantine: `${all}asides`,
  }
}

/** Each claim has its own hash tag, to spread them over a cluster. A person's tag holds slashes, this one a colon. */
export function claimKey(prefix: string, id: string): string {
  return `${prefix}{event:${encodeURIComponent(id)}}`
}

export function valueKey(prefix: string, name: string): string {
  return `${valuePrefix(prefix, name)}}`
}

/** Begins the keys of all values whose names begin with a text. */
export function valuePrefix(prefix: string, beginning: string): string {
  return `${prefix}{thing:${encodeURIComponent(beginning)}`
}

/** Returns the name of a value from its key, or undefined for any other key. */
export function parseValueKey(prefix: string, key: string): string | undefined {
  const beginning = valuePrefix(prefix, '')
  return key.startsWith(beginning) && key.endsWith('}')
    ? decodeURIComponent(key.slice(beginning.length, -1))
    : undefined
}

export function logKey(prefix: string, name: string): string {
  return `${prefix}{log:${encodeURIComponent(name)}}`
}

export function membersKey(prefix: string): string {
  return `${prefix}{members}`
}

/** The whole schedule has one hash tag, so that one script can claim what is due. */
export function scheduleKeys(prefix: string): {
  /** The one queue for all platforms of version 0.1. Its entries are moved to the queues of their platforms. */
  readonly legacyQueue: string
  /** The queue of a platform: ids by the time at which they are due. */
  readonly queue: (platform: string) => string
  /** The platforms that have a queue. */
  readonly platforms: string
  readonly entries: string
  readonly ofPerson: (person: string) => string
} {
  const all = `${prefix}{due}:`
  const legacyQueue = `${all}times`
  return {
    legacyQueue,
    queue: (platform) => `${legacyQueue}:${encodeURIComponent(platform)}`,
    platforms: `${all}platforms`,
    entries: `${all}entries`,
    ofPerson: (person) => `${all}of:${person}`,
  }
}

/** Keys for trying whether values can be written. Each has its own hash tag, to spread them over the nodes of a cluster. */
export function probeKeys(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}{probe:${index}}`)
}

/** Marks the key of a quarantined value. No encoded part contains a colon. */
export const QUARANTINE_MARK = ':aside:'

/** Returns a new key for the value of a key that goes into quarantine. */
export function newQuarantineKey(key: string): string {
  return `${key}${QUARANTINE_MARK}${Date.now()}-${randomBytes(4).toString('hex')}`
}

/** Returns when a value was quarantined, in milliseconds since 1970, or undefined for a key that is not in quarantine. */
export function quarantineTime(key: string): number | undefined {
  const [, time] = /:aside:(\d+)-[0-9a-f]+$/u.exec(key) ?? []
  return time === undefined ? undefined : Number(time)
}

/** Returns the owner of a key and what it holds (`results`, say), or undefined for a key that belongs to no single person. */
export function parsePersonalKey(
  prefix: string,
  key: string,
): { readonly person: Person; readonly kind: string } | undefined {
  if (!key.startsWith(`${prefix}{`)) return undefined
  const end = key.indexOf('}:', prefix.length)
  const person = end === -1 ? undefined : parsePersonKey(key.slice(prefix.length + 1, end))
  return person && { person, kind: key.slice(end + 2) }
}

/** Returns a Redis glob pattern that all keys of the matching people match. Other keys may match it too. */
export function personKeyPattern(prefix: string, { platform, workspace, user }: PersonPattern): string {
  const parts = [platform, workspace, user].map((part) =>
    part === undefined ? '*' : escapeGlob(encodeURIComponent(part)),
  )
  return `${escapeGlob(prefix)}{${parts.join('/')}}:*`
}

/** Returns a Redis glob pattern for all keys with a prefix. */
export function prefixPattern(prefix: string): string {
  return `${escapeGlob(prefix)}*`
}

function escapeGlob(text: string): string {
  return text.replace(/[\\*?[\]]/gu, '\\$&')
}

/** Returns the prefix of the keys of a ladder. The `@` is in no prefix that can be configured, so no other bot has such keys. */
export function ladderPrefix(prefix: string, id: string): string {
  if (!/^[a-z0-9-]{1,40}$/u.test(id))
    throw new RangeError('the id of a ladder is 1 to 40 lower-case letters, digits or -')
  return `${prefix}@${id}:`
}

/** Throws a RangeError if a prefix could make keys ambiguous. */
export function validatePrefix(prefix: string): void {
  if (/[{}]/u.test(prefix)) throw new RangeError('a key prefix must not contain { or }')
}
