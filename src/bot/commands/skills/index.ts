import { normalize } from '../../../catalog/index.ts'
import { actions, heading, type Message, note, text } from '../../../message/index.ts'
import type { Command, CommandContext } from '../../command.ts'
import { factsIn, factsOf, type Resolution, resolve } from '../../conversation/index.ts'
import { type BotResponse, type Choice, reply } from '../../events.ts'
import { quoteInput } from '../../quote.ts'
import type { Correction } from './interpret.ts'
import { parseQuery, queryButton, SKILLS_CODE, type SkillsQuery } from './query.ts'
import { SKILLS_USAGES } from './usages.ts'
import { changesView } from './views/changes.ts'
import {
  assessTopicView,
  coresView,
  coreView,
  foundLinesView,
  linesView,
  nextLevelsView,
  nextLevelView,
  rubricView,
} from './views/conversation.ts'
import { choiceView, helpView, searchView } from './views/finding.ts'
import { domainsView, levelNamesView } from './views/ladder.ts'
import { learningView } from './views/learning.ts'
import { levelSkillsView, levelStepView, levelView } from './views/level.ts'
import { levelDomainView, roleDomainView } from './views/level-domain.ts'
import { levelsDomainView, levelsSkillsView, levelsView } from './views/levels.ts'
import { coreNote, ignoredNote, mandatoryNote, unansweredNote, withIgnored } from './views/notes.ts'
import { roleAboutView, roleSkillsView, rolesView, roleView } from './views/roles.ts'
import { severalView, usageView } from './views/several.ts'
import { cellView, domainView, rowView, skillView, statementView } from './views/skills.ts'
import { topicView } from './views/topics.ts'
import { twoRolesDomainView, twoRolesSkillsView, twoRolesView } from './views/two-roles.ts'
import { ownSkillsView, sharedSkillsView, twoRolesPartView } from './views/two-roles-part.ts'

/** Looks up what a role, level, domain or skill expects, compares levels and roles, and searches. */
export const skillsCommand: Command = {
  name: 'skills',
  code: SKILLS_CODE,
  summary: 'skills.summary',
  options: [
    { name: 'role', summary: 'option.role', completes: 'role' },
    { name: 'level', summary: 'option.level', completes: 'level' },
    { name: 'domain', summary: 'option.domain', completes: 'domain' },
    { name: 'skill', summary: 'option.skill', completes: 'skill' },
    { name: 'compare', summary: 'option.compare', completes: 'levelOrRole' },
    { name: 'search', summary: 'option.search', completes: 'name', suggest: suggestWords },
  ],
  usages: SKILLS_USAGES,
  isPublic: true,

  run(text, context) {
    const resolution = resolve(text, context)
    const facts = { ...factsIn(resolution), ignored: ('ignored' in resolution ? resolution.ignored : undefined) ?? [] }
    const negated = resolution.isNegated ? [note('info', context.t.rich('conversation.negated'))] : []
    const notes = [...unansweredNote(resolution.unanswered, context), ...negated]
    const answered = (message: Message): BotResponse =>
      reply(notes.length > 0 ? { ...message, blocks: [...notes, ...message.blocks] } : message, facts)
    switch (resolution.type) {
      case 'query': {
        const { query, readAs, ignored, asksMandatory, asksCore } = resolution
        const message = answer(query, context)
        const beside = [
          ...(asksMandatory ? mandatoryNote(query, context) : []),
          ...(asksCore ? coreNote(query, context) : []),
        ]
        const full = beside.length > 0 ? { ...message, blocks: [...beside, ...message.blocks] } : message
        const response = answered(withNotes(full, query, { text, readAs, ignored }, context))
        // Words that nobody can answer are nothing to share or to cache.
        return facts.view === 'unknown' && response.type === 'reply' ? { ...response, failed: 'user' } : response
      }
      case 'choice':
        return answered(
          withIgnored(
            choiceView(resolution.text, resolution.options, context.t, resolution.commands),
            facts.ignored,
            context,
          ),
        )
      case 'search':
        return answered(searchView(quoteInput(resolution.text), resolution.hits, resolution.within, context.t))
      case 'lines':
        return answered(foundLinesView(resolution.text, resolution.lines, context))
      case 'command':
        return answered(withIgnored(commandView(resolution, context), facts.ignored, context))
    }
  },

  handleAction(args, context): BotResponse {
    const query = parseQuery(args, context.catalogIndex.catalog)
    return reply(answer(query, context), { ...factsOf(query), ignored: [] })
  },

  renderHome: ({ catalogIndex: { catalog }, t }) => ({
    lookUp: [
      heading(t('home.roles')),
      ...actions(
        [...catalog.roles.values()]
          .slice(0, MOST_HOME_ROLES)
          .map((role) => queryButton(role.name, { view: 'role', role })),
        t('home.roles.pick'),
      ),
      text(t.rich('home.roles.how')),
    ],
  }),
}

