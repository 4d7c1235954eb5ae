import { MAX_LENGTHS } from '../catalog/index.ts'
import { groupBy } from './build-draft.ts'
import type { Draft, Findings, Place } from './draft.ts'
import { type Block, blocksOf, markdownTables, plainMarkdown } from './markdown.ts'
import { shortened } from './names.ts'
import { readStatement } from './statement-text.ts'
import { keyOf, oneLine, titleOfFile } from './table.ts'
import { draftOfTopics, type TopicCell } from './topics.ts'

// Markdown pages that say in headings, paragraphs and lists what each level of a role expects, by topic or in one text.

interface Page {
  readonly file: string
  readonly text: string
}

/** A heading, or a name in bold before a text, with what stands under it. */
interface Section {
  readonly name: string
  readonly depth: number
  readonly place: Place
  /** Its own text, lines and bullets. */
  readonly lines: string[]
  readonly children: Section[]
}

/** A text of a level: of a topic, or of the level itself. */
interface Passage {
  readonly level: string
  readonly topic: string | null
  readonly domain: string | null
  readonly text: string
  readonly place: Place
}

interface ProseRole {
  readonly name: string
  readonly description: string
  readonly passages: readonly Passage[]
  /** Headings that are no levels. */
  readonly others: readonly Section[]
  readonly place: Place
}

/** The topic of a ladder whose levels have none. */
const SINGLE_TOPIC = 'Expectations'

/** Depth of a name in bold, below every heading. */
const BOLD_DEPTH = 7

const BOLD = /^(?:\*\*|__)([^*_]{1,60}?)\s*[:.–-]?\s*(?:\*\*|__)\s*[:–-]?\s*(.*)$/u

const LEVEL =
  /\d|\b(?:i{1,3}|iv|v|vi|junior|jr|mid|middle|senior|sr|lead|staff|principal|associate|intern|apprentice|trainee|graduate|entry|director|head|chief|fellow|distinguished|assistant|expert|partner)\b/iu

const looksLikeLevel = ({ name }: Section): boolean => LEVEL.test(name)

/** Whether the pages are prose: no tables, and headings that are levels. */
export function hasProse(pages: readonly Page[]): boolean {
  const prose = pages.filter(({ file, text }) => markdownTables(file, text).length === 0)
  return prose.flatMap((page) => roleOf(page) ?? []).length > 0 || rolesOfPages(prose).length > 0
}

/** Builds a ladder of such pages. */
export function draftOfProse(
  pages: readonly Page[],
  { name, family }: { readonly name: string; readonly family: string },
  findings: Findings,
): Draft {
  const roles = pages.flatMap((page) => roleOf(page) ?? [])
  const all = roles.length > 0 ? roles : rolesOfPages(pages)
  const draft = draftOfTopics(
    all.flatMap((role) => cellsOf(role, family, findings)),
    { name, family },
    findings,
  )
  return {
    ...draft,
    roles: draft.roles.map((role) => {
      const own = all.find((each) => keyOf(each.name) === keyOf(role.name))
      const focusOf = (level: string): string => (own && hasTopics(own) ? textOfLevel(own, keyOf(level)) : '')
      const levels = role.levels.map((level) => {
        const focus = oneLine(focusOf(level.name).replaceAll(/^- /gmu, ''))
        return focus === '' ? level : { ...level, focus: shortened(focus, MAX_LENGTHS.focus) }
      })
      return { ...role, levels, ...(own && own.description !== '' && { description: own.description }) }
    }),
  }
}

const hasTopics = ({ passages }: ProseRole): boolean => passages.some(({ topic }) => topic !== null)

const textOfLevel = ({ passages }: ProseRole, level: string): string =>
  passages
    .filter((each) => each.topic === null && keyOf(each.level) === level)
    .map(({ text }) => text)
    .join('\n')

