import { createHash } from 'node:crypto'
import type { Translator } from '../i18n/index.ts'
import type { Message } from '../message/index.ts'
import type { Person } from '../store/person.ts'
import type { ClaimStore } from '../store/store.ts'

/** Identifies a notice, so that a platform can see whether an earlier attempt has arrived. */
export interface NoticeMark {
  /** At most 25 characters; equal only for the same notice. */
  readonly mark: string
  /** Whether an earlier attempt may have arrived: the platform then looks for it first. */
  readonly repeated: boolean
}

/** The result of an attempt to send a notice. `refused`: the platform or the person does not accept it; `later`: retry. */
export type Delivery = 'delivered' | 'refused' | 'later'

/** Sends people direct messages that they did not ask for. */
export interface Notifier {
  /** The platforms on which this process sends messages. */
  platforms(): readonly string[]
  /** Whether this process can reach a person at all: their platform runs here. */
  reaches(person: Person): boolean
  /**
   * Sends a direct message in the person's language, which the platform knows. If an earlier attempt may have arrived, looks for it
   * among the messages of the last minutes first.
   */
  tell(person: Person, message: (t: Translator) => Message, notice: NoticeMark): Promise<Delivery>
}

export interface NotifyOptions {
  readonly claims: ClaimStore
  readonly notifier: Pick<Notifier, 'tell'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface Notice {
  /** Names the notice and the person; equal only for the same notice. At most 200 characters. */
  readonly claim: string
  readonly person: Person
  readonly message: (t: Translator) => Message
  /** Whether an earlier attempt may have arrived: its process died, or got no answer. */
  readonly repeated: boolean
  /** Milliseconds for which the notice is remembered as sent. */
  readonly rememberMs: number
}

/** Milliseconds after which another process may try to send a notice that this one has claimed. */
const LEASE_MS = 15_000

/**
 * Sends a notice once, from any number of processes. `busy`: another process is sending it now; `done`: it was sent before or refused;
 * `later`: it did not arrive and may be tried again. Rejects with StoreUnavailable and with the errors of the notifier; the notice may
 * then have arrived.
 */
export async function notifyOnce(
  { claims, notifier, now }: NotifyOptions,
  { claim, person, message, repeated, rememberMs }: Notice,
): Promise<Delivery | 'busy' | 'done'> {
  const claimed = await claims.claim(claim, now(), LEASE_MS)
  if (claimed !== 'claimed') return claimed
  const delivery = await notifier.tell(person, message, { mark: markOf(claim), repeated })
  if (delivery === 'later') await claims.release(claim)
  else await claims.complete(claim, rememberMs)
  return delivery
}

/** Hashes the name of a notice to 22 characters. */
export function markOf(claim: string): string {
  return createHash('sha256').update(claim).digest('base64url').slice(0, 22)
}
