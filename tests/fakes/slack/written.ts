/** Text of people in Slack's composer, and how Slack encodes it (docs.slack.dev/messaging/formatting-message-text). */
const PICKED = /(<(?:https?:\/\/|mailto:|@[UW]|#C|!)[^<>]*>)/u

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text as Slack sends it to an app: escaped, except for links and mentions, which Slack encodes. */
export function asWritten(text: string): string {
  return text
    .split(PICKED)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(/[&<>]/gu, (character) => ENTITIES[character] ?? '')))
    .join('')
}
