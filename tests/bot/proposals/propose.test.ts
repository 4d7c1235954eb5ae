import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bot, BotResponse } from '../../../src/bot/index.ts'
import type { CatalogChange } from '../../../src/catalog/index.ts'
import type { Locale } from '../../../src/i18n/index.ts'
import type { Form, Message } from '../../../src/message/index.ts'
import type { ProposalService } from '../../../src/proposals/index.ts'
import { type Person, personKey } from '../../../src/store/person.ts'
import { fixtureCatalog } from '../../fixtures/catalog.ts'
import { buttons, labels } from '../read-message.ts'
import { DAY, key, type Opened, openLadder, person } from './open-ladder.ts'

let open: Opened
let ladder: ProposalService
let bot: Bot

beforeAll(async () => {
  const policy = { openPerAuthor: 100, startsPerDay: 100 }
  open = await openLadder({ catalog: fixtureCatalog, experts: ['E1', 'E2'], policy })
  ;({ ladder, bot } = open)
})
afterAll(() => open?.close())

interface Conversation {
  says(text: string): Promise<BotResponse>
  /** Presses the button of a message that reads so. */
  presses(message: Message, label: string | RegExp): Promise<BotResponse>
  fills(form: Form, values: Readonly<Record<string, string>>): Promise<BotResponse>
}

function converse(user: string, locale: Locale = 'en'): Conversation {
  const deliver = { person: person(user), locale }
  let deliveries = 0
  const id = (): string => {
    deliveries += 1
    return `${user}${deliveries}`
  }
  return {
    says: (text) => bot.handle({ ...deliver, id: id(), type: 'text', text }),
    presses(message, label) {
      const match = buttons(message).find((button) =>
        typeof label === 'string' ? button.label === label : label.test(button.label),
      )
      if (!match)
        throw new Error(
          `no button ${String(label)}: ${buttons(message)
            .map((each) => each.label)
            .join(' | ')}`,
        )
      return bot.handle({ ...deliver, id: id(), type: 'action', payload: match.payload })
    },
    fills(form, values) {
      const whole = Object.fromEntries(
        form.fields.map((field) => [field.name, values[field.name] ?? field.initial ?? '']),
      )
      return bot.handle({ ...deliver, id: id(), type: 'form', payload: form.payload, values: whole })
    },
  }
}

function messageOf(outcome: BotResponse): Message {
  if (outcome.type !== 'reply') throw new Error(`a ${outcome.type}, not a reply`)
  return outcome.message
}

function formOf(outcome: BotResponse): Form {
  if (outcome.type !== 'form') throw new Error(`not a form: ${JSON.stringify(outcome).slice(0, 500)}`)
  return outcome.form
}

/** From the first question to the form, by the buttons that read so. */
async function formFor(user: Conversation, ...path: readonly (string | RegExp)[]): Promise<Form> {
  let outcome = await user.says('/propose')
  for (const label of path) outcome = await user.presses(messageOf(outcome), label)
  return formOf(outcome)
}

const WHY = { reason: 'Because we have seen it' }

