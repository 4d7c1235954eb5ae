import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordPerson, personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { fixtureCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { type RungProcess, startRung } from '../rung.ts'

// Two servers with a ladder each. Direct messages belong to no server: they are about the one where the person last used Rung.

const HERE = { server: '800000000000000001', channel: '810000000000000001' }
const THERE = { server: '800000000000000002', channel: '810000000000000002' }

describe('two servers with ladders of their own', () => {
  let discord: FakeDiscord
  let rung: RungProcess
  let people = 0

  beforeAll(async () => {
    discord = await startFakeDiscord()
    for (const { server } of [HERE, THERE]) discord.servers.set(server, new Map())
    rung = await startRung({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      PORT: '0',
      RUNG_DATA: `engineering=${ownCatalog}, backend=${fixtureCatalog}`,
      RUNG_WORKSPACE_LADDERS: `discord/${THERE.server}=backend`,
    })
  })
  afterAll(async () => {
    await rung?.stop()
    await discord?.close()
  })

  function someone(where = HERE): DiscordPerson {
    people += 1
    return personOf(discord, { id: `10000000000000${1000 + people}`, locale: 'en-US', where })
  }

  async function answerTo(
    person: DiscordPerson,
    command: string,
    where: Parameters<DiscordPerson['reads']>[0],
    options: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const since = discord.seq()
    await person.command(command, options, where)
    return readOf(await person.reads(where, /./u, { since }))
  }

  test('the same look-up, from the cache too, and what is completed are of the ladder of the server', async () => {
    const ana = someone()
    for (let round = 0; round < 2; round += 1) {
      expect(await answerTo(ana, 'skills', HERE, { role: 'ml-engineer' })).toContain('ML Engineer')
      expect(await answerTo(ana, 'skills', THERE, { role: 'backend-engineer' })).toContain('Backend Engineer')
    }
    expect((await ana.complete('skills', 'role', '', {}, HERE)).join()).toContain('ML Engineer')
    expect((await ana.complete('skills', 'role', '', {}, THERE)).join()).toContain('Backend Engineer')
  })

  test('direct messages are about the server where the person last used Rung, and first about the first ladder', async () => {
    const bo = someone(THERE)
    expect(await answerTo(bo, 'skills', 'direct')).toContain('ML Engineer')
    await answerTo(bo, 'skills', THERE)
    // What was used last is stored a moment later.
    await expect.poll(() => answerTo(bo, 'skills', 'direct')).toContain('Backend Engineer')
    await answerTo(bo, 'skills', HERE)
    await expect.poll(() => answerTo(bo, 'skills', 'direct')).toContain('ML Engineer')
  })

  test('an assessment goes on in direct messages with the ladder of its server, whatever was used since', async () => {
    const eva = someone(THERE)
    await eva.command('assess start', { role: 'backend-engineer' }, THERE)
    await eva.press(await eva.reads(THERE, 'Assessment: Backend Engineer'), 'Find my level')
    const first = await eva.reads('direct', 'Question 1')
    await answerTo(eva, 'skills', HERE)
    await eva.press(first, /^2 /u)
    await eva.reads('direct', 'Question 2')
    eva.say('3')
    await eva.reads('direct', 'Question 3')
    expect(await answerTo(eva, 'assess status', HERE)).toContain('Backend Engineer')
    expect(await answerTo(eva, 'skills', HERE)).toContain('ML Engineer')
  })

  test('the owner of a server chooses its ladder by name, and members are refused', async () => {
    const [ana, owner] = [someone(), someone()]
    discord.owners.set(HERE.server, owner.id)
    expect(await answerTo(ana, 'rung ladder', HERE)).toContain('Only admins can choose the ladder')
    expect(await owner.complete('rung ladder', 'ladder', 'back', {}, HERE)).toEqual(['backend'])
    await answerTo(owner, 'rung ladder', HERE)
    await owner.press(await owner.reads(HERE, /engineering\*\* · in use here/u), 'Use backend')
    await owner.reads(HERE, /backend\*\* · in use here/u)
    expect(await answerTo(ana, 'skills', HERE)).toContain('Backend Engineer')
    expect(await answerTo(ana, 'skills', 'direct')).toContain('Backend Engineer')
    expect(await answerTo(ana, 'rung settings', HERE)).toMatch(/Ladder\*\*: backend/u)
    await answerTo(owner, 'rung ladder', HERE, { ladder: 'engineering' })
    expect(await answerTo(ana, 'skills', HERE)).toContain('ML Engineer')
    expect(discord.violations).toEqual([])
  })
})
