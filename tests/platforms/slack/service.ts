import { slackPlatform } from '../../../src/platforms/slack/factory.ts'
import type { Member, PlatformService, VisibleMessage } from '../../contract/platform.ts'
import { labelsOf, personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { startFakeSlack } from '../../fakes/slack/server.ts'
import type { Message } from '../../fakes/slack/state.ts'

// The double of Slack as the tests that every platform shares see it.

function memberOf(slackPerson: SlackPerson): Member {
  const { direct, id } = slackPerson
  const visible = (message: Message): VisibleMessage => ({
    text: () => readOf(message),
    labels: () => labelsOf(message),
    press: async (label) => void (await slackPerson.press(message, label)),
  })
  return {
    person: { platform: 'slack', workspace: 'T1', user: id },
    say: async (text) => void (await slackPerson.say(text)),
    reads: async (text) => visible(await slackPerson.reads(direct, text)),
    seen: (text) =>
      slackPerson
        .sees(direct)
        .filter((message) => message.fromBot && text.test(readOf(message)))
        .map(visible),
    async form(title) {
      const modal = await slackPerson.modal(title)
      return {
        async submit(options) {
          const values = Object.entries(options).map(([label, nth]) => [label, `${nth} ·`])
          const errors = await slackPerson.submit(modal, Object.fromEntries(values))
          if (Object.keys(errors).length > 0) throw new Error(`the form was refused: ${JSON.stringify(errors)}`)
        },
      }
    },
    async nominate(text) {
      await slackPerson.react(slackPerson.write('C1', text), 'ladder')
      return readOf(await slackPerson.reads('C1', /Complete|climb/u))
    },
  }
}

/** Starts a workspace whose app is reached over HTTP or Socket Mode. */
export async function startSlackService(transport: 'http' | 'socket'): Promise<PlatformService> {
  const slack = await startFakeSlack()
  const users = Array.from({ length: 40 }, (_, n) => ({ id: `U${n}`, locale: n % 2 ? 'es-ES' : 'en-US' }))
  const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: 'C1' }] })
  let people = 0
  return {
    factory: slackPlatform,
    environment: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: botToken,
      SLACK_PROPOSALS_CHANNEL: 'C1',
      ...(transport === 'http' ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
    },
    reach: (url) => slack.reach(transport === 'http' ? url : undefined),
    member(locale) {
      people += 2
      return Promise.resolve(memberOf(personOf(slack, 'T1', `U${locale === 'es' ? people - 1 : people}`)))
    },
    refusals: () => [...slack.violations, ...slack.unexpected],
    close: () => slack.close(),
  }
}
