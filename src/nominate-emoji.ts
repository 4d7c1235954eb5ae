import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { type Emoji, LADDER, readEmoji, STANDARD_NAMES } from './message/index.ts'

/** The variable RUNG_NOMINATE_EMOJI: the ladder if it is not set. */
export const NominateEmoji = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    const emoji = text === undefined || text === '' ? LADDER : readEmoji(text)
    if (!('problem' in emoji)) return emoji
    context.addIssue(emoji.problem)
    return z.NEVER
  })

/** Letters that differ in a name that is a slip of another. */
const MOST_TYPOS = 2

/** What decides where proposals are taken, and with which emoji. */
interface EmojiVariables {
  readonly RUNG_NOMINATE_EMOJI: Emoji
  readonly SLACK_PROPOSALS_CHANNEL?: string | undefined
  readonly DISCORD_TOKEN?: string | undefined
  readonly DISCORD_PROPOSALS_CHANNEL?: string | undefined
}

/**
 * Says for each platform on which proposals are taken why it cannot recognize the emoji, and what to set instead; one line each,
 * which begins with the variable as it is set.
 */
export function unmatchedEmoji(
  variables: EmojiVariables,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const { text, slack, discord } = variables.RUNG_NOMINATE_EMOJI
  const problems: string[] = []
  if (variables.SLACK_PROPOSALS_CHANNEL !== undefined && slack === undefined) {
    problems.push(`Rung does not know the name of ${text} in Slack; set both, such as "ladder 🪜"`)
  }
  const inDiscord = variables.DISCORD_TOKEN !== undefined && variables.DISCORD_PROPOSALS_CHANNEL !== undefined
  if (inDiscord && discord === undefined) {
    const similar = closest((slack ?? '').toLowerCase(), STANDARD_NAMES)
    const nearest = distance(slack ?? '', similar) <= MOST_TYPOS ? ` Did you mean ${similar}?` : ''
    problems.push(
      `Discord has no standard emoji ${text}; set its sign, such as 👍, or name:id for a server’s own, which Discord shows for \\${text} in a message.${nearest}`,
    )
  }
  const written = JSON.stringify(environment['RUNG_NOMINATE_EMOJI'] ?? '')
  return problems.map((problem) => `RUNG_NOMINATE_EMOJI=${written}: ${problem}`)
}