const CASES: readonly (readonly [
  string,
  readonly (string | RegExp)[],
  Readonly<Record<string, string>>,
  CatalogChange,
])[] = [
  [
    'what is expected',
    ['The expected proficiency', 'Backend Engineer', 'Programming …', 'Code Review', /^Senior: Working/u],
    { to: 'advanced' },
    { kind: 'requirement', role: 'backend-engineer', level: 'senior', skill: 'code-review', to: 'advanced' },
  ],
  [
    'whether it is mandatory',
    ['Mandatory or optional', 'Backend Engineer', 'Programming …', 'Python', /^Lead: optional/u],
    {},
    { kind: 'mandatory', role: 'backend-engineer', level: 'lead', skill: 'python', to: true },
  ],
  [
    'a skill that is added',
    ['Add a skill to a role', 'Backend Engineer', 'Data Platforms …', 'Data Pipelines'],
    { to: '-, awareness, Working, working, ADVANCED' },
    {
      kind: 'addSkill',
      role: 'backend-engineer',
      skill: 'data-pipelines',
      to: ['absent', 'awareness', 'working', 'working', 'advanced'],
    },
  ],
  [
    'a skill that is removed',
    ['Remove a skill from a role', 'Backend Engineer', /^Delivery/u, 'Monitoring'],
    {},
    { kind: 'removeSkill', role: 'backend-engineer', skill: 'monitoring' },
  ],
  [
    'a statement',
    ['A behavior statement', 'Programming …', 'Python', 'Expert'],
    { to: 'Ships a  Python that\nteams rely on.' },
    {
      kind: 'statement',
      skill: 'python',
      proficiency: 'expert',
      locale: 'en',
      to: 'Ships a Python that teams rely on.',
    },
  ],
  [
    'a focus',
    ['The focus of a level', 'Backend Engineer', 'Junior'],
    { to: 'Small changes, reviewed.' },
    { kind: 'focus', role: 'backend-engineer', level: 'junior', locale: 'en', to: 'Small changes, reviewed.' },
  ],
  [
    'a stack',
    ['The stack of a level', 'Backend Engineer', 'Lead'],
    { to: 'Whatever the team has chosen' },
    { kind: 'stack', role: 'backend-engineer', level: 'lead', locale: 'en', to: 'Whatever the team has chosen' },
  ],
  [
    'a description',
    ['The description of a role', 'Backend Engineer'],
    { to: 'Builds and runs services' },
    { kind: 'description', role: 'backend-engineer', locale: 'en', to: 'Builds and runs services' },
  ],
  [
    'another name of a role',
    ['An alias', 'Backend Engineer'],
    { to: 'server developer' },
    { kind: 'alias', of: 'role', slug: 'backend-engineer', to: 'server developer' },
  ],
  [
    'another name of a skill',
    ['An alias', 'Programming …', 'Python'],
    { to: 'cpython' },
    { kind: 'alias', of: 'skill', slug: 'python', to: 'cpython' },
  ],
  [
    'a new skill',
    ['A new skill'],
    { name: 'Rust', domain: 'programming', statements: 'Reads it.\n\nWrites it.\nTeaches it.\nShapes it.\n' },
    {
      kind: 'newSkill',
      to: {
        slug: 'rust',
        name: 'Rust',
        domain: 'programming',
        aliases: [],
        statements: { awareness: 'Reads it.', working: 'Writes it.', advanced: 'Teaches it.', expert: 'Shapes it.' },
      },
    },
  ],
]

