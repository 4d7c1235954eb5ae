import { type Fields, fieldsAt, isFields, listAt, textAt } from '../json.ts'

// Discord's rules for commands, written from its documentation (interactions/application-commands) independently of src, so that tests do
// not check the code against itself.

type Report = (path: string, problem: string) => void

const SUBCOMMAND = 1
const SUBCOMMAND_GROUP = 2
const CHAT_INPUT = 1

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** The most characters of a command in all its names, descriptions and values. */
const MAX_CHARACTERS = 8000

/** The problems for which Discord would refuse to register commands, as `path: problem`. */
export function commandViolations(commands: readonly unknown[]): readonly string[] {
  const violations: string[] = []
  const report: Report = (path, problem) => violations.push(`${path}: ${problem}`)
  const names = new Set<string>()
  for (const [index, command] of commands.entries()) {
    if (!isFields(command)) {
      report(String(index), 'is no command')
      continue
    }
    const type = Number(command['type'] ?? CHAT_INPUT)
    const path = textAt(command, 'name') || String(index)
    const key = `${type} ${path}`
    if (names.has(key)) report(path, 'appears twice')
    names.add(key)
    if (type === CHAT_INPUT) {
      checkNames(command, path, report)
      checkDescriptions(command, path, report)
      checkOptions(fieldsAt(command, 'options'), path, 'command', report)
    } else {
      // Those in menus may have capitals and blanks, and have no description.
      checkText(command['name'], 32, `${path}.name`, report)
      if (textAt(command, 'description') !== '') report(path, 'has a description')
      if (listAt(command, 'options').length > 0) report(path, 'has options')
    }
    const length = charactersOf(command)
    if (length > MAX_CHARACTERS) report(path, `has ${length} characters`)
  }
  if (names.size > 100) report('commands', `are ${names.size}`)
  return violations
}

function checkOptions(
  options: readonly Fields[],
  path: string,
  within: 'command' | 'group' | 'subcommand',
  report: Report,
) {
  if (options.length > 25) report(path, `has ${options.length} options`)
  const names = new Set<string>()
  let isOptional = false
  const kinds = new Set(options.map(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP))
  if (kinds.size > 1) report(path, 'has subcommands and options')
  for (const option of options) {
    const type = option['type']
    const own = `${path}.${textAt(option, 'name')}`
    if (names.has(own)) report(own, 'appears twice')
    names.add(own)
    checkNames(option, own, report)
    checkDescriptions(option, own, report)
    if (type === SUBCOMMAND || type === SUBCOMMAND_GROUP) {
      if (within === 'subcommand' || (within === 'group' && type === SUBCOMMAND_GROUP))
        report(own, 'is nested too deep')
      if (option['required'] === true) report(own, 'is a subcommand that is required')
      checkOptions(fieldsAt(option, 'options'), own, type === SUBCOMMAND ? 'subcommand' : 'group', report)
      continue
    }
    if (typeof type !== 'number' || type < 3 || type > 11) report(own, `has the type ${String(type)}`)
    if (within === 'group') report(own, 'is an option of a group')
    if (listAt(option, 'options').length > 0) report(own, 'has options of its own')
    if (option['required'] === true && isOptional) report(own, 'is required after an optional one')
    isOptional ||= option['required'] !== true
    checkChoices(option, own, report)
  }
}

function checkChoices(option: Fields, path: string, report: Report): void {
  const choices = fieldsAt(option, 'choices')
  if (choices.length > 25) report(path, `has ${choices.length} choices`)
  if (option['autocomplete'] === true && listAt(option, 'choices').length > 0)
    report(path, 'has choices and completion')
  const [names, values] = [new Set<unknown>(), new Set<unknown>()]
  for (const choice of choices) {
    checkText(choice['name'], 100, `${path}.choices`, report)
    for (const [language, name] of localizations(choice, 'name')) checkText(name, 100, `${path}.${language}`, report)
    if (typeof choice['value'] !== 'string' || choice['value'].length > 6000) report(path, 'has a choice without value')
    if (names.has(choice['name']) || values.has(choice['value'])) report(path, 'has a choice twice')
    names.add(choice['name'])
    values.add(choice['value'])
  }
}

function checkNames(fields: Fields, path: string, report: Report): void {
  for (const [language, name] of [['name', fields['name']], ...localizations(fields, 'name')]) {
    if (typeof name !== 'string' || !NAME.test(name) || name !== name.toLowerCase()) {
      report(`${path}.${String(language)}`, `is not allowed as a name: ${String(name)}`)
    }
  }
}

function checkDescriptions(fields: Fields, path: string, report: Report): void {
  checkText(fields['description'], 100, `${path}.description`, report)
  for (const [language, text] of localizations(fields, 'description'))
    checkText(text, 100, `${path}.${language}`, report)
}

function checkText(text: unknown, most: number, path: string, report: Report): void {
  if (typeof text !== 'string' || text.trim() === '') report(path, 'is empty')
  else if (Array.from(text).length > most) report(path, `has more than ${most} characters`)
}

/** The languages of the documentation (reference, locales) that are in use, and those that are unknown. */
function localizations(fields: Fields, name: 'name' | 'description'): readonly [string, unknown][] {
  const texts = fields[`${name}_localizations`]
  return isFields(texts) ? Object.entries(texts) : []
}

/** The characters of a command; of a text in several languages, those of the longest. */
function charactersOf(fields: Fields): number {
  const own = (['name', 'description'] as const).reduce((sum, name) => {
    const texts = [fields[name], ...localizations(fields, name).map(([, text]) => text)]
    return sum + Math.max(0, ...texts.map((text) => (typeof text === 'string' ? text.length : 0)))
  }, textAt(fields, 'value').length)
  return [...fieldsAt(fields, 'options'), ...fieldsAt(fields, 'choices')].reduce(
    (sum, inner) => sum + charactersOf(inner),
    own,
  )
}

/** The mentions of commands in a message that Discord's clients would not make clickable, as `mention: problem`. */
export function mentionViolations(message: unknown, commands: readonly Fields[]): readonly string[] {
  return [...JSON.stringify(message ?? '').matchAll(/<\/([^:>]*):(\d+)>/gu)].flatMap(([mention, path = '', id]) => {
    const [name, subcommand, ...more] = path.split(' ')
    const command = commands.find((each) => each['id'] === id)
    if (command?.['name'] !== name) return [`${mention}: no such command has this id`]
    const subcommands = fieldsAt(command, 'options').filter(({ type }) => type === SUBCOMMAND)
    if (subcommands.length > 0 && subcommand === undefined) return [`${mention}: cannot be used by itself`]
    const isThere = subcommand === undefined || subcommands.some((each) => each['name'] === subcommand)
    return isThere && more.length === 0 ? [] : [`${mention}: has no such subcommand`]
  })
}
