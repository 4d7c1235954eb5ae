import { ladderFacts } from '../../../../catalog/index.ts'
import type { MessageKey, Params } from '../../../../i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  heading,
  list,
  type Message,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import type { ProposalService } from '../../../../proposals/service.ts'
import type { CommandContext } from '../../../command.ts'
import { factsBlock } from '../../../views/ladder-facts.ts'
import { ABSENT_MARK, MANDATORY_MARK, RISES_MARK } from '../../../views/proficiency.ts'
import { startButton } from '../../assess/actions.ts'
import { generalRule, ruleText } from '../../assess/rule.ts'
import { profileButton } from '../../profile/actions.ts'
import { proposalButton } from '../../proposals/actions.ts'
import { startButton as proposeButton } from '../../proposals/draft-change.ts'
import { rungButton } from '../../rung/actions.ts'
import { describeQuery, type PlainTopic, queryButton, type SkillsQuery } from '../query.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** The most roles with a button. */
const MOST_ROLES = 3

/** What is told about Rung, and what answers a greeting or words that are no question. */
export function topicView(topic: PlainTopic, context: CommandContext, about?: SkillsQuery): Message {
  const { t } = context
  return {
    summary: t(`conversation.${topic}.title`),
    blocks: [
      ...topicBlocks(topic, context),
      ...(about ? actions([queryButton(describeQuery(about, t), about)]) : []),
      ...actions(topicActions(topic, context)),
    ],
  }
}

function topicBlocks(topic: PlainTopic, { t, catalogIndex: { catalog }, services }: CommandContext): readonly Block[] {
  const titled = (...keys: readonly MessageKey[]): readonly Block[] => [
    heading(t(`conversation.${topic}.title`)),
    ...keys.map((key) => text(t.rich(key))),
  ]
  switch (topic) {
    case 'greeting':
    case 'thanks':
    case 'bye':
    case 'unknown':
      return [text(plain(t(`conversation.${topic}.text`)))]
    case 'ownLadder':
      return titled('conversation.ownLadder.text')
    case 'answers':
      return titled('conversation.answers.text')
    case 'marks':
      return [
        heading(t('conversation.marks.title')),
        ...list([
          { text: [...strong(MANDATORY_MARK), ...plain(` ${t('legend.mandatory')}`)] },
          { text: [...strong(RISES_MARK), ...plain(` ${t('legend.rises')}`)] },
          { text: [...strong(ABSENT_MARK), ...plain(` ${t('proficiency.absent')}`)] },
        ]),
      ]
    case 'privacy':
      return [
        ...titled('conversation.privacy.text', 'conversation.privacy.more'),
        ...(services.resultMs === undefined
          ? []
          : [
              text(
                t.rich('conversation.privacy.retention', {
                  session: Math.ceil(services.sessionMs / DAY_MS),
                  ...inYears(Math.ceil(services.resultMs / DAY_MS)),
                }),
              ),
            ]),
      ]
    case 'process':
      return [
        ...titled('conversation.process.text'),
        ...(services.proposals
          ? [text(t.rich('conversation.process.numbers', numbersOf(services.proposals.policy)))]
          : []),
        text(t.rich('conversation.process.experts')),
        ...factsBlock(ladderFacts(catalog), t),
      ]
    case 'rule': {
      const [role] = catalog.roles.values()
      return [
        heading(t('conversation.rule.title')),
        text(role && catalog.roles.size === 1 ? ruleText(role, t) : generalRule(catalog.levelRule, t)),
        text(plain(t(catalog.levelRule.kind === 'points' ? 'points.rule.answers' : 'conversation.rule.answers'))),
      ]
    }
    case 'coverage':
      return [
        heading(t('conversation.coverage.title')),
        text(
          plain(
            t('conversation.coverage.text', {
              roles: catalog.roles.size,
              skills: catalog.skills.size,
              domains: catalog.domains.size,
            }),
          ),
        ),
        ...factsBlock(ladderFacts(catalog), t),
        text(plain(t('conversation.coverage.not'))),
        text(t.rich('conversation.coverage.propose')),
      ]
  }
}

/** The numbers of the decision process, for a sentence. */
function numbersOf({ minNominators, voteDays, minQuorum, pass, approvals }: ProposalService['policy']): Params {
  return { nominations: minNominators, days: voteDays, votes: minQuorum, share: `${pass.of}/${pass.in}`, approvals }
}

/** Three things to do next: a role, one's own level, and the help. */
function topicActions(
  topic: PlainTopic,
  { t, services, catalogIndex: { catalog } }: CommandContext,
): readonly ActionButton[] {
  if (topic === 'thanks' || topic === 'bye') return []
  if (topic === 'process' && services.proposals)
    return [
      proposeButton(t('propose.action.start')),
      proposalButton(t('proposals.list.open'), { type: 'list', which: 'open', page: 1 }),
    ]
  if (topic === 'privacy')
    return [
      profileButton(t('profile.action.export'), { type: 'export' }),
      profileButton(t('profile.action.delete'), { type: 'askDelete' }, 'danger'),
    ]
  const roles = [...catalog.roles.values()]
  const few = roles.length <= MOST_ROLES ? roles : []
  return [
    ...few.map((role) => queryButton(role.name, { view: 'role', role })),
    ...(few.length === 0 ? [queryButton(t('action.roles'), { view: 'roles', page: 1 })] : []),
    startButton(t),
    rungButton(t('action.help'), { type: 'help' }),
  ]
}

const DAYS_OF_YEAR = 365

/** A time as whole years, or else as days: nobody reads 1,095 days as three years. */
function inYears(days: number): { readonly years: number; readonly days: number } {
  return days % DAYS_OF_YEAR === 0 ? { years: days / DAYS_OF_YEAR, days: 0 } : { years: 0, days }
}