describe('a person proposes, step by step,', () => {
  test.each(CASES)('%s, with a text that is too long: it is refused at its field', async (_, path, values) => {
    const ana = converse('ana')
    const form = await formFor(ana, ...path)
    const texts = form.fields.flatMap((field) => (field.type === 'text' ? [field.name] : []))
    expect(texts).toContain('reason')
    const length = ladder.state().proposals.size
    for (const name of texts) {
      const outcome = await ana.fills(form, { ...WHY, ...values, [name]: 'lengthyword '.repeat(300) })
      expect({ name, outcome }).toMatchObject({ name, outcome: { type: 'reply', failed: 'user', field: name } })
    }
    expect(ladder.state().proposals.size).toBe(length)
  })

  test.each(CASES)('%s: it is decided, and live', async (_, path, values, change) => {
    const ana = converse('ana')
    const form = await formFor(ana, ...path)
    const done = messageOf(await ana.fills(form, { ...WHY, ...values }))
    const proposal = [...ladder.state().proposals.values()].at(-1)
    expect(proposal?.request?.change).toEqual(change)
    expect(done.summary).toContain(`#${proposal?.number}`)
    const before = ladder.catalogIndex().catalog.version
    for (const expert of ['E1', 'E2']) {
      const view = messageOf(await converse(expert).says(`/proposals ${proposal?.number}`))
      await converse(expert).presses(view, 'Approve')
    }
    expect(ladder.state().proposals.get(proposal?.id ?? '')?.state).toBe('applied')
    expect(ladder.catalogIndex().catalog.version).not.toBe(before)
    const history = messageOf(await ana.says(`/proposals ${proposal?.number}`))
    expect(JSON.stringify(history)).toContain('Because we have seen it')
    open.later(31 * DAY)
  })

  test('with what there is today before their eyes', async () => {
    const form = await formFor(converse('ana'), 'A behavior statement', 'Storage …', 'SQL', 'Working').catch(async () =>
      formFor(converse('ana'), 'A behavior statement', /^Data Platforms/u, 'SQL', 'Working'),
    )
    const statement = ladder.catalogIndex().catalog.skills.get('sql')?.statements['working']?.['en']
    expect(form.fields[0]).toMatchObject({ initial: statement })
    expect(form.fields.map(({ name }) => name)).toEqual(['to', 'reason', 'lane'])
  })

  test.each([
    [
      'Add a skill to a role',
      { to: 'working, advanced' },
      'to',
      /Type 5 proficiencies separated by commas, one for each of these levels: Junior/u,
    ],
    [
      'A new skill',
      { name: '!!', domain: 'programming', statements: 'a\nb\nc\nd' },
      'name',
      /needs at least one letter/u,
    ],
    [
      'A new skill',
      { name: 'Zig', domain: 'cooking', statements: 'a\nb\nc\nd' },
      'domain',
      /don’t know the domain “cooking”/u,
    ],
    [
      'A new skill',
      { name: 'Zig', domain: 'programming', statements: 'one line' },
      'statements',
      /one line for each proficiency[\s\S]*I see 1 line/u,
    ],
    ['The description of a role', { to: '   ' }, 'to', /Enter a single line/u],
    ['The description of a role', { to: 'Another one', reason: ' ' }, 'reason', /Please give a reason/u],
    ['An alias', { to: 'Data Engineer' }, 'to', /already names/u],
  ] as const)('%s, filled in wrongly: told at the field %#', async (kind, values, field, says) => {
    const path =
      kind === 'Add a skill to a role'
        ? [/^Backend/u, /^Research …|^Data Platforms …/u, /./u]
        : kind === 'A new skill'
          ? []
          : [/^Backend/u]
    const ana = converse('ana')
    const form = await formFor(ana, kind, ...path)
    const length = ladder.state().proposals.size
    const outcome = await ana.fills(form, { ...WHY, ...values })
    expect(outcome).toMatchObject({ type: 'reply', failed: 'user', field })
    expect(messageOf(outcome).summary).toMatch(says)
    expect(ladder.state().proposals.size).toBe(length)
  })
})

const LONG_REASON = 'word '.repeat(300).trim()

describe('a person proposes in words:', () => {
  test.each([
    ['backend senior python expert', 'en', /^requirement/u],
    ['backend senior sql', 'en', /^requirement/u],
    ['backend sénior python experto', 'es', /^requirement/u],
  ] as const)('“%s” leads to the form', async (words, locale, kind) => {
    const outcome = await converse('bo', locale).says(`/propose ${words}`)
    expect(kind.test('requirement')).toBe(true)
    expect(formOf(outcome).fields.map(({ name }) => name)).toEqual(['to', 'reason'])
  })

  test.each([
    ['backend senior', 'Which skill?'],
    ['backend python', 'Which level?'],
    ['senior python', 'Which role?'],
    ['backend senior pythn juggling', 'juggling'],
  ])('“%s” asks on: %s', async (words, says) => {
    const outcome = await converse('bo').says(`/propose ${words}`)
    expect(JSON.stringify(outcome)).toContain(says)
  })

  test.each([
    ['with a proposal', { type: 'text', text: `/propose backend senior sql expert because ${LONG_REASON}` }],
    ['with an objection', { type: 'form', payload: '1v:o:proposal1', values: { reason: LONG_REASON } }],
  ] as const)('a reason that is too long %s is refused', async (_, event) => {
    const length = ladder.state().proposals.size
    const outcome = await bot.handle({ ...event, id: `long-${event.type}`, person: person('E1'), locale: 'en' })
    expect(outcome).toMatchObject({ type: 'reply', failed: 'user', field: 'reason' })
    expect(messageOf(outcome).summary).toContain('The reason has 1,499 characters; the limit is 1,000.')
    expect(ladder.state().proposals.size).toBe(length)
  })

  test('what names nothing is told how it is said', async () => {
    const outcome = await converse('bo').says('/propose make everything better')
    expect(outcome).toMatchObject({ type: 'reply', failed: 'user' })
    expect(messageOf(outcome).summary).toContain('make everything better')
    expect(messageOf(await converse('bo').says('/propose help')).summary).toContain('Propose a change')
  })
})

