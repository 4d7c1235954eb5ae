import { StoreUnavailable } from '../store.ts'
import { RedisUrlError } from './url.ts'

// Classifies errors of Redis and ioredis by their codes and shapes. No other file does.

/**
 * - `lost`: there is no connection, or no reply in time; the command may have run or not.
 * - `unable`: the server cannot work at present: it loads its data, fails over, or has too many clients.
 * - `readonly`: it accepts reads but no writes: it is a replica, is out of memory or disk, or has too few replicas.
 * - `denied`: it requires another user, password or permission.
 * - `clustered`: it is a node of a cluster, but was addressed as a single server.
 * - `refused`: it rejected this command; `code` says why.
 * - `other`: not an error of Redis.
 */
export type RedisErrorKind = 'lost' | 'unable' | 'readonly' | 'denied' | 'clustered' | 'refused' | 'other'

export interface RedisErrorClass {
  readonly kind: RedisErrorKind
  /** The first word of an error reply, such as `READONLY`; null for errors that are not replies. */
  readonly code: string | null
}

/** The kinds of reply codes (redis.io/docs, the sources of Redis 6.0 to 8 and of Valkey). All others are `refused`. */
const KINDS: Readonly<Record<string, RedisErrorKind>> = {
  LOADING: 'unable',
  BUSY: 'unable',
  MASTERDOWN: 'unable',
  CLUSTERDOWN: 'unable',
  TRYAGAIN: 'unable',
  UNBLOCKED: 'unable',
  NOTREADY: 'unable',
  READONLY: 'readonly',
  MISCONF: 'readonly',
  NOREPLICAS: 'readonly',
  OOM: 'readonly',
  NOAUTH: 'denied',
  WRONGPASS: 'denied',
  NOPERM: 'denied',
  MOVED: 'clustered',
  ASK: 'clustered',
  CROSSSLOT: 'clustered',
}

/** Codes for replies that have none. */
const UNCODED: readonly (readonly [pattern: RegExp, code: string])[] = [
  // Up to Redis 5.
  [/^ERR (?:invalid password|operation not permitted)/u, 'WRONGPASS'],
  // Up to Redis 6.2, in a script.
  [/The user executing the script can't/u, 'NOPERM'],
  [/^ERR max number of clients/u, 'BUSY'],
  [/^ERR DB index is out of range|^ERR SELECT is not allowed/u, 'NODATABASE'],
]

/**
 * Up to Redis 6.2, an error in a script is wrapped: `ERR Error running script (call to f_…): @user_script:5: @user_script: 5:
 * -READONLY You can't write …`. From 7 on it begins with its own code.
 */
const WRAPPED = /@user_script: ?\d+: -?([A-Z]{2,}) /gu

/** Classifies an error of ioredis, or the error that it wraps. */
export function classifyRedisError(error: unknown): RedisErrorClass {
  if (!(error instanceof Error)) return { kind: 'other', code: null }
  if (error.name === 'ReplyError') {
    const code = codeOf(error.message)
    return { kind: KINDS[code] ?? 'refused', code }
  }
  // Clusters wrap the error of the last node. Sentinels quote the last reply in a message.
  if ('lastNodeError' in error) return classifyRedisError(error.lastNodeError)
  const [, reply] = /^All sentinels are unreachable.* Last error: (.*)$/su.exec(error.message) ?? []
  const code = reply === undefined ? null : codeOf(reply)
  if (code !== null && KINDS[code]) return { kind: KINDS[code], code }
  return { kind: isProgrammingError(error) ? 'other' : 'lost', code: null }
}

/** Whether the connection was cut before the reply arrived. */
export function isCut(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'MaxRetriesPerRequestError' ||
      error.name === 'AbortError' ||
      error.message === 'Connection is closed.')
  )
}

function codeOf(message: string): string {
  for (const [pattern, code] of UNCODED) if (pattern.test(message)) return code
  const wrapped = [...message.matchAll(WRAPPED)].at(-1)?.[1]
  return wrapped ?? /^[A-Z][A-Z\d_]*/u.exec(message)?.[0] ?? ''
}

/** Whether the error is a mistake in our own code rather than a failure of the connection. */
function isProgrammingError(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error.name === 'ZodError'
}

/** The server rejects a command that it understands. `code` is the first word of its reply. */
export class RedisRefusal extends Error {
  override readonly name = 'RedisRefusal'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Returns the message of an error, or of the errors that it wraps. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join(', ')
  const node = 'lastNodeError' in error && error.lastNodeError instanceof Error ? error.lastNodeError : null
  return node ? `${error.message} (${node.message})` : error.message
}

/**
 * Converts an error of ioredis. It carries the whole command, which may hold a person's text or the password, so only its message is
 * passed on.
 */
export function toStoreError(name: string, error: unknown): Error {
  if (error instanceof StoreUnavailable) return error
  const message = isCut(error) ? 'the connection was lost' : messageOf(error)
  const { kind, code } = classifyRedisError(error)
  switch (kind) {
    case 'lost':
    case 'unable':
    case 'readonly':
    case 'denied':
      return new StoreUnavailable(`${name}: ${message}`)
    case 'clustered':
      return new StoreUnavailable(`${name} is part of a cluster: name two or more of its nodes in REDIS_URL`)
    case 'refused':
      return new RedisRefusal(code ?? '', `${name} refused a command: ${message}`)
    case 'other':
      return error instanceof Error ? error : new Error(message)
  }
}

/** Returns why REDIS_URL cannot be used, or undefined if trying again may help. */
export function refusalOf(name: string, error: unknown): RedisUrlError | undefined {
  const { code } = classifyRedisError(error)
  switch (code) {
    case 'NOAUTH':
      return new RedisUrlError(`REDIS_URL has no password, and ${name} requires one (redis://user:password@host)`)
    case 'WRONGPASS':
      return new RedisUrlError(`REDIS_URL has a user or password that ${name} does not accept`)
    case 'NOPERM':
      return new RedisUrlError(`REDIS_URL names a user who lacks a permission that Rung needs: ${messageOf(error)}`)
    case 'NODATABASE':
      return new RedisUrlError(`REDIS_URL names a database that ${name} does not have`)
    default:
      return undefined
  }
}
