import { setTimeout as sleep } from 'node:timers/promises'
import { DiscordAPIError, HTTPError } from 'discord.js'

const MAX_ATTEMPTS = 4
const FIRST_WAIT_MS = 100

/**
 * Retries a call whose connection broke; discord.js itself retries only bad statuses and timeouts. For calls that are safe to
 * repeat: Discord recognizes a repeated one by the nonce of a message or the token of an interaction.
 */
export async function withRetries<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      if (error instanceof DiscordAPIError || error instanceof HTTPError || attempt >= MAX_ATTEMPTS) throw error
      await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1))
    }
  }
}