function cellsOf(role: ProseRole, family: string, findings: Findings): TopicCell[] {
  const withTopics = hasTopics(role)
  if (!withTopics) {
    findings.choose(`the levels of ${role.name} have no topics, so their texts are one skill, "${SINGLE_TOPIC}"`)
  }
  for (const { name, place } of role.others)
    findings.guess(place, `"${name}" is not a level of ${role.name} and is left out`)
  return role.passages
    .filter(({ topic, text }) => text !== '' && (!withTopics || topic !== null))
    .map(
      ({ level, topic, domain, text, place }): TopicCell => ({
        role: role.name,
        family,
        level,
        topic: topic ?? SINGLE_TOPIC,
        domain,
        statement: readStatement(text, place, findings),
        place,
      }),
    )
}

/** A page that is a role; undefined if its headings are no levels. */
function roleOf(page: Page): ProseRole | undefined {
  const { root, title } = treeOf(page)
  const levels = root.children.filter(({ depth }) => depth < BOLD_DEPTH)
  const role = { name: title, place: root.place, description: descriptionOf(root) }
  const parts = levels.filter(({ children, lines }) => children.length > 0 || lines.length > 0)
  if (parts.length < 2) return undefined
  const below = parts.flatMap(({ children }) => children.flatMap(leaves))
  const shareOf = (sections: readonly Section[]): number =>
    sections.filter(looksLikeLevel).length / Math.max(1, sections.length)
  const alike = parts.filter((part) =>
    topicsIn(part).some((topic) => parts.some((other) => other !== part && topicsIn(other).includes(topic))),
  )
  const levelShare = alike.length > 1 ? shareOf(alike) : shareOf(parts)
  if (levelShare > 0.5 && levelShare >= shareOf(below)) {
    const topics = new Set(parts.filter(looksLikeLevel).flatMap(topicsIn))
    const isLevel = (part: Section): boolean =>
      looksLikeLevel(part) || topicsIn(part).some((topic) => topics.has(topic))
    return {
      ...role,
      passages: parts.filter(isLevel).flatMap((level) => passagesOf(level, level.name)),
      others: parts.filter((part) => !isLevel(part)),
    }
  }
  // The other way round: a heading for each topic, and the levels under it.
  if (below.length === 0 || shareOf(below) <= 0.5) return undefined
  const levelNames = new Set(below.filter(looksLikeLevel).map(({ name }) => keyOf(name)))
  const isOther = (part: Section): boolean => topicsIn(part).every((name) => !levelNames.has(name))
  const passages = parts
    .filter((part) => !isOther(part))
    .flatMap((topic) =>
      topic.children.flatMap(leaves).map((level) => ({
        level: level.name,
        topic: topic.name,
        domain: null,
        text: textOf(level),
        place: level.place,
      })),
    )
  return { ...role, passages, others: parts.filter(isOther) }
}

/** The names of what is below a section. */
const topicsIn = ({ children }: Section): string[] => children.flatMap(leaves).map(({ name }) => keyOf(name))

/** Pages that are levels, with the same topics: "IC1 Engineer" and "IC2 Engineer" are levels of one role. */
function rolesOfPages(pages: readonly Page[]): ProseRole[] {
  const trees = pages.map(treeOf).filter(({ title, root }) => LEVEL.test(title) && root.children.length > 0)
  const topics = trees.flatMap(({ root }) => root.children.flatMap(leaves).map(({ name }) => keyOf(name)))
  const shared = topics.filter((topic, index) => topics.indexOf(topic) < index)
  if (trees.length < 2 || shared.length * 2 < topics.length / trees.length) return []
  return groupBy(trees, ({ title }) => keyOf(roleInTitle(title))).flatMap((own): ProseRole[] => {
    const [first] = own
    if (!first || own.length < 2) return []
    const passages = own
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }))
      .flatMap(({ title, root }) => passagesOf(root, title))
    return [{ name: roleInTitle(first.title), description: '', passages, others: [], place: first.root.place }]
  })
}

