import { setTimeout as sleep } from 'node:timers/promises'
import { DiscordAPIError, HTTPError, type REST } from 'discord.js'

const MAX_ATTEMPTS = 4
const FIRST_WAIT_MS = 100

/**
 * Makes a client repeat calls whose connection broke or whose response was cut off; discord.js itself repeats only bad statuses and
 * timeouts. All calls of the client must be safe to repeat: Discord recognizes a repeated one by the nonce of a message or the token of
 * an interaction.
 */
export function retryBrokenCalls(rest: REST): void {
  const request = rest.request.bind(rest)
  rest.request = async (options) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request(options)
      } catch (error) {
        if (!isBroken(error) || attempt >= MAX_ATTEMPTS) throw error
        await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1))
      }
    }
  }
}

/** Whether a call has neither an answer of Discord nor timed out. */
function isBroken(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return false
  return !(error instanceof Error && error.name === 'AbortError')
}
