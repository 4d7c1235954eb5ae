import { DiscordAPIError } from 'discord.js'

/** Whether Discord refused a call with one of these codes (topics/opcodes-and-status-codes, JSON error codes). */
export function isRefusal(error: unknown, ...codes: readonly number[]): error is DiscordAPIError {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code)
}
