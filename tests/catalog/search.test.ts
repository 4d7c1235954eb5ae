import MiniSearch from 'minisearch'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CatalogIndex, normalize, PROFICIENCIES, type Role, type SearchHit } from '../../src/catalog/index.ts'
import { createTextIndex, openTextIndex } from '../../src/catalog/names/text-index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { runSteps } from './run-steps.ts'

let own: CatalogIndex
let fixture: CatalogIndex

beforeAll(async () => {
  own = await openCatalog(ownCatalog)
  fixture = await openCatalog(fixtureCatalog)
})

function label(hit: SearchHit): string {
  switch (hit.kind) {
    case 'role':
      return `role ${hit.role.slug}`
    case 'domain':
      return `domain ${hit.domain.slug}`
    case 'skill':
      return `skill ${hit.skill.slug}`
    case 'statement':
      return `${hit.proficiency} of ${hit.skill.slug}`
  }
}

function find(catalogIndex: CatalogIndex, text: string, most = 10): readonly string[] {
  return catalogIndex.search.find(text, most).map(label)
}

function roleNamed(catalogIndex: CatalogIndex, slug: string): Role {
  const role = catalogIndex.catalog.roles.get(slug)
  if (!role) throw new Error(`there is no role ${slug}`)
  return role
}

function belongsTo(hit: SearchHit, role: Role): boolean {
  switch (hit.kind) {
    case 'role':
      return false
    case 'domain':
      return role.domains.some((group) => group.domain === hit.domain)
    case 'skill':
    case 'statement':
      return role.rows.has(hit.skill.slug)
  }
}

describe('a search by a whole name', () => {
  function notFirst(names: readonly (readonly [name: string, hit: string])[], catalogIndex: CatalogIndex) {
    return names.flatMap(([name, hit]) => {
      const [first] = find(catalogIndex, name, 1)
      return first === hit ? [] : [`${name}: ${first ?? 'nothing'}`]
    })
  }

  test('gives that skill first', () => {
    for (const catalogIndex of [own, fixture]) {
      const skills = [...catalogIndex.catalog.skills.values()]
      expect(
        notFirst(
          skills.map(({ name, slug }) => [name, `skill ${slug}`]),
          catalogIndex,
        ),
      ).toEqual([])
    }
  })

  test('gives that domain first, in either language', () => {
    for (const catalogIndex of [own, fixture]) {
      const domains = [...catalogIndex.catalog.domains.values()]
      const names = domains.flatMap(({ name, slug }) =>
        Object.values(name).map((text) => [text, `domain ${slug}`] as const),
      )
      expect(notFirst(names, catalogIndex)).toEqual([])
    }
  })

  test('gives that role first', () => {
    for (const catalogIndex of [own, fixture]) {
      const roles = [...catalogIndex.catalog.roles.values()]
      expect(
        notFirst(
          roles.map(({ name, slug }) => [name, `role ${slug}`]),
          catalogIndex,
        ),
      ).toEqual([])
    }
  })
})

describe('the order of hits', () => {
  test('is the name, then the alias, then running text', () => {
    // "research" names a domain, begins the alias of a role, and stands in running text.
    const hits = find(fixture, 'research')
    expect(hits[0]).toBe('domain research-methods')
    expect(hits.indexOf('role ml-researcher')).toBeGreaterThan(0)
    expect(hits.indexOf('expert of experiment-design')).toBeGreaterThan(hits.indexOf('role ml-researcher'))
  })

  test('puts a skill before its statements', () => {
    const hits = find(own, 'kafka')
    expect(hits[0]).toBe('skill apache-kafka')
    expect(hits.slice(1).some((hit) => hit.endsWith('of apache-kafka'))).toBe(true)
  })

  test('puts the exact word before a similar one', () => {
    expect(find(own, 'redes', 1)).toEqual(['skill network-fundamentals'])
    expect(find(own, 'redis', 1)).toEqual(['skill redis'])
  })
})

describe('a search in running text', () => {
  test('finds the statement and its step', () => {
    expect(find(fixture, 'confounder')).toEqual(['advanced of experiment-design'])
    expect(find(own, 'learning curves shap')).toEqual(['advanced of gradient-boosting'])
  })

  test('finds what is written in Spanish, with accents or without', () => {
    expect(find(fixture, 'retención')).toEqual(['expert of data-warehousing'])
    expect(find(fixture, 'RETENCION')).toEqual(['expert of data-warehousing'])
  })

  test('finds a role by its family, its description, its focus and its stack', () => {
    expect(find(fixture, 'slurm')).toEqual(['role ml-researcher'])
    expect(find(fixture, 'software')).toEqual(['role backend-engineer', 'role data-engineer'])
    expect(find(fixture, 'publishes')).toContain('role ml-researcher')
    expect(find(fixture, 'temporada')).toEqual(['role ml-researcher'])
  })

  test('forgives a misspelling and an unfinished word', () => {
    expect(find(fixture, 'confuonder')).toEqual(['advanced of experiment-design'])
    expect(find(fixture, 'confoun')).toEqual(['advanced of experiment-design'])
  })

  test('does not match a short word with a similar one', () => {
    expect(find(own, 'rust')).not.toContain('skill rest-api-design')
    expect(find(fixture, 'sqm')).toEqual([])
  })

  test('finds nothing for unknown words', () => {
    expect(find(own, 'basketweaving')).toEqual([])
    expect(find(own, 'zzzzzzzz qqqqqq')).toEqual([])
  })
})

