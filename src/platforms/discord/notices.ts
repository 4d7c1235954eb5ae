import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
} from 'discord.js'
import type { Translator } from '../../i18n/index.ts'
import { note, plainText, text } from '../../message/index.ts'
import { renderMessage } from './components/render.ts'

// Short messages about an answer: where it is, or why there is none.

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
  const rich =
    error instanceof DiscordAPIError
      ? t.rich('inDiscord.failed', { code: String(error.code) })
      : t.rich('inDiscord.unsure')
  return renderMessage({ summary: plainText(rich), blocks: [note('warning', rich)] }, { t })
}
