import { z } from 'zod'
import { EFFORTS } from './model.ts'
import { MAX_STEPS, MIN_STEPS } from './scale.ts'

// The schema of the files in a catalog folder. Lengths are limited so that any name fits a button, any slug the 100
// characters of an action id, and any text one block of a message.

const LETTERS_AND_DIGITS = 'lowercase letters a to z, digits and single hyphens, such as ml-engineer'

function slug(max: number) {
  // JavaScript moves keys that consist of digits to the front of an object.
  return z
    .string()
    .max(max)
    .regex(/^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: `must be ${LETTERS_AND_DIGITS}, with a letter in it` })
}

/** A mapping with exactly these keys; the error for an unknown key lists them. */
export function mapping<T extends z.core.$ZodLooseShape>(shape: T) {
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
      error: 'must be one line without leading or trailing spaces and without control characters',
    })
}

/** A language tag such as `en` or `pt-BR`. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/u, {
  error: 'must be a language tag such as en, de or pt-BR',
})

function localText(max: number) {
  return z.union(
    [
      line(max),
      z.record(LanguageTag, line(max)).refine((text) => Object.keys(text).length > 0, {
        error: 'must have text in at least one language',
      }),
    ],
    { error: 'must be text, or text for each language, such as { en: …, es: … }' },
  )
}
/** A text in a file: in the first of the catalog's languages, or by language. */
export type TextInFile = z.infer<ReturnType<typeof localText>>

/** The maximum length in characters of each kind of text. */
export const MAX_LENGTHS = {
  name: 60,
  alias: 60,
  /** What a card shows of a statement, and the lines of a proposed skill. */
  statement: 160,
  prose: 4000,
  criterion: 1000,
  /** Forms of platforms take no more. */
  changedStatement: 3000,
  exercise: 200,
  evidence: 200,
  linkTitle: 60,
  linkUrl: 200,
  focus: 1000,
  stack: 1000,
  description: 500,
  step: 24,
  letter: 2,
  rubric: 400,
  fact: 200,
} as const

/** The most criteria, and the most examples, of one step. */
export const MAX_CRITERIA = 20

const Aliases = z.array(line(MAX_LENGTHS.alias)).max(40).default([])

/** Slugs that an entry had before. */
function formerSlugs(of: z.ZodString) {
  return z.array(of).max(40).optional()
}

export const DomainFile = mapping({
  domains: z
    .array(
      mapping({
        slug: DomainSlug,
        name: localText(MAX_LENGTHS.name),
        aliases: Aliases,
        formerly: formerSlugs(DomainSlug),
      }),
    )
    .min(1)
    .max(200),
})
export type DomainFile = z.infer<typeof DomainFile>

/** Text of at most `max` characters that may have several lines. */
function prose(max: number) {
  return z
    .string()
    .max(max)
    .regex(/^[^\s\p{Cc}](?:(?:\P{Cc}|\n)*[^\s\p{Cc}])?$/u, {
      error: 'must be text without leading or trailing spaces and without control characters other than line breaks',
    })
}

function proseByLanguage(max: number) {
  return z.record(LanguageTag, prose(max)).refine((text) => Object.keys(text).length > 0, {
    error: 'must have text in at least one language',
  })
}

function localProse(max: number) {
  return z.union([prose(max), proseByLanguage(max)], {
    error: 'must be text, or text for each language, such as { en: …, es: … }',
  })
}

/** What a person at a step can be seen doing: a text, or criteria of which each must be met, with examples. */
const Statement = z.union(
  [
    prose(MAX_LENGTHS.prose),
    mapping({
      must: z.array(localProse(MAX_LENGTHS.criterion)).min(1).max(MAX_CRITERIA),
      examples: z.array(localProse(MAX_LENGTHS.criterion)).max(MAX_CRITERIA).default([]),
    }),
    proseByLanguage(MAX_LENGTHS.prose),
  ],
  { error: 'must be text, text for each language, or a mapping with must and examples' },
)
export type StatementInFile = z.infer<typeof Statement>

/** The text of a statement in a change, in one language. */
export const ChangedStatement = prose(MAX_LENGTHS.changedStatement)

/** Stands in a row for a level that expects nothing; no step may have this slug. */
export const ABSENT = 'absent'

/** The slug of a step of a scale. */
export const StepSlug = slug(16).refine((text) => text !== ABSENT, { error: `must not be "${ABSENT}"` })

const ScaleShape = z
  .array(
    mapping({
      slug: StepSlug,
      name: localText(MAX_LENGTHS.step),
      letter: localText(MAX_LENGTHS.letter),
      description: localText(MAX_LENGTHS.rubric).optional(),
      color: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/u, { error: 'must be a color such as #1c7699, in quotes' })
        .optional(),
      formerly: formerSlugs(slug(16)),
    }),
  )
  .min(MIN_STEPS)
  .max(MAX_STEPS)
