import { localized, type Role, type SearchHit, stepOf } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  type ActionButton,
  actions,
  heading,
  type ListItem,
  list,
  type Message,
  note,
  plain,
  strong,
} from '../../../../message/index.ts'
import type { Command, CommandContext } from '../../../command.ts'
import type { CommandView } from '../../../conversation/resolution.ts'
import { usageList } from '../../../help.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { rubric } from '../../../views/rubric.ts'
import { statementDetail } from '../../../views/statement.ts'
import { startButton } from '../../assess/actions.ts'
import { profileButton } from '../../profile/actions.ts'
import { proposalButton } from '../../proposals/actions.ts'
import { rungButton } from '../../rung/actions.ts'
import { describeQuery, queryButton, type SkillsQuery } from '../query.ts'

/** The hits of a search, best first, each with a button. */
export function searchView(
  searched: string,
  hits: readonly SearchHit[],
  within: Role | undefined,
  t: Translator,
): Message {
  const title = within
    ? t('skills.search.titleIn', { text: searched, role: within.name })
    : t('skills.search.title', { text: searched })
  return {
    summary: t('skills.search.summary', { text: searched, count: hits.length }),
    blocks: [heading(title), ...list(hits.map((hit) => hitItem(hit, t))), ...actions(hitActions(hits, within, t))],
  }
}

function hitItem(hit: SearchHit, t: Translator): ListItem {
  switch (hit.kind) {
    case 'role':
      return {
        text: [...strong(hit.role.name), ...plain(` (${t('kind.role')})`)],
        ...(hit.role.description && { detail: plain(localized(hit.role.description, t.locale)) }),
      }
    case 'domain':
      return { text: [...strong(localized(hit.domain.name, t.locale)), ...plain(` (${t('kind.domain')})`)] }
    case 'skill':
      return {
        text: [
          ...strong(hit.skill.name),
          ...plain(` (${t('kind.skill')}, ${localized(hit.skill.domain.name, t.locale)})`),
        ],
      }
    case 'statement': {
      const step = stepOf(hit.skill.scale, hit.proficiency)
      return {
        text: [...strong(hit.skill.name), ...plain(`: ${step ? proficiencyName(step, t) : hit.proficiency}`)],
        ...statementDetail(hit.skill, hit.proficiency, t),
      }
    }
  }
}

/** One action per role, domain or skill: a skill and its statements share one. */
function hitActions(hits: readonly SearchHit[], within: Role | undefined, t: Translator): readonly ActionButton[] {
  const queries = hits.map((hit) => queryFor(hit, within))
  const byPayload = new Map(
    queries.map((query) => queryButton(describeQuery(query, t), query)).map((button) => [button.payload, button]),
  )
  return [...byPayload.values()]
}

function queryFor(hit: SearchHit, within: Role | undefined): SkillsQuery {
  switch (hit.kind) {
    case 'role':
      return { view: 'role', role: hit.role }
    case 'domain':
      return within ? { view: 'roleDomain', role: within, domain: hit.domain } : { view: 'domain', domain: hit.domain }
    case 'skill':
    case 'statement':
      return within ? { view: 'row', role: within, skill: hit.skill } : { view: 'skill', skill: hit.skill, page: 1 }
  }
}

/** Asks which of several queries is meant. `typed` is empty if no word of it has several meanings, but the question does. */
export function choiceView(
  typed: string,
  options: readonly SkillsQuery[],
  t: Translator,
  commands: readonly CommandView[] = [],
): Message {
  const roles = new Set(options.flatMap((query) => ('role' in query && query.role ? [query.role] : [])))
  // If each option is one of another role, the role is all that is open.
  const isRole = options.length > 1 && roles.size === options.length && commands.length === 0
  const isWord = typed !== '' && !isRole
  const which = isRole ? 'skills.choice.which' : 'skills.choice.one'
  return {
    summary: isWord ? t('skills.choice.summary', { text: typed }) : t(which),
    blocks: [
      note('info', isWord ? t.rich('skills.choice.text', { text: typed }) : t.rich(which)),
      ...actions([
        ...options.map((query) => queryButton(describeQuery(query, t), query)),
        ...commands.map((view) => commandButton(view, t)),
      ]),
    ],
  }
}

/** Opens what another command answers. */
function commandButton(view: CommandView, t: Translator): ActionButton {
  switch (view) {
    case 'assess':
      return startButton(t)
    case 'profile':
    case 'gaps':
      return profileButton(t('profile.title'), { type: 'show' })
    case 'proposals':
      return proposalButton(t('proposals.list.open'), { type: 'list', which: 'open', page: 1 })
    case 'help':
      return rungButton(t('action.help'), { type: 'help' })
  }
}

/** The help of the command, from its declaration. */
export function helpView(command: Command, context: CommandContext): Message {
  const { t } = context
  return {
    summary: t(command.summary),
    blocks: [
      heading(t('skills.help.title')),
      ...usageList(command, context),
      ...rubric(context.catalogIndex.catalog.scale, context.t),
      note('info', t.rich('skills.help.note')),
      ...actions([queryButton(t('action.roles'), { view: 'roles', page: 1 })]),
    ],
  }
}
