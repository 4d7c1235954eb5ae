import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COMMANDS, createBot, type Person, startLinkNotices } from '../../../src/bot/index.ts'
import type { Role } from '../../../src/catalog/index.ts'
import { translator } from '../../../src/i18n/index.ts'
import type { Message } from '../../../src/message/index.ts'
import { serializeEvent } from '../../../src/proposals/domain/index.ts'
import { personKey } from '../../../src/store/person.ts'
import { fixtureCatalog } from '../../fixtures/catalog.ts'
import { answerAll, assessAs, profile, roleIn, start } from '../assess/drive.ts'
import { TestUser } from '../assess/harness.ts'
import { DAY, type Opened, openLadder } from '../proposals/open-ladder.ts'
import { items, labels, notes, paragraphs, strings } from '../read-message.ts'

const ROLE = 'backend-engineer'

let opened: Opened
let role: Role
/** A person with two accounts, whom no other test knows. */
let ana: TestUser
let anaInDiscord: TestUser
let people = 100

beforeAll(async () => {
  opened = await openLadder({ catalog: fixtureCatalog, experts: ['UEXPERT'] })
  opened.community.report('discord', { workspace: '1', experts: [], admins: [] })
  role = roleIn(opened.ladder.catalogIndex(), ROLE)
})
afterAll(() => opened.close())

beforeEach(() => {
  people += 1
  ana = someone({ platform: 'slack', workspace: 'T1', user: `U${people}` })
  anaInDiscord = someone({ platform: 'discord', workspace: '1', user: `${people}` })
})

function someone(person: Person, locale: 'en' | 'es' = 'en'): TestUser {
  return new TestUser(opened.bot, opened.store, person, locale)
}

/** The code that an account is given. */
async function codeOf(account: TestUser): Promise<string> {
  const [code = ''] = strings(await account.say('/profile link')).flatMap(
    (each) => /\/profile (?:link|vincular) ([\w-]+)/u.exec(each)?.[1] ?? [],
  )
  return code
}

async function link(from = ana, to = anaInDiscord): Promise<Message> {
  await to.say(`/profile link ${await codeOf(from)}`)
  return to.press(to.locale === 'es' ? 'Vincular' : 'Link them')
}

const isOnePerson = (): boolean =>
  opened.ladder.state().personOf(personKey(ana.person)) ===
  opened.ladder.state().personOf(personKey(anaInDiscord.person))

describe('a platform', () => {
  test('is called by its display name, and two are named as examples in the help', async () => {
    const inTeams = someone({ platform: 'teams', workspace: 'M1', user: `${people}` })
    await inTeams.say(`/profile link ${await codeOf(ana)}`)
    expect(paragraphs(inTeams.last)[0]).toBe(`This account: ${people} on Microsoft Teams`)
    const help = JSON.stringify(await ana.say('/profile help'))
    expect(help).toContain('Link your accounts, such as those on Slack and Discord, so that they count as one person')
    const ayuda = JSON.stringify(await someone(ana.person, 'es').say('/profile ayuda'))
    expect(ayuda).toContain(
      'Vincula tus cuentas, por ejemplo, las de Slack y Discord, para que cuenten como una sola persona',
    )
  })
})

describe('linking two accounts', () => {
  test('asks first, names both and says what it means', async () => {
    ana.displayName = 'Ana <b>'
    anaInDiscord.displayName = 'ana.dev'
    await anaInDiscord.say(`/profile link ${await codeOf(ana)}`)
    expect(paragraphs(anaInDiscord.last)).toEqual([
      `This account: ana.dev (${people}) on Discord`,
      `The account the code came from: Ana <b> (U${people}) on Slack`,
      'Linked accounts share results, growth plans, assessments in progress, and one vote.',
    ])
    expect(notes(anaInDiscord.last)[0]).toContain(
      'If someone else gave you the code, they could see and delete your results',
    )
    expect(isOnePerson()).toBe(false)
    await anaInDiscord.press('Link them')
    expect(isOnePerson()).toBe(true)
    expect(labels(anaInDiscord.last)).toEqual(['Undo the link'])
  })

  test('is not done if the person declines, and the code is used up', async () => {
    const code = await codeOf(ana)
    await anaInDiscord.say(`/profile link ${code}`)
    const yes = anaInDiscord.payload('Link them')
    expect(notes(await anaInDiscord.press('Don’t link'))).toEqual(['Nothing was linked, and the code no longer works.'])
    await anaInDiscord.send(yes)
    expect(anaInDiscord.failed).toBe('user')
    await anaInDiscord.say(`/profile link ${code}`)
    expect(anaInDiscord.failed).toBe('user')
    expect(isOnePerson()).toBe(false)
  })

  test('takes the answer of the account that was asked alone', async () => {
    await anaInDiscord.say(`/profile link ${await codeOf(ana)}`)
    const yes = anaInDiscord.payload('Link them')
    const eve = someone({ ...anaInDiscord.person, user: `other${people}` })
    await eve.send(yes)
    expect(eve.failed).toBe('user')
    expect(opened.ladder.state().accountsOf(personKey(ana.person))).toHaveLength(1)
  })

  test('in Spanish', async () => {
    ana.locale = 'es'
    anaInDiscord.locale = 'es'
    expect(notes(await link())[0]).toContain('Cuentas vinculadas. Ahora comparten resultados')
    expect(notes(await ana.say('/profile desvincular'))).toEqual([
      'Vínculo deshecho. Cada cuenta vuelve a tener sus propios resultados y evaluaciones, y su propio voto.',
    ])
  })
})

