import { localized, normalize, PROFICIENCIES, type Role } from '../../../catalog/index.ts'
import type { Params, Translator, WordList } from '../../../i18n/index.ts'
import {
  actions,
  type Block,
  heading,
  type ListItem,
  list,
  type Message,
  note,
  plain,
  strong,
  text,
} from '../../../message/index.ts'
import { accountsEverywhere, erasePeople } from '../../../proposals/erasure.ts'
import type { AssessmentResult } from '../../../store/records.ts'
import { NewerSchemaError } from '../../../store/store.ts'
import { accountsOf, formatAccount } from '../../accounts.ts'
import type { Command, CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, replaceWith, reply } from '../../events.ts'
import { usageTable } from '../../help.ts'
import { isHelpRequest } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { proficiencyName } from '../../views/proficiency.ts'
import { press } from '../assess/actions.ts'
import { wholePercent } from '../assess/loaded-session.ts'
import { removedRoleResultView, resultView } from '../assess/views/result.ts'
import { newerVersionNotes as newerSessionNotes } from '../assess/views/start.ts'
import { deleteIdeaText } from '../proposals/idea-text.ts'
import { PROFILE_CODE, type ProfileAction, profileAction, profileButton } from './actions.ts'
import { exportFiles, type UnreadableData } from './export.ts'
import { confirmLink, declineLink, linkedAccountsBlocks, offerLink, redeemCode, unlink } from './link.ts'
import { draftsOf, involvementsOf } from './proposal-history.ts'

/** Results shown with a button each; older ones are in the export. */
const MOST_RESULTS = 10

/** Past results, what changed between them, and everything held about a person: to take along or to erase. */
export const profileCommand: Command = {
  name: 'profile',
  code: PROFILE_CODE,
  summary: 'profile.summary',
  options: [{ name: 'what', summary: 'profile.option.what', completes: 'text' }],
  usages: [
    { input: 'usage.profile.nothing', answer: 'usage.profile.nothing.answer', example: () => '' },
    { input: 'usage.profile.export', answer: 'usage.profile.export.answer', example: () => 'export' },
    {
      input: 'usage.profile.link',
      answer: 'usage.profile.link.answer',
      params: platformExamples,
      example: () => 'link',
    },
    { input: 'usage.profile.unlink', answer: 'usage.profile.unlink.answer', example: () => 'unlink' },
    { input: 'usage.profile.delete', answer: 'usage.profile.delete.answer', example: () => 'delete' },
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
        blocks: [heading('/profile'), usageTable(profileCommand, context)],
      })
    }
    if (normalize(typed) === '') return act({ type: 'show' }, context)
    if (is('profileExport', typed)) return act({ type: 'export' }, context)
    if (is('profileDelete', typed)) return act({ type: 'askDelete' }, context)
    throw new UserError('error.profile.unknown', { text: quoteInput(typed) })
  },
  handleAction: (args, context) => act(profileAction(args), context),
  renderHome: home,
}

/** Two platforms to name as examples, if that many are registered. */
function platformExamples({ services }: Pick<CommandContext, 'services'>): Params {
  const [first, second] = [...(services.proposals?.platforms.values() ?? [])].map(({ displayName }) => displayName)
  return { examples: second === undefined ? 'none' : 'named', first: first ?? '', second: second ?? '' }
}

/** Results and goals on the bot's own page. */
const MOST_HOME_RESULTS = 3
const MOST_HOME_GOALS = 3

