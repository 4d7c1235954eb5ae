import { describe, expect, test } from 'vitest'
import { createEncryption, VaultError } from '../../../src/platforms/slack/auth/encryption.ts'

const OLD = 'the first secret, long enough to hold'
const NEW = 'another secret, and it is as long too'

describe('the vault of tokens', () => {
  test('opens what it sealed, and shows nothing of it', () => {
    const vault = createEncryption(OLD)
    const sealed = vault.encrypt('xoxb-1-🪜', 'team/T1')
    expect(vault.decrypt(sealed, 'team/T1')).toEqual({ text: 'xoxb-1-🪜', former: false })
    expect(sealed).not.toContain('xoxb')
    expect(vault.encrypt('xoxb-1-🪜', 'team/T1')).not.toBe(sealed)
    expect(createEncryption(OLD).decrypt(sealed, 'team/T1').text).toBe('xoxb-1-🪜')
  })

  test('opens for the purpose it was sealed for only', () => {
    const vault = createEncryption(OLD)
    expect(() => vault.decrypt(vault.encrypt('token', 'team/T1'), 'team/T2')).toThrow(VaultError)
  })

  test('goes over to a new secret without losing what the former one sealed', () => {
    const sealed = createEncryption(OLD).encrypt('token', 'team/T1')
    const both = createEncryption(`${NEW}, ${OLD}`)
    expect(both.decrypt(sealed, 'team/T1')).toEqual({ text: 'token', former: true })
    const again = both.encrypt('token', 'team/T1')
    expect(createEncryption(NEW).decrypt(again, 'team/T1')).toEqual({ text: 'token', former: false })
    expect(() => createEncryption(NEW).decrypt(sealed, 'team/T1')).toThrow(/RUNG_SECRET/u)
  })

  test('notices every changed character', () => {
    const vault = createEncryption(OLD)
    const sealed = vault.encrypt('token', 'team/T1')
    for (let at = 0; at < sealed.length; at++) {
      // A last character of base64 may hold bits that mean nothing: changing the first of its bits always counts.
      const other = sealed[at] === 'A' ? 'Q' : 'A'
      const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`
      const opened = (() => {
        try {
          return vault.decrypt(changed, 'team/T1').text
        } catch (error) {
          return error
        }
      })()
      expect([at, opened instanceof VaultError || changed === sealed]).toEqual([at, true])
    }
    for (const odd of ['', 'token', 'v1.x', sealed.slice(0, 40), `v2${sealed.slice(2)}`]) {
      expect(() => vault.decrypt(odd, 'team/T1')).toThrow(VaultError)
    }
  })
})
