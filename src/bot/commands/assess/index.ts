import {
  type Catalog,
  type Domain,
  type LocalText,
  localized,
  normalize,
  type Role,
  tracksOf,
} from '../../../catalog/index.ts'
import type { MessageKey, Params } from '../../../i18n/index.ts'
import { heading, type Message, text } from '../../../message/index.ts'
import type { Command, CommandContext, CommandOption, Conversation } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { askToConfirm, type BotResponse, inDirectMessage, reply } from '../../events.ts'
import { HELP_SUBCOMMAND, usageList } from '../../help.ts'
import { isHelpRequest } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { rubric } from '../../views/rubric.ts'
import { ASSESS_CODE, actionFrom, beginAction, press, resumeButton, type Scope, WHOLE_ROLE } from './actions.ts'
import { act, handleAction, handleForm, intro } from './handle-action.ts'
import { assessHome } from './home.ts'
import { sessionsWithRole } from './loaded-session.ts'
import { generalRule } from './rule.ts'
import { confirmCancel, resumeSession } from './session.ts'
import { handleTypedAnswer } from './typed-answers.ts'
import { parseTypedAnswer } from './typed-meaning.ts'
import { cancelChoiceView } from './views/start.ts'

const ROLE: CommandOption = { name: 'role', summary: 'assess.option.role', completes: 'role' }
const DOMAIN: CommandOption = { name: 'domain', summary: 'assess.option.domain', completes: 'domain' }
const LEVEL: CommandOption = { name: 'level', summary: 'assess.option.level', completes: 'level' }

/** Assesses which level a person meets, and what is missing for the next one. */
export const assessCommand: Command = {
  name: 'assess',
  code: ASSESS_CODE,
  summary: 'assess.summary',
  options: [ROLE, DOMAIN, LEVEL],
  subcommands: [
    { name: 'start', summary: 'assess.start.summary', options: [ROLE, DOMAIN, LEVEL] },
    { name: 'sheet', summary: 'assess.sheet.summary', options: [{ ...ROLE, isRequired: true }, DOMAIN, LEVEL] },
    { name: 'resume', summary: 'assess.resume.summary', options: [ROLE] },
    { name: 'status', summary: 'assess.status.summary', options: [] },
    { name: 'cancel', summary: 'assess.cancel.summary', options: [ROLE] },
    {
      name: 'reminders',
      summary: 'assess.reminders.summary',
      options: [
        {
          name: 'setting',
          summary: 'assess.option.setting',
          completes: 'text',
          isRequired: true,
          choices: [
            { value: 'off', label: 'assess.reminders.choice.off' },
            { value: 'on', label: 'assess.reminders.choice.on' },
          ],
        },
      ],
    },
    HELP_SUBCOMMAND,
  ],
  usages: [
    { subcommand: 'start', options: firstRole, answer: 'usage.assess.role.answer' },
    {
      subcommand: 'start',
      options: ({ roles }) => {
        const [role] = roles.values()
        const level = role?.levels.at(Math.floor(role.levels.length / 2))
        return role && level && { role: role.slug, level: level.slug }
      },
      answer: 'usage.assess.target.answer',
    },
    {
      subcommand: 'start',
      options: ({ roles }) => {
        const [role] = roles.values()
        return role?.domains[0] && { role: role.slug, domain: role.domains[0].domain.slug }
      },
      answer: 'usage.assess.domain.answer',
    },
    { subcommand: 'sheet', options: firstRole, answer: 'assess.sheet.summary' },
    { subcommand: 'resume', answer: 'assess.resume.summary' },
    { subcommand: 'status', answer: 'assess.status.summary' },
    { subcommand: 'cancel', answer: 'assess.cancel.summary' },
    { subcommand: 'reminders', options: () => ({ setting: 'off' }), answer: 'assess.reminders.summary' },
  ],
  run,
  handleAction: (args, context) => handleAction(actionFrom(args), context),
  handleForm: (args, values, context) => handleForm(actionFrom(args), values, context),
  readsText: (text, vocabulary) => parseTypedAnswer(text, vocabulary) !== undefined,
  handleText: handleTypedAnswer,
  conversations,
  continuesConversation(typed, { words }) {
    const [first = ''] = normalize(typed.slice(0, MAX_WORD_LENGTH)).split(' ')
    return words('assessResume').has(first) || words('assessStatus').has(first) || words('assessCancel').has(first)
  },
  renderHome: assessHome,
}

/** An example with the first role. */
function firstRole({ roles }: Catalog): Readonly<Record<string, string>> | undefined {
  const [role] = roles.keys()
  return role === undefined ? undefined : { role }
}

