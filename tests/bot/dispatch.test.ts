import { describe, expect, test } from 'vitest'
import { skillsCommand } from '../../src/bot/commands/skills/index.ts'
import { type BotEvent, COMMANDS, type Command, createBot, typedText } from '../../src/bot/index.ts'
import { createCatalogIndex } from '../../src/catalog/index.ts'
import { LOCALES, translator } from '../../src/i18n/index.ts'
import { heading } from '../../src/message/index.ts'
import { StoreUnavailable } from '../../src/store/store.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { openConversation, type TestConversation } from './conversation.ts'
import { headings, labels, notes, payloads } from './read-message.ts'
import { manyRoles, threeRoles } from './two-roles.ts'

const own = openConversation(await openCatalog(ownCatalog))
const fixture = openConversation(await openCatalog(fixtureCatalog))

/** A command whose every answer is a failure of ours. */
const broken: Command = {
  name: 'broken',
  code: 'b',
  summary: 'skills.summary',
  options: [],
  usages: [],
  run: () => {
    throw new TypeError('the handler fell over')
  },
  handleAction: async () => {
    throw new TypeError('the action fell over')
  },
}

describe('a line', () => {
  test.each(LOCALES)('with a command in front goes to that command, in %s', async (locale) => {
    const expected = await own.ask('ml-engineer senior', locale)
    for (const line of [
      '/skills ml-engineer senior',
      '  /skills   ml-engineer senior ',
      '/SKILLS ml-engineer senior',
    ]) {
      expect(await own.say(line, locale)).toEqual(expected)
    }
  })

  test('with no command is a question about skills', async () => {
    expect(await own.say('ml-engineer senior')).toEqual(await own.ask('ml-engineer senior'))
    expect(await own.say('')).toEqual(await own.ask(''))
    expect(await own.say('/skills')).toEqual(await own.ask(''))
  })

  test('keeps what follows the command as it is, line feeds too', async () => {
    expect(await own.say('/skills\nml-engineer\nsenior')).toEqual(await own.ask('ml-engineer senior'))
  })
})

describe('a command nobody has', () => {
  test.each([
    ['en', '/karma isn’t a command. Try /skills or /broken.'],
    ['es', '/karma no es un comando. Prueba con /skills o /broken.'],
  ] as const)('in %s is answered with the existing commands', async (locale, expected) => {
    const conversation = openConversation(own.catalogIndex, [skillsCommand, broken])
    const asCommand = await conversation.handle({ type: 'command', name: 'karma', text: '', locale })
    const asLine = await conversation.say('/karma ml-engineer', locale)
    for (const reply of [asCommand, asLine]) {
      if (reply.type !== 'reply') throw new Error(`got ${reply.type}`)
      expect(reply.failed).toBe('user')
      expect(reply.message.summary).toBe(expected)
      expect(notes(reply.message)).toEqual([expected])
    }
    expect(conversation.reports).toEqual([])
  })

  test.each(['__proto__', 'constructor', 'toString', ''])('called “%s” is no command either', async (name) => {
    const outcome = await own.handle({ type: 'command', name, text: 'mle' })
    expect(outcome).toMatchObject({ type: 'reply', failed: 'user' })
  })
})

describe('a handler that falls over', () => {
  const press: Parameters<TestConversation['handle']>[0] = { type: 'action', payload: '1b:any' }
  const ask: Parameters<TestConversation['handle']>[0] = { type: 'command', name: 'broken', text: 'any' }

  test.each([
    ['command', ask, 'the handler fell over'],
    ['action', press, 'the action fell over'],
  ] as const)(
    'at a %s gives the person an id, and the operator the same id and the reason',
    async (type, incoming, why) => {
      const conversation = openConversation(own.catalogIndex, [skillsCommand, broken])
      const outcome = await conversation.handle(incoming)
      if (outcome.type !== 'reply') throw new Error(`got ${outcome.type}`)
      expect(outcome.failed).toBe('internal')
      expect(conversation.reports).toEqual([
        { id: expect.stringMatching(/^[0-9a-f]{8}$/u), error: expect.any(TypeError), incoming: type },
      ])
      const [report] = conversation.reports
      expect(String(report?.error)).toContain(why)
      expect(notes(outcome.message)).toEqual([
        `Something went wrong. Please try again. If it keeps happening, give this reference to whoever runs Rung: ${report?.id}.`,
      ])
      expect(JSON.stringify(outcome.message)).not.toContain('fell over')
    },
  )

  test('is in Spanish, and each failure has its own id', async () => {
    const conversation = openConversation(own.catalogIndex, [skillsCommand, broken])
    const outcomes = await Promise.all([1, 2, 3].map(() => conversation.handle({ ...ask, locale: 'es' })))
    const summaries = outcomes.map((outcome) => (outcome.type === 'reply' ? outcome.message.summary : ''))
    for (const [at, { id }] of conversation.reports.entries()) {
      expect(summaries[at]).toMatch(/^Algo ha fallado\. Inténtalo de nuevo\./u)
      expect(summaries.join()).toContain(id)
    }
    expect(new Set(conversation.reports.map(({ id }) => id)).size).toBe(3)
  })

  test('does not affect the other commands', async () => {
    const conversation = openConversation(own.catalogIndex, [skillsCommand, broken])
    await conversation.handle(ask)
    expect(await conversation.ask('mle')).toEqual(await own.ask('mle'))
  })
})

