import { z } from 'zod'
import { CONTENT_LOCALES } from '../model.ts'
import { PROFICIENCIES } from '../proficiency.ts'
import { CellWord, LevelSlug, line, MAX_LENGTHS, RoleSlug, SkillFile, SkillSlug } from '../schema.ts'

const locale = z.enum(CONTENT_LOCALES)
const cell = { role: RoleSlug, level: LevelSlug, skill: SkillSlug }

/**
 * One change to one role or one skill: what it is about, and the value it is to have (`to`). A requirement that was absent
 * becomes an optional one.
 */
export const CatalogChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('requirement'), ...cell, to: CellWord }),
  z.strictObject({ kind: z.literal('mandatory'), ...cell, to: z.boolean() }),
  z.strictObject({
    kind: z.literal('addSkill'),
    role: RoleSlug,
    skill: SkillSlug,
    to: z.array(CellWord).min(1).max(12),
  }),
  z.strictObject({ kind: z.literal('removeSkill'), role: RoleSlug, skill: SkillSlug }),
  z.strictObject({
    kind: z.literal('statement'),
    skill: SkillSlug,
    proficiency: z.enum(PROFICIENCIES),
    locale,
    to: line(MAX_LENGTHS.statement),
  }),
  z.strictObject({
    kind: z.enum(['focus', 'stack']),
    role: RoleSlug,
    level: LevelSlug,
    locale,
    to: line(MAX_LENGTHS.focus),
  }),
  z.strictObject({ kind: z.literal('description'), role: RoleSlug, locale, to: line(MAX_LENGTHS.description) }),
  z.strictObject({
    kind: z.literal('alias'),
    of: z.enum(['role', 'skill']),
    slug: SkillSlug,
    to: line(MAX_LENGTHS.alias),
  }),
  z.strictObject({ kind: z.literal('newSkill'), to: SkillFile }),
])
export type CatalogChange = z.infer<typeof CatalogChange>

/**
 * What a change is about, as a path from the role or skill down. Two changes with one target want different values for the
 * same thing; a target that begins another (a skill of a role, and one of its cells) holds it.
 */
function targetOf(change: CatalogChange): string {
  switch (change.kind) {
    case 'requirement':
    case 'mandatory':
      return `role/${change.role}/skills/${change.skill}/${change.level}`
    case 'addSkill':
    case 'removeSkill':
      return `role/${change.role}/skills/${change.skill}`
    case 'statement':
      return `skill/${change.skill}/${change.proficiency}/${change.locale}`
    case 'focus':
    case 'stack':
      return `role/${change.role}/${change.kind}/${change.level}/${change.locale}`
    case 'description':
      return `role/${change.role}/description/${change.locale}`
    case 'alias':
      return `${change.of}/${change.slug}/aliases/${change.to}`
    case 'newSkill':
      return `skill/${change.to.slug}`
  }
}

/** Whether two changes cannot both be decided on their own: they are about the same thing, or one is about a part of it. */
export function conflicts(one: CatalogChange, other: CatalogChange): boolean {
  const a = `${targetOf(one)}/`
  const b = `${targetOf(other)}/`
  return a.startsWith(b) || b.startsWith(a)
}

/** Changes of words alone, which leave what is required as it is. */
const WORDING: ReadonlySet<CatalogChange['kind']> = new Set(['statement', 'focus', 'stack', 'description'])

export function isWording({ kind }: CatalogChange): boolean {
  return WORDING.has(kind)
}

/**
 * A change that has been decided and written into the files, as `changes.yaml` of a catalogue folder records it: what was decided,
 * when and why.
 */
export const RecordedChange = z.strictObject({
  proposal: z.string().regex(/^[\w-]{6,16}$/u),
  number: z.int().positive(),
  date: z.iso.date(),
  reason: z.string().max(1000),
  change: CatalogChange,
})
export type RecordedChange = z.infer<typeof RecordedChange>

export const ChangesFile = z.strictObject({ changes: z.array(RecordedChange) })
