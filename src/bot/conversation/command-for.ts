import { type Domain, type NamedEntity, normalize } from '../../catalog/index.ts'
import type { CommandContext } from '../command.ts'
import { isHelpRequest } from '../input.ts'
import type { View } from './facts.ts'
import { questionsIn } from './two-questions.ts'
import { type Question, understand } from './understand.ts'

/** A command as if it had been typed. */
export interface TypedCommand {
  readonly name: string
  readonly text: string
  /** What the question is about. */
  readonly view: View
}

/**
 * The command that plain words ask for, with what is typed after it; undefined if they are a question about the ladder. `isOwn`: only
 * the person reads the answer, so it may come from their results.
 */
export function commandFor(line: string, context: CommandContext, isOwn = true): TypedCommand | undefined {
  if (isHelpRequest(line, context.vocabulary)) return { name: 'rung', view: 'help', text: '' }
  if (normalize(line) === '') return undefined
  // The answer to the first of two questions says that the other is left.
  if (questionsIn(line, context).second !== undefined) return undefined
  const question = understand(line, context)
  // What it means is asked first.
  if (question.rivals.length > 0) return undefined
  switch (question.topic) {
    case 'assess':
      return { name: 'assess', view: 'assess', text: assessmentText(line, question, context) }
    case 'profile':
      return { name: 'profile', view: 'profile', text: asksToExport(line, context) ? 'export' : '' }
    case 'help':
      return { name: 'rung', view: 'help', text: hasWord(line, 'rungSettings', context) ? 'settings' : '' }
    case 'settings':
      return { name: 'rung', view: 'help', text: 'settings' }
    case 'about':
      return { name: 'rung', view: 'help', text: 'about' }
    case 'proposals':
      // A statement about a skill proposes a change; it does not ask for the list.
      if (isOwn && hasSkill(question)) return { name: 'propose', view: 'proposals', text: draftIn(question) }
      return { name: 'proposals', view: 'proposals', text: '' }
    case 'recent-proposals':
      return { name: 'proposals', view: 'proposals', text: 'recent' }
    case 'my-proposals':
      return { name: 'proposals', view: 'proposals', text: 'mine' }
    case 'propose':
      if (!isOwn) return { name: 'proposals', view: 'proposals', text: '' }
      return { name: 'propose', view: 'proposals', text: isOther(question, context) ? '' : draftIn(question) }
    case 'gaps':
      if (!namesTarget(question)) return { name: 'profile', view: 'gaps', text: 'gaps' }
      return isOwn ? { name: 'profile', view: 'gaps', text: `gaps ${line}` } : undefined
    case 'next-level':
      return isOwn && namesTarget(question) ? { name: 'profile', view: 'next-level', text: `gaps ${line}` } : undefined
    default:
      return undefined
  }
}

/** What to type after `/assess`: "resume", "status" to stop, or the role with the level to check readiness for or the domain to assess. */
function assessmentText(line: string, question: Question, context: CommandContext): string {
  if (hasWord(line, 'assessResume', context) || hasWord(line, 'resumeWords', context)) return 'resume'
  // An open question takes these words itself: here they show what is open, if anything.
  if (question.named.length === 0 && asksToStop(line, context)) return 'status'
  const { roles } = context.catalogIndex.catalog
  const meanings = question.named.flatMap((part) => part.meanings)
  const named = meanings.flatMap((one) => (one.kind === 'role' ? [one.role] : []))
  const [role = roles.size === 1 ? [...roles.values()][0] : undefined] = named
  const levels = new Set(meanings.flatMap((one) => (one.kind === 'level' ? [one.slug] : [])))
  // Of two levels neither is checked: "am I a middle or a senior" asks for the level.
  const slug = levels.size === 1 ? [...levels][0] : undefined
  const level = role ? role.levels.find((each) => each.slug === slug)?.slug : slug
  const domainsOf = (one: NamedEntity): readonly Domain[] =>
    one.kind === 'domain' ? [one.domain] : one.kind === 'skill' ? [one.skill.domain] : []
  const domains = new Set(meanings.flatMap(domainsOf).map(({ slug: name }) => name))
  const [domain] = domains
  return [role?.slug, level ?? (domains.size === 1 ? domain : undefined)].filter(Boolean).join(' ')
}

/** Whether a line begins with a word that ends an assessment, or has one that cancels it: "I've done one" does neither. */
function asksToStop(line: string, context: CommandContext): boolean {
  const [first = ''] = normalize(line).split(' ')
  return hasWord(first, 'finish', context) || hasWord(line, 'assessCancel', context)
}

function asksToExport(line: string, context: CommandContext): boolean {
  return hasWord(line, 'profileExport', context) || hasWord(line, 'exportWords', context)
}

/** Whether what is proposed is no other proficiency: something new, which has no name yet, or to remove one, or that it is mandatory. */
function isOther({ text, asksMandatory }: Question, { vocabulary }: CommandContext): boolean {
  const words = normalize(text).split(' ')
  return asksMandatory || words.some((word) => vocabulary.words('newWords').has(word))
}

/** The names and the proficiency of a proposal without its reason, so that nothing is proposed before it was looked at. */
function draftIn({ named, proficiencies }: Question): string {
  return [...named.map(({ text }) => text), ...(proficiencies.length === 1 ? proficiencies : [])].join(' ')
}

function hasWord(
  line: string,
  list: 'assessResume' | 'assessCancel' | 'finish' | 'profileExport' | 'rungSettings' | 'resumeWords' | 'exportWords',
  { vocabulary }: CommandContext,
): boolean {
  const words = vocabulary.words(list)
  return normalize(line)
    .split(' ')
    .some((word) => words.has(word))
}

function hasSkill({ named }: Question): boolean {
  return named.some(({ meanings }) => meanings.some(({ kind }) => kind === 'skill'))
}

function namesTarget({ named }: Question): boolean {
  return named.some(({ meanings }) => meanings.some(({ kind }) => kind === 'level' || kind === 'role'))
}
