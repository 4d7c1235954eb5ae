import { randomBytes } from 'node:crypto'
import { type Person, type PersonPattern, parsePersonKey, personKey } from './person.ts'

// Where things lie, the same in every store. A key is `<prefix>{<tag>}:<what>`. A Redis Cluster keeps all keys of one
// tag on one node, so a script may change them together. Neither a prefix nor an encoded part holds a brace: where the
// prefix ends, whom a key belongs to and what it is can never be mistaken.

/** Where everything of one person lies. */
export interface PersonKeys {
  /** The person's own part of every key, as in `personKey`. */
  readonly person: string
  /** Begins all keys of the person. */
  readonly prefix: string
  /** Begins the keys of all sessions of the person; the encoded role follows. */
  readonly sessions: string
  readonly session: (role: string) => string
  /** Which roles have a session. */
  readonly index: string
  readonly results: string
  readonly settings: string
  /** When the settings were changed last, if the store cannot limit the life of a value by itself. */
  readonly settingsChanged: string
  /** The deliveries whose answers were taken. */
  readonly deliveries: string
  /** The keys that values of this person were set aside under. */
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

/** Events are spread over a cluster: each is a tag of its own. A person's tag holds slashes, this one a colon. */
export function claimKey(prefix: string, id: string): string {
  return `${prefix}{event:${encodeURIComponent(id)}}`
}

/** Each thing is a tag of its own, as events are. */
export function valueKey(prefix: string, name: string): string {
  return `${prefix}{thing:${encodeURIComponent(name)}}`
}

/** Each log is a tag of its own. */
export function logKey(prefix: string, name: string): string {
  return `${prefix}{log:${encodeURIComponent(name)}}`
}

/** Where it lies who was seen. */
export function membersKey(prefix: string): string {
  return `${prefix}{members}`
}

/** Everything that falls due lies together, so that one script can take what is due. */
export function scheduleKeys(prefix: string): {
  /** One queue for all platforms, of which version 0.1 took what was due. What lies there is moved to the queues. */
  readonly legacyQueue: string
  /** The queue of a platform: ids by the time at which they fall due. */
  readonly queue: (platform: string) => string
  /** The platforms that have a queue. */
  readonly platforms: string
  readonly entries: string
  readonly ofPerson: (person: string) => string
} {
  const all = `${prefix}{due}:`
  const times = `${all}times`
  return {
    legacyQueue: times,
    queue: (platform) => `${times}:${encodeURIComponent(platform)}`,
    platforms: `${all}platforms`,
    entries: `${all}entries`,
    ofPerson: (person) => `${all}of:${person}`,
  }
}

/** Where it is tried whether a value can be written: several keys are spread over the nodes of a cluster. */
export function probeKeys(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, nth) => `${prefix}{probe:${nth}}`)
}

/** The mark of a key that something was set aside under. No encoded part holds a colon. */
export const QUARANTINE_MARK = ':aside:'

/** When a key was set aside, in milliseconds since 1970; undefined for a key that was not. */
export function quarantineTime(key: string): number | undefined {
  const [, time] = /:aside:(\d+)-[0-9a-f]+$/u.exec(key) ?? []
  return time === undefined ? undefined : Number(time)
}

/** Whose a key is, and what of theirs it holds (`results`, say); undefined for a key that belongs to no one person. */
export function parsePersonalKey(
  prefix: string,
  key: string,
): { readonly person: Person; readonly kind: string } | undefined {
  if (!key.startsWith(`${prefix}{`)) return undefined
  const end = key.indexOf('}:', prefix.length)
  const person = end === -1 ? undefined : parsePersonKey(key.slice(prefix.length + 1, end))
  return person && { person, kind: key.slice(end + 2) }
}

/** A glob pattern (as in Redis) that every key of the people of a pattern matches; others may match it too. */
export function personKeyPattern(prefix: string, { platform, workspace, user }: PersonPattern): string {
  const parts = [platform, workspace, user].map((part) =>
    part === undefined ? '*' : literal(encodeURIComponent(part)),
  )
  return `${literal(prefix)}{${parts.join('/')}}:*`
}

/** A glob pattern (as in Redis) that matches all that begins so. */
export function prefixPattern(beginning: string): string {
  return `${literal(beginning)}*`
}

function literal(text: string): string {
  return text.replace(/[\\*?[\]]/gu, '\\$&')
}

/** The name of a thing from its key; undefined for a key that is none. */
export function parseValueKey(prefix: string, key: string): string | undefined {
  const beginning = `${prefix}{thing:`
  return key.startsWith(beginning) && key.endsWith('}')
    ? decodeURIComponent(key.slice(beginning.length, -1))
    : undefined
}

/** What distinguishes one set-aside value from the next. */
export function newQuarantineSuffix(): string {
  return `${Date.now()}-${randomBytes(4).toString('hex')}`
}

/** Throws a RangeError where a prefix could make keys ambiguous. */
export function validatePrefix(prefix: string): void {
  if (/[{}]/u.test(prefix)) throw new RangeError('a prefix of keys may not hold { or }')
}
