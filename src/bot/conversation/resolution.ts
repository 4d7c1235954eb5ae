import type { Level, LevelLine, Role } from '../../catalog/index.ts'
import type { Correction, Interpretation } from '../commands/skills/interpret.ts'
import type { SkillsQuery } from '../commands/skills/query.ts'
import { type Facts, factsOf } from './facts.ts'

/** What another command answers. */
export type CommandView = 'assess' | 'profile' | 'proposals' | 'help' | 'gaps'

/** What answers a question, with what its notes need. */
export type Resolution = Answer & {
  /** Another question of the text, which is not answered. */
  readonly unanswered?: string
  /** Whether it is asked if a skill is mandatory. */
  readonly asksMandatory?: boolean
  /** Whether it is asked if a skill is in the core of a role. */
  readonly asksCore?: boolean
  /** Whether it is asked for what is not expected, which no answer shows. */
  readonly isNegated?: boolean
}

export type Answer =
  | {
      readonly type: 'query'
      readonly query: SkillsQuery
      readonly readAs: readonly Correction[]
      readonly ignored: readonly string[]
    }
  | {
      readonly type: 'choice'
      readonly text: string
      readonly options: readonly SkillsQuery[]
      /** Words that have no part in any of them, as typed. */
      readonly ignored?: readonly string[]
      /** What other commands could answer. */
      readonly commands?: readonly CommandView[]
    }
  | Extract<Interpretation, { type: 'search' }>
  /** The levels whose focus or stack has some words. */
  | { readonly type: 'lines'; readonly text: string; readonly lines: readonly LevelLine[] }
  /** Another command answers. */
  | { readonly type: 'command'; readonly view: 'assess' | 'profile' | 'proposals' | 'help' }
  | {
      readonly type: 'command'
      readonly view: 'gaps'
      readonly role?: Role
      readonly level?: Level
      readonly ignored: readonly string[]
    }

/** What a resolution is about. */
export function factsIn(resolution: Resolution): Facts {
  switch (resolution.type) {
    case 'query':
      return factsOf(resolution.query)
    case 'choice':
    case 'search':
      return { view: resolution.type }
    case 'lines':
      return {
        view: resolution.lines[0]?.kind ?? 'search',
        roles: [...new Set(resolution.lines.map(({ role }) => role.slug))],
      }
    case 'command':
      return {
        view: resolution.view,
        ...(resolution.view === 'gaps' && resolution.role && { role: resolution.role.slug }),
        ...(resolution.view === 'gaps' && resolution.level && { level: resolution.level.slug }),
      }
  }
}
