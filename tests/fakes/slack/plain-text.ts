import { at, type Fields, fieldsAt, isFields, listAt, textAt } from '../../platforms/json.ts'

// The text that a person reads in blocks.

/** The text of all blocks, with a line for each line that Slack shows. Controls are in [brackets]. */
export function plainTextOf(blocks: readonly unknown[]): string {
  return blocks
    .filter(isFields)
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n')
}

function blockText(block: Fields): string {
  switch (block['type']) {
    case 'header':
    case 'section':
      return lines([
        textOf(block['text']),
        ...listAt(block, 'fields').map(textOf),
        isFields(block['accessory']) ? elementText(block['accessory']) : '',
      ])
    case 'context':
      return fieldsAt(block, 'elements').map(elementText).join(' ')
    case 'actions':
    case 'context_actions':
      return fieldsAt(block, 'elements').map(elementText).join(' ')
    case 'input':
      return lines([
        textOf(block['label']),
        textOf(block['hint']),
        isFields(block['element']) ? elementText(block['element']) : '',
      ])
    case 'rich_text':
      return fieldsAt(block, 'elements').map(richText).join('\n')
    case 'markdown':
      return textAt(block, 'text')
    case 'image':
    case 'video':
      return lines([textOf(block['title']), textAt(block, 'alt_text')])
    case 'table':
    case 'data_table':
      return lines([
        textAt(block, 'caption'),
        ...listAt(block, 'rows').map((row) =>
          (Array.isArray(row) ? row : listAt(row, 'cells')).map((cell: unknown) => cellText(cell)).join(' | '),
        ),
      ])
    default:
      return ''
  }
}

function cellText(cell: unknown): string {
  if (!isFields(cell)) return ''
  if (cell['type'] === 'rich_text') return blockText(cell).replaceAll('\n', ' ')
  return textOf(cell['text']) || textAt(cell, 'text') || textAt(cell, 'value')
}

function elementText(element: Fields): string {
  switch (element['type']) {
    case 'mrkdwn':
    case 'plain_text':
      return textAt(element, 'text')
    case 'image':
      return textAt(element, 'alt_text')
    case 'button':
    case 'workflow_button':
      return `[${textOf(element['text'])}]`
    case 'plain_text_input':
      return `[${textAt(element, 'initial_value') || textOf(element['placeholder'])}]`
    default: {
      const options = optionsOf(element).map((option) => textOf(option['text']))
      const name = textOf(element['placeholder']) || textOf(at(element, 'initial_option', 'text'))
      return `[${[name, ...options].filter((text) => text !== '').join(' / ')}]`
    }
  }
}

/** All options of a menu, including those in groups. */
export function optionsOf(element: Fields): readonly Fields[] {
  const groups = fieldsAt(element, 'option_groups').flatMap((group) => fieldsAt(group, 'options'))
  return [...fieldsAt(element, 'options'), ...groups]
}

function richText(element: Fields): string {
  switch (element['type']) {
    case 'rich_text_list': {
      const ordered = element['style'] === 'ordered'
      return fieldsAt(element, 'elements')
        .map((item, index) => `${ordered ? `${index + 1}.` : '•'} ${richText(item)}`)
        .join('\n')
    }
    case 'text':
      return textAt(element, 'text')
    case 'link':
      return textAt(element, 'text') || textAt(element, 'url')
    case 'emoji':
      return shownEmoji(textAt(element, 'name'))
    case 'user':
      return `@${textAt(element, 'user_id')}`
    case 'channel':
      return `#${textAt(element, 'channel_id')}`
    case 'broadcast':
      return `@${textAt(element, 'range')}`
    case 'date':
      return textAt(element, 'fallback')
    default:
      return fieldsAt(element, 'elements').map(richText).join('')
  }
}

/** The character of an emoji by its name. Only a few have one here, the others stay names. */
const SIGNS: Readonly<Record<string, string>> = { ladder: '🪜', '+1': '👍', tada: '🎉' }

function shownEmoji(name: string): string {
  return SIGNS[name] ?? `:${name}:`
}

/** The text of a text object or of a string. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const text = textAt(value, 'text')
  return at(value, 'emoji') === true ? text.replaceAll(/:([\w+-]+):/gu, (_, name: string) => shownEmoji(name)) : text
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}
