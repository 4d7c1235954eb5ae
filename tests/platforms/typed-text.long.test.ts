import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  personOf as discordPerson,
  labelsOf as labelsInDiscord,
  readOf as readInDiscord,
} from '../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/server.ts'
import { readOf as readInSlack, personOf as slackPerson } from '../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.ts'
import { fieldsAt, textAt } from './json.ts'
import { environmentFor, type RungProcess, startRung } from './rung.ts'

// What a person types arrives as the platform writes it: escaped, with links and mentions in brackets and emojis by name. The
// bot reads, keeps and shows what was typed, wherever it comes in.

describe('what is typed in Slack', () => {
  let slack: FakeSlack
  let rung: RungProcess
  let people = 0

  beforeAll(async () => {
    slack = await startFakeSlack()
    const users = Array.from({ length: 20 }, (_, n) => ({ id: `U${n}` }))
    const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: 'C1' }, { id: 'CARDS' }] })
    rung = await startRung({ ...environmentFor(slack, 'http', botToken), SLACK_PROPOSALS_CHANNEL: 'CARDS' })
    slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  const someone = () => {
    people += 1
    return slackPerson(slack, 'T1', `U${people}`)
  }

  const sitting = async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer guided')
    await ana.reads(ana.direct, 'Question 1')
    return ana
  }

  test('after a slash command is unescaped once', async () => {
    const ana = someone()
    await ana.command('C1', '/skills flurble&quux <b> &lt;')
    await ana.reads('C1', '“flurble&quux <b> &lt;”')
    await ana.command('C1', '/assess <@U2> &amp; <https://a.example|docs>')
    expect(readInSlack(await ana.reads('C1', '“@U2 &amp; docs (https://a.example)”'))).not.toContain('<@')
  })

  test('as evidence in a direct message keeps its address', async () => {
    const ana = await sitting()
    await ana.say('evidence <https://git.example/pr/128?a=1&amp;b=2|my pull request>, with <@U3>')
    const visibleText = 'Evidence: my pull request (https://git.example/pr/128?a=1&b=2), with @U3'
    expect(readInSlack(await ana.reads(ana.direct, 'Evidence: '))).toContain(visibleText)
  })

  test('as evidence in a form keeps its address', async () => {
    const ana = await sitting()
    await ana.press(await ana.reads(ana.direct, 'Question 1'), /(?:Add a|Change the) note or link/u)
    const modal = await ana.modal(/Classical ML/u)
    const label = textAt(
      fieldsAt(modal.view, 'blocks').find((block) => block['type'] === 'input'),
      'label',
      'text',
    )
    expect(await ana.submit(modal, { [label]: '<https://git.example/pr/7|PR 7>' })).toEqual({})
    await ana.reads(ana.direct, 'Evidence: PR 7 (https://git.example/pr/7)')
  })

  test('as the number of an answer may be an emoji by its name', async () => {
    const ana = await sitting()
    const since = slack.world.seq()
    await ana.say(':three:')
    expect(readInSlack(await ana.reads(ana.direct, 'Question', { since }))).toContain('Question 2')
  })

  test('asks for help with or without a full stop', async () => {
    const ana = someone()
    for (const typed of ['Help!', '—help', '--help', 'ayuda.']) {
      const since = slack.world.seq()
      await ana.command('C1', `/skills ${typed}`)
      expect(readInSlack(await ana.reads('C1', /\S/u, { since }))).toContain('What you can ask')
    }
  })

  test('in a message that is nominated is quoted with its address', async () => {
    const [ana, bo] = [someone(), someone()]
    await ana.command('C1', '/skills docker')
    await bo.command('C1', '/skills docker')
    const message = bo.write('C1', '<@U1>: mle senior docker expert, see <https://a.example/x|the talk> & more')
    await ana.shortcut(message, 'nominate')
    const form = JSON.stringify((await ana.modal('Propose a change')).view)
    expect(form).toContain('@U1: mle senior docker expert, see the talk (https://a.example/x) & more')
  })
})

describe('what is typed in Discord', () => {
  const HERE = { server: '800000000000000001', channel: '810000000000000001' }
  let discord: FakeDiscord
  let rung: RungProcess
  let people = 0

  beforeAll(async () => {
    discord = await startFakeDiscord()
    rung = await startRung({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, PORT: '0' })
  })
  afterAll(async () => {
    await rung?.stop()
    await discord?.close()
  })

  const someone = () => {
    people += 1
    return discordPerson(discord, { id: `10000000000000${1000 + people}`, where: HERE })
  }

  const sitting = async () => {
    const ana = someone()
    await ana.command('assess start', { role: 'ml-engineer' }, 'direct')
    await ana.press(await ana.reads('direct', 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads('direct', 'Question 1')
    return ana
  }

  test('in an option has no mention in it', async () => {
    const ana = someone()
    await ana.command('skills', { skill: 'flurble <@123456789012345678> <:party:123456789012345678>' })
    expect(readInDiscord(await ana.reads(HERE, '“flurble @123456789012345678 :party:”'))).not.toContain('<@')
    await ana.command('assess start', { role: '<@123456789012345678> mle' })
    expect(readInDiscord(await ana.reads(HERE, '“123456789012345678”'))).not.toContain('<@')
  })

  test('as evidence keeps its address', async () => {
    const ana = await sitting()
    ana.say('evidence <https://git.example/pr/128>')
    expect(readInDiscord(await ana.reads('direct', 'Evidence: '))).toContain('Evidence: https://git.example/pr/128')
    const opened = await ana.press(await ana.reads('direct', 'Question 1'), /(?:Add a|Change the) note or link/u)
    const label = textAt(fieldsAt(opened.modal, 'components')[0], 'label')
    await ana.submit(opened, { [label]: '<https://git.example/pr/129>' })
    expect(readInDiscord(await ana.reads('direct', 'pr/129'))).toContain('Evidence: https://git.example/pr/129')
  })

  test('as the number of an answer may be a keycap', async () => {
    const ana = await sitting()
    ana.say('3️⃣')
    expect(labelsInDiscord(await ana.reads('direct', 'Question 2'))).toContain('4 · Advanced')
  })
})
