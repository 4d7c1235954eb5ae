import { describe, expect, test } from 'vitest'
import { COMMANDS, typedText } from '../../src/bot/index.ts'
import { createCatalogIndex } from '../../src/catalog/index.ts'
import { type Locale, translator } from '../../src/i18n/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { buildSmallCatalog } from './catalog-builder.ts'
import { openConversation, type Reply, type TestConversation } from './conversation.ts'
import { headings, labels, notes, payloads } from './read-message.ts'
import { manyRoles, threeRoles } from './two-roles.ts'

const own = openConversation(await openCatalog(ownCatalog))
const three = openConversation(createCatalogIndex(threeRoles))

describe('a free question is the names in it', () => {
  test.each<[Locale, string, string]>([
    ['en', 'what does a senior ml engineer need in security?', 'ml-engineer senior security'],
    ['en', 'What should a Principal ML Engineer need of databases?', 'ml-engineer principal database-management'],
    ['en', 'Compare junior and senior for an ML engineer', 'ml-engineer junior senior'],
    ['en', 'is pytorch expected of a junior machine learning engineer?', 'ml-engineer junior pytorch'],
    ['en', 'which skills does an mle need?', 'ml-engineer'],
    [
      'es',
      '¿qué se espera de un ingeniero de ml principal en bases de datos?',
      'ml-engineer principal database-management',
    ],
    ['es', '¿Qué necesita un ingeniero de ML junior en PyTorch?', 'ml-engineer junior pytorch'],
    ['es', 'comparar junior con senior para una ingeniera de ml', 'ml-engineer junior senior'],
    ['es', '¿Qué habilidades necesita una ingeniera de aprendizaje automático?', 'ml-engineer'],
    ['es', 'seguridad, para un ingeniero de ml de nivel principal', 'ml-engineer principal security'],
  ])('in %s: “%s” is “%s”', async (locale, question, names) => {
    const answer = await own.ask(question, locale)
    expect(answer).toEqual(await own.ask(names, locale))
    expect(answer).toEqual(await own.say(question, locale))
    expect(answer).toEqual(await own.say(`/skills ${question}`, locale))
  })

  test.each([
    ['the same role twice', 'mle ml-engineer', 'ml-engineer'],
    ['a skill and its own domain', 'owasp security mle', 'ml-engineer owasp-application-security'],
    ['the same level twice', 'senior mle sr', 'ml-engineer senior'],
    ['two levels and a domain in another order', 'security senior mle jr', 'ml-engineer senior junior security'],
  ])('%s: “%s” is “%s”', async (_, typed, names) => {
    expect(await own.ask(typed)).toEqual(await own.ask(names))
  })

  test('two roles and a skill are the skill in every role', async () => {
    expect(await three.ask('docker data-engineer backend-engineer')).toEqual(await three.ask('docker'))
  })

  test('options are one more way to give the words', async () => {
    const textOf = (options: Readonly<Record<string, string>>): string =>
      typedText(COMMANDS, { command: 'skills', options }, translator('en'))
    const within = { domain: 'security', level: 'senior', role: 'ml-engineer' }
    expect(await own.ask(textOf(within))).toEqual(await own.ask('ml-engineer senior security'))
    const compared = { compare: 'backend engineer', role: 'data-engineer', level: 'senior' }
    expect(await three.ask(textOf(compared))).toEqual(await three.ask('data-engineer backend-engineer senior'))
    expect(await own.ask(textOf({ search: 'help' }))).toEqual(await own.ask('help'))
    expect(await own.ask(textOf({ search: 'changes', role: 'ml-engineer' }))).toEqual(
      await own.ask('ml-engineer changes'),
    )
  })
})

/**
 * The options of a reply that asks which of several things is meant, in order of name. Nothing where it does not ask, where
 * an option cannot be chosen, or where two options are the same thing.
 */
