import { stringify } from 'yaml'
import { z } from 'zod'
import { hasSlug } from '../../former-slugs.ts'
import { NO_DOMAIN } from '../../model.ts'
import { line, MAX_LENGTHS, SkillFile, SkillSlug } from '../../schema.ts'
import { flowList } from '../edit-yaml.ts'
import {
  defineKind,
  detachedSource,
  editRole,
  editSkill,
  missing,
  roleTarget,
  skillTarget,
  updateRole,
  updateSkill,
} from './kind.ts'

// Names that are added: an alias of a role or skill, and a skill that no role requires yet.

const alias = defineKind(
  z.strictObject({
    kind: z.literal('alias'),
    of: z.enum(['role', 'skill']),
    slug: SkillSlug,
    to: line(MAX_LENGTHS.alias),
  }),
  {
    path: ({ of, slug, to }) => `${of}/${slug}/aliases/${to}`,
    matter: ({ of, slug }) => `${of}/${slug}/aliases`,
    affects: ({ of, slug }, role) => (of === 'role' ? hasSlug(role, slug) : role.rows.has(slug)),
    read({ of, slug, to }, { roles, skills }) {
      const role = of === 'role' ? roles.get(slug) : undefined
      const skill = of === 'skill' ? skills.get(slug) : undefined
      const value = (role ?? skill)?.aliases.includes(to) ? to : null
      if (role) return roleTarget(role, value)
      return skill ? skillTarget(skill, value) : missing(slug)
    },
    proposed: ({ to }) => to,
    apply: ({ of, slug, to }, sources) => {
      const add = <T extends { aliases: string[] }>(file: T): T =>
        file.aliases.includes(to) ? file : { ...file, aliases: [...file.aliases, to] }
      return of === 'role' ? updateRole(sources, slug, add) : updateSkill(sources, slug, add)
    },
    write: ({ of, slug, to }, files) =>
      (of === 'role' ? editRole : editSkill)(files, slug, (document) => {
        if (document.hasIn(['aliases'])) document.addIn(['aliases'], to)
        else document.setIn(['aliases'], flowList(document, [to]))
      }),
  },
)

const newSkill = defineKind(z.strictObject({ kind: z.literal('newSkill'), to: SkillFile }), {
  isAddition: true,
  path: ({ to }) => `skill/${to.slug}`,
  matter: () => 'skill',
  affects: ({ to }, role) => role.rows.has(to.slug),
  read({ to }, { domains, skills }) {
    const { domain = NO_DOMAIN } = to
    if (to.domain !== undefined && !domains.has(domain)) return missing(domain)
    return { exists: true, value: skills.has(to.slug) ? to.slug : null, version: null, domain }
  },
  proposed: ({ to }) => to.slug,
  apply: ({ to }, sources) =>
    sources.skills.some(({ value }) => value.slug === to.slug)
      ? sources
      : { ...sources, skills: [...sources.skills, detachedSource(fileOf(to), to)] },
  write: ({ to }, { read }) =>
    read(fileOf(to)) === undefined ? { file: fileOf(to), text: stringify(to, { lineWidth: 0 }) } : undefined,
})

function fileOf({ slug }: SkillFile): string {
  return `skills/${slug}.yaml`
}

export const NAME_KINDS = { alias, newSkill }
