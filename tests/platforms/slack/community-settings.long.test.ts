import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { CARDS, CLOSED, EXPERTS, GENERAL, OTHER_CARDS, OWNER, openSlackHarness, type SlackHarness } from './harness.ts'

// An admin of a workspace sets in chat where proposals are posted and who decides. The operator has set nothing; two processes.

let harness: SlackHarness

beforeAll(async () => {
  harness = await openSlackHarness({ isSetInChat: true })
})
afterAll(() => harness?.close())

async function answerTo(person: SlackPerson, line: string, text: RegExp): Promise<string> {
  const since = harness.slack.world.seq()
  harness.turn()
  await person.command(GENERAL, line)
  return readOf(await person.reads(GENERAL, text, { since }))
}

/** Waits until every process takes proposals, or none does. */
async function settled(text: RegExp): Promise<void> {
  for (const _ of harness.processes) {
    harness.turn()
    await expect
      .poll(
        async () => {
          const since = harness.slack.world.seq()
          await harness.person('U2').command(GENERAL, '/proposals')
          return readOf(await harness.person('U2').reads(GENERAL, /./u, { since }))
        },
        { timeout: 20_000, interval: 500 },
      )
      .toMatch(text)
  }
}

test('a person who is no admin is led to those who are, and refused', async () => {
  const ana = harness.person('U1')
  expect(await answerTo(ana, '/propose', /set up/u)).toContain(
    'An admin can choose a channel for them with /rung settings',
  )
  await answerTo(ana, `/rung channel <#${CARDS}|cards>`, /Only admins can change this/u)
  expect(await answerTo(ana, '/rung settings', /Settings/u)).not.toContain('Proposals channel')
})

test('an admin sets the channel and the experts in the form, and a proposal goes its way', {
  timeout: 240_000,
}, async () => {
  const owner = harness.person(OWNER)
  harness.turn()
  await owner.command(GENERAL, '/rung settings')
  const page = await owner.reads(GENERAL, /Proposal settings[\s\S]*Proposals channel: not set/u)
  await owner.press(page, 'Change these settings')
  const form = await owner.modal('Proposal settings')
  const values = { 'Proposals channel': CLOSED, Experts: EXPERTS.slice(0, 2).join(' ') }
  expect(await owner.submit(form, { ...values, 'Proposals channel': '' })).toEqual({
    'Proposals channel': 'Choose the proposals channel first: /rung channel.',
  })
  expect(await owner.submit(form, values)).toEqual({})
  await owner.reads(GENERAL, /Saved[\s\S]*\/invite @Rung/u)
  await answerTo(owner, `/rung channel <#${CARDS}|cards>`, /Saved/u)
  await harness.person('U8').reads(CARDS, 'From now on, proposals to change the ladder will be posted in this channel.')
  await answerTo(owner, '/rung experts <@UEXPERT1|ex> <!subteam^SEXPERTS|@experts>', /group SEXPERTS · set here/u)
  await settled(/Open proposals|No open proposals|nothing/iu)
  // Only activity in the workspace of the ladder counts, and members are counted once a minute.
  await harness.meet()
  await harness.later(120_000)
  const card = await harness.voting('ml-engineer middle pytorch advanced because we ship models')
  await harness.carry(card)

  // Cards of the channel before stay there; new ones go to the new channel, in its language.
  await answerTo(owner, `/rung channel <#${OTHER_CARDS}|other>`, /Saved/u)
  await answerTo(owner, '/rung language es', /Español · set here/u)
  const since = harness.slack.world.seq()
  await expect
    .poll(
      async () => {
        harness.turn()
        await harness.person('U2').command(GENERAL, '/propose ml-engineer senior docker expert because of incidents')
        return harness.person('U8').sees(OTHER_CARDS).map(readOf).join('\n')
      },
      { timeout: 30_000, interval: 2000 },
    )
    .toMatch(/#\d+ · [\s\S]*Docker/u)
  expect(
    harness
      .person('U8')
      .sees(CARDS)
      .filter(({ seq }) => seq > since)
      .map(readOf)
      .join(),
  ).not.toContain('Docker')
  // The process that publishes the cards may be the other one.
  await harness.person('U8').reads(OTHER_CARDS, 'Experto', { ms: 20_000 })
})

test('what is reset is gone everywhere; the log names who changed what', async () => {
  const owner = harness.person(OWNER)
  await answerTo(owner, '/rung canal restablecer', /Proposals channel: not set/u)
  await settled(/aren’t set up here yet/u)
  const lines = harness.processes
    .flatMap(({ lines }) => lines)
    .filter((line) => line.includes('setting of the community'))
  expect(lines.join('\n')).toContain('"by":"slack/T1/UOWNER","what":"channel","from":"C4","to":"C2"')
})

test('nothing was sent that the platform refuses', () => {
  expect([harness.slack.violations, harness.slack.unexpected]).toEqual([[], []])
})
