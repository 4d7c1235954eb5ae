// Slack's rules for blocks, written independently of the code from the published pages (docs.slack.dev). Each rule names its page, or
// says that others measured it.

export type Report = (path: string, problem: string) => void
export type Fields = Readonly<Record<string, unknown>>

export const BLOCK_KIT = {
  messageBlocks: 50, // reference/block-kit/blocks
  viewBlocks: 100, // reference/block-kit/blocks
  id: 255, // block_id: every block's page; action_id: every element's page
  text: 3000, // composition-objects/text-object, section-block
  sectionFields: 10, // section-block
  sectionField: 2000, // section-block
  header: 150, // header-block
  contextElements: 10, // context-block
  actionElements: 25, // actions-block
  buttonText: 75, // block-elements/button-element
  buttonValue: 2000, // block-elements/button-element
  url: 3000, // block-elements/button-element, image-block
  options: 100, // block-elements/select-menu-element
  radioOptions: 10, // block-elements/radio-button-group-element
  optionText: 75, // composition-objects/option-object
  optionValue: 150, // composition-objects/option-object
  placeholder: 150, // block-elements/select-menu-element, plain-text-input-element
  altText: 2000, // image-block
  imageTitle: 2000, // image-block
  label: 2000, // input-block
  hint: 2000, // input-block
  inputLength: 3000, // block-elements/plain-text-input-element
  tableRows: 100, // table-block
  tableColumns: 20, // table-block
  tableText: 10_000, // table-block
  modalTitle: 24, // reference/views/modal-views
  modalButton: 24, // reference/views/modal-views
  privateMetadata: 3000, // reference/views/modal-views
  callbackId: 255, // reference/views/modal-views
}

export function checkBlock(block: Fields, path: string, report: Report): void {
  switch (block['type']) {
    case 'header':
      only(block, ['type', 'block_id', 'text'], path, report)
      plainText(block['text'], 1, BLOCK_KIT.header, `${path}/text`, report)
      return
    case 'divider':
      only(block, ['type', 'block_id'], path, report)
      return
    case 'section':
      checkSection(block, path, report)
      return
    case 'context':
      only(block, ['type', 'block_id', 'elements'], path, report)
      several(block, 'elements', BLOCK_KIT.contextElements, path, report, (element, at) =>
        element['type'] === 'image'
          ? checkImage(element, at, report)
          : textObject(element, 1, BLOCK_KIT.text, at, report),
      )
      return
    case 'actions':
      only(block, ['type', 'block_id', 'elements'], path, report)
      several(block, 'elements', BLOCK_KIT.actionElements, path, report, (element, at) =>
        checkElement(element, at, report),
      )
      return
    case 'image':
      checkImage(block, path, report)
      return
    case 'input':
      checkInput(block, path, report)
      return
    case 'rich_text':
      checkRichText(block, path, report)
      return
    case 'table':
      checkTable(block, path, report)
      return
    default:
      report(path, `is of the type ${String(block['type'])}`)
  }
}

function checkSection(block: Fields, path: string, report: Report): void {
  only(block, ['type', 'block_id', 'text', 'fields', 'accessory', 'expand'], path, report)
  if (block['text'] === undefined && block['fields'] === undefined) report(path, 'has neither text nor fields')
  if (block['text'] !== undefined) textObject(block['text'], 1, BLOCK_KIT.text, `${path}/text`, report)
  if (block['fields'] !== undefined) {
    several(block, 'fields', BLOCK_KIT.sectionFields, path, report, (field, at) =>
      textObject(field, 1, BLOCK_KIT.sectionField, at, report),
    )
  }
  if (isFields(block['accessory'])) checkElement(block['accessory'], `${path}/accessory`, report)
}

function checkImage(image: Fields, path: string, report: Report): void {
  only(image, ['type', 'block_id', 'image_url', 'slack_file', 'alt_text', 'title'], path, report)
  text(image['alt_text'], 1, BLOCK_KIT.altText, `${path}/alt_text`, report)
  if ((image['image_url'] === undefined) === (image['slack_file'] === undefined)) {
    report(path, 'needs either image_url or slack_file')
  }
  optionalText(image, 'image_url', 1, BLOCK_KIT.url, path, report)
  if (image['title'] !== undefined) plainText(image['title'], 1, BLOCK_KIT.imageTitle, `${path}/title`, report)
}

