import { describe, expect, test } from 'vitest'
import { labelsOf, personOf, readOf } from '../../fakes/slack/people.ts'
import { startFakeSlack } from '../../fakes/slack/server.ts'
import { openClock } from '../clock.ts'
import { environmentFor, startRung } from '../rung.ts'

describe('an emoji that nominates in Slack', () => {
  test.each([
    { set: 'thumbsup', put: 'thumbsup::skin-tone-3', other: 'thumbsup::skin-tone-4', rendered: '👍' },
    { set: 'partyparrot 🎉', put: 'partyparrot', other: undefined, rendered: ':partyparrot:' },
  ])('is $set', async ({ set, put, other, rendered }) => {
    const slack = await startFakeSlack()
    const users = ['U1', 'U2', 'U3', 'U4'].map((id) => ({ id }))
    const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: 'CTALK' }, { id: 'CCARDS' }] })
    const clock = await openClock()
    const rung = await startRung({
      ...clock.environment,
      ...environmentFor(slack, 'http', botToken),
      SLACK_PROPOSALS_CHANNEL: 'CCARDS',
      RUNG_NOMINATE_EMOJI: set,
    })
    slack.reach(rung.url)
    const [ana, bo, carla, dan] = users.map(({ id }) => personOf(slack, 'T1', id))
    if (!ana || !bo || !carla || !dan) throw new Error('too few members')
    for (const each of [ana, bo, carla, dan]) await each.command('CTALK', '/skills docker')
    // Members are counted once a minute.
    await clock.advance(2 * 60_000)
    slack.world.advance(2 * 60_000)
    await ana.command('CTALK', '/propose ml-engineer senior docker working because we only use it')
    const card = await dan.reads('CCARDS', /Waiting for nominations/u, { ms: 10_000 })
    expect(labelsOf(card)).toContain(`${rendered} Nominate`)
    await bo.react(card, 'ladder')
    await bo.react(card, put)
    expect(readOf(await bo.reads('CCARDS', 'counts', { ms: 10_000 }))).toContain(`Your ${rendered} counts`)
    await dan.reads('CCARDS', /1 of 2/u, { ms: 10_000 })
    if (other !== undefined) {
      // Two skin tones are two reactions of one person, who removes one.
      await bo.react(card, other)
      await bo.react(card, put, { off: true })
    }
    await carla.press(card, `${rendered} Nominate`)
    await dan.reads('CCARDS', /Open for voting/u, { ms: 10_000 })

    // Two messages belong to one proposal: the original message, and the card.
    const idea = ana.write('CTALK', 'PyTorch, Middle: Working → Advanced?')
    await bo.react(idea, put)
    await bo.press(await bo.reads('CTALK', /Turn this into a proposal/u), 'Complete and propose')
    await bo.submit(await bo.modal('Propose a change'), { 'Why?': 'We ship models from the first month on' })
    const second = await dan.reads('CCARDS', /#2 · [\s\S]*Waiting for nominations/u, { ms: 10_000 })
    await carla.react(idea, put)
    await carla.react(second, put)
    await dan.reads('CCARDS', /#2 · [\s\S]*1 of 2/u, { ms: 10_000 })
    await carla.react(second, put, { off: true })
    await dan.press(second, `${rendered} Nominate`)
    await dan.reads('CCARDS', /#2 · [\s\S]*Open for voting/u, { ms: 10_000 })

    await dan.react(ana.write('CTALK', 'R&amp;D asks in <https://forum.example/7|the forum>'), put)
    const question = readOf(await dan.reads('CTALK', /Turn this into a proposal[\s\S]*asks in/u, { ms: 10_000 }))
    expect(question).toContain('R&amp;D asks in the forum (https://forum.example/7)')
    expect(await rung.stop()).toBe(0)
    expect(rung.complaints()).toEqual([])
    await slack.close()
    await clock.remove()
  })
})