describe('while the store is unavailable', () => {
  const unreachable: Command = {
    ...broken,
    run: () => {
      throw new StoreUnavailable('the store does not answer')
    },
    handleAction: () => Promise.reject(new StoreUnavailable('the store does not answer')),
  }

  test.each([
    ['en', 'I can’t save right now.'],
    ['es', 'Ahora mismo no puedo guardar nada.'],
  ] as const)('in %s the answer says so, and look-ups work', async (locale, expected) => {
    const conversation = openConversation(own.catalogIndex, [skillsCommand, unreachable])
    const outcome = await conversation.handle({ type: 'command', name: 'broken', text: '', locale })
    if (outcome.type !== 'reply') throw new Error(`got ${outcome.type}`)
    expect(outcome.failed).toBe('internal')
    expect(outcome.message.summary.startsWith(expected)).toBe(true)
    expect(conversation.reports).toEqual([
      expect.objectContaining({ error: expect.any(StoreUnavailable), incoming: 'command' }),
    ])
    expect(await conversation.ask('mle', locale)).toEqual(await own.ask('mle', locale))
  })

  test('a press can be repeated with the same payload', async () => {
    const conversation = openConversation(own.catalogIndex, [skillsCommand, unreachable])
    const { message } = await conversation.press('1b:answer:7')
    expect(payloads(message)).toEqual(['1b:answer:7'])
    expect(labels(message)).toEqual(['Try again'])
  })
})

describe('a form', () => {
  const withForm: Command = {
    ...broken,
    handleForm: (args, values) => ({
      type: 'reply',
      message: { summary: 'Taken', blocks: [heading(`${args.join()} ${Object.values(values).join()}`)] },
    }),
  }

  test('is handled by its command, with its values', async () => {
    const conversation = openConversation(own.catalogIndex, [skillsCommand, withForm])
    const outcome = await conversation.handle({ type: 'form', payload: '1b:why:42', values: { reason: 'because' } })
    expect(outcome).toMatchObject({ type: 'reply', message: { blocks: [heading('why,42 because')] } })
  })

  test.each([
    ['a command that asks for nothing', '1s:h'],
    ['a command nobody has', '1z:h'],
    ['another version', '2b:why'],
    ['nothing', ''],
  ])('of %s is unreadable', async (_, payload) => {
    const conversation = openConversation(own.catalogIndex, [skillsCommand, withForm])
    const outcome = await conversation.handle({ type: 'form', payload, values: { reason: 'because' } })
    expect(outcome).toMatchObject({ type: 'reply', failed: 'user' })
    expect(conversation.reports).toEqual([])
  })
})

describe('words with no command', () => {
  const listening: Command = {
    ...broken,
    handleText: (text) =>
      Promise.resolve(
        text === 'yes' ? { type: 'reply', message: { summary: 'Heard', blocks: [heading('Heard')] } } : undefined,
      ),
  }

  test('go to a conversation that is going on, else they are a question', async () => {
    const conversation = openConversation(own.catalogIndex, [skillsCommand, listening])
    expect(headings((await conversation.say('yes')).message)).toEqual(['Heard'])
    expect(await conversation.say('mle')).toEqual(await own.ask('mle'))
    expect(await conversation.say('/skills yes')).toEqual(await own.ask('yes'))
  })
})