export type ScaleShape = z.infer<typeof ScaleShape>

const MAX_POINTS = 1_000_000

const Points = z.int().min(0).max(MAX_POINTS)

/** Points of each step of a scale, lowest first; or one more, which begins with 0 for "none yet". */
const StepPoints = z
  .array(Points)
  .min(MIN_STEPS)
  .max(MAX_STEPS + 1)

/** What each step of a skill is worth, and the total that each level takes. */
const PointsShape = mapping({
  steps: StepPoints.optional(),
  skillSteps: z.record(SkillSlug, StepPoints).optional(),
  weights: z.record(SkillSlug, z.int().min(0).max(100)).optional(),
  levels: z.record(LevelSlug, Points).optional(),
})
export type PointsShape = z.infer<typeof PointsShape>

const LevelRuleShape = z.union(
  [
    z.enum(['core-and-breadth', 'all-core', 'points']),
    // A mapping with a wrong key is described by the keys that it may have, so the two have one schema.
    mapping({ share: z.number().min(0.01).max(1).optional(), points: PointsShape.optional() }).refine(
      ({ share, points }) => (share === undefined) !== (points === undefined),
      { error: 'must have either share or points' },
    ),
  ],
  {
    error:
      'must be core-and-breadth, all-core, a share of all requirements such as { share: 0.8 }, or points such as { points: { levels: { senior: 30 } } }',
  },
)

/** `ladder.yaml`: what is true of the whole catalog. */
export const LadderFile = mapping({
  name: localText(MAX_LENGTHS.name).optional(),
  version: z
    .union([line(MAX_LENGTHS.alias), z.number()], { error: 'must be a version such as "2.1" or a date' })
    .transform(String)
    .optional(),
  author: line(MAX_LENGTHS.fact).optional(),
  source: line(MAX_LENGTHS.fact).optional(),
  license: line(MAX_LENGTHS.fact).optional(),
  languages: z.array(LanguageTag).min(1).max(20).optional(),
  scale: ScaleShape.optional(),
  levelRule: LevelRuleShape.optional(),
})
export type LadderFile = z.infer<typeof LadderFile>

/** A key of statements and growth. The catalog says which steps there are. */
const StepKey = z.string().max(40)

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
  formerly: formerSlugs(SkillSlug),
  scale: ScaleShape.optional(),
  statements: z.record(StepKey, Statement).optional(),
  growth: z.record(StepKey, Growth).optional(),
  links: z.array(Link).max(5).optional(),
})
export type SkillFile = z.infer<typeof SkillFile>

/** What a level expects of a skill in a change: the slug of a step, or `absent`. */
export const CellWord = z.union([StepSlug, z.literal(ABSENT)], { error: 'must be a step of the scale, or absent' })

/** The same in a file: also the number of a step, and nothing at all for `absent`. */
const CellInFile = z
  .union([z.string().max(40), z.number(), z.null()], {
    error: 'must be a step of the scale, its number, or absent',
  })
  .transform((word) => (word === null || word === '' || word === '-' ? ABSENT : String(word)))
const MandatoryWord = z.union([z.boolean(), z.literal('unknown')], { error: 'must be true, false or unknown' })

const RowShape = z.union(
  [
    z.array(CellInFile),
    mapping({
      proficiency: z.array(CellInFile),
      mandatory: z.array(MandatoryWord).optional(),
      criteria: z.array(Statement.nullable()).optional(),
    }),
  ],
  { error: 'must be a list with a proficiency for each level, or a mapping with proficiency, mandatory and criteria' },
)

/** The most levels of a role. */
export const MAX_LEVELS = 40

const LevelShape = mapping({
  slug: LevelSlug,
  name: line(40),
  short: line(8),
  aliases: Aliases,
  formerly: formerSlugs(LevelSlug),
  focus: localText(MAX_LENGTHS.focus).optional(),
  stack: localText(MAX_LENGTHS.stack).optional(),
  points: Points.optional(),
  sharedLevel: z
    .union([line(16), z.int()], { error: 'must be a short name of a level that roles share, such as L4' })
    .transform(String)
    .optional(),
  track: localText(40).optional(),
  leadsTo: z.array(LevelSlug).max(MAX_LEVELS).optional(),
})

export const RoleFile = mapping({
  slug: RoleSlug,
  name: line(MAX_LENGTHS.name),
  family: line(MAX_LENGTHS.name),
  aliases: Aliases,
  formerly: formerSlugs(RoleSlug),
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
  levels: z.array(LevelShape).min(1).max(MAX_LEVELS),
  requirements: z
    .array(mapping({ domain: DomainSlug.optional(), skills: z.record(SkillSlug, RowShape) }))
    .min(1)
    .max(200),
})
export type RoleFile = z.infer<typeof RoleFile>
