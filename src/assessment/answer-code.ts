import { createHash } from 'node:crypto'
import { type Domain, isDefaultScale, type Role, type Row, ratingOnScale } from '../catalog/index.ts'
import { type Answer, type AssessedRole, isRating, type Rating } from './engine/index.ts'

// An answer is stored as eleven characters: a hash of the skill (six), a hash of the question (four: the skill's statements and
// its row in the role), and the rating. So a session of 58 answers takes 638 bytes and no list of skills, and an answer to a
// question that has changed since is recognized as such.

/** 36 bits: two of 300 skills collide once in a million and a half roles; `answerCodes` rejects such a role. */
const SKILL_CHARS = 6
/** 24 bits: a changed question goes unnoticed once in sixteen million times. */
const QUESTION_CHARS = 4

export interface AnswerRecord {
  readonly skillId: string
  /** null if the person skipped. */
  readonly rating: Rating | null
}

export interface DecodedAnswers {
  /** Oldest first, one per skill: the last answer to a skill, at the position of the first. */
  readonly answers: readonly Answer[]
  /** The codes of these answers. */
  readonly codes: readonly string[]
  /** Slugs of skills whose question has changed since: their answers do not count. */
  readonly changed: readonly string[]
  /** The number of answers that do not count because the role no longer has their skills. */
  readonly removed: number
  /** The codes of answers that do not count, oldest first, the last one to each question. */
  readonly dormant: readonly string[]
  /** Slugs of skills whose dormant answers count again. */
  readonly returned: readonly string[]
}

/** Context for decoding answers that their codes do not carry. */
export interface AnswerOrigin {
  /** The key of the scale of the role when they were given; by default the one that it has now. */
  readonly scaleKey?: string
  /** The keys of the scales that single skills had of their own. */
  readonly ownScales?: Readonly<Record<string, string>>
  /** Codes of earlier answers that did not count; they do if the role asks their questions again. */
  readonly dormant?: readonly string[]
}

/** The first ten characters of each skill's answers in a role, and the reverse map. */
export interface RoleCodes {
  readonly bySkill: ReadonlyMap<string, string>
  readonly byCode: ReadonlyMap<string, string>
}

/** Returns the codes of a role. Throws if two skills collide. */
export function answerCodes(role: Role): RoleCodes {
  const data = roleData(role)
  data.codes ??= computeCodes(role)
  return data.codes
}

function computeCodes(role: Role): RoleCodes {
  const { byCode, collision } = skillCodes(role)
  if (collision !== undefined) throw new Error(collision)
  const bySkill = new Map<string, string>()
  for (const [code, slug] of byCode) {
    // A question is the same on every track of a role.
    const row = (role.whole ?? role).rows.get(slug)
    if (row) bySkill.set(slug, code + digest(JSON.stringify(questionOf(row)), QUESTION_CHARS))
  }
  // Answers that were given under a former slug count for the skill, unless another one has the same code.
  for (const { skill } of role.rows.values()) {
    for (const former of skill.formerly ?? []) {
      const code = digest(former, SKILL_CHARS)
      if (!byCode.has(code)) byCode.set(code, skill.slug)
    }
  }
  return { bySkill, byCode }
}

/** The problem of a role with two skills of the same code; undefined if it has none. */
export function codeCollision(role: Role): string | undefined {
  return skillCodes(role).collision
}

function skillCodes(role: Role): { readonly byCode: Map<string, string>; readonly collision: string | undefined } {
  const byCode = new Map<string, string>()
  for (const slug of role.rows.keys()) {
    const code = digest(slug, SKILL_CHARS)
    const other = byCode.get(code)
    if (other !== undefined) {
      return { byCode, collision: `${role.slug}: the skills ${other} and ${slug} share a code; rename one` }
    }
    byCode.set(code, slug)
  }
  return { byCode, collision: undefined }
}

/** The content that an answer depends on: new wording or a new requirement makes it another question. */
function questionOf({ skill, cells, criteria }: Row): unknown {
  const scale = isDefaultScale(skill.scale) ? [] : [skill.scale.key]
  return [skill.statements, cells.map((cell) => cell?.proficiency ?? null), ...scale, ...(criteria ? [criteria] : [])]
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length)
}

/** Encodes an answer as eleven characters. Throws a RangeError if the role has no such skill. */
export function encodeAnswer(role: Role, { skillId, rating }: AnswerRecord): string {
  const code = answerCodes(role).bySkill.get(skillId)
  if (code === undefined) throw new RangeError(`the role ${role.slug} has no skill ${skillId}`)
  return code + (rating === null ? '-' : String(rating))
}

