import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../src/i18n/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { expectedIn } from '../fixtures/locales.ts'
import { openConversation } from './conversation.ts'
import { headings, openingNotes } from './read-message.ts'

const own = openConversation(await openCatalog(ownCatalog))

/** The same questions in other words: by slug, name or alias, in any order, in English or Spanish. */
const OTHER_WORDS: readonly (readonly [row: string, question: string, inOtherWords: readonly string[]])[] = [
  ['nothing', '', ['   ', '\n\t ']],
  [
    'role',
    'ml-engineer',
    [
      'ML Engineer',
      'ML ENGINEER',
      'ml_engineer',
      'mle',
      'ml eng',
      'machine learning engineer',
      'what does an ml engineer need?',
      'ingeniero de ml',
      'INGENIERA DE ML',
      'ingeniera de aprendizaje automático',
      'ingeniero de aprendizaje automatico',
      '¿qué se espera de un ingeniero de ml?',
    ],
  ],
  [
    'role level',
    'ml-engineer senior',
    [
      'senior ml-engineer',
      'mle sr',
      'Sen ML Engineer',
      'ML Engineer · Senior',
      'senior, mle',
      'ingeniero de ml sénior',
      'sénior ingeniera de machine learning',
      '¿qué necesita un ingeniero de ml de nivel senior?',
    ],
  ],
  [
    'role level',
    'ml-engineer lead-staff',
    ['mle lead', 'staff mle', 'Lead / Staff ML Engineer', 'ingeniera de ml líder'],
  ],
  ['role level', 'ml-engineer junior', ['entry level ml engineer', 'ingeniero de ml principiante', 'jr mle']],
  [
    'role level domain',
    'ml-engineer senior security',
    [
      'ml-engineer security senior',
      'senior ml-engineer security',
      'senior security ml-engineer',
      'security ml-engineer senior',
      'security senior ml-engineer',
      'mle sr sec',
      'ingeniero de ml senior seguridad',
      'seguridad sénior mle',
    ],
  ],
  [
    'role level domain',
    'ml-engineer principal database-management',
    [
      'databases principal mle',
      'mle princ db',
      'gestión de bases de datos principal ingeniero de ml',
      'mle base de datos ppal',
    ],
  ],
  [
    'role level level',
    'ml-engineer lead-staff principal',
    [
      'lead-staff ml-engineer principal',
      'lead principal mle',
      'from lead to principal as ml engineer',
      'compare lead and principal for an ml engineer',
      'mle: de lead a principal',
      'líder contra principal, ingeniera de ml',
    ],
  ],
  [
    'role skill',
    'ml-engineer pytorch',
    [
      'pytorch ml-engineer',
      'PyTorch mle',
      'torch for an ml engineer',
      'ingeniera de ml pytorch',
      'redes neuronales mle',
    ],
  ],
  [
    'role level skill',
    'ml-engineer senior pytorch',
    [
      'pytorch senior ml-engineer',
      'senior pytorch ml-engineer',
      'pytorch ml-engineer senior',
      'mle torch sr',
      'which PyTorch does a senior ML engineer need?',
      'aprendizaje profundo ingeniero de ml sénior',
    ],
  ],
  ['skill', 'kubernetes-core', ['Kubernetes Core', 'kubernetes', 'k8s', 'KUBERNETES']],
  ['skill', 'pytorch', ['PyTorch', 'torch', 'deep learning', 'aprendizaje profundo', 'redes neuronales']],
  [
    'role domain',
    'ml-engineer security',
    ['security mle', 'Security · ML Engineer', 'seguridad de un ingeniero de ml'],
  ],
  ['domain', 'security', ['Security', 'infosec', 'seguridad', 'SEGURIDAD']],
  [
    'domain',
    'database-management',
    ['Database Management', 'databases', 'bases de datos', 'gestion de bases de datos'],
  ],
  ['level', 'senior', ['Senior', 'sr', 'sénior', 'SEN']],
  ['help', 'help', ['HELP', ' help ', '?', '--help', 'ayuda', 'Ayuda']],
]

/** The notes an answer must begin with. */
function readAsNotes(readAs: Readonly<Record<string, string>>, locale: Locale): string[] {
  return Object.entries(readAs).map(([typed, name]) => expectedIn(locale).readAs(typed, name))
}

describe('the same question in other words has the same answer', () => {
  const cases = OTHER_WORDS.flatMap(([row, question, others]) => others.map((other) => [row, other, question] as const))
  describe.each(LOCALES)('in %s', (locale) => {
    test.each(cases)('%s: “%s” is “%s”', async (_row, typed, question) => {
      const answer = await own.ask(typed, locale)
      expect(answer.failed).toBeUndefined()
      expect(headings(answer.message)).not.toEqual([])
      expect(answer).toEqual(await own.ask(question, locale))
    })
  })
})

describe('a misspelled question is answered, and the answer says how it was read', () => {
  describe.each(LOCALES)('in %s', (locale) => {
    test.each(expectedIn(locale).misspelled)('%s: “%s” is “%s”', async (_row, typed, correct, readAs) => {
      const expected = readAsNotes(readAs, locale)
      const { message, failed } = await own.ask(typed, locale)
      expect(failed).toBeUndefined()
      expect(openingNotes(message, expected.length)).toEqual(expected)
      const straight = await own.ask(correct, locale)
      expect(headings(straight.message)).not.toEqual([])
      expect({ ...message, blocks: message.blocks.slice(expected.length) }).toEqual(straight.message)
    })
  })
})
