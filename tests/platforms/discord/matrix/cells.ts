import { type DiscordPerson, readOf, type Where } from '../../../fakes/discord/people.ts'
import type { FakeDiscord, PostedMessage } from '../../../fakes/discord/server.ts'
import type { FaultOptions } from '../../faults.ts'

// One cell of the matrix: a request to Discord that meets one fault, and what the people who depend on it see.

/** `lost`: the request is processed and its answer cut; `garbage`: processed, and answered with what is no JSON. */
export const FAULTS = ['500', '429', 'hang', 'lost', 'error:50001', 'garbage'] as const
export type Kind = (typeof FAULTS)[number]

/** `unreachable`: Discord offers no way to reach the person; an operator reads it in the log. */
export type Ending = 'answered' | 'told' | 'unreachable' | 'silent' | 'doubled'

/** Looks again when nothing is under way any more. */
export type Check = () => { readonly ending: Ending; readonly details: string }

export interface Cell {
  /** The route that meets the fault, as the double names it. */
  readonly route: string
  /** What the request is for. */
  readonly name: string
  readonly kind: Kind
  /** Cells with the same key run one after the other: they would meet each other’s faults. */
  readonly alone?: string
  run(): Promise<Check>
}

/** A Discord and a Rung that cells share. */
export interface Ground {
  readonly discord: FakeDiscord
  /** Starts what the cells need; called once, if any of them runs. */
  open(): Promise<void>
  close(): Promise<void>
  readonly cells: readonly Cell[]
}

const ROOM_MS = 60_000

/** What a person is told if Discord refused an answer or did not confirm it, or did not show one in time. */
export const NOTICE =
  /Discord refused my answer|Discord did not confirm|Discord had stopped waiting|could not finish with your|couldn’t check whether you’re a member/u

export function faultOf(method: string, kind: Kind, channel?: string): FaultOptions {
  return { method, kind, retryAfter: 0.3, ...(channel !== undefined && { channel }) }
}

/** What a person sees of the bot since then in some places. */
export function botMessages(person: DiscordPerson, places: readonly Where[], since = 0): readonly PostedMessage[] {
  return places.flatMap((where) => person.sees(where)).filter((shown) => shown.fromBot && shown.seq > since)
}

/** The messages that read so. */
export function reading(messages: readonly PostedMessage[], text: RegExp): readonly PostedMessage[] {
  return messages.filter((shown) => text.test(readOf(shown)))
}

/** Waits for what must be seen; a cell in which it does not come is silent. */
export async function within(
  discord: FakeDiscord,
  isThere: () => boolean,
  seen: () => string,
): Promise<string | undefined> {
  try {
    await discord.until('an answer or a notice', () => (isThere() ? true : undefined), { ms: ROOM_MS, seen })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
