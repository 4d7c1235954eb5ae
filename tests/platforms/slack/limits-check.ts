import {
  BLOCK_KIT,
  checkBlock,
  checkMarkup,
  type Fields,
  isFields,
  listOf,
  only,
  optionalText,
  plainText,
  type Report,
  textLength,
  unique,
} from './block-check.ts'

// Slack's limits, written independently of the code from the published pages (docs.slack.dev). Each rule names its page, or says that
// others measured it.

const MESSAGE = {
  text: 4000, // reference/methods/chat.postMessage: longer should not be sent
  allText: 10_000, // measured: msg_blocks_too_long above some 11,000 (slackapi/bolt-js issues 2509 and 2867)
  weighed: 13_297, // measured in bolt-js issue 2509, where a divider costs 125
  blockWeight: 125,
}

/** Returns what Slack would refuse about a message, as `path: problem`; empty if it is valid. */
export function messageViolations(payload: unknown): readonly string[] {
  const { violations, report } = collector()
  if (!isFields(payload)) return ['message: is no object']
  const { text, blocks } = payload
  if (typeof text !== 'string' || text.trim() === '') report('text', 'is missing or empty')
  else {
    if (text.length > MESSAGE.text) report('text', `is ${text.length} characters`)
    checkMarkup(text, 'text', report)
  }
  checkBlocks(blocks, { surface: 'message', most: BLOCK_KIT.messageBlocks, report })
  const length = textLength(blocks)
  const count = Array.isArray(blocks) ? blocks.length : 0
  if (length > MESSAGE.allText) report('blocks', `hold ${length} characters of text`)
  if (length + count * MESSAGE.blockWeight > MESSAGE.weighed) report('blocks', `weigh ${length} with ${count} blocks`)
  checkStrings(payload, 'message', report)
  return violations
}

/** Returns what Slack would refuse about a modal or a Home tab. */
export function viewViolations(view: unknown): readonly string[] {
  const { violations, report } = collector()
  if (!isFields(view)) return ['view: is no object']
  const isModal = view['type'] === 'modal'
  if (!isModal && view['type'] !== 'home') report('type', 'is neither modal nor home')
  const surface = isModal ? 'modal' : 'home'
  checkBlocks(view['blocks'], { surface, most: BLOCK_KIT.viewBlocks, report })
  const sharedFields = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id']
  if (isModal) {
    only(view, [...sharedFields, 'title', 'submit', 'close', 'clear_on_close', 'notify_on_close'], 'view', report)
    plainText(view['title'], 1, BLOCK_KIT.modalTitle, 'title', report)
    for (const name of ['submit', 'close']) {
      if (view[name] !== undefined) plainText(view[name], 1, BLOCK_KIT.modalButton, name, report)
    }
    const hasInput = listOf(view['blocks']).some((block) => isFields(block) && block['type'] === 'input')
    if (hasInput && view['submit'] === undefined) report('submit', 'is required if there are inputs')
  } else only(view, sharedFields, 'view', report)
  optionalText(view, 'private_metadata', 0, BLOCK_KIT.privateMetadata, 'view', report)
  optionalText(view, 'callback_id', 1, BLOCK_KIT.callbackId, 'view', report)
  checkStrings(view, 'view', report)
  return violations
}

function collector(): { violations: string[]; report: Report } {
  const violations: string[] = []
  return { violations, report: (path, problem) => violations.push(`${path}: ${problem}`) }
}

interface Surroundings {
  readonly surface: 'message' | 'modal' | 'home'
  readonly most: number
  readonly report: Report
}

function checkBlocks(blocks: unknown, { surface, most, report }: Surroundings): void {
  if (!Array.isArray(blocks)) {
    report('blocks', 'are no list')
    return
  }
  if (blocks.length < 1 || blocks.length > most) report('blocks', `are ${blocks.length}`)
  const blockIds = new Set<string>()
  const actionIds = new Set<string>()
  let tables = 0
  blocks.forEach((block: unknown, index) => {
    const path = `blocks/${index}`
    if (!isFields(block)) {
      report(path, 'is no object')
      return
    }
    checkBlock(block, path, report)
    if (block['type'] === 'table') {
      tables += 1
      if (surface !== 'message') report(path, `a ${surface} takes no table`)
    }
    optionalText(block, 'block_id', 1, BLOCK_KIT.id, path, report)
    unique(block['block_id'], blockIds, `${path}/block_id`, report)
    for (const element of elementsIn(block)) {
      optionalText(element, 'action_id', 1, BLOCK_KIT.id, path, report)
      // An action_id must be unique within a block.
      if (block['type'] !== 'input') unique(element['action_id'], actionIds, `${path}/action_id`, report)
    }
  })
  // table-block: a second one is refused with only_one_table_allowed.
  if (tables > 1) report('blocks', `hold ${tables} tables`)
}

/** The interactive elements of a block. */
function elementsIn(block: Fields): readonly Fields[] {
  const inside = block['type'] === 'actions' ? listOf(block['elements']) : [block['accessory'], block['element']]
  return inside.filter(isFields)
}

/** Every text must survive being sent: no half of a surrogate pair, no NUL. */
function checkStrings(value: unknown, path: string, report: Report): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) report(path, 'is not well-formed')
    if (value.includes('\u0000')) report(path, 'holds a NUL')
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) checkStrings(each, `${path}/${index}`, report)
  } else if (isFields(value)) {
    for (const [name, each] of Object.entries(value)) checkStrings(each, `${path}/${name}`, report)
  }
}
