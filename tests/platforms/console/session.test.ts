import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { actions, heading, type Message } from '../../../src/message/index.ts'
import { openHarness } from '../../bot/assess/harness.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { labelsIn, type Seat, sitAt } from './seat.ts'

// What a number means at the terminal: the action that was shown with it, whatever error or notice was shown since.

const harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
afterAll(() => harness.close())

let people = 0

/** A person who is new to the bot, at a terminal. */
function sitDown(options: Partial<Seat> = {}) {
  people += 1
  return sitAt({
    bot: harness.bot,
    person: { platform: 'console', workspace: 'local', user: `u${people}` },
    ...options,
  })
}

const NOTICE: Message = {
  summary: 'A vote is open',
  blocks: [heading('A vote is open'), ...actions([{ label: 'Open it', payload: '1Xp:1' }])],
}

const MISTAKES = ['/karma', '999', 'flurble', '/proposals 77', 'mle flurble']
const QUESTIONS = ['pytorch', '/skills mle senior', '/assess mle', 'mle middle senior', '/skills']

test('an error and a notice leave the numbers of the answer as they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...QUESTIONS),
      fc.array(fc.constantFrom('notice', ...MISTAKES), { minLength: 1, maxLength: 4 }),
      fc.nat(),
      async (question, between, pick) => {
        const [direct, disturbed] = [sitDown(), sitDown()]
        const labels = labelsIn((await direct.type(question)).screen)
        await disturbed.type(question)
        const numbers = [...labels.keys()]
        const number = numbers[pick % numbers.length] ?? '1'
        const seen = new Set(numbers)
        for (const each of between) {
          const screen = each === 'notice' ? disturbed.tell(NOTICE) : (await disturbed.type(each)).screen
          // What is shown beside the answer has numbers of its own.
          for (const own of labelsIn(screen).keys()) {
            expect(seen, `${each} reuses a number`).not.toContain(own)
            seen.add(own)
          }
        }
        await direct.type(number)
        await disturbed.type(number)
        expect(disturbed.pressed).toEqual(direct.pressed)
      },
    ),
    { numRuns: 60, seed: 11 },
  )
}, 120_000)

test('the numbers of a notice lead to its own actions', async () => {
  const terminal = sitDown()
  await terminal.type('pytorch')
  const [[number] = ['']] = [...labelsIn(terminal.tell(NOTICE))]
  await terminal.type(number)
  expect(terminal.pressed).toEqual(['1Xp:1'])
})

test('the numbers of a question stay its answers, whatever is looked up meanwhile', async () => {
  const user = sitDown()
  const card = labelsIn((await user.type('/assess mle guided')).screen)
  const last = Math.max(...[...card.keys()].map(Number))
  for (const line of ['do I need docker', '/skills mle senior', 'kubernetes', '/profile']) {
    const { screen } = await user.type(line)
    const numbers = [...labelsIn(screen).keys()].map(Number)
    expect(Math.min(...numbers)).toBe(last + 1)
    expect(screen).toContain(
      line.startsWith('/') ? `numbers up to ${last} pick its choices` : 'is still open: type 1 to 5 to answer it.',
    )
  }
  // A choice of the last answer has its own number, and so has the next answer.
  const { screen } = await user.type(String(last + 1))
  expect(Math.min(...[...labelsIn(screen).keys()].map(Number))).toBe(last + 1)
  const before = user.pressed.length
  await user.type('3')
  expect(user.pressed.slice(before)).toHaveLength(1)
  expect((await user.type('do I need docker')).screen).toContain('Question 2 (')
  // Once the assessment is paused, numbers are those of the last answer again.
  await user.type('pause')
  expect(labelsIn((await user.type('kubernetes')).screen).has('1')).toBe(true)
})

