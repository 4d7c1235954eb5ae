import { type CatalogIndex, type Domain, localized, type NamedEntity, type Role } from '../catalog/index.ts'
import type { CommandContext, CommandOption } from './command.ts'
import type { AutocompleteEvent, BotResponse, Choice } from './events.ts'

/** Smallest limit of a platform on the number of choices. */
const MAX_CHOICES = 25

/** The kinds of names that complete an option, in the order in which they are offered. */
const KINDS: Readonly<Record<CommandOption['completes'], readonly NamedEntity['kind'][]>> = {
  role: ['role'],
  level: ['level'],
  domain: ['domain'],
  skill: ['skill'],
  levelOrRole: ['level', 'role'],
  name: ['role', 'level', 'domain', 'skill'],
  text: [],
}

/** The likeliest values of a partly typed option, within the role and the domain that were chosen. */
export async function completeOption(
  option: CommandOption,
  incoming: Pick<AutocompleteEvent, 'typed' | 'options'>,
  context: CommandContext,
): Promise<BotResponse> {
  const { typed } = incoming
  const role = option.completes === 'role' ? undefined : chosenRole(incoming.options, context)
  const domain = chosenDomain(incoming.options, context)
  const suggested = (await option.suggest?.(typed, context)) ?? []
  const named = KINDS[option.completes]
    .flatMap((kind) =>
      typed.trim() === '' ? everything(kind, role, context) : context.catalogIndex.complete(typed, kind),
    )
    .filter((entry) => !role || isWithinRole(entry, role))
    .filter((entry) => !domain || entry.kind !== 'skill' || entry.skill.domain === domain)
    .map((entry) => choiceOf(entry, context))
  return { type: 'choices', choices: [...suggested, ...named].slice(0, MAX_CHOICES) }
}

function chosenRole(options: Readonly<Record<string, string>>, { catalogIndex }: CommandContext): Role | undefined {
  const { role = '' } = options
  const named = onlyCompletion(role, 'role', catalogIndex)
  return catalogIndex.catalog.roles.get(role) ?? (named?.kind === 'role' ? named.role : undefined)
}

function chosenDomain(options: Readonly<Record<string, string>>, { catalogIndex }: CommandContext): Domain | undefined {
  const { domain = '' } = options
  const named = onlyCompletion(domain, 'domain', catalogIndex)
  return catalogIndex.catalog.domains.get(domain) ?? (named?.kind === 'domain' ? named.domain : undefined)
}

/** The only name of a kind that a text can be completed to. */
function onlyCompletion(typed: string, kind: NamedEntity['kind'], catalogIndex: CatalogIndex): NamedEntity | undefined {
  const [named, ...others] = typed === '' ? [] : catalogIndex.complete(typed, kind)
  return others.length === 0 ? named : undefined
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

/** Whether a role has a level, domain or skill, or is another role, to compare it with. */
function isWithinRole(named: NamedEntity, role: Role): boolean {
  return named.kind === 'role' ? named.role !== role : isInRole(named, role)
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