/** The skill of a code (of ten or eleven characters); undefined if the role no longer asks that question, or has no such rating. */
export function skillOfCode(role: Role, code: string): string | undefined {
  const { bySkill, byCode } = answerCodes(role)
  const slug = byCode.get(code.slice(0, SKILL_CHARS))
  // The skill may have had another slug, but the question must be the same.
  const question = slug === undefined ? undefined : bySkill.get(slug)?.slice(SKILL_CHARS)
  if (slug === undefined || question !== code.slice(SKILL_CHARS, SKILL_CHARS + QUESTION_CHARS)) return undefined
  const rating = code[SKILL_CHARS + QUESTION_CHARS]
  const steps = role.rows.get(slug)?.skill.scale.steps.length ?? 0
  return rating === undefined || rating === '-' || Number(rating) <= steps ? slug : undefined
}

/** The code of the same answer for the role as it is now; undefined if it no longer asks that question. */
export function codeToday(role: Role, code: string): string | undefined {
  const skillId = skillOfCode(role, code)
  return skillId === undefined ? undefined : encodeAnswer(role, { skillId, rating: ratingOf(code) })
}

/** The skill that a code is about, whatever was asked of it then; undefined if the role no longer has it. */
export function anySkillOfCode(role: Role, code: string): string | undefined {
  return answerCodes(role).byCode.get(code.slice(0, SKILL_CHARS))
}

/**
 * Decodes the answers of a session for the current version of its role. If a scale has changed since they were given, an answer counts
 * as the step with the same slug.
 */
export function decodeAnswers(role: Role, codes: readonly string[], origin: AnswerOrigin = {}): DecodedAnswers {
  const decoded = new Map<string, { rating: Rating | null; code: string }>()
  const changed = new Set<string>()
  const returned = new Set<string>()
  const dormant = new Map<string, string>()
  let removed = 0
  const { bySkill } = answerCodes(role)
  const count = (skillId: string, rating: Rating | null, given: string): void => {
    const isCurrent = given.startsWith(bySkill.get(skillId) ?? ' ')
    decoded.set(skillId, { rating, code: isCurrent ? given : encodeAnswer(role, { skillId, rating }) })
  }
  const holdBack = (code: string): void => {
    const question = code.slice(0, SKILL_CHARS + QUESTION_CHARS)
    dormant.delete(question)
    dormant.set(question, code)
  }
  for (const code of origin.dormant ?? []) {
    const slug = skillOfCode(role, code)
    if (slug === undefined) holdBack(code)
    else {
      returned.add(slug)
      count(slug, ratingOf(code), code)
    }
  }
  for (const code of codes) {
    const slug = anySkillOfCode(role, code)
    if (slug === undefined) {
      removed += 1
      holdBack(code)
    } else if (skillOfCode(role, code) !== undefined) {
      returned.delete(slug)
      count(slug, ratingOf(code), code)
    } else {
      const rating = movedRating(role, slug, code, origin)
      if (rating === undefined) {
        changed.add(slug)
        holdBack(code)
      } else {
        returned.delete(slug)
        count(slug, rating, '')
      }
    }
  }
  return {
    dormant: [...dormant.values()],
    returned: [...returned],
    answers: [...decoded].map(([slug, { rating }]) => [slug, rating] as const),
    codes: [...decoded.values()].map(({ code }) => code),
    changed: [...changed].filter((slug) => !decoded.has(slug)),
    removed,
  }
}

/** An answer on another scale as a rating on the current one; undefined if that is the same one, or has no such step. */
function movedRating(
  role: Role,
  slug: string,
  code: string,
  { scaleKey = role.scale.key, ownScales = {} }: AnswerOrigin,
): Rating | null | undefined {
  const skill = role.rows.get(slug)?.skill
  const scale = skill?.scale ?? role.scale
  const ownKey = [slug, ...(skill?.formerly ?? [])].map((each) => ownScales[each]).find((each) => each !== undefined)
  // A session of a former version does not say which skills had a scale of their own.
  const isUnknown = ownKey === undefined && scale.key !== role.scale.key
  const from = ownKey ?? scaleKey
  if (isUnknown || from === scale.key) return undefined
  const rating = ratingOf(code)
  const moved = rating === null ? null : ratingOnScale(rating, from, scale)
  return moved === null || isRating(moved) ? moved : undefined
}

function ratingOf(code: string): Rating | null {
  const rating: unknown = Number(code.at(-1))
  return isRating(rating) ? rating : null
}

/** What is computed from a role, when it is first needed. */
interface RoleData {
  codes?: RoleCodes
  /** The role as the engine sees it, by domain; null for all of it. */
  readonly assessed: Map<Domain | null, AssessedRole>
  /** By index of a level: the skills that its focus or stack names, by slug. */
  readonly named: Map<number, ReadonlySet<string>>
}

const cache = new WeakMap<Role, RoleData>()

/** Returns the data of a role. Never stale: roles are immutable, and an entry goes with its role. */
export function roleData(role: Role): RoleData {
  const cached = cache.get(role) ?? { assessed: new Map(), named: new Map() }
  cache.set(role, cached)
  return cached
}
