import { MAX_LENGTHS, PROFICIENCIES } from '../catalog/index.ts'
import { MAX_STEPS, MIN_STEPS } from '../catalog/scale.ts'
import { LanguageTag, MAX_LEVELS } from '../catalog/schema.ts'
import { createFindings, type Draft, type DraftSkill } from './draft.ts'
import { levelShare } from './level-rule.ts'
import { keyOf, oneLine } from './table.ts'

/** What a new ladder begins with. */
export interface NewLadder {
  readonly name: string
  /** The one that texts are in first. */
  readonly languages: readonly string[]
  readonly role: string
  /** Lowest first. */
  readonly levels: readonly string[]
  /** Lowest first. */
  readonly scale: readonly string[]
  readonly skills: readonly { readonly name: string; readonly domain: string | null }[]
  /** The level rule; null for the share that `suggestedShare` gives. */
  readonly rule: NewLevelRule | null
}

/** A rule of `ladder.yaml`. The core of a new role is its first domain, or its first skill if that has no domain. */
export type NewLevelRule = 'core-and-breadth' | 'all-core' | 'points' | { readonly share: number }

/** An answer of a person for one part of a new ladder, or what is wrong with it and what would be right. */
export type ParsedAnswer<T> = { readonly value: T } | { readonly problem: string }

const STEPS = PROFICIENCIES.map((slug) => slug.charAt(0).toUpperCase() + slug.slice(1))

export const NEW_LADDER: NewLadder = {
  name: 'Our ladder',
  languages: ['en', 'es'],
  role: 'Engineer',
  levels: ['Junior', 'Middle', 'Senior'],
  scale: STEPS,
  skills: [
    { name: 'Delivery', domain: 'Craft' },
    { name: 'Feedback', domain: 'Craft' },
  ],
  rule: null,
}

/** The lowest share of its skills that a level can take. */
const LEAST_SHARE = 0.01

const items = (text: string): readonly string[] =>
  text
    .split(',')
    .map(oneLine)
    .filter((item) => item !== '')

const name =
  (max: number, what: string) =>
  (text: string): ParsedAnswer<string> => {
    const value = oneLine(text)
    if (value === '') return { problem: `${what} needs a name` }
    return value.length > max ? { problem: `${what} has at most ${max} characters, not ${value.length}` } : { value }
  }

interface ListLimits {
  readonly what: string
  readonly min: number
  readonly max: number
  readonly length: number
}

const list =
  ({ what, min, max, length }: ListLimits) =>
  (text: string): ParsedAnswer<readonly string[]> => {
    const value = items(text)
    const long = value.find((item) => item.length > length)
    const repeated = value.find((item, index) => value.findIndex((other) => keyOf(other) === keyOf(item)) < index)
    if (value.length < min || value.length > max) {
      return { problem: `there must be ${min} to ${max} ${what}, separated by commas, not ${value.length}` }
    }
    if (long !== undefined) return { problem: `"${long}" has more than ${length} characters` }
    return repeated === undefined ? { value } : { problem: `"${repeated}" appears twice` }
  }

const languages = (text: string): ParsedAnswer<readonly string[]> => {
  const value = items(text)
  const wrong = value.find((item) => !LanguageTag.safeParse(item).success)
  if (value.length === 0) return { problem: 'a ladder needs a language, such as en' }
  if (new Set(value).size < value.length) return { problem: 'a language appears twice' }
  return wrong === undefined ? { value } : { problem: `"${wrong}" must be a language tag such as en, de or pt-BR` }
}

/** `Craft: Delivery, Feedback; People: Mentoring`. Skills without a domain stand alone. */
const skills = (text: string): ParsedAnswer<NewLadder['skills']> => {
  const value = text.split(';').flatMap((group) => {
    const colon = group.indexOf(':')
    const domain = colon < 0 ? null : oneLine(group.slice(0, colon)) || null
    return items(group.slice(colon + 1)).map((skill) => ({ name: skill, domain }))
  })
  const named = list({ what: 'skills', min: 1, max: 200, length: MAX_LENGTHS.name })(
    value.map((skill) => skill.name).join(),
  )
  if ('problem' in named) return named
  const long = value.find(({ domain }) => (domain ?? '').length > MAX_LENGTHS.name)
  return long ? { problem: `"${long.domain}" has more than ${MAX_LENGTHS.name} characters` } : { value }
}

