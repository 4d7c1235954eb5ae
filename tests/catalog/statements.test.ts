import { beforeAll, describe, expect, test } from 'vitest'
import { type CatalogIndex, CONTENT_LOCALES, normalize, PROFICIENCIES } from '../../src/catalog/index.ts'
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'

/** Words that fill a sentence and say nothing anybody could observe, in English and Spanish. */
const FILLERS = [
  /\b(?:good|strong|solid|deep|in-depth|excellent|thorough|basic|general) (?:knowledge|understanding|grasp|command)\b/iu,
  /\b(?:knowledge|understanding) of\b/iu,
  /^(?:knows|understands|is familiar|is aware|has experience|can|is able)\b/iu,
  /\b(?:familiar with|proficient|mastery|expertise|best practices?|world-class|cutting-edge|state-of-the-art)\b/iu,
  /\b(?:various|as needed|as appropriate|as required|and so on|etc|and more|leverag\w+|synerg\w+|seamless\w*)\b/iu,
  /\b(?:buen|buenos|sólidos?|profundos?|amplios?) conocimientos?\b/iu,
  /\bconocimientos? de\b/iu,
  /^(?:conoce|entiende|comprende|está familiarizad[oa]|tiene experiencia|puede|es capaz)\b/iu,
  /\b(?:buenas prácticas|mejores prácticas|de vanguardia|última generación|y demás|según sea necesario)\b/iu,
  /\b(?:TODO|TBD|FIXME|XXX)\b/u,
  /\blorem ipsum\b/iu,
]

interface Statement {
  readonly where: string
  readonly text: string
}

let catalogIndex: CatalogIndex
let statements: readonly Statement[]

beforeAll(async () => {
  catalogIndex = await openCatalog(shippedCatalog)
  statements = [...catalogIndex.catalog.skills.values()].flatMap((skill) =>
    PROFICIENCIES.flatMap((proficiency) =>
      CONTENT_LOCALES.flatMap((locale) => {
        const text = skill.statements[proficiency]?.[locale]
        return text === undefined ? [] : [{ where: `${skill.slug}, ${proficiency}, ${locale}`, text }]
      }),
    ),
  )
})

function failing(fails: (text: string) => boolean): readonly string[] {
  return statements.filter(({ text }) => fails(text)).map(({ where, text }) => `${where}: ${text}`)
}

describe('the statements of the own catalog', () => {
  test('are 640: four steps of 80 skills in English and in Spanish', () => {
    expect(statements).toHaveLength(640)
  })

  test('have at most 160 characters', () => {
    expect(failing((text) => text.length > 160)).toEqual([])
  })

  test('end with a full stop', () => {
    expect(failing((text) => !/[^.…]\.$/u.test(text))).toEqual([])
  })

  test('are one sentence that starts with a capital letter', () => {
    expect(failing((text) => !/^\p{Lu}/u.test(text))).toEqual([])
    expect(failing((text) => /[.!?…][)"'»”]*\s/u.test(text))).toEqual([])
  })

  test('are plain lines with single blanks', () => {
    expect(failing((text) => /[\r\n\t]|\s{2}|^\s|\s$|\s[,;:]|\s\.(?:\s|$)/u.test(text))).toEqual([])
  })

  test('differ from one another', () => {
    const places = new Map<string, string[]>()
    for (const { where, text } of statements) {
      places.set(normalize(text), [...(places.get(normalize(text)) ?? []), where])
    }
    expect([...places.values()].filter((wheres) => wheres.length > 1)).toEqual([])
  })

  test('say what can be seen, with no filler', () => {
    expect(failing((text) => FILLERS.some((filler) => filler.test(text)))).toEqual([])
  })
})

describe('the aliases of the own catalog', () => {
  function entries(): readonly {
    readonly owner: string
    readonly names: readonly string[]
    readonly aliases: readonly string[]
  }[] {
    const { skills, domains } = catalogIndex.catalog
    return [
      ...[...skills.values()].map(({ slug, name, aliases }) => ({
        owner: `skill ${slug}`,
        names: [slug, name],
        aliases,
      })),
      ...[...domains.values()].map(({ slug, name, aliases }) => ({
        owner: `domain ${slug}`,
        names: [slug, ...Object.values(name)],
        aliases,
      })),
    ]
  }

  test('each lead to one skill or one domain only', () => {
    const owners = new Map<string, Set<string>>()
    for (const { owner, names, aliases } of entries()) {
      for (const name of [...names, ...aliases]) {
        const key = normalize(name)
        owners.set(key, (owners.get(key) ?? new Set()).add(owner))
      }
    }
    const shared = [...owners].filter(([, holders]) => holders.size > 1).map(([key, holders]) => [key, ...holders])
    expect(shared).toEqual([])
  })

  test('are no names of a role or level', () => {
    const reservedNames = new Set(
      [...catalogIndex.catalog.roles.values()]
        .flatMap((role) => [role, ...role.levels])
        .flatMap(({ slug, name, aliases }) => [slug, name, ...aliases])
        .map(normalize),
    )
    const shared = entries().flatMap(({ owner, names, aliases }) =>
      [...names, ...aliases].filter((name) => reservedNames.has(normalize(name))).map((name) => `${owner}: ${name}`),
    )
    expect(shared).toEqual([])
  })

  test('are listed once', () => {
    const repeated = entries().flatMap(({ owner, aliases }) => {
      const keys = aliases.map(normalize)
      return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${owner}: ${key}`)
    })
    expect(repeated).toEqual([])
  })

  test('have letters or digits', () => {
    const empty = entries().flatMap(({ owner, aliases }) =>
      aliases.filter((alias) => normalize(alias) === '').map(() => owner),
    )
    expect(empty).toEqual([])
  })
})
