/**
 * Turns text as a platform sends it into the text that a person typed: escaped characters are unescaped once, addresses
 * are kept, and mentions and channels are named in plain text. Every platform has one, and every text that a person typed
 * passes it exactly once, wherever it comes in: commands, direct messages, forms, nominated messages. Halves of surrogate
 * pairs are replaced, because no platform takes them back in a button's id. Takes linear time.
 */
export type DecodeText = (text: string) => string
