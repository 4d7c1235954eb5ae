import type { MessageKey, Params, Translator } from '../../i18n/index.ts'
import { type Block, type Message, type Note, note } from '../../message/index.ts'

/** Makes a message of one sentence in a note, with further blocks such as buttons below it. */
export function noticeMessage(
  t: Translator,
  tone: Note['tone'],
  key: MessageKey,
  params: Params = {},
  more: readonly Block[] = [],
): Message {
  return { summary: t(key, params), blocks: [note(tone, t.rich(key, params)), ...more] }
}
