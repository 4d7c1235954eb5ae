import { answerCode, skillOfCode } from '../../../assessment/index.ts'
import { type Domain, normalize, type Role } from '../../../catalog/index.ts'
import { actions, type Block, heading, type Message, note, text } from '../../../message/index.ts'
import type { Asking, Command, Conversation } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { inDirect, type Outcome, replaceWith, reply } from '../../events.ts'
import { usageTable } from '../../help.ts'
import { asksForHelp } from '../../input.ts'
import { shown } from '../../quote.ts'
import { ASSESS_CODE, type AssessAction, actionFrom, type Mode, press } from './actions.ts'
import {
  answer,
  answerCard,
  askCancel,
  back,
  begin,
  cancel,
  finishFrom,
  keepEvidence,
  onFresh,
  onSession,
  pause,
  refine,
  restart,
  resume,
  show,
} from './session.ts'
import { hear } from './typed-answers.ts'
import { evidenceForm, whyNote } from './views/question.ts'
import { sheetCard, sheetForm } from './views/sheet.ts'
import { domainsView, existsView, introView, newerNotes, statusView, whichRole } from './views/start.ts'

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
  act: (args, asking) => placed(actionFrom(args), asking),
  submit: (args, values, asking) => submit(actionFrom(args), values, asking),
  hear,
  conversations,
  continues(typed) {
    const [first = ''] = normalize(typed.slice(0, MOST_WORD)).split(' ')
    return RESUME.has(first) || STATUS.has(first) || CANCEL.has(first)
  },
  home,
}

/** What is only looked at or chosen is answered where it was asked; the assessment itself is held in a direct message. */
const ANYWHERE: ReadonlySet<AssessAction['do']> = new Set(['which', 'intro', 'domains', 'status', 'reminders'])

async function placed(action: AssessAction, asking: Asking): Promise<Outcome> {
  const outcome = await act(action, asking)
  return ANYWHERE.has(action.do) ? outcome : inDirect(outcome)
}

async function conversations({ keep, person, catalogIndex, t }: Asking): Promise<readonly Conversation[]> {
  const sessions = await keep.store.sessions.list(person)
  const open = sessions.filter(({ role }) => catalogIndex.catalog.roles.has(role))
  if (open.length === 0) return []
  const { focus } = await keep.store.settings.read(person)
  return open.map(({ role, paused }) => {
    const name = catalogIndex.catalog.roles.get(role)?.name ?? role
    const { label, payload } = press(t('assess.action.resumeRole', { role: name }), { do: 'resume', role })
    return { label, payload, listens: !paused && focus === role }
  })
}

async function home({ keep, person, catalogIndex, t }: Asking): Promise<readonly Block[]> {
  const [sessions, newer, { lastRole }] = await Promise.all([
    keep.store.sessions.list(person),
    keep.store.sessions.newer(person),
    keep.store.settings.read(person),
  ])
  const going = sessions.filter(({ role }) => catalogIndex.catalog.roles.has(role))
  const resumes = going.map(({ role }) => {
    const name = catalogIndex.catalog.roles.get(role)?.name ?? role
    return press(t('assess.action.resumeRole', { role: name }), { do: 'resume', role }, 'primary')
  })
  const last = lastRole === null ? undefined : catalogIndex.catalog.roles.get(lastRole)
  return [
    heading(t('home.assess')),
    text(going.length > 0 ? t.rich('home.assess.going', { count: going.length }) : t.rich('home.assess.none')),
    ...newerNotes(newer, { t, catalogIndex }),
    ...actions([
      ...resumes,
      ...(last && going.every(({ role }) => role !== last.slug)
        ? [press(t('assess.which.last', { role: last.name }), { do: 'intro', role: last.slug })]
        : []),
      press(t('action.assess'), { do: 'which' }, resumes.length === 0 && !last ? 'primary' : undefined),
    ]),
  ]
}

/** Longer than every word that asks to continue. */
const MOST_WORD = 50

const RESUME = new Set(['resume', 'continue', 'continuar', 'seguir', 'reanudar'])
const STATUS = new Set(['status', 'estado'])
const CANCEL = new Set(['cancel', 'cancelar'])
const REMINDERS = /^(?:reminders?|recordatorios?) (on|off|si|no)$/u
const GUIDED = new Set(['guided', 'guiada', 'guiado'])
const SHEET = new Set(['sheet', 'hoja', 'ficha'])

