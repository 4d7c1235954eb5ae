/**
 * Decodes a platform's text into the text that a person typed: unescapes characters once, keeps URLs, and writes mentions and
 * channels as plain text. Every platform has a decoder, and every typed text passes it exactly once: commands, direct messages,
 * forms, nominated messages. Lone surrogates are replaced, because no platform accepts them in a button's id. Takes linear time.
 */
export type DecodeText = (text: string) => string
