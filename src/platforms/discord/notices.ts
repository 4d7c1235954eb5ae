import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
} from 'discord.js'
import type { Translator } from '../../i18n/index.ts'
import { note, text } from '../../message/index.ts'
import { renderMessage } from './components/render.ts'

// What a person is told beside their answer.

/** Says that the answer is in the direct messages, with a way there. */
export function directMessageNotice(channel: string, t: Translator): readonly APIMessageTopLevelComponent[] {
  const [drawn] = renderMessage({ summary: t('direct.sent'), blocks: [text(t.rich('direct.sent'))] }, { t })
  const link: APIButtonComponent = {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: t('direct.open'),
    url: `https://discord.com/channels/@me/${channel}`,
  }
  return [...(drawn ? [drawn] : []), { type: ComponentType.ActionRow, components: [link] }]
}

export function markdownNotice(markdown: string): readonly APIMessageTopLevelComponent[] {
  return [{ type: ComponentType.TextDisplay, content: markdown }]
}

/** What a person is told where Discord refused or did not answer. */
export function errorNotice(error: unknown, t: Translator): readonly APIMessageTopLevelComponent[] {
  const rich =
    error instanceof DiscordAPIError
      ? t.rich('inDiscord.failed', { code: String(error.code) })
      : t.rich('inDiscord.unsure')
  const message = {
    summary: rich.map((inline) => inline.text).join(''),
    blocks: [note('warning', rich)],
  }
  return renderMessage(message, { t })
}