async function optionsIn(conversation: TestConversation, { message, failed }: Reply): Promise<readonly string[]> {
  const question = notes(message).length === 1 ? notes(message).join() : ''
  const asks = /^“.+” can mean several things\. Which one\?$/u.test(question) || question === 'Which role do you mean?'
  if (failed || headings(message).length > 0 || !asks) return []
  const chosen = await Promise.all(payloads(message).map((payload) => conversation.press(payload)))
  const distinct = new Set(chosen.map((reply) => headings(reply.message).join()))
  if (chosen.some((reply) => reply.failed) || distinct.size !== chosen.length) return []
  return labels(message).toSorted()
}

describe('what can mean several things is asked, never guessed', () => {
  /** `al` begins two skills, `be` two levels; `gam` begins a level and the domain of another skill. */
  const twins = openConversation(
    createCatalogIndex(
      buildSmallCatalog({
        slug: 'maker',
        levels: ['beta-low', 'gamma-mid', 'beta-high'],
        rows: {
          first: { 'alpha-one': 'awv', 'alpha-two': 'wve' },
          'gamma-domain': { other: 'aaa' },
        },
      }),
    ),
  )

  test('the start of two skills', async () => {
    expect(await optionsIn(twins, await twins.ask('alp'))).toEqual(['Alpha One', 'Alpha Two'].toSorted())
  })

  test('the start of two skills, within a role', async () => {
    expect(await optionsIn(twins, await twins.ask('maker alp'))).toEqual(
      ['Alpha One · Maker', 'Alpha Two · Maker'].toSorted(),
    )
  })

  test('the start of two skills, at a level of a role', async () => {
    expect(await optionsIn(twins, await twins.ask('alp maker beta-high'))).toEqual(
      ['Alpha One · Maker · Beta High', 'Alpha Two · Maker · Beta High'].toSorted(),
    )
  })

  test('the start of two levels', async () => {
    expect(await optionsIn(twins, await twins.ask('maker bet'))).toEqual(
      ['Maker · Beta Low', 'Maker · Beta High'].toSorted(),
    )
  })

  test('the start of a level and of a domain', async () => {
    expect(await optionsIn(twins, await twins.ask('maker gam'))).toEqual(
      ['Maker · Gamma Mid', 'Maker · Gamma Domain'].toSorted(),
    )
  })

  test('a level that several roles have', async () => {
    expect(await optionsIn(three, await three.ask('junior'))).toEqual(
      ['Backend Engineer · Junior', 'Data Engineer · Junior'].toSorted(),
    )
  })

  test('a level and a skill that several roles have', async () => {
    expect(await optionsIn(three, await three.ask('docker senior'))).toEqual(
      ['Docker · Backend Engineer · Senior', 'Docker · Data Engineer · Senior'].toSorted(),
    )
  })

  test('a level and a domain that several roles have', async () => {
    expect(await optionsIn(three, await three.ask('storage junior'))).toEqual(
      ['Backend Engineer · Junior · Storage', 'Data Engineer · Junior · Storage'].toSorted(),
    )
  })

  test('two levels that several roles have', async () => {
    expect(await optionsIn(three, await three.ask('junior senior'))).toEqual(
      ['Backend Engineer: Junior → Senior', 'Data Engineer: Junior → Senior'].toSorted(),
    )
  })

  test('a misspelled level that several roles have', async () => {
    expect(await optionsIn(three, await three.ask('senoir'))).toEqual(
      ['Backend Engineer · Senior', 'Data Engineer · Senior'].toSorted(),
    )
  })

  test('the start of several names of the bundled catalog', async () => {
    for (const typed of ['data', 'model', 'mle data', 'mle senior model', 'gra mle']) {
      const { message } = await own.ask(typed)
      expect(notes(message)).toEqual([`“${typed}” can mean several things. Which one?`])
      expect(labels(message).length).toBeGreaterThan(1)
      expect(await optionsIn(own, await own.ask(typed))).toEqual(labels(message).toSorted())
    }
  })

  test('asks in Spanish too', async () => {
    const { message } = await twins.ask('alp', 'es')
    expect(notes(message)).toEqual(['«alp» puede significar varias cosas. ¿A cuál te refieres?'])
  })

  test('the role that is named settles what only one of its things can be', async () => {
    const conversation = openConversation(
      createCatalogIndex(
        buildSmallCatalog(
          { slug: 'tester', levels: ['junior', 'senior'], rows: { first: { 'probe-one': 'ae' } } },
          { slug: 'other', levels: ['junior', 'senior'], rows: { first: { 'probe-two': 'ae' } } },
        ),
      ),
    )
    expect(await optionsIn(conversation, await conversation.ask('pro'))).toEqual(['Probe One', 'Probe Two'].toSorted())
    const { message } = await conversation.ask('tester pro')
    expect(headings(message)).toEqual(['Probe One · Tester'])
  })

  test('two words that can each mean two things offer all four', async () => {
    expect(await optionsIn(twins, await twins.ask('maker alp bet'))).toEqual(
      [
        'Alpha One · Maker · Beta Low',
        'Alpha One · Maker · Beta High',
        'Alpha Two · Maker · Beta Low',
        'Alpha Two · Maker · Beta High',
      ].toSorted(),
    )
  })

  test('of two words that can each mean two things, the one that fits does not hide the other’s meanings', async () => {
    expect(await optionsIn(twins, await twins.ask('maker gam alp'))).toEqual(
      ['Alpha One · Maker · Gamma Mid', 'Alpha Two · Maker · Gamma Mid'].toSorted(),
    )
  })

  test('beside a word nobody knows, an ambiguous one is not settled by the way', async () => {
    const { message, failed } = await twins.ask('maker flurble alp')
    expect(failed).toBe('user')
    expect(labels(message).includes('Alpha One · Maker')).toBe(labels(message).includes('Alpha Two · Maker'))
  })
})

