import { ratingAt, SKIPPED, UNASKED } from './domain-posterior.ts'
import type { Part } from './grade.ts'
import { entry } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import { type PartPosterior, type Posterior, partOf } from './posterior.ts'
import { chanceMet, likelyCells, unaskedGroups } from './skill-groups.ts'

/** A skill of the list, by its index in the role, and P(it is answered and not met at the level on the full questionnaire). */
export interface Gap {
  readonly skill: number
  readonly part: Part
  readonly chance: number
}

/** The gaps at one level. */
export interface GapList {
  /** Answered and not met, the core first. */
  readonly answered: readonly Gap[]
  /** Not asked, and probably not met; the core first, then the most probable. Nothing of a part that was hardly answered. */
  readonly estimated: readonly Gap[]
  /** Every unasked skill of the level in the order to ask: the core, then the most uncertain. */
  readonly open: readonly Gap[]
  /** Expected by the level and skipped, in the role's order. */
  readonly skipped: readonly number[]
}

const PARTS = ['core', 'breadth'] as const

/** The gaps at a level, by its number from 1. */
export function gapList(posterior: Posterior, level: number | undefined): GapList {
  if (level === undefined) return { answered: [], estimated: [], open: [], skipped: [] }
  const isFirst = level === posterior.tables.expectingLevels[0]
  const least = isFirst ? PARAMETERS.firstGapProbability : PARAMETERS.gapProbability
  const lists = PARTS.map((part) => partList(partOf(posterior, part), level - 1, least))
  return {
    answered: lists.flatMap((list) => list.answered),
    estimated: lists.flatMap((list) => list.estimated),
    open: lists.flatMap((list) => list.open),
    skipped: lists.flatMap((list) => list.skipped).toSorted((a, b) => a - b),
  }
}

/** `least` is the probability from which on an unasked skill is listed. */
function partList(posterior: PartPosterior, level: number, least: number): GapList {
  const { tables, ratings, askedCount, skipped } = posterior
  const gap = (skill: number, chance: number): Gap => ({
    skill: entry(tables.skills, skill),
    part: tables.part,
    chance,
  })
  const open = openGaps(posterior, level, gap)
  const isEvident = askedCount - skipped >= PARAMETERS.gapEvidence
  const answered: Gap[] = []
  const skippedSkills: number[] = []
  for (let skill = 0; skill < ratings.length; skill++) {
    const rating = ratingAt(ratings, skill)
    if (rating === UNASKED) continue
    const required = requiredAt(posterior, skill, level)
    if (rating === SKIPPED && required > 0) skippedSkills.push(entry(tables.skills, skill))
    else if (rating >= 0 && rating < required) answered.push(gap(skill, 1))
  }
  return {
    answered,
    estimated: isEvident
      ? open.filter(({ chance }) => chance >= least).toSorted((a, b) => b.chance - a.chance || a.skill - b.skill)
      : [],
    open: open.toSorted((a, b) => Math.abs(a.chance - 0.5) - Math.abs(b.chance - 0.5) || a.skill - b.skill),
    skipped: skippedSkills,
  }
}

const requiredAt = ({ tables }: PartPosterior, skill: number, level: number): number =>
  entry(tables.shapes[entry(tables.shapeOf, skill)]?.required ?? [], level)

function openGaps(
  posterior: PartPosterior,
  level: number,
  gap: (skill: number, chance: number) => Gap,
): readonly Gap[] {
  if (!posterior.ratings.includes(UNASKED)) return []
  const support = likelyCells(posterior)
  return unaskedGroups(posterior, (shape) => shape.required[level]).flatMap((group) => {
    const chance = (1 - posterior.skipShare) * (1 - chanceMet(posterior, group, support))
    return group.skills.map((skill) => gap(skill, chance))
  })
}

/** The expected number of wrong entries: listed ones that are met, and unmet ones that are missing. */
function expectedErrors({ estimated, open }: GapList): number {
  const listed = new Set(estimated.map(({ skill }) => skill))
  return open.reduce((sum, { skill, chance }) => sum + (listed.has(skill) ? 1 - chance : chance), 0)
}

/** Whether the list is good enough: few of its entries are expected to be wrong, and no question about the core is left. */
export function gapsAreSettled(list: GapList): boolean {
  if (list.open.some(({ part }) => part === 'core')) return false
  return expectedErrors(list) <= allowedErrors(list.answered.length + list.estimated.length)
}

const allowedErrors = (length: number): number =>
  Math.max(PARAMETERS.gapErrors.most, PARAMETERS.gapErrors.share * length)

/** About how many more questions until the list is good enough: each removes its own doubt, and listed gaps stay as many. */
export function questionsForGaps(list: GapList): number {
  const listed = new Set(list.estimated.map(({ skill }) => skill))
  const allowed = allowedErrors(list.answered.length + list.estimated.length)
  let errors = expectedErrors(list)
  let count = 0
  for (const { part, skill, chance } of list.open) {
    if (part !== 'core' && errors <= allowed) break
    errors -= listed.has(skill) ? 1 - chance : chance
    count += 1
  }
  return count
}
