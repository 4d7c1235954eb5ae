import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeAction, encodeAction, MAX_PAYLOAD_LENGTH } from '../../src/bot/action-id.ts'
import { parseQuery, queryPayload } from '../../src/bot/commands/skills/query.ts'
import { UserError } from '../../src/bot/errors.ts'
import { type Catalog, createCatalogIndex, localized } from '../../src/catalog/index.ts'
import { LOCALES, type Locale } from '../../src/i18n/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { expectedIn } from '../fixtures/locales.ts'
import { OTHER_LOCALES } from '../i18n/messages.ts'
import { buildSmallCatalog } from './catalog-builder.ts'
import { openConversation } from './conversation.ts'
import { pressEverything, reachableMessages } from './crawl.ts'
import { buttons, headings, labels, notes, payloads } from './read-message.ts'
import { manyRoles, threeRoles } from './two-roles.ts'

const own = openConversation(await openCatalog(ownCatalog))
const fixture = openConversation(await openCatalog(fixtureCatalog))

/** A slug of an exact length, not similar to any that begins with another letter. */
function longSlug(letter: string, length: number): string {
  return `${letter.repeat(7)}-`.repeat(length).slice(0, length - 1) + letter
}

/** Slugs of the maximum lengths in the schema of the catalog. */
const longest = openConversation(
  createCatalogIndex(
    buildSmallCatalog(
      {
        slug: longSlug('a', 32),
        levels: [longSlug('c', 16), longSlug('d', 16)],
        rows: {
          [longSlug('e', 40)]: { [longSlug('f', 40)]: 'ae' },
          [longSlug('g', 40)]: { [longSlug('h', 40)]: 'wv' },
        },
      },
      {
        slug: longSlug('b', 32),
        levels: [longSlug('c', 16), longSlug('d', 16)],
        rows: { [longSlug('e', 40)]: { [longSlug('f', 40)]: 'we' } },
      },
    ),
  ),
)

const CATALOGS = [
  ['the catalogue the bot comes with', own],
  ['the fixture catalogue', fixture],
  ['three small roles', openConversation(createCatalogIndex(threeRoles))],
  ['more roles than fit a page', openConversation(createCatalogIndex(manyRoles(27)))],
  ['the longest slugs', longest],
] as const

/** The headings of every answer that the buttons should lead to. */
function everyHeading({ roles, skills, domains }: Catalog, locale: Locale): string[] {
  const nameOf = (slug: string): string => {
    const domain = domains.get(slug)
    return domain ? localized(domain.name, locale) : slug
  }
  const ofRoles = [...roles.values()].flatMap((role) => [
    role.name,
    ...role.levels.map((level) => `${role.name} · ${level.name}`),
    ...role.domains.map(({ domain }) => `${role.name} · ${nameOf(domain.slug)}`),
    ...[...role.rows.values()].flatMap(({ skill }) => [
      `${skill.name} · ${role.name}`,
      ...role.levels.map((level) => `${skill.name} · ${role.name} · ${level.name}`),
    ]),
    ...role.levels.flatMap((level) =>
      role.domains.map(({ domain }) => `${role.name} · ${level.name} · ${nameOf(domain.slug)}`),
    ),
  ])
  return [
    ...ofRoles,
    ...[...skills.values()].filter((skill) => isUsed(skill.slug, roles)).map((skill) => skill.name),
    ...[...domains.keys()].filter((slug) => isUsed(slug, roles)).map((slug) => nameOf(slug)),
  ]
}

function isUsed(slug: string, roles: Catalog['roles']): boolean {
  return [...roles.values()].some(
    (role) => role.rows.has(slug) || role.domains.some(({ domain }) => domain.slug === slug),
  )
}

describe.each(CATALOGS)('every button of every answer, over %s', (_, conversation) => {
  test.each(LOCALES)('in %s gives an answer', async (locale) => {
    const pressed = await pressEverything(conversation, locale)
    expect([...pressed].filter(([, reply]) => reply.failed).map(([payload]) => payload)).toEqual([])
    expect(conversation.reports).toEqual([])
  })

  test.each(LOCALES)('in %s leads to everything in the catalog', async (locale) => {
    const pressed = await pressEverything(conversation, locale)
    const reached = new Set([...pressed.values()].flatMap((reply) => headings(reply.message)))
    expect(everyHeading(conversation.catalogIndex.catalog, locale).filter((heading) => !reached.has(heading))).toEqual(
      [],
    )
  })

  test('carries a payload that every platform takes, and a label', async () => {
    for (const locale of LOCALES) {
      const all = (await reachableMessages(conversation, locale)).flatMap(buttons)
      expect(all.length).toBeGreaterThan(0)
      expect(all.filter(({ payload }) => payload.length > MAX_PAYLOAD_LENGTH)).toEqual([])
      expect(all.filter(({ label }) => label.trim() === '')).toEqual([])
    }
  })

  test('occurs once in its message', async () => {
    // Discord refuses a message in which two components have one custom id.
    for (const message of await reachableMessages(conversation, 'en')) {
      const twice = payloads(message).filter((payload, at, all) => all.indexOf(payload) !== at)
      expect({ of: message.summary, twice }).toEqual({ of: message.summary, twice: [] })
    }
  })

  test('leads elsewhere than to the answer it is on', async () => {
    for (const [payload, { message }] of await pressEverything(conversation, 'en')) {
      expect({ of: message.summary, self: payloads(message).includes(payload) }).toEqual({
        of: message.summary,
        self: false,
      })
    }
  })

  test.each(OTHER_LOCALES)('gives the same answer in %s as in English, but for the language', async (locale) => {
    const [en, other] = [await pressEverything(conversation, 'en'), await pressEverything(conversation, locale)]
    expect([...other.keys()].toSorted()).toEqual([...en.keys()].toSorted())
    for (const [payload, reply] of en) {
      expect(other.get(payload)?.message.blocks.map((block) => block.type)).toEqual(
        reply.message.blocks.map((block) => block.type),
      )
    }
  })
})

