import { type Catalog, type LocalText, localized } from '../../../catalog/index.ts'
import type { Usage } from '../../command.ts'

/** The ways to ask, each with an example that works on the current catalog. */
export const SKILLS_USAGES: readonly Usage[] = [
  { answer: 'usage.nothing.answer' },
  { options: names('role'), answer: 'usage.role.answer' },
  { options: names('role', 'level'), answer: 'usage.level.answer' },
  { options: names('role', 'level', 'domain'), answer: 'usage.levelDomain.answer' },
  {
    options: (catalog) => {
      const { role, below, level } = pick(catalog) ?? {}
      return role && below && level ? { role, level: below, compare: level } : undefined
    },
    answer: 'usage.levels.answer',
  },
  { options: names('role', 'level', 'skill'), answer: 'usage.cell.answer' },
  { options: names('skill'), answer: 'usage.skill.answer' },
  {
    options: (catalog) => {
      const { role, otherRole, level } = pick(catalog) ?? {}
      return role && otherRole && level ? { role, level, compare: otherRole } : undefined
    },
    answer: 'usage.twoRoles.answer',
  },
  {
    options: (catalog) => {
      const role = pick(catalog)?.role
      return role === undefined ? undefined : { role, search: 'changes' }
    },
    answer: 'usage.changes.answer',
  },
  {
    options: (catalog, locale) => {
      const statement = pick(catalog)?.statement
      return statement && { search: longestWord(localized(statement, locale)) }
    },
    answer: 'usage.search.answer',
  },
  { options: () => ({ search: 'help' }), answer: 'usage.help.answer' },
]

interface Examples {
  readonly role: string
  readonly otherRole: string | undefined
  readonly level: string | undefined
  readonly below: string | undefined
  readonly domain: string | undefined
  readonly skill: string | undefined
  /** A behavior, whose longest word is searched for. */
  readonly statement: LocalText | undefined
}

/** Example names from the first role: its middle level, a skill of its largest domain. */
function pick({ roles }: Catalog): Examples | undefined {
  const [role, ...others] = roles.values()
  if (!role) return undefined
  const middle = Math.floor(role.levels.length / 2)
  const level = role.levels[middle]
  const [group] = role.domains.toSorted((a, b) => b.rows.length - a.rows.length)
  const skill = (group?.rows[2] ?? group?.rows[0])?.skill
  const other = others.find((entry) => entry.levels.some(({ slug }) => slug === level?.slug))
  return {
    role: role.slug,
    otherRole: other?.slug,
    level: level?.slug,
    below: role.levels[middle - 1]?.slug,
    domain: group?.domain.slug,
    skill: skill?.slug,
    statement: skill && Object.values(skill.statements).at(-2),
  }
}

/** The named values, under the options of the same names. */
function names(...options: readonly ('role' | 'level' | 'domain' | 'skill')[]): NonNullable<Usage['options']> {
  return (catalog) => {
    const examples = pick(catalog)
    const values = options.flatMap((option) => {
      const value = examples?.[option]
      return value === undefined ? [] : [[option, value] as const]
    })
    return values.length === options.length ? Object.fromEntries(values) : undefined
  }
}

function longestWord(text: string): string {
  const [longest = ''] = (text.match(/\p{L}+/gu) ?? []).toSorted((a, b) => b.length - a.length)
  return longest.toLowerCase()
}
