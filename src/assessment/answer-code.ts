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
  /** Slugs of skills whose question has changed since; their answers are dropped. */
  readonly changed: readonly string[]
  /** The number of dropped answers to skills that the role no longer has. */
  readonly removed: number
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
  const bySkill = new Map<string, string>()
  const byCode = new Map<string, string>()
  for (const row of role.rows.values()) {
    const code = digest(row.skill.slug, SKILL_CHARS)
    const other = byCode.get(code)
    if (other !== undefined)
      throw new Error(`${role.slug}: the skills ${other} and ${row.skill.slug} share a code; rename one`)
    byCode.set(code, row.skill.slug)
    bySkill.set(row.skill.slug, code + digest(JSON.stringify(questionOf(row)), QUESTION_CHARS))
  }
  return { bySkill, byCode }
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
  if (slug === undefined || bySkill.get(slug) !== code.slice(0, SKILL_CHARS + QUESTION_CHARS)) return undefined
  const rating = code[SKILL_CHARS + QUESTION_CHARS]
  const steps = role.rows.get(slug)?.skill.scale.steps.length ?? 0
  return rating === undefined || rating === '-' || Number(rating) <= steps ? slug : undefined
}

/**
 * Decodes the answers of a session for the current version of its role. `scaleKey` is that of the scale they were given on: if the
 * role has another one, an answer counts as the step with the same slug.
 */
export function decodeAnswers(role: Role, codes: readonly string[], scaleKey = role.scale.key): DecodedAnswers {
  const current = answerCodes(role)
  const decoded = new Map<string, { rating: Rating | null; code: string }>()
  const changed = new Set<string>()
  let removed = 0
  for (const code of codes) {
    const slug = current.byCode.get(code.slice(0, SKILL_CHARS))
    if (slug === undefined) removed += 1
    else if (skillOfCode(role, code) !== undefined) decoded.set(slug, { rating: ratingOf(code), code })
    else {
      const rating = scaleKey === role.scale.key ? undefined : movedRating(role, slug, code, scaleKey)
      if (rating === undefined) changed.add(slug)
      else decoded.set(slug, { rating, code: encodeAnswer(role, { skillId: slug, rating }) })
    }
  }
  return {
    answers: [...decoded].map(([slug, { rating }]) => [slug, rating] as const),
    codes: [...decoded.values()].map(({ code }) => code),
    changed: [...changed].filter((slug) => !decoded.has(slug)),
    removed,
  }
}

/** An answer on another scale as a rating on the current one; undefined if it has no such step. */
function movedRating(role: Role, slug: string, code: string, scaleKey: string): Rating | null | undefined {
  const rating = ratingOf(code)
  const scale = role.rows.get(slug)?.skill.scale ?? role.scale
  const moved = rating === null ? null : ratingOnScale(rating, scaleKey, scale)
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
}

const cache = new WeakMap<Role, RoleData>()

/** Returns the data of a role. Never stale: roles are immutable, and an entry goes with its role. */
export function roleData(role: Role): RoleData {
  const cached = cache.get(role) ?? { assessed: new Map() }
  cache.set(role, cached)
  return cached
}
