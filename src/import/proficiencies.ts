import { closestNames } from '../catalog/index.ts'
import { MAX_STEPS, MIN_STEPS } from '../catalog/scale.ts'
import type { DraftStep, Entry, Findings, Place, StepText } from './draft.ts'
import type { LegendStep } from './legend.ts'
import { COMMON_SCALES } from './public-scales.ts'
import { isBlank, keyOf, oneLine } from './table.ts'

// Which scale the proficiencies of a ladder are on: numbers, words of a scale that ladders use, letters, or words of its own.

export interface ReadScale {
  readonly steps: readonly DraftStep[]
  /** Set if people may want to change the scale. */
  readonly comment?: string
  /** The rank of a value from 1, 0 for nothing; undefined for what is no step. */
  readonly rankOf: (value: string) => number | undefined
}

interface Used {
  readonly value: string
  readonly place: Place
}

/** A number, with a word such as "Level" or "L" before it, or a name behind it: "3", "Level 3", "3 - Expert". */
const NUMBER = /^(?:level|step|stufe|nivel|l)?\s*(\d{1,3})(?:[.,]0+)?(?:\s*[-–:.)]\s*(\p{L}.*))?$/iu

/** The number that a value begins with or is; undefined for a word. */
const numberOf = (value: string): number | undefined => {
  const digits = NUMBER.exec(value)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export interface ScaleOptions {
  /** The steps that the user gave, lowest first. */
  readonly names: readonly string[] | undefined
  /** The steps that are columns of a table, lowest first. */
  readonly columns: readonly string[]
  /** What the numbers of the steps mean, if a table says so. */
  readonly legend: readonly LegendStep[]
}

/** Finds the scale of the values. */
export function readScale(
  entries: readonly Entry[],
  texts: readonly StepText[],
  { names, columns, legend }: ScaleOptions,
  findings: Findings,
): ReadScale {
  const used = [
    ...entries.map(({ value, place }) => ({ value: oneLine(value), place })),
    ...texts.map(({ step, place }) => ({ value: oneLine(step), place })),
  ].filter(({ value }) => !isBlank(value))
  const values = entries.filter(({ value }) => !isBlank(value))
  const numbers = values.filter(({ value }) => numberOf(oneLine(value)) !== undefined)
  const areNumbers = numbers.length > 0 && numbers.length * 2 >= values.length
  const textSteps = distinct([...columns, ...texts.map(({ step }) => oneLine(step))])
  const marks = markScale(used, names, findings)
  if (marks) return marks
  if (names) return checked(namedScale(names), used, findings)
  const named = namedScale(distinct(columns))
  const isNamed = columns.length >= MIN_STEPS && named.steps.length <= MAX_STEPS
  if (isNamed && used.every(({ value }) => named.rankOf(value) !== undefined)) return named
  if (areNumbers) return checked(numberScale(used, textSteps, legend, findings), used, findings)
  const publicNames = commonScale(used)
  if (publicNames) return checked(namedScale(publicNames), used, findings)
  return wordScale(entries, used, textSteps, findings)
}

function distinct(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>()
  for (const name of names) if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), name)
  return [...byKey.values()]
}

/** A scale of steps that have names. Numbers and first letters stand for them too. */
function namedScale(names: readonly string[]): ReadScale {
  const ranks = new Map<string, number>()
  for (const [index, name] of names.entries()) ranks.set(keyOf(name), index + 1)
  const letters = names.map((name) => keyOf(name).charAt(0))
  if (new Set(letters).size === names.length)
    for (const [index, letter] of letters.entries()) ranks.set(letter, index + 1)
  const rankOf = (value: string): number | undefined => {
    if (isBlank(value)) return 0
    const number = numberOf(value)
    return ranks.get(keyOf(value)) ?? (number !== undefined && number <= names.length ? number : undefined)
  }
  return { steps: names.map((name) => ({ name })), rankOf }
}

const MARKS = new Set(['x', '✓', '✔', '✅', '☑', '•', '●', 'yes', 'y', 'true', 'ja', 'sí', 'si', 'oui'])

/** The scale of a table whose cells are only marked: two steps, of which a mark is the higher. Undefined for other tables. */
function markScale(
  used: readonly Used[],
  names: readonly string[] | undefined,
  findings: Findings,
): ReadScale | undefined {
  const isMarked = used.length > 0 && used.every(({ value }) => MARKS.has(value.toLowerCase().replace('\ufe0f', '')))
  if (!isMarked || (names && names.length !== MIN_STEPS)) return undefined
  if (!names) {
    findings.choose('a mark expects the higher of two steps, "In part" and "Fully"; --scale gives them other names')
  }
  const steps = (names ?? ['In part', 'Fully']).map((name) => ({ name }))
  return { steps, rankOf: (value) => (isBlank(value) ? 0 : steps.length) }
}