async function run(typed: string, asking: Asking): Promise<Outcome> {
  const words = normalize(typed)
    .split(' ')
    .filter((word) => word !== '')
  const [first = '', ...rest] = words
  if (asksForHelp(typed)) return reply(helpView(asking))
  if (STATUS.has(first) && rest.length === 0) return act({ do: 'status' }, asking)
  const reminders = REMINDERS.exec(words.join(' '))
  if (reminders) return act({ do: 'reminders', on: reminders[1] === 'on' || reminders[1] === 'si' }, asking)
  if (RESUME.has(first)) return resumeNamed(rest.join(' '), asking)
  if (CANCEL.has(first)) return cancelNamed(rest.join(' '), asking)
  if (words.length === 0) return act({ do: 'which' }, asking)

  const mode: Mode | undefined = words.some((word) => SHEET.has(word))
    ? 'sheet'
    : words.some((word) => GUIDED.has(word))
      ? 'guided'
      : undefined
  const named = words.filter((word) => !SHEET.has(word) && !GUIDED.has(word)).join(' ')
  const { role, domain } = await namedIn(named, typed, asking)
  return intro(role, domain, mode, asking)
}

function helpView({ catalogIndex, t }: Asking): Message {
  return {
    summary: t('assess.summary'),
    blocks: [heading('/assess'), text(t.rich('assess.rule')), usageTable(assessCommand, catalogIndex.catalog, t)],
  }
}

/** The role and domain that words name; the role last assessed where only a domain is named. */
async function namedIn(words: string, typed: string, asking: Asking): Promise<{ role: Role; domain: Domain | null }> {
  const { catalogIndex, keep, person } = asking
  const roles: Role[] = []
  const domains: Domain[] = []
  for (const part of catalogIndex.parse(words)) {
    const role = part.meanings.find((named) => named.kind === 'role')
    const domain = part.meanings.find((named) => named.kind === 'domain')
    if (role?.kind === 'role' && part.meanings.length === 1) roles.push(role.role)
    else if (domain?.kind === 'domain') domains.push(domain.domain)
    else throw unknownWords(typed, asking)
  }
  const [domain = null] = domains
  const lastRole = roles.length === 0 ? (await keep.store.settings.read(person)).lastRole : null
  const only = catalogIndex.catalog.roles.size === 1 ? [...catalogIndex.catalog.roles.values()][0] : undefined
  const role =
    roles[0] ??
    (lastRole === null ? undefined : catalogIndex.catalog.roles.get(lastRole)) ??
    (domain ? only : undefined)
  if (!role || roles.length > 1 || domains.length > 1) throw unknownWords(typed, asking)
  if (domain && !role.domains.some((group) => group.domain === domain)) {
    throw new UserError(
      'error.skills.domainNotInRole',
      { role: role.name, domain: domain.name[asking.t.locale] ?? domain.name.en },
      [press(role.name, { do: 'intro', role: role.slug })],
    )
  }
  return { role, domain }
}

function unknownWords(typed: string, { t, catalogIndex }: Asking): UserError {
  const roles = [...catalogIndex.catalog.roles.values()].slice(0, 5)
  return new UserError('error.assess.unknown', { text: shown(typed) }, [
    ...roles.map((role) => press(role.name, { do: 'intro', role: role.slug })),
    press(t('assess.status.title'), { do: 'status' }),
  ])
}

/** What it takes to assess a role, or the question what to do with the assessment of it that is in progress. */
async function intro(role: Role, domain: Domain | null, mode: Mode | undefined, asking: Asking): Promise<Outcome> {
  const sessions = await asking.keep.store.sessions.list(asking.person)
  const own = sessions.find((session) => session.role === role.slug)
  if (own) return reply(existsView(own, role, mode ?? 'guided', domain, asking.t))
  if (mode) return inDirect(await begin(role, mode, domain, asking))
  return reply(introView(role, domain, sessions, asking))
}

async function resumeNamed(words: string, asking: Asking): Promise<Outcome> {
  const slug = await sessionNamed(words, asking)
  return slug === undefined ? act({ do: 'status' }, asking) : inDirect(await resume(slug, asking))
}

async function cancelNamed(words: string, asking: Asking): Promise<Outcome> {
  const slug = await sessionNamed(words, asking)
  return slug === undefined ? act({ do: 'status' }, asking) : askCancel(slug, asking)
}

