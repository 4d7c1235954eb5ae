import { encodeAnswer, skillOfCode } from '../../../assessment/index.ts'
import { type Domain, localized, normalize, type Role } from '../../../catalog/index.ts'
import { actions, type Block, heading, type Message, note, text } from '../../../message/index.ts'
import type { Command, CommandContext, Conversation } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, inDirectMessage, replaceWith, reply } from '../../events.ts'
import { usageTable } from '../../help.ts'
import { isHelpRequest } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { ASSESS_CODE, type AssessAction, actionFrom, type Mode, press } from './actions.ts'
import {
  cancelSession,
  confirmCancel,
  finishOnce,
  pauseSession,
  recordAnswers,
  recordSheetAnswers,
  refineResult,
  renderSession,
  restartSession,
  resumeSession,
  saveEvidence,
  startSession,
  undoAnswer,
  withSession,
  withUnchangedSession,
} from './session.ts'
import { handleTypedAnswer } from './typed-answers.ts'
import { evidenceForm, whyNote } from './views/question.ts'
import { sheetCard, sheetForm } from './views/sheet.ts'
import { domainsView, inProgressView, introView, newerVersionNotes, roleChoiceView, statusView } from './views/start.ts'

/** The guided assessment: which level a person meets, and what separates them from the next. */
export const assessCommand: Command = {
  name: 'assess',
  code: ASSESS_CODE,
  summary: 'assess.summary',
  options: [
    { name: 'role', summary: 'assess.option.role', completes: 'role' },
    { name: 'domain', summary: 'assess.option.domain', completes: 'domain' },
    { name: 'mode', summary: 'assess.option.mode', completes: 'text' },
  ],
  usages: [
    { input: 'usage.assess.role', answer: 'usage.assess.role.answer', example: ({ roles }) => [...roles.keys()][0] },
    {
      input: 'usage.assess.domain',
      answer: 'usage.assess.domain.answer',
      example: ({ roles }) => {
        const [role] = roles.values()
        return role?.domains[0] && `${role.slug} ${role.domains[0].domain.slug}`
      },
    },
    { input: 'usage.assess.resume', answer: 'usage.assess.resume.answer', example: () => 'resume' },
    { input: 'usage.assess.status', answer: 'usage.assess.status.answer', example: () => 'status' },
    { input: 'usage.assess.cancel', answer: 'usage.assess.cancel.answer', example: () => 'cancel' },
    { input: 'usage.assess.reminders', answer: 'usage.assess.reminders.answer', example: () => 'reminders off' },
  ],
  run,
  handleAction: (args, context) => placed(actionFrom(args), context),
  handleForm: (args, values, context) => submit(actionFrom(args), values, context),
  handleText: handleTypedAnswer,
  conversations,
  continuesConversation(typed, { words }) {
    const [first = ''] = normalize(typed.slice(0, MOST_WORD)).split(' ')
    return words('assessResume').has(first) || words('assessStatus').has(first) || words('assessCancel').has(first)
  },
  renderHome: home,
}

/** What is only looked at or chosen is answered where it was asked; the assessment itself is held in a direct message. */
const ANYWHERE: ReadonlySet<AssessAction['do']> = new Set(['which', 'intro', 'domains', 'status', 'reminders'])

async function placed(action: AssessAction, context: CommandContext): Promise<BotResponse> {
  const response = await act(action, context)
  return ANYWHERE.has(action.do) ? response : inDirectMessage(response)
}

async function conversations({ services, person, catalogIndex, t }: CommandContext): Promise<readonly Conversation[]> {
  const sessions = await services.store.sessions.list(person)
  const open = sessions.filter(({ role }) => catalogIndex.catalog.roles.has(role))
  if (open.length === 0) return []
  const { focus } = await services.store.settings.read(person)
  return open.map(({ role, paused }) => {
    const name = catalogIndex.catalog.roles.get(role)?.name ?? role
    const { label, payload } = press(t('assess.action.resumeRole', { role: name }), { do: 'resume', role })
    return { label, payload, takesText: !paused && focus === role }
  })
}

