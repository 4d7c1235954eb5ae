import { basename } from 'node:path'
import { MAX_STEPS } from '../catalog/scale.ts'
import { checkAxes, draftOfAxes, hasAxes } from './axes.ts'
import { draftOfProficiencies } from './build-draft.ts'
import { checkDocument, documentFiles, readDocument } from './document/index.ts'
import { createFindings, type Draft, type Entry, type Findings, type Place } from './draft.ts'
import { filesOf, headOf } from './files.ts'
import { hasTopics, readTopics } from './front-matter.ts'
import { withTracks } from './level-tracks.ts'
import { withPoints } from './points.ts'
import { draftOfProse, hasProse } from './prose.ts'
import { readTable, type TableContent } from './read-table.ts'
import { isMarkdown, readSources, type SourceFile, tablesOf } from './sources.ts'
import { readStatement } from './statement-text.ts'
import { isBlank, keyOf, type Table, titleOfFile } from './table.ts'
import { draftOfTopics, type TopicCell } from './topics.ts'

/** The kinds of ladders that can be imported, as `--as` takes them. */
export const KINDS = ['csv', 'xlsx', 'json', 'gdad', 'monzo', 'axes', 'markdown-table', 'prose'] as const
export type Kind = (typeof KINDS)[number]

export interface ReadOptions {
  /** The kind; recognized if absent. */
  readonly kind?: Kind | undefined
  /** The name of the ladder. */
  readonly name?: string | undefined
  /** The role of a table that names none. */
  readonly role?: string | undefined
  /** The names of the steps, lowest first. */
  readonly scale?: readonly string[] | undefined
}

export interface ReadLadder {
  /** The files of a ladder folder, by path. */
  readonly files: ReadonlyMap<string, string>
  /** For a file that `cli export` wrote: what it holds is the whole ladder. */
  readonly exported?: { readonly from: string | undefined }
  /** How each file was read, one line each. */
  readonly shapes: readonly string[]
  /** Where the ladder comes from. */
  readonly origin: string
}

/** Reads a ladder from a file or a folder. Undefined if nothing could be read; the findings say why. */
export async function readLadder(
  path: string,
  options: ReadOptions,
  findings: Findings,
): Promise<ReadLadder | undefined> {
  const sources = await readSources(path, findings)
  if (sources.length === 0) return undefined
  const problemsBefore = findings.problems.length
  const exported = await readExported(path, sources, options, findings)
  if (exported || findings.problems.length > problemsBefore) return exported
  const read = await readDraft(path, sources, options, findings)
  return read && { ...read, files: filesOf(read.draft, read.origin, findings) }
}

/** A ladder by names, before it has files. */
type ReadDraft = Omit<ReadLadder, 'files'> & { readonly draft: Draft }

/** Reads a file that `cli export` wrote, which must be alone and says everything itself; undefined for other files. */
async function readExported(
  path: string,
  sources: readonly SourceFile[],
  { kind, name, role, scale }: ReadOptions,
  findings: Findings,
): Promise<ReadLadder | undefined> {
  for (const source of sources) {
    if (kind !== undefined && kind !== kindOfEnding(source)) continue
    const read = await readDocument(source, findings)
    if (!read) continue
    const start = startOf(source.file)
    if (sources.length > 1) findings.problem(start, 'this is a whole ladder that was exported; import this file alone')
    if (name !== undefined || role !== undefined || scale) {
      findings.problem(start, 'this is a whole ladder that was exported; --name, --role and --scale do not apply to it')
    }
    const checked = findings.problems.length > 0 ? undefined : checkDocument(read, findings)
    if (!checked) return undefined
    const origin = basename(path)
    const files = documentFiles(checked, headOf(origin))
    return { files, exported: { from: checked.exportedFrom }, shapes: [`${source.file}: ${read.shape}`], origin }
  }
  if (kind === 'json') findings.problem(startOf(path), 'this is not a ladder that was exported as JSON')
  return undefined
}

const kindOfEnding = ({ ending }: SourceFile): Kind | undefined =>
  KINDS.find((kind) => ending === `.${kind}`) ?? (ending === '.txt' || ending === '.tsv' ? 'csv' : undefined)

async function readDraft(
  path: string,
  sources: readonly SourceFile[],
  options: ReadOptions,
  findings: Findings,
): Promise<ReadDraft | undefined> {
  const kind = options.kind ?? recognized(sources)
  const names = { name: options.name ?? titleOfFile(path), family: options.name ?? titleOfFile(path) }
  const origin = basename(path)
  if (kind === 'monzo') {
    const pages = sources.filter(({ text }) => hasTopics(text))
    const draft = draftOfTopics(
      pages.flatMap(({ file, text }) => readTopics(file, text, findings)),
      names,
      findings,
    )
    if (draft.roles.length === 0) findings.problem(startOf(path), 'no page has topics in its front matter')
    return { draft, shapes: pages.map(({ file }) => `${file}: topics with criteria for each level`), origin }
  }
  if (kind === 'axes') {
    const pages = sources.filter(isMarkdown)
    const draft = draftOfAxes(pages, names, findings)
    checkAxes(draft, findings)
    return { draft, shapes: [`${path}: axes with steps of their own, and the levels of each role on them`], origin }
  }
  if (kind === 'prose') {
    const pages = sources.filter(isMarkdown)
    const draft = draftOfProse(pages, names, findings)
    if (draft.roles.length === 0) findings.problem(startOf(path), 'no page has headings for two levels or more')
    return { draft, shapes: [`${path}: a text for each level and topic, under headings`], origin }
  }
  return readTables(
    path,
    sources.filter((source) => isOfKind(source, kind)),
    options,
    findings,
  )
}

