import type { Translator } from '../../../../src/i18n/index.ts'
import { renderModal } from '../../../../src/platforms/slack/blocks/modal.ts'
import { renderBlocks, renderMessage } from '../../../../src/platforms/slack/blocks/render.ts'
import type { RealMessages } from '../../real-messages.ts'
import { messageViolations, viewViolations } from '../limits-check.ts'
import { pagesOf, textOfPages, wordsOf } from './pages.ts'

/** Renders messages and forms in every way, and returns the violations with the number of renderings. */
export function violationsOf(
  { messages, forms }: RealMessages,
  t: Translator,
): { violations: string[]; rendered: number } {
  const violations: string[] = []
  let rendered = 0
  const check = (of: string, problems: readonly string[]): void => {
    rendered += 1
    violations.push(...problems.map((violation) => `${of}: ${violation}`))
  }
  for (const message of messages) {
    const pages = pagesOf(message, { t, extraButtons: [{ label: 'Share', actionId: 'share', value: 'x' }] })
    for (const page of pages) check(message.summary, messageViolations(page))
    const pageText = textOfPages(pages)
    const lost = wordsOf(message).filter((words) => !pageText.includes(words))
    violations.push(...lost.map((words) => `${message.summary}: does not say ${words}`))
    check(message.summary, messageViolations(renderMessage(message, { t })))
    check(message.summary, viewViolations({ type: 'home', blocks: renderBlocks(message, { t, most: 100 }) }))
  }
  for (const form of forms) check(form.title, viewViolations(renderModal(form, { t, privateMetadata: form.payload })))
  return { violations, rendered }
}
