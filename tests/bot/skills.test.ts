import { describe, expect, test } from 'vitest'
import { proficiencyLetter, proficiencyMeaning, proficiencyName } from '../../src/bot/views/proficiency.ts'
import { createCatalogIndex, DEFAULT_SCALE, localized, type Proficiency } from '../../src/catalog/index.ts'
import { LOCALES, type Locale, translator } from '../../src/i18n/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { expectedIn } from '../fixtures/locales.ts'
import { buildSmallCatalog } from './catalog-builder.ts'
import { openConversation } from './conversation.ts'
import {
  fields,
  headings,
  items,
  labels,
  lettersByRow,
  listTitles,
  matrices,
  notes,
  openingNotes,
  paragraphs,
  payloadOf,
  payloads,
  tableRows,
  usages,
} from './read-message.ts'
import { manyRoles, threeRoles } from './two-roles.ts'

const own = openConversation(await openCatalog(ownCatalog))
const fixture = openConversation(await openCatalog(fixtureCatalog))
const three = openConversation(createCatalogIndex(threeRoles))
const { skills, domains, roles } = own.catalogIndex.catalog

/** A statement of the catalog, which the answer must repeat literally. */
function statement(skill: string, proficiency: Proficiency, locale: Locale): string {
  const text = skills.get(skill)?.statements[proficiency]
  if (!text) throw new Error(`the catalogue has no skill ${skill}`)
  return localized(text, locale)
}

function domainName(slug: string, locale: Locale): string {
  const domain = domains.get(slug)
  if (!domain) throw new Error(`the catalogue has no domain ${slug}`)
  return localized(domain.name, locale)
}

function levelOf(slug: string) {
  const level = roles.get('ml-engineer')?.levels.find((entry) => entry.slug === slug)
  if (!level) throw new Error(`the role has no level ${slug}`)
  return level
}

/** English letters of proficiencies in a language: `A W V —` is `N C V —` in Spanish. */
function lettersIn(locale: Locale, letters: string): string {
  return locale === 'es' ? letters.replaceAll('A', 'N').replaceAll('W', 'C') : letters
}

describe('nothing asked', () => {
  test.each([
    ['en', '1 role', '58 skills across 5 levels', 'What can I ask?'],
    ['es', '1 rol', '58 habilidades en 5 niveles', '¿Qué puedo preguntar?'],
  ] as const)('in %s lists the roles by family and says what can be asked', async (locale, count, size, help) => {
    const { message } = await own.ask('', locale)
    expect(message.summary).toBe(count)
    expect(headings(message)).toEqual(['Roles'])
    expect(listTitles(message)).toEqual(['ML & AI Engineering'])
    expect(items(message)).toEqual([
      {
        text: `ML Engineer: ${localized(roles.get('ml-engineer')?.description ?? { en: '' }, locale)}`,
        detail: `ml-engineer, ${size}`,
      },
    ])
    expect(paragraphs(message).join()).toContain('/skills ml-engineer senior')
    expect(labels(message)).toEqual(['ML Engineer', help])
  })

  test('lists families and their roles in order of name', async () => {
    const { message } = await three.ask('')
    expect(listTitles(message)).toEqual(['Backend', 'Data', 'Research'])
    expect(labels(message).slice(0, 3)).toEqual(['Backend Engineer', 'Data Engineer', 'Research Fellow'])
  })

  test('pages through more roles than fit one answer, each on exactly one page', async () => {
    const conversation = openConversation(createCatalogIndex(manyRoles(60)))
    const seen: string[] = []
    let reply = await conversation.ask('')
    for (let page = 1; ; page += 1) {
      expect(notes(reply.message)).toEqual([`Page ${page} of 3 (60 in all).`])
      seen.push(...items(reply.message).map((item) => item.text.split(':', 1)[0] ?? ''))
      const next = payloads(reply.message)[labels(reply.message).indexOf('Next page')]
      if (next === undefined) break
      reply = await conversation.press(next)
    }
    expect(seen.toSorted()).toEqual(
      [...conversation.catalogIndex.catalog.roles.values()].map((role) => role.name).toSorted(),
    )
    expect(labels(reply.message)).toContain('Previous page')
  })
})