function checkInput(block: Fields, path: string, report: Report): void {
  only(block, ['type', 'block_id', 'label', 'hint', 'optional', 'element', 'dispatch_action'], path, report)
  plainText(block['label'], 1, BLOCK_KIT.label, `${path}/label`, report)
  if (block['hint'] !== undefined) plainText(block['hint'], 1, BLOCK_KIT.hint, `${path}/hint`, report)
  if (!isFields(block['element'])) report(path, 'has no element')
  else checkElement(block['element'], `${path}/element`, report)
}

function checkElement(element: Fields, path: string, report: Report): void {
  switch (element['type']) {
    case 'button': {
      const names = ['type', 'text', 'action_id', 'url', 'value', 'style', 'confirm', 'accessibility_label']
      only(element, names, path, report)
      plainText(element['text'], 1, BLOCK_KIT.buttonText, `${path}/text`, report)
      optionalText(element, 'value', 1, BLOCK_KIT.buttonValue, path, report)
      optionalText(element, 'url', 1, BLOCK_KIT.url, path, report)
      oneOf(element['style'], ['primary', 'danger', undefined], `${path}/style`, report)
      return
    }
    case 'static_select': {
      const names = ['type', 'action_id', 'placeholder', 'options', 'option_groups', 'initial_option', 'focus_on_load']
      only(element, names, path, report)
      if (element['placeholder'] !== undefined) {
        plainText(element['placeholder'], 1, BLOCK_KIT.placeholder, `${path}/placeholder`, report)
      }
      checkOptions(element, BLOCK_KIT.options, path, report)
      return
    }
    case 'radio_buttons':
      only(element, ['type', 'action_id', 'options', 'initial_option', 'focus_on_load'], path, report)
      checkOptions(element, BLOCK_KIT.radioOptions, path, report)
      return
    case 'plain_text_input':
      checkTextInput(element, path, report)
      return
    case 'conversations_select': {
      const names = ['type', 'action_id', 'placeholder', 'initial_conversation', 'default_to_current_conversation']
      only(element, [...names, 'confirm', 'response_url_enabled', 'filter', 'focus_on_load'], path, report)
      optionalText(element, 'initial_conversation', 1, BLOCK_KIT.id, path, report)
      checkFilter(element['filter'], `${path}/filter`, report)
      return
    }
    case 'multi_users_select': {
      const names = ['type', 'action_id', 'placeholder', 'initial_users', 'confirm', 'max_selected_items']
      only(element, [...names, 'focus_on_load'], path, report)
      const users = element['initial_users']
      if (users === undefined) return
      if (listOf(users).length === 0) report(`${path}/initial_users`, 'are none')
      if (new Set(listOf(users)).size < listOf(users).length) report(`${path}/initial_users`, 'are there twice')
      return
    }
    case 'channels_select':
    case 'users_select':
      return
    default:
      report(path, `is of the type ${String(element['type'])}`)
  }
}

/** composition-objects/conversation-filter-object: at least one field. */
function checkFilter(filter: unknown, path: string, report: Report): void {
  if (filter === undefined) return
  if (!isFields(filter) || Object.keys(filter).length === 0) {
    report(path, 'has no field')
    return
  }
  only(filter, ['include', 'exclude_external_shared_channels', 'exclude_bot_users'], path, report)
  for (const kind of listOf(filter['include'])) oneOf(kind, ['im', 'mpim', 'private', 'public'], path, report)
}

function checkOptions(element: Fields, most: number, path: string, report: Report): void {
  const values = new Set<string>()
  several(element, 'options', most, path, report, (option, at) => {
    only(option, ['text', 'value', 'description', 'url'], at, report)
    textObject(option['text'], 1, BLOCK_KIT.optionText, `${at}/text`, report)
    text(option['value'], 1, BLOCK_KIT.optionValue, `${at}/value`, report)
    unique(option['value'], values, `${at}/value`, report)
    if (option['description'] !== undefined) {
      plainText(option['description'], 1, BLOCK_KIT.optionText, `${at}/description`, report)
    }
  })
  const initial = element['initial_option']
  if (initial === undefined) return
  const isOne = listOf(element['options']).some((option) => JSON.stringify(option) === JSON.stringify(initial))
  if (!isOne) report(`${path}/initial_option`, 'is none of the options')
}