async function home({ services, person, catalogIndex, t }: CommandContext): Promise<readonly Block[]> {
  const results = await services.store.results.list(person)
  const newest = results.find((result) => result.domain === null)
  if (!newest) return []
  const role = catalogIndex.catalog.roles.get(newest.role)
  const level = levelName(newest, role, t)
  const target = role?.levels.find((entry) => entry.slug === newest.target)?.name
  const goals = newest.gaps.slice(0, MOST_HOME_GOALS).map(({ skill, name, required }) => {
    const proficiency = PROFICIENCIES[required - 1]
    const to = proficiency ? proficiencyName(proficiency, t) : ''
    return { text: plain(t('result.goal', { skill: role?.rows.get(skill)?.skill.name ?? name, to })) }
  })
  return [
    heading(t('result.title', { role: role?.name ?? newest.roleName, level })),
    text(t.rich('home.level', { date: t.date(newest.finishedAt), percent: wholePercent(newest.confidence) })),
    ...(target === undefined ? [] : list(goals, strong(t('home.goals', { level: target })))),
    ...actions([
      ...results
        .slice(0, MOST_HOME_RESULTS)
        .map(({ id, finishedAt }) =>
          profileButton(t('profile.open', { date: t.date(finishedAt) }), { type: 'result', id }),
        ),
      profileButton(t('result.profile'), { type: 'show' }),
    ]),
  ]
}