describe('role', () => {
  test.each(LOCALES)('in %s tells on one screen what it is and each level in a line', async (locale) => {
    const { message } = await own.ask('ml-engineer', locale)
    expect(headings(message)).toEqual(['ML Engineer'])
    expect(paragraphs(message)).toEqual([localized(roles.get('ml-engineer')?.description ?? { en: '' }, locale)])
    expect(matrices(message)).toEqual([])
    const lines = items(message)
    expect(lines.map((item) => item.text.split(':', 1)[0])).toEqual([
      'Junior',
      'Middle',
      'Senior',
      'Lead / Staff',
      'Principal',
    ])
    for (const [index, { text, detail }] of lines.entries()) {
      const focus = text.replace(/^[^:]+: /u, '')
      expect(focus.split(' ').length).toBeLessThanOrEqual(12)
      expect(localized(roles.get('ml-engineer')?.levels[index]?.focus ?? { en: '' }, locale)).toContain(focus)
      expect(detail).toBe('')
    }
  })

  test.each([
    ['en', 'All 58 skills'],
    ['es', 'Las 58 habilidades'],
  ] as const)('in %s shows every skill at every level after one press', async (locale, label) => {
    const answer = await own.ask('ml-engineer', locale)
    const { message } = await own.press(payloadOf(answer.message, label), locale)
    const [matrix] = matrices(message)
    if (!matrix) throw new Error('no matrix')
    expect(matrix.columns.map((column) => column.short)).toEqual(['Jun', 'Mid', 'Sen', 'Lead', 'Princ'])
    expect(matrix.groups.map((group) => group.label)).toEqual(
      roles.get('ml-engineer')?.domains.map((group) => domainName(group.domain.slug, locale)),
    )
    const letters = lettersByRow(matrix)
    expect(Object.keys(letters)).toHaveLength(58)
    expect(letters).toMatchObject({
      PyTorch: lettersIn(locale, 'A W V E E'),
      'GitHub Copilot': lettersIn(locale, 'A A W V V'),
      'Algorithms & Complexity': lettersIn(locale, 'W W V V E'),
      'Cursor IDE': lettersIn(locale, 'A W V V —'),
      'Structured Logging': lettersIn(locale, 'W V E — —'),
      'Prometheus & Grafana': lettersIn(locale, 'A W V — —'),
    })
    expect(matrix.legend.map((entry) => entry.sign)).toEqual(lettersIn(locale, 'A W V E — ●').split(' '))
  })

  test.each([
    [
      'en',
      'About ML Engineer',
      ['Skills', '58 in 14 domains across 5 levels: 285 requirements, 5 blank cells'],
      ['Mandatory', '125 of 285 requirements, according to the source (22 of them named)'],
      'Key domains',
    ],
    [
      'es',
      'Sobre ML Engineer',
      ['Habilidades', '58 en 14 dominios y 5 niveles: 285 requisitos, 5 celdas vacías'],
      ['Obligatorios', '125 de 285 requisitos, según la fuente (de ellos, nombra 22)'],
      'Dominios clave',
    ],
  ] as const)(
    'in %s tells apart what only its maintainers need',
    async (locale, about, skillsField, mandatory, key) => {
      const answer = await own.ask('ml-engineer', locale)
      expect(fields(answer.message)).toEqual({})
      const { message } = await own.press(payloadOf(answer.message, about), locale)
      expect(headings(message)).toEqual([about])
      expect(fields(message)).toMatchObject(Object.fromEntries([skillsField, mandatory]))
      expect(fields(message)[key]).toBe(
        ['programming-fundamentals', 'backend-development', 'database-management']
          .map((slug) => domainName(slug, locale))
          .join(', '),
      )
      expect(items(message).map((item) => item.detail)).toEqual(
        roles.get('ml-engineer')?.levels.map((level) => `Stack: ${localized(level.stack, locale)}`),
      )
    },
  )
})

test.each([
  ['en', 'About ML Researcher', 'Mandatory', '9 marked; not specified for 28 requirements'],
  ['es', 'Sobre ML Researcher', 'Obligatorios', '9 marcados; sin especificar en 28 requisitos'],
] as const)(
  'a role whose ladder states no totals never mentions a source, in %s',
  async (locale, about, label, line) => {
    const answer = await fixture.ask('ml-researcher', locale)
    const { message } = await fixture.press(payloadOf(answer.message, about), locale)
    expect(fields(message)[label]).toBe(line)
    expect(JSON.stringify([answer.message, message])).not.toMatch(/source|fuente/u)
  },
)

describe('the letters of proficiencies', () => {
  test('are one each, in every language, and no two are the same', () => {
    for (const locale of LOCALES) {
      const letters = DEFAULT_SCALE.steps.map((proficiency) => proficiencyLetter(proficiency, translator(locale)))
      expect(new Set(letters).size).toBe(DEFAULT_SCALE.steps.length)
      for (const letter of letters) expect(letter).toMatch(/^\p{Lu}$/u)
    }
  })

  test('begin the word, or are in it', () => {
    for (const locale of LOCALES) {
      const t = translator(locale)
      for (const proficiency of DEFAULT_SCALE.steps) {
        const word = proficiencyName(proficiency, t).toUpperCase()
        expect(word).toContain(proficiencyLetter(proficiency, t))
      }
    }
  })

  test.each([
    ['en', 'ml-engineer'],
    ['es', 'ml-engineer'],
    ['es', 'ml-engineer security'],
  ] as const)('in %s are explained below the matrix of %s, with what each step means', async (locale, typed) => {
    const answer = await own.ask(typed, locale)
    const whole = labels(answer.message).findIndex((label) => /\b58\b/u.test(label))
    const payload = payloads(answer.message)[whole]
    const { message } = payload === undefined ? answer : await own.press(payload, locale)
    const t = translator(locale)
    const [matrix] = matrices(message)
    const expected = DEFAULT_SCALE.steps.map((proficiency) => ({
      sign: proficiencyLetter(proficiency, t),
      means: proficiencyName(proficiency, t),
    }))
    expect(matrix?.legend.slice(0, 4)).toEqual(expected)
    const meaning = DEFAULT_SCALE.steps.map(
      (proficiency) => `${proficiencyName(proficiency, t)}: ${proficiencyMeaning(proficiency, t)}`,
    )
    expect(notes(message)).toContain(`${meaning.join('; ')}.`)
  })

  test.each(['en', 'es'] as const)('in %s have a legend beside two roles too', async (locale) => {
    const summary = await three.ask('data-engineer backend-engineer', locale)
    const [whole = ''] = payloads(summary.message)
    const { message } = await three.press(whole, locale)
    const t = translator(locale)
    const legend = DEFAULT_SCALE.steps
      .map((step) => `${proficiencyLetter(step, t)} ${proficiencyName(step, t)}`)
      .join(' · ')
    for (const page of [summary.message, message]) {
      expect(notes(page).at(-1)).toBe(`${legend} · — ${t('proficiency.absent')}`)
    }
    const signs = tableRows(message).flatMap((row) => row.slice(1).flatMap((letters) => letters.split(' ')))
    expect(new Set(signs)).toEqual(new Set(lettersIn(locale, 'A W V E —').split(' ')))
  })
})