describe('a bot never leaves a person without an answer', () => {
  const delivery = { id: '1', person: { platform: 'test', workspace: 'W', user: 'U' }, locale: 'en' } as const
  const question: BotEvent = { ...delivery, type: 'command', name: 'skills', text: 'mle' }

  test('not if the catalog is unavailable', async () => {
    const reports: unknown[] = []
    const bot = createBot({
      commands: [skillsCommand],
      catalogIndex: () => {
        throw new Error('the catalogue is being swapped')
      },
      report: (failure) => reports.push(failure),
    })
    expect(await bot.handle(question)).toMatchObject({ type: 'reply', failed: 'internal' })
    expect(reports).toHaveLength(1)
  })

  test('not where the report of a failure fails', async () => {
    const bot = createBot({
      commands: [broken],
      catalogIndex: () => own.catalogIndex,
      report: () => {
        throw new Error('the disk is full')
      },
    })
    const outcome = await bot.handle({ ...question, name: 'broken' })
    expect(outcome).toMatchObject({ type: 'reply', failed: 'internal' })
  })
})

describe('a bot is refused', () => {
  test.each([
    ['a name', { ...skillsCommand, code: 'x' }],
    ['a code', { ...skillsCommand, name: 'other' }],
    ['both', skillsCommand],
  ])('where two commands share %s', (_, second) => {
    expect(() => openConversation(own.catalogIndex, [skillsCommand, second])).toThrow(
      'two commands share a name or a code',
    )
  })
})

