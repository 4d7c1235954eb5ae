import { DiscordAPIError } from 'discord.js'

/** Whether Discord refused a call with one of these codes (topics/opcodes-and-status-codes, JSON error codes). */
export function isRefusal(error: unknown, ...codes: readonly number[]): error is DiscordAPIError {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code)
}

/** Unknown channel, unknown message, unknown webhook (a token that has expired) and invalid webhook token, as Discord's codes. */
const MISSING = [10_003, 10_008, 10_015, 50_027]

/** Whether Discord refused a call because its message is no longer there, or the token that would change it has expired. */
export function isMessageGone(error: unknown): boolean {
  return isRefusal(error, ...MISSING)
}
