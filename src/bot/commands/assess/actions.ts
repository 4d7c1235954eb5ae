import type { Domain, Role } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import type { SessionRef } from '../../../store/store.ts'
import { type ActionFormat, defineActions, matching, wholeNumber } from '../../action-id.ts'

/** First letter of the payloads of this command's actions. */
export const ASSESS_CODE = 'a'

export type Mode = 'guided' | 'sheet'

interface SessionScope {
  readonly mode: Mode
  /** Slug of the only domain to assess; null for the whole role. */
  readonly domain: string | null
}

interface RoleAction {
  readonly type: 'intro' | 'domains' | 'resume'
  readonly role: string
}

interface SessionAction {
  readonly type: 'back' | 'why' | 'pause' | 'finish' | 'refine' | 'askCancel' | 'cancel'
  readonly ref: SessionRef
}

interface CardAction {
  readonly type: 'card' | 'fill'
  readonly ref: SessionRef
  readonly card: number
}

/**
 * An action of a button or form. Every action that changes an assessment names the version it was shown with, so that a late or
 * double press changes nothing.
 */
export type AssessAction =
  | { readonly type: 'which' | 'status' }
  | RoleAction
  | ({ readonly type: 'begin'; readonly role: string } & SessionScope)
  | ({ readonly type: 'restart'; readonly ref: SessionRef } & SessionScope)
  | { readonly type: 'answer' | 'evidence'; readonly ref: SessionRef; readonly code: string }
  | SessionAction
  | CardAction
  | { readonly type: 'reminders'; readonly on: boolean }

type ActionsByName = { readonly [A in AssessAction as A['type']]: A }

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

const roleAction = (key: string, name: RoleAction['type']): ActionFormat<RoleAction> => [
  key,
  ({ role }) => [role],
  ([role = '']) => ({ type: name, role }),
]

const sessionAction = (key: string, name: SessionAction['type']): ActionFormat<SessionAction> => [
  key,
  ({ ref }) => writeRef(ref),
  (args) => ({ type: name, ref: readRef(args) }),
]

const cardAction = (key: string, name: CardAction['type']): ActionFormat<CardAction> => [
  key,
  ({ ref, card }) => [...writeRef(ref), String(card)],
  (args) => ({ type: name, ref: readRef(args), card: wholeNumber(args[3]) }),
]

export const {
  encode: payloadOf,
  decode: actionFrom,
  button: press,
} = defineActions<ActionsByName>(ASSESS_CODE, (action) => action.type, {
  which: ['q', () => [], () => ({ type: 'which' })],
  status: ['s', () => [], () => ({ type: 'status' })],
  intro: roleAction('i', 'intro'),
  domains: roleAction('d', 'domains'),
  resume: roleAction('r', 'resume'),
  begin: [
    'b',
    (action) => [action.role, ...writeScope(action)],
    ([role = '', ...scope]) => ({ type: 'begin', role, ...readScope(scope) }),
  ],
  restart: [
    'o',
    (action) => [...writeRef(action.ref), ...writeScope(action)],
    (args) => ({ type: 'restart', ref: readRef(args), ...readScope(args.slice(3)) }),
  ],
  answer: [
    'a',
    ({ ref, code }) => [...writeRef(ref), code],
    (args) => ({ type: 'answer', ref: readRef(args), code: matching(/^[\w-]{10}[0-4-]$/u, args[3]) }),
  ],
  evidence: [
    'e',
    ({ ref, code }) => [...writeRef(ref), code],
    (args) => ({ type: 'evidence', ref: readRef(args), code: args[3] ?? '' }),
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
  reminders: ['m', ({ on }) => [on ? '1' : '0'], ([on]) => ({ type: 'reminders', on: on === '1' })],
})

/** "Assess yourself", for messages about a role. */
export function assessButton(role: Role, t: Translator): ActionButton {
  return press(t('action.assess'), { type: 'intro', role: role.slug })
}

/** "Assess yourself", asking for the role. */
export function startButton(t: Translator, style?: ActionButton['style']): ActionButton {
  return press(t('action.assess'), { type: 'which' }, style)
}

/** Resumes the assessment of a role that the label names. */
export function resumeButton(
  { slug, name }: Pick<Role, 'slug' | 'name'>,
  t: Translator,
  style?: ActionButton['style'],
): ActionButton {
  return press(t('assess.action.resumeRole', { role: name }), { type: 'resume', role: slug }, style)
}

export function beginAction(role: Role, mode: Mode, domain: Domain | null): AssessAction {
  return { type: 'begin', role: role.slug, mode, domain: domain?.slug ?? null }
}
