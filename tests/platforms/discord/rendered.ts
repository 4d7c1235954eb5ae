import { COMMANDS } from '../../../src/bot/index.ts'
import type { Translator } from '../../../src/i18n/index.ts'
import type { Form, Message } from '../../../src/message/index.ts'
import { createCommandMentions } from '../../../src/platforms/discord/command-mentions.ts'
import { countParts, renderModal } from '../../../src/platforms/discord/components/modal.ts'
import { renderMessage, renderPage } from '../../../src/platforms/discord/components/render.ts'
import { messageViolations, modalViolations } from './limits-check.ts'

/** The body of a message, as it is sent to Discord. */
export function sent(components: readonly unknown[]): object {
  return { flags: 1 << 15, components, allowed_mentions: { parse: [] } }
}

const mentions = createCommandMentions(COMMANDS)
mentions.setIds(new Map(COMMANDS.map(({ name }, at) => [name, String(910_000_000_000_000_000n + BigInt(at))])))

/** The pages of a message while they have a button for the next one, at most `most`; one with pictures also as it is with them. */
export function pagesOf(message: Message, t: Translator, most = 100): readonly (readonly unknown[])[] {
  const pages: (readonly unknown[])[] = []
  for (let page = 0; page < most; page += 1) {
    const { components: rendered, pictures } = renderPage(message, {
      t,
      page,
      nativeForm: mentions.formsIn(undefined, t),
      pageId: (to) => `page~${to}`,
      buttons: [{ label: 'Share', id: 'share~' }],
    })
    pages.push(rendered, ...(pictures ? [pictures.components] : []))
    if (!JSON.stringify(rendered).includes(`"page~${page + 1}"`)) return pages
  }
  return pages
}

/** All violations in rendered messages and forms, and how many were rendered. */
export function violationsOf(
  { messages, forms }: { readonly messages: readonly Message[]; readonly forms: readonly Form[] },
  t: Translator,
): { readonly violations: readonly string[]; readonly count: number } {
  const violations: string[] = []
  let count = 0
  const check = (of: string, problems: readonly string[]): void => {
    count += 1
    violations.push(...problems.map((violation) => `${of}: ${violation}`))
  }
  for (const message of messages) {
    for (const page of pagesOf(message, t)) check(message.summary, messageViolations(sent(page)))
    check(message.summary, messageViolations(sent(renderMessage(message, { t }))))
  }
  for (const form of forms) {
    for (let part = 0; part < countParts(form); part++) check(form.title, modalViolations(renderModal(form, part)))
  }
  return { violations, count: count }
}
