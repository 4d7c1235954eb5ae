/** The sign that Discord gives for the emoji called so; others are a server's own, and have their name. */
const SIGNS: Readonly<Record<string, string>> = { ladder: '🪜' }

/** The emoji as Discord gives it, from the name in the configuration. */
export function emojiSign(name: string): string {
  return SIGNS[name] ?? name
}
