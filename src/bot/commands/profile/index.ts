import { type Catalog, normalize } from '../../../catalog/index.ts'
import type { Params, WordList } from '../../../i18n/index.ts'
import { actions, heading, text } from '../../../message/index.ts'
import { erasePerson } from '../../../proposals/erasure.ts'
import { NewerSchemaError } from '../../../store/store.ts'
import type { Command, CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { askToConfirm, type BotResponse, replaceWith, reply } from '../../events.ts'
import { HELP_SUBCOMMAND, usageList } from '../../help.ts'
import { isHelpRequest } from '../../input.ts'
import { accountsOf, linkedAccountNames } from '../../linked-accounts.ts'
import { quoteInput } from '../../quote.ts'
import { noticeMessage } from '../../views/notice.ts'
import { resultMessage } from '../assess/result-message.ts'
import { removedRoleResultView } from '../assess/views/result.ts'
import { deleteIdeaText } from '../proposals/idea-text.ts'
import { PROFILE_CODE, type ProfileAction, profileAction, profileButton } from './actions.ts'
import { exportFiles, type ProfileData, type UnreadableData } from './export.ts'
import { showAllLevelGaps, showGaps, showLevelGaps } from './gaps.ts'
import { historyView, newerNotes, profileHome } from './history.ts'
import { confirmLink, declineLink, offerLink, redeemCode, unlink } from './link.ts'
import { otherLaddersOf } from './other-ladders.ts'
import { draftsOf, involvementsOf } from './proposal-history.ts'
import { changeSettings, settingsView } from './settings.ts'

/** Shows past results and what changed between them, and exports or erases everything stored about a person. */
export const profileCommand: Command = {
  name: 'profile',
  code: PROFILE_CODE,
  summary: 'profile.summary',
  options: [],
  subcommands: [
    { name: 'show', summary: 'profile.show.summary', options: [] },
    {
      name: 'gaps',
      summary: 'profile.gaps.summary',
      options: [
        { name: 'role', summary: 'option.role', completes: 'role' },
        { name: 'level', summary: 'option.level', completes: 'level' },
      ],
    },
    { name: 'settings', summary: 'profile.settings.summary', options: [] },
    { name: 'export', summary: 'profile.export.summary', options: [] },
    {
      name: 'link',
      summary: 'profile.link.summary',
      options: [{ name: 'code', summary: 'profile.option.code', completes: 'text' }],
    },
    { name: 'unlink', summary: 'profile.unlink.summary', options: [] },
    { name: 'delete', summary: 'profile.delete.summary', options: [] },
    HELP_SUBCOMMAND,
  ],
  usages: [
    { subcommand: 'show', answer: 'profile.show.summary' },
    { subcommand: 'gaps', answer: 'profile.gaps.summary' },
    { subcommand: 'gaps', options: highestLevel, answer: 'usage.profile.gaps.level' },
    { subcommand: 'settings', answer: 'profile.settings.summary' },
    { subcommand: 'export', answer: 'profile.export.summary' },
    { subcommand: 'link', answer: 'usage.profile.link.answer', params: platformExamples },
    { subcommand: 'unlink', answer: 'profile.unlink.summary' },
    { subcommand: 'delete', answer: 'profile.delete.summary' },
  ],
  run(typed, context) {
    const { words } = context.vocabulary
    const [, verb = '', code = ''] = /^\s*(\S+)(?:\s+(\S+))?\s*$/u.exec(typed) ?? []
    const is = (list: WordList, text: string): boolean => words(list).has(normalize(text))
    if (is('profileLink', verb)) return code === '' ? offerLink(context) : redeemCode(code, context)
    if (is('profileUnlink', verb) && code === '') return unlink(undefined, context)
    if (isHelpRequest(typed, context.vocabulary)) {
      return reply({
        summary: context.t('profile.summary'),
        blocks: [heading(context.t('profile.summary')), ...usageList(profileCommand, context)],
      })
    }
    if (normalize(typed) === '' || is('profileShow', typed)) return act({ type: 'show' }, context)
    if (is('profileGaps', typed)) return showGaps(context)
    const [, first = '', target = ''] = /^\s*(\S+)\s+(\S[\s\S]*)$/u.exec(typed) ?? []
    if (is('profileGaps', first)) return showLevelGaps(target, context)
    if (is('profileSettings', typed)) return act({ type: 'settings' }, context)
    if (is('profileExport', typed)) return act({ type: 'export' }, context)
    if (is('profileDelete', typed)) return act({ type: 'askDelete' }, context)
    throw new UserError('error.profile.unknown', { text: quoteInput(typed) })
  },
  handleAction: (args, context) => act(profileAction(args), context),
  renderHome: profileHome,
}

/** The highest level of the first role, as an example. */
function highestLevel({ roles }: Catalog): Readonly<Record<string, string>> | undefined {
  const [role] = roles.values()
  const level = role?.levels.at(-1)
  return role && level && { role: role.slug, level: level.slug }
}

/** The names of two platforms as examples, if that many are registered. */
function platformExamples({ services }: Pick<CommandContext, 'services'>): Params {
  const [first, second] = [...(services.proposals?.platforms.values() ?? [])].map(({ displayName }) => displayName)
  return { examples: second === undefined ? 'none' : 'named', first: first ?? '', second: second ?? '' }
}

async function act(action: ProfileAction, context: CommandContext): Promise<BotResponse> {
  const { t, person } = context
  const { store, now } = context.services
  switch (action.type) {
    case 'show':
      return reply(await historyView(context))
    case 'result': {
      const results = await store.results.list(person)
      const result = results.find((entry) => entry.id === action.id)
      const role = result && context.catalogIndex.catalog.roles.get(result.role)
      if (!result) throw new UserError('error.profile.gone')
      if (!role) return reply(removedRoleResultView(result, context))
      return reply(await resultMessage(result, role, context, { results }))
    }
    case 'gaps':
      return showAllLevelGaps(action.id, action.level, context)
    case 'link':
      return confirmLink(action.id, context)
    case 'linkNot':
      return declineLink(action.id, context)
    case 'unlink':
      return unlink(action.at, context)
    case 'settings':
      return reply(await settingsView(context))
    case 'language':
      return changeSettings({ locale: action.locale === '' ? null : action.locale }, context)
    case 'reminders':
      return changeSettings({ reminders: action.on }, context)
    case 'export': {
      const data = await everythingOf(context)
      const counts = countsOf(data)
      return reply({
        summary: t('profile.export.text', counts),
        blocks: [text(t.rich('profile.export.text', counts)), ...newerNotes(data.newer, context)],
        files: exportFiles(data, now(), t),
      })
    }
    case 'askDelete': {
      // Data that only a later version can read is deleted too.
      const data = await everythingOf(context)
      const { newer } = data
      const proposals = [data, ...(data.otherLadders ?? [])].flatMap((each) => each.proposals)
      const accounts = linkedAccountNames(context)
      return askToConfirm({
        summary: t('profile.delete.title'),
        blocks: [
          heading(t('profile.delete.title')),
          text(t.rich('profile.delete.text', countsOf(data))),
          ...(accounts === undefined ? [] : [text(t.rich('profile.delete.accounts', { accounts }))]),
          ...newerNotes(newer, context),
          ...(proposals.length > 0 ? [text(t.rich('profile.delete.proposals', { count: proposals.length }))] : []),
          ...actions([
            profileButton(t('profile.delete.yes'), { type: 'delete' }, 'danger'),
            profileButton(t('profile.delete.no'), { type: 'keep' }),
          ]),
        ],
      })
    }
    case 'delete':
      // Another process may have linked an account just now.
      await context.services.proposals?.catchUp()
      for (const id of draftsOf(context)) await deleteIdeaText(id, context)
      await erase(context)
      await context.services.proposals?.catchUp()
      return replaceWith(noticeMessage(t, 'success', 'profile.deleted'))
    case 'keep':
      return replaceWith(noticeMessage(t, 'info', 'profile.delete.kept'))
  }
}

async function erase({ person, services: { proposals, now, store, ladders } }: CommandContext): Promise<void> {
  const platforms = proposals?.platforms ?? new Map()
  const accounts = accountsOf(person, proposals)
  // Their languages are forgotten here at once.
  for (const account of accounts) await store.erase(account)
  await erasePerson(accounts, ladders?.root ?? store, now(), platforms)
}

async function everythingOf(context: CommandContext): Promise<ProfileData> {
  const { person, services } = context
  const { store } = services
  const [results, sessions, settings, newerResults, newerSessions] = await Promise.all([
    store.results.list(person),
    store.sessions.list(person),
    store.settings.read(person).catch((error: unknown) => {
      if (error instanceof NewerSchemaError) return null
      throw error
    }),
    store.results.countNewer(person),
    store.sessions.listNewer(person),
  ])
  const [, ...linked] = accountsOf(person, services.proposals)
  const newer: UnreadableData = { results: newerResults, sessions: newerSessions, settings: settings === null }
  return {
    person: { ...person },
    ...(linked.length > 0 && { linked }),
    results,
    sessions,
    settings,
    newer,
    proposals: involvementsOf(context),
    ...(services.ladders && { ladder: services.ladders.own, otherLadders: await otherLaddersOf(context) }),
  }
}

/** How much there is in all ladders. */
function countsOf(data: ProfileData): { readonly results: number; readonly sessions: number } {
  const all = [data, ...(data.otherLadders ?? [])]
  return {
    results: all.reduce((sum, { results }) => sum + results.length, 0),
    sessions: all.reduce((sum, { sessions }) => sum + sessions.length, 0),
  }
}
