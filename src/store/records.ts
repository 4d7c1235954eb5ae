import { z } from 'zod'

// What is kept, as it is written. Every value carries the version of its shape (`schema`), so that processes of two versions
// of Rung can share a store while one replaces the other, or after a step back:
//
// - A new field is optional. A reader that does not know it ignores it, and writes it back as it was, at every depth.
// - What an older reader would misread raises the number, and only for those values that need it. A reader leaves a value with
//   a higher number where and as it is, and says so with a NewerValue. It reads and lifts all lower ones.
// - A value keeps its key's type and, in a hash, the field `schema`.
//
// So shapes only check values: what is passed on is the value itself, never what zod makes of it (`readValue`, `checked`).

const Millis = z.int().nonnegative()
const Slug = z.string().min(1).max(64)

/**
 * One answer, compact: six characters that stand for the skill, four for what the skill said and required when it was
 * answered, and the rating: 0 none yet, 1 to 4 the proficiencies, `-` skipped. `src/assessment` makes and reads them.
 */
export const AnswerCode = z.string().regex(/^[\w-]{6}[\w-]{4}[0-4-]$/u)

/** How long an answer code is. */
export const ANSWER_LENGTH = 11

export const MAX_ANSWERS = 1000

/** Answer codes as one text, one after another. Read so, those of a session cost a tenth of what each alone would. */
export const AnswerCodes = z
  .string()
  .max(MAX_ANSWERS * ANSWER_LENGTH)
  .regex(/^(?:[\w-]{6}[\w-]{4}[0-4-])*$/u)

export const SESSION_SCHEMA = 1

/** An in-progress assessment. */
export const Session = z.object({
  schema: z.literal(SESSION_SCHEMA),
  id: z.string().regex(/^[\w-]{6,16}$/u),
  version: z.int().positive(),
  role: Slug,
  /** The version of the role that the answers were given to. */
  roleVersion: z.string().max(64),
  mode: z.enum(['guided', 'sheet']),
  /** Set where only one domain is assessed. */
  domain: Slug.nullable(),
  /** Whether, the level being settled, the list of gaps is settled too. */
  refine: z.boolean(),
  paused: z.boolean(),
  locale: z.string().max(16),
  startedAt: Millis,
  touchedAt: Millis,
  /** Notes and links by skill. */
  evidence: z.record(Slug, z.string().max(500)),
  answers: z.array(AnswerCode).max(MAX_ANSWERS),
})
export type Session = Readonly<z.infer<typeof Session>>

export const RESULT_SCHEMA = 1

/** A finished assessment, as it was told to the person. */
export const AssessmentResult = z.object({
  schema: z.literal(RESULT_SCHEMA),
  id: z.string().min(1).max(32),
  role: Slug,
  roleName: z.string().max(100),
  roleVersion: z.string().max(64),
  catalogVersion: z.string().max(64),
  mode: z.enum(['guided', 'sheet']),
  domain: Slug.nullable(),
  startedAt: Millis,
  finishedAt: Millis,
  /** 0 below the first level, else the level counted from 1; null for a domain alone, which gives no level. */
  grade: z.int().nonnegative().nullable(),
  level: z.string().max(64).nullable(),
  /** The level that the gaps are about. */
  target: z.string().max(64).nullable(),
  /** 0 to 1: how likely all questions would have given the same grade. */
  confidence: z.number().min(0).max(1),
  ratings: z.array(
    z.object({
      skill: Slug,
      name: z.string().max(100),
      rating: z.int().min(0).max(4).nullable(),
      evidence: z.string().max(500).optional(),
    }),
  ),
  gaps: z.array(
    z.object({ skill: Slug, name: z.string().max(100), required: z.int().min(1).max(4), estimated: z.boolean() }),
  ),
})
export type AssessmentResult = Readonly<z.infer<typeof AssessmentResult>>

export const SETTINGS_SCHEMA = 1

/** What a person has chosen, and what makes the next visit shorter. */
export const Settings = z.object({
  schema: z.literal(SETTINGS_SCHEMA),
  reminders: z.boolean(),
  /** The role last assessed. */
  lastRole: Slug.nullable(),
  /** The role whose assessment typed words go to; null where none is going on. */
  focus: Slug.nullable(),
})
export type Settings = Readonly<z.infer<typeof Settings>>

export const DEFAULT_SETTINGS: Settings = { schema: SETTINGS_SCHEMA, reminders: true, lastRole: null, focus: null }

export const SCHEDULE_SCHEMA = 1

/** An idle assessment to look after: its owner is not reminded yet (`idle`), or is (`reminded`) and it will expire. */
export const ScheduleEntry = z.object({
  schema: z.literal(SCHEDULE_SCHEMA),
  id: z.string().min(1).max(400),
  at: Millis,
  kind: z.enum(['idle', 'reminded']),
  person: z.object({ platform: z.string(), workspace: z.string(), user: z.string() }),
  role: Slug,
})
export type ScheduleEntry = Readonly<z.infer<typeof ScheduleEntry>>
