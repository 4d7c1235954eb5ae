import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { skillsCommand } from '../../src/bot/commands/skills/index.ts'
import { createBot } from '../../src/bot/index.ts'
import { type CatalogIndex, type NamedEntity, normalize } from '../../src/catalog/index.ts'
import { normalizedWords } from '../../src/catalog/names/normalize.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { CONNECTIVES } from '../fixtures/connectives.ts'

let own: CatalogIndex
let fixture: CatalogIndex

beforeAll(async () => {
  own = await openCatalog(ownCatalog)
  fixture = await openCatalog(fixtureCatalog)
})

function label(named: NamedEntity): string {
  switch (named.kind) {
    case 'role':
      return `role ${named.role.slug}`
    case 'level':
      return `level ${named.slug}`
    case 'domain':
      return `domain ${named.domain.slug}`
    case 'skill':
      return `skill ${named.skill.slug}`
  }
}

/** What each piece of a text was read as, in the order of the text. */
function read(catalogIndex: CatalogIndex, text: string) {
  return catalogIndex
    .parse(text, CONNECTIVES)
    .map(({ text: piece, match, meanings }) => ({ piece, match, meanings: labels(meanings) }))
}

function labels(meanings: readonly NamedEntity[]): readonly string[] {
  return meanings.map(label).toSorted()
}

/** Every name of a catalog with what it names. */
function namesOf({ catalog }: CatalogIndex): readonly { readonly name: string; readonly named: string }[] {
  const { roles, skills, domains } = catalog
  return [
    ...[...roles.values()].flatMap((role) => [
      ...[role.slug, role.name, ...role.aliases].map((name) => ({ name, named: `role ${role.slug}` })),
      ...role.levels.flatMap((level) =>
        [level.slug, level.name, level.short, ...level.aliases].map((name) => ({ name, named: `level ${level.slug}` })),
      ),
    ]),
    ...[...domains.values()].flatMap((domain) =>
      [domain.slug, ...Object.values(domain.name), ...domain.aliases].map((name) => ({
        name,
        named: `domain ${domain.slug}`,
      })),
    ),
    ...[...skills.values()].flatMap((skill) =>
      [skill.slug, skill.name, ...skill.aliases].map((name) => ({ name, named: `skill ${skill.slug}` })),
    ),
  ]
}

/** Letters with and without accents, signs between words, and marks that are no letters. */
const LETTERS = [
  'a',
  'Z',
  'ñ',
  'É',
  'ü',
  'ç',
  ' ',
  '-',
  '+',
  '#',
  '/',
  '·',
  '9',
  'ª',
  'ﬁ',
  '¿',
  '\u0301',
  '\u00ad',
  '\u20dd',
]

describe('a normalized name', () => {
  test.each([
    ['GitHub Actions / GitLab CI', 'github actions gitlab ci'],
    ['github-actions-gitlab-ci', 'github actions gitlab ci'],
    ['  SÉNIOR\t', 'senior'],
    ['Se\u0301nior', 'senior'],
    ['C++', 'c++'],
    ['C#', 'c#'],
    ['ＭＬ　Ｅｎｇｉｎｅｅｒ', 'ml engineer'],
    ['İstanbul', 'istanbul'],
    ['—', ''],
  ])('%s becomes "%s"', (text, key) => {
    expect(normalize(text)).toBe(key)
  })

  test('is the same for each sign between letters, in a text and word by word', () => {
    const signs = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code))
    const texts = signs.flatMap((sign) => [`ab${sign}cd`, `${sign}ab ${sign}`])
    expect(texts.filter((text) => normalizedWords(text).join(' ') !== normalize(text))).toEqual([])
  })

  test('is the same for any text, however it is computed', () => {
    const byProperties = (text: string): string =>
      text
        .normalize('NFKD')
        .replace(/[\p{M}\u00ad]+/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
        .trim()
    const latin = fc.string({ unit: fc.constantFrom(...LETTERS) })
    fc.assert(
      fc.property(fc.oneof(latin, fc.string({ unit: 'binary' }), fc.string()), (text) => {
        expect(normalize(text)).toBe(byProperties(text))
        expect(normalizedWords(text)).toEqual(byProperties(text).split(' '))
      }),
      { numRuns: 2000 },
    )
  })
})