function checkTextInput(element: Fields, path: string, report: Report): void {
  const names = ['type', 'action_id', 'initial_value', 'multiline', 'min_length', 'max_length', 'placeholder']
  only(element, [...names, 'focus_on_load', 'dispatch_action_config'], path, report)
  const most = element['max_length'] ?? BLOCK_KIT.inputLength
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1 || most > BLOCK_KIT.inputLength) {
    report(`${path}/max_length`, `is ${JSON.stringify(most)}`)
    return
  }
  optionalText(element, 'initial_value', 1, most, path, report)
}

const STYLES = ['bold', 'italic', 'strike', 'code', 'underline']

function checkRichText(block: Fields, path: string, report: Report): void {
  only(block, ['type', 'block_id', 'elements'], path, report)
  several(block, 'elements', Number.POSITIVE_INFINITY, path, report, (element, at) => {
    switch (element['type']) {
      case 'rich_text_list':
        only(element, ['type', 'style', 'indent', 'offset', 'border', 'elements'], at, report)
        oneOf(element['style'], ['bullet', 'ordered'], `${at}/style`, report)
        several(element, 'elements', Number.POSITIVE_INFINITY, at, report, (item, itemAt) => {
          if (item['type'] !== 'rich_text_section') report(itemAt, 'is no section')
          checkInline(item, itemAt, report)
        })
        return
      case 'rich_text_section':
      case 'rich_text_preformatted':
      case 'rich_text_quote':
        checkInline(element, at, report)
        return
      default:
        report(at, `is of the type ${String(element['type'])}`)
    }
  })
}

/** rich-text-section-element: never empty, nor a text in it (invalid_blocks: "must be more than 0 characters"). */
function checkInline(section: Fields, path: string, report: Report): void {
  only(section, ['type', 'elements', 'border', 'language'], path, report)
  if (textLength(section) > BLOCK_KIT.text) report(path, `holds ${textLength(section)} characters`)
  several(section, 'elements', Number.POSITIVE_INFINITY, path, report, (element, at) => {
    const style = element['style']
    if (style !== undefined && !isFields(style)) report(`${at}/style`, 'is no object')
    if (isFields(style)) only(style, STYLES, `${at}/style`, report)
    switch (element['type']) {
      case 'text':
        only(element, ['type', 'text', 'style'], at, report)
        text(element['text'], 1, BLOCK_KIT.text, `${at}/text`, report)
        return
      case 'link':
        only(element, ['type', 'text', 'url', 'style', 'unsafe'], at, report)
        optionalText(element, 'text', 1, BLOCK_KIT.text, at, report)
        text(element['url'], 1, BLOCK_KIT.url, `${at}/url`, report)
        if (!/^(?:https?|mailto):/u.test(String(element['url']))) report(`${at}/url`, 'is no address')
        return
      case 'emoji':
        only(element, ['type', 'name', 'unicode', 'style'], at, report)
        if (!/^[a-z0-9_+-]+$/u.test(String(element['name']))) report(`${at}/name`, 'is no emoji')
        return
      case 'date':
        only(element, ['type', 'timestamp', 'format', 'url', 'style', 'fallback'], at, report)
        if (!Number.isInteger(element['timestamp'])) report(`${at}/timestamp`, 'is no whole number of seconds')
        if (!/\{\w+\}/u.test(String(element['format']))) report(`${at}/format`, 'has no token')
        optionalText(element, 'fallback', 1, BLOCK_KIT.text, at, report)
        return
      case 'user':
      case 'channel':
        return
      default:
        // A broadcast or a user group would notify many people.
        report(at, `is of the type ${String(element['type'])}`)
    }
  })
}