describe('linked accounts', () => {
  test('have the same results, which say so in history and export', async () => {
    await assessAs(ana, role, profile(role, 1))
    opened.later(DAY)
    await assessAs(anaInDiscord, role, profile(role, 2))
    expect(items(await anaInDiscord.say('/profile'))).toHaveLength(1)
    await link()
    for (const account of [ana, anaInDiscord]) {
      const history = await account.say('/profile')
      expect(items(history).map(({ text }) => text)).toEqual([
        expect.stringContaining(': Middle'),
        expect.stringContaining(': Junior'),
      ])
      expect(notes(history).at(-1)).toContain(`U${people} on Slack`)
      const exported = (await account.say('/profile export')).files?.[0]?.content ?? ''
      const { results, linked } = JSON.parse(exported)
      expect([results.length, linked.length]).toEqual([2, 1])
    }
    // Each result is where it was made.
    expect(await ana.results()).toHaveLength(1)
  })

  test('continue an assessment in the other account, to a result that both have', async () => {
    await start(ana, ROLE)
    await answerAll(ana, role, profile(role, 2), 3)
    await link()
    await anaInDiscord.say('/assess resume')
    await answerAll(anaInDiscord, role, profile(role, 2), 2)
    expect((await ana.openSession(ROLE)).answers).toHaveLength(5)
    expect(await anaInDiscord.session(ROLE)).toBeNull()
    // Typed answers follow the conversation in which it was continued.
    await anaInDiscord.say('3')
    await ana.say('3')
    expect((await ana.openSession(ROLE)).answers).toHaveLength(7)
    await anaInDiscord.say('/assess resume')
    await answerAll(anaInDiscord, role, profile(role, 2))
    await anaInDiscord.press('Show my result')
    expect(await ana.session(ROLE)).toBeNull()
    expect(items(await ana.say('/profile'))).toHaveLength(1)
  })

  test('with an assessment each go on with the one touched last, and the other one comes back', async () => {
    await start(ana, ROLE)
    await answerAll(ana, role, profile(role, 2), 3)
    opened.later(60_000)
    await start(anaInDiscord, ROLE)
    await answerAll(anaInDiscord, role, profile(role, 2), 1)
    expect(paragraphs(await link())).toEqual([
      'Both accounts have an assessment in progress for Backend Engineer. You’ll continue whichever you used last; the other comes back when that one ends.',
    ])
    expect(items(await ana.say('/assess status')).map(({ text, detail }) => `${text} ${detail}`)).toEqual([
      expect.stringContaining('1 answer'),
    ])
    opened.later(60_000)
    await ana.say('/assess resume')
    await answerAll(ana, role, profile(role, 2), 1)
    expect((await anaInDiscord.openSession(ROLE)).answers).toHaveLength(2)
    await ana.say('/assess cancel')
    await ana.press('Discard')
    await ana.say('/assess resume')
    await answerAll(ana, role, profile(role, 2), 1)
    expect((await ana.openSession(ROLE)).answers).toHaveLength(4)
  })

  test('do not begin what the other one has open, not even with a button from before', async () => {
    await anaInDiscord.say('/assess backend-engineer')
    const begin = anaInDiscord.payload('Find my level')
    await start(ana, ROLE)
    await link()
    for (const attempt of [() => anaInDiscord.say('/assess backend-engineer guided'), () => anaInDiscord.send(begin)]) {
      await attempt()
      expect(await anaInDiscord.session(ROLE)).toBeNull()
    }
  })

  test('want reminders or not together, and know the role assessed last', async () => {
    await assessAs(ana, role, profile(role, 1))
    await link()
    await anaInDiscord.say('/assess reminders off')
    expect((await ana.storedData()).settings.reminders).toBe(false)
    expect(labels(await anaInDiscord.say('/assess'))[0]).toContain('Backend Engineer')
  })

  test('are erased together', async () => {
    await assessAs(ana, role, profile(role, 1))
    await link()
    await anaInDiscord.say('/profile delete')
    expect(paragraphs(anaInDiscord.last)[1]).toBe(
      `This covers all your accounts: ${people} on Discord and U${people} on Slack.`,
    )
    await anaInDiscord.press('Delete everything')
    expect(await ana.results()).toEqual([])
  })
})

