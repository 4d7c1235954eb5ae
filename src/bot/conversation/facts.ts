import type { Level, Proficiency, Role } from '../../catalog/index.ts'
import type { PlainTopic, SkillsQuery } from '../commands/skills/query.ts'

/** The views that answer a question, as `ask --json` names them. docs/commands.md lists what each holds. */
export const VIEWS = [
  'roles',
  'role',
  'level',
  'domain',
  'cell',
  'skill',
  'usage',
  'compare-levels',
  'compare-roles',
  'stack',
  'focus',
  'core',
  'changes',
  'rubric',
  'rule',
  'process',
  'coverage',
  'next-level',
  'gaps',
  'search',
  'choice',
  'unknown',
  'greeting',
  'thanks',
  'help',
  'privacy',
  'assess',
  'profile',
  'proposals',
] as const

export type View = (typeof VIEWS)[number]

/** What an answer is about, as slugs. */
export interface Facts {
  readonly view: View
  readonly role?: string
  readonly roles?: readonly string[]
  readonly level?: string
  readonly from?: string
  readonly to?: string
  readonly domain?: string
  readonly skill?: string
  readonly skills?: readonly string[]
  readonly proficiency?: Proficiency
}

/** What the answer to a query is about. */
export function factsOf(query: SkillsQuery): Facts {
  switch (query.view) {
    case 'help':
    case 'roles':
      return { view: query.view }
    case 'role':
    case 'roleSkills':
    case 'roleAbout':
      return { view: 'role', role: query.role.slug }
    case 'level':
    case 'levelSkills':
      return { view: 'level', ...at(query.role, query.level) }
    case 'levelStep':
      return { view: 'level', ...at(query.role, query.level), proficiency: query.step.slug }
    case 'levelNames':
      return { view: 'roles' }
    case 'domains':
      return { view: 'domain' }
    case 'sharedSkills':
      return { view: 'compare-roles' }
    case 'ownSkills':
      return { view: 'compare-roles', role: query.role.slug }
    case 'learning':
      return { view: 'skill', skill: query.skill.slug }
    case 'twoRolesPart':
      return { view: 'compare-roles', roles: [query.first.slug, query.second.slug] }
    case 'twoRolesDomain':
      return {
        view: 'compare-roles',
        roles: [query.first.slug, query.second.slug],
        domain: query.domain.slug,
        ...(query.level !== null && { level: query.level }),
      }
    case 'roleDomain':
      return { view: 'domain', role: query.role.slug, domain: query.domain.slug }
    case 'levelDomain':
      return { view: 'domain', ...at(query.role, query.level), domain: query.domain.slug }
    case 'domain':
      return {
        view: 'domain',
        domain: query.domain.slug,
        ...(query.proficiency !== undefined && { proficiency: query.proficiency }),
      }
    case 'levels':
    case 'levelsSkills':
      return { view: 'compare-levels', ...between(query.role, query.from, query.to) }
    case 'levelsDomain':
      return { view: 'compare-levels', ...between(query.role, query.from, query.to), domain: query.domain.slug }
    case 'nextLevel':
      return { view: 'next-level', role: query.role.slug, ...(query.level && { level: query.level.slug }) }
    case 'row':
      return { view: 'skill', role: query.role.slug, skill: query.skill.slug }
    case 'cell':
      return { view: 'cell', ...at(query.role, query.level), skill: query.skill.slug }
    case 'skill':
      return { view: 'skill', skill: query.skill.slug }
    case 'statement':
      return { view: 'skill', skill: query.skill.slug, proficiency: query.step.slug }
    case 'several':
      return {
        view: query.level ? 'cell' : 'skill',
        ...(query.role && { role: query.role.slug }),
        ...(query.level && { level: query.level.slug }),
        skills: query.skills.map(({ slug }) => slug),
      }
    case 'usage':
      return { view: 'usage', skill: query.skill.slug }
    case 'changes':
      return { view: 'changes', ...(query.role && { role: query.role.slug }) }
    case 'twoRoles':
    case 'twoRolesSkills':
      return {
        view: 'compare-roles',
        roles: [query.first.slug, query.second.slug],
        ...(query.level !== null && { level: query.level }),
      }
    case 'stack':
    case 'focus':
    case 'core':
      return { view: query.view, role: query.role.slug, ...(query.level && { level: query.level.slug }) }
    case 'cores':
      return { view: 'core' }
    case 'rubric':
      return { view: 'rubric', ...(query.proficiency && { proficiency: query.proficiency }) }
    case 'topic':
      return { view: viewOf(query.topic) }
  }
}

function viewOf(topic: PlainTopic): View {
  if (topic === 'ownLadder' || topic === 'answers') return 'help'
  if (topic === 'bye') return 'thanks'
  return topic === 'marks' ? 'rubric' : topic
}

function at(role: Role, level: Level): Pick<Facts, 'role' | 'level'> {
  return { role: role.slug, level: level.slug }
}

function between(role: Role, from: Level, to: Level): Pick<Facts, 'role' | 'from' | 'to'> {
  return { role: role.slug, from: from.slug, to: to.slug }
}
