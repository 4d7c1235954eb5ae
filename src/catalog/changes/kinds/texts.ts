import { z } from 'zod'
import type { CatalogSources } from '../../build.ts'
import { isCriteria } from '../../build-ladder.ts'
import { type Catalog, CONTENT_LOCALES, type LocalText } from '../../model.ts'
import {
  ChangedStatement,
  LanguageTag,
  LevelSlug,
  line,
  MAX_LENGTHS,
  RoleSlug,
  SkillSlug,
  type StatementInFile,
  StepSlug,
  type TextInFile,
} from '../../schema.ts'
import { findLevel, setText } from '../edit-yaml.ts'
import { affectsRoleOf } from './cells.ts'
import {
  type ChangeKind,
  type ChangeTarget,
  type ChangeValue,
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

const locale = LanguageTag

const statement = defineKind(
  z.strictObject({
    kind: z.literal('statement'),
    skill: SkillSlug,
    proficiency: StepSlug,
    locale,
    to: ChangedStatement,
  }),
  {
    isWording: true,
    path: (change) => `skill/${change.skill}/${change.proficiency}/${change.locale}`,
    affects: (change, role) => role.rows.has(change.skill),
    read(change, catalog) {
      const skill = catalog.skills.get(change.skill)
      if (!skill) return missing(change.skill)
      if (!skill.scale.steps.some(({ slug }) => slug === change.proficiency)) return missing(change.proficiency)
      return textTarget(catalog, change, (value) => skillTarget(skill, value), skill.statements[change.proficiency])
    },
    proposed: ({ to }) => to,
    apply: (change, sources) =>
      updateSkill(sources, change.skill, (skill) => {
        const current = skill.statements?.[change.proficiency]
        return {
          ...skill,
          statements: { ...skill.statements, [change.proficiency]: withText(plainText(current), change, sources) },
        }
      }),
    write: (change, files) =>
      editSkill(files, change.skill, (document) =>
        setText(document, ['statements', change.proficiency], change, firstLanguage(files.sources)),
      ),
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
    if (!level) return missing(change.level)
    return textTarget(catalog, change, (value) => roleTarget(role, value), level[change.kind])
  },
  proposed: ({ to }) => to,
  apply: (change, sources) =>
    updateRole(sources, change.role, (role) => ({
      ...role,
      levels: role.levels.map((level) =>
        level.slug === change.level
          ? { ...level, [change.kind]: withText(level[change.kind], change, sources) }
          : level,
      ),
    })),
  write: (change, files) =>
    editRole(files, change.role, (document) =>
      setText(
        document,
        ['levels', findLevel(document, change.level), change.kind],
        change,
        firstLanguage(files.sources),
      ),
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
      if (!role) return missing(change.role)
      return textTarget(catalog, change, (value) => roleTarget(role, value), role.description)
    },
    proposed: ({ to }) => to,
    apply: (change, sources) =>
      updateRole(sources, change.role, (role) => ({
        ...role,
        description: withText(role.description, change, sources),
      })),
    write: (change, files) =>
      editRole(files, change.role, (document) =>
        setText(document, ['description'], change, firstLanguage(files.sources)),
      ),
  },
)

type TextChange = { readonly locale: string; readonly to: string }

/** The text in the language of the change; missing if the catalog does not have that language. */
function textTarget(
  { languages }: Catalog,
  { locale: language }: TextChange,
  target: (value: ChangeValue) => ChangeTarget,
  text: LocalText | null | undefined,
): ChangeTarget {
  return languages.includes(language) ? target(text?.[language] ?? null) : missing(language)
}

/** The language of a plain text in a file. */
function firstLanguage({ ladder }: CatalogSources): string {
  return (ladder?.value.languages ?? CONTENT_LOCALES)[0] ?? 'en'
}

/** A statement that is a text; undefined for criteria, which a text replaces. */
function plainText(statement: StatementInFile | undefined): TextInFile | undefined {
  if (statement === undefined || typeof statement === 'string') return statement
  return isCriteria(statement) ? undefined : statement
}

function withText(
  text: TextInFile | undefined,
  { locale: language, to }: TextChange,
  sources: CatalogSources,
): TextInFile {
  return { ...(typeof text === 'string' ? { [firstLanguage(sources)]: text } : text), [language]: to }
}

export const TEXT_KINDS = { statement, focus, stack, description }
