import type { Translator } from '../../../src/i18n/index.ts'
import type { Form, Message } from '../../../src/message/index.ts'
import { countParts, renderModal } from '../../../src/platforms/discord/components/modal.ts'
import { renderMessage } from '../../../src/platforms/discord/components/render.ts'
import { messageViolations, modalViolations } from './limits-check.ts'

/** A message as it is sent. */
export function sent(components: readonly unknown[]): object {
  return { flags: 1 << 15, components, allowed_mentions: { parse: [] } }
}

/** The pages of a message, turned by their own buttons, `most` at most. */
export function pagesOf(message: Message, t: Translator, most = 100): readonly (readonly unknown[])[] {
  const pages: (readonly unknown[])[] = []
  for (let page = 0; page < most; page += 1) {
    const drawn = renderMessage(message, {
      t,
      page,
      pageId: (to) => `page~${to}`,
      buttons: [{ label: 'Share', id: 'share~' }],
    })
    pages.push(drawn)
    if (!JSON.stringify(drawn).includes(`"page~${page + 1}"`)) return pages
  }
  return pages
}

/** Everything wrong with what was said once it is drawn, and how many drawings that were. */
export function violationsOf(
  { messages, forms }: { readonly messages: readonly Message[]; readonly forms: readonly Form[] },
  t: Translator,
): { readonly violations: readonly string[]; readonly drawn: number } {
  const violations: string[] = []
  let drawn = 0
  const check = (of: string, found: readonly string[]): void => {
    drawn += 1
    violations.push(...found.map((violation) => `${of}: ${violation}`))
  }
  for (const message of messages) {
    for (const page of pagesOf(message, t)) check(message.summary, messageViolations(sent(page)))
    check(message.summary, messageViolations(sent(renderMessage(message, { t }))))
  }
  for (const form of forms) {
    for (let part = 0; part < countParts(form); part++) check(form.title, modalViolations(renderModal(form, part)))
  }
  return { violations, drawn }
}
