import { type DiscordPerson, readOf, type Where } from '../../../fakes/discord/people.ts'
import type { FakeDiscord, PostedMessage } from '../../../fakes/discord/server.ts'
import type { FaultOptions } from '../../faults.ts'

// One cell of the matrix: a request to Discord that meets one fault, and what people see.

/** `lost`: the request is processed and its answer cut off; `garbage`: processed and answered with invalid JSON. */
export const FAULTS = ['500', '429', 'hang', 'lost', 'error:50001', 'garbage'] as const
export type Kind = (typeof FAULTS)[number]

/** `unreachable`: Discord offers no way to reach the person, and the failure is logged. */
export type Ending = 'answered' | 'told' | 'unreachable' | 'silent' | 'doubled'

/** Determines the ending once all cells have run. */
export type Check = () => { readonly ending: Ending; readonly details: string }

export interface Cell {
  /** The route that meets the fault, by the fake's name for it. */
  readonly route: string
  readonly name: string
  readonly kind: Kind
  /** Cells with the same key run one after the other, so that they do not meet each other's faults. */
  readonly alone?: string
  run(): Promise<Check>
}

/** A fake Discord and a Rung process that cells share. */
export interface Harness {
  readonly discord: FakeDiscord
  /** Starts what the cells need; called once, if any of them runs. */
  open(): Promise<void>
  close(): Promise<void>
  readonly cells: readonly Cell[]
}

const TIMEOUT_MS = 60_000

/** Notices to a person whose answer Discord refused, did not confirm or did not show in time. */
export const NOTICE =
  /Discord refused my answer|Discord didn’t confirm|That took too long for Discord|couldn’t finish processing your|couldn’t check whether you’re a member/u

export function faultOf(method: string, kind: Kind, channel?: string): FaultOptions {
  return { method, kind, retryAfter: 0.3, ...(channel !== undefined && { channel }) }
}

/** The bot's messages in some places that a person sees, after the sequence number `since`. */
export function botMessages(person: DiscordPerson, places: readonly Where[], since = 0): readonly PostedMessage[] {
  return places.flatMap((where) => person.sees(where)).filter((message) => message.fromBot && message.seq > since)
}

/** The messages with this text. */
export function reading(messages: readonly PostedMessage[], text: RegExp): readonly PostedMessage[] {
  return messages.filter((message) => text.test(readOf(message)))
}

/** Waits for the expected outcome. Resolves with undefined, or with a description if the time runs out. */
export async function within(
  discord: FakeDiscord,
  isThere: () => boolean,
  seen: () => string,
): Promise<string | undefined> {
  try {
    await discord.until('an answer or a notice', () => (isThere() ? true : undefined), { ms: TIMEOUT_MS, seen })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