describe('a person looks at proposals:', () => {
  test.each(['open', 'mine', 'review', 'recent', 'abiertas', 'mías', 'revisión', 'recientes', '', 'help'])(
    '/proposals %s',
    async (which) => {
      const outcome = await converse('ana').says(`/proposals ${which}`)
      expect(outcome).toMatchObject({ type: 'reply' })
      expect(outcome).not.toHaveProperty('failed')
    },
  )

  test('their own, page by page', async () => {
    const first = messageOf(await converse('ana').says('/proposals mine'))
    expect(JSON.stringify(first)).toContain('Page 1 of 2')
    const second = messageOf(await converse('ana').presses(first, 'Next page'))
    expect(JSON.stringify(second)).toContain('Page 2 of 2')
  })

  test('none of others’ communities', async () => {
    const stranger = { platform: 'slack', workspace: 'T2', user: 'ana' }
    const outcome = await bot.handle({
      type: 'text',
      id: 'x',
      person: stranger,
      locale: 'en',
      text: '/propose backend senior python expert',
    })
    expect(outcome).toMatchObject({ failed: 'user' })
    expect(messageOf(outcome).summary).toContain('Another community maintains this ladder')
    for (const text of ['/proposals recent', '/proposals 1']) {
      const looked = await bot.handle({ type: 'text', id: text, person: stranger, locale: 'en', text })
      expect(messageOf(looked).summary).toContain('Another community maintains this ladder')
    }
  })

  test('what has been decided of a role is one answer for everybody, since it is kept for everybody', async () => {
    const seenBy = async (user: Person): Promise<Message> =>
      messageOf(
        await bot.handle({
          type: 'text',
          id: `seen${user.workspace}`,
          person: user,
          locale: 'en',
          text: '/skills backend changes',
        }),
      )
    const stranger = { platform: 'slack', workspace: 'T9', user: 'U9' }
    expect(await seenBy(stranger)).toEqual(await seenBy(person('ana')))
    expect(labels(await seenBy(stranger)).some((label) => label.startsWith('#'))).toBe(true)
  })

  test('a number that no proposal has', async () => {
    for (const number of ['99999', '99,999', '99.999']) {
      const outcome = await converse('ana').says(`/proposals ${number}`)
      expect(outcome).toMatchObject({ failed: 'user' })
      expect(messageOf(outcome).summary).toContain('There’s no such proposal here')
    }
  })

  test('on their own page', async () => {
    const outcome = await bot.handle({ type: 'home', id: 'home', person: person('E1'), locale: 'en' })
    expect(JSON.stringify(outcome)).toContain('Changes to the ladder')
  })
})

