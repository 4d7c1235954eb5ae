import { type Document, isScalar, isSeq } from 'yaml'
import { z } from 'zod'
import type { CatalogSources } from '../../build.ts'
import { NO_DOMAIN } from '../../model.ts'
import { CellWord, MAX_LEVELS, type RoleFile, RoleSlug, SkillSlug } from '../../schema.ts'
import { flowList, requirementGroups } from '../edit-yaml.ts'
import { affectsRoleOf, cellWord } from './cells.ts'
import { defineKind, editRole, missing, roleTarget, updateRole } from './kind.ts'

// Skills that a role starts or stops to require, with a proficiency for each level.

const row = { role: RoleSlug, skill: SkillSlug }

interface RowChange {
  readonly role: string
  readonly skill: string
}

const addSkill = defineKind(
  z.strictObject({ kind: z.literal('addSkill'), ...row, to: z.array(CellWord).min(1).max(MAX_LEVELS) }),
  {
    isAddition: true,
    path: rowPath,
    affects: affectsRoleOf,
    read(change, catalog) {
      const role = catalog.roles.get(change.role)
      const skill = catalog.skills.get(change.skill)
      if (!role) return missing(change.role)
      if (!skill) return missing(change.skill)
      return roleTarget(role, role.rows.get(change.skill)?.cells.map(cellWord) ?? null, skill.domain.slug)
    },
    proposed: ({ to }) => to,
    apply: ({ role, skill, to }, sources) =>
      updateRole(sources, role, (file) => {
        const source = sources.skills.find(({ value }) => value.slug === skill)
        if (!source || file.requirements.some((group) => skill in group.skills)) return file
        const { domain } = source.value
        const place = groupFor(file.requirements, domain)
        const requirements = place < 0 ? [...file.requirements, { domain, skills: {} }] : file.requirements
        return {
          ...file,
          requirements: requirements.map((group, index) =>
            index === (place < 0 ? requirements.length - 1 : place)
              ? { ...group, skills: { ...group.skills, [skill]: to } }
              : group,
          ),
        }
      }),
    write: ({ role, skill, to }, files) =>
      editRole(files, role, (document) => {
        const domain = domainOf(skill, files.sources)
        const cells = flowList(document, to)
        const group = groupFor(requirementGroups(document), domain)
        if (group >= 0) document.setIn(['requirements', group, 'skills', skill], cells)
        else
          document.addIn(
            ['requirements'],
            document.createNode({ ...(domain !== undefined && { domain }), skills: { [skill]: cells } }),
          )
      }),
  },
)

/** The domain is removed with its last skill. */
const removeSkill = defineKind(z.strictObject({ kind: z.literal('removeSkill'), ...row }), {
  path: rowPath,
  affects: affectsRoleOf,
  read(change, catalog) {
    const role = catalog.roles.get(change.role)
    const current = role?.rows.get(change.skill)
    if (!role) return missing(change.role)
    if (!current) return missing(change.skill)
    return roleTarget(role, current.cells.map(cellWord), current.skill.domain.slug)
  },
  proposed: () => null,
  apply: ({ role, skill }, sources) => updateRole(sources, role, (file) => withoutSkill(file, skill, sources)),
  write: ({ role, skill }, files) =>
    editRole(files, role, (document) => {
      const groups = requirementGroups(document)
      const index = groups.findIndex(({ skills }) => skills.includes(skill))
      const group = groups[index]
      if (!group) return
      dropFrom(document, ['core', 'skills'], skill)
      const isLast = group.skills.length <= 1
      document.deleteIn(isLast ? ['requirements', index] : ['requirements', index, 'skills', skill])
      const domain = group.domain ?? domainOf(skill, files.sources) ?? NO_DOMAIN
      const hasOthers = groups.some((each) =>
        each.skills.some(
          (slug) => slug !== skill && (each.domain ?? domainOf(slug, files.sources) ?? NO_DOMAIN) === domain,
        ),
      )
      if (hasOthers) return
      dropFrom(document, ['keyDomains'], domain)
      dropFrom(document, ['core', 'domains'], domain)
    }),
})

function rowPath({ role, skill }: RowChange): string {
  return `role/${role}/skills/${skill}`
}

/** The index of the group that a skill of a domain belongs to: the one of its domain, or else one of any; -1 if there is none. */
function groupFor(groups: readonly { readonly domain?: unknown }[], domain: string | undefined): number {
  const own = groups.findIndex((group) => group.domain === domain)
  return own < 0 ? groups.findIndex((group) => group.domain === undefined) : own
}

function domainOf(skill: string, { skills }: CatalogSources): string | undefined {
  return skills.find(({ value }) => value.slug === skill)?.value.domain
}

/** Removes a slug from a list of the file, if it has that list. */
function dropFrom(document: Document, path: readonly string[], slug: unknown): void {
  const list: unknown = document.getIn(path)
  if (isSeq(list)) list.items = list.items.filter((item) => !isScalar(item) || item.value !== slug)
}

function withoutSkill(role: RoleFile, skill: string, sources: CatalogSources): RoleFile {
  const requirements = role.requirements
    .map((group) => ({
      ...group,
      skills: Object.fromEntries(Object.entries(group.skills).filter(([slug]) => slug !== skill)),
    }))
    .filter((group) => Object.keys(group.skills).length > 0)
  const domains = new Set(
    requirements.flatMap(({ domain, skills }) =>
      domain === undefined ? Object.keys(skills).map((slug) => domainOf(slug, sources) ?? NO_DOMAIN) : [domain],
    ),
  )
  const core = {
    domains: role.core.domains.filter((domain) => domains.has(domain)),
    skills: role.core.skills.filter((slug) => slug !== skill),
  }
  return { ...role, requirements, core, keyDomains: role.keyDomains.filter((domain) => domains.has(domain)) }
}

export const ROW_KINDS = { addSkill, removeSkill }
