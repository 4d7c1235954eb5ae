// Discord's limits, written from its documentation (discord.com/developers/docs) independently of src, so that tests do not check the
// code against itself.

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const COMPONENTS_V2 = 1 << 15

/** What a component is in. */
type Place = 'top' | 'container' | 'row' | 'section' | 'accessory'

type Report = (path: string, problem: string) => void

function textWithin(value: unknown, least: number, most: number, path: string, report: Report): void {
  if (typeof value !== 'string') report(path, 'is no text')
  else if (value.trim().length < least) report(path, 'is empty')
  else if (Array.from(value).length > most)
    report(path, `has ${Array.from(value).length} characters, and ${most} are allowed`)
  else if (!value.isWellFormed()) report(path, 'is not well-formed')
}

/** The problems for which Discord would refuse a message with components, as `path: problem`. */
export function messageViolations(payload: unknown): readonly string[] {
  const violations: string[] = []
  const report: Report = (path, problem) => violations.push(`${path}: ${problem}`)
  if (!isFields(payload)) return ['message: is no object']
  const flags = Number(payload['flags'] ?? 0)
  if ((flags & COMPONENTS_V2) === 0) {
    report('flags', 'lack IS_COMPONENTS_V2')
    return violations
  }
  // channels/message: with this flag, content and embeds are refused.
  for (const other of ['content', 'embeds', 'poll', 'stickers']) {
    const value = payload[other]
    if (value !== undefined && value !== '' && listOf(value).length + (typeof value === 'string' ? 1 : 0) > 0) {
      report(other, 'does not go with components')
    }
  }
  // channels/message, allowed mentions: no message may ping anyone.
  const mentions = payload['allowed_mentions']
  if (!isFields(mentions) || listOf(mentions['parse']).length > 0) report('allowed_mentions', 'allow pings')
  const ids = new Set<string>()
  const numbers = new Set<number>()
  let count = 0
  let text = 0
  const visit = (component: unknown, path: string, within: Place): void => {
    if (!isFields(component)) {
      report(path, 'is no component')
      return
    }
    count += 1
    const number = component['id']
    if (number !== undefined) {
      if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number >= 2 ** 31) {
        report(`${path}.id`, 'is no 32-bit number')
      } else if (numbers.has(number)) report(`${path}.id`, 'appears twice')
      else numbers.add(number)
    }
    switch (component['type']) {
      case 1: {
        const inner = listOf(component['components'])
        const menus = inner.filter((each) => isFields(each) && Number(each['type']) !== 2)
        if (inner.length === 0) report(path, 'is an empty row')
        if (menus.length > 0 && inner.length > 1) report(path, 'holds a menu and another component')
        if (inner.length > 5) report(path, `has ${inner.length} buttons`)
        for (const [at, each] of inner.entries()) visit(each, `${path}.${at}`, 'row')
        return
      }
      case 2:
        if (within !== 'row' && within !== 'accessory') report(path, 'is a button outside a row')
        textWithin(component['label'], 1, 80, `${path}.label`, report)
        if (component['style'] === 5) {
          if (typeof component['url'] !== 'string' || component['url'].length > 512) report(`${path}.url`, 'is wrong')
          return
        }
        identify(component, path)
        if (component['emoji'] !== undefined && !isFields(component['emoji'])) report(`${path}.emoji`, 'is no emoji')
        return
      case 3:
        if (within !== 'row') report(path, 'is a menu outside a row')
        identify(component, path)
        checkOptions(component, path, report)
        return
      case 9: {
        // components/reference, section: one to three texts, and an accessory.
        const inner = listOf(component['components'])
        if (within === 'row') report(path, 'is a section in a row')
        if (inner.length < 1 || inner.length > 3) report(path, `has ${inner.length} texts`)
        for (const [at, each] of inner.entries()) {
          if (!isFields(each) || each['type'] !== 10) report(`${path}.${at}`, 'is no text')
          visit(each, `${path}.${at}`, 'section')
        }
        const accessory = component['accessory']
        if (!isFields(accessory) || (accessory['type'] !== 2 && accessory['type'] !== 11)) {
          report(`${path}.accessory`, 'is neither a button nor a thumbnail')
        }
        visit(accessory, `${path}.accessory`, 'accessory')
        return
      }
      case 10:
        textWithin(component['content'], 1, 4000, `${path}.content`, report)
        text += typeof component['content'] === 'string' ? Array.from(component['content']).length : 0
        return
      case 13: {
        const file = component['file']
        if (within !== 'top') report(path, 'is a file inside a component')
        if (!isFields(file) || !/^attachment:\/\/[\w.-]+$/u.test(String(file['url'])))
          report(path, 'names no attachment')
        return
      }
      case 12: {
        const items = listOf(component['items'])
        if (within === 'row') report(path, 'is a gallery in a row')
        if (items.length === 0 || items.length > 10) report(path, `has ${items.length} items`)
        for (const [at, item] of items.entries()) {
          const media = isFields(item) ? item['media'] : undefined
          if (!isFields(item) || !isFields(media)) {
            report(`${path}.items.${at}`, 'is no item')
            continue
          }
          if (!/^(?:attachment:\/\/[\w.-]+|https?:\/\/.{1,2000})$/u.test(String(media['url']))) {
            report(`${path}.items.${at}`, 'shows no attachment')
          }
          // Rung describes all its pictures; Discord does not ask for it.
          textWithin(item['description'], 1, 1024, `${path}.items.${at}.description`, report)
        }
        return
      }
      case 14:
        return
      case 17: {
        const inner = listOf(component['components'])
        if (within !== 'top') report(path, 'is a container inside a component')
        if (inner.length === 0) report(path, 'is an empty container')
        const color = component['accent_color']
        if (color !== undefined && !(Number.isInteger(color) && Number(color) >= 0 && Number(color) <= 0xffffff)) {
          report(`${path}.accent_color`, 'is no color')
        }
        for (const [at, each] of inner.entries()) visit(each, `${path}.${at}`, 'container')
        return
      }
      default:
        report(path, `has the type ${String(component['type'])}`)
    }
  }
  const identify = (component: Fields, path: string): void => {
    const id = component['custom_id']
    textWithin(id, 1, 100, `${path}.custom_id`, report)
    if (typeof id === 'string' && ids.has(id)) report(`${path}.custom_id`, `appears twice: ${id}`)
    if (typeof id === 'string') ids.add(id)
  }
  const components = listOf(payload['components'])
  if (components.length === 0) report('components', 'are none')
  for (const [at, component] of components.entries()) visit(component, `components.${at}`, 'top')
  if (count > 40) report('components', `are ${count}`)
  if (text > 4000) report('components', `hold ${text} characters of text`)
  return violations
}