describe('completing an option', () => {
  async function complete(
    conversation: TestConversation,
    option: string,
    typed: string,
    options: Readonly<Record<string, string>> = {},
    locale: 'en' | 'es' = 'en',
  ) {
    const outcome = await conversation.handle({
      type: 'autocomplete',
      command: 'skills',
      option,
      typed,
      options,
      locale,
    })
    if (outcome.type !== 'choices') throw new Error(`got ${outcome.type}`)
    return outcome.choices
  }

  async function values(...args: Parameters<typeof complete>): Promise<string[]> {
    return (await complete(...args)).map((choice) => choice.value)
  }

  test('with nothing typed offers all there are, as names with slugs for values', async () => {
    expect(await complete(own, 'role', '')).toEqual([{ name: 'ML Engineer', value: 'ml-engineer' }])
    expect(await complete(own, 'level', '')).toEqual([
      { name: 'Junior', value: 'junior' },
      { name: 'Middle', value: 'middle' },
      { name: 'Senior', value: 'senior' },
      { name: 'Lead / Staff', value: 'lead-staff' },
      { name: 'Principal', value: 'principal' },
    ])
    expect(await complete(own, 'domain', '')).toHaveLength(14)
    expect(await values(fixture, 'role', '   ')).toEqual(['backend-engineer', 'data-engineer', 'ml-researcher'])
  })

  test.each([
    ['role', 'ml', 'ml-engineer'],
    ['role', 'mle', 'ml-engineer'],
    ['role', 'ingen', 'ml-engineer'],
    ['level', 'sen', 'senior'],
    ['level', 'staff', 'lead-staff'],
    ['level', 'LEAD', 'lead-staff'],
    ['domain', 'secu', 'security'],
    ['domain', 'seguri', 'security'],
    ['skill', 'pyt', 'pytorch'],
    ['skill', 'k8s', 'kubernetes-core'],
    ['skill', 'Torch', 'pytorch'],
  ])('%s “%s” offers %s', async (option, typed, value) => {
    expect(await values(own, option, typed)).toContain(value)
  })

  test.each([
    ['role', 'ml enginer', 'ml-engineer'],
    ['level', 'senoir', 'senior'],
    ['level', 'pricipal', 'principal'],
    ['domain', 'securty', 'security'],
    ['domain', 'seguirdad', 'security'],
    ['skill', 'pytroch', 'pytorch'],
    ['skill', 'kubernets', 'kubernetes-core'],
  ])('%s, misspelled “%s”, offers %s', async (option, typed, value) => {
    expect(await values(own, option, typed)).toEqual([value])
  })

  test('speaks the reader’s language, and keeps the values', async () => {
    expect(await complete(own, 'domain', 'secu', {}, 'en')).toContainEqual({ name: 'Security', value: 'security' })
    expect(await complete(own, 'domain', 'secu', {}, 'es')).toContainEqual({ name: 'Seguridad', value: 'security' })
    const all = await complete(own, 'domain', '', {}, 'es')
    expect(all).toContainEqual({ name: 'Gestión de bases de datos', value: 'database-management' })
  })

  test('keeps to the role that has been chosen', async () => {
    const options = { role: 'data-engineer' }
    expect(await values(fixture, 'level', '', options)).toEqual(['junior', 'middle', 'senior'])
    expect(await values(fixture, 'level', 'princ', options)).toEqual([])
    expect(await values(fixture, 'level', 'princ', { role: 'backend-engineer' })).toEqual(['principal'])
    expect(await values(fixture, 'domain', '', options)).toEqual([
      'programming',
      'data-platforms',
      'delivery',
      'collaboration',
    ])
    expect((await values(fixture, 'skill', '', options)).toSorted()).toEqual([
      'containers',
      'data-pipelines',
      'data-warehousing',
      'monitoring',
      'python',
      'sql',
      'technical-writing',
      'unit-testing',
    ])
    expect(await values(fixture, 'skill', 'mentor', options)).toEqual([])
    expect(await values(fixture, 'skill', 'mentor', { role: 'ml-researcher' })).toEqual(['mentoring'])
  })

  test('keeps to nothing where the role is one that nobody knows', async () => {
    expect(await values(fixture, 'level', 'princ', { role: 'gardener' })).toEqual(['principal'])
  })

  test('finds a word inside the names of the option, whatever else begins with it', async () => {
    // “Testing & QA” is a domain, “Security” too; the skills that have the word are still what is asked for.
    expect(await values(own, 'skill', 'testing')).toEqual(
      expect.arrayContaining(['unit-testing', 'integration-testing', 'e2e-testing']),
    )
    expect(await values(own, 'skill', 'security')).toContain('owasp-application-security')
  })

  test('offers at most 25', async () => {
    const conversation = openConversation(createCatalogIndex(manyRoles(60)))
    for (const typed of ['', 'r', 'role']) expect(await complete(conversation, 'role', typed)).toHaveLength(25)
    expect(await complete(own, 'skill', '')).toHaveLength(25)
  })

  test('offers each thing once', async () => {
    for (const option of ['role', 'level', 'domain', 'skill']) {
      for (const typed of ['', 'a', 'ml', 'd', 'se', 'data', 'in']) {
        const offered = await values(own, option, typed)
        expect(new Set(offered).size).toBe(offered.length)
      }
    }
  })

  test('offers skills of the domain, and levels and other roles to compare with', async () => {
    const conversation = openConversation(createCatalogIndex(threeRoles))
    const [domain] = threeRoles.domains.values()
    const inDomain = await values(conversation, 'skill', '', { domain: domain?.slug ?? '' })
    expect(inDomain.length).toBeGreaterThan(0)
    for (const slug of inDomain) expect(threeRoles.skills.get(slug)?.domain).toBe(domain)
    const compared = await values(conversation, 'compare', '', { role: 'data-engineer' })
    expect(compared).toContain('backend-engineer')
    expect(compared).toContain('senior')
    expect(compared).not.toContain('data-engineer')
    expect(await values(own, 'compare', 'ml')).toEqual(['ml-engineer'])
  })

  test('offers nothing for words nobody knows, an unknown option or an unknown command', async () => {
    expect(await complete(own, 'skill', 'flurble')).toEqual([])
    expect(await complete(own, 'gardener', 'ml')).toEqual([])
    expect(await complete(own, '__proto__', 'ml')).toEqual([])
    const unknown = { type: 'autocomplete', command: 'karma', option: 'role', typed: 'ml', options: {} } as const
    expect(await own.handle(unknown)).toEqual({ type: 'choices', choices: [] })
  })

  test('what was completed is answered', async () => {
    const conversation = openConversation(createCatalogIndex(threeRoles))
    for (const role of await values(conversation, 'role', '')) {
      for (const level of await values(conversation, 'level', '', { role })) {
        for (const skill of await values(conversation, 'skill', '', { role })) {
          const outcome = await conversation.handle({
            type: 'command',
            name: 'skills',
            text: typedText(COMMANDS, { command: 'skills', options: { role, level, skill } }, translator('en')),
          })
          if (outcome.type !== 'reply') throw new Error(`got ${outcome.type}`)
          expect(outcome.failed).toBeUndefined()
          expect(headings(outcome.message)).toHaveLength(1)
          expect(labels(outcome.message)).toContain('Every level')
        }
      }
    }
  })
})