/** `80%`, or the name of another rule. */
const rule = (text: string): ParsedAnswer<NewLevelRule> => {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '-')
  if (word === 'core-and-breadth' || word === 'all-core' || word === 'points') return { value: word }
  const percent = /^(\d{1,3})-?%$/u.exec(word)?.[1]
  const share = Number(percent) / 100
  if (share >= LEAST_SHARE && share <= 1) return { value: { share } }
  return { problem: `"${oneLine(text)}" must be a share from 1% to 100%, core-and-breadth, all-core or points` }
}

/** Reads each part of a new ladder from a text. */
export const NEW_LADDER_PARSERS: {
  readonly [Part in keyof NewLadder]: (text: string) => ParsedAnswer<NonNullable<NewLadder[Part]>>
} = {
  name: name(MAX_LENGTHS.name, 'the ladder'),
  languages,
  role: name(MAX_LENGTHS.name, 'the role'),
  levels: list({ what: 'levels', min: 1, max: MAX_LEVELS, length: 40 }),
  scale: list({ what: 'steps', min: MIN_STEPS, max: MAX_STEPS, length: MAX_LENGTHS.step }),
  skills,
  rule,
}

/** What a person at each step of the default scale can be seen doing, of the skills that are suggested. */
const STATEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Delivery',
    [
      'Finishes small tasks with help.',
      'Delivers a whole feature alone.',
      'Splits a project into steps that others deliver.',
    ],
  ],
  ['Feedback', ['Asks for feedback.', 'Gives feedback that people act on.', 'Shows others how to give feedback.']],
])

/** A small ladder to edit: each level expects a little more of each skill. */
export function newDraft(ladder: NewLadder, file: string): Draft {
  const place = { file, line: 1, column: 1 }
  const { levels, scale, role } = ladder
  const isDefaultScale = scale.join() === STEPS.join()
  const skillOf = ({ name: skill, domain }: NewLadder['skills'][number]): DraftSkill => {
    const own = isDefaultScale && ladder.languages[0] === 'en' ? STATEMENTS.get(skill) : undefined
    return { name: skill, domain, statements: scale.map((_, index) => own?.[index] ?? null), place }
  }
  const rows = ladder.skills.map(({ name: skill }, index) => {
    // Every second skill begins a level later, so that levels differ in more than one way.
    const start = levels.length > 1 ? index % 2 : 0
    const cells = levels.map((_, level) =>
      level < start ? 0 : Math.floor(((level - start) * scale.length) / levels.length) + 1,
    )
    return { skill, cells, place }
  })
  const { rule: levelRule } = ladder
  const hasCore = levelRule === 'core-and-breadth' || levelRule === 'all-core'
  const points = levelRule === 'points' ? pointsFor(rows, levels.length, scale.length) : undefined
  const [first] = ladder.skills
  return {
    name: ladder.name,
    languages: ladder.languages,
    scale: scale.map((step) => ({ name: step })),
    ...(points ? { points: points.rule } : levelRule !== null && levelRule !== 'points' && { levelRule }),
    skills: ladder.skills.map(skillOf),
    roles: [
      {
        name: role,
        family: ladder.name,
        ...(hasCore && first && { core: first.domain === null ? { skill: first.name } : { domain: first.domain } }),
        levels: levels.map((level, index) => ({ name: level, ...(points && { points: points.totals[index] ?? 0 }) })),
        rows: points && !points.isAsExpected ? rows.map((row) => ({ ...row, cells: [] })) : rows,
        place,
      },
    ],
  }
}

/**
 * The points that levels take: what each expects, if that rises from level to level. Otherwise there are more levels than differences
 * between them: then the levels share out evenly what all skills bring, and expect nothing of their own.
 */
function pointsFor(
  rows: readonly { readonly cells: readonly number[] }[],
  levels: number,
  steps: number,
): { readonly rule: { steps?: number[] }; readonly totals: readonly number[]; readonly isAsExpected: boolean } {
  const expected = Array.from({ length: levels }, (_, level) =>
    rows.reduce((sum, { cells }) => sum + (cells[level] ?? 0), 0),
  )
  if (expected.every((total, level) => total > (expected[level - 1] ?? 0))) {
    return { rule: {}, totals: expected, isAsExpected: true }
  }
  const most = rows.length * steps
  const worth = Math.ceil(levels / most)
  return {
    rule: { steps: Array.from({ length: steps }, (_, step) => worth * (step + 1)) },
    totals: expected.map((_, level) => Math.ceil((worth * most * (level + 1)) / levels)),
    isAsExpected: false,
  }
}

/** The share of its skills that a level of a new ladder should take, as a person types it: `80%`. */
export function suggestedShare(ladder: Omit<NewLadder, 'rule'>): string {
  const { share } = levelShare(newDraft({ ...ladder, rule: null }, ''), createFindings())
  return `${Math.round(100 * share)}%`
}