async function act(action: ProfileAction, context: CommandContext): Promise<BotResponse> {
  const { t, person } = context
  const { store, now } = context.services
  switch (action.type) {
    case 'show':
      return reply(await historyView(context))
    case 'result': {
      const result = (await store.results.list(person)).find((entry) => entry.id === action.id)
      const role = result && context.catalogIndex.catalog.roles.get(result.role)
      if (!result) throw new UserError('error.profile.gone')
      return reply(role ? resultView(result, role, context) : removedRoleResultView(result, context))
    }
    case 'link':
      return confirmLink(action.id, context)
    case 'linkNot':
      return declineLink(action.id, context)
    case 'unlink':
      return unlink(action.at, context)
    case 'export': {
      const data = await everythingOf(context)
      const counts = { results: data.results.length, sessions: data.sessions.length }
      return reply({
        summary: t('profile.export.text', counts),
        blocks: [text(t.rich('profile.export.text', counts)), ...newerNotes(data.newer, context)],
        files: exportFiles(data, now()),
      })
    }
    case 'askDelete': {
      // What only a later version can read can be deleted all the same.
      const { results, sessions, newer } = await everythingOf(context)
      const proposals = involvementsOf(context)
      return reply({
        summary: t('profile.delete.title'),
        blocks: [
          heading(t('profile.delete.title')),
          text(t.rich('profile.delete.text', { results: results.length, sessions: sessions.length })),
          ...accountsDeleted(context),
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
      // Another process may just have linked an account.
      await context.services.proposals?.catchUp()
      for (const id of draftsOf(context)) await deleteIdeaText(id, context)
      await erase(context)
      await context.services.proposals?.catchUp()
      return replaceWith({ summary: t('profile.deleted'), blocks: [note('success', t.rich('profile.deleted'))] })
    case 'keep':
      return replaceWith({ summary: t('profile.delete.kept'), blocks: [note('info', t.rich('profile.delete.kept'))] })
  }
}

async function erase({ person, services: { proposals, now, store } }: CommandContext): Promise<void> {
  const platforms = proposals?.platforms ?? new Map()
  const accounts = await accountsEverywhere(accountsOf(person, proposals), store, platforms)
  await erasePeople(accounts, store, now(), platforms)
}

function accountsDeleted({ services, person, t }: CommandContext): readonly Block[] {
  const accounts = accountsOf(person, services.proposals)
  if (accounts.length < 2) return []
  const names = t.all(
    accounts.map((account) => formatAccount(account, undefined, { t, platforms: services.proposals?.platforms })),
  )
  return [text(t.rich('profile.delete.accounts', { accounts: names }))]
}

async function everythingOf(context: CommandContext) {
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
  }
}

/** Says what is stored but only a later version of Rung can read. */
function newerNotes({ results, sessions, settings }: UnreadableData, context: CommandContext): readonly Block[] {
  const { t } = context
  return [
    ...(results > 0 ? [note('info', t.rich('profile.newer.results', { count: results }))] : []),
    ...newerSessionNotes(sessions, context),
    ...(settings ? [note('info', t.rich('error.newer.settings'))] : []),
  ]
}

async function historyView(context: CommandContext): Promise<Message> {
  const { t, catalogIndex, person, services } = context
  const { results: store } = services.store
  const [results, count] = await Promise.all([store.list(person), store.countNewer(person)])
  const notes = newerNotes({ results: count, sessions: [], settings: false }, context)
  if (results.length === 0) {
    return {
      summary: t('profile.none'),
      blocks: [
        heading(t('profile.title')),
        ...(notes.length > 0 ? notes : [text(t.rich('profile.none'))]),
        ...linkedAccountsBlocks(context),
        ...actions([press(t('action.assess'), { type: 'which' })]),
      ],
    }
  }
  const roles = [...new Set(results.map((result) => result.role))]
  const latest = results.slice(0, MOST_RESULTS)
  return {
    summary: t('profile.title'),
    blocks: [
      heading(t('profile.title')),
      ...roles.flatMap((slug) =>
        roleHistory(
          results.filter((result) => result.role === slug),
          catalogIndex.catalog.roles.get(slug),
          t,
        ),
      ),
      ...notes,
      ...actions(
        latest.map((result) =>
          profileButton(t('profile.open', { date: t.date(result.finishedAt) }), { type: 'result', id: result.id }),
        ),
      ),
      ...linkedAccountsBlocks(context),
      ...actions([
        press(t('result.again'), { type: 'which' }),
        profileButton(t('profile.action.export'), { type: 'export' }),
        profileButton(t('profile.action.delete'), { type: 'askDelete' }, 'danger'),
      ]),
    ],
  }
}

/** One role's results, newest first, and what changed between the last two of the whole role. */
function roleHistory(results: readonly AssessmentResult[], role: Role | undefined, t: Translator): readonly Block[] {
  const [newest, before] = results.filter((result) => result.domain === null)
  const items: ListItem[] = results.map((result) => {
    const date = t.date(result.finishedAt)
    const domain = role?.domains.find((group) => group.domain.slug === result.domain)?.domain
    if (result.domain !== null) {
      return {
        text: plain(
          t('profile.item.domain', { date, domain: domain ? localized(domain.name, t.locale) : result.domain }),
        ),
      }
    }
    return {
      text: plain(
        t('profile.item', { date, level: levelName(result, role, t), percent: wholePercent(result.confidence) }),
      ),
    }
  })
  return [
    ...list(items, strong(role?.name ?? results[0]?.roleName ?? '')),
    ...(newest && before
      ? [
          text(
            t.rich('profile.changed', {
              date: t.date(before.finishedAt),
              changes: t.all(changes(newest, before, role, t)),
            }),
          ),
        ]
      : []),
  ]
}

function levelName(result: AssessmentResult, role: Role | undefined, t: Translator): string {
  const level = role?.levels.find((entry) => entry.slug === result.level)
  return level?.name ?? result.level ?? t('assess.belowFirst', { level: role?.levels[0]?.name ?? '' })
}

/** Names told of the skills that went up or down. */
const MOST_NAMES = 5

function changes(
  newest: AssessmentResult,
  before: AssessmentResult,
  role: Role | undefined,
  t: Translator,
): readonly string[] {
  const from = levelName(before, role, t)
  const to = levelName(newest, role, t)
  const earlier = new Map(before.ratings.map(({ skill, rating }) => [skill, rating]))
  const moved = newest.ratings.flatMap(({ skill, name, rating }) => {
    const old = earlier.get(skill)
    return rating === null || old === null || old === undefined || old === rating ? [] : [{ name, up: rating > old }]
  })
  const changed = (up: boolean) => {
    const names = moved.filter((entry) => entry.up === up).map((entry) => entry.name)
    const key = up ? 'profile.changed.up' : 'profile.changed.down'
    return names.length === 0 ? [] : [t(key, { count: names.length, names: names.slice(0, MOST_NAMES).join(', ') })]
  }
  return [
    newest.level === before.level ? t('profile.changed.same') : t('profile.changed.level', { from, to }),
    ...changed(true),
    ...changed(false),
    ...(newest.level === before.level && newest.gaps.length !== before.gaps.length
      ? [t('profile.changed.gaps', { before: before.gaps.length, after: newest.gaps.length })]
      : []),
  ]
}