describe.each([
  ['the own catalog', () => own],
  ['the fixture catalog', () => fixture],
])('every slug, name and alias of %s', (_, catalogIndex) => {
  const spellings: readonly (readonly [string, (name: string) => string])[] = [
    ['as it is written', (name) => name],
    ['in capital letters', (name) => name.toUpperCase()],
    ['in small letters', (name) => name.toLowerCase()],
    ['without accents', (name) => name.normalize('NFD').replace(/\p{M}/gu, '')],
    ['with accents typed apart', (name) => name.normalize('NFD')],
    ['between blanks', (name) => `  ${name} `],
    ['with hyphens for blanks', (name) => name.replaceAll(' ', '-')],
    ['in one word', (name) => normalize(name).replaceAll(' ', '')],
  ]

  test.each(spellings)('is found %s', (_way, spell) => {
    const missed = namesOf(catalogIndex()).filter(({ name, named }) => {
      const parts = read(catalogIndex(), spell(name))
      const [only] = parts
      return parts.length !== 1 || only?.match !== 'exact' || !only.meanings.includes(named)
    })
    expect(missed).toEqual([])
  })

  test('leads to one entity, unless levels share it', () => {
    const shared = namesOf(catalogIndex()).filter(({ name, named }) => {
      const meanings = read(catalogIndex(), name).flatMap((part) => part.meanings)
      return meanings.some((meaning) => meaning !== named)
    })
    expect(shared.filter(({ named }) => !named.startsWith('level '))).toEqual([])
  })
})

describe('a level', () => {
  test('that several roles have is one level', () => {
    expect(read(fixture, 'senior')).toEqual([{ piece: 'senior', match: 'exact', meanings: ['level senior'] }])
    expect(read(fixture, 'jr')).toEqual([{ piece: 'jr', match: 'exact', meanings: ['level junior'] }])
  })

  test('by an alias that roles use for different levels is any of them', () => {
    expect(read(fixture, 'Tech Lead')).toEqual([
      { piece: 'Tech Lead', match: 'exact', meanings: ['level lead', 'level staff'] },
    ])
  })
})

describe('several names in one text', () => {
  test.each([
    'ml-engineer senior docker',
    'docker senior ml-engineer',
    'senior docker, ml engineer',
    'Docker/Senior/MLE',
  ])('are found in any order: %s', (text) => {
    const meanings = read(own, text).flatMap((part) => part.meanings)
    expect(meanings.toSorted()).toEqual(['level senior', 'role ml-engineer', 'skill docker'])
  })

  test('are read longest first', () => {
    expect(read(own, 'rest api design')).toEqual([
      { piece: 'rest api design', match: 'exact', meanings: ['skill rest-api-design'] },
    ])
    expect(read(own, 'data engineering')).toMatchObject([{ meanings: ['domain data-engineering'] }])
    expect(read(own, 'tech lead')).toMatchObject([{ meanings: ['level lead-staff'] }])
    expect(read(fixture, 'backend')).toMatchObject([{ meanings: ['role backend-engineer'] }])
  })

  test.each([
    ['what is expected of a senior ml engineer in docker', ['level senior', 'role ml-engineer', 'skill docker']],
    ['compare junior and middle for the ml engineer role', ['level junior', 'level middle', 'role ml-engineer']],
    ['¿Qué se espera de un sénior en Kubernetes?', ['level senior', 'skill kubernetes-core']],
    ['habilidades de seguridad para el nivel junior', ['domain security', 'level junior']],
    ['from jr to sr', ['level junior', 'level senior']],
  ])('may be connected by other words: %s', (text, meanings) => {
    const parts = read(own, text)
    expect(parts.filter((part) => part.match === 'none')).toEqual([])
    expect(parts.flatMap((part) => part.meanings).toSorted()).toEqual(meanings)
  })

  test('leave unknown words unmatched, as typed', () => {
    expect(read(own, 'Senior Basket-Weaving ml-engineer')).toEqual([
      { piece: 'Senior', match: 'exact', meanings: ['level senior'] },
      { piece: 'Basket', match: 'none', meanings: [] },
      { piece: 'Weaving', match: 'none', meanings: [] },
      { piece: 'ml engineer', match: 'exact', meanings: ['role ml-engineer'] },
    ])
  })

  test('are matched exactly only in a text of more than a dozen words', () => {
    const sentence = 'yesterday my neighbour told everybody about her long holiday near some lovely mountain lakes'
    expect(read(own, `${sentence} kubernets docker`).filter((part) => part.match !== 'none')).toEqual([
      { piece: 'docker', match: 'exact', meanings: ['skill docker'] },
    ])
  })

  test('of connectives alone stay unmatched', () => {
    expect(read(own, 'what is the').map((part) => part.match)).toEqual(['none', 'none', 'none'])
  })

  test('of signs alone have no parts', () => {
    expect(own.parse(' — / ,, !? ', CONNECTIVES)).toEqual([])
  })
})

