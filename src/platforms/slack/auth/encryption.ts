import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** A text cannot be decrypted. The message gives the reason and never contains the text. */
export class DecryptionError extends Error {
  override readonly name = 'DecryptionError'
}

/**
 * Encrypts secrets for the store. A text is bound to its purpose, so that someone with access to the store cannot use one workspace's
 * token for another.
 */
export interface Encryption {
  /** Encrypts a text; it can be decrypted with the same `purpose` only. */
  encrypt(text: string, purpose: string): string
  /** Returns the text, and whether it was encrypted with a former secret. Throws a DecryptionError. */
  decrypt(encrypted: string, purpose: string): { readonly text: string; readonly former: boolean }
}

interface Key {
  /** Identifies the key without revealing it. */
  readonly mark: string
  readonly key: Buffer
}

const FORMAT = 'v1'
const KEY_BYTES = 32
/** As NIST SP 800-38D recommends for GCM. */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const MARK_BYTES = 6

/**
 * Uses AES-256-GCM with keys derived by HKDF (RFC 5869). `secrets` are separated by commas: the first encrypts, all of them decrypt.
 * To change the secret, add the new one in front and remove the former one later.
 */
export function createEncryption(secrets: string): Encryption {
  const keys = secrets.split(',').map((secret) => keyFrom(secret.trim()))
  const [current] = keys
  if (!current) throw new DecryptionError('there is no secret')
  return {
    encrypt(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(Buffer.from(purpose))
      const data = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${FORMAT}.${current.mark}.${data.toString('base64url')}`
    },
    decrypt(encrypted, purpose) {
      const [format, mark, data] = encrypted.split('.')
      if (format !== FORMAT || mark === undefined || data === undefined)
        throw new DecryptionError('it is not encrypted')
      const used = keys.find((key) => key.mark === mark)
      if (!used) throw new DecryptionError('it was encrypted with a secret that is not in RUNG_SECRET')
      const bytes = Buffer.from(data, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new DecryptionError('it is truncated')
      const decipher = createDecipheriv('aes-256-gcm', used.key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(purpose))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
        return {
          text: Buffer.concat([text, decipher.final()]).toString('utf8'),
          former: used !== current,
        }
      } catch (error) {
        throw new DecryptionError('it was changed, or encrypted for another purpose', { cause: error })
      }
    },
  }
}

function keyFrom(secret: string): Key {
  const derive = (use: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'rung', `${use} ${FORMAT}`, bytes))
  return { mark: derive('mark', MARK_BYTES).toString('hex'), key: derive('key', KEY_BYTES) }
}
