import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/message/index.ts'
import { answerAll, assessAs, profile, start } from './assess/drive.ts'
import type { TestUser } from './assess/harness.ts'
import { openOwnHarness } from './assess/own-harness.ts'
import { buttons, fields, headings, labels, paragraphs } from './read-message.ts'

const { harness, role } = await openOwnHarness()

async function homeOf(user: TestUser): Promise<Message> {
  const event = { type: 'home', id: 'home', person: user.person, locale: user.locale } as const
  const response = await harness.bot.handle(event)
  if (response.type !== 'reply') throw new Error('the home page is no message')
  return response.message
}

const mainActions = (message: Message): readonly string[] =>
  buttons(message)
    .filter(({ style }) => style === 'primary')
    .map(({ label }) => label)

describe('the home page', () => {
  test.each([
    ['en', 'Assess yourself'],
    ['es', 'Evaluarme'],
  ] as const)('of a person who has never used Rung starts an assessment (%s)', async (locale, label) => {
    const message = await homeOf(harness.newUser(locale))
    expect(mainActions(message)).toEqual([label])
    expect(message.blocks.some(({ type }) => type === 'progress')).toBe(false)
  })

  test('continues the open assessment, with a bar of what is answered and what is left', async () => {
    const user = harness.newUser()
    await start(user)
    await user.pick(3)
    await user.pick(3)
    const message = await homeOf(user)
    expect(headings(message)[0]).toBe('Your assessment: ML Engineer')
    expect(mainActions(message)).toEqual(['Continue'])
    const bar = message.blocks.find((block) => block.type === 'progress')
    expect(bar).toMatchObject({ done: 2, label: expect.stringMatching(/^2 answered, about \d+ to go$/u) })
    expect(bar?.total).toBeGreaterThan(2)
    const { payload = '' } = buttons(message).find(({ label }) => label === 'Continue') ?? {}
    expect(headings(await user.send(payload))).toContainEqual(expect.stringContaining(' · '))
  })

  test.each(['Make my plan', 'Find all gaps'])(
    'says how many questions are left, as the card of the assessment does, after “%s”',
    async (label) => {
      const user = harness.newUser()
      await start(user)
      await answerAll(user, role, profile(role, 3))
      await user.press(label)
      const [card] = user.last.blocks.filter((block) => block.type === 'progress')
      const left = Number(
        /up to (\d+) more|about (\d+) to go/u
          .exec(card?.label ?? '')
          ?.slice(1)
          .find(Boolean),
      )
      expect(left).toBeGreaterThan(0)
      // The card counts from the open question on.
      const bar = (await homeOf(user)).blocks.find((block) => block.type === 'progress')
      expect(bar?.label).toMatch(new RegExp(`, about ${left + 1} to go$`, 'u'))
    },
  )

  test('counts all skills of a sheet', async () => {
    const user = harness.newUser()
    await user.say('/assess ml-engineer sheet')
    expect((await homeOf(user)).blocks).toContainEqual({
      type: 'progress',
      done: 0,
      total: 58,
      label: '0 answered, about 58 to go',
    })
  })

  test('shows the last result, and opens the plan with a press on a skill to work on', async () => {
    const user = harness.newUser()
    await assessAs(user, role, profile(role, 2))
    const message = await homeOf(user)
    expect(mainActions(message)).toEqual(['Assess yourself for ML Engineer again'])
    const goals = buttons(message).filter(({ label }) => label.includes(' → '))
    expect(goals).toHaveLength(3)
    const plan = JSON.stringify(await user.send(goals[0]?.payload ?? ''))
    for (const { label } of goals) expect(plan).toContain(label.split(' → ')[0])
  })

  test('offers the settings, the export and the deletion last', async () => {
    const message = await homeOf(harness.newUser())
    expect(headings(message).at(-1)).toBe('Settings')
    expect(fields(message)).toEqual({
      Language: 'English (same as this app)',
      'Assessment reminders': 'On: one reminder after 3 days of inactivity',
    })
    expect(labels(message).slice(-4)).toEqual([
      'Español',
      'Turn assessment reminders off',
      'Export my data',
      'Delete my data',
    ])
  })
})

describe('a setting', () => {
  test('is changed where it is shown, and shown as it is now', async () => {
    const user = harness.newUser()
    await user.say('/profile settings')
    const message = await user.press('Turn assessment reminders off')
    expect(fields(message)).toMatchObject({ 'Assessment reminders': 'Off' })
    expect((await user.storedData()).settings.reminders).toBe(false)
    expect(labels(await user.press('Turn assessment reminders on'))).toContain('Turn assessment reminders off')
  })

  test('of the language is confirmed in that language, exported, and goes with an erasure', async () => {
    const user = harness.newUser()
    const language = () => harness.bot.languageOf(user.person)
    expect(await language()).toBeUndefined()
    await user.say('/profile settings')
    const message = await user.press('Español')
    expect(paragraphs(message).length + headings(message).length).toBeGreaterThan(0)
    expect(headings(message)).toEqual(['Ajustes'])
    expect(fields(message)).toMatchObject({ Idioma: 'Español' })
    expect(language()).toBe('es')
    expect((await user.storedData()).settings.locale).toBe('es')
    const [, summary] = (await user.say('/profile export')).files ?? []
    expect(summary?.content).toContain('- Language: es')
    await user.say('/profile delete')
    await user.press('Delete everything')
    expect(await language()).toBeUndefined()
  })

  test('of the language is taken back, and then the platform decides again', async () => {
    const user = harness.newUser()
    await user.say('/profile settings')
    await user.press('Español')
    await user.press('El de esta aplicación')
    expect(harness.bot.languageOf(user.person)).toBeUndefined()
  })

  test('of a language that Rung does not have is refused', async () => {
    const user = harness.newUser()
    await user.send('1p:language:xx')
    expect(user.failed).toBe('user')
  })
})