describe('an error reply', () => {
  test.each(['flurble', 'mle flurble', '!!!', 'pytorch security', 'mle pstgrsq', 'junior middle senior mle'])(
    'to “%s” offers each remedy once',
    async (typed) => {
      const { message, failed } = await own.ask(typed)
      expect(failed).toBe('user')
      expect(payloads(message).length).toBeGreaterThan(0)
      expect(new Set(payloads(message)).size).toBe(payloads(message).length)
    },
  )
})

describe('an action as text', () => {
  const code = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz'))
  const args = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 6 })
  const lengthOf = (parts: readonly string[]): number => ['1x', ...parts].join(':').length

  test('is read as it was written, whatever its arguments', () => {
    fc.assert(
      fc.property(code, args, (code, args) => {
        fc.pre(lengthOf(args) <= MAX_PAYLOAD_LENGTH && !args.some((arg) => arg.includes(':')))
        const payload = encodeAction({ code, args })
        expect(payload.length).toBeLessThanOrEqual(MAX_PAYLOAD_LENGTH)
        expect(decodeAction(payload)).toEqual({ code, args })
      }),
    )
  })

  test('is refused if it would not fit, or if a colon would split an argument', () => {
    const tooLong = fc.array(fc.string({ minLength: 20, maxLength: 40 }), { minLength: 6, maxLength: 8 })
    fc.assert(
      fc.property(code, tooLong, (code, args) => {
        expect(() => encodeAction({ code, args })).toThrow(RangeError)
      }),
    )
    fc.assert(
      fc.property(code, fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (code, before, after) => {
        expect(() => encodeAction({ code, args: [`${before}:${after}`] })).toThrow(RangeError)
      }),
    )
    for (const bad of ['', 'S', 'ab', '1', ':', 'é']) {
      expect(() => encodeAction({ code: bad, args: [] })).toThrow(RangeError)
    }
  })

  test('is exactly a payload of the bot, or is refused as unreadable', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 120 })
    const likeOurs = fc.oneof(
      anything,
      anything.map((text) => `1s${text}`),
      anything.map((text) => `1s:${text}`),
    )
    const readAndWritten = (payload: string): unknown => {
      try {
        return encodeAction(decodeAction(payload))
      } catch (error) {
        return error
      }
    }
    fc.assert(
      fc.property(likeOurs, (payload) => {
        expect([payload, expect.any(UserError)]).toContainEqual(readAndWritten(payload))
      }),
    )
  })
})

