import { z } from 'zod'

// The records as they are stored. Each has the version of its shape (`schema`), so that processes of two versions of Rung can share a
// store during an upgrade or a rollback:
//
// - A new field is optional. A reader that does not know it ignores it, and writes it back unchanged, at every depth.
// - A change that an older reader would misread raises the number, only in the records that need it. A reader leaves a record with a
//   higher number untouched and reports it with a NewerSchemaError. It reads all lower numbers.
// - A record keeps the type of its key and, in a hash, the field `schema`.
//
// So shapes only check values: code passes on the value itself, never zod's output (`parseValue`, `validated`).

const Timestamp = z.int().nonnegative()
const Slug = z.string().min(1).max(64)
const ScaleKey = z.string().max(200)

/**
 * One answer in eleven characters: six for the skill, four for the skill's text and requirement when it was answered, and the rating:
 * 0 for none yet, 1 to 7 for the steps of the skill's scale, `-` for skipped. `src/assessment` writes and reads them.
 */
export const AnswerCode = z.string().regex(/^[\w-]{6}[\w-]{4}[0-7-]$/u)

/** Characters of an answer code. */
export const ANSWER_LENGTH = 11

export const MAX_ANSWERS = 1000

/** Joined answer codes. Checking them together costs a tenth of checking each. */
export const AnswerCodes = z
  .string()
  .max(MAX_ANSWERS * ANSWER_LENGTH)
  .regex(/^(?:[\w-]{6}[\w-]{4}[0-7-])*$/u)

/** Characters of the time of one card: `f` for a full and `s` for a short one, then the seconds in three digits. */
export const CARD_TIME_LENGTH = 4

/** The most seconds of one card. After a longer pause the person did something else, so it is not recorded. */
export const MAX_CARD_SECONDS = 300

/** How long cards were open, one time after the other, oldest first. */
export const CardTimes = z
  .string()
  .max(MAX_ANSWERS * CARD_TIME_LENGTH)
  .regex(/^(?:[fs]\d{3})*$/u)

/** Slugs of skills with the keys of the scales they are measured on. */
const OwnScales = z.record(Slug, ScaleKey)

/**
 * The highest version of a session. Only one with ratings on another scale than the default one has it: an older reader would take the
 * numbers for steps of that one.
 */
export const SESSION_SCHEMA = 2

/** The version that a session needs. */
export function sessionSchema({ scale, ownScales }: Pick<Session, 'scale' | 'ownScales'>): number {
  return scale === undefined && ownScales === undefined ? 1 : SESSION_SCHEMA
}

/** An in-progress assessment. */
export const Session = z.object({
  schema: z.int().min(1).max(SESSION_SCHEMA),
  id: z.string().regex(/^[\w-]{6,16}$/u),
  version: z.int().positive(),
  role: Slug,
  /** The version of the role that the answers were given to. */
  roleVersion: z.string().max(64),
  mode: z.enum(['guided', 'sheet']),
  /** Set if only one domain is assessed. */
  domain: Slug.nullable(),
  /** The level to be ready for; without it, the level is to be found. */
  target: Slug.optional(),
  /** The last level of the track that the level is decided on; absent if the levels of the role do not branch. */
  track: Slug.optional(),
  /** Whether to ask on, once the level is settled: until the list of gaps is settled too or, with `plan`, until there is a plan. */
  refine: z.boolean(),
  plan: z.boolean().optional(),
  /** The rule that the level follows; absent in a session begun under "four in five of all". */
  rule: z.string().max(32).optional(),
  /** The slugs of the scale that the ratings are on, with blanks between; absent for the default one. */
  scale: ScaleKey.optional(),
  /** The scales of skills of the role that have one of their own; absent if none has. */
  ownScales: OwnScales.optional(),
  paused: z.boolean(),
  locale: z.string().max(16),
  startedAt: Timestamp,
  touchedAt: Timestamp,
  /** Notes and links by skill. */
  evidence: z.record(Slug, z.string().max(500)),
  answers: z.array(AnswerCode).max(MAX_ANSWERS),
  /**
   * Answers to questions that the role does not ask now, because a skill was removed or changed: they count again when it asks them
   * again. Absent if there are none.
   */
  dormant: z.array(AnswerCode).max(MAX_ANSWERS).optional(),
  /** How long the answered cards were open; absent if none was timed. */
  cardTimes: CardTimes.optional(),
})
export type Session = Readonly<z.infer<typeof Session>>

/**
 * The highest version of a result. One of a whole role without a level has 2: an older reader would show it as grade 0. One with ratings
 * on another scale than the default one has 3: an older reader would take the numbers for steps of that one.
 */
export const RESULT_SCHEMA = 3

