import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordPerson, personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { textAt } from '../json.ts'
import { type RungProcess, startRung } from '../rung.ts'

// Hints name commands as they are used where they are read: mentions that can be clicked, or text to type.

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

let discord: FakeDiscord
let rung: RungProcess
let people = 0

function someone(locale = 'en-US'): DiscordPerson {
  people += 1
  return personOf(discord, { id: `10000000000000${1000 + people}`, locale, where: HERE })
}

async function open(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  rung = await startRung({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, PORT: '0', ...environment })
}

async function close(): Promise<void> {
  await rung?.stop()
  await discord?.close()
}

const idOf = (name: string): string =>
  textAt(
    discord.commands.find((command) => command['name'] === name),
    'id',
  )

/** Commands in messages of the bot that are written to be typed. */
const typedCommands = (): readonly string[] =>
  discord.messages
    .filter(({ fromBot }) => fromBot)
    .flatMap(
      (message) => readOf(message).match(/(?<![<\w/])\/(?:skills|assess|profile|propose|proposals)\b[^\n]*/gu) ?? [],
    )

describe('registered everywhere', () => {
  beforeAll(() => open())
  afterAll(close)

  test('the hint of all roles leads to a role, a level and the help', async () => {
    const ana = someone()
    await ana.command('skills')
    const roles = readOf(await ana.reads(HERE, 'Roles'))
    expect(roles).toContain(`(</skills:${idOf('skills')}> \`\`role: ml-engineer\`\`)`)
    expect(roles).toContain(`</skills:${idOf('skills')}> \`\`search: help\`\``)
  })

  test('help lists the subcommands, in the language of the person', async () => {
    const ana = someone()
    await ana.command('assess help')
    const help = readOf(await ana.reads(HERE, 'Find your level'))
    expect(help).toContain(`- </assess start:${idOf('assess')}> \`\`role: ml-engineer\`\` — Your level`)
    expect(help).toContain(`- </assess resume:${idOf('assess')}> — Pick up where you left off`)
    const eva = someone('es-ES')
    await eva.command('assess help')
    expect(readOf(await eva.reads(HERE, 'Descubre tu nivel'))).toContain(
      `- </assess start:${idOf('assess')}> \`\`rol: ml-engineer\`\` — Tu nivel`,
    )
    for (const name of ['profile', 'proposals']) {
      await ana.command(`${name} help`)
      await ana.reads(HERE, `</${name}`)
    }
    await ana.command('skills', { search: 'help' })
    expect(readOf(await ana.reads(HERE, 'What you can ask'))).toContain(
      'role: ml-engineer level: middle compare: senior',
    )
  })

  test('a hint by itself names what the command does first', async () => {
    const ana = someone()
    await ana.command('assess start', { role: 'ml-engineer' }, 'direct')
    await ana.press(await ana.reads('direct', 'Assessment: ML Engineer'), 'Find my level')
    await ana.press(await ana.reads('direct', 'Question 1'), /^Pause/u)
    await ana.reads('direct', `</assess resume:${idOf('assess')}>`)
    ana.say('/profile blorp')
    await ana.reads('direct', `Try </profile show:${idOf('profile')}>`)
    await ana.command('profile link', {}, 'direct')
    expect(readOf(await ana.reads('direct', 'Don’t show this code'))).toMatch(
      new RegExp(`type </profile link:${idOf('profile')}> \`\`code: \\S+\`\` within`, 'u'),
    )
  })

  test('nothing is shown as text to type, and every mention can be clicked', () => {
    expect(typedCommands()).toEqual([])
    expect(discord.violations).toEqual([])
    expect(rung.complaints()).toEqual([])
  })
})

describe('registered in one server', () => {
  beforeAll(() => open({ DISCORD_GUILD_ID: HERE.server }))
  afterAll(close)

  test('hints are mentions in it, and text to type in direct messages', async () => {
    const ana = someone()
    await ana.command('profile link')
    expect(readOf(await ana.reads(HERE, /Don’t show this code|direct message,/u))).toContain('Open messages')
    expect(readOf(await ana.reads('direct', 'Don’t show this code'))).toMatch(/type ``\/profile link \S+`` within/u)
    await ana.command('assess help')
    await ana.reads(HERE, `</assess start:${idOf('assess')}>`)
    ana.say('/assess help')
    expect(readOf(await ana.reads('direct', 'Find your level'))).toContain('- ``/assess start ml-engineer`` — ')
    expect(discord.violations).toEqual([])
  })
})

describe('while the commands cannot be registered', () => {
  beforeAll(async () => {
    discord = await startFakeDiscord()
    discord.servers.set(HERE.server, new Map())
    // Those of an earlier version still work.
    discord.commands = [{ id: '1', name: 'skills', type: 1, options: [], contexts: [0, 1, 2] }]
    for (let attempt = 0; attempt < 2; attempt += 1) discord.faults.add({ method: 'register', kind: 'error:50001' })
    rung = await startRung({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, PORT: '0' })
  })
  afterAll(close)

  test('hints are code with options, and mentions once they are', async () => {
    const ana = someone()
    await ana.command('skills')
    const before = await ana.reads(HERE, 'Roles')
    expect(readOf(before)).toContain('(``/skills role: ml-engineer``)')
    await discord.until('the commands', () => (discord.commands.length > 1 ? true : undefined), { ms: 10_000 })
    // The answer was cached with the former hint.
    await expect
      .poll(async () => {
        const since = discord.seq()
        await ana.command('skills')
        return readOf(await ana.reads(HERE, 'Roles', { since }))
      })
      .toContain(`(</skills:${idOf('skills')}> \`\`role: ml-engineer\`\`)`)
    expect(discord.violations).toEqual([])
  })
})