async function home({ services, person, catalogIndex, t }: CommandContext): Promise<readonly Block[]> {
  const [sessions, newer, { lastRole }] = await Promise.all([
    services.store.sessions.list(person),
    services.store.sessions.listNewer(person),
    services.store.settings.read(person),
  ])
  const open = sessions.filter(({ role }) => catalogIndex.catalog.roles.has(role))
  const resumes = open.map(({ role }) => {
    const name = catalogIndex.catalog.roles.get(role)?.name ?? role
    return press(t('assess.action.resumeRole', { role: name }), { do: 'resume', role }, 'primary')
  })
  const last = lastRole === null ? undefined : catalogIndex.catalog.roles.get(lastRole)
  return [
    heading(t('home.assess')),
    text(open.length > 0 ? t.rich('home.assess.going', { count: open.length }) : t.rich('home.assess.none')),
    ...newerVersionNotes(newer, { t, catalogIndex }),
    ...actions([
      ...resumes,
      ...(last && open.every(({ role }) => role !== last.slug)
        ? [press(t('assess.which.last', { role: last.name }), { do: 'intro', role: last.slug })]
        : []),
      press(t('action.assess'), { do: 'which' }, resumes.length === 0 && !last ? 'primary' : undefined),
    ]),
  ]
}

/** Longer than every word that asks to continue. */
const MOST_WORD = 50

async function run(typed: string, context: CommandContext): Promise<BotResponse> {
  const { words } = context.vocabulary
  const typedWords = normalize(typed)
    .split(' ')
    .filter((word) => word !== '')
  const [first = '', ...rest] = typedWords
  if (isHelpRequest(typed, context.vocabulary)) return reply(helpView(context))
  if (words('assessStatus').has(first) && rest.length === 0) return act({ do: 'status' }, context)
  const [onOrOff = ''] = rest
  const isOn = words('on').has(onOrOff)
  if (words('assessReminders').has(first) && rest.length === 1 && (isOn || words('off').has(onOrOff))) {
    return act({ do: 'reminders', on: isOn }, context)
  }
  if (words('assessResume').has(first)) return resumeNamed(rest.join(' '), context)
  if (words('assessCancel').has(first)) return cancelNamed(rest.join(' '), context)
  if (typedWords.length === 0) return act({ do: 'which' }, context)

  const isSheet = (word: string): boolean => words('assessSheet').has(word)
  const isGuided = (word: string): boolean => words('assessGuided').has(word)
  const mode: Mode | undefined = typedWords.some(isSheet) ? 'sheet' : typedWords.some(isGuided) ? 'guided' : undefined
  const named = typedWords.filter((word) => !isSheet(word) && !isGuided(word)).join(' ')
  const { role, domain } = await namedIn(named, typed, context)
  return intro(role, domain, mode, context)
}

function helpView(context: CommandContext): Message {
  const { t } = context
  return {
    summary: t('assess.summary'),
    blocks: [heading('/assess'), text(t.rich('assess.rule')), usageTable(assessCommand, context)],
  }
}

/** The role and domain that words name; the role last assessed where only a domain is named. */
async function namedIn(
  words: string,
  typed: string,
  context: CommandContext,
): Promise<{ role: Role; domain: Domain | null }> {
  const { catalogIndex, services, person } = context
  const roles: Role[] = []
  const domains: Domain[] = []
  for (const part of catalogIndex.parse(words, context.vocabulary.words('connectives'))) {
    const role = part.meanings.find((named) => named.kind === 'role')
    const domain = part.meanings.find((named) => named.kind === 'domain')
    if (role?.kind === 'role' && part.meanings.length === 1) roles.push(role.role)
    else if (domain?.kind === 'domain') domains.push(domain.domain)
    else throw unknownWords(typed, context)
  }
  const [domain = null] = domains
  const lastRole = roles.length === 0 ? (await services.store.settings.read(person)).lastRole : null
  const only = catalogIndex.catalog.roles.size === 1 ? [...catalogIndex.catalog.roles.values()][0] : undefined
  const role =
    roles[0] ??
    (lastRole === null ? undefined : catalogIndex.catalog.roles.get(lastRole)) ??
    (domain ? only : undefined)
  if (!role || roles.length > 1 || domains.length > 1) throw unknownWords(typed, context)
  if (domain && !role.domains.some((group) => group.domain === domain)) {
    throw new UserError(
      'error.skills.domainNotInRole',
      { role: role.name, domain: localized(domain.name, context.t.locale) },
      [press(role.name, { do: 'intro', role: role.slug })],
    )
  }
  return { role, domain }
}

