import { describe, expect, test } from 'vitest'
import { createVault, VaultError } from '../../../src/platforms/slack/auth/encryption.ts'

const OLD = 'the first secret, long enough to hold'
const NEW = 'another secret, and it is as long too'

describe('the vault of tokens', () => {
  test('opens what it sealed, and shows nothing of it', () => {
    const vault = createVault(OLD)
    const sealed = vault.seal('xoxb-1-🪜', 'team/T1')
    expect(vault.open(sealed, 'team/T1')).toEqual({ text: 'xoxb-1-🪜', former: false })
    expect(sealed).not.toContain('xoxb')
    expect(vault.seal('xoxb-1-🪜', 'team/T1')).not.toBe(sealed)
    expect(createVault(OLD).open(sealed, 'team/T1').text).toBe('xoxb-1-🪜')
  })

  test('opens for the purpose it was sealed for only', () => {
    const vault = createVault(OLD)
    expect(() => vault.open(vault.seal('token', 'team/T1'), 'team/T2')).toThrow(VaultError)
  })

  test('goes over to a new secret without losing what the former one sealed', () => {
    const sealed = createVault(OLD).seal('token', 'team/T1')
    const both = createVault(`${NEW}, ${OLD}`)
    expect(both.open(sealed, 'team/T1')).toEqual({ text: 'token', former: true })
    const again = both.seal('token', 'team/T1')
    expect(createVault(NEW).open(again, 'team/T1')).toEqual({ text: 'token', former: false })
    expect(() => createVault(NEW).open(sealed, 'team/T1')).toThrow(/RUNG_SECRET/u)
  })

  test('notices every changed character', () => {
    const vault = createVault(OLD)
    const sealed = vault.seal('token', 'team/T1')
    for (let at = 0; at < sealed.length; at++) {
      // A last character of base64 may hold bits that mean nothing: changing the first of its bits always counts.
      const other = sealed[at] === 'A' ? 'Q' : 'A'
      const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`
      const opened = (() => {
        try {
          return vault.open(changed, 'team/T1').text
        } catch (error) {
          return error
        }
      })()
      expect([at, opened instanceof VaultError || changed === sealed]).toEqual([at, true])
    }
    for (const odd of ['', 'token', 'v1.x', sealed.slice(0, 40), `v2${sealed.slice(2)}`]) {
      expect(() => vault.open(odd, 'team/T1')).toThrow(VaultError)
    }
  })
})
