import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
} from 'discord.js'
import type { MessageKey, Translator } from '../../i18n/index.ts'
import { type Message, note, text } from '../../message/index.ts'
import { renderMessage } from './components/render.ts'

/** A message of one sentence. */
export function noticeOf(
  tone: 'info' | 'warning' | 'error',
  key: MessageKey,
  t: Translator,
  params: Readonly<Record<string, string>> = {},
): Message {
  return { summary: t(key, params), blocks: [note(tone, t.rich(key, params))] }
}

/** Says that the answer is in the direct messages, with a link to them. */
export function directMessageNotice(channel: string, t: Translator): readonly APIMessageTopLevelComponent[] {
  const [container] = renderMessage({ summary: t('direct.sent'), blocks: [text(t.rich('direct.sent'))] }, { t })
  const link: APIButtonComponent = {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: t('direct.open'),
    url: `https://discord.com/channels/@me/${channel}`,
  }
  return [...(container ? [container] : []), { type: ComponentType.ActionRow, components: [link] }]
}

export function markdownNotice(markdown: string): readonly APIMessageTopLevelComponent[] {
  return [{ type: ComponentType.TextDisplay, content: markdown }]
}

/** Says that Discord refused an answer, or did not confirm it. */
export function errorNotice(error: unknown, t: Translator): readonly APIMessageTopLevelComponent[] {
  const message =
    error instanceof DiscordAPIError
      ? noticeOf('warning', 'inDiscord.failed', t, { code: String(error.code) })
      : noticeOf('warning', 'inDiscord.unsure', t)
  return renderMessage(message, { t })
}