function unknownWords(typed: string, { t, catalogIndex }: CommandContext): UserError {
  const roles = [...catalogIndex.catalog.roles.values()].slice(0, 5)
  return new UserError('error.assess.unknown', { text: quoteInput(typed) }, [
    ...roles.map((role) => press(role.name, { do: 'intro', role: role.slug })),
    press(t('assess.status.title'), { do: 'status' }),
  ])
}

/** What it takes to assess a role, or the question what to do with the assessment of it that is in progress. */
async function intro(
  role: Role,
  domain: Domain | null,
  mode: Mode | undefined,
  context: CommandContext,
): Promise<BotResponse> {
  const sessions = await context.services.store.sessions.list(context.person)
  const own = sessions.find((session) => session.role === role.slug)
  if (own) return reply(inProgressView(own, role, mode ?? 'guided', domain, context.t))
  if (mode) return inDirectMessage(await startSession(role, mode, domain, context))
  return reply(introView(role, domain, sessions, context))
}

async function resumeNamed(words: string, context: CommandContext): Promise<BotResponse> {
  const slug = await sessionNamed(words, context)
  return slug === undefined ? act({ do: 'status' }, context) : inDirectMessage(await resumeSession(slug, context))
}

async function cancelNamed(words: string, context: CommandContext): Promise<BotResponse> {
  const slug = await sessionNamed(words, context)
  return slug === undefined ? act({ do: 'status' }, context) : confirmCancel(slug, context)
}

/** The role of the session that words name, or of the only one; undefined where there are several or none. */
async function sessionNamed(words: string, context: CommandContext): Promise<string | undefined> {
  if (words !== '') return (await namedIn(words, words, context)).role.slug
  const sessions = await context.services.store.sessions.list(context.person)
  return sessions.length === 1 ? sessions[0]?.role : undefined
}