/** Words that are no names: for the help, and for the history of roles. */
function suggestWords(typed: string, { t }: CommandContext): readonly Choice[] {
  const words = [
    { name: t('action.help'), value: 'help' },
    { name: t('action.changes'), value: 'changes' },
  ]
  const start = normalize(typed)
  return words.filter(({ name, value }) => value.startsWith(start) || normalize(name).startsWith(start))
}

/** The most roles with a button on the home page; others are typed. */
const MOST_HOME_ROLES = 100

function answer(query: SkillsQuery, context: CommandContext): Message {
  const { catalogIndex, t } = context
  const { catalog } = catalogIndex
  switch (query.view) {
    case 'help':
      return helpView(skillsCommand, context)
    case 'roles':
      return rolesView(catalog, query.page, t)
    case 'role':
      return roleView(query.role, t)
    case 'roleSkills':
      return roleSkillsView(query.role, t)
    case 'roleAbout':
      return roleAboutView(query.role, t)
    case 'levelSkills':
      return levelSkillsView(query.role, query.level, t)
    case 'level':
      return levelView(query.role, query.level, t)
    case 'levelStep':
      return levelStepView(query.role, query.level, query.step, t)
    case 'twoRolesDomain':
      return twoRolesDomainView(query, t)
    case 'twoRolesPart':
      return twoRolesPartView(query.first, query.second, query.part, t)
    case 'sharedSkills':
      return sharedSkillsView(catalog, t)
    case 'ownSkills':
      return ownSkillsView(catalog, query.role, t)
    case 'learning':
      return learningView(query.skill, t)
    case 'levelNames':
      return levelNamesView(catalog, t)
    case 'domains':
      return domainsView(catalog, t)
    case 'roleDomain':
      return roleDomainView(query.role, query.domain, t)
    case 'levelDomain':
      return levelDomainView(query.role, query.level, query.domain, t)
    case 'levels':
      return levelsView(query.role, query.from, query.to, t)
    case 'levelsSkills':
      return levelsSkillsView(query.role, query.from, query.to, t)
    case 'levelsDomain':
      return levelsDomainView(query.role, [query.from, query.to], query.domain, t)
    case 'row':
      return rowView(query.role, query.skill, t)
    case 'cell':
      return cellView(query.role, query.level, query.skill, t)
    case 'skill':
      return skillView(catalog, query.skill, query.page, t)
    case 'statement':
      return statementView(query.skill, query.step, t)
    case 'domain':
      return domainView(catalog, query.domain, query.proficiency, t)
    case 'changes':
      return changesView(query.role, query.page, context)
    case 'twoRoles':
      return twoRolesView(query.first, query.second, query.level, t)
    case 'twoRolesSkills':
      return twoRolesSkillsView(query.first, query.second, query.level, t)
    case 'nextLevel':
      return query.level ? nextLevelView(query.role, query.level, context) : nextLevelsView(query.role, context)
    case 'several':
      return severalView(query.role, query.level, query.skills, context)
    case 'usage':
      return usageView(query.skill, context)
    case 'stack':
    case 'focus':
      return linesView(query.view, query.role, query.level, context)
    case 'core':
      return coreView(query.role, query.level, context)
    case 'cores':
      return coresView(context)
    case 'rubric':
      return rubricView(context)
    case 'topic':
      return topicView(query.topic, context, query.about)
  }
}

/** What is asked of another command, answered in this one. */
function commandView(request: Extract<Resolution, { type: 'command' }>, context: CommandContext): Message {
  if (request.view === 'help') return helpView(skillsCommand, context)
  if (request.view === 'gaps' && request.role && request.level)
    return nextLevelView(request.role, request.level, context)
  if (request.view === 'gaps' && request.role) return nextLevelsView(request.role, context)
  return assessTopicView(context)
}

/** Puts a note per corrected name before the answer, and one for the words that had no part in it. */
function withNotes(
  message: Message,
  query: SkillsQuery,
  {
    text,
    readAs,
    ignored,
  }: { readonly text: string; readonly readAs: readonly Correction[]; readonly ignored: readonly string[] },
  context: CommandContext,
): Message {
  const { t } = context
  const isUnknown = query.view === 'topic' && query.topic === 'unknown'
  const isCoverage = query.view === 'topic' && query.topic === 'coverage'
  const words = isUnknown ? [] : ignored
  const lines = [
    ...readAs.map(({ typed, name }) => note('info', t.rich('skills.readAs', { typed, name }))),
    ...(isUnknown ? [note('error', t.rich('conversation.notUnderstood', { text: quoteInput(text) }))] : []),
    ...ignoredNote(words, isCoverage, context),
  ]
  return lines.length === 0 ? message : { ...message, blocks: [...lines, ...message.blocks] }
}
