import type { Domain, Role } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import type { SessionRef } from '../../../store/store.ts'
import { type ActionFormat, defineActions, matching, wholeNumber } from '../../action-id.ts'

/** The letter that begins the payloads of this command's actions. */
export const ASSESS_CODE = 'a'

export type Mode = 'guided' | 'sheet'

interface SessionScope {
  readonly mode: Mode
  /** The only domain that is assessed; null for the whole role. */
  readonly domain: string | null
}

interface RoleAction {
  readonly do: 'intro' | 'domains' | 'resume'
  readonly role: string
}

interface SessionAction {
  readonly do: 'back' | 'why' | 'pause' | 'finish' | 'refine' | 'askCancel' | 'cancel'
  readonly ref: SessionRef
}

interface CardAction {
  readonly do: 'card' | 'fill'
  readonly ref: SessionRef
  readonly card: number
}

/**
 * What a button of the assessment does. Every action that changes an assessment names the version it was shown with, so a late
 * or double press changes nothing.
 */
export type AssessAction =
  | { readonly do: 'which' | 'status' }
  | RoleAction
  | ({ readonly do: 'begin'; readonly role: string } & SessionScope)
  | ({ readonly do: 'restart'; readonly ref: SessionRef } & SessionScope)
  | { readonly do: 'answer' | 'evidence'; readonly ref: SessionRef; readonly code: string }
  | SessionAction
  | CardAction
  | { readonly do: 'reminders'; readonly on: boolean }

type ActionsByName = { readonly [A in AssessAction as A['do']]: A }

const writeRef = ({ role, id, version }: SessionRef) => [role, id, String(version)]
const readRef = ([role = '', id = '', version]: readonly string[]): SessionRef => ({
  role,
  id,
  version: wholeNumber(version),
})

const writeScope = ({ mode, domain }: SessionScope) => [mode === 'sheet' ? 's' : 'g', ...(domain ? [domain] : [])]
const readScope = ([mode, domain = '']: readonly string[]): SessionScope => ({
  mode: mode === 's' ? 'sheet' : 'guided',
  domain: domain === '' ? null : domain,
})

const roleAction = (key: string, name: RoleAction['do']): ActionFormat<RoleAction> => [
  key,
  ({ role }) => [role],
  ([role = '']) => ({ do: name, role }),
]

const sessionAction = (key: string, name: SessionAction['do']): ActionFormat<SessionAction> => [
  key,
  ({ ref }) => writeRef(ref),
  (args) => ({ do: name, ref: readRef(args) }),
]

const cardAction = (key: string, name: CardAction['do']): ActionFormat<CardAction> => [
  key,
  ({ ref, card }) => [...writeRef(ref), String(card)],
  (args) => ({ do: name, ref: readRef(args), card: wholeNumber(args[3]) }),
]

export const {
  encode: payloadOf,
  decode: actionFrom,
  button: press,
} = defineActions<ActionsByName>(ASSESS_CODE, (action) => action.do, {
  which: ['q', () => [], () => ({ do: 'which' })],
  status: ['s', () => [], () => ({ do: 'status' })],
  intro: roleAction('i', 'intro'),
  domains: roleAction('d', 'domains'),
  resume: roleAction('r', 'resume'),
  begin: [
    'b',
    (action) => [action.role, ...writeScope(action)],
    ([role = '', ...scope]) => ({ do: 'begin', role, ...readScope(scope) }),
  ],
  restart: [
    'o',
    (action) => [...writeRef(action.ref), ...writeScope(action)],
    (args) => ({ do: 'restart', ref: readRef(args), ...readScope(args.slice(3)) }),
  ],
  answer: [
    'a',
    ({ ref, code }) => [...writeRef(ref), code],
    (args) => ({ do: 'answer', ref: readRef(args), code: matching(/^[\w-]{10}[0-4-]$/u, args[3]) }),
  ],
  evidence: [
    'e',
    ({ ref, code }) => [...writeRef(ref), code],
    (args) => ({ do: 'evidence', ref: readRef(args), code: args[3] ?? '' }),
  ],
  back: sessionAction('k', 'back'),
  why: sessionAction('w', 'why'),
  pause: sessionAction('p', 'pause'),
  finish: sessionAction('f', 'finish'),
  refine: sessionAction('g', 'refine'),
  askCancel: sessionAction('x', 'askCancel'),
  cancel: sessionAction('y', 'cancel'),
  card: cardAction('c', 'card'),
  fill: cardAction('l', 'fill'),
  reminders: ['m', ({ on }) => [on ? '1' : '0'], ([on]) => ({ do: 'reminders', on: on === '1' })],
})

/** "Assess yourself", for answers about a role. */
export function assessButton(role: Role, t: Translator): ActionButton {
  return press(t('action.assess'), { do: 'intro', role: role.slug })
}

export function beginAction(role: Role, mode: Mode, domain: Domain | null): AssessAction {
  return { do: 'begin', role: role.slug, mode, domain: domain?.slug ?? null }
}
