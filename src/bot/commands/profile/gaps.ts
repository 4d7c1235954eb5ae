import type { Level, Role } from '../../../catalog/index.ts'
import { note } from '../../../message/index.ts'
import type { AssessmentResult } from '../../../store/records.ts'
import type { CommandContext } from '../../command.ts'
import { type Resolution, resolve } from '../../conversation/index.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, replaceWith, reply } from '../../events.ts'
import { resultMessage } from '../assess/result-message.ts'
import { levelGapsView } from '../assess/views/level-gaps.ts'
import { skillsCommand } from '../skills/index.ts'
import type { SkillsQuery } from '../skills/query.ts'
import { assessTopicView, nextLevelView } from '../skills/views/conversation.ts'
import { choiceView } from '../skills/views/finding.ts'
import { withIgnored } from '../skills/views/notes.ts'

// What a person lacks, from the answers of their last assessment.

/** The latest result that tells what is missing; without one, what an assessment is. */
export async function showGaps(context: CommandContext): Promise<BotResponse> {
  const results = await resultsOf(context)
  const { roles } = context.catalogIndex.catalog
  const [latest] = results
  const role = latest && roles.get(latest.role)
  return reply(role ? await resultMessage(latest, role, context, { results }) : assessTopicView(context))
}

/**
 * What is missing for the level that a text names, from the latest result of its role; of several roles, the one assessed last.
 * Without such a result, what the ladder says. Throws a UserError for names that cannot be combined.
 */
export async function showLevelGaps(text: string, context: CommandContext): Promise<BotResponse> {
  const resolution = resolve(text, context)
  const targets = targetsOf(resolution)
  const results = await resultsOf(context)
  const own = results
    .filter(({ domain }) => domain === null)
    .flatMap((result) => targets.flatMap((target) => (target.role.slug === result.role ? [{ ...target, result }] : [])))
  const [latest] = own
  if (!latest) return withoutResult(text, resolution, targets, context)
  const { result, role, level } = latest
  const ignored = 'ignored' in resolution ? resolution.ignored : []
  const message = withIgnored(levelGapsView(result, role, level, context.t), ignored, context)
  return reply(message, { view: 'gaps', role: role.slug, level: level.slug, ignored })
}

/**
 * Shows every gap of a result at a level of its role, in place of the first ones. Throws a UserError if the result was deleted or its
 * role no longer has the level.
 */
export async function showAllLevelGaps(id: string, slug: string, context: CommandContext): Promise<BotResponse> {
  const result = (await resultsOf(context)).find((each) => each.id === id)
  const role = result && context.catalogIndex.catalog.roles.get(result.role)
  const level = role?.levels.find((each) => each.slug === slug)
  if (!result || !role || !level) throw new UserError('error.profile.gone')
  return replaceWith(levelGapsView(result, role, level, context.t, Number.POSITIVE_INFINITY))
}

/** What the ladder says of a level. After a level's name alone, which is no question, also why it is not told from answers. */
function withoutResult(
  text: string,
  resolution: Resolution,
  targets: readonly Target[],
  context: CommandContext,
): BotResponse | Promise<BotResponse> {
  const { t } = context
  const queries =
    resolution.type === 'choice' ? resolution.options : resolution.type === 'query' ? [resolution.query] : []
  const [only] = targets
  if (!only || queries.some(({ view }) => view !== 'level')) return skillsCommand.run(text, context)
  const options = targets.map(({ role, level }) => ({ view: 'nextLevel', role, level }) as const)
  const message = targets.length > 1 ? choiceView('', options, t) : nextLevelView(only.role, only.level, context)
  const explained = { ...message, blocks: [note('info', t.rich('gaps.noResult')), ...message.blocks] }
  if (targets.length > 1) return reply(explained, { view: 'choice', ignored: [] })
  return reply(explained, { view: 'next-level', role: only.role.slug, level: only.level.slug, ignored: [] })
}

/** The results of roles that there are, newest first. */
async function resultsOf({ person, catalogIndex, services }: CommandContext): Promise<readonly AssessmentResult[]> {
  const { roles } = catalogIndex.catalog
  const results = await services.store.results.list(person)
  return results.filter(({ role }) => roles.has(role)).toSorted((a, b) => b.finishedAt - a.finishedAt)
}

interface Target {
  readonly role: Role
  readonly level: Level
}

/** The levels that a text may mean. */
function targetsOf(resolution: Resolution): readonly Target[] {
  switch (resolution.type) {
    case 'query':
      return targetIn(resolution.query)
    case 'choice':
      return resolution.options.flatMap(targetIn)
    case 'command':
      return resolution.view === 'gaps' && resolution.role && resolution.level
        ? [{ role: resolution.role, level: resolution.level }]
        : []
    case 'lines':
    case 'search':
      return []
  }
}

function targetIn(query: SkillsQuery): readonly Target[] {
  if (query.view !== 'level' && query.view !== 'nextLevel') return []
  return query.level ? [{ role: query.role, level: query.level }] : []
}