test('answers and what is filled into a form are not kept for the next session', async () => {
  const terminal = sitDown()
  const { session } = terminal
  expect(session.isRememberable('pytorch senior')).toBe(true)
  await terminal.type('/assess mle guided')
  expect(session.isRememberable('working')).toBe(false)
  expect(session.isRememberable('3')).toBe(false)
  expect(session.isRememberable('/skills pytorch')).toBe(true)
  const { screen } = await terminal.type('3')
  const note = [...labelsIn(screen)].find(([, label]) => /note or link/u.test(label))?.[0] ?? ''
  await terminal.type(note)
  expect(session.isRememberable('my evidence')).toBe(false)
})

test.each([
  ['en', 'cancel', 'Type cancel to leave without sending.', 'Canceled. Nothing was sent.'],
  ['es', 'Cancelar', 'Escribe cancelar para salir sin enviar nada.', 'Cancelado. No se ha enviado nada.'],
] as const)('a form says how to leave it, and is left (%s)', async (locale, word, hint, done) => {
  const user = sitDown({ locale })
  const { screen } = await user.type('/assess mle guided')
  const [number = ''] = [...labelsIn(screen)].find(([, label]) => /note or link|nota o enlace/u.test(label)) ?? []
  expect((await user.type(number)).screen).toContain(hint)
  expect((await user.type(word)).screen).toContain(done)
  // Words are questions again.
  expect((await user.type('kubernetes')).screen).toContain('Kubernetes')
})

