import { randomBytes } from 'node:crypto'

/** Returns a random text that no other call returns, safe in URLs and keys. */
export function randomToken(bytes = 6): string {
  return randomBytes(bytes).toString('base64url')
}
