import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../src/i18n/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { inLocale } from '../fixtures/locales.ts'
import { openConversation } from './conversation.ts'
import { headings, openingNotes } from './read-message.ts'

const own = openConversation(await openCatalog(ownCatalog))

/** The same questions in other words: by slug, name or alias, in any order, in either language. */
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

/** Misspelled questions, the correct question, and how each misspelled word was read. */
const MISSPELT: Readonly<
  Record<
    Locale,
    readonly (readonly [row: string, typed: string, correct: string, readAs: Readonly<Record<string, string>>])[]
  >
> = {
  en: [
    ['role', 'ml-enginer', 'ml-engineer', { 'ml enginer': 'ML Engineer' }],
    ['role', 'ml-engneer', 'ml-engineer', { 'ml engneer': 'ML Engineer' }],
    ['role', 'mlenginer', 'ml-engineer', { mlenginer: 'ML Engineer' }],
    ['role', 'machine lerning engineer', 'ml-engineer', { 'machine lerning engineer': 'ML Engineer' }],
    ['role', 'machine learning enginer', 'ml-engineer', { 'machine learning enginer': 'ML Engineer' }],
    ['role level', 'ml-engineer senoir', 'ml-engineer senior', { senoir: 'Senior' }],
    ['role level', 'juniro mle', 'ml-engineer junior', { juniro: 'Junior' }],
    ['role level', 'ml-engineer pricipal', 'ml-engineer principal', { pricipal: 'Principal' }],
    ['role level', 'ml-enginer senoir', 'ml-engineer senior', { 'ml enginer': 'ML Engineer', senoir: 'Senior' }],
    ['role level domain', 'ml-engineer senior securty', 'ml-engineer senior security', { securty: 'Security' }],
    [
      'role level domain',
      'secuirty mle senoir',
      'ml-engineer senior security',
      { secuirty: 'Security', senoir: 'Senior' },
    ],
    [
      'role level domain',
      'mle principal databse',
      'ml-engineer principal database-management',
      { databse: 'Database Management' },
    ],
    ['role level level', 'mle junoir senior', 'ml-engineer junior senior', { junoir: 'Junior' }],
    ['role level level', 'senoir principal mle', 'ml-engineer senior principal', { senoir: 'Senior' }],
    [
      'role level level',
      'from juniro to pricipal mle',
      'ml-engineer junior principal',
      { juniro: 'Junior', pricipal: 'Principal' },
    ],
    ['role skill', 'ml-engineer pytroch', 'ml-engineer pytorch', { pytroch: 'PyTorch' }],
    ['role skill', 'kubernets mle', 'ml-engineer kubernetes-core', { kubernets: 'Kubernetes Core' }],
    ['role skill', 'mle postgress', 'ml-engineer postgresql', { postgress: 'PostgreSQL' }],
    ['role level skill', 'mle senior pytroch', 'ml-engineer senior pytorch', { pytroch: 'PyTorch' }],
    ['role level skill', 'dokcer senior mle', 'ml-engineer senior docker', { dokcer: 'Docker' }],
    ['role level skill', 'pytroch senoir mle', 'ml-engineer senior pytorch', { pytroch: 'PyTorch', senoir: 'Senior' }],
    ['skill', 'pytroch', 'pytorch', { pytroch: 'PyTorch' }],
    ['skill', 'kubernets', 'kubernetes-core', { kubernets: 'Kubernetes Core' }],
    ['skill', 'gradient bosting', 'gradient-boosting', { 'gradient bosting': 'Gradient Boosting' }],
    ['role domain', 'ml-engineer securty', 'ml-engineer security', { securty: 'Security' }],
    ['role domain', 'databse mle', 'ml-engineer database-management', { databse: 'Database Management' }],
    [
      'role domain',
      'mle obsevability',
      'ml-engineer observability-monitoring',
      { obsevability: 'Observability & Monitoring' },
    ],
    ['domain', 'securty', 'security', { securty: 'Security' }],
    ['domain', 'databse', 'database-management', { databse: 'Database Management' }],
    ['domain', 'obsevability', 'observability-monitoring', { obsevability: 'Observability & Monitoring' }],
    ['level', 'senoir', 'senior', { senoir: 'Senior' }],
    ['level', 'juniro', 'junior', { juniro: 'Junior' }],
    ['level', 'pricipal', 'principal', { pricipal: 'Principal' }],
  ],
  es: [
    ['role', 'ml-enginer', 'ml-engineer', { 'ml enginer': 'ML Engineer' }],
    ['role', 'ingenero de ml', 'ml-engineer', { 'ingenero de ml': 'ML Engineer' }],
    [
      'role',
      'ingeniero de aprendizage automático',
      'ml-engineer',
      { 'ingeniero de aprendizage automático': 'ML Engineer' },
    ],
    ['role', 'ingeniera de machine lerning', 'ml-engineer', { 'ingeniera de machine lerning': 'ML Engineer' }],
    ['role level', 'ingeniero de ml senoir', 'ml-engineer senior', { senoir: 'Senior' }],
    ['role level', 'ingeniera de ml principante', 'ml-engineer junior', { principante: 'Junior' }],
    ['role level', 'pricipal ingeniero de ml', 'ml-engineer principal', { pricipal: 'Principal' }],
    ['role level domain', 'mle senior seguirdad', 'ml-engineer senior security', { seguirdad: 'Seguridad' }],
    [
      'role level domain',
      'seguridda ingeniero de ml senoir',
      'ml-engineer senior security',
      { seguridda: 'Seguridad', senoir: 'Senior' },
    ],
    [
      'role level domain',
      'mle principal base de dattos',
      'ml-engineer principal database-management',
      { 'base de dattos': 'Gestión de bases de datos' },
    ],
    ['role level level', 'mle de junoir a senior', 'ml-engineer junior senior', { junoir: 'Junior' }],
    ['role level level', 'mle de senoir a principal', 'ml-engineer senior principal', { senoir: 'Senior' }],
    [
      'role level level',
      'mle de principante a pricipal',
      'ml-engineer junior principal',
      { principante: 'Junior', pricipal: 'Principal' },
    ],
    ['role skill', 'ingeniero de ml pytroch', 'ml-engineer pytorch', { pytroch: 'PyTorch' }],
    [
      'role skill',
      'kubernets para un ingeniero de ml',
      'ml-engineer kubernetes-core',
      { kubernets: 'Kubernetes Core' },
    ],
    ['role skill', 'mle aprendizaje profudno', 'ml-engineer pytorch', { 'aprendizaje profudno': 'PyTorch' }],
    ['role level skill', 'ingeniero de ml sénior pytroch', 'ml-engineer senior pytorch', { pytroch: 'PyTorch' }],
    ['role level skill', 'dokcer mle senior', 'ml-engineer senior docker', { dokcer: 'Docker' }],
    [
      'role level skill',
      'redes neuronals mle senoir',
      'ml-engineer senior pytorch',
      { 'redes neuronals': 'PyTorch', senoir: 'Senior' },
    ],
    ['skill', 'pytroch', 'pytorch', { pytroch: 'PyTorch' }],
    ['skill', 'aprendizaje profudno', 'pytorch', { 'aprendizaje profudno': 'PyTorch' }],
    ['skill', 'postgress', 'postgresql', { postgress: 'PostgreSQL' }],
    ['role domain', 'mle seguirdad', 'ml-engineer security', { seguirdad: 'Seguridad' }],
    [
      'role domain',
      'arquitecura mle',
      'ml-engineer architecture-system-design',
      { arquitecura: 'Arquitectura y diseño de sistemas' },
    ],
    [
      'role domain',
      'mle observabilidda',
      'ml-engineer observability-monitoring',
      { observabilidda: 'Observabilidad y monitorización' },
    ],
    ['domain', 'seguirdad', 'security', { seguirdad: 'Seguridad' }],
    ['domain', 'arquitecura', 'architecture-system-design', { arquitecura: 'Arquitectura y diseño de sistemas' }],
    ['domain', 'observabilidda', 'observability-monitoring', { observabilidda: 'Observabilidad y monitorización' }],
    ['level', 'senoir', 'senior', { senoir: 'Senior' }],
    ['level', 'principante', 'junior', { principante: 'Junior' }],
    ['level', 'pricipal', 'principal', { pricipal: 'Principal' }],
  ],
}

/** The notes an answer must begin with. */
function readAsNotes(readAs: Readonly<Record<string, string>>, locale: Locale): string[] {
  return Object.entries(readAs).map(([typed, name]) =>
    locale === 'en' ? `I read “${typed}” as ${name}.` : `He leído «${typed}» como ${name}.`,
  )
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
    test.each(inLocale(MISSPELT, locale))('%s: “%s” is “%s”', async (_row, typed, correct, readAs) => {
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
