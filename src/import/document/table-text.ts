import { LanguageTag, type TextInFile } from '../../catalog/schema.ts'

// How values of a document stand in the cells of a table.

/** A list in a cell: `k8s, kube, "C, C++"`. */
export function listText(items: readonly string[] = []): string {
  return items.map((item) => (/^"|,/u.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join(', ')
}

/** The items of a list in a cell. */
export function parseList(text: string): readonly string[] {
  const items = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(?:,|$)/gu)]
  return items
    .map(([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare.trim())
    .filter((item) => item !== '')
}

/** The head of a column with a text in a language: `name`, or `name (es)` if there are several languages. */
export function languageHead(name: string, language: string, languages: readonly string[]): string {
  return languages.length > 1 ? `${name} (${language})` : name
}

/** The language in a head such as `name (es)`; null for `name` alone, undefined for another column. */
export function languageIn(head: string, name: string): string | null | undefined {
  if (head.toLowerCase() === name) return null
  const language = head.toLowerCase().startsWith(`${name} (`) ? head.slice(name.length).trim().slice(1, -1) : ''
  return LanguageTag.safeParse(language).success ? language : undefined
}

/** A text in a language; empty if it has none. A plain text is in the first. */
export function textIn(text: TextInFile | undefined, language: string, first: string): string {
  if (text === undefined || typeof text === 'string') return language === first ? (text ?? '') : ''
  return text[language] ?? ''
}

/** A formula, if a spreadsheet reads the text from a CSV file. */
const FORMULA = /^'*[=+\-@\t\r]/u

/** A text as a spreadsheet takes it from a CSV file for a text: with an apostrophe before what would be a formula. */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The text that `withoutFormula` wrote. */
export const asWritten = (text: string): string => (/^'/u.test(text) && FORMULA.test(text) ? text.slice(1) : text)
