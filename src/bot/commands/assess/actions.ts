import type { Domain, Level, Role, Track } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import type { SessionRef } from '../../../store/store.ts'
import { type ActionFormat, defineActions, matching, oneOf, wholeNumber } from '../../action-id.ts'

/** First letter of the payloads of this command's actions. */
export const ASSESS_CODE = 'a'

export type Mode = 'guided' | 'sheet'

export interface SessionScope {
  readonly mode: Mode
  /** Slug of the only domain to assess; null for the whole role. */
  readonly domain: string | null
  /** Slug of the level to be ready for; null to find the level. */
  readonly target: string | null
  /** Slug of the last level of the track; null without one. */
  readonly track: string | null
}

interface RoleAction {
  readonly type: 'intro' | 'domains' | 'targets' | 'resume'
  readonly role: string
}

interface SessionAction {
  readonly type: 'back' | 'why' | 'statements' | 'pause' | 'finish' | 'plan' | 'refine' | 'askCancel' | 'cancel'
  readonly ref: SessionRef
}

interface CardAction {
  readonly type: 'card' | 'fill'
  readonly ref: SessionRef
  readonly card: number
}

/** The parts of a result that are shown on request. */
const RESULT_SECTIONS = ['summary', 'plan', 'gaps', 'domains'] as const
export type ResultSection = (typeof RESULT_SECTIONS)[number]

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
  | { readonly type: 'target'; readonly role: string; readonly target: string }
  | { readonly type: 'track'; readonly role: string; readonly track: string }
  | { readonly type: 'section'; readonly id: string; readonly section: ResultSection }
  | { readonly type: 'swap' | 'restore'; readonly id: string; readonly code: string }
  | { readonly type: 'planFrom' | 'gapsFrom'; readonly id: string }
  | { readonly type: 'reminders'; readonly on: boolean }

type ActionsByName = { readonly [A in AssessAction as A['type']]: A }

const writeRef = ({ role, id, version }: SessionRef) => [role, id, String(version)]
const readRef = ([role = '', id = '', version]: readonly string[]): SessionRef => ({
  role,
  id,
  version: wholeNumber(version),
})

/** A scope has a domain, a target or a track, and only one of them; they come second, third and fourth. */
const writeScope = ({ mode, domain, target, track }: SessionScope) => [
  mode === 'sheet' ? 's' : 'g',
  ...(track ? ['', '', track] : target ? ['', target] : domain ? [domain] : []),
]
const readScope = ([mode, domain = '', target = '', track = '']: readonly string[]): SessionScope => ({
  mode: mode === 's' ? 'sheet' : 'guided',
  domain: domain === '' ? null : domain,
  target: target === '' ? null : target,
  track: track === '' ? null : track,
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
  targets: roleAction('t', 'targets'),
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
    (args) => ({ type: 'answer', ref: readRef(args), code: matching(/^[\w-]{10}[0-7-]$/u, args[3]) }),
  ],
  evidence: [
    'e',
    ({ ref, code }) => [...writeRef(ref), code],
    (args) => ({ type: 'evidence', ref: readRef(args), code: args[3] ?? '' }),
  ],
  back: sessionAction('k', 'back'),
  why: sessionAction('w', 'why'),
  statements: sessionAction('S', 'statements'),
  pause: sessionAction('p', 'pause'),
  finish: sessionAction('f', 'finish'),
  plan: sessionAction('n', 'plan'),
  refine: sessionAction('g', 'refine'),
  askCancel: sessionAction('x', 'askCancel'),
  cancel: sessionAction('y', 'cancel'),
  card: cardAction('c', 'card'),
  fill: cardAction('l', 'fill'),
  target: ['h', ({ role, target }) => [role, target], ([role = '', target = '']) => ({ type: 'target', role, target })],
  track: ['T', ({ role, track }) => [role, track], ([role = '', track = '']) => ({ type: 'track', role, track })],
  section: [
    'v',
    ({ id, section }) => [id, section],
    ([id = '', section]) => ({ type: 'section', id, section: oneOf(RESULT_SECTIONS, section) }),
  ],
  swap: ['z', ({ id, code }) => [id, code], ([id = '', code = '']) => ({ type: 'swap', id, code })],
  restore: ['u', ({ id, code }) => [id, code], ([id = '', code = '']) => ({ type: 'restore', id, code })],
  planFrom: ['j', ({ id }) => [id], ([id = '']) => ({ type: 'planFrom', id })],
  gapsFrom: ['J', ({ id }) => [id], ([id = '']) => ({ type: 'gapsFrom', id })],
  reminders: ['m', ({ on }) => [on ? '1' : '0'], ([on]) => ({ type: 'reminders', on: on === '1' })],
})

/** "Assess yourself", for messages about a role. */
export function assessButton(role: Role, t: Translator): ActionButton {
  return press(t('action.assess'), { type: 'intro', role: role.slug })
}

/** "Am I ready for …?", for messages about the way to a level. */
export function readinessButton(role: Role, level: Level, t: Translator): ActionButton {
  return press(t('gaps.check', { level: level.name }), { type: 'target', role: role.slug, target: level.slug })
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

export function beginAction(role: Role, scope: Scope): AssessAction {
  return { type: 'begin', role: role.slug, ...scopeInAction(scope) }
}

/** A scope as actions name it. */
export function scopeInAction({ mode, domain, target, track }: Scope): SessionScope {
  return { mode, domain: domain?.slug ?? null, target: target?.slug ?? null, track: track?.end.slug ?? null }
}

/** What an assessment is about. */
export interface Scope {
  readonly mode: Mode
  /** The only domain to assess; null for the whole role. */
  readonly domain: Domain | null
  /** The level to be ready for; null to find the level. */
  readonly target: Level | null
  /** The track to find the level on; null if the levels of the role do not branch, and with a domain or a target. */
  readonly track: Track | null
}

/** The usual assessment: guided, of the whole role, to find the level. */
export const WHOLE_ROLE: Scope = { mode: 'guided', domain: null, target: null, track: null }
