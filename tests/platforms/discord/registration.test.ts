import { REST } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMANDS } from '../../../src/bot/index.ts'
import { register } from '../../../src/platforms/discord/commands.ts'
import { type DiscordDouble, startDiscord } from './double/server.ts'

let discord: DiscordDouble
beforeAll(async () => {
  discord = await startDiscord()
})
afterAll(() => discord?.close())

test.each([{ nsfw: true }, { default_member_permissions: '8' }, { description: 'Something else' }])(
  'commands are registered again if Discord has them with %j',
  async (changed) => {
    const rest = new REST({ api: discord.apiUrl }).setToken(discord.token)
    const update = () => register({ rest }, discord.applicationId, undefined, COMMANDS)
    discord.commands = []
    expect(await update()).toBe('changed')
    expect(await update()).toBe('same')
    // Discord fills in what was left out.
    discord.commands = discord.commands.map((command) => ({
      nsfw: false,
      default_member_permissions: null,
      ...command,
    }))
    expect(await update()).toBe('same')
    discord.commands = discord.commands.map((command, n) => (n === 0 ? { ...command, ...changed } : command))
    expect(await update()).toBe('changed')
    expect(await update()).toBe('same')
  },
)
