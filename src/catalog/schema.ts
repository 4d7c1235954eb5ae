import { z } from 'zod'
import { CONTENT_LOCALES, EFFORTS, PROFICIENCIES } from './model.ts'

// The schema of the files in a catalog folder. Lengths are limited so that any name fits a button, any slug the 100
// characters of an action id, and any text one block of a message.

const LETTERS_AND_DIGITS = 'lower-case letters a to z, digits and single hyphens, such as ml-engineer'

function slug(max: number) {
  // JavaScript moves keys that consist of digits to the front of an object.
  return z
    .string()
    .max(max)
    .regex(/^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: `must be ${LETTERS_AND_DIGITS}, with a letter in it` })
}

/** A mapping with exactly these keys; the error for an unknown key lists them. */
function mapping<T extends z.core.$ZodLooseShape>(shape: T) {
  const keys = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `is not a known key here; the keys are: ${keys}` : undefined,
  })
}

// A domain and a skill, or two roles and a level, must fit the 100 characters of one action id.
export const RoleSlug = slug(32)
export const SkillSlug = slug(40)
const DomainSlug = slug(40)
export const LevelSlug = slug(16)

/** One line of text with at most `max` characters. */
export function line(max: number) {
  return z
    .string()
    .max(max)
    .regex(/^[^\s\p{Cc}](?:\P{Cc}*[^\s\p{Cc}])?$/u, {
      error: 'must be one line with no blank at its start or end and no control character',
    })
}

function localText(max: number) {
  return z.union([line(max), mapping({ en: line(max), es: line(max).optional() })], {
    error: `must be a text, or a text for each language (${CONTENT_LOCALES.join(', ')}; en is required)`,
  })
}

/** The maximum length in characters of each kind of text. */
export const MAX_LENGTHS = {
  name: 60,
  alias: 60,
  statement: 160,
  exercise: 200,
  evidence: 200,
  linkTitle: 60,
  linkUrl: 200,
  focus: 1000,
  stack: 1000,
  description: 500,
} as const

const Aliases = z.array(line(MAX_LENGTHS.alias)).max(40).default([])

export const DomainFile = mapping({
  domains: z
    .array(mapping({ slug: DomainSlug, name: localText(MAX_LENGTHS.name), aliases: Aliases }))
    .min(1)
    .max(200),
})
export type DomainFile = z.infer<typeof DomainFile>

const Statement = localText(MAX_LENGTHS.statement)

const Growth = mapping({
  effort: z.enum(EFFORTS),
  exercise: localText(MAX_LENGTHS.exercise),
  evidence: localText(MAX_LENGTHS.evidence),
})

// Characters that end a link in the markup of a chat, such as ) and >, have to be percent-encoded.
const HTTPS_ADDRESS = /^https:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][\w.~:/?#@!$&*+,;=%-]*)?$/u

const Link = mapping({
  title: line(MAX_LENGTHS.linkTitle),
  url: z.string().max(MAX_LENGTHS.linkUrl).regex(HTTPS_ADDRESS, {
    error: 'must be an address such as https://docs.example.org/guide, with brackets and spaces percent-encoded',
  }),
})

export const SkillFile = mapping({
  slug: SkillSlug,
  name: line(MAX_LENGTHS.name),
  domain: DomainSlug.optional(),
  aliases: Aliases,
  statements: mapping({
    awareness: Statement.optional(),
    working: Statement.optional(),
    advanced: Statement.optional(),
    expert: Statement.optional(),
  }).optional(),
  growth: mapping({
    awareness: Growth.optional(),
    working: Growth.optional(),
    advanced: Growth.optional(),
    expert: Growth.optional(),
  }).optional(),
  links: z.array(Link).max(5).optional(),
})
export type SkillFile = z.infer<typeof SkillFile>

export const CellWord = z.enum([...PROFICIENCIES, 'absent'])
const MandatoryWord = z.union([z.boolean(), z.literal('unknown')], { error: 'must be true, false or unknown' })

const RowShape = z.union(
  [z.array(CellWord), mapping({ proficiency: z.array(CellWord), mandatory: z.array(MandatoryWord).optional() })],
  { error: 'must be a list with a proficiency for each level, or a mapping with proficiency and mandatory' },
)

const LevelShape = mapping({
  slug: LevelSlug,
  name: line(40),
  short: line(8),
  aliases: Aliases,
  focus: localText(MAX_LENGTHS.focus).optional(),
  stack: localText(MAX_LENGTHS.stack).optional(),
})

export const RoleFile = mapping({
  slug: RoleSlug,
  name: line(MAX_LENGTHS.name),
  family: line(MAX_LENGTHS.name),
  aliases: Aliases,
  description: localText(MAX_LENGTHS.description).optional(),
  stated: mapping({
    skills: z.int().nonnegative().optional(),
    requirements: z.int().nonnegative().optional(),
    mandatory: z.int().nonnegative().optional(),
  }).default({}),
  keyDomains: z.array(DomainSlug).default([]),
  core: mapping({
    domains: z.array(DomainSlug).default([]),
    skills: z.array(SkillSlug).default([]),
  }).default({ domains: [], skills: [] }),
  levels: z.array(LevelShape).min(1).max(12),
  requirements: z
    .array(mapping({ domain: DomainSlug.optional(), skills: z.record(SkillSlug, RowShape) }))
    .min(1)
    .max(200),
})
export type RoleFile = z.infer<typeof RoleFile>
