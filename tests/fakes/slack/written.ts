/** What people pick in Slack's composer, and how Slack then writes it (docs.slack.dev/messaging/formatting-message-text). */
const PICKED = /(<(?:https?:\/\/|mailto:|@[UW]|#C|!)[^<>]*>)/u

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text as Slack sends it to an app: escaped, but for links and mentions, which stand in the text as Slack writes them. */
export function asWritten(text: string): string {
  return text
    .split(PICKED)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(/[&<>]/gu, (character) => ENTITIES[character] ?? '')))
    .join('')
}
