import { Client } from 'discord.js'

// The baseline: the first bot of the discord.js guide. It replies to every command with one word.

const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } })
client.on('interactionCreate', (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply('ok')
})
await client.login(process.env['DISCORD_TOKEN'])
