import { translator } from '../../i18n/index.ts'
import { ConfigError } from '../../runtime/env.ts'
import { definePlatform } from '../platform.ts'
import { readSlackConfig, SLACK_VARIABLES } from './config.ts'

/** Slack, over HTTP or Socket Mode, in one workspace or many. */
export const slackPlatform = definePlatform({
  id: 'slack',
  displayName: 'Slack',
  proposalsSetting: 'SLACK_PROPOSALS_CHANNEL',
  hasGlobalUserIds: false,
  variables: SLACK_VARIABLES,
  variablePrefix: 'SLACK_',
  credentials: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
  readSettings(variables, { nominateEmoji }, environment) {
    if (variables.SLACK_PROPOSALS_CHANNEL !== undefined && nominateEmoji.shortName === undefined) {
      const written = JSON.stringify(environment['RUNG_NOMINATE_EMOJI'] ?? '')
      throw new ConfigError([
        `RUNG_NOMINATE_EMOJI=${written}: Rung does not know the name of ${nominateEmoji.text} in Slack; set both, such as "ladder 🪜"`,
      ])
    }
    return readSlackConfig(variables)
  },
  transport: ({ transport }) => (transport.type === 'http' ? 'HTTP' : 'Socket Mode'),
  open: async (config, context) => (await import('./index.ts')).createSlack({ ...context, config }),
  async render(message, { locale, query }) {
    const [{ renderMessage }, { encodePageToken }] = await Promise.all([
      import('./blocks/render.ts'),
      import('./render-reply.ts'),
    ])
    const pageToken = (page: number): string => encodePageToken({ command: 'skills', text: query }, page) ?? ''
    return renderMessage(message, { t: translator(locale), pageToken })
  },
  manifest: async (options) => (await import('./manifest.ts')).slackManifest(options),
})
