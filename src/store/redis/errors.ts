// What an error means is read off its code and its shape, here and nowhere else.

/**
 * - `lost`: there is no connection, or no answer in time; what was asked for may have been carried out or not.
 * - `unable`: the server cannot work at present: it loads its data, fails over, or is full of clients.
 * - `readonly`: it answers reads and takes no writes: it is a replica, has no memory or disk left, or too few replicas.
 * - `denied`: it wants another user, password or permission.
 * - `clustered`: it is a node of a cluster and was asked as a server by itself.
 * - `refused`: it answered that it will not carry out this command; `code` says why.
 * - `other`: no error of Redis.
 */
export type RedisErrorKind = 'lost' | 'unable' | 'readonly' | 'denied' | 'clustered' | 'refused' | 'other'

export interface RedisErrorClass {
  readonly kind: RedisErrorKind
  /** What an error reply begins with, such as `READONLY`; null for errors that are no reply. */
  readonly code: string | null
}

/** Reply codes by what they mean (redis.io/docs, the sources of Redis 6.0 to 8 and of Valkey). All others are `refused`. */
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

/** Replies that have no code of their own. */
const PLAIN: readonly (readonly [pattern: RegExp, code: string])[] = [
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

/** Says what an error of ioredis means, also one that it only carries along. */
export function classifyRedisError(error: unknown): RedisErrorClass {
  if (!(error instanceof Error)) return { kind: 'other', code: null }
  if (error.name === 'ReplyError') {
    const code = codeOf(error.message)
    return { kind: KINDS[code] ?? 'refused', code }
  }
  // Of a cluster: what its last node answered. Of sentinels: the last one's answer, as text.
  if ('lastNodeError' in error) return classifyRedisError(error.lastNodeError)
  const [, answer] = /^All sentinels are unreachable.* Last error: (.*)$/su.exec(error.message) ?? []
  const code = answer === undefined ? null : codeOf(answer)
  if (code !== null && KINDS[code]) return { kind: KINDS[code], code }
  return { kind: isOurs(error) ? 'other' : 'lost', code: null }
}

/** Whether the connection was cut while an answer was awaited. */
export function isCut(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'MaxRetriesPerRequestError' ||
      error.name === 'AbortError' ||
      error.message === 'Connection is closed.')
  )
}

function codeOf(message: string): string {
  for (const [pattern, code] of PLAIN) if (pattern.test(message)) return code
  const wrapped = [...message.matchAll(WRAPPED)].at(-1)?.[1]
  return wrapped ?? /^[A-Z][A-Z\d_]*/u.exec(message)?.[0] ?? ''
}

/** A mistake in our own code is none of the connection. */
function isOurs(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error.name === 'ZodError'
}

/** The server refuses a command that it understands; `code` is what its answer began with. */
export class RedisRefusal extends Error {
  override readonly name = 'RedisRefusal'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