/** Steps with numbers, named by what stands behind the numbers or by the steps that have statements. */
function numberScale(
  used: readonly Used[],
  textSteps: readonly string[],
  legend: readonly LegendStep[],
  findings: Findings,
): ReadScale {
  const max = Math.max(
    MIN_STEPS,
    ...used.map(({ value }) => numberOf(value) ?? 0),
    ...legend.map(({ number }) => number),
  )
  for (const { value, place } of used) {
    const number = numberOf(value) ?? 0
    if (number > MAX_STEPS) findings.problem(place, `${value} is too high: a scale has at most ${MAX_STEPS} steps`)
  }
  const count = Math.min(max, MAX_STEPS)
  const named = new Map(used.flatMap(({ value }) => namedNumber(value)))
  const words = textSteps.filter((step) => numberOf(step) === undefined)
  const steps = Array.from({ length: count }, (_, index): DraftStep => {
    const meaning = legend.find(({ number }) => number === index + 1)
    const name = named.get(index + 1) ?? (words.length === count ? words[index] : undefined) ?? meaning?.name
    const letter = String(index + 1)
    const description = meaning?.description ?? undefined
    return {
      ...(name === undefined || name === null
        ? { name: `Step ${letter}`, letter, slug: `step-${letter}` }
        : { name, letter }),
      ...(description !== undefined && { description }),
    }
  })
  const names = new Map(steps.map(({ name }, index) => [keyOf(name), index + 1]))
  const rankOf = (value: string): number | undefined => {
    if (isBlank(value)) return 0
    const rank = numberOf(value) ?? names.get(keyOf(value))
    // A number that is too high has been reported.
    return rank === undefined ? undefined : Math.min(rank, count)
  }
  const isNamed = steps.every(({ slug }) => slug === undefined)
  if (!isNamed) {
    findings.choose(`the numbers 1 to ${count} are steps called "Step 1" to "Step ${count}"; --scale gives them names`)
  }
  const comment =
    'The ladder has numbers only. Give the steps names that people can rate themselves by, and descriptions.'
  return { steps, ...(!isNamed && { comment }), rankOf }
}

function namedNumber(value: string): [number, string][] {
  const [, digits, name] = NUMBER.exec(value) ?? []
  return digits !== undefined && name !== undefined ? [[Number(digits), name.trim()]] : []
}

/** Most values must be of a scale for it to be this scale; the others are typing errors then. */
const COMMON_SHARE = 0.75

/** The common scale of most values, in words or in first letters. */
function commonScale(used: readonly Used[]): readonly string[] | undefined {
  if (used.length === 0) return COMMON_SCALES[0]
  const scored = COMMON_SCALES.map((names) => {
    const { rankOf } = namedScale(names)
    const shareOf = (values: readonly string[]): number =>
      values.filter((value) => (rankOf(value) ?? 0) > 0).length / values.length
    const values = used.map(({ value }) => value)
    const letters = distinct(values.filter(({ length }) => length === 1))
    // One letter in wide use, such as the C of grades from A to C, makes no scale.
    return { names, share: Math.min(shareOf(values), letters.length > 0 ? shareOf(letters) : 1) }
  })
  const best = scored.reduce((a, b) => (b.share > a.share ? b : a))
  return best.share >= COMMON_SHARE ? best.names : undefined
}

/** Words of the ladder's own, ordered by how they rise from level to level. */
function wordScale(
  entries: readonly Entry[],
  used: readonly Used[],
  textSteps: readonly string[],
  findings: Findings,
): ReadScale {
  const words = distinct(used.map(({ value }) => value))
  const first = used[0]?.place
  if (words.length > MAX_STEPS || words.length < MIN_STEPS) {
    const list = words.slice(0, 10).join(', ')
    const count = words.length === 1 ? 'is 1 proficiency' : `are ${words.length} proficiencies`
    if (first) {
      const message = `there ${count} (${list}${words.length > 10 ? ', …' : ''}); a scale has ${MIN_STEPS} to ${MAX_STEPS} steps`
      findings.problem(first, message)
    }
    return { steps: [], rankOf: (value) => (isBlank(value) ? 0 : undefined) }
  }
  const isOrdered = textSteps.length === words.length
  const names = isOrdered ? textSteps : orderByRises(words, entries)
  const scale = namedScale(names)
  if (isOrdered) return scale
  if (first) findings.guess(first, `the steps are ordered as they rise from level to level: ${names.join(', ')}`)
  return { ...scale, comment: 'The order of the steps is a guess, from how they rise from level to level.' }
}

/** Orders words so that most neighbors in a row rise. */
function orderByRises(words: readonly string[], entries: readonly Entry[]): readonly string[] {
  const rows = new Map<string, string[]>()
  for (const { role, skill, value } of entries) {
    if (isBlank(value)) continue
    const key = `${keyOf(role)}\n${keyOf(skill)}`
    rows.set(key, [...(rows.get(key) ?? []), keyOf(oneLine(value))])
  }
  const rises = new Map<string, number>()
  for (const row of rows.values()) {
    for (const [index, low] of row.entries()) {
      for (const high of row.slice(index + 1)) rises.set(`${low}\n${high}`, (rises.get(`${low}\n${high}`) ?? 0) + 1)
    }
  }
  const beats = (a: string, b: string): number =>
    Math.sign((rises.get(`${keyOf(b)}\n${keyOf(a)}`) ?? 0) - (rises.get(`${keyOf(a)}\n${keyOf(b)}`) ?? 0))
  const score = (word: string): number => words.reduce((sum, other) => sum + beats(word, other), 0)
  return words.toSorted((a, b) => score(a) - score(b) || a.localeCompare(b, 'en'))
}

/** Reports every value that is no step. */
function checked(scale: ReadScale, used: readonly Used[], findings: Findings): ReadScale {
  const names = scale.steps.map(({ name }) => name)
  for (const { value, place } of used) {
    if (scale.rankOf(value) !== undefined) continue
    const [closest] = closestNames(value.slice(0, 60), names, 1)
    const hint = closest === undefined ? `the steps are ${names.join(', ')}` : `did you mean "${closest}"?`
    findings.problem(place, `"${value.slice(0, 60)}" is not a proficiency; ${hint}`)
  }
  return scale
}
