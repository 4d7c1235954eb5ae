import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { keepLineEndings } from '../text-format.ts'

/** Edits a YAML text. Comments, order and line endings stay, and so does every line that the edit does not change. */
export function editYaml(text: string, edit: (document: Document) => void): string {
  const before = text.replaceAll('\r\n', '\n')
  const document = parseDocument(before)
  edit(document)
  const after = document.toString({ lineWidth: 0, flowCollectionPadding: false })
  return keepLineEndings(keepBracketPadding(after, before), text)
}

/** Restores lines that the YAML writer changed only in the blanks inside brackets. */
function keepBracketPadding(text: string, before: string): string {
  const unpadded = (line: string): string => line.replaceAll(/([[{]) +/gu, '$1').replaceAll(/ +([\]}])/gu, '$1')
  const originals = new Map(before.split('\n').map((line) => [unpadded(line), line]))
  return text
    .split('\n')
    .map((line) => originals.get(unpadded(line)) ?? line)
    .join('\n')
}

type Path = readonly (string | number)[]

/** Sets a text in one language. A plain string is in the first one; it becomes a mapping when another language is added. */
export function setText(
  document: Document,
  path: Path,
  { locale, to }: { readonly locale: string; readonly to: string },
  first: string,
): void {
  const current: unknown = document.getIn(path, true)
  if (isMap(current)) document.setIn([...path, locale], to)
  else if (locale === first) document.setIn(path, to)
  else document.setIn(path, document.createNode({ ...(isScalar(current) && { [first]: current.value }), [locale]: to }))
}

/** The path of a skill's row in a role file, the index of a level in it, and how many levels there are. */
export function findCell(document: Document, { level, skill }: { readonly level: string; readonly skill: string }) {
  const group = requirementGroups(document).findIndex(({ skills }) => skills.includes(skill))
  const levels: unknown = document.getIn(['levels'])
  return {
    row: ['requirements', group, 'skills', skill],
    level: findLevel(document, level),
    levels: isSeq(levels) ? levels.items.length : 0,
  }
}

/** The index of a level in a role file; -1 if it has no such level. */
export function findLevel(document: Document, slug: string): number {
  const levels: unknown = document.getIn(['levels'])
  return isSeq(levels) ? levels.items.findIndex((item) => isMap(item) && item.get('slug') === slug) : -1
}

/** The domains of a role file with the slugs of their skills. */
export function requirementGroups(
  document: Document,
): readonly { readonly domain: unknown; readonly skills: readonly string[] }[] {
  const groups: unknown = document.getIn(['requirements'])
  if (!isSeq(groups)) return []
  return groups.items.map((group) => {
    const skills: unknown = isMap(group) ? group.get('skills') : undefined
    return {
      domain: isMap(group) ? group.get('domain') : undefined,
      skills: isMap(skills) ? skills.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [],
    }
  })
}

/** A list on one line: `[a, b]`. */
export function flowList(document: Document, values: readonly string[]) {
  return document.createNode(values, { flow: true })
}
