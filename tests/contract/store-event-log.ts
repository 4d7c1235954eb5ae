import { expect, test } from 'vitest'
import { LOG_PAGE, type LogEntry, type LogRewriter, REWRITE_SLICE } from '../../src/store/event-log.ts'
import { personKey } from '../../src/store/person.ts'
import type { Store } from '../../src/store/store.ts'
import type { ContractContext } from './store.ts'
import { ada, bo } from './store-fixtures.ts'

const NAME = 'ladder'

const texts = (entries: readonly LogEntry[]): readonly string[] => entries.map(({ text }) => text)

/** Creates a rewriter that replaces words. */
function replacing(words: Readonly<Record<string, string>>): LogRewriter {
  const rewrite = (text: string): string =>
    Object.entries(words).reduce((rewritten, [word, other]) => rewritten.replace(word, other), text)
  return { inspect: (text) => rewrite(text) !== text, rewrite }
}

/** Reads a whole log, page by page. */
async function readAll(store: Store, name = NAME): Promise<readonly LogEntry[]> {
  const all: LogEntry[] = []
  for (;;) {
    const page = await store.eventLog.read(name, all.at(-1) ?? null)
    all.push(...page.entries)
    if (!page.hasMore) return all
  }
}

export function describeEventLog({ store, second, offline, harness, prefix }: ContractContext): void {
  test('reads back what was appended, in order, after any position', async () => {
    expect(await store().eventLog.read(NAME, null)).toEqual({ entries: [], hasMore: false, isContinuous: true })
    const first = await store().eventLog.append(NAME, ['one “with” odd\ncharacters 🪜', 'two'], null)
    expect(texts(first.entries)).toEqual(['one “with” odd\ncharacters 🪜', 'two'])
    const next = await store().eventLog.append(NAME, ['three'], first.entries[1] ?? null)
    expect(texts(next.entries)).toEqual(['three'])
    expect(texts((await store().eventLog.read(NAME, first.entries[0] ?? null)).entries)).toEqual(['two', 'three'])
    expect(await store().eventLog.read(NAME, next.entries[0] ?? null)).toEqual({
      entries: [],
      hasMore: false,
      isContinuous: true,
    })
    expect(texts(await readAll(store(), 'another'))).toEqual([])
    const positions = (await readAll(store())).map(({ position }) => position)
    expect(positions.toSorted()).toEqual(positions)
  })

  test('returns to an appender what others have appended before', async () => {
    const other = await second()
    await store().eventLog.append(NAME, ['one'], null)
    await other.eventLog.append(NAME, ['two'], null)
    expect(texts((await store().eventLog.append(NAME, ['three'], null)).entries)).toEqual(['one', 'two', 'three'])
    expect(texts((await other.eventLog.append(NAME, [], null)).entries)).toEqual(['one', 'two', 'three'])
  })

  test('has one order for all readers, and keeps entries of one append together', async () => {
    const other = await second()
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 ? store() : other).eventLog.append(NAME, [`${n} a`, `${n} b`], null),
      ),
    )
    const all = texts(await readAll(store()))
    expect(all).toHaveLength(200)
    expect(texts(await readAll(other))).toEqual(all)
    for (let at = 0; at < all.length; at += 2) expect(all[at + 1]).toBe(all[at]?.replace('a', 'b'))
    await offline(async () => undefined)
    expect(texts(await readAll(store()))).toEqual(all)
    expect(texts((await store().eventLog.append(NAME, ['last'], null)).entries)).toHaveLength(201)
    expect(texts(await readAll(store())).at(-1)).toBe('last')
  })

  test('reads a long log in pages', async () => {
    const entries = Array.from({ length: LOG_PAGE + 5 }, (_, n) => String(n))
    const added = await store().eventLog.append(NAME, entries, null)
    expect(added).toMatchObject({ hasMore: true })
    expect(added.entries).toHaveLength(LOG_PAGE)
    expect(texts(await readAll(store()))).toEqual(entries)
  })

  test('rejects an entry that is too long, and appends nothing of the same call', async () => {
    await expect(store().eventLog.append(NAME, ['fits', 'x'.repeat(16_385)], null)).rejects.toThrow(RangeError)
    await expect(store().eventLog.append('no name', ['fits'], null)).rejects.toThrow(RangeError)
    await store().eventLog.append(NAME, ['x'.repeat(16_384)], null)
    expect(await readAll(store())).toHaveLength(1)
  })

  test('appends nothing to a log that lacks the last entry of the writer, and reports it', async () => {
    const { entries } = await store().eventLog.append(NAME, ['one', 'two'], null)
    const last = entries.at(-1) ?? null
    expect(last?.text).toBe('two')
    const lost = { entries: [], hasMore: false, isContinuous: false }
    expect(await store().eventLog.read('shorter', last)).toEqual(lost)
    expect(await store().eventLog.append('shorter', ['three'], last)).toEqual(lost)
    expect(await store().eventLog.read('shorter', null)).toEqual({ entries: [], hasMore: false, isContinuous: true })
    expect(await store().eventLog.append(NAME, ['three'], last)).toMatchObject({
      isContinuous: true,
      entries: [{ text: 'three' }],
    })
  })

  test('rewrites entries in place, and readers continue from the entries they have', async () => {
    const other = await second()
    const { entries } = await store().eventLog.append(NAME, ['one', 'two', 'three'], null)
    const last = entries.at(-1) ?? null
    const rewriter = replacing({ two: '2', three: '3' })
    expect(await other.eventLog.rewrite(NAME, rewriter, ['rewritten'])).toBe(2)
    expect(await other.eventLog.rewrite(NAME, rewriter, ['rewritten'])).toBe(0)
    const again = await store().eventLog.read(NAME, null)
    expect(again.entries.map(({ text }) => text)).toEqual(['one', '2', '3', 'rewritten'])
    expect(again.entries.slice(0, 3).map(({ position, mark }) => [position, mark])).toEqual(
      entries.map(({ position, mark }) => [position, mark]),
    )
    expect(await store().eventLog.append(NAME, ['four'], last)).toMatchObject({
      isContinuous: true,
      entries: [{ text: 'rewritten' }, { text: 'four' }],
    })
    expect(await store().eventLog.rewrite('empty', rewriter, ['rewritten'])).toBe(0)
    expect(await readAll(store(), 'empty')).toEqual([])
  })

  test('rewrites entries that are appended meanwhile, also in two rewrites at once', async () => {
    const other = await second()
    const lines = Array.from({ length: 2 * REWRITE_SLICE + 7 }, (_, n) => `${n} two three`)
    await store().eventLog.append(NAME, lines, null)
    const one = replacing({ two: '2' })
    let appending: Promise<unknown> | undefined
    const slow: LogRewriter = {
      inspect: (text) => one.inspect(text),
      rewrite(text) {
        // At the last entry, so that the new one is in no slice.
        if (text.startsWith(`${lines.length - 1} `))
          appending ??= store().eventLog.append(NAME, ['late two three'], null)
        return one.rewrite(text)
      },
    }
    const changed = await Promise.all([
      store().eventLog.rewrite(NAME, slow, ['no two']),
      other.eventLog.rewrite(NAME, replacing({ three: '3' }), ['no three']),
    ])
    await appending
    await offline(async () => undefined)
    const all = texts(await readAll(store()))
    expect(all.slice(0, lines.length)).toEqual(lines.map((_, n) => `${n} 2 3`))
    // The last entries were appended after one or both of the rewrites.
    expect(
      all
        .slice(lines.length)
        .toSorted()
        .map((text) => text.replace('2', 'two').replace('3', 'three')),
    ).toEqual(['late two three', 'no three', 'no two'])
    const late = all.findIndex((text) => text.startsWith('late'))
    const two = late < all.indexOf('no two') ? '2' : 'two'
    const three = late < all.indexOf('no three') ? '3' : 'three'
    expect(all[late]).toBe(`late ${two} ${three}`)
    expect(changed.every((count) => count >= lines.length)).toBe(true)
  })

  test('changes nothing if a rewrite dies, and lets the next one run', async () => {
    const other = await second()
    await store().eventLog.append(
      NAME,
      Array.from({ length: 2 * REWRITE_SLICE }, () => 'two'),
      null,
    )
    let texts = 0
    const dying: LogRewriter = {
      inspect: () => true,
      rewrite() {
        texts += 1
        if (texts > REWRITE_SLICE) throw new Error('died')
        return '2'
      },
    }
    await expect(store().eventLog.rewrite(NAME, dying, ['rewritten'])).rejects.toThrow('died')
    const untouched = await readAll(store())
    expect(untouched).toHaveLength(2 * REWRITE_SLICE)
    expect(new Set(untouched.map(({ text }) => text))).toEqual(new Set(['two']))
    expect(await other.eventLog.rewrite(NAME, replacing({ two: '2' }), ['rewritten'])).toBe(2 * REWRITE_SLICE)
    expect((await readAll(other)).at(-1)?.text).toBe('rewritten')
  })

  test('returns who was active since a time', async () => {
    await store().members.recordActivity(ada, 5000)
    await store().members.recordActivity(ada, 3000)
    await store().members.recordActivity(bo, 4000)
    expect((await store().members.activeSince(4000)).toSorted()).toEqual([personKey(ada), personKey(bo)].toSorted())
    expect(await store().members.activeSince(4001)).toEqual([personKey(ada)])
    expect(await store().members.activeSince(5001)).toEqual([])
    await offline(async () => undefined)
    expect(await store().members.activeSince(4001)).toEqual([personKey(ada)])
    await store().erase(ada)
    expect(await store().members.activeSince(0)).toEqual([personKey(bo)])
    await store().erase(bo)
    expect(await offline(() => harness().contents(prefix()))).toEqual(new Map())
  })
}