/** "IC3 Software Engineer" without what tells its level. */
function roleInTitle(title: string): string {
  const words = title.split(/[\s:,–-]+/u).filter((word) => !LEVEL.test(word) && word !== 'level')
  return words.join(' ') || title
}

/** The text of a level, and of each topic in it. */
function passagesOf(level: Section, name: string): Passage[] {
  const own = { level: name, topic: null, domain: null, text: level.lines.join('\n'), place: level.place }
  const below = (section: Section, domain: string | null): Passage[] =>
    isTopic(section)
      ? [{ level: name, topic: section.name, domain, text: textOf(section), place: section.place }]
      : section.children.flatMap((child) => below(child, section.name))
  return [own, ...level.children.flatMap((child) => below(child, null))]
}

/** Whether nothing under a section is a topic of its own. Names in bold within a text are part of it. */
const isTopic = ({ children, lines }: Section): boolean =>
  lines.length > 0 || children.length === 0 || children.some(({ depth }) => depth === BOLD_DEPTH)
    ? !children.some(({ depth }) => depth < BOLD_DEPTH)
    : false

const leaves = (section: Section): Section[] => (isTopic(section) ? [section] : section.children.flatMap(leaves))

/** The text of a section with all that is below it. */
function textOf({ lines, children }: Section): string {
  return [...lines, ...children.map((child) => `- ${child.name}: ${oneLine(textOf(child))}`)].join('\n')
}

function descriptionOf({ lines }: Section): string {
  return lines.find((line) => !line.startsWith('- ')) ?? ''
}

/** The headings of a page as a tree. The only heading of the highest depth is the title. */
function treeOf({ file, text }: Page): { readonly root: Section; readonly title: string } {
  const place = { file, line: 1, column: 1 }
  const blocks = joined(blocksOf(text.replace(/^\ufeff?---\r?\n[\s\S]*?\r?\n---(?=\r?\n)/u, keepLines)))
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const top = Math.min(...headings.map(({ depth }) => depth))
  const titles = headings.filter(({ depth }) => depth === top)
  const isTitled = titles.length === 1 && headings[0] === titles[0]
  const title = isTitled ? plainMarkdown(titles[0]?.text ?? '') : titleOfFile(file)
  const root: Section = { name: title, depth: 0, place, lines: [], children: [] }
  const path = [root]
  const open = (name: string, depth: number, line: number): Section => {
    while ((path.at(-1)?.depth ?? 0) >= depth) path.pop()
    const section: Section = { name, depth, place: { file, line, column: 1 }, lines: [], children: [] }
    path.at(-1)?.children.push(section)
    path.push(section)
    return section
  }
  for (const block of blocks) {
    const { kind, depth, line } = block
    if (kind === 'heading') {
      if (!(isTitled && depth === top)) open(plainMarkdown(block.text), depth, line)
      continue
    }
    const [, name, rest] = BOLD.exec(block.text) ?? []
    if (name !== undefined && rest !== undefined && path.length > 1) {
      const section = open(plainMarkdown(name), BOLD_DEPTH, line)
      if (rest !== '') section.lines.push(plainMarkdown(rest))
    } else {
      path.at(-1)?.lines.push(`${kind === 'item' ? '- ' : ''}${plainMarkdown(block.text)}`)
    }
  }
  return { root, title }
}

const keepLines = (text: string): string => text.replaceAll(/[^\n]/gu, '')

/** Lines of one paragraph, or of one list item, as one. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const all: Block[] = []
  let last = 0
  for (const block of blocks) {
    const before = all.at(-1)
    const isNext = block.kind === 'paragraph' && before && before.kind !== 'heading' && block.line === last + 1
    if (isNext) all[all.length - 1] = { ...before, text: `${before.text} ${block.text}` }
    else all.push(block)
    last = block.line
  }
  return all
}
