import { ladderFacts } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import {
  actions,
  type Block,
  heading,
  type ListItem,
  list,
  type Message,
  note,
  plain,
  text,
} from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Command, CommandContext } from '../../command.ts'
import { usageOf } from '../../command-line.ts'
import { ladderNamed } from '../../ladders.ts'
import { accountsOf } from '../../linked-accounts.ts'
import { factsBlock } from '../../views/ladder-facts.ts'
import { startButton } from '../assess/actions.ts'
import { queryButton } from '../skills/query.ts'
import { rungButton } from './actions.ts'

/** Help for everything: plain words, all commands, and what else there is to know. */
export function rungHelpView(commands: readonly Command[], context: CommandContext): Message {
  const { t } = context
  return {
    summary: t('rung.help.title'),
    blocks: [
      heading(t('rung.help.title')),
      text(t.rich('rung.help.plain', { channels: hasChannels(context) ? 'yes' : 'no' })),
      ...list(commands.map((command) => commandItem(command, t))),
      ...actions([
        queryButton(t('action.roles'), { view: 'roles', page: 1 }),
        startButton(t),
        queryButton(t('rung.help.examples'), { view: 'help' }),
        rungButton(t('rung.settings'), { type: 'settings' }),
        rungButton(t('rung.privacy'), { type: 'privacy' }),
        rungButton(t('rung.about'), { type: 'about' }),
      ]),
    ],
  }
}

/** Whether the person's platform has channels, where people mention the bot: one without them has no setting for that of proposals. */
function hasChannels({ person, services: { proposals } }: CommandContext): boolean {
  return !proposals || proposals.platforms.get(person.platform)?.proposalsSetting !== undefined
}

function commandItem(command: Command, t: Translator): ListItem {
  const subcommand = command.subcommands?.[0]?.name
  return { text: [usageOf(command, { subcommand, options: {} }, t), ...plain(` — ${t(command.summary)}`)] }
}

/** What Rung is, and which ladder it answers from. */
export function aboutView({ t, catalogIndex: { catalog } }: CommandContext): Message {
  const { roles, skills, domains, version } = catalog
  return {
    summary: t('rung.about.title'),
    blocks: [
      heading(t('rung.about.title')),
      text(t.rich('rung.about.text')),
      {
        type: 'fields',
        fields: [
          { label: t('rung.about.ladder'), value: plain(t.all([...roles.values()].map(({ name }) => name))) },
          {
            label: t('rung.about.size'),
            value: plain(t('rung.about.counts', { skills: skills.size, domains: domains.size })),
          },
          { label: t('rung.about.version'), value: plain(version) },
        ],
      },
      ...factsBlock(ladderFacts(catalog), t),
      ...actions([
        ...[...roles.values()]
          .slice(0, 1)
          .filter(() => roles.size === 1)
          .map((role) => queryButton(t('action.changes'), { view: 'changes', role, page: 1 })),
        rungButton(t('rung.privacy'), { type: 'privacy' }),
        rungButton(t('action.help'), { type: 'help' }),
      ]),
    ],
  }
}

/** Whether the process works. Only admins see what is wrong. */
export async function statusView(context: CommandContext): Promise<Message> {
  const { t, services } = context
  const { problems, notes } = (await services.checkStatus?.()) ?? { problems: [], notes: [] }
  const key = problems.length > 0 ? 'rung.status.problems' : notes.length > 0 ? 'rung.status.notes' : 'rung.status.ok'
  const tone = problems.length > 0 ? 'error' : notes.length > 0 ? 'warning' : 'success'
  const lines = isOperator(context) ? [...problems, ...notes] : []
  const isHidden = lines.length === 0 && problems.length + notes.length > 0
  return {
    summary: t(key),
    blocks: [
      note(tone, t.rich(key)),
      ...list(lines.map((line) => ({ text: plain(line) }))),
      ...(isHidden ? [text(t.rich('rung.status.admins'))] : []),
    ],
  }
}

/** Whether a person may read about the process: an admin under any of their accounts, or the person at its terminal. */
function isOperator({ person, services: { proposals } }: CommandContext): boolean {
  const community = proposals?.community()
  if (!community) return true
  return accountsOf(person, proposals).some(
    (account) => community.canDecide(account) || community.admins.includes(personKey(account)),
  )
}

/** For the person who has just installed Rung in a workspace: what works, and what to set up next. */
export function installedView(context: CommandContext): Message {
  const { t, services, person } = context
  const { ladders } = services
  const ladder = ladders && ladderNamed(ladders, ladders.choices.lastOf(person).id, t.locale)
  return {
    summary: t('rung.installed.title'),
    blocks: [
      heading(t('rung.installed.title')),
      text(t.rich('rung.installed.text')),
      ...list(
        (
          [
            'rung.installed.try',
            'rung.installed.invite',
            'rung.installed.proposals',
            ladder === undefined ? 'rung.installed.ladder' : 'rung.installed.ladders',
          ] as const
        ).map((key) => ({ text: t.rich(key, { ladder: ladder ?? '' }) })),
      ),
      ...actions([
        queryButton(t('action.roles'), { view: 'roles', page: 1 }),
        startButton(t),
        rungButton(t('action.help'), { type: 'help' }),
      ]),
    ],
  }
}

/** The head of the home page of a person who has not used Rung yet. */
export function welcomeBlocks(t: Translator): readonly Block[] {
  return [heading(t('conversation.greeting.title')), text(plain(t('conversation.greeting.text')))]
}
