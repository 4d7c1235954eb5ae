import type { ActionButton, Block, Message } from '../../../../src/message/index.ts'

// Messages to render, and literals of Slack's blocks to compare them with.

export function messageOf(...blocks: readonly Block[]): Message {
  return { summary: 'A message.', blocks }
}

export const plainObject = (words: string) => ({ type: 'plain_text', text: words, emoji: false })
export const paragraph = (...elements: readonly unknown[]) => ({ type: 'rich_text_section', elements })
export const richText = (...elements: readonly unknown[]) => ({ type: 'rich_text', elements })
export const textElement = (words: string, style?: Readonly<Record<string, true>>) => ({
  type: 'text',
  text: words,
  ...(style && { style }),
})
export const raw = (words: string) => ({ type: 'raw_text', text: words })

export function buttonsOf(count: number): ActionButton[] {
  return Array.from({ length: count }, (_, at) => ({ label: `Choice ${at}`, payload: `1s:r:${at}` }))
}