async function act(action: AssessAction, context: CommandContext): Promise<BotResponse> {
  const { t, services, person } = context
  switch (action.do) {
    case 'which': {
      const [settings, sessions] = await Promise.all([
        services.store.settings.read(person),
        services.store.sessions.list(person),
      ])
      return reply(roleChoiceView(context, settings.lastRole, sessions))
    }
    case 'intro':
      return intro(roleOf(action.role, context), null, undefined, context)
    case 'domains':
      return reply(domainsView(roleOf(action.role, context), t))
    case 'begin': {
      const role = roleOf(action.role, context)
      return startSession(role, action.mode, domainOf(role, action.domain), context)
    }
    case 'restart': {
      const role = roleOf(action.ref.role, context)
      return restartSession(action.ref, action.mode, domainOf(role, action.domain), context)
    }
    case 'resume':
      return resumeSession(action.role, context)
    case 'answer':
      return recordAnswers(action.ref, [action.code], context)
    case 'back':
      return withUnchangedSession(action.ref, context, (loaded) => undoAnswer(loaded, context))
    case 'why':
      return withUnchangedSession(action.ref, context, (loaded) =>
        replaceWith(renderSession({ loaded, notes: [whyNote(loaded, t)] }, context)),
      )
    case 'pause':
      return withUnchangedSession(action.ref, context, (loaded) => pauseSession(loaded, context))
    case 'finish':
      return finishOnce(action.ref, context)
    case 'refine':
      return withUnchangedSession(action.ref, context, (loaded) => refineResult(loaded, context))
    case 'askCancel':
      return confirmCancel(action.ref.role, context)
    case 'cancel':
      return cancelSession(action.ref, context)
    case 'card':
      return withUnchangedSession(action.ref, context, (loaded) => replaceWith(sheetCard(loaded, action.card, t)))
    case 'fill':
      // Of whatever state the card shows: the form is of the one it is in now.
      return withSession(action.ref, context, (loaded) => ({ type: 'form', form: sheetForm(loaded, action.card, t) }))
    case 'evidence':
      return withSession(action.ref, context, (loaded) => ({
        type: 'form',
        form: evidenceForm(loaded, skillOf(loaded.role, action.code), action.code, t),
      }))
    case 'status':
      return reply(
        statusView(
          ...(await Promise.all([services.store.sessions.list(person), services.store.sessions.listNewer(person)])),
          context,
        ),
      )
    case 'reminders': {
      await services.store.settings.change(person, { reminders: action.on })
      const confirmation = t.rich(action.on ? 'assess.reminders.on' : 'assess.reminders.off')
      return reply({
        summary: t(action.on ? 'assess.reminders.on' : 'assess.reminders.off'),
        blocks: [note('success', confirmation)],
      })
    }
  }
}

async function submit(
  action: AssessAction,
  values: Readonly<Record<string, string>>,
  context: CommandContext,
): Promise<BotResponse> {
  switch (action.do) {
    case 'evidence':
      return withSession(action.ref, context, (loaded) =>
        saveEvidence(loaded, skillOf(loaded.role, action.code), values['evidence'] ?? '', context),
      )
    case 'fill': {
      const role = roleOf(action.ref.role, context)
      const codes = Object.entries(values).flatMap(([code, value]) => sheetAnswer(role, code, value))
      return codes.length === 0
        ? withUnchangedSession(action.ref, context, (loaded) =>
            replaceWith(sheetCard(loaded, action.card + 1, context.t)),
          )
        : recordSheetAnswers(action.ref, codes, context, action.card + 1)
    }
    default:
      throw new UserError('error.action.unreadable')
  }
}

/** One field of a filled-in card as an answer; nothing where it was left open. Throws a UserError for a value that is none. */
function sheetAnswer(role: Role, code: string, value: string): readonly string[] {
  const skillId = skillOfCode(role, code)
  if (skillId === undefined || value === '') return []
  switch (value) {
    case '-':
      return [encodeAnswer(role, { skillId, rating: null })]
    case '0':
      return [encodeAnswer(role, { skillId, rating: 0 })]
    case '1':
      return [encodeAnswer(role, { skillId, rating: 1 })]
    case '2':
      return [encodeAnswer(role, { skillId, rating: 2 })]
    case '3':
      return [encodeAnswer(role, { skillId, rating: 3 })]
    case '4':
      return [encodeAnswer(role, { skillId, rating: 4 })]
    default:
      throw new UserError('error.assess.rating', {
        skill: role.rows.get(skillId)?.skill.name ?? skillId,
        value: quoteInput(value),
      })
  }
}

function skillOf(role: Role, code: string): string {
  const slug = skillOfCode(role, code)
  if (slug === undefined) throw new UserError('error.action.unreadable')
  return slug
}

function roleOf(slug: string, { catalogIndex, t }: CommandContext): Role {
  const role = catalogIndex.catalog.roles.get(slug)
  if (!role) throw new UserError('error.action.gone', { name: slug }, [press(t('action.assess'), { do: 'which' })])
  return role
}

function domainOf(role: Role, slug: string | null): Domain | null {
  if (slug === null) return null
  const domain = role.domains.find((group) => group.domain.slug === slug)?.domain
  if (!domain) throw new UserError('error.action.gone', { name: slug })
  return domain
}
