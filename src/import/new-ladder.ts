import { MAX_LENGTHS, PROFICIENCIES } from '../catalog/index.ts'
import { MAX_STEPS, MIN_STEPS } from '../catalog/scale.ts'
import { LanguageTag, MAX_LEVELS } from '../catalog/schema.ts'
import type { Draft, DraftSkill } from './draft.ts'
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
}

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
}

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

/** Reads each part of a new ladder from a text. */
export const NEW_LADDER_PARSERS: {
  readonly [Part in keyof NewLadder]: (text: string) => ParsedAnswer<NewLadder[Part]>
} = {
  name: name(MAX_LENGTHS.name, 'the ladder'),
  languages,
  role: name(MAX_LENGTHS.name, 'the role'),
  levels: list({ what: 'levels', min: 1, max: MAX_LEVELS, length: 40 }),
  scale: list({ what: 'steps', min: MIN_STEPS, max: MAX_STEPS, length: MAX_LENGTHS.step }),
  skills,
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
  return {
    name: ladder.name,
    languages: ladder.languages,
    scale: scale.map((step) => ({ name: step })),
    skills: ladder.skills.map(skillOf),
    roles: [{ name: role, family: ladder.name, levels: levels.map((level) => ({ name: level })), rows, place }],
  }
}
