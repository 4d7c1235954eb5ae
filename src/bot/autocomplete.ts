import { localized, type NamedEntity, type Role } from '../catalog/index.ts'
import type { CommandContext, CommandOption } from './command.ts'
import type { AutocompleteEvent, Choice } from './events.ts'

/** Smallest limit of a platform on the number of choices. */
const MAX_CHOICES = 25

/** The likeliest values of a partly typed option, within the chosen role if there is one. */
export function completeOption(
  option: CommandOption,
  incoming: Pick<AutocompleteEvent, 'typed' | 'options'>,
  context: CommandContext,
): readonly Choice[] {
  if (option.completes === 'text') return []
  const role = chosenRole(incoming.options, context)
  const named =
    incoming.typed.trim() === ''
      ? everything(option.completes, role, context)
      : context.catalogIndex.complete(incoming.typed, option.completes)
  return named
    .filter((entry) => !role || isInRole(entry, role))
    .slice(0, MAX_CHOICES)
    .map((entry) => choiceOf(entry, context))
}

function chosenRole(options: Readonly<Record<string, string>>, { catalogIndex }: CommandContext): Role | undefined {
  const slug = options['role']
  return slug === undefined ? undefined : catalogIndex.catalog.roles.get(slug)
}

function everything(
  kind: NamedEntity['kind'],
  role: Role | undefined,
  { catalogIndex }: CommandContext,
): readonly NamedEntity[] {
  const { roles, domains, skills } = catalogIndex.catalog
  switch (kind) {
    case 'role':
      return [...roles.values()].map((entry) => ({ kind, role: entry }))
    case 'level':
      return levelsOf(role ? [role] : [...roles.values()])
    case 'domain':
      return [...domains.values()].map((domain) => ({ kind, domain }))
    case 'skill':
      return [...skills.values()].map((skill) => ({ kind, skill }))
  }
}

function levelsOf(roles: readonly Role[]): readonly NamedEntity[] {
  const levels = new Map(roles.flatMap((role) => role.levels.map((level) => [level.slug, level.name] as const)))
  return [...levels].map(([slug, name]) => ({ kind: 'level', slug, name }))
}

/** Whether a role has a level, domain or skill; true for roles. */
export function isInRole(named: NamedEntity, role: Role): boolean {
  switch (named.kind) {
    case 'role':
      return true
    case 'level':
      return role.levels.some((level) => level.slug === named.slug)
    case 'domain':
      return role.domains.some((group) => group.domain === named.domain)
    case 'skill':
      return role.rows.has(named.skill.slug)
  }
}

function choiceOf(named: NamedEntity, { t }: CommandContext): Choice {
  switch (named.kind) {
    case 'role':
      return { name: named.role.name, value: named.role.slug }
    case 'level':
      return { name: named.name, value: named.slug }
    case 'domain':
      return { name: localized(named.domain.name, t.locale), value: named.domain.slug }
    case 'skill':
      return { name: named.skill.name, value: named.skill.slug }
  }
}