test('an account that another process has just linked is erased too', async () => {
  await assessAs(ana, role, profile(role, 1))
  const by = personKey(anaInDiscord.person)
  const entry = serializeEvent({ type: 'linked', at: opened.now(), by, to: personKey(ana.person) })
  await opened.store.eventLog.append('ladder', [entry], null)
  await anaInDiscord.say('/profile delete')
  await anaInDiscord.press('Delete everything')
  expect(await ana.results()).toEqual([])
})

describe('a link that is undone', () => {
  test('leaves each account what it had, also what it did meanwhile', async () => {
    await assessAs(ana, role, profile(role, 1))
    await link()
    await assessAs(anaInDiscord, role, profile(role, 2))
    opened.later(DAY)
    expect(notes(await ana.say('/profile unlink'))).toEqual([
      'Unlinked. Each account once again has its own results, assessments, and vote.',
    ])
    expect(isOnePerson()).toBe(false)
    for (const account of [ana, anaInDiscord]) expect(items(await account.say('/profile'))).toHaveLength(1)
    expect(notes(ana.last)).toEqual([])
  })

  test('is undone by the button of that link alone', async () => {
    await link()
    const undo = anaInDiscord.payload('Undo the link')
    await ana.send(undo)
    expect([ana.failed, isOnePerson()]).toEqual([undefined, false])
    opened.later(1000)
    await link()
    await ana.send(undo)
    expect([ana.failed, isOnePerson()]).toEqual(['user', true])
    await ana.say('/profile')
    await ana.press('Undo the link')
    expect(isOnePerson()).toBe(false)
    expect(notes(await ana.say('/profile unlink'))).toEqual(['No other account is linked to this one.'])
  })

  test('cannot be more than a day old', async () => {
    await link()
    opened.later(DAY + 1)
    expect(labels(await ana.say('/profile'))).not.toContain('Undo the link')
    expect(notes(await ana.say('/profile unlink'))[0]).toContain('You can undo a link only within one day')
    expect(isOnePerson()).toBe(true)
  })

  test('leaves two others of the same person linked', async () => {
    await link()
    const third = someone({ ...anaInDiscord.person, user: `other${people}` })
    await link(ana, third)
    expect(opened.ladder.state().accountsOf(personKey(ana.person))).toHaveLength(3)
    await ana.say('/profile unlink')
    expect(isOnePerson()).toBe(true)
    expect(opened.ladder.state().accountsOf(personKey(third.person))).toEqual([personKey(third.person)])
  })
})

test('the account that a code came from is notified once, whichever process does it', async () => {
  await link()
  const sent: (readonly [Person, Message])[] = []
  const isAna = ({ user }: Person): boolean => user === ana.person.user
  const processes = Array.from({ length: 2 }, () =>
    startLinkNotices({
      ladder: opened.ladder,
      claims: opened.store.claims,
      now: opened.now,
      everyMs: 5,
      report: (_, error) => {
        throw error
      },
      notifier: {
        platforms: () => ['slack', 'discord'],
        reaches: isAna,
        tell(person, message) {
          sent.push([person, message(translator('en'))])
          return Promise.resolve('delivered')
        },
      },
    }),
  )
  await expect.poll(() => sent.length).toBe(1)
  await Promise.all(processes.map((each) => each.stop()))
  const [[person, message] = [undefined, undefined]] = sent
  expect(person).toEqual(ana.person)
  expect(message?.summary).toContain(`An account was linked to this one: ${people} on Discord.`)
  const undo = message?.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []))[0]
  await ana.send(undo?.payload ?? '')
  expect(isOnePerson()).toBe(false)
})

test('someone without linked accounts costs no further round trip', async () => {
  const calls: string[] = []
  const { results } = opened.store
  const store = {
    ...opened.store,
    results: {
      ...results,
      list(person: Person) {
        calls.push('results')
        return results.list(person)
      },
    },
  }
  const bot = createBot({
    commands: COMMANDS,
    catalogIndex: opened.ladder.catalogIndex,
    services: { store, proposals: opened.ladder, now: opened.now, newId: () => 'id', sessionMs: DAY },
    report: ({ error }) => {
      throw error
    },
  })
  await new TestUser(bot, store, ana.person, 'en').say('/profile')
  expect(calls).toEqual(['results'])
  await link()
  calls.length = 0
  await new TestUser(bot, store, ana.person, 'en').say('/profile')
  expect(calls).toEqual(['results', 'results'])
})