describe('role level', () => {
  test.each([
    [
      'en',
      [
        '58 skills: 1 Expert · 48 Advanced · 9 Working.',
        'Mandatory ●: Apache Spark, Gradient Boosting, and Feature Stores; the ladder doesn’t say whether the other 55 are.',
      ],
      ['Changes from Middle', 'By domain'],
      'All 58 skills are higher.',
      ['4 · Working; Advanced: Cursor IDE', '4 · 2 Advanced · 2 Working', '3 · all Advanced'],
    ],
    [
      'es',
      [
        '58 habilidades: 1 Experto · 48 Avanzado · 9 Competente.',
        'Obligatorias ●: Apache Spark, Gradient Boosting y Feature Stores; de las otras 55, el marco de carrera no dice si lo son.',
      ],
      ['Qué cambia respecto a Middle', 'Por dominio'],
      'Suben las 58 habilidades.',
      ['4 · Competente; Avanzado: Cursor IDE', '4 · 2 Avanzado · 2 Competente', '3 · todas en Avanzado'],
    ],
  ] as const)(
    'in %s tells it on one screen: counts, what is new, a line a domain',
    async (locale, counts, titles, rising, spreads) => {
      const { message } = await own.ask('ml-engineer senior', locale)
      expect(headings(message)).toEqual(['ML Engineer · Senior'])
      expect(paragraphs(message)).toEqual([
        localized(levelOf('senior').focus, locale),
        `Stack: ${localized(levelOf('senior').stack, locale)}`,
        ...counts,
      ])
      expect(listTitles(message)).toEqual(titles)
      expect(matrices(message)).toEqual([])
      const lines = items(message).map(({ text }) => text)
      expect(lines).toHaveLength(15)
      expect(lines[0]).toBe(rising)
      const [copilots, databases, security] = spreads
      expect(lines).toContain(`${domainName('ai-assisted-development', locale)} · ${copilots}`)
      expect(lines).toContain(`${domainName('database-management', locale)} · ${databases}`)
      expect(lines).toContain(`${domainName('security', locale)} · ${security}`)
    },
  )

  test.each([
    ['en', 'All 58 skills', 'All 58 skills are higher than at Middle.', 'Advanced'],
    ['es', 'Las 58 habilidades', 'Suben las 58 habilidades respecto a Middle.', 'Avanzado'],
  ] as const)(
    'in %s shows every skill after one press, without a mark that would stand on every row',
    async (locale, label, rising, advanced) => {
      const answer = await own.ask('ml-engineer senior', locale)
      const { message } = await own.press(payloadOf(answer.message, label), locale)
      expect(paragraphs(message)).toEqual([rising])
      const [matrix] = matrices(message)
      expect(matrix?.groups).toHaveLength(14)
      const cells = new Map(matrix?.groups.flatMap((group) => group.rows.map((row) => [row.label, row.cells] as const)))
      expect(cells.size).toBe(58)
      expect(cells.get('PyTorch')).toEqual([
        { proficiency: 'advanced', letter: 'V', word: advanced, mandatory: 'unknown' },
      ])
      expect(cells.get('Gradient Boosting')).toEqual([
        { proficiency: 'advanced', letter: 'V', word: advanced, mandatory: true },
      ])
      expect(matrix?.legend.map(({ sign }) => sign)).not.toContain('↑')
    },
  )

  test('at the lowest level speaks of no level below, and marks nothing as rising', async () => {
    const answer = await own.ask('ml-engineer junior')
    expect(paragraphs(answer.message)).toContain('58 skills: 8 Working · 50 Awareness.')
    expect(listTitles(answer.message)).toEqual(['By domain'])
    const { message } = await own.press(payloadOf(answer.message, 'All 58 skills'))
    const cells = matrices(message).flatMap((matrix) =>
      matrix.groups.flatMap((group) => group.rows.map((row) => row.cells)),
    )
    expect(cells.flat().filter((cell) => cell.rises)).toEqual([])
  })

  test('names some of what steps up, counts the rest, and says what is expected no longer', async () => {
    const answer = await own.ask('ml-engineer principal')
    expect(paragraphs(answer.message)).toContain('55 skills: 46 Expert · 9 Advanced.')
    expect(
      items(answer.message)
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual([
      '18 higher: REST API Design, Python Web Frameworks, Docker, and 15 more.',
      'Lower or no longer expected: Cursor IDE.',
    ])
    // 18 rows step up from Lead / Staff to Principal: the a w v v e and w w v v e ones.
    const { message } = await own.press(payloadOf(answer.message, 'All 55 skills'))
    const rows = matrices(message).flatMap((matrix) => matrix.groups.flatMap((group) => group.rows))
    expect(rows.filter((row) => row.cells[0]?.rises)).toHaveLength(18)
    expect(rows.find((row) => row.label === 'PyTorch')?.cells[0]?.rises).toBe(false)
    expect(rows.find((row) => row.label === 'Docker')?.cells[0]?.rises).toBe(true)
  })

  test('names the skills that step up by more than one', async () => {
    const jumper = openConversation(
      createCatalogIndex(
        buildSmallCatalog({
          slug: 'jumper',
          levels: ['one', 'two', 'three'],
          rows: { sport: { running: 'aww', jumping: 'ave', diving: '-aa', resting: 'www' } },
        }),
      ),
    )
    const { message } = await jumper.ask('jumper two')
    expect(items(message).map(({ text }) => text)).toEqual([
      'Running: Working',
      'Jumping: Advanced',
      'Diving: Awareness',
      'Resting: Working',
      'New: Diving.',
      '2 higher: Running and Jumping. Up more than one step: Jumping.',
    ])
    const same = await jumper.ask('jumper three')
    expect(items(same.message).at(-1)?.text).toBe('1 higher: Jumping.')
  })
})

describe('a level that expects nothing', () => {
  const idle = openConversation(
    createCatalogIndex(
      buildSmallCatalog({ slug: 'idler', levels: ['guest', 'host'], rows: { leisure: { napping: '-e' } } }),
    ),
  )

  test.each([
    ['en', 'Nothing is expected at this level.', 'nothing is expected'],
    ['es', 'No se espera nada.', 'no se espera nada'],
  ] as const)('in %s says so, and no more', async (locale, expected, summary) => {
    const { message } = await idle.ask('idler guest', locale)
    expect(message.summary).toBe(`Idler, Guest: ${summary}`)
    expect(paragraphs(message)).toContain(expected)
  })

  test('and the level above gains it', async () => {
    const { message } = await idle.ask('idler host')
    expect(items(message).map(({ text }) => text)).toEqual(['Napping: Expert', 'New: Napping.'])
    const compared = await idle.ask('idler guest host')
    expect(paragraphs(compared.message)).toEqual(['1 gained; none stay the same.'])
    expect(items(compared.message).at(-1)?.text).toBe('Napping: nothing expected → Expert')
  })
})

describe('role level domain', () => {
  test.each(LOCALES)('in %s shows only that domain, with the statement of each expectation', async (locale) => {
    const { message } = await own.ask('ml-engineer senior security', locale)
    expect(headings(message)).toEqual([`ML Engineer · Senior · ${domainName('security', locale)}`])
    expect(items(message)).toEqual(
      [
        ['OWASP & Application Security', 'owasp-application-security'],
        ['Secure Coding Practices', 'secure-coding-practices'],
        ['JWT / OAuth2 / OIDC', 'jwt-oauth2-oidc'],
      ].map(([name = '', slug = '']) => ({
        text: `${name}: ${expectedIn(locale).advanced}`,
        detail: statement(slug, 'advanced', locale),
      })),
    )
  })

  test('says where the level expects nothing', async () => {
    const en = await own.ask('ml-engineer principal observability-monitoring')
    expect(items(en.message)).toContainEqual({ text: 'Structured Logging: nothing expected', detail: '' })
    const es = await own.ask('ml-engineer principal observability-monitoring', 'es')
    expect(items(es.message)).toContainEqual({ text: 'Structured Logging: no se espera nada', detail: '' })
  })
})

describe('role level level', () => {
  test.each([
    [
      'en',
      '18 raised and 1 dropped; 37 stay the same.',
      ['What changes', 'Less, or nothing, expected', 'Cursor IDE: Advanced → nothing expected'],
      /^Raised, by domain: Programming Fundamentals 5 · Testing & QA 2 · /u,
      ['All 19 changes', 'Raised', 'Dropped'],
    ],
    [
      'es',
      '18 suben y 1 desaparece; 37 siguen igual.',
      ['Qué cambia', 'Se pide menos, o deja de pedirse', 'Cursor IDE: Avanzado → no se espera nada'],
      /^Suben, por dominio: Fundamentos de programación 5 · Pruebas y calidad \(QA\) 2 · /u,
      ['Los 19 cambios', 'Suben', 'Desaparecen'],
    ],
  ] as const)(
    'in %s names what is added before what is dropped, counts the rest and shows all after one press',
    async (locale, counts, [title, less, dropped], rest, [label, ...titles]) => {
      const answer = await own.ask('ml-engineer lead-staff principal', locale)
      expect(headings(answer.message)).toEqual(['ML Engineer: Lead / Staff → Principal'])
      expect(paragraphs(answer.message)).toEqual([counts, expect.stringMatching(rest)])
      expect(listTitles(answer.message)).toEqual([title, less])
      expect(items(answer.message).at(-1)?.text).toBe(dropped)
      const { message } = await own.press(payloadOf(answer.message, label), locale)
      expect(paragraphs(message)).toEqual([counts, ...titles])
      const [raised, absent] = matrices(message)
      if (!raised || !absent) throw new Error('two matrices are expected')
      expect(Object.keys(lettersByRow(raised))).toHaveLength(18)
      expect(lettersByRow(raised)).toMatchObject({ Docker: 'V E', 'Data Structures': 'V E' })
      expect(lettersByRow(absent)).toEqual({ 'Cursor IDE': 'V —' })
      expect(raised.columns.map((column) => column.label)).toEqual(['Lead / Staff', 'Principal'])
    },
  )

  test('in the other order tells the same changes the other way round', async () => {
    const { message } = await own.ask('ml-engineer principal lead-staff')
    expect(headings(message)).toEqual(['ML Engineer: Principal → Lead / Staff'])
    expect(paragraphs(message)[0]).toBe('1 gained and 18 lowered; 37 stay the same.')
    expect(items(message).map(({ text }) => text)).toContain('Cursor IDE: nothing expected → Advanced')
  })

  test('names the core first, and counts the rest by domain', async () => {
    const { message } = await own.ask('ml-engineer middle senior')
    expect(listTitles(message)).toEqual(['Changes in the core of ML Engineer'])
    const core = items(message)
      .map(({ text }) => text)
      .filter((text) => text.includes('→'))
    expect(core).toHaveLength(9)
    expect(core).toContain('PyTorch: Working → Advanced')
    expect(paragraphs(message).at(-1)).toMatch(/^Raised, by domain: AI-Assisted Development 4 · /u)
    expect(paragraphs(message).at(-1)).not.toContain('Machine Learning')
  })
})

describe('role skill', () => {
  test.each([
    ['en', ['Awareness ● mandatory', 'Working', 'Advanced', 'Expert', 'Expert']],
    ['es', ['Nociones ● obligatoria', 'Competente', 'Avanzado', 'Experto', 'Experto']],
  ] as const)('in %s shows the skill at every level, with its statements', async (locale, words) => {
    const { message } = await own.ask('ml-engineer pytorch', locale)
    const levels = ['Junior', 'Middle', 'Senior', 'Lead / Staff', 'Principal']
    const proficiencies = ['awareness', 'working', 'advanced', 'expert', 'expert'] as const
    expect(headings(message)).toEqual(['PyTorch · ML Engineer'])
    const [awareness = '', working, advanced, expert] = words.map((word) => word.split(' ')[0])
    expect(message.summary).toContain(
      `Jun ${awareness} · Mid ${working} · Sen ${advanced} · Lead ${expert} · Princ ${expert}`,
    )
    expect(items(message)).toEqual(
      proficiencies.map((proficiency, at) => ({
        text: `${levels[at]}: ${words[at]}`,
        // What two levels expect alike is said once.
        detail: proficiencies.indexOf(proficiency) === at ? statement('pytorch', proficiency, locale) : '',
      })),
    )
  })

  test('tells the levels at which nothing is expected', async () => {
    const { message } = await own.ask('ml-engineer structured-logging')
    expect(items(message).map((item) => item.text)).toEqual([
      'Junior: Working',
      'Middle: Advanced',
      'Senior: Expert',
      'Lead / Staff: nothing expected',
      'Principal: nothing expected',
    ])
  })
})

describe('role level skill', () => {
  test.each([
    ['en', 'Senior: Advanced'],
    ['es', 'Senior: Avanzado'],
  ] as const)('in %s tells what is expected there, beside the levels around it', async (locale, text) => {
    const { message } = await own.ask('ml-engineer senior pytorch', locale)
    expect(headings(message)).toEqual(['PyTorch · ML Engineer · Senior'])
    expect(items(message).map((item) => item.detail)).toEqual([
      statement('pytorch', 'advanced', locale),
      statement('pytorch', 'working', locale),
      statement('pytorch', 'expert', locale),
    ])
    expect(items(message)[0]?.text).toBe(text)
    // What the source does not say is told once, about the role.
    expect(notes(message)).toEqual([])
  })

  test('says that a requirement is mandatory where the source names it', async () => {
    const en = await own.ask('ml-engineer junior pytorch')
    expect(notes(en.message)).toEqual(['Mandatory at this level.'])
    const es = await own.ask('ml-engineer principal gradient-boosting', 'es')
    expect(notes(es.message)).toEqual(['Obligatoria en este nivel.'])
  })

  test('says nothing of mandatory where nothing is expected', async () => {
    const { message } = await own.ask('ml-engineer principal cursor-ide')
    expect(items(message)[0]?.text).toBe('Principal: nothing expected')
    expect(notes(message)).toEqual([])
  })
})

describe('skill', () => {
  test.each([
    ['en', ['Awareness', 'Working', 'Advanced', 'Expert'], 'In 1 role', ['A', 'W', 'V', 'E']],
    ['es', ['Nociones', 'Competente', 'Avanzado', 'Experto'], 'En 1 rol', ['N', 'C', 'V', 'E']],
  ] as const)('in %s shows its proficiencies and every role that expects it', async (locale, words, title, letters) => {
    const { message } = await own.ask('pytorch', locale)
    expect(headings(message)).toEqual(['PyTorch'])
    expect(listTitles(message)).toEqual([title])
    const proficiencies = ['awareness', 'working', 'advanced', 'expert'] as const
    expect(items(message)).toEqual([
      ...proficiencies.map((proficiency, at) => ({
        text: words[at],
        detail: statement('pytorch', proficiency, locale),
      })),
      {
        text: `ML Engineer: Jun ${letters[0]} · Mid ${letters[1]} · Sen ${letters[2]} · Lead ${letters[3]} · Princ ${letters[3]}`,
        detail: '',
      },
    ])
    expect(notes(message)).toEqual([words.map((word, at) => `${letters[at]} ${word}`).join(' · ')])
  })

  test('pages through more roles than fit one answer, each on exactly one page', async () => {
    const conversation = openConversation(createCatalogIndex(manyRoles(45)))
    const seen: string[] = []
    let reply = await conversation.ask('everywhere')
    for (let page = 1; ; page += 1) {
      expect(notes(reply.message).at(-1)).toBe(`Page ${page} of 3 (45 in all).`)
      seen.push(...items(reply.message).flatMap((item) => /^(Role .+): /u.exec(item.text)?.[1] ?? []))
      const next = payloads(reply.message)[labels(reply.message).indexOf('Next page')]
      if (next === undefined) break
      reply = await conversation.press(next)
    }
    expect(seen.toSorted()).toEqual(
      [...conversation.catalogIndex.catalog.roles.values()].map((role) => role.name).toSorted(),
    )
  })
})

describe('role domain', () => {
  test.each(LOCALES)('in %s tells the domain at every level', async (locale) => {
    const { message } = await own.ask('ml-engineer security', locale)
    expect(headings(message)).toEqual([`ML Engineer · ${domainName('security', locale)}`])
    const [matrix] = matrices(message)
    if (!matrix) throw new Error('no matrix')
    expect(lettersByRow(matrix)).toEqual({
      'OWASP & Application Security': lettersIn(locale, 'A W V E E'),
      'Secure Coding Practices': lettersIn(locale, 'A W V E E'),
      'JWT / OAuth2 / OIDC': lettersIn(locale, 'A W V E E'),
    })
  })
})

describe('domain', () => {
  test.each([
    ['en', '3 skills, used by 1 role.'],
    ['es', '3 habilidades; las usa 1 rol.'],
  ] as const)('in %s tells its skills and the roles that use it', async (locale, counts) => {
    const { message } = await own.ask('security', locale)
    expect(headings(message)).toEqual([domainName('security', locale)])
    expect(paragraphs(message)).toEqual([counts])
    expect(items(message).toSorted((a, b) => a.text.localeCompare(b.text))).toEqual([
      { text: 'JWT / OAuth2 / OIDC', detail: statement('jwt-oauth2-oidc', 'working', locale) },
      { text: 'OWASP & Application Security', detail: statement('owasp-application-security', 'working', locale) },
      { text: 'Secure Coding Practices', detail: statement('secure-coding-practices', 'working', locale) },
    ])
  })
})

describe('level', () => {
  test.each(LOCALES)('in %s is the level of the only role that has it', async (locale) => {
    expect(await own.ask('lead', locale)).toEqual(await own.ask('ml-engineer lead-staff', locale))
    expect(await three.ask('middle', locale)).toEqual(await three.ask('data-engineer middle', locale))
  })

  test.each([
    ['en', 'Which role do you mean?'],
    ['es', '¿A qué rol te refieres?'],
  ] as const)('in %s is a choice of roles where several have it', async (locale, question) => {
    const { message, failed } = await three.ask('senior', locale)
    expect(failed).toBeUndefined()
    expect(notes(message)).toEqual([question])
    expect(labels(message)).toEqual(['Backend Engineer · Senior', 'Data Engineer · Senior'])
  })
})

describe('role role', () => {
  test('tells all levels both have: what is alike, higher, lower and only in one', async () => {
    const { message } = await three.ask('data-engineer backend-engineer')
    expect(headings(message)).toEqual(['Data Engineer / Backend Engineer'])
    expect(notes(message)[0]).toBe('Proficiency at the levels both roles share: Juni0 and Seni2.')
    expect(paragraphs(message)).toEqual([
      'Of 6 skills: 1 higher in Data Engineer, 1 higher in Backend Engineer, 1 varies by level, ' +
        '1 only in Data Engineer, 1 only in Backend Engineer, and 1 the same.',
    ])
    expect(items(message).map(({ text }) => text)).toEqual([
      'Spark: Data Engineer A E · Backend Engineer — —',
      'Docker: Data Engineer — W · Backend Engineer A —',
      'Golang: Data Engineer — — · Backend Engineer A W',
      'Redis: Data Engineer A W · Backend Engineer W V',
      'Python: Data Engineer A V · Backend Engineer A W',
    ])
    expect(labels(message)).toEqual(['All 6 skills', 'Junior', 'Senior', 'Data Engineer', 'Backend Engineer'])
    const all = await three.press(payloadOf(message, 'All 6 skills'))
    expect(paragraphs(all.message).slice(1)).toEqual([
      'Higher in Data Engineer',
      'Higher in Backend Engineer',
      'Varies by level',
      'Only in Data Engineer',
      'Only in Backend Engineer',
      'The same in both',
    ])
    expect(tableRows(all.message)).toEqual([
      ['Python', 'A V', 'A W'],
      ['Redis', 'A W', 'W V'],
      ['Docker', '— W', 'A —'],
      ['Spark', 'A E', '— —'],
      ['Golang', '— —', 'A W'],
      ['Postgresql', 'A V', 'A V'],
    ])
  })

  test('in Spanish tells the same', async () => {
    const { message } = await three.ask('ingeniero de datos, ingeniero backend', 'es')
    expect(headings(message)).toEqual(['Data Engineer / Backend Engineer'])
    const all = await three.press(payloadOf(message, 'Las 6 habilidades'), 'es')
    expect(paragraphs(all.message).slice(1)).toEqual([
      'Grado más alto en Data Engineer',
      'Grado más alto en Backend Engineer',
      'Varían según el nivel',
      'Solo en Data Engineer',
      'Solo en Backend Engineer',
      'Iguales en ambos',
    ])
  })

  test.each([
    'backend-engineer data-engineer',
    'be de',
    'compare a backend engineer with a data engineer',
    'backend vs data engineer',
    'ingeniero backend contra ingeniero de datos',
  ])('keeps the order in which the roles were named: “%s”', async (typed) => {
    const { message } = await three.ask(typed)
    expect(headings(message)).toEqual(['Backend Engineer / Data Engineer'])
    expect(items(message).find(({ text }) => text.startsWith('Redis'))?.text).toBe(
      'Redis: Backend Engineer W V · Data Engineer A W',
    )
  })

  test.each([
    ['data-enginer backend-engineer', ['data enginer']],
    ['data-engineer backend-enginer', ['backend enginer']],
    ['data-engineeer backend-enginer', ['data engineeer', 'backend enginer']],
  ])('reads “%s”', async (typed, misspelt) => {
    const { message } = await three.ask(typed)
    const expected = misspelt.map(
      (piece) => `Showing ${piece.startsWith('data') ? 'Data' : 'Backend'} Engineer for “${piece}”.`,
    )
    expect(openingNotes(message, expected.length)).toEqual(expected)
    const straight = await three.ask('data-engineer backend-engineer')
    expect({ ...message, blocks: message.blocks.slice(expected.length) }).toEqual(straight.message)
  })
})

describe('role role level', () => {
  test.each([
    'data-engineer backend-engineer senior',
    'senior data-engineer backend-engineer',
    'data-engineer senior backend-engineer',
    'compare senior data engineer with senior backend engineer',
  ])('“%s” tells the two side by side at that level', async (typed) => {
    const { message } = await three.ask(typed)
    expect(headings(message)).toEqual(['Data Engineer / Backend Engineer · Senior'])
    expect(paragraphs(message)[0]).toBe(
      'Of 6 skills: 1 higher in Data Engineer, 1 higher in Backend Engineer, 2 only in Data Engineer, 1 only in Backend Engineer, ' +
        'and 1 the same.',
    )
    expect(items(message).map(({ text }) => text)).toContain(
      'Python: Data Engineer Advanced · Backend Engineer Working',
    )
    const all = await three.press(payloadOf(message, 'All 6 skills'))
    expect(Object.assign({}, ...matrices(all.message).map(lettersByRow))).toEqual({
      Postgresql: 'V V',
      Python: 'V W',
      Redis: 'W V',
      Docker: 'W —',
      Spark: 'E —',
      Golang: '— W',
    })
  })

  test('offers each role by itself, every level, and the other levels both have', async () => {
    const { message } = await three.ask('data-engineer backend-engineer senior')
    expect(labels(message)).toEqual(['All 6 skills', 'Junior', 'Data Engineer', 'Backend Engineer', 'Every level'])
  })

  test.each(['senoir', 'seinor', 'seniro'])('reads “%s”', async (typed) => {
    const { message } = await three.ask(`data-engineer backend-engineer ${typed}`, 'es')
    expect(notes(message)).toEqual([`He interpretado «${typed}» como Senior.`])
    expect(headings(message)).toEqual(['Data Engineer / Backend Engineer · Senior'])
  })
})

describe('search words', () => {
  test.each([
    ['en', 'nan losses', 'Results for “nan losses”'],
    ['en', 'losses NaN', 'Results for “losses NaN”'],
    ['es', 'losses en nan', 'Resultados para «losses en nan»'],
    ['es', 'bucle de entrenamiento', 'Resultados para «bucle de entrenamiento»'],
  ] as const)('in %s finds the statement that has “%s”', async (locale, typed, heading) => {
    const { message, failed } = await own.ask(typed, locale)
    expect(failed).toBeUndefined()
    expect(headings(message)).toEqual([heading])
    expect(items(message)[0]?.text).toMatch(/^PyTorch: /u)
    expect(labels(message)).toContain('PyTorch')
  })

  test.each([
    ['en', 'checkpionts', 'checkpoints'],
    ['en', 'tensr parallelism', 'tensor parallelism'],
    ['en', 'CUDA memroy errors', 'CUDA memory errors'],
    ['es', 'chekpoints reanudar', 'checkpoints reanudar'],
    ['es', 'parallelsim triton', 'parallelism triton'],
    ['es', 'entrenamineto multinodo', 'entrenamiento multinodo'],
  ] as const)('in %s finds first for “%s” what it finds first for “%s”', async (locale, typed, correct) => {
    const { message } = await own.ask(typed, locale)
    const straight = await own.ask(correct, locale)
    expect(headings(message)).toEqual([expect.stringContaining(typed)])
    expect(items(straight.message)[0]).toBeDefined()
    expect(items(message)[0]).toEqual(items(straight.message)[0])
  })

  test('keeps to a role that is named with the words', async () => {
    const within = await three.ask('data-engineer shows advanced')
    expect(headings(within.message)).toEqual(['Results for “shows advanced” in Data Engineer'])
    const matches = items(within.message).map((item) => item.text)
    expect(matches.length).toBeGreaterThan(0)
    expect(matches.filter((text) => /^(Golang|Statistics)/u.test(text))).toEqual([])
  })

  test('gives each thing found one action, however many of its statements were found', async () => {
    const { message } = await own.ask('CUDA', 'en')
    expect(new Set(labels(message)).size).toBe(labels(message).length)
  })
})

describe('help', () => {
  test.each(LOCALES)('in %s has an example for each way to ask, and each works', async (locale) => {
    const { message } = await three.ask('help', locale)
    const examples = usages(message).map(({ typed }) => typed)
    expect(examples).toHaveLength(11)
    for (const example of examples) {
      const { failed } = await three.say(example, locale)
      expect({ example, failed }).toEqual({ example, failed: undefined })
    }
  })

  test('gives examples whose answers are what it promises', async () => {
    const { message } = await three.ask('help')
    const answers = await Promise.all(usages(message).map(async ({ typed }) => (await three.say(typed)).message))
    expect(answers.map((answer) => headings(answer))).toEqual([
      ['Roles'],
      ['Backend Engineer'],
      ['Backend Engineer · Senior'],
      ['Backend Engineer · Senior · Storage'],
      ['Backend Engineer: Junior → Senior'],
      ['Postgresql · Backend Engineer · Senior'],
      ['Postgresql'],
      ['Backend Engineer / Data Engineer · Senior'],
      ['Backend Engineer: what’s changed'],
      // The statements of this catalog are a proficiency and a name, and a name wins over other words.
      ['Postgresql'],
      ['What you can ask'],
    ])
  })

  test('has no example of comparing roles where there is only one', async () => {
    const { message } = await own.ask('help')
    expect(usages(message)).toHaveLength(10)
    expect(usages(message).filter(({ answer }) => answer.includes('side by side'))).toEqual([])
  })

  test.each([
    ['en', 'What the role is, and each level in one line'],
    ['es', 'Qué es el rol, y cada nivel en una línea'],
  ] as const)('in %s speaks that language', async (locale, answer) => {
    const { message } = await own.ask('help', locale)
    expect(usages(message)[1]).toEqual({ typed: '/skills ml-engineer', answer })
  })
})

describe('what is not expected', () => {
  test.each([
    [
      'what is NOT expected of a junior ml engineer?',
      'en',
      'This is what’s expected. I can’t show what isn’t, or leave anything out.',
    ],
    [
      'what do seniors do except data engineers',
      'en',
      'This is what’s expected. I can’t show what isn’t, or leave anything out.',
    ],
    [
      '¿qué es lo que un junior no necesita saber?',
      'es',
      'Esto es lo que se espera. No puedo mostrar lo que no se espera ni dejar nada fuera.',
    ],
  ])('cannot be shown, and the answer says so: %s', async (question, locale, says) => {
    expect(notes((await three.ask(question, locale)).message)).toContain(says)
  })

  test.each(['do I need docker as a junior ml engineer?', 'why does a junior ml engineer not need golang?'])(
    'does not add that note if the question names a skill: %s',
    async (question) => {
      expect(notes((await three.ask(question, 'en')).message).join()).not.toContain('what’s expected')
    },
  )
})
