import { groupBy, NOWHERE } from './build-draft.ts'
import type { Draft, DraftLevel, DraftRole, DraftRow, DraftSkill, DraftStatement, Findings, Place } from './draft.ts'
import { type Block, blocksOf, plainMarkdown } from './markdown.ts'
import { slugOf } from './names.ts'
import { keyOf, oneLine, titleOfFile } from './table.ts'

// Markdown pages with axes that have named steps of their own, and pages that give each level of a role a step of every axis.

interface Page {
  readonly file: string
  readonly text: string
}

/** `**Adopts**: learns the technology`, as a list item or as one of several. */
const NAMED_TEXT = /^(?:\*\*|__)(.+?)(?:\*\*|__)\s*[:–-]?\s*(.*)$/u

interface NamedText {
  readonly name: string
  readonly text: string
  readonly place: Place
}

interface Section {
  readonly heading: Block | undefined
  readonly items: readonly NamedText[]
  readonly isOrdered: boolean
}

/** Whether the pages have axes: at least two headings, each over a numbered list of named steps. */
export const hasAxes = (pages: readonly Page[]): boolean => pages.flatMap(axesOf).length > 1

function sectionsOf({ file, text }: Page): readonly Section[] {
  const sections: { heading: Block | undefined; items: NamedText[]; isOrdered: boolean }[] = []
  for (const block of blocksOf(text)) {
    if (block.kind === 'heading') sections.push({ heading: block, items: [], isOrdered: false })
    const section = sections.at(-1)
    const [, name, rest] = NAMED_TEXT.exec(block.text) ?? []
    if (block.kind !== 'item' || !section || name === undefined) continue
    if (name.startsWith('[')) continue
    section.isOrdered ||= block.isOrdered
    section.items.push({
      name: plainMarkdown(name),
      text: plainMarkdown(rest ?? ''),
      place: { file, line: block.line, column: 1 },
    })
  }
  return sections
}

const axesOf = (page: Page): readonly Section[] =>
  sectionsOf(page).filter(({ items, isOrdered }) => isOrdered && items.length > 1)

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Builds a ladder of axes and of the roles whose levels stand on them. */
export function draftOfAxes(
  pages: readonly Page[],
  { name, family }: { readonly name: string | null; readonly family: string },
  findings: Findings,
): Draft {
  const skills = pages.flatMap(axesOf).map(
    ({ heading, items }): DraftSkill => ({
      name: plainMarkdown(heading?.text ?? ''),
      domain: null,
      scale: items.map((item) => ({ name: item.name })),
      statements: items.map(({ text }) => (text === '' ? null : sentence(text))),
      place: items[0]?.place ?? NOWHERE,
    }),
  )
  const roles = pages
    .filter((page) => axesOf(page).length === 0)
    .flatMap((page) => roleOf(page, skills, family, findings))
  if (roles.length === 0) {
    findings.problem(skills[0]?.place ?? NOWHERE, 'there are axes, but no page has levels with a step on each axis')
  }
  return { name, skills, roles }
}

interface LevelOnAxes {
  readonly level: DraftLevel
  readonly ranks: ReadonlyMap<string, { readonly rank: number; readonly text: string }>
}

function roleOf(page: Page, skills: readonly DraftSkill[], family: string, findings: Findings): DraftRole[] {
  const blocks = blocksOf(page.text)
  const place = { file: page.file, line: 1, column: 1 }
  const isLevel = ({ items, isOrdered, heading }: Section): boolean =>
    !isOrdered && heading !== undefined && items.length > 0 && items.some(({ name }) => axisOf(name, skills).length > 0)
  const levels = sectionsOf(page)
    .filter(isLevel)
    .map((section) => levelOf(section, skills, findings))
  if (levels.length === 0) return []
  const title = blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1)
  const intro = blocks.find(({ kind, line }) => kind === 'paragraph' && line > (title?.line ?? 0))
  const rows = skills.flatMap((skill): DraftRow[] => {
    const steps = levels.map(({ ranks }) => ranks.get(keyOf(skill.name)))
    if (steps.every((step) => step === undefined)) return []
    // A role may say more of a step than the axis does.
    const criteria = steps.map((step): DraftStatement | null => {
      const text = sentence(step?.text ?? '')
      return step === undefined || text === '' || text === skill.statements[step.rank - 1] ? null : text
    })
    const cells = steps.map((step) => step?.rank ?? 0)
    return [{ skill: skill.name, cells, ...(criteria.some((each) => each !== null) && { criteria }), place }]
  })
  const name = title ? plainMarkdown(title.text) : titleOfFile(page.file)
  const description = intro ? { description: oneLine(plainMarkdown(intro.text)) } : {}
  return [{ name, family, ...description, levels: levels.map(({ level }) => level), rows, place }]
}

/** The axes that have a step of this name. */
const axisOf = (name: string, skills: readonly DraftSkill[]): readonly DraftSkill[] =>
  skills.filter(({ scale = [] }) => scale.some((step) => keyOf(step.name) === keyOf(name)))

function levelOf({ heading, items }: Section, skills: readonly DraftSkill[], findings: Findings): LevelOnAxes {
  const ranks = new Map<string, { rank: number; text: string }>()
  for (const [index, { name, text, place }] of items.entries()) {
    const axes = axisOf(name, skills)
    // A name that several axes have is the one of the axis at this position.
    const axis = axes.length > 1 ? (axes.find((each) => each === skills[index]) ?? axes[0]) : axes[0]
    if (!axis) {
      findings.problem(
        place,
        `"${name}" is not a step of any axis; the axes are ${skills.map((skill) => skill.name).join(', ')}`,
      )
      continue
    }
    if (ranks.has(keyOf(axis.name))) findings.problem(place, `"${axis.name}" appears twice at this level`)
    const rank = (axis.scale ?? []).findIndex((step) => keyOf(step.name) === keyOf(name)) + 1
    ranks.set(keyOf(axis.name), { rank, text })
  }
  return { level: levelName(plainMarkdown(heading?.text ?? '')), ranks }
}

/** "D1 - Developer 1" is the level "Developer 1" with the head D1. */
function levelName(heading: string): DraftLevel {
  const [, short, name] = /^(\S{1,8})\s+[-–—:]\s+(.+)$/u.exec(heading) ?? []
  return short === undefined || name === undefined
    ? { name: heading }
    : { name, short, slug: slugOf(short, 16, 'level') }
}

/** Axes that two pages name are reported. */
export function checkAxes({ skills }: Draft, findings: Findings): void {
  for (const [first, second] of groupBy(skills, ({ name }) => keyOf(name))) {
    if (first && second) findings.problem(second.place, `the axis "${first.name}" appears twice`)
  }
}