describe('a person with two accounts', () => {
  const discord = { platform: 'discord', workspace: '1', user: '2' }
  const says = (text: string, user = discord): Promise<BotResponse> =>
    bot.handle({ type: 'text', id: `link${text}`, person: user, locale: 'en', text })

  test('is one person once they say so, with a code that is good once', async () => {
    open.community.report('discord', { workspace: '1', experts: [], admins: [] })
    const answer = messageOf(await converse('linda').says('/profile link'))
    const [, code = ''] = /\/profile link ([\w-]+)/u.exec(JSON.stringify(answer)) ?? []
    expect(await says('/profile link wrongcode')).toMatchObject({ failed: 'user' })
    const question = messageOf(await says(`/profile link ${code}`))
    expect(ladder.state().personOf(personKey(discord))).toBe(personKey(discord))
    await bot.handle({
      type: 'action',
      id: 'yes',
      person: discord,
      locale: 'en',
      payload: buttons(question)[0]?.payload ?? '',
    })
    expect(ladder.state().personOf(personKey(discord))).toBe(key('linda'))
    expect(await says(`/profile link ${code}`, { ...discord, user: '3' })).toMatchObject({ failed: 'user' })
    const again = messageOf(await converse('linda').says('/profile link'))
    const [, second = ''] = /\/profile link ([\w-]+)/u.exec(JSON.stringify(again)) ?? []
    expect(messageOf(await says(`/profile link ${second}`)).summary).toContain('already linked')
    expect(messageOf(await says(`/profile link ${second}`, { ...discord, user: '4' })).summary).toContain(second)
  })

  test('has no say in what the other account proposed', async () => {
    const form = formOf(await converse('linda').says('/propose backend middle rest-apis advanced'))
    const done = messageOf(await converse('linda').fills(form, WHY))
    const proposal = [...ladder.state().proposals.values()].at(-1)
    expect(done.summary).toContain(`#${proposal?.number}`)
    const tried = await bot.handle({
      type: 'action',
      id: 'own',
      person: discord,
      locale: 'en',
      payload: `1v:n:${proposal?.id}:1`,
    })
    expect(messageOf(tried).summary).toContain('This proposal is yours')
  })
})

test('what a person had to do with proposals is handed over, and said to stay where they erase the rest', async () => {
  const exported = messageOf(await converse('E1').says('/profile export'))
  const json: unknown = JSON.parse(exported.files?.find(({ name }) => name.endsWith('.json'))?.content ?? '')
  expect(json).toMatchObject({
    proposals: expect.arrayContaining([
      expect.objectContaining({ number: 1, author: false, review: { verdict: 'approve', reason: '' } }),
    ]),
  })
  expect(exported.files?.find(({ name }) => name.endsWith('.md'))?.content).toContain('| 1 | live |')
  const question = messageOf(await converse('E1').says('/profile delete'))
  expect(JSON.stringify(question)).toContain(
    'What was decided stays on record, without your account or the reasons you wrote',
  )
})

test('who is in the middle of an assessment is told that the ladder has changed', async () => {
  const zoe = converse('zoe')
  let card = messageOf(await zoe.says('/assess data-engineer guided'))
  const form = await formFor(converse('ana'), 'The description of a role', 'Data Engineer')
  await converse('ana').fills(form, { ...WHY, to: 'Moves data, and minds it' })
  const proposal = [...ladder.state().proposals.values()].at(-1)
  for (const expert of ['E1', 'E2']) {
    await converse(expert).presses(messageOf(await converse(expert).says(`/proposals ${proposal?.number}`)), 'Approve')
  }
  card = messageOf(await zoe.presses(card, '3 · Working'))
  expect(JSON.stringify(card)).toMatch(/has changed since you started/u)
})

test('nobody is given a form for what is over', async () => {
  const over = [...ladder.state().proposals.values()].find(
    ({ state, author }) => state === 'applied' && author === key('ana'),
  )
  if (!over) throw new Error('nothing of hers was applied')
  const press = (user: string, letter: string) =>
    bot.handle({
      type: 'action',
      id: `over${user}${letter}`,
      person: person(user),
      locale: 'en',
      payload: `1v:${letter}:${over.id}`,
    })
  for (const [user, letter] of [
    ['E1', 'o'],
    ['ana', 'e'],
  ] as const) {
    expect(messageOf(await press(user, letter)).summary).toContain('no longer possible. Status now: live')
  }
})

test('a change in plain words opens its form, with nothing proposed yet', async () => {
  const before = ladder.state().proposals.size
  const request = 'I want to propose code review advanced for senior backend engineers because we do it'
  const form = formOf(await converse('plain').says(request))
  expect(form.fields.find(({ name }) => name === 'to')?.initial).toBe('advanced')
  expect(form.fields.find(({ name }) => name === 'reason')?.initial ?? '').toBe('')
  expect(ladder.state().proposals.size).toBe(before)
})