const startOf = (file: string): Place => ({ file, line: 1, column: 1 })

/** The kind of the files: Markdown with topics, with axes or with prose; undefined for tables. */
function recognized(sources: readonly SourceFile[]): Kind | undefined {
  if (sources.some(({ text }) => hasTopics(text))) return 'monzo'
  const pages = sources.filter(isMarkdown)
  if (hasAxes(pages)) return 'axes'
  return pages.length === sources.length && hasProse(pages) ? 'prose' : undefined
}

function isOfKind(source: SourceFile, kind: Kind | undefined): boolean {
  if (kind === undefined) return true
  if (kind === 'markdown-table') return isMarkdown(source)
  return kind === 'xlsx' ? source.ending === '.xlsx' : !isMarkdown(source) && source.ending !== '.xlsx'
}

async function readTables(
  path: string,
  sources: readonly SourceFile[],
  options: ReadOptions,
  findings: Findings,
): Promise<ReadDraft | undefined> {
  const tables = (await Promise.all(sources.map((source) => tablesOf(source, findings)))).flat()
  const contents = contentsOf(tables, options, findings)
  const entries = contents.flatMap(({ content }) => content.entries)
  const texts = contents.flatMap(({ content }) => content.texts)
  const start = { file: sources[0]?.file ?? path, line: 1, column: 1 }
  if (entries.length === 0) {
    const message =
      'no table says what a level expects: a row for each skill and a column for each level, or a row for each'
    if (findings.problems.length === 0) findings.problem(start, message)
    return undefined
  }
  const columns = contents.flatMap(({ content }) => content.steps ?? [])
  const legends = contents.flatMap(({ content: { legend } }) => legend ?? [])
  const legend = legends.flatMap((each) => (each.kind === 'steps' ? each.steps : []))
  const name = options.name ?? titleOfFile(path)
  const draft =
    !options.scale && areTexts(entries)
      ? draftOfTopics(topicCells(entries, findings), { name, family: name }, findings)
      : draftOfProficiencies(entries, texts, { name, family: name, scale: options.scale, columns, legend }, findings)
  const shapes = contents.map(({ table, content }) => `${table.file}: ${content.shape}`)
  const points = legends.flatMap((each) => (each.kind === 'points' ? [each] : []))
  return { draft: withTracks(withPoints(draft, points, findings), findings), shapes, origin: basename(path) }
}

/** Longer values are texts, not proficiencies. */
const LONGEST_STEP = 30

/** So many of the values must differ for them to be short texts. */
const TEXT_SHARE = 0.75

/** Whether most values are texts: long ones, or more different ones than a scale has steps, and hardly any of them twice. */
function areTexts(entries: readonly Entry[]): boolean {
  const values = entries.map(({ value }) => value).filter((value) => !isBlank(value))
  const isMost = (count: number): boolean => count * 2 > values.length
  if (isMost(values.filter((value) => value.length > LONGEST_STEP).length)) return true
  const different = new Set(values.map(keyOf)).size
  return (
    different > MAX_STEPS &&
    different >= TEXT_SHARE * values.length &&
    isMost(values.filter((value) => /\p{L}{3}/u.test(value)).length)
  )
}

function topicCells(entries: readonly Entry[], findings: Findings): readonly TopicCell[] {
  return entries.map(({ skill, value, place, ...rest }) => ({
    ...rest,
    topic: skill,
    statement: isBlank(value) ? '' : readStatement(value, place, findings),
    place,
  }))
}

/** Reads all tables. Those that use steps come first, so that columns with these names are read as steps. */
function contentsOf(
  tables: readonly Table[],
  options: ReadOptions,
  findings: Findings,
): readonly { readonly table: Table; readonly content: TableContent }[] {
  const steps = new Set<string>()
  const isOneOfSeveral = tables.length > 1
  return tables.flatMap((table) => {
    const own = createFindings()
    const content = readTable(table, { role: options.role ?? table.name, steps, isOneOfSeveral }, own)
    const isSheet = table.file.endsWith(']')
    if (!content && isSheet && isOneOfSeveral) {
      const message = `the sheet "${table.name}" has no rows of skills under a head and is left out`
      findings.guess({ file: table.file, line: 1, column: 1 }, message)
      return []
    }
    // How the head of a table of steps or points was read matters to no one.
    if (!content?.legend) for (const each of own.guesses) findings.guess(each, each.message)
    for (const each of own.problems) findings.problem(each, each.message)
    if (!content) return []
    for (const { value } of content.entries) steps.add(value.toLowerCase())
    const isAfterFile = options.role === undefined && table.name === titleOfFile(table.file)
    if (isAfterFile && content.entries.some(({ role }) => role === table.name)) {
      findings.choose(`the role is called "${table.name}", after the file; --role gives it a name`)
    }
    return [{ table, content }]
  })
}
