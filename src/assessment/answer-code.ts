import { createHash } from 'node:crypto'
import type { Role, Row } from '../catalog/index.ts'
import type { Answer, Rating } from './engine/index.ts'

// An answer is kept as eleven characters: six that stand for the skill, four for what was asked (the skill's statements and
// the role's row of it), and the rating. So a session of 58 answers takes 638 bytes, needs no list of skills beside it, and
// an answer to a question that has changed since is recognised by itself.

/** 36 bits: two of 300 skills share a code once in a million and a half roles; `codesOf` refuses such a role. */
const SKILL_CHARS = 6
/** 24 bits: a change goes unnoticed once in sixteen million. */
const PRINT_CHARS = 4

export interface AnswerRecord {
  readonly skillId: string
  /** null where the person skipped. */
  readonly rating: Rating | null
}

export interface DecodedAnswers {
  /** Oldest first, one a skill: where a skill was answered again, its last answer at the place of the first. */
  readonly answers: readonly Answer[]
  /** The codes that these answers are read from. */
  readonly codes: readonly string[]
  /** Slugs of skills whose question has changed since they were answered; their answers are left out. */
  readonly changed: readonly string[]
  /** How many answers are to skills that the role no longer has. */
  readonly removed: number
}

interface Codes {
  readonly bySkill: ReadonlyMap<string, string>
  readonly byCode: ReadonlyMap<string, string>
}

const codes = new WeakMap<Role, Codes>()

/** The ten characters before the rating, for each skill of a role, and back. Kept a role. */
export function answerCodes(role: Role): Codes {
  const known = codes.get(role)
  if (known) return known
  const bySkill = new Map<string, string>()
  const byCode = new Map<string, string>()
  for (const row of role.rows.values()) {
    const code = digest(row.skill.slug, SKILL_CHARS)
    const other = byCode.get(code)
    if (other !== undefined)
      throw new Error(`${role.slug}: the skills ${other} and ${row.skill.slug} share a code; rename one`)
    byCode.set(code, row.skill.slug)
    bySkill.set(row.skill.slug, code + digest(JSON.stringify(questionOf(row)), PRINT_CHARS))
  }
  const made = { bySkill, byCode }
  codes.set(role, made)
  return made
}

/** What an answer depends on: a new wording or another requirement makes it another question. */
function questionOf({ skill, cells }: Row): unknown {
  return [skill.statements, cells.map((cell) => cell?.proficiency ?? null)]
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length)
}

/** The eleven characters for an answer. Throws a RangeError where the role has no such skill. */
export function encodeAnswer(role: Role, { skillId, rating }: AnswerRecord): string {
  const code = answerCodes(role).bySkill.get(skillId)
  if (code === undefined) throw new RangeError(`the role ${role.slug} has no skill ${skillId}`)
  return code + (rating === null ? '-' : String(rating))
}

/** The skill that a code (of ten or eleven characters) asks about as it is now; undefined where that has changed. */
export function skillOfCode(role: Role, code: string): string | undefined {
  const { bySkill, byCode } = answerCodes(role)
  const slug = byCode.get(code.slice(0, SKILL_CHARS))
  return slug !== undefined && bySkill.get(slug) === code.slice(0, SKILL_CHARS + PRINT_CHARS) ? slug : undefined
}

/** Reads the answers of a session against the role as it is now. */
export function decodeAnswers(role: Role, kept: readonly string[]): DecodedAnswers {
  const current = answerCodes(role)
  const read = new Map<string, { rating: Rating | null; code: string }>()
  const changed = new Set<string>()
  let gone = 0
  for (const code of kept) {
    const slug = current.byCode.get(code.slice(0, SKILL_CHARS))
    if (slug === undefined) gone += 1
    else if (skillOfCode(role, code) === undefined) changed.add(slug)
    else read.set(slug, { rating: ratingOf(code), code })
  }
  return {
    answers: [...read].map(([slug, { rating }]) => [slug, rating] as const),
    codes: [...read.values()].map(({ code }) => code),
    changed: [...changed].filter((slug) => !read.has(slug)),
    removed: gone,
  }
}

function ratingOf(code: string): Rating | null {
  switch (code.at(-1)) {
    case '0':
      return 0
    case '1':
      return 1
    case '2':
      return 2
    case '3':
      return 3
    case '4':
      return 4
    default:
      return null
  }
}
