import { discordPlatform } from '../../../src/platforms/discord/factory.ts'
import type { Member, PlatformService, VisibleMessage } from '../../contract/platform.ts'
import { type DiscordPerson, labelsOf, personOf, readOf } from '../../fakes/discord/people.ts'
import { type Interaction, type PostedMessage, startFakeDiscord } from '../../fakes/discord/server.ts'
import { at, fieldsAt, textAt } from '../json.ts'

// The double of Discord as the tests that every platform shares see it.

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

function memberOf(discordPerson: DiscordPerson): Member {
  let pressed: Interaction | undefined
  const visible = (message: PostedMessage): VisibleMessage => ({
    text: () => readOf(message),
    labels: () => labelsOf(message),
    async press(label) {
      pressed = await discordPerson.press(message, label)
    },
  })
  return {
    person: { platform: 'discord', workspace: HERE.server, user: discordPerson.id },
    say: (text) => Promise.resolve(void discordPerson.say(text)),
    reads: async (text) => visible(await discordPerson.reads('direct', text)),
    seen: (text) =>
      discordPerson
        .sees('direct')
        .filter((message) => text.test(readOf(message)))
        .map(visible),
    form() {
      const opened = pressed
      if (!opened) return Promise.reject(new Error('no button was pressed that opens a form'))
      return Promise.resolve({
        async submit(options) {
          const fields = fieldsAt(opened.modal, 'components')
          const values = Object.entries(options).map(([label, nth]) => {
            const field = fields.find((each) => textAt(each, 'label') === label)
            return [label, textAt(fieldsAt(at(field, 'component'), 'options')[nth - 1], 'label')]
          })
          await discordPerson.submit(opened, Object.fromEntries(values))
        },
      })
    },
    async nominate(text) {
      discordPerson.react(discordPerson.write(HERE, text), '🪜')
      return readOf(await discordPerson.reads('direct', /Turn this into a proposal/u))
    },
  }
}

/** Starts a server in which people use the bot. */
export async function startDiscordService(): Promise<PlatformService> {
  const discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  discord.channels.set(HERE.channel, HERE.server)
  let people = 0
  return {
    factory: discordPlatform,
    environment: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PROPOSALS_CHANNEL: HERE.channel,
    },
    async member(locale) {
      people += 1
      const id = `3000000000000000${String(people).padStart(2, '0')}`
      const someone = personOf(discord, { id, locale: locale === 'es' ? 'es-ES' : 'en-US', where: HERE })
      // Discord sends the language only with interactions.
      await someone.command('skills', {})
      return memberOf(someone)
    },
    refusals: () => [...discord.violations, ...discord.unexpected],
    close: () => discord.close(),
  }
}