describe('the start of a name', () => {
  test.each([
    ['kubern', ['skill kubernetes-core']],
    ['princi', ['level junior', 'level principal']],
    ['data qual', ['skill data-quality']],
    ['unit te', ['skill unit-testing']],
    ['machine learning eng', ['role ml-engineer']],
    ['rest api des', ['skill rest-api-design']],
    ['graf', ['skill prometheus-grafana']],
    ['observ', ['domain observability-monitoring']],
    [
      'open',
      [
        'skill api-documentation',
        'skill chatgpt-claude',
        'skill jwt-oauth2-oidc',
        'skill opentelemetry',
        'skill terraform',
      ],
    ],
    ['apache', ['skill apache-kafka', 'skill apache-spark']],
  ])('%s may be enough', (start, meanings) => {
    expect(read(own, start)).toEqual([{ piece: start, match: 'prefix', meanings }])
  })

  test('gives all its meanings of every kind', () => {
    expect(read(fixture, 'data')).toEqual([
      {
        piece: 'data',
        match: 'prefix',
        meanings: ['domain data-platforms', 'role data-engineer', 'skill data-pipelines', 'skill data-warehousing'],
      },
    ])
    expect(read(fixture, 'prog')).toMatchObject([{ meanings: ['domain programming'] }])
    expect(read(fixture, 'tec')).toMatchObject([{ match: 'prefix' }])
  })

  test('may be the start of a later word if no name begins with it', () => {
    expect(read(fixture, 'warehou')).toMatchObject([{ match: 'prefix', meanings: ['skill data-warehousing'] }])
    expect(read(own, 'refact')).toMatchObject([{ meanings: ['skill code-quality-refactoring'] }])
    expect(read(own, 'grafana')).toMatchObject([{ match: 'exact' }])
  })

  test('of one letter matches nothing', () => {
    expect(read(own, 'k')).toEqual([{ piece: 'k', match: 'none', meanings: [] }])
  })

  test('completes to every name with that prefix, for any prefix of any name', () => {
    for (const catalogIndex of [own, fixture]) {
      const names = namesOf(catalogIndex)
      const keys = names.flatMap(({ name, named }) => {
        const key = normalize(name)
        return [key, key.replaceAll(' ', '')].map((spelling) => ({ spelling, named }))
      })
      fc.assert(
        fc.property(fc.constantFrom(...names), fc.integer({ min: 1, max: 60 }), ({ name }, length) => {
          const start = normalize(name).slice(0, length).trimEnd()
          const expected = new Set(keys.flatMap(({ spelling, named }) => (spelling.startsWith(start) ? [named] : [])))
          expect(labels(catalogIndex.complete(start))).toEqual([...expected].toSorted())
        }),
      )
    }
  })
})

describe('completion', () => {
  test('offers names that contain the word if none starts with it', () => {
    expect(labels(own.complete('scient'))).toEqual([])
    expect(labels(own.complete('lambda'))).toEqual(['skill aws'])
    expect(labels(own.complete('warehouses'))).toEqual([])
  })

  test('offers names with a similar spelling if there are no others', () => {
    expect(labels(own.complete('kubernets'))).toEqual(['skill kubernetes-core'])
  })

  test('offers everything for an empty text', () => {
    expect(own.complete('')).toHaveLength(1 + 5 + 14 + 58)
  })
})

describe('an unknown word', () => {
  test('has suggestions, nearest first, up to the limit', () => {
    expect(own.suggest('desing', 3)).toHaveLength(3)
    expect(own.suggest('kuberneting', 4).map(label)[0]).toBe('skill kubernetes-core')
    expect(own.suggest('kuberneting', 0)).toEqual([])
  })

  test('has no suggestion if only another letter makes it a name, or half of its letters', () => {
    expect(own.suggest('rust', 3)).toEqual([])
    expect(own.suggest('flurbl', 3)).toEqual([])
  })

  test('may have no suggestion', () => {
    expect(own.suggest('xxxxxxxxxxxxxxxx', 4)).toEqual([])
    expect(own.suggest('', 4)).toEqual([])
  })
})

