import { type Document, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import type { CatalogSources } from '../build.ts'
import { keepLineEndings } from '../text-format.ts'
import type { CatalogChange } from './change.ts'

/** A file of a catalogue folder, by its name there, and what is to stand in it. */
export interface WrittenFile {
  readonly file: string
  readonly text: string
}

/**
 * Writes a change into the text of the file that holds what it changes, with the comments, the order and the line ends of everything
 * else kept.
 * Undefined where there is no such file. The change must fit what the file holds.
 */
export function writeChange(
  change: CatalogChange,
  sources: CatalogSources,
  read: (file: string) => string | undefined,
): WrittenFile | undefined {
  if (change.kind === 'newSkill') {
    const file = `skills/${change.to.slug}.yaml`
    return read(file) === undefined ? { file, text: stringify(change.to, { lineWidth: 0 }) } : undefined
  }
  const { roles, skills } = sources
  const inRole = 'role' in change || (change.kind === 'alias' && change.of === 'role')
  const slug = 'role' in change ? change.role : 'skill' in change ? change.skill : change.slug
  const source = (inRole ? roles : skills).find(({ value }) => value.slug === slug)
  const text = source && read(source.file)
  if (!source || text === undefined) return undefined
  return { file: source.file, text: editYaml(text, (document) => edit(document, change, sources)) }
}

/** Edits a YAML text; every line that the edit leaves alone stays as it is written. */
export function editYaml(text: string, edit: (document: Document) => void): string {
  const before = text.replaceAll('\r\n', '\n')
  const document = parseDocument(before)
  edit(document)
  return keepLineEndings(asItWas(document.toString({ lineWidth: 0, flowCollectionPadding: false }), before), text)
}

function edit(document: Document, change: Exclude<CatalogChange, { kind: 'newSkill' }>, sources: CatalogSources): void {
  switch (change.kind) {
    case 'requirement': {
      const { row, at } = placeOf(document, change)
      const words = isSeq(document.getIn(row)) ? row : [...row, 'proficiency']
      const before = document.getIn([...words, at])
      document.setIn([...words, at], change.to)
      const marks = [...row, 'mandatory']
      if (words !== row && document.hasIn(marks) && (change.to === 'absent' || before === 'absent')) {
        document.setIn([...marks, at], false)
      }
      return
    }
    case 'mandatory': {
      const { row, at, levels } = placeOf(document, change)
      const words: unknown = document.getIn(row)
      if (isSeq(words)) document.setIn(row, document.createNode({ proficiency: words }))
      const marks = [...row, 'mandatory']
      if (!document.hasIn(marks))
        document.setIn(
          marks,
          flow(
            document,
            Array.from({ length: levels }, () => 'unknown'),
          ),
        )
      document.setIn([...marks, at], change.to)
      return
    }
    case 'addSkill': {
      const domain = sources.skills.find(({ value }) => value.slug === change.skill)?.value.domain
      const row = flow(document, change.to)
      const group = groups(document).findIndex((each) => each.domain === domain)
      if (group >= 0) document.setIn(['requirements', group, 'skills', change.skill], row)
      else document.addIn(['requirements'], document.createNode({ domain, skills: { [change.skill]: row } }))
      return
    }
    case 'removeSkill': {
      const all = groups(document)
      const group = all.findIndex((each) => each.skills.includes(change.skill))
      const found = all[group]
      if (!found) return
      if (found.skills.length > 1) {
        document.deleteIn(['requirements', group, 'skills', change.skill])
        return
      }
      document.deleteIn(['requirements', group])
      const keys: unknown = document.getIn(['keyDomains'])
      if (isSeq(keys)) keys.items = keys.items.filter((item) => !isScalar(item) || item.value !== found.domain)
      return
    }
    case 'statement':
      setText(document, ['statements', change.proficiency], change)
      return
    case 'focus':
    case 'stack':
      setText(document, ['levels', levelOf(document, change.level), change.kind], change)
      return
    case 'description':
      setText(document, ['description'], change)
      return
    case 'alias':
      if (document.hasIn(['aliases'])) document.addIn(['aliases'], change.to)
      else document.setIn(['aliases'], flow(document, [change.to]))
      return
  }
}

type Path = readonly (string | number)[]

function setText(
  document: Document,
  path: Path,
  { locale, to }: { readonly locale: string; readonly to: string },
): void {
  const now: unknown = document.getIn(path, true)
  if (isMap(now)) document.setIn([...path, locale], to)
  else if (locale === 'en') document.setIn(path, to)
  else document.setIn(path, document.createNode({ en: isScalar(now) ? now.value : '', [locale]: to }))
}

/** Where a row stands, and which of its cells is that of a level. */
function placeOf(document: Document, { level, skill }: { readonly level: string; readonly skill: string }) {
  const group = groups(document).findIndex((each) => each.skills.includes(skill))
  const levels: unknown = document.getIn(['levels'])
  return {
    row: ['requirements', group, 'skills', skill],
    at: levelOf(document, level),
    levels: isSeq(levels) ? levels.items.length : 0,
  }
}

function levelOf(document: Document, slug: string): number {
  const levels: unknown = document.getIn(['levels'])
  return isSeq(levels) ? levels.items.findIndex((item) => isMap(item) && item.get('slug') === slug) : -1
}

function groups(document: Document): readonly { readonly domain: unknown; readonly skills: readonly string[] }[] {
  const all: unknown = document.getIn(['requirements'])
  if (!isSeq(all)) return []
  return all.items.map((group) => {
    const skills: unknown = isMap(group) ? group.get('skills') : undefined
    return {
      domain: isMap(group) ? group.get('domain') : undefined,
      skills: isMap(skills) ? skills.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [],
    }
  })
}

function flow(document: Document, values: readonly string[]) {
  return document.createNode(values, { flow: true })
}

/** Written anew, a line may differ in the blanks inside its brackets alone: then it stays as it was. */
function asItWas(text: string, before: string): string {
  const bare = (line: string): string => line.replaceAll(/([[{]) +/gu, '$1').replaceAll(/ +([\]}])/gu, '$1')
  const known = new Map(before.split('\n').map((line) => [bare(line), line]))
  return text
    .split('\n')
    .map((line) => known.get(bare(line)) ?? line)
    .join('\n')
}
