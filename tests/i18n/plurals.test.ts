import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale, type MessageKey, type Params, translator } from '../../src/i18n/index.ts'
import { expectedIn } from '../fixtures/locales.ts'
import { anatomyOf, KEYS, OTHER_LOCALES } from './messages.ts'

const PLURAL = KEYS.filter((key) => LOCALES.some((locale) => anatomyOf(key, locale).plurals.length > 0))

/** A sentence with a number for everything that is counted, and its parameter's name for everything else. */
function counted(key: MessageKey, locale: Locale, count: number): string {
  const { params, numbers, selects } = anatomyOf(key, locale)
  const values = params.map((param): [string, string | number] => {
    const [first] = selects[param] ?? []
    return [param, numbers.includes(param) ? count : (first ?? `‹${param}›`)]
  })
  return translator(locale)(key, Object.fromEntries(values) satisfies Params)
}

/** The other languages whose grammar has a form for one; Japanese, for example, has none. */
const WITH_SINGULAR = OTHER_LOCALES.filter((locale) =>
  new Intl.PluralRules(locale).resolvedOptions().pluralCategories.includes('one'),
)

describe('every sentence with a count', () => {
  test('uses the singular only for counts that take it, and the plural never for one', () => {
    expect(PLURAL.length).toBeGreaterThan(25)
    const alone = (count: number, noun: string) => new RegExp(`(?<![\\p{L}\\d])${count} ${noun}(?!\\p{L})`, 'u')
    for (const locale of LOCALES) {
      // Some languages, such as Portuguese, take the singular for none too.
      const rules = new Intl.PluralRules(locale)
      const withoutSingular = [0, 2].filter((count) => rules.select(count) !== 'one')
      for (const key of PLURAL) {
        for (const [one, many] of expectedIn(locale).nouns) {
          expect(counted(key, locale, 1)).not.toMatch(alone(1, many))
          for (const count of withoutSingular) expect(counted(key, locale, count)).not.toMatch(alone(count, one))
        }
      }
    }
  })

  test('has a fallback for every other value', () => {
    for (const locale of LOCALES) {
      const plurals = PLURAL.flatMap((key) => anatomyOf(key, locale).plurals.map(({ cases }) => ({ key, cases })))
      expect(plurals.filter(({ cases }) => !cases.includes('other'))).toEqual([])
    }
  })

  test.each(WITH_SINGULAR)('distinguishes one from many in %s if it does in English', (other) => {
    for (const key of PLURAL) {
      const ofOne = (locale: Locale): string[] => {
        const plurals = anatomyOf(key, locale).plurals.filter(({ cases }) => cases.includes('one'))
        return [...new Set(plurals.map(({ param }) => param))].toSorted()
      }
      expect({ key, params: ofOne(other) }).toEqual({ key, params: expect.arrayContaining(ofOne('en')) })
    }
  })
})

