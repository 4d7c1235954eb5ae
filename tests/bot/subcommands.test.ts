import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { optionsOf } from '../../src/bot/command-line.ts'
import { COMMANDS, typedText } from '../../src/bot/index.ts'
import { LOCALES, languages, translator } from '../../src/i18n/index.ts'
import { ownCatalog } from '../fixtures/catalog.ts'
import { type Opened, openLadder, person } from './proposals/open-ladder.ts'
import { labels, notes } from './read-message.ts'
import { communityPlatform } from './rung/community-platform.ts'

// Platforms with subcommands name them; elsewhere the same names are typed. Both are in the language of the person.

let opened: Opened

beforeAll(async () => {
  opened = await openLadder({ catalog: ownCatalog, experts: ['UEXPERT'] })
  opened.communitySettings.connect('slack', communityPlatform({ admins: ['ana'] }))
  await say('ana', '/propose ml-engineer middle pytorch advanced because we ship models')
  await say('ana', '/assess sheet ml-engineer')
})
afterAll(() => opened?.close())

let events = 0
async function say(user: string, text: string, locale = 'en') {
  events += 1
  const response = await opened.bot.handle({ type: 'text', id: `e${events}`, person: person(user), locale, text })
  if (response.type !== 'reply') throw new Error(`got ${response.type}`)
  return response
}

/** Values for the options that must be given. */
const VALUES: Readonly<Record<string, string>> = { role: 'ml-engineer', setting: 'off', id: '1' }

const cases = COMMANDS.flatMap((command) =>
  (command.subcommands ?? []).flatMap((subcommand) =>
    LOCALES.map((locale) => [`/${command.name} ${subcommand.name}`, locale, command, subcommand] as const),
  ),
)

describe('a subcommand', () => {
  test.each(cases)('%s does the same typed in %s', async (_, locale, command, { name, options }) => {
    const required = options.filter(({ isRequired }) => isRequired === true).map((option) => option.name)
    const values = Object.fromEntries(required.map((option) => [option, VALUES[option] ?? '']))
    const text = typedText(COMMANDS, { command: command.name, subcommand: name, options: values }, translator(locale))
    const native = await say('ana', `/${command.name} ${text}`, locale)
    expect(native.failed).toBeUndefined()
    const localName = languages.byLocale.get(locale)?.commandNames[name] ?? name
    const typed = await say('ana', `/${command.name} ${[localName, ...Object.values(values)].join(' ')}`, locale)
    // A code to link accounts is new each time.
    const withoutCode = (message: object) => JSON.stringify(message).replaceAll(/proposal\d+/gu, 'code')
    expect(withoutCode(typed.message)).toBe(withoutCode(native.message))
  })

  test.each(
    COMMANDS.flatMap((command) => (command.subcommands?.[0] ? [[command.name, command.subcommands[0].name]] : [])),
  )('of /%s that comes first does what the command does by itself: %s', async (command, first) => {
    expect((await say('bo', `/${command} ${first}`)).message).toEqual((await say('bo', `/${command}`)).message)
  })

  test('is asked for by name if a word is none', async () => {
    expect(labels((await say('ana', '/proposals everything')).message).length).toBeGreaterThan(3)
    expect(notes((await say('ana', '/proposals show')).message).join()).not.toBe('')
    expect((await say('ana', '/proposals show 99')).failed).toBe('user')
    expect((await say('ana', '/proposals show #1')).failed).toBeUndefined()
  })
})

describe('a command that a sentence names', () => {
  const named = LOCALES.flatMap((locale) =>
    Object.entries(languages.byLocale.get(locale)?.messages ?? {}).flatMap(([key, sentence]) =>
      [...sentence.matchAll(/<u>(.*?)<\/u>/gu)].map(([, usage = '']) => [locale, key, usage] as const),
    ),
  )

  test.each(named)('in %s, %s is declared: %s', (_, __, usage) => {
    const [name = '', ...words] = usage.replaceAll(/\{[^}]*\}/gu, 'x').split(' ')
    const command = COMMANDS.find((each) => each.name === name)
    expect(command).toBeDefined()
    const subcommand = words.find((word) => !word.includes(':'))
    const options = command ? optionsOf(COMMANDS, { command: name, subcommand }) : []
    const names = command?.subcommands?.map((each) => each.name) ?? []
    expect([undefined, ...names]).toContain(subcommand)
    const given = words.filter((word) => word.includes(':')).map((word) => word.split(':')[0])
    expect(options.map((option) => option.name)).toEqual(expect.arrayContaining(given))
  })

  test('is typed with the words of the language', () => {
    const [en, es] = [translator('en'), translator('es')]
    expect(en('profile.link.code', { code: 'AB12', minutes: 10 })).toContain('type /profile link AB12 within')
    expect(es('profile.link.code', { code: 'AB12', minutes: 10 })).toContain(
      'escribe /profile vincular AB12 en los próximos',
    )
    expect(es.rich('profile.link.code', { code: 'AB12', minutes: 10 })[1]).toEqual({
      type: 'usage',
      text: '/profile vincular AB12',
      command: 'profile',
      subcommand: 'link',
      options: { code: 'AB12' },
    })
  })
})

describe('the options of a change', () => {
  const options = { skill: 'docker', level: 'senior', role: 'ml-engineer', to: 'working', reason: 'we only use it' }

  test.each(LOCALES)('are one sentence in %s, with the word before a reason', async (locale) => {
    const text = typedText(COMMANDS, { command: 'propose', options }, translator(locale))
    expect(text).toBe(`ml-engineer senior docker working ${locale === 'es' ? 'porque' : 'because'} we only use it`)
  })

  test('that no longer exist are still read', () => {
    const former = { command: 'propose', options: { change: 'ml-engineer senior docker' } }
    expect(typedText(COMMANDS, former, translator('en'))).toBe('ml-engineer senior docker')
  })
})

describe('completing the number of a proposal', () => {
  const complete = async (user: string, typed: string) => {
    const response = await opened.bot.handle({
      ...{ type: 'autocomplete', id: 'c1', person: person(user), locale: 'en' },
      ...{ command: 'proposals', subcommand: 'show', option: 'id', typed, options: {} },
    })
    return response.type === 'choices' ? response.choices : []
  }

  test('offers those whose number or title has the words', async () => {
    const [first] = await complete('bo', '')
    expect(first).toEqual({ name: expect.stringMatching(/^#1 · PyTorch/u), value: '1' })
    expect(await complete('bo', 'pytorch')).toEqual([first])
    expect(await complete('bo', '1')).toEqual([first])
    expect(await complete('bo', 'docker')).toEqual([])
  })

  test('offers none to people of another community', async () => {
    const response = await opened.bot.handle({
      ...{ type: 'autocomplete', id: 'c2', person: { ...person('bo'), workspace: 'T2' }, locale: 'en' },
      ...{ command: 'proposals', subcommand: 'show', option: 'id', typed: '', options: {} },
    })
    expect(response).toEqual({ type: 'choices', choices: [] })
  })
})