async function conversations({ services, person, catalogIndex, t }: CommandContext): Promise<readonly Conversation[]> {
  const open = sessionsWithRole(await services.store.sessions.list(person), catalogIndex)
  if (open.length === 0) return []
  const { focus } = await services.store.settings.read(person)
  return open.map(({ role, session: { role: stored, paused } }) => {
    const { label, payload } = resumeButton(role, t)
    return { label, payload, takesText: !paused && focus === stored }
  })
}

/** Most roles to choose from. */
const MAX_ROLES = 24

/** Characters read of a word that may ask to continue; every such word is shorter. */
const MAX_WORD_LENGTH = 50

async function run(line: string, context: CommandContext): Promise<BotResponse> {
  const { words } = context.vocabulary
  const [, verb = '', values = ''] = /^\s*(\S{1,50})\s*([\s\S]*)$/u.exec(line) ?? []
  const typed = words('assessStart').has(normalize(verb)) ? values : line
  const typedWords = normalize(typed)
    .split(' ')
    .filter((word) => word !== '')
  const [first = '', ...rest] = typedWords
  if (isHelpRequest(typed, context.vocabulary)) return reply(helpView(context))
  if (words('assessStatus').has(first) && rest.length === 0) return act({ type: 'status' }, context)
  const [onOrOff = ''] = rest
  const isOn = words('on').has(onOrOff)
  if (words('assessReminders').has(first) && rest.length === 1 && (isOn || words('off').has(onOrOff))) {
    return act({ type: 'reminders', on: isOn }, context)
  }
  if (words('assessResume').has(first)) return resumeNamed(rest.join(' '), context)
  if (words('assessCancel').has(first)) return cancelNamed(rest.join(' '), context)
  if (typedWords.length === 0) return act({ type: 'which' }, context)

  const isSheet = (word: string): boolean => words('assessSheet').has(word)
  const isGuided = (word: string): boolean => words('assessGuided').has(word)
  const isFiller = (word: string): boolean => words('assessFillers').has(word)
  const named = typedWords.filter((word) => !isSheet(word) && !isGuided(word) && !isFiller(word)).join(' ')
  const scope = await namedIn(named, typed, context)
  const mode = typedWords.some(isSheet) ? 'sheet' : 'guided'
  return intro(scope.role, { ...scope, mode }, mode === 'sheet' || typedWords.some(isGuided), context)
}

function helpView(context: CommandContext): Message {
  const { t } = context
  return {
    summary: t('assess.summary'),
    blocks: [
      heading(t('assess.summary')),
      ...usageList(assessCommand, context),
      text(generalRule(context.catalogIndex.catalog.levelRule, t)),
      ...rubric(context.catalogIndex.catalog.scale, t),
    ],
  }
}

/** The role, and the domain or level, that words name. If they name no role, it is the one assessed last. */
async function namedIn(
  words: string,
  typed: string,
  context: CommandContext,
): Promise<{ role: Role } & Omit<Scope, 'mode'>> {
  const { catalogIndex, services, person } = context
  const { words: others, name: trackWords } = withoutTrack(words, context)
  const roles: Role[] = []
  const domains: Domain[] = []
  const levels: string[] = []
  const unknown: string[] = []
  for (const part of catalogIndex.parse(others, context.vocabulary.words('connectives'))) {
    const role = part.meanings.find((named) => named.kind === 'role')
    const domain = part.meanings.find((named) => named.kind === 'domain')
    const level = part.meanings.find((named) => named.kind === 'level')
    if (role?.kind === 'role' && part.meanings.length === 1) roles.push(role.role)
    else if (level?.kind === 'level') levels.push(level.slug)
    else if (domain?.kind === 'domain') domains.push(domain.domain)
    else unknown.push(part.text)
  }
  const [named] = roles
  if (unknown.length > 0 && named && roles.length === 1) throw noScope(named, unknown.join(' '), context)
  if (unknown.length > 0) throw unknownWords(typed, context)
  const [domain = null] = domains
  const lastRole = roles.length === 0 ? (await services.store.settings.read(person)).lastRole : null
  const only = catalogIndex.catalog.roles.size === 1 ? [...catalogIndex.catalog.roles.values()][0] : undefined
  const role =
    roles[0] ??
    (lastRole === null ? undefined : catalogIndex.catalog.roles.get(lastRole)) ??
    (domain || levels.length > 0 || trackWords ? only : undefined)
  if (role && domain && levels.length > 0) {
    throw new UserError('error.assess.domainAndLevel', {}, [
      press(localized(domain.name, context.t.locale), { type: 'domains', role: role.slug }),
      press(role.name, { type: 'targets', role: role.slug }),
    ])
  }
  if (!role && domains.length + levels.length === 1) throw whichRole(domain, levels[0], typed, context)
  if (!role || roles.length > 1 || domains.length + levels.length > 1) throw unknownWords(typed, context)
  const target = role.levels.find(({ slug }) => slug === levels[0]) ?? null
  if (levels.length > 0 && !target) {
    throw new UserError(
      'error.assess.levelNotInRole',
      { role: role.name, levels: context.t.all(role.levels.map(({ name }) => name)) },
      [press(role.name, { type: 'targets', role: role.slug })],
    )
  }
  if (domain && !role.domains.some((group) => group.domain === domain)) {
    throw new UserError(
      'error.skills.domainNotInRole',
      { role: role.name, domain: localized(domain.name, context.t.locale) },
      [press(role.name, { type: 'intro', role: role.slug })],
    )
  }
  const track = tracksOf(role).find(({ name }) => namesOf(name).includes(trackWords ?? '')) ?? null
  const isBoth = trackWords !== undefined && (domain ?? target) !== null
  if ((trackWords !== undefined && !track) || isBoth) throw unknownWords(typed, context)
  return { role, domain, target, track }
}