describe('misspelled names', () => {
  /** The heading of the answer to a question, which is the name of what it was taken for. */
  async function answered(text: string): Promise<string> {
    const bot = createBot({
      commands: [skillsCommand],
      catalogIndex: () => own,
      report: ({ error }) => {
        throw error
      },
    })
    const outcome = await bot.handle({
      type: 'command',
      id: 'delivery',
      name: 'skills',
      text,
      person: { platform: 'console', workspace: 'local', user: 'reader' },
      locale: 'en',
    })
    if (outcome.type !== 'reply') return 'no answer'
    const heading = outcome.message.blocks.find((block) => block.type === 'heading')
    return heading?.text ?? outcome.message.summary
  }

  const ROLES_MISSPELT: readonly (readonly [string, string])[] = [
    ['ml enginer', 'ML Engineer'],
    ['ml engeneer', 'ML Engineer'],
    ['ml enginner', 'ML Engineer'],
    ['ml-engineeer', 'ML Engineer'],
    ['mlengeneer', 'ML Engineer'],
    ['ml egnineer', 'ML Engineer'],
    ['machine learing engineer', 'ML Engineer'],
    ['machine lerning enginer', 'ML Engineer'],
    ['ingeniero de aprendisaje automatico', 'ML Engineer'],
  ]

  const LEVELS_MISSPELT: readonly (readonly [string, string])[] = [
    ['junoir', 'Junior'],
    ['junor', 'Junior'],
    ['juinor', 'Junior'],
    ['midle', 'Middle'],
    ['middel', 'Middle'],
    ['mddle', 'Middle'],
    ['intermedate', 'Middle'],
    ['senoir', 'Senior'],
    ['seniro', 'Senior'],
    ['snior', 'Senior'],
    ['seinor', 'Senior'],
    ['pricipal', 'Principal'],
    ['principle engineer', 'Principal'],
    ['prinicpal', 'Principal'],
    ['prinicipal', 'Principal'],
    ['tech leed', 'Lead / Staff'],
    ['stafff', 'Lead / Staff'],
  ]

  const SKILLS_MISSPELT: readonly (readonly [string, string])[] = [
    ['kuberntes', 'Kubernetes Core'],
    ['kubernets', 'Kubernetes Core'],
    ['kuberneets', 'Kubernetes Core'],
    ['kubernettes', 'Kubernetes Core'],
    ['doker', 'Docker'],
    ['dokcer', 'Docker'],
    ['dcoker', 'Docker'],
    ['postgress', 'PostgreSQL'],
    ['postgre sql', 'PostgreSQL'],
    ['postgersql', 'PostgreSQL'],
    ['postgrsql', 'PostgreSQL'],
    ['pytroch', 'PyTorch'],
    ['pytoch', 'PyTorch'],
    ['py torch', 'PyTorch'],
    ['mlfow', 'MLflow'],
    ['mflow', 'MLflow'],
    ['terrafrom', 'Terraform'],
    ['teraform', 'Terraform'],
    ['terrform', 'Terraform'],
    ['promethues', 'Prometheus & Grafana'],
    ['grafanna', 'Prometheus & Grafana'],
    ['grafna', 'Prometheus & Grafana'],
    ['opentelemtry', 'OpenTelemetry'],
    ['open telemetry', 'OpenTelemetry'],
    ['graphl', 'GraphQL Design'],
    ['grahpql', 'GraphQL Design'],
    ['kafak', 'Apache Kafka'],
    ['apache kakfa', 'Apache Kafka'],
    ['apache sparc', 'Apache Spark'],
    ['pyspakr', 'Apache Spark'],
    ['rediss', 'Redis'],
    ['celerey', 'Task Queues'],
    ['rabitmq', 'Task Queues'],
    ['rabbit mq', 'Task Queues'],
    ['xgbost', 'Gradient Boosting'],
    ['gradiant boosting', 'Gradient Boosting'],
    ['gradient bosting', 'Gradient Boosting'],
    ['lightgmb', 'Gradient Boosting'],
    ['sckit learn', 'Classical ML (scikit-learn)'],
    ['scikit lern', 'Classical ML (scikit-learn)'],
    ['sklaern', 'Classical ML (scikit-learn)'],
    ['pandsa', 'Pandas / Polars'],
    ['poalrs', 'Pandas / Polars'],
    ['modle serving', 'Model Serving'],
    ['model serivng', 'Model Serving'],
    ['feture stores', 'Feature Stores'],
    ['feature sotre', 'Feature Stores'],
    ['experiment traking', 'Experiment Tracking'],
    ['multitreading', 'Multithreading'],
    ['multi threading', 'Multithreading'],
    ['desing patterns', 'Design Patterns'],
    ['design paterns', 'Design Patterns'],
    ['algoritms', 'Algorithms & Complexity'],
    ['algorythms', 'Algorithms & Complexity'],
    ['websoket', 'WebSocket API Design'],
    ['web socket', 'WebSocket API Design'],
    ['databse indexing', 'Database Indexing'],
    ['query optimisation', 'Query Optimization'],
    ['query optimizaton', 'Query Optimization'],
    ['unit tesing', 'Unit Testing'],
    ['unittesting', 'Unit Testing'],
    ['integration tesitng', 'Integration Testing'],
    ['code reveiw', 'Code Review'],
    ['code riview', 'Code Review'],
    ['pull reqests', 'Code Review'],
    ['github copliot', 'GitHub Copilot'],
    ['copiolt', 'GitHub Copilot'],
    ['chatgtp', 'ChatGPT / Claude'],
    ['chat gpt', 'ChatGPT / Claude'],
    ['claud', 'ChatGPT / Claude'],
    ['promt engineering', 'Prompt Engineering for Code'],
    ['owsap', 'OWASP & Application Security'],
    ['djagno', 'Python Web Frameworks'],
    ['fast api', 'Python Web Frameworks'],
    ['fastpai', 'Python Web Frameworks'],
    ['rest api desing', 'REST API Design'],
    ['swager', 'API Documentation'],
    ['redes neuronale', 'PyTorch'],
    ['gestion de memora', 'Memory Management'],
  ]

  const DOMAINS_MISSPELT: readonly (readonly [string, string])[] = [
    ['obervability', 'Observability & Monitoring'],
    ['machine lerning', 'Machine Learning & AI'],
    ['programing fundamentals', 'Programming Fundamentals'],
    ['programing', 'Programming Fundamentals'],
    ['devopps', 'DevOps & CI/CD'],
    ['architecure', 'Architecture & System Design'],
    ['data enginering', 'Data Engineering'],
    ['secuirty', 'Security'],
    ['seguridda', 'Security'],
    ['arquitetura', 'Architecture & System Design'],
  ]

  test.each(ROLES_MISSPELT)('%s is the role %s', async (typed, name) => {
    expect(await answered(typed)).toBe(name)
  })

  test.each(LEVELS_MISSPELT)('%s is the level %s', async (typed, name) => {
    expect(await answered(`ml-engineer ${typed}`)).toBe(`ML Engineer · ${name}`)
  })

  test.each(SKILLS_MISSPELT)('%s is the skill %s', async (typed, name) => {
    expect(await answered(typed)).toBe(name)
  })

  test.each(DOMAINS_MISSPELT)('%s is the domain %s', async (typed, name) => {
    expect(await answered(typed)).toBe(name)
  })

  test('that are equally near to two names may mean either', () => {
    expect(read(own, 'reds')).toEqual([
      { piece: 'reds', match: 'typo', meanings: ['skill network-fundamentals', 'skill redis'] },
    ])
  })
})

