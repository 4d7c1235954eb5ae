import { type CatalogIndex, normalize } from '../../../catalog/index.ts'
import type { CommandContext } from '../../command.ts'
import { proficiencyNamed, stripUrls } from '../../input.ts'
import type { DraftChange } from './kinds/kind.ts'

/** The change that a text asks for. Fields that it does not name are absent. */
export interface ParsedIdea {
  readonly draft: DraftChange
  /** The text after "because". */
  readonly reason: string
  /** Words that name nothing in the catalog. */
  readonly unknown: readonly string[]
}

/**
 * Parses a sentence such as "ml-engineer mid pytorch advanced because …" or "PyTorch, Middle: Working → Advanced?". Of several
 * proficiencies, the last one is the new value.
 */
export function parseIdea(
  text: string,
  { catalogIndex, vocabulary }: Pick<CommandContext, 'catalogIndex' | 'vocabulary'>,
): ParsedIdea {
  const at = new RegExp(`(?:^|[\\s,;.])(?:${vocabulary.pattern('because')})\\s+`, 'iu').exec(text)
  const [absent, fillers] = [vocabulary.words('absent'), vocabulary.words('proposeFillers')]
  const request = at ? text.slice(0, at.index) : text
  const reason = at ? text.slice(at.index + at[0].length).trim() : ''
  let to: string | undefined
  const rest: string[] = []
  for (const word of stripUrls(request).split(/[\s,;:→>?!.()"“”*_`]+/u)) {
    const key = normalize(word)
    const proficiency = proficiencyNamed(key, catalogIndex, vocabulary)
    if (proficiency) to = proficiency
    else if (absent.has(key)) to = 'absent'
    else if (key !== '' && !fillers.has(key)) rest.push(word)
  }
  const unknown: string[] = []
  const target: { role?: string; level?: string; skill?: string } = {}
  for (const part of rest.length === 0 ? [] : catalogIndex.parse(rest.join(' '), vocabulary.words('connectives'))) {
    const role = part.meanings.find((named) => named.kind === 'role')
    const level = part.meanings.find((named) => named.kind === 'level')
    const skill = part.meanings.find((named) => named.kind === 'skill')
    if (skill?.kind === 'skill' && target.skill === undefined) target.skill = skill.skill.slug
    else if (level?.kind === 'level' && target.level === undefined) target.level = level.slug
    else if (role?.kind === 'role' && target.role === undefined) target.role = role.role.slug
    else unknown.push(part.text)
  }
  return {
    draft: { kind: 'requirement', ...target, ...roleOf(target, catalogIndex), ...(to && { to }) },
    reason,
    unknown,
  }
}

/** The named role, or else the only role that has the skill and the level. */
function roleOf(
  { role, level, skill }: { readonly role?: string; readonly level?: string; readonly skill?: string },
  { catalog }: CatalogIndex,
): { readonly role?: string } {
  if (role !== undefined || skill === undefined) return role === undefined ? {} : { role }
  const fitting = [...catalog.roles.values()].filter(
    (each) => each.rows.has(skill) && (level === undefined || each.levels.some(({ slug }) => slug === level)),
  )
  const [only] = fitting
  return fitting.length === 1 && only ? { role: only.slug } : {}
}