function checkOptions(menu: Fields, path: string, report: Report): void {
  const options = listOf(menu['options'])
  if (options.length === 0 || options.length > 25) report(`${path}.options`, `are ${options.length}`)
  if (menu['placeholder'] !== undefined) textWithin(menu['placeholder'], 1, 150, `${path}.placeholder`, report)
  const values = new Set<unknown>()
  for (const [at, option] of options.entries()) {
    if (!isFields(option)) {
      report(`${path}.options.${at}`, 'is no option')
      continue
    }
    textWithin(option['label'], 1, 100, `${path}.options.${at}.label`, report)
    textWithin(option['value'], 1, 100, `${path}.options.${at}.value`, report)
    if (option['description'] !== undefined) {
      textWithin(option['description'], 1, 100, `${path}.options.${at}.description`, report)
    }
    if (values.has(option['value'])) report(`${path}.options.${at}.value`, 'appears twice')
    values.add(option['value'])
  }
}

/** A menu of people and roles (7) or of channels (8) in a modal (discord-openapi, …SelectComponentForModalRequest). */
function checkSelect(menu: Fields, path: string, report: Report): void {
  const least = Number(menu['min_values'] ?? 1)
  const most = Number(menu['max_values'] ?? 1)
  if (!(least >= 0 && most >= 1 && least <= most && most <= 25)) report(path, `takes ${least} to ${most} values`)
  if (menu['required'] !== false && least === 0) report(path, 'is required and may be empty')
  if (menu['options'] !== undefined) report(path, 'has options')
  if (menu['channel_types'] !== undefined && menu['type'] !== 8) report(path, 'has types of channels')
  const defaults = listOf(menu['default_values'])
  // components/reference: as many as may be chosen.
  if (menu['default_values'] !== undefined && (defaults.length < least || defaults.length > most)) {
    report(`${path}.default_values`, `are ${defaults.length}`)
  }
  const types = menu['type'] === 8 ? ['channel'] : ['user', 'role']
  for (const each of defaults) {
    if (!isFields(each) || !types.includes(String(each['type'])) || !/^\d+$/u.test(String(each['id']))) {
      report(`${path}.default_values`, `hold ${JSON.stringify(each)}`)
    }
  }
}

/** The problems for which Discord would refuse a modal, as `path: problem`. */
export function modalViolations(modal: unknown): readonly string[] {
  const violations: string[] = []
  const report: Report = (path, problem) => violations.push(`${path}: ${problem}`)
  if (!isFields(modal)) return ['modal: is no object']
  textWithin(modal['title'], 1, 45, 'title', report)
  textWithin(modal['custom_id'], 1, 100, 'custom_id', report)
  const components = listOf(modal['components'])
  if (components.length === 0 || components.length > 5) report('components', `are ${components.length}`)
  const ids = new Set<unknown>()
  for (const [at, component] of components.entries()) {
    const path = `components.${at}`
    const inner = isFields(component) ? component['component'] : undefined
    if (!isFields(component) || component['type'] !== 18 || !isFields(inner)) {
      report(path, 'is no label with a component')
      continue
    }
    textWithin(component['label'], 1, 45, `${path}.label`, report)
    if (component['description'] !== undefined)
      textWithin(component['description'], 1, 100, `${path}.description`, report)
    textWithin(inner['custom_id'], 1, 100, `${path}.custom_id`, report)
    if (ids.has(inner['custom_id'])) report(`${path}.custom_id`, 'appears twice')
    ids.add(inner['custom_id'])
    if (inner['type'] === 4) {
      if (inner['style'] !== 1 && inner['style'] !== 2) report(`${path}.style`, 'is wrong')
      const most = Number(inner['max_length'] ?? 4000)
      if (most < 1 || most > 4000) report(`${path}.max_length`, `is ${most}`)
      if (inner['value'] !== undefined) textWithin(inner['value'], 0, most, `${path}.value`, report)
    } else if (inner['type'] === 3) {
      checkOptions(inner, path, report)
      if (inner['required'] === true && inner['min_values'] === 0) report(path, 'is required and may be empty')
    } else if (inner['type'] === 7 || inner['type'] === 8) checkSelect(inner, path, report)
    else report(path, `holds the type ${String(inner['type'])}`)
  }
  return violations
}