/** A finished assessment, as the person saw it. */
export const AssessmentResult = z.object({
  schema: z.int().min(1).max(RESULT_SCHEMA),
  id: z.string().min(1).max(32),
  role: Slug,
  roleName: z.string().max(100),
  roleVersion: z.string().max(64),
  catalogVersion: z.string().max(64),
  mode: z.enum(['guided', 'sheet']),
  domain: Slug.nullable(),
  startedAt: Timestamp,
  finishedAt: Timestamp,
  /** 0 below the first level, else the number of the level, from 1; null if no level was looked for, or too little was answered. */
  grade: z.int().nonnegative().nullable(),
  level: z.string().max(64).nullable(),
  /** The level that the gaps refer to. */
  target: z.string().max(64).nullable(),
  /** The last level of the track that the level was decided on, as in a session. */
  track: z.string().max(64).optional(),
  /** The rule that the level follows; absent in a result by "four in five of all". */
  rule: z.string().max(32).optional(),
  /** The scale of the ratings, as in a session. */
  scale: ScaleKey.optional(),
  /** Set if it was asked whether the person is ready for the target: the answer. */
  ready: z.boolean().optional(),
  /** How many more core skills the target takes, and about how many others, with the standard deviation of that estimate. */
  need: z
    .object({ core: z.number().nonnegative(), others: z.number().nonnegative(), sd: z.number().nonnegative() })
    .optional(),
  /**
   * The grade and the likelier one of its neighbors, the lower one first: none of the grades is more likely than not. Without a grade,
   * what an earlier version stored and nothing reads.
   */
  between: z.tuple([z.int().nonnegative(), z.int().nonnegative()]).optional(),
  /** The probability (0 to 1) that answering all questions would have given the same grade. */
  confidence: z.number().min(0).max(1),
  ratings: z.array(
    z.object({
      skill: Slug,
      name: z.string().max(100),
      rating: z.int().min(0).max(7).nullable(),
      /** The scale of this rating if its skill has one of its own. */
      scale: ScaleKey.optional(),
      evidence: z.string().max(500).optional(),
    }),
  ),
  /** Evidence for skills that were not answered. */
  evidence: z.record(Slug, z.string().max(500)).optional(),
  /** Answers that did not count, as in a session. */
  dormant: z.array(AnswerCode).max(MAX_ANSWERS).optional(),
  gaps: z.array(
    z.object({ skill: Slug, name: z.string().max(100), required: z.int().min(1).max(7), estimated: z.boolean() }),
  ),
})
export type AssessmentResult = Readonly<z.infer<typeof AssessmentResult>>

export const SETTINGS_SCHEMA = 1

/** What a person has chosen, and what shortens the next visit. */
export const Settings = z.object({
  schema: z.literal(SETTINGS_SCHEMA),
  reminders: z.boolean(),
  /** The role last assessed. */
  lastRole: Slug.nullable(),
  /** The role whose assessment receives typed words; null if none is in progress. */
  focus: Slug.nullable(),
  /** Whether to be reminded of a vote that closes the next day; absent until the person has chosen. */
  voteReminders: z.boolean().optional(),
  /** By role, the skills that the person does not want to work on now. */
  deferredSkills: z.record(Slug, z.array(Slug).max(MAX_ANSWERS)).optional(),
  /** The language to answer in; null or absent if it is that of the platform. */
  locale: z.string().max(20).nullable().optional(),
  /** Whether the person was greeted when they first opened the direct messages. */
  isWelcomed: z.boolean().optional(),
})
export type Settings = Readonly<z.infer<typeof Settings>>

/**
 * The settings that a person has on all their accounts and in all ladders. Of the others, `isWelcomed` belongs to one account in all
 * ladders, and the rest names parts of one ladder.
 */
export function personalSettings({ reminders, voteReminders, locale }: Partial<Settings>): Partial<Settings> {
  return {
    ...(reminders !== undefined && { reminders }),
    ...(voteReminders !== undefined && { voteReminders }),
    ...(locale !== undefined && { locale }),
  }
}

export const DEFAULT_SETTINGS: Settings = { schema: SETTINGS_SCHEMA, reminders: true, lastRole: null, focus: null }

export const SCHEDULE_SCHEMA = 1

/** An idle assessment: its owner has yet to be reminded (`idle`), or has been (`reminded`) and it will expire. */
export const ScheduleEntry = z.object({
  schema: z.literal(SCHEDULE_SCHEMA),
  id: z.string().min(1).max(400),
  at: Timestamp,
  kind: z.enum(['idle', 'reminded']),
  person: z.object({ platform: z.string(), workspace: z.string(), user: z.string() }),
  role: Slug,
})
export type ScheduleEntry = Readonly<z.infer<typeof ScheduleEntry>>
