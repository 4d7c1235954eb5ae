import { z } from 'zod'
import { CONTENT_LOCALES, type LocalText, PROFICIENCIES } from '../../model.ts'
import { LevelSlug, line, MAX_LENGTHS, RoleSlug, SkillSlug } from '../../schema.ts'
import { findLevel, setText } from '../edit-yaml.ts'
import { affectsRoleOf } from './cells.ts'
import {
  type ChangeKind,
  defineKind,
  editRole,
  editSkill,
  missing,
  roleTarget,
  skillTarget,
  updateRole,
  updateSkill,
} from './kind.ts'

// Changes of a text in one language: a skill's statement, a level's focus and stack, a role's description.

const locale = z.enum(CONTENT_LOCALES)

const statement = defineKind(
  z.strictObject({
    kind: z.literal('statement'),
    skill: SkillSlug,
    proficiency: z.enum(PROFICIENCIES),
    locale,
    to: line(MAX_LENGTHS.statement),
  }),
  {
    isWording: true,
    path: (change) => `skill/${change.skill}/${change.proficiency}/${change.locale}`,
    affects: (change, role) => role.rows.has(change.skill),
    read(change, catalog) {
      const skill = catalog.skills.get(change.skill)
      return skill ? skillTarget(skill, textIn(skill.statements[change.proficiency], change)) : missing(change.skill)
    },
    proposed: ({ to }) => to,
    apply: (change, sources) =>
      updateSkill(sources, change.skill, (skill) => {
        const current = skill.statements?.[change.proficiency]
        return { ...skill, statements: { ...skill.statements, [change.proficiency]: withText(current, change) } }
      }),
    write: (change, files) =>
      editSkill(files, change.skill, (document) => setText(document, ['statements', change.proficiency], change)),
  },
)

const levelTextShape = { role: RoleSlug, level: LevelSlug, locale, to: line(MAX_LENGTHS.focus) }

const levelText: ChangeKind<{
  kind: 'focus' | 'stack'
  role: string
  level: string
  locale: string
  to: string
}> = {
  isWording: true,
  path: ({ kind, role, level, locale }) => `role/${role}/${kind}/${level}/${locale}`,
  affects: affectsRoleOf,
  read(change, catalog) {
    const role = catalog.roles.get(change.role)
    const level = role?.levels.find(({ slug }) => slug === change.level)
    if (!role) return missing(change.role)
    return level ? roleTarget(role, textIn(level[change.kind], change)) : missing(change.level)
  },
  proposed: ({ to }) => to,
  apply: (change, sources) =>
    updateRole(sources, change.role, (role) => ({
      ...role,
      levels: role.levels.map((level) =>
        level.slug === change.level ? { ...level, [change.kind]: withText(level[change.kind], change) } : level,
      ),
    })),
  write: (change, files) =>
    editRole(files, change.role, (document) =>
      setText(document, ['levels', findLevel(document, change.level), change.kind], change),
    ),
}

const focus = defineKind(z.strictObject({ kind: z.literal('focus'), ...levelTextShape }), levelText)

const stack = defineKind(z.strictObject({ kind: z.literal('stack'), ...levelTextShape }), levelText)

const description = defineKind(
  z.strictObject({ kind: z.literal('description'), role: RoleSlug, locale, to: line(MAX_LENGTHS.description) }),
  {
    isWording: true,
    path: (change) => `role/${change.role}/description/${change.locale}`,
    affects: affectsRoleOf,
    read(change, catalog) {
      const role = catalog.roles.get(change.role)
      return role ? roleTarget(role, textIn(role.description, change)) : missing(change.role)
    },
    proposed: ({ to }) => to,
    apply: (change, sources) =>
      updateRole(sources, change.role, (role) => ({ ...role, description: withText(role.description, change) })),
    write: (change, files) => editRole(files, change.role, (document) => setText(document, ['description'], change)),
  },
)

type TextShape = string | { en: string; es?: string | undefined }

function textIn(text: LocalText | null | undefined, change: { readonly locale: string }): string | null {
  return text?.[change.locale] ?? null
}

function withText(text: TextShape | undefined, change: { readonly locale: string; readonly to: string }): TextShape {
  const { en = change.to, ...others } = typeof text === 'string' ? { en: text } : (text ?? {})
  return { en, ...others, [change.locale]: change.to }
}

export const TEXT_KINDS = { statement, focus, stack, description }
