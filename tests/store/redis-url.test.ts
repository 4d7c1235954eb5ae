import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeTarget, parseRedisUrl, RedisUrlError } from '../../src/store/redis/url.ts'

const noCredentials = { username: null, password: null }

describe('REDIS_URL', () => {
  test.each([
    [
      'redis://localhost',
      { kind: 'single', tls: false, ...noCredentials, address: { host: 'localhost', port: 6379 }, db: 0 },
    ],
    ['  redis://h:1/2 ', { kind: 'single', tls: false, ...noCredentials, address: { host: 'h', port: 1 }, db: 2 }],
    ['redis://h?db=3', { kind: 'single', tls: false, ...noCredentials, address: { host: 'h', port: 6379 }, db: 3 }],
    ['redis://[::1]:7/0', { kind: 'single', tls: false, ...noCredentials, address: { host: '::1', port: 7 }, db: 0 }],
    [
      'rediss://rung:p%40ss%2Fw%2Crd%25@cache.example.org:6380/1',
      {
        kind: 'single',
        tls: true,
        username: 'rung',
        password: 'p@ss/w,rd%',
        address: { host: 'cache.example.org', port: 6380 },
        db: 1,
      },
    ],
    [
      'redis://:secret@h',
      { kind: 'single', tls: false, username: null, password: 'secret', address: { host: 'h', port: 6379 }, db: 0 },
    ],
  ])('%s is one server', (url, target) => expect(parseRedisUrl(url)).toEqual(target))

  test.each([
    ['redis://a:1,redis://b:2', false, noCredentials],
    ['redis://a:1, redis://b:2,', false, noCredentials],
    ['rediss://u:p@a:1,rediss://b:2/0', true, { username: 'u', password: 'p' }],
    ['rediss://u:p@a:1,rediss://u:p@b:2', true, { username: 'u', password: 'p' }],
  ])('%s is a cluster', (url, tls, access) => {
    const nodes = [
      { host: 'a', port: 1 },
      { host: 'b', port: 2 },
    ]
    expect(parseRedisUrl(url)).toEqual({ kind: 'cluster', tls, ...access, nodes })
  })

  test('names a master behind sentinels', () => {
    const sentinels = [
      { host: 's1', port: 26_379 },
      { host: 's2', port: 5000 },
    ]
    const none = { sentinelUsername: null, sentinelPassword: null }
    expect(parseRedisUrl('redis+sentinel://s1,s2:5000/main')).toEqual({
      ...{ kind: 'sentinel', tls: false, ...noCredentials, sentinels, master: 'main', db: 0 },
      ...none,
    })
    expect(parseRedisUrl('rediss+sentinel://u:p%3A%40:q@s1,s2:5000/main?db=2&sentinelPassword=x%26y')).toEqual({
      ...{ kind: 'sentinel', tls: true, username: 'u', password: 'p:@:q', sentinels, master: 'main', db: 2 },
      ...{ sentinelUsername: null, sentinelPassword: 'x&y' },
    })
  })

  test.each([
    '',
    ',',
    'localhost:6379',
    'http://h',
    'redis://',
    'redis://h:port',
    'redis://h:70000',
    'redis://h/one',
    'redis://h/1?db=2',
    'redis://h?timeout=5',
    'redis://u:hunter2#x@h',
    'redis://u:hunter2/x@h',
    'redis://u:12/hunter2@h',
    'redis://u:hunter2%@h',
    'redis://a,rediss://b',
    'redis://a/1,redis://b/1',
    'redis://u:hunter2@a,redis://u:hunter3@b',
    'redis://u:hun,ter2@h',
    'redis+sentinel://h',
    'redis+sentinel://h:x/main',
    'redis+sentinel://h/main?hunter2=1',
    'redis+sentinel://h/main?db=hunter2',
    'redis+sentinel://u:hunter2@/main',
    'redis+sentinel://u:hun/ter2@h/main',
  ])('%s is refused with what it takes', (url) => {
    expect(() => parseRedisUrl(url)).toThrow(RedisUrlError)
    expect(() => parseRedisUrl(url)).toThrow(/^REDIS_URL cannot be used: .+ It takes redis:\/\/\[user:password@\]host/u)
    expect(() => parseRedisUrl(url)).not.toThrow(/hunter|hun|ter2/u)
  })

  test('decodes any user and password, and never reveals them', () => {
    // Long ones: a short password may occur in an address by chance.
    const word = string({ unit: 'grapheme', minLength: 8, maxLength: 20 })
    assert(
      property(word, word, constantFrom('redis://', 'rediss+sentinel://'), (username, password, scheme) => {
        const url = `${scheme}${encodeURIComponent(username)}:${encodeURIComponent(password)}@host.example:1/0`
        const target = parseRedisUrl(url)
        expect(target).toMatchObject({ username, password })
        expect(describeTarget(target)).not.toContain(password)
      }),
    )
  })

  test('never quotes any part of a rejected URL', () => {
    assert(
      property(string({ minLength: 9, maxLength: 30 }), (text) => {
        expect(refusal(`redis://user:${text}`)).not.toContain(text)
      }),
    )
  })
})

/** Returns why a URL is rejected, or nothing. */
function refusal(url: string): string {
  try {
    parseRedisUrl(url)
    return ''
  } catch (error) {
    return String(error)
  }
}