describe('names that the own catalog lacks are not mistaken for names it has', () => {
  const TECHNOLOGIES =
    'rust java go react ruby scala swift php node vue angular kotlin perl c c++ c# r javascript typescript excel figma ' +
    'jira vim css html xml json nginx spring rails laravel jenkins azure gcp linux bash hadoop airflow mongodb mysql ' +
    'oracle cassandra tensorflow keras numpy jax ray dask snowflake bigquery elasticsearch elastic solr consul vault ' +
    'ansible puppet chef flink pulsar trino hive hbase sqlite mariadb pip poetry conda zoom slack teams trello asana'

  test.each(TECHNOLOGIES.split(' '))('%s', (word) => {
    expect(read(own, word)).toEqual([{ piece: word, match: 'none', meanings: [] }])
  })

  const ELSEWHERE =
    'hello banana weather pizza football guitar holiday lunch monday salary purple river mountain elephant kitchen ' +
    'music window garden coffee chocolate bicycle airport doctor painting marketing sales library umbrella pencil ' +
    'trumpet lawyer carpet zapato ventana cocina perro'

  test.each(ELSEWHERE.split(' '))('%s', (word) => {
    expect(read(own, word)).toEqual([{ piece: word, match: 'none', meanings: [] }])
  })

  test.each(['ams', 'gut', 'jvt', 'rast', 'best', 'kelm'])('a short word with another letter in it: %s', (word) => {
    expect(read(own, word).map((part) => part.match)).toEqual(['none'])
  })
})