test('an answer that is longer than the screen is shown in full on request, and its numbers stay what they are', async () => {
  const user = sitDown({ lines: 20 })
  const whole = await sitDown().type('/skills ml-engineer senior')
  const short = await user.type('/skills ml-engineer senior')
  expect(short.screen.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
  const [, number] = /\[(\d+)\] Show all/u.exec(short.screen) ?? []
  expect((await user.type(number ?? '')).screen).toBe(whole.screen)
  await user.type('1')
  expect(user.pressed).toHaveLength(1)
})

test('an answer that fits the screen, and a table that was asked for, are shown in full', async () => {
  for (const line of ['/profile', '/skills ml-engineer all']) {
    expect((await sitDown({ lines: 20 }).type(line)).screen).toBe((await sitDown().type(line)).screen)
  }
})

test('the numbers of a sheet are those of the card on the screen', async () => {
  const user = sitDown()
  await user.type('/assess mle sheet')
  const second = await user.pick('Next card')
  expect(second).toContain('Card 2 of')
  expect([...labelsIn(second)].slice(0, 3)).toEqual([
    ['1', 'Fill in this card'],
    ['2', 'Next card'],
    ['3', 'Previous card'],
  ])
  expect(second).not.toContain('still open')
  expect((await user.type('2')).screen).toContain('Card 3 of')
  const form = (await user.type('1')).screen
  expect(form).toContain('3/')
  // A card that is left blank leads to the next one.
  let screen = form
  while (!screen.includes('Card ')) screen = (await user.type('')).screen
  expect(screen).toContain('Card 4 of')
  expect(labelsIn(screen).get('1')).toBe('Fill in this card')
  expect((await user.type('/skills mle senior')).screen).toContain(
    'Your assessment is still open; numbers up to 4 pick',
  )
})

test.each([
  ['cancel', 'Discard this assessment?'],
  ['/assess cancel', 'Discard this assessment?'],
  ['/profile delete', 'Delete everything?'],
  ['/assess mle', 'already started'],
])('what %s asks to confirm has the first numbers, and no other number acts', async (line, question) => {
  const user = sitDown()
  await user.typeAll('/assess mle guided', '3', '2')
  const { screen } = await user.type(line)
  expect(screen).toContain(question)
  expect([...labelsIn(screen).keys()]).toEqual(['1', '2'])
  expect(screen).toContain('For now, numbers pick these choices')
  const before = user.pressed.length
  for (const number of ['3', '4', '5', '9', '0']) expect((await user.type(number)).screen).toContain('no option')
  expect(user.pressed).toHaveLength(before)
})

test('the open question has its numbers again once a confirmation is answered, or something else is asked', async () => {
  const user = sitDown()
  await user.typeAll('/assess mle guided', '3', '/profile delete')
  const { screen } = await user.type('2')
  expect(screen).toContain('Nothing was deleted.')
  expect(screen).toContain('numbers up to 10 pick its choices')
  expect((await user.type('3')).screen).toContain('Question 3')
  await user.type('cancel')
  expect((await user.type('kubernetes')).screen).toContain('numbers up to 10 pick its choices')
  expect((await user.type('3')).screen).toContain('Question 4')
  // No: it goes on with the question.
  await user.type('cancel')
  expect((await user.type('2')).screen).toContain('Question 4')
  await user.type('/profile delete')
  const { screen: deleted } = await user.type('1')
  expect(deleted).toContain('Deleted:')
  expect(deleted).not.toContain('still open')
  expect((await user.type('3')).screen).toContain('no option 3')
})

test('a typed number answers the open question, also in a new session', async () => {
  const before = sitDown()
  await before.typeAll('/assess mle guided', '3', '3')
  const user = sitAt({ bot: harness.bot, person: before.person })
  const { screen } = await user.type('do I need docker')
  expect(screen).toContain('Question 3 (')
  expect(screen).toContain('type 1 to 5 to answer it')
  expect(Math.min(...[...labelsIn(screen).keys()].map(Number))).toBe(6)
  expect(user.session.isRememberable('working')).toBe(false)
  expect((await user.type('thanks')).screen).toContain('type 1 to 5 to answer it')
  expect((await user.type('3')).screen).toContain('Question 4')
})

test('the card at the end of an assessment has the first numbers', async () => {
  const user = sitDown()
  let { screen } = await user.type('/assess mle guided')
  while (labelsIn(screen).get('1') === 'None yet') screen = (await user.type('1')).screen
  expect(labelsIn(screen).get('1')).toMatch(/result|plan/iu)
  expect(labelsIn(screen).get('10')).toBe('Change')
  // A number that it lacks is no answer, and no word says that it has buttons.
  const { screen: again } = await user.type('5')
  expect(again).toContain('No question is open. Pick one of the choices')
  expect(again).not.toMatch(/press|button/iu)
  expect((await user.type('1')).failed).toBe(false)
  expect(user.pressed.at(-1)).not.toBe(undefined)
})

test('a sheet takes words, and says which card and skill it asks for', async () => {
  const user = sitDown()
  await user.type('/assess mle sheet')
  const first = await user.pick('Fill in this card')
  expect(first).toMatch(/^1\/\d+ .+ \(1 of \d+\)\n/u)
  const { screen: second } = await user.type('working')
  expect(second).toMatch(/^1\/\d+ .+ \(2 of \d+\)\n/u)
  expect((await user.type('help')).screen).toBe(second)
  expect((await user.type('flurble')).screen).toContain('Type a number from 1 to 6.')
  // In either language.
  let { screen } = await user.type('omitir')
  while (!screen.includes('Card ')) screen = (await user.type('nociones')).screen
  await user.pick('Previous card')
  const card = await user.typeAll('/assess resume')
  const previous = card.includes('Previous card') ? await user.pick('Previous card') : card
  expect(previous).toContain(': Working')
  expect(previous).toContain(': Skip')
  expect(previous).toContain(': Awareness')
})

test('words that a sheet does not take are answered with what it takes', async () => {
  const user = sitDown()
  await user.type('/assess mle sheet')
  for (const line of ['flurble', 'working']) {
    const { screen } = await user.type(line)
    expect(screen).toContain('On a sheet, you answer card by card')
    expect(screen).not.toContain('Type 1 to 5')
  }
})

test('more and less say that the card has every statement', async () => {
  const user = sitDown()
  await user.type('/assess mle guided')
  for (const word of ['more', 'menos']) {
    expect((await user.type(word)).screen).toContain('This card already shows every statement')
  }
})