function checkTable(block: Fields, path: string, report: Report): void {
  only(block, ['type', 'block_id', 'rows', 'column_settings'], path, report)
  const rows = listOf(block['rows'])
  if (rows.length < 1 || rows.length > BLOCK_KIT.tableRows) report(`${path}/rows`, `are ${rows.length}`)
  const widths = new Set(rows.map((row) => listOf(row).length))
  if (widths.size > 1) report(`${path}/rows`, 'are not equally long')
  if (textLength(rows) > BLOCK_KIT.tableText) report(`${path}/rows`, `hold ${textLength(rows)} characters`)
  rows.forEach((row, rowIndex) => {
    const cells = listOf(row)
    const rowPath = `${path}/rows/${rowIndex}`
    if (cells.length < 1 || cells.length > BLOCK_KIT.tableColumns) report(rowPath, `has ${cells.length} cells`)
    cells.forEach((cell, index) => {
      const at = `${rowPath}/${index}`
      if (!isFields(cell)) {
        report(at, 'is no cell')
        return
      }
      if (cell['type'] === 'rich_text') {
        checkRichText(cell, at, report)
        return
      }
      if (cell['type'] !== 'raw_text') {
        report(at, `is of the type ${String(cell['type'])}`)
        return
      }
      only(cell, ['type', 'text'], at, report)
      text(cell['text'], 1, BLOCK_KIT.tableText, `${at}/text`, report)
    })
  })
  const settings = listOf(block['column_settings'])
  if (settings.length > BLOCK_KIT.tableColumns) report(`${path}/column_settings`, `are ${settings.length}`)
  settings.forEach((setting, index) => {
    const at = `${path}/column_settings/${index}`
    if (!isFields(setting)) {
      report(at, 'is no object')
      return
    }
    only(setting, ['align', 'is_wrapped'], at, report)
    oneOf(setting['align'], ['left', 'center', 'right', undefined], `${at}/align`, report)
    oneOf(setting['is_wrapped'], [true, false, undefined], `${at}/is_wrapped`, report)
  })
}

function textObject(value: unknown, least: number, most: number, path: string, report: Report): void {
  if (!isFields(value)) {
    report(path, 'is no text object')
    return
  }
  if (value['type'] !== 'mrkdwn') {
    plainText(value, least, most, path, report)
    return
  }
  only(value, ['type', 'text', 'verbatim'], path, report)
  text(value['text'], least, most, path, report)
  checkMarkup(String(value['text']), path, report)
}

export function plainText(value: unknown, least: number, most: number, path: string, report: Report): void {
  if (!isFields(value) || value['type'] !== 'plain_text') {
    report(path, 'is no plain_text')
    return
  }
  only(value, ['type', 'text', 'emoji'], path, report)
  text(value['text'], least, most, path, report)
  if (typeof value['text'] === 'string' && value['text'].trim() === '') report(path, 'has nothing to see')
}

function text(value: unknown, least: number, most: number, path: string, report: Report): void {
  if (typeof value !== 'string') {
    report(path, 'is no text')
    return
  }
  if (value.length < least || value.length > most) report(path, `is ${value.length} characters`)
}

export function optionalText(
  of: Fields,
  name: string,
  least: number,
  most: number,
  path: string,
  report: Report,
): void {
  if (of[name] !== undefined) text(of[name], least, most, `${path}/${name}`, report)
}

/** messaging/formatting-message-text: what notifies everyone. */
export function checkMarkup(value: string, path: string, report: Report): void {
  if (/<!(?:channel|here|everyone|subteam)/u.test(value)) report(path, 'calls everybody')
}

function several(
  of: Fields,
  name: string,
  most: number,
  path: string,
  report: Report,
  check: (each: Fields, path: string) => void,
): void {
  const all = listOf(of[name])
  if (all.length < 1 || all.length > most) report(`${path}/${name}`, `are ${all.length}`)
  all.forEach((each, index) => {
    const at = `${path}/${name}/${index}`
    if (isFields(each)) check(each, at)
    else report(at, 'is no object')
  })
}

/** Slack refuses fields it does not know (invalid_blocks). */
export function only(of: Fields, names: readonly string[], path: string, report: Report): void {
  for (const name of Object.keys(of)) if (!names.includes(name)) report(path, `has a field ${name}`)
}

function oneOf(value: unknown, allowed: readonly unknown[], path: string, report: Report): void {
  if (!allowed.includes(value)) report(path, `is ${String(value)}`)
}

export function unique(id: unknown, seen: Set<string>, path: string, report: Report): void {
  if (typeof id !== 'string') return
  if (seen.has(id)) report(path, `appears twice: ${id}`)
  seen.add(id)
}

export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((total: number, each) => total + textLength(each), 0)
  if (!isFields(value)) return 0
  return Object.entries(value).reduce(
    (total, [name, each]) => total + (name === 'text' && typeof each === 'string' ? each.length : textLength(each)),
    0,
  )
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
