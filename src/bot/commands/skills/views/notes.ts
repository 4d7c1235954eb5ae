import { isCore, normalize } from '../../../../catalog/index.ts'
import { type Block, type Message, note } from '../../../../message/index.ts'
import type { CommandContext } from '../../../command.ts'
import { quoteInput } from '../../../quote.ts'
import { coreNames } from '../../assess/rule.ts'
import type { SkillsQuery } from '../query.ts'
import { someOf } from './summary.ts'

// Notes above an answer: what it leaves out, and what the view does not show by itself.

/** Says where a skill is mandatory, or that the ladder does not say so; nothing for a query that is not about a skill. */
export function mandatoryNote(query: SkillsQuery, { t, catalogIndex: { catalog } }: CommandContext): readonly Block[] {
  if (query.view !== 'cell' && query.view !== 'row' && query.view !== 'skill' && query.view !== 'usage') return []
  const { skill } = query
  const roles = 'role' in query ? [query.role] : [...catalog.roles.values()]
  const cells = roles.flatMap((role) =>
    role.levels.flatMap((level, at) => {
      const cell = role.rows.get(skill.slug)?.cells[at]
      return cell && (query.view !== 'cell' || level === query.level) ? [{ role, level, is: cell.mandatory }] : []
    }),
  )
  // The view of a requirement says it where the ladder does.
  if (cells.length === 0 || (query.view === 'cell' && cells[0]?.is !== 'unknown')) return []
  const places = roles.flatMap((role) => {
    const levels = cells.filter((cell) => cell.role === role && cell.is === true).map(({ level }) => level.name)
    return levels.length > 0 ? [`${role.name} (${levels.join(', ')})`] : []
  })
  const unstated = cells.filter(({ is }) => is === 'unknown').length
  if (places.length > 0) return [note('info', t.rich('mandatory.at', { places: someOf(places, t), unstated }))]
  if (unstated > 0) return [note('info', t.rich('mandatory.unstated'))]
  return [
    note('info', 'role' in query ? t.rich('mandatory.noneIn', { role: query.role.name }) : t.rich('mandatory.nowhere')),
  ]
}

/** Says in the core of which roles a skill is; nothing for a query that is not about a skill. */
export function coreNote(query: SkillsQuery, { t, catalogIndex: { catalog } }: CommandContext): readonly Block[] {
  if (query.view !== 'cell' && query.view !== 'row' && query.view !== 'skill' && query.view !== 'usage') return []
  const { skill } = query
  const roles = 'role' in query ? [query.role] : [...catalog.roles.values()]
  const own = roles.filter((role) => role.rows.has(skill.slug) && isCore(role, skill)).map(({ name }) => name)
  if (own.length > 0) return [note('info', t.rich('core.in', { skill: skill.name, roles: t.all(own) }))]
  const [role, ...others] = roles.filter((each) => coreNames(each, t).length > 0)
  if (!role) return [note('info', t.rich('core.none'))]
  const key = others.length > 0 ? 'core.nowhere' : 'core.notIn'
  return [note('info', t.rich(key, { skill: skill.name, role: role.name }))]
}

/** Says that only the first of two questions is answered. */
export function unansweredNote(unanswered: string | undefined, { t }: CommandContext): readonly Block[] {
  return unanswered === undefined
    ? []
    : [note('info', t.rich('conversation.unanswered', { text: quoteInput(unanswered) }))]
}

/** Names the words that had no part in an answer; none if there are none. */
export function ignoredNote(ignored: readonly string[], isAbsent: boolean, { t }: CommandContext): readonly Block[] {
  if (ignored.length === 0) return []
  const names = ignored.slice(0, MOST_IGNORED).map(quoteInput)
  const quoted = (text: string): string => t('conversation.quoted', { text })
  if (isAbsent)
    return [
      note('info', t.rich('conversation.notThere', { words: names.map(quoted).join(` ${t('conversation.nor')} `) })),
    ]
  return [note('info', t.rich('conversation.ignored', { words: t.all(names, quoted) }))]
}

/** The most words that are named as left out. */
const MOST_IGNORED = 5

/** Names the words that had no part in an answer before it; of what no text of the ladder has, that it is not there. */
export function withIgnored(message: Message, ignored: readonly string[], context: CommandContext): Message {
  const { vocabulary, catalogIndex } = context
  const isUnknown = (word: string): boolean =>
    !vocabulary.isOrdinary(word) && !vocabulary.fillers.has(word) && !catalogIndex.search.has(word)
  const isAbsent = (raw: string): boolean => normalize(raw).split(' ').every(isUnknown)
  const notes = [
    ...ignoredNote(ignored.filter(isAbsent), true, context),
    ...ignoredNote(
      ignored.filter((raw) => !isAbsent(raw)),
      false,
      context,
    ),
  ]
  return { ...message, blocks: [...notes, ...message.blocks] }
}