const namesOf = (name: LocalText | null): readonly string[] => Object.values(name ?? {}).map(normalize)

/** Takes the name of a track out of words, if it means nothing else. */
function withoutTrack(
  words: string,
  { catalogIndex, vocabulary }: CommandContext,
): { readonly words: string; readonly name?: string } {
  const connectives = vocabulary.words('connectives')
  for (const role of catalogIndex.catalog.roles.values()) {
    for (const name of tracksOf(role).flatMap((track) => namesOf(track.name))) {
      const at = ` ${words} `.indexOf(` ${name} `)
      if (at < 0 || catalogIndex.parse(name, connectives).some(({ meanings }) => meanings.length > 0)) continue
      return { words: `${words.slice(0, at)}${words.slice(at + name.length)}`.trim(), name }
    }
  }
  return { words }
}

/** Asks for the role of a level or a domain that several roles have. */
function whichRole(
  domain: Domain | null,
  level: string | undefined,
  typed: string,
  context: CommandContext,
): UserError {
  const choices = [...context.catalogIndex.catalog.roles.values()].flatMap((role) => {
    const target = role.levels.find(({ slug }) => slug === level)
    if (target) return [press(role.name, { type: 'target', role: role.slug, target: target.slug })]
    const hasDomain = domain !== null && role.domains.some((group) => group.domain === domain)
    return hasDomain ? [press(role.name, beginAction(role, { ...WHOLE_ROLE, domain }))] : []
  })
  if (choices.length === 0) return unknownWords(typed, context)
  const [key, params]: readonly [MessageKey, Params] = domain
    ? ['error.assess.whichRoleOfDomain', { domain: localized(domain.name, context.t.locale) }]
    : ['error.assess.whichRole', { text: quoteInput(typed) }]
  return new UserError(key, params, choices.slice(0, MAX_ROLES), undefined, 'info').withFacts({
    view: 'assess',
    ...(domain && { domain: domain.slug }),
    ...(level !== undefined && { level }),
    ignored: [],
  })
}

/** The error for words that name nothing of a role that can be assessed by itself. */
function noScope(role: Role, words: string, { t }: CommandContext): UserError {
  return new UserError('error.assess.noScope', { role: role.name, text: quoteInput(words) }, [
    press(role.name, { type: 'intro', role: role.slug }),
    press(t('assess.start.targets'), { type: 'targets', role: role.slug }),
    press(t('assess.start.domain'), { type: 'domains', role: role.slug }),
  ])
}

function unknownWords(typed: string, { t, catalogIndex }: CommandContext): UserError {
  const roles = [...catalogIndex.catalog.roles.values()].slice(0, 5)
  return new UserError('error.assess.unknown', { text: quoteInput(typed) }, [
    ...roles.map((role) => press(role.name, { type: 'intro', role: role.slug })),
    press(t('assess.status.title'), { type: 'status' }),
  ])
}

async function resumeNamed(words: string, context: CommandContext): Promise<BotResponse> {
  const slug = await sessionNamed(words, context)
  return slug === undefined ? act({ type: 'status' }, context) : inDirectMessage(await resumeSession(slug, context))
}

async function cancelNamed(words: string, context: CommandContext): Promise<BotResponse> {
  const slug = await sessionNamed(words, context)
  if (slug !== undefined) return confirmCancel(slug, context)
  const sessions = await context.services.store.sessions.list(context.person)
  return sessions.length > 1 ? askToConfirm(cancelChoiceView(sessions, context)) : act({ type: 'status' }, context)
}

/** The role of the session that words name, or of the only session; undefined if there are several or none. */
async function sessionNamed(words: string, context: CommandContext): Promise<string | undefined> {
  if (words !== '') return (await namedIn(words, words, context)).role.slug
  const sessions = await context.services.store.sessions.list(context.person)
  return sessions.length === 1 ? sessions[0]?.role : undefined
}