describe('several words', () => {
  test('give only hits with all of them, if there are any', () => {
    const hits = find(fixture, 'secrets image')
    expect(hits).toEqual(['working of containers'])
  })

  test('give hits with some of them, if none has all', () => {
    expect(find(fixture, 'confounder banana')).toEqual(['advanced of experiment-design'])
  })

  test('give nothing if none has all and all are required', () => {
    expect(fixture.search.find('confounder banana', 10, { everyWord: true })).toEqual([])
    expect(fixture.search.find('secrets image', 10, { everyWord: true }).map(label)).toEqual(['working of containers'])
  })

  test('may come in any order and case', () => {
    expect(find(fixture, 'IMAGE, secrets!')).toEqual(find(fixture, 'secrets image'))
  })

  test('after the sixteenth are ignored', () => {
    const sixteen = Array.from({ length: 16 }, () => 'confounder').join(' ')
    expect(find(fixture, `${sixteen} banana pizza`)).toEqual(['advanced of experiment-design'])
  })
})

describe('a search within a role', () => {
  test('gives only its domains, skills and statements', () => {
    const data = roleNamed(fixture, 'data-engineer')
    const hits = fixture.search.find('data', 50, { within: data })
    expect(hits.map(label)).toContain('skill data-pipelines')
    expect(hits.filter((hit) => !belongsTo(hit, data))).toEqual([])
    expect(fixture.search.find('confounder', 10, { within: data })).toEqual([])
  })

  test('gives hits with some of the words if none within it has all', () => {
    const backend = roleNamed(fixture, 'backend-engineer')
    expect(fixture.search.find('confounder secrets', 10, { within: backend }).map(label)).toEqual([
      'working of containers',
    ])
  })
})

describe('the number of hits', () => {
  test('is limited to the best ones', () => {
    const all = find(own, 'data', 100)
    expect(all.length).toBeGreaterThan(10)
    expect(find(own, 'data', 3)).toEqual(all.slice(0, 3))
    expect(find(own, 'data', 0)).toEqual([])
  })

  test('never includes a hit twice', () => {
    const all = find(own, 'data engineering', 500)
    expect(new Set(all).size).toBe(all.length)
  })

  test.each(['', '   ', '—', '?!'])('is zero for a text without words: "%s"', (text) => {
    expect(find(own, text)).toEqual([])
  })
})

describe('the ranking', () => {
  /** The words of a text as the search index takes them. */
  const wordsOf = (text: string): string[] => normalize(text).split(' ')

  test('is that of MiniSearch with the same weights', () => {
    const boosts = { name: 4, text: 1 }
    const reference = new MiniSearch<{ id: number; name: string; text: string }>({
      fields: Object.keys(boosts),
      tokenize: wordsOf,
      processTerm: (term) => term || null,
      searchOptions: {
        boost: boosts,
        prefix: (term) => term.length >= 3,
        fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
        maxFuzzy: 3,
      },
    })
    const builder = createTextIndex(Object.values(boosts))
    const skills = [...own.catalog.skills.values()]
    for (const [id, { name, statements }] of skills.entries()) {
      const text = PROFICIENCIES.map((proficiency) => statements[proficiency]?.['en']).join(' ')
      reference.add({ id, name, text })
      builder.add([wordsOf(name), wordsOf(text)])
    }
    const index = runSteps(openTextIndex(runSteps(builder.build())))
    for (const { name, statements } of skills.filter((_, nth) => nth % 6 === 0)) {
      const words = wordsOf(statements['working']?.['en'] ?? '')
      // Names, common words, unfinished words and misspelled ones.
      const [unfinished, misspelled] = [words.map((word) => word.slice(0, 5)), words.map((word) => `${word}x`)]
      for (const query of [wordsOf(name), words.slice(0, 4), unfinished.slice(2, 4), misspelled.slice(0, 3)]) {
        const { ranked, hasEveryWord } = index.search(query)
        const ids = (combineWith: 'AND' | 'OR') => {
          const matches = reference.search(query.join(' '), { combineWith })
          // Documents that match as well come in no certain order.
          return matches.toSorted((a, b) => Number(b.score.toFixed(6)) - Number(a.score.toFixed(6)) || a.id - b.id)
        }
        expect(new Set(ranked(hasEveryWord))).toEqual(new Set(ids('AND').map(({ id }) => Number(id))))
        expect(ranked(() => true).slice(0, 5)).toEqual(
          ids('OR')
            .slice(0, 5)
            .map(({ id }) => Number(id)),
        )
      }
    }
  })
})