describe('a word nobody knows', () => {
  test.each<[Locale, string, string, string]>([
    [
      'en',
      'pstgrsq',
      'I don’t know a role, level, domain, or skill called “pstgrsq”. Did you mean this?',
      'PostgreSQL',
    ],
    [
      'en',
      'mle pstgrsq',
      'I don’t know a role, level, domain, or skill called “pstgrsq”. Did you mean this?',
      'PostgreSQL · ML Engineer',
    ],
    [
      'en',
      'senior mle kubrnt',
      'I don’t know a role, level, domain, or skill called “kubrnt”. Did you mean this?',
      'Kubernetes Core · ML Engineer · Senior',
    ],
    [
      'es',
      'pstgrsq',
      'No conozco ningún rol, nivel, dominio ni habilidad que se llame «pstgrsq». ¿Querías decir esto?',
      'PostgreSQL',
    ],
    [
      'es',
      'mle sguridd',
      'No conozco ningún rol, nivel, dominio ni habilidad que se llame «sguridd». ¿Querías decir esto?',
      'ML Engineer · Seguridad',
    ],
  ])('in %s, “%s”, is named, with the nearest names to press', async (locale, typed, expected, near) => {
    const { message, failed } = await own.ask(typed, locale)
    expect(failed).toBe('user')
    expect(message.summary).toBe(expected)
    expect(notes(message)).toEqual([expected])
    expect(labels(message)).toContain(near)
    for (const payload of payloads(message)) expect((await own.press(payload, locale)).failed).toBeUndefined()
  })

  test.each<[Locale, string, string, readonly string[]]>([
    [
      'en',
      'flurble',
      'I don’t know a role, level, domain, or skill called “flurble”, and nothing in the ladder mentions it.',
      ['All roles', 'Assess yourself', 'What can I ask?'],
    ],
    [
      'es',
      'flurble',
      'No conozco ningún rol, nivel, dominio ni habilidad que se llame «flurble», y esa palabra tampoco aparece en el marco de carrera.',
      ['Todos los roles', 'Evaluarme', '¿Qué puedo preguntar?'],
    ],
    [
      'en',
      'scrumm',
      'I don’t know a role, level, domain, or skill called “scrumm”, and nothing in the ladder mentions it.',
      ['All roles', 'Assess yourself', 'What can I ask?'],
    ],
    [
      'es',
      'enséñame flurble',
      'No conozco ningún rol, nivel, dominio ni habilidad que se llame «flurble», y esa palabra tampoco aparece en el marco de carrera.',
      ['Todos los roles', 'Evaluarme', '¿Qué puedo preguntar?'],
    ],
    [
      'en',
      'mle senior flurble',
      'I don’t know a role, level, domain, or skill called “flurble”. Leaving that out, I can show you this.',
      ['ML Engineer · Senior', 'All roles', 'Assess yourself', 'What can I ask?'],
    ],
  ])('in %s, “%s”, with no name near it leads to what is known', async (locale, typed, expected, remedies) => {
    const { message, failed } = await own.ask(typed, locale)
    expect(failed).toBe('user')
    expect(notes(message)).toEqual([expected])
    expect(labels(message)).toEqual(remedies)
  })

  test('is not said to be in no text where one has it', async () => {
    // Every statement of this catalog begins with “Shows”.
    const { message, failed } = await three.ask('data-engineer python shows flurble')
    expect(failed).toBe('user')
    expect(message.summary).not.toMatch(/“shows”, and nothing in the ladder mentions it/u)
  })

  test('is shown shortened where it is long', async () => {
    const { message, failed } = await own.ask('x'.repeat(4000))
    expect(failed).toBe('user')
    expect(notes(message).join()).toContain(`“${'x'.repeat(60)}…”`)
    expect(message.summary.length).toBeLessThan(200)
  })

  test('with no letter or digit in it is no word', async () => {
    for (const typed of ['!!!', '🙂', '— · —', '***']) {
      const { message, failed } = await own.ask(typed)
      expect(failed).toBe('user')
      expect(notes(message)).toEqual(['I didn’t find any words in that. Name a role, a level, a domain, or a skill.'])
      expect(labels(message)).toEqual(['All roles', 'Assess yourself', 'What can I ask?'])
    }
  })
})