/** Whole sentences for 0, 1 and 2, as a native speaker would say them. */
const SENTENCES: readonly (readonly [
  MessageKey,
  en: readonly [string, string, string],
  es: readonly [string, string, string],
])[] = [
  ['skills.roles.summary', ['No roles yet', '1 role', '2 roles'], ['Aún no hay roles', '1 rol', '2 roles']],
  [
    'skills.roles.item',
    ['‹slug›, 0 skills across 0 levels', '‹slug›, 1 skill across 1 level', '‹slug›, 2 skills across 2 levels'],
    ['‹slug›, 0 habilidades en 0 niveles', '‹slug›, 1 habilidad en 1 nivel', '‹slug›, 2 habilidades en 2 niveles'],
  ],
  [
    'skills.role.summary',
    ['‹role›: 0 skills across 0 levels', '‹role›: 1 skill across 1 level', '‹role›: 2 skills across 2 levels'],
    ['‹role›: 0 habilidades en 0 niveles', '‹role›: 1 habilidad en 1 nivel', '‹role›: 2 habilidades en 2 niveles'],
  ],
  [
    'skills.role.counts',
    [
      '0 in 0 domains across 0 levels: 0 requirements',
      '1 in 1 domain across 1 level: 1 requirement, 1 blank cell',
      '2 in 2 domains across 2 levels: 2 requirements, 2 blank cells',
    ],
    [
      '0 en 0 dominios y 0 niveles: 0 requisitos',
      '1 en 1 dominio y 1 nivel: 1 requisito, 1 celda vacía',
      '2 en 2 dominios y 2 niveles: 2 requisitos, 2 celdas vacías',
    ],
  ],
  [
    'mandatory.known',
    ['0 of 0 requirements', '1 of 1 requirement', '2 of 2 requirements'],
    ['0 de 0 requisitos', '1 de 1 requisito', '2 de 2 requisitos'],
  ],
  [
    'mandatory.unknown',
    [
      'none marked; not specified for 0 requirements',
      '1 marked; not specified for 1 requirement',
      '2 marked; not specified for 2 requirements',
    ],
    [
      'ninguno marcado; sin especificar en 0 requisitos',
      '1 marcado; sin especificar en 1 requisito',
      '2 marcados; sin especificar en 2 requisitos',
    ],
  ],
  [
    'mandatory.stated',
    [
      '0 of 0 requirements, according to the source (none of them named)',
      '1 of 1 requirement, according to the source (1 of them named)',
      '2 of 2 requirements, according to the source (2 of them named)',
    ],
    [
      '0 de 0 requisitos, según la fuente (no nombra ninguno)',
      '1 de 1 requisito, según la fuente (de ellos, nombra 1)',
      '2 de 2 requisitos, según la fuente (de ellos, nombra 2)',
    ],
  ],
  [
    'skills.level.summary',
    ['‹role›, ‹level›: nothing is expected', '‹role›, ‹level›: 1 skill', '‹role›, ‹level›: 2 skills'],
    ['‹role›, ‹level›: no se espera nada', '‹role›, ‹level›: 1 habilidad', '‹role›, ‹level›: 2 habilidades'],
  ],
  [
    'skills.levelDomain.summary',
    [
      '‹role›, ‹level›, ‹domain›: 0 skills',
      '‹role›, ‹level›, ‹domain›: 1 skill',
      '‹role›, ‹level›, ‹domain›: 2 skills',
    ],
    [
      '‹role›, ‹level›, ‹domain›: 0 habilidades',
      '‹role›, ‹level›, ‹domain›: 1 habilidad',
      '‹role›, ‹level›, ‹domain›: 2 habilidades',
    ],
  ],
  [
    'skills.roleDomain.summary',
    ['‹role›, ‹domain›: 0 skills', '‹role›, ‹domain›: 1 skill', '‹role›, ‹domain›: 2 skills'],
    ['‹role›, ‹domain›: 0 habilidades', '‹role›, ‹domain›: 1 habilidad', '‹role›, ‹domain›: 2 habilidades'],
  ],
  [
    'skills.levels.summary',
    ['‹role›, ‹from› to ‹to›: no change', '‹role›, ‹from› to ‹to›: 1 change', '‹role›, ‹from› to ‹to›: 2 changes'],
    [
      '‹role›, de ‹from› a ‹to›: ningún cambio',
      '‹role›, de ‹from› a ‹to›: 1 cambio',
      '‹role›, de ‹from› a ‹to›: 2 cambios',
    ],
  ],
  [
    'skills.levels.counts',
    ['‹counts›; none stay the same.', '‹counts›; 1 stays the same.', '‹counts›; 2 stay the same.'],
    ['‹counts›; ninguna sigue igual.', '‹counts›; 1 sigue igual.', '‹counts›; 2 siguen igual.'],
  ],
  ['change.gained.count', ['0 gained', '1 gained', '2 gained'], ['0 son nuevas', '1 es nueva', '2 son nuevas']],
  ['change.raised.count', ['0 raised', '1 raised', '2 raised'], ['0 suben', '1 sube', '2 suben']],
  ['change.lowered.count', ['0 lowered', '1 lowered', '2 lowered'], ['0 bajan', '1 baja', '2 bajan']],
  ['change.dropped.count', ['0 dropped', '1 dropped', '2 dropped'], ['0 desaparecen', '1 desaparece', '2 desaparecen']],
  [
    'skills.skill.summary',
    ['‹skill›, in no role', '‹skill›, in 1 role', '‹skill›, in 2 roles'],
    ['‹skill›, en ningún rol', '‹skill›, en 1 rol', '‹skill›, en 2 roles'],
  ],
  [
    'skills.skill.roles',
    ['In no role yet', 'In 1 role', 'In 2 roles'],
    ['Todavía en ningún rol', 'En 1 rol', 'En 2 roles'],
  ],
  [
    'skills.domain.summary',
    ['‹domain›: 0 skills, no roles', '‹domain›: 1 skill, 1 role', '‹domain›: 2 skills, 2 roles'],
    ['‹domain›: 0 habilidades, ningún rol', '‹domain›: 1 habilidad, 1 rol', '‹domain›: 2 habilidades, 2 roles'],
  ],
  [
    'skills.domain.counts',
    ['0 skills, used by no role.', '1 skill, used by 1 role.', '2 skills, used by 2 roles.'],
    ['0 habilidades; no las usa ningún rol.', '1 habilidad; la usa 1 rol.', '2 habilidades; las usan 2 roles.'],
  ],
  [
    'skills.twoRoles.summary',
    [
      '‹first› and ‹second›: 0 skills compared',
      '‹first› and ‹second›: 1 skill compared',
      '‹first› and ‹second›: 2 skills compared',
    ],
    [
      '‹first› frente a ‹second›: 0 habilidades comparadas',
      '‹first› frente a ‹second›: 1 habilidad comparada',
      '‹first› frente a ‹second›: 2 habilidades comparadas',
    ],
  ],
  ['standing.same.count', ['0 the same', '1 the same', '2 the same'], ['0 iguales', '1 igual', '2 iguales']],
  [
    'standing.higher.count',
    ['0 higher in ‹first›', '1 higher in ‹first›', '2 higher in ‹first›'],
    ['0 con un grado más alto en ‹first›', '1 con un grado más alto en ‹first›', '2 con un grado más alto en ‹first›'],
  ],
  [
    'standing.lower.count',
    ['0 higher in ‹second›', '1 higher in ‹second›', '2 higher in ‹second›'],
    [
      '0 con un grado más alto en ‹second›',
      '1 con un grado más alto en ‹second›',
      '2 con un grado más alto en ‹second›',
    ],
  ],
  [
    'standing.mixed.count',
    ['0 vary by level', '1 varies by level', '2 vary by level'],
    ['0 varían según el nivel', '1 varía según el nivel', '2 varían según el nivel'],
  ],
  [
    'skills.search.summary',
    ['0 results for “‹text›”', '1 result for “‹text›”', '2 results for “‹text›”'],
    ['0 resultados para «‹text›»', '1 resultado para «‹text›»', '2 resultados para «‹text›»'],
  ],
  [
    'console.noChoice',
    [
      'There’s no option ‹number› here. There’s nothing to choose right now.',
      'There’s no option ‹number› here. Choose 1.',
      'There’s no option ‹number› here. Choose 1 or 2.',
    ],
    [
      'No hay ninguna opción ‹number›. Ahora no hay nada que elegir.',
      'No hay ninguna opción ‹number›. Elige la 1.',
      'No hay ninguna opción ‹number›. Elige de la 1 a la 2.',
    ],
  ],
]

describe('a sentence about skills is correct for none, one and two', () => {
  test.each(SENTENCES)('%s', (key, en, es) => {
    expect([0, 1, 2].map((count) => counted(key, 'en', count))).toEqual(en)
    expect([0, 1, 2].map((count) => counted(key, 'es', count))).toEqual(es)
  })

  test('does not depend on which of two counts is one', () => {
    const say = translator('es')
    expect(say('skills.domain.counts', { skills: 3, roles: 1 })).toBe('3 habilidades; las usa 1 rol.')
    expect(say('skills.domain.counts', { skills: 1, roles: 3 })).toBe('1 habilidad; la usan 3 roles.')
    expect(say('skills.domain.counts', { skills: 1, roles: 0 })).toBe('1 habilidad; no la usa ningún rol.')
    expect(translator('en')('skills.role.summary', { role: 'R', skills: 1, levels: 2 })).toBe(
      'R: 1 skill across 2 levels',
    )
  })
})
