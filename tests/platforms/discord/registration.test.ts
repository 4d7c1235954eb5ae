import { REST } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMANDS } from '../../../src/bot/index.ts'
import { registerCommands } from '../../../src/platforms/discord/register-commands.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { type Fields, fieldsAt, isFields } from '../json.ts'

let discord: FakeDiscord
beforeAll(async () => {
  discord = await startFakeDiscord()
})
afterAll(() => discord?.close())

const update = async (): Promise<'changed' | 'same'> => {
  const { isChanged, ids } = await registerCommands(
    { rest: new REST({ api: discord.apiUrl }).setToken(discord.token) },
    discord.applicationId,
    undefined,
    COMMANDS,
  )
  const slashCommands = discord.commands.filter(({ type }) => type === 1)
  expect([...ids]).toEqual(slashCommands.map(({ name, id }) => [name, id]))
  return isChanged ? 'changed' : 'same'
}

/** Changes fields of a command's first option. */
const withOption =
  (changed: Fields) =>
  (command: Fields): Fields => ({
    options: fieldsAt(command, 'options').map((option, n) => (n === 0 ? { ...option, ...changed } : option)),
  })

test.each<readonly [string, Fields | ((command: Fields) => Fields)]>([
  ['an age limit', { nsfw: true }],
  ['a permission', { default_member_permissions: '8' }],
  ['another description', { description: 'Something else' }],
  ['another Spanish name', { name_localizations: { 'es-ES': 'otra' } }],
  ['another Spanish description', { description_localizations: { 'es-ES': 'Otra cosa' } }],
  ['other contexts', { contexts: [0] }],
  ['other installations', { integration_types: [1] }],
  ['another kind', { type: 2 }],
  ['no options', { options: [] }],
  ['an option of another type', withOption({ type: 4 })],
  ['an option of another name', withOption({ name: 'other' })],
  ['another description of an option', withOption({ description: 'Something else' })],
  ['another Spanish name of an option', withOption({ name_localizations: { 'es-ES': 'otra' } })],
  ['another Spanish description of an option', withOption({ description_localizations: { 'es-ES': 'Otra cosa' } })],
  ['an option that is required', withOption({ required: true })],
  ['an option that is not completed', withOption({ autocomplete: false })],
  ['a list that cannot be read', { name: null }],
])('commands are registered again if Discord has them with %s', async (_, change) => {
  discord.commands = []
  expect(await update()).toBe('changed')
  expect(await update()).toBe('same')
  discord.commands = discord.commands.map((command, n) =>
    n === 0 ? { ...command, ...(typeof change === 'function' ? change(command) : change) } : command,
  )
  expect(await update()).toBe('changed')
  expect(await update()).toBe('same')
})

/** Changes the option of `/assess reminders`, which has choices. */
const reminders =
  (change: (option: Fields) => Fields) =>
  (subcommand: Fields): Fields =>
    subcommand['name'] === 'reminders'
      ? { ...subcommand, options: fieldsAt(subcommand, 'options').map((option) => ({ ...option, ...change(option) })) }
      : subcommand

test.each<readonly [string, (subcommand: Fields) => Fields]>([
  ['another description', (subcommand) => ({ ...subcommand, description: 'Something else' })],
  ['no options', (subcommand) => ({ ...subcommand, options: [] })],
  ['an option that is not required', reminders(() => ({ required: false }))],
  ['fewer choices', reminders((option) => ({ choices: fieldsAt(option, 'choices').slice(1) }))],
  [
    'another Spanish name of a choice',
    reminders((option) => ({
      choices: fieldsAt(option, 'choices').map((choice) => ({ ...choice, name_localizations: { 'es-ES': 'otra' } })),
    })),
  ],
])('commands are registered again if Discord has subcommands with %s', async (_, change) => {
  discord.commands = []
  await update()
  discord.commands = discord.commands.map((command) =>
    command['name'] === 'assess' ? { ...command, options: fieldsAt(command, 'options').map(change) } : command,
  )
  expect(await update()).toBe('changed')
  expect(await update()).toBe('same')
})

test('the commands are registered as Discord wants them', () => {
  expect(discord.violations).toEqual([])
})

test('commands are not registered again if Discord lists them in another order, with defaults', async () => {
  discord.commands = []
  await update()
  const registered = discord.commands
  discord.commands = registered
    .map((command) => ({ nsfw: false, default_member_permissions: null, ...reversed(command) }))
    .toReversed()
  expect(discord.commands).not.toEqual(registered)
  expect(await update()).toBe('same')
})

/** A command with its contexts, installations and languages in reverse order. */
function reversed(command: Fields): Fields {
  return Object.fromEntries(
    Object.entries(command).map(([name, value]) => {
      if (name === 'options' || name === 'choices') return [name, fieldsAt(command, name).map(reversed)]
      if (Array.isArray(value)) return [name, value.toReversed()]
      return [name, isFields(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value]
    }),
  )
}
