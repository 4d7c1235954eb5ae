import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/app/config.ts'
import { COMMANDS } from '../../../src/bot/index.ts'
import { createCommandNames } from '../../../src/platforms/slack/command-prefix.ts'
import { personOf, readOf } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// Other apps of a workspace may have commands with the names of Rung's.

describe('a prefix of commands', () => {
  const { nameOf, usageText } = createCommandNames('rung-', COMMANDS)

  test.each([
    ['/rung-skills', 'skills'],
    ['/skills', 'skills'],
    ['/RUNG-Assess', 'assess'],
    ['/rung-', 'rung-'],
    ['/rung-dance', 'rung-dance'],
  ])('%s is %s', (typed, name) => {
    expect(nameOf(typed)).toBe(name)
  })

  test.each([
    ['/skills ml-engineer senior', '/rung-skills ml-engineer senior'],
    ['/skills, /assess and /proposals', '/rung-skills, /rung-assess and /rung-proposals'],
    ['mle', 'mle'],
    ['/skillset', '/skillset'],
    ['/skills-old', '/skills-old'],
  ])('shows %s as %s', (text, usage) => {
    expect(usageText(text)).toBe(usage)
  })

  test.each(['Rung-', '-rung', 'a b', 'rung/', 'a'.repeat(17)])('cannot be %s', (prefix) => {
    expect(() => readConfig({ SLACK_COMMAND_PREFIX: prefix })).toThrow(/SLACK_COMMAND_PREFIX/u)
  })
})

describe('a workspace whose commands have a prefix', () => {
  let slack: FakeSlack
  let rung: RungProcess

  beforeAll(async () => {
    slack = await startFakeSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1' })
    rung = await startRung({ ...environmentFor(slack, 'http', botToken), SLACK_COMMAND_PREFIX: 'rung-' })
    slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  test('is answered, and reads everywhere what can be typed there', async () => {
    const ana = personOf(slack, 'T1', 'U1')
    await ana.command('C1', '/rung-skills ml-engineer senior')
    await ana.reads('C1', '58 skills')
    await ana.command('C1', '/rung-assess help')
    const help = readOf(await ana.reads('C1', 'Find your level'))
    expect(help).toContain('/rung-assess start ml-engineer')
    expect(help).not.toMatch(/\/assess/u)
    await ana.say('/rung-profile link')
    const link = readOf(await ana.reads(ana.direct, 'Link your accounts'))
    expect(link).toMatch(/\/rung-profile link [\w-]+/u)
    await ana.openHome()
    expect(readOf(await ana.home('What a role expects'))).toContain('/rung-skills followed by')
    expect(slack.violations).toEqual([])
  })
})
