import { setTimeout as sleep } from 'node:timers/promises'
import { DiscordAPIError, HTTPError } from 'discord.js'

const MOST_TRIES = 4
const FIRST_WAIT_MS = 100

/**
 * Makes a call again whose connection broke; discord.js does so for bad statuses and silence only. For calls that may be made
 * twice: Discord knows the second one by the nonce of a message or the token of an interaction.
 */
export async function withRetries<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call()
    } catch (error) {
      if (error instanceof DiscordAPIError || error instanceof HTTPError || tries >= MOST_TRIES) throw error
      await sleep(FIRST_WAIT_MS * 2 ** (tries - 1))
    }
  }
}