describe('what does not go together is explained', () => {
  const tooMany = 'Try one or two roles, up to two levels, and one skill or domain.'

  test.each<[string, TestConversation, string, string, readonly string[]]>([
    [
      'three levels',
      own,
      'ml-engineer junior middle senior',
      `I can’t show all of that at once: ML Engineer, Junior, Middle, and Senior. ${tooMany}`,
      ['ML Engineer', 'What can I ask?'],
    ],
    [
      'a skill and a domain',
      own,
      'pytorch security',
      `I can’t show all of that at once: PyTorch and Security. ${tooMany}`,
      ['PyTorch', 'Security', 'What can I ask?'],
    ],
    [
      'a skill and a domain of a role',
      own,
      'mle pytorch security',
      `I can’t show all of that at once: ML Engineer, PyTorch, and Security. ${tooMany}`,
      ['ML Engineer', 'PyTorch', 'Security', 'What can I ask?'],
    ],
    [
      'a skill and another domain',
      own,
      'security docker',
      `I can’t show all of that at once: Security and Docker. ${tooMany}`,
      ['Security', 'Docker', 'What can I ask?'],
    ],
    [
      'two domains',
      own,
      'security databases',
      `I can’t show all of that at once: Security and Database Management. ${tooMany}`,
      ['Security', 'Database Management', 'What can I ask?'],
    ],
    [
      'three roles',
      three,
      'data-engineer backend-engineer research-fellow',
      `I can’t show all of that at once: Data Engineer, Backend Engineer, and Research Fellow. ${tooMany}`,
      ['Data Engineer', 'Backend Engineer', 'Research Fellow', 'What can I ask?'],
    ],
    [
      'two roles and two levels',
      three,
      'data-engineer backend-engineer junior senior',
      'I compare two roles at one level. At which one?',
      ['Junior', 'Senior', 'Data Engineer / Backend Engineer, all levels'],
    ],
    [
      'a level that the role does not have',
      three,
      'data-engineer principal',
      'Data Engineer doesn’t have a level called Principal. Its levels: Junior, Middle, and Senior.',
      ['Data Engineer · Junior', 'Data Engineer · Middle', 'Data Engineer · Senior'],
    ],
    [
      'a level that one of two roles does not have',
      three,
      'data-engineer backend-engineer middle',
      'Backend Engineer doesn’t have a level called Middle. Its levels: Junior, Senior, and Principal.',
      ['Backend Engineer · Junior', 'Backend Engineer · Senior', 'Backend Engineer · Principal'],
    ],
    [
      'a skill that the role does not have',
      three,
      'data-engineer golang',
      'Data Engineer doesn’t include Golang.',
      ['Golang in every role', 'Data Engineer'],
    ],
    [
      'a skill that the role does not have, at a level',
      three,
      'data-engineer senior golang',
      'Data Engineer doesn’t include Golang.',
      ['Golang in every role', 'Data Engineer'],
    ],
    [
      'a domain that the role does not have',
      three,
      'data-engineer science',
      'Data Engineer has no skills in Science.',
      ['Science', 'Data Engineer'],
    ],
    [
      'roles that share no level',
      three,
      'data-engineer research-fellow',
      'Data Engineer and Research Fellow don’t share that level. Look at them one at a time.',
      ['Data Engineer', 'Research Fellow'],
    ],
  ])('%s', async (_, conversation, typed, expected, remedies) => {
    const { message, failed } = await conversation.ask(typed)
    expect(failed).toBe('user')
    expect(notes(message)).toEqual([expected])
    expect(message.summary).toBe(expected)
    expect(labels(message)).toEqual(remedies)
    for (const payload of payloads(message)) expect((await conversation.press(payload)).failed).toBeUndefined()
  })

  test.each([
    ['ml-engineer junior middle senior', 'No puedo mostrar todo esto a la vez: ML Engineer, Junior, Middle y Senior. '],
    ['pytorch seguridad', 'No puedo mostrar todo esto a la vez: PyTorch y Seguridad. '],
    ['seguridad bases de datos', 'No puedo mostrar todo esto a la vez: Seguridad y Gestión de bases de datos. '],
  ])('in Spanish: “%s”', async (typed, expected) => {
    const { message, failed } = await own.ask(typed, 'es')
    expect(failed).toBe('user')
    expect(message.summary).toBe(`${expected}Indica uno o dos roles, hasta dos niveles y una habilidad o un dominio.`)
  })

  test('a level that very many roles have asks for the role', async () => {
    const conversation = openConversation(createCatalogIndex(manyRoles(40)))
    const { message, failed } = await conversation.ask('junior')
    expect(failed).toBe('user')
    expect(message.summary).toBe('Several roles have that level. Name the role too.')
    expect(labels(message)).toEqual(['All roles'])
  })

  test.each([
    ['a level and a skill that no role has together', 'middle golang'],
    ['a level and a domain that no role has together', 'tenured storage'],
    ['two levels that no role has together', 'middle principal'],
  ])('%s: nobody is told that many roles have them', async (_, typed) => {
    const { message, failed } = await three.ask(typed)
    expect(failed).toBe('user')
    expect(message.summary).not.toBe('Several roles have that level. Name the role too.')
  })
})

test.each(['/help', '/ayuda', '/Help'])('%s answers as the word alone does', async (typed) => {
  expect(await own.say(typed)).toEqual(await own.say('help'))
})

test.each([
  ['en', 'what about pay, haskell, cobol?', /^Nothing in the ladder is called “[^”]+” or “[^”]+”\.$/u],
  ['es', '¿y el sueldo, haskell, cobol?', /no hay nada que se llame «[^»]+» ni «[^»]+»\.$/u],
] as const)('names that the ladder does not have are joined with “or” (%s)', async (locale, question, words) => {
  expect(notes((await own.ask(question, locale)).message).join('\n')).toMatch(words)
})