/** The role of the session that words name, or of the only one; undefined where there are several or none. */
async function sessionNamed(words: string, asking: Asking): Promise<string | undefined> {
  if (words !== '') return (await namedIn(words, words, asking)).role.slug
  const sessions = await asking.keep.store.sessions.list(asking.person)
  return sessions.length === 1 ? sessions[0]?.role : undefined
}

async function act(action: AssessAction, asking: Asking): Promise<Outcome> {
  const { t, keep, person } = asking
  switch (action.do) {
    case 'which': {
      const [settings, sessions] = await Promise.all([
        keep.store.settings.read(person),
        keep.store.sessions.list(person),
      ])
      return reply(whichRole(asking, settings.lastRole, sessions))
    }
    case 'intro':
      return intro(roleOf(action.role, asking), null, undefined, asking)
    case 'domains':
      return reply(domainsView(roleOf(action.role, asking), t))
    case 'begin': {
      const role = roleOf(action.role, asking)
      return begin(role, action.mode, domainOf(role, action.domain), asking)
    }
    case 'restart': {
      const role = roleOf(action.ref.role, asking)
      return restart(action.ref, action.mode, domainOf(role, action.domain), asking)
    }
    case 'resume':
      return resume(action.role, asking)
    case 'answer':
      return answer(action.ref, [action.code], asking)
    case 'back':
      return onFresh(action.ref, asking, (live) => back(live, asking))
    case 'why':
      return onFresh(action.ref, asking, (live) => replaceWith(show({ live, notes: [whyNote(live, t)] }, asking)))
    case 'pause':
      return onFresh(action.ref, asking, (live) => pause(live, asking))
    case 'finish':
      return finishFrom(action.ref, asking)
    case 'refine':
      return onFresh(action.ref, asking, (live) => refine(live, asking))
    case 'askCancel':
      return askCancel(action.ref.role, asking)
    case 'cancel':
      return cancel(action.ref, asking)
    case 'card':
      return onFresh(action.ref, asking, (live) => replaceWith(sheetCard(live, action.card, t)))
    case 'fill':
      // Of whatever state the card shows: the form is of the one it is in now.
      return onSession(action.ref, asking, (live) => ({ type: 'form', form: sheetForm(live, action.card, t) }))
    case 'evidence':
      return onSession(action.ref, asking, (live) => ({
        type: 'form',
        form: evidenceForm(live, skillOf(live.role, action.code), action.code, t),
      }))
    case 'status':
      return reply(
        statusView(
          ...(await Promise.all([keep.store.sessions.list(person), keep.store.sessions.newer(person)])),
          asking,
        ),
      )
    case 'reminders': {
      await keep.store.settings.change(person, { reminders: action.on })
      const said = t.rich(action.on ? 'assess.reminders.on' : 'assess.reminders.off')
      return reply({
        summary: t(action.on ? 'assess.reminders.on' : 'assess.reminders.off'),
        blocks: [note('success', said)],
      })
    }
  }
}

async function submit(
  action: AssessAction,
  values: Readonly<Record<string, string>>,
  asking: Asking,
): Promise<Outcome> {
  switch (action.do) {
    case 'evidence':
      return onSession(action.ref, asking, (live) =>
        keepEvidence(live, skillOf(live.role, action.code), values['evidence'] ?? '', asking),
      )
    case 'fill': {
      const role = roleOf(action.ref.role, asking)
      const codes = Object.entries(values).flatMap(([code, value]) => sheetAnswer(role, code, value))
      return codes.length === 0
        ? onFresh(action.ref, asking, (live) => replaceWith(sheetCard(live, action.card + 1, asking.t)))
        : answerCard(action.ref, codes, asking, action.card + 1)
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
      return [answerCode(role, { skillId, rating: null })]
    case '0':
      return [answerCode(role, { skillId, rating: 0 })]
    case '1':
      return [answerCode(role, { skillId, rating: 1 })]
    case '2':
      return [answerCode(role, { skillId, rating: 2 })]
    case '3':
      return [answerCode(role, { skillId, rating: 3 })]
    case '4':
      return [answerCode(role, { skillId, rating: 4 })]
    default:
      throw new UserError('error.assess.rating', {
        skill: role.rows.get(skillId)?.skill.name ?? skillId,
        value: shown(value),
      })
  }
}

function skillOf(role: Role, code: string): string {
  const slug = skillOfCode(role, code)
  if (slug === undefined) throw new UserError('error.action.unreadable')
  return slug
}

function roleOf(slug: string, { catalogIndex, t }: Asking): Role {
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
