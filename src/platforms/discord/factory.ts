import { closest, distance } from 'fastest-levenshtein'
import { COMMANDS } from '../../bot/index.ts'
import { translator } from '../../i18n/index.ts'
import { type Emoji, STANDARD_EMOJI_NAMES } from '../../message/index.ts'
import { ConfigError } from '../../runtime/env.ts'
import { definePlatform } from '../platform.ts'
import { DISCORD_VARIABLES, readDiscordConfig } from './config.ts'

/** Discord, over its gateway. */
export const discordPlatform = definePlatform({
  id: 'discord',
  displayName: 'Discord',
  proposalsSetting: 'DISCORD_PROPOSALS_CHANNEL',
  hasGlobalUserIds: true,
  variables: DISCORD_VARIABLES,
  variablePrefix: 'DISCORD_',
  credentials: ['DISCORD_TOKEN'],
  readSettings(variables, { nominateEmoji }, environment) {
    const takesProposals = variables.DISCORD_TOKEN !== undefined && variables.DISCORD_PROPOSALS_CHANNEL !== undefined
    if (takesProposals && nominateEmoji.sign === undefined) {
      throw new ConfigError([unknownEmojiProblem(nominateEmoji, environment['RUNG_NOMINATE_EMOJI'])])
    }
    return readDiscordConfig(variables)
  },
  open: async (config, context) => (await import('./index.ts')).createDiscord({ ...context, config }),
  async render(message, { locale }) {
    const [{ renderMessage }, { createCommandMentions }] = await Promise.all([
      import('./components/render.ts'),
      import('./command-mentions.ts'),
    ])
    const t = translator(locale)
    const nativeForm = createCommandMentions(COMMANDS).formsIn(undefined, t)
    return renderMessage(message, { t, nativeForm, pageId: (page) => `page~${page}` })
  },
})

/** The most letters in which a suggested name may differ. */
const MAX_TYPOS = 2

function unknownEmojiProblem({ text, shortName = '' }: Emoji, value = ''): string {
  const similar = closest(shortName.toLowerCase(), STANDARD_EMOJI_NAMES)
  const suggestion = distance(shortName, similar) <= MAX_TYPOS ? ` Did you mean ${similar}?` : ''
  return `RUNG_NOMINATE_EMOJI=${JSON.stringify(value)}: Discord has no standard emoji ${text}; set its sign, such as 👍, or name:id for a server’s own (send \\${text} in a message to see it).${suggestion}`
}