describe('a button that is not of the bot', () => {
  const garbage = [
    ['nothing', ''],
    ['words', 'hello'],
    ['a version alone', '1'],
    ['no view', '1s'],
    ['an empty view', '1s:'],
    ['a view nobody knows', '1s:zz:ml-engineer'],
    ['the name of a view instead of its letter', '1s:role:ml-engineer'],
    ['a command nobody has', '1z:r:ml-engineer'],
    ['a capital letter', '1S:r:ml-engineer'],
    ['an older version', '0s:r:ml-engineer'],
    ['a newer version', '2s:r:ml-engineer'],
    ['a longer version', '11s:r:ml-engineer'],
    ['more than fits', `1s:r:${'x'.repeat(96)}`],
    ['very much more than fits', `1s:r:${'x'.repeat(100_000)}`],
    ['a blank before', ' 1s:h'],
    ['JSON', '{"view":"role","role":"ml-engineer"}'],
    ['the inside of an object', '1s:__proto__'],
  ] as const

  test.each(garbage)('(%s) is refused', async (_, payload) => {
    for (const locale of LOCALES) {
      const { message, failed } = await own.press(payload, locale)
      expect(failed).toBe('user')
      expect(message.summary).toBe(expectedIn(locale).unreadable)
      expect(notes(message)).toEqual([expectedIn(locale).unreadable])
    }
    expect(own.reports).toEqual([])
  })

  test('is answered or refused, whatever its payload', async () => {
    const slug = fc.oneof(
      fc.constantFrom(
        ...own.catalogIndex.catalog.roles.keys(),
        ...own.catalogIndex.catalog.skills.keys(),
        'senior',
        'junior',
      ),
      fc.constantFrom('__proto__', 'constructor', 'toString', '', '-1', '0', '1e9', '99999999999999999999', 'NaN'),
      fc.string({ unit: 'binary', maxLength: 10 }),
    )
    const letter = fc.constantFrom(...Array.from('harlmdcwesotxyz'))
    await fc.assert(
      fc.asyncProperty(
        letter,
        fc.array(slug, { maxLength: 4 }),
        fc.constantFrom(...LOCALES),
        async (view, args, locale) => {
          const { message, failed } = await own.press(['1s', view, ...args].join(':'), locale)
          expect(failed).not.toBe('internal')
          expect(message.summary).not.toBe('')
        },
      ),
      { numRuns: 500 },
    )
    expect(own.reports).toEqual([])
  })

  test.each(['0', '-3', '2', '1e9', '99999999999999999999', 'two', ''])(
    'that turns to page “%s” of one shows a page',
    async (page) => {
      expect(await own.press(`1s:a:${page}`)).toEqual(await own.ask(''))
      expect(await own.press(`1s:s:pytorch:${page}`)).toEqual(await own.ask('pytorch'))
    },
  )
})

describe('a button to something that was removed', () => {
  test.each([
    ['a role', '1s:r:data-engineer', 'data-engineer'],
    ['a level', '1s:l:ml-engineer:director', 'director'],
    ['a role of a level', '1s:l:data-engineer:senior', 'data-engineer'],
    ['a domain of a role', '1s:m:ml-engineer:gardening', 'gardening'],
    ['a level of a domain', '1s:d:ml-engineer:director:security', 'director'],
    ['a domain at a level', '1s:d:ml-engineer:senior:gardening', 'gardening'],
    ['the lower of two levels', '1s:c:ml-engineer:intern:senior', 'intern'],
    ['the upper of two levels', '1s:c:ml-engineer:senior:director', 'director'],
    ['a skill of a role', '1s:w:ml-engineer:cobol', 'cobol'],
    ['a skill at a level', '1s:e:ml-engineer:senior:cobol', 'cobol'],
    ['a skill', '1s:s:cobol:1', 'cobol'],
    ['a domain', '1s:o:gardening', 'gardening'],
    ['the first of two roles', '1s:t:data-engineer:ml-engineer', 'data-engineer'],
    ['the second of two roles', '1s:t:ml-engineer:data-engineer', 'data-engineer'],
    ['a name that every object has', '1s:r:constructor', 'constructor'],
  ])('(%s) says what was removed', async (_, payload, missing) => {
    const en = await own.press(payload)
    expect(en.failed).toBe('user')
    expect(notes(en.message)).toEqual([`${missing} is no longer in the ladder. Ask again to see what’s there now.`])
    const es = await own.press(payload, 'es')
    expect(notes(es.message)).toEqual([
      `${missing} ya no está en el marco de carrera. Vuelve a preguntar para ver lo que hay ahora.`,
    ])
  })

  test('says so for every button of another catalog that this one cannot answer', async () => {
    let missing = 0
    for (const payload of (await pressEverything(fixture, 'en')).keys()) {
      const { message, failed } = await own.press(payload)
      const isGone = / is no longer in the ladder\. /u.test(message.summary)
      expect(failed).toBe(isGone ? 'user' : undefined)
      if (isGone) missing += 1
    }
    expect(missing).toBeGreaterThan(100)
    expect(own.reports).toEqual([])
  })

  test('for two roles whose shared level is gone, offers each role', async () => {
    const three = openConversation(createCatalogIndex(threeRoles))
    const { message, failed } = await three.press('1s:t:data-engineer:backend-engineer:director')
    expect(failed).toBe('user')
    expect(labels(message)).toEqual(['Data Engineer', 'Backend Engineer'])
  })
})

test('the longest names of two roles, a level and a domain fit a payload, and lead back', () => {
  const { catalog } = longest.catalogIndex
  const [first, second] = [...catalog.roles.values()]
  const [group] = first?.domains ?? []
  const [level] = first?.levels ?? []
  if (!first || !second || !group || !level) throw new Error('two roles are expected')
  const query = { view: 'twoRolesDomain', first, second, domain: group.domain, level: level.slug } as const
  const payload = queryPayload(query)
  expect(payload.length).toBeLessThanOrEqual(MAX_PAYLOAD_LENGTH)
  expect(parseQuery(decodeAction(payload).args, catalog)).toEqual(query)
})
