import { describe, expect, test } from 'vitest'
import { createEncryption, DecryptionError } from '../../../src/platforms/slack/auth/encryption.ts'

const OLD = 'the first secret, long enough to hold'
const NEW = 'another secret, and it is as long too'

describe('the encryption of tokens', () => {
  test('decrypts what it encrypted, and the ciphertext reveals nothing', () => {
    const encryption = createEncryption(OLD)
    const encrypted = encryption.encrypt('xoxb-1-🪜', 'team/T1')
    expect(encryption.decrypt(encrypted, 'team/T1')).toEqual({ text: 'xoxb-1-🪜', former: false })
    expect(encrypted).not.toContain('xoxb')
    expect(encryption.encrypt('xoxb-1-🪜', 'team/T1')).not.toBe(encrypted)
    expect(createEncryption(OLD).decrypt(encrypted, 'team/T1').text).toBe('xoxb-1-🪜')
  })

  test('decrypts only for the purpose that a text was encrypted for', () => {
    const encryption = createEncryption(OLD)
    expect(() => encryption.decrypt(encryption.encrypt('token', 'team/T1'), 'team/T2')).toThrow(DecryptionError)
  })

  test('moves to a new secret without losing what the former one encrypted', () => {
    const encrypted = createEncryption(OLD).encrypt('token', 'team/T1')
    const both = createEncryption(`${NEW}, ${OLD}`)
    expect(both.decrypt(encrypted, 'team/T1')).toEqual({ text: 'token', former: true })
    const again = both.encrypt('token', 'team/T1')
    expect(createEncryption(NEW).decrypt(again, 'team/T1')).toEqual({ text: 'token', former: false })
    expect(() => createEncryption(NEW).decrypt(encrypted, 'team/T1')).toThrow(/RUNG_SECRET/u)
  })

  test('notices every changed character', () => {
    const encryption = createEncryption(OLD)
    const encrypted = encryption.encrypt('token', 'team/T1')
    for (let at = 0; at < encrypted.length; at++) {
      // Some bits of the last base64 character carry no data; changing its first bit always does.
      const other = encrypted[at] === 'A' ? 'Q' : 'A'
      const changed = `${encrypted.slice(0, at)}${other}${encrypted.slice(at + 1)}`
      const result = (() => {
        try {
          return encryption.decrypt(changed, 'team/T1').text
        } catch (error) {
          return error
        }
      })()
      expect([at, result instanceof DecryptionError || changed === encrypted]).toEqual([at, true])
    }
    for (const malformed of ['', 'token', 'v1.x', encrypted.slice(0, 40), `v2${encrypted.slice(2)}`]) {
      expect(() => encryption.decrypt(malformed, 'team/T1')).toThrow(DecryptionError)
    }
  })
})
