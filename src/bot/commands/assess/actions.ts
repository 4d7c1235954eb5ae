import type { Domain, Role } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import type { SessionRef } from '../../../store/store.ts'
import { encodeAction } from '../../action-id.ts'
import { UserError } from '../../errors.ts'

/** The letter that begins the payloads of this command's actions. */
export const ASSESS_CODE = 'a'

export type Mode = 'guided' | 'sheet'

/**
 * What a button of the assessment asks for. Everything that changes an assessment names the state it was shown with, so a
 * late or double press changes nothing.
 */
export type AssessAction =
  | { readonly do: 'which' }
  | { readonly do: 'intro'; readonly role: string }
  | { readonly do: 'domains'; readonly role: string }
  | { readonly do: 'begin'; readonly role: string; readonly mode: Mode; readonly domain: string | null }
  | { readonly do: 'restart'; readonly ref: SessionRef; readonly mode: Mode; readonly domain: string | null }
  | { readonly do: 'resume'; readonly role: string }
  | { readonly do: 'answer'; readonly ref: SessionRef; readonly code: string }
  | { readonly do: ChangeName; readonly ref: SessionRef }
  | { readonly do: 'card' | 'fill'; readonly ref: SessionRef; readonly card: number }
  | { readonly do: 'evidence'; readonly ref: SessionRef; readonly code: string }
  | { readonly do: 'status' }
  | { readonly do: 'reminders'; readonly on: boolean }

type ChangeName = 'back' | 'why' | 'pause' | 'finish' | 'refine' | 'askCancel' | 'cancel'

/** One letter a verb keeps the longest role within an action's 100 characters. */
const VERBS = [
  ['which', 'q'],
  ['intro', 'i'],
  ['domains', 'd'],
  ['begin', 'b'],
  ['restart', 'o'],
  ['resume', 'r'],
  ['answer', 'a'],
  ['back', 'k'],
  ['why', 'w'],
  ['pause', 'p'],
  ['finish', 'f'],
  ['refine', 'g'],
  ['askCancel', 'x'],
  ['cancel', 'y'],
  ['card', 'c'],
  ['fill', 'l'],
  ['evidence', 'e'],
  ['status', 's'],
  ['reminders', 'm'],
] as const satisfies readonly (readonly [AssessAction['do'], string])[]

const LETTER_OF: ReadonlyMap<AssessAction['do'], string> = new Map(VERBS)
const VERB_OF: ReadonlyMap<string, AssessAction['do']> = new Map(VERBS.map(([verb, letter]) => [letter, verb]))

export function payloadOf(action: AssessAction): string {
  return encodeAction({ code: ASSESS_CODE, args: [LETTER_OF.get(action.do) ?? '', ...argumentsOf(action)] })
}

export function press(label: string, action: AssessAction, style?: ActionButton['style']): ActionButton {
  const payload = payloadOf(action)
  return style ? { label, payload, style } : { label, payload }
}

function refArguments({ role, id, version }: SessionRef): readonly string[] {
  return [role, id, String(version)]
}

function wayArguments({ mode, domain }: { readonly mode: Mode; readonly domain: string | null }): readonly string[] {
  return [mode === 'sheet' ? 's' : 'g', ...(domain === null ? [] : [domain])]
}

function wayFrom(mode: string, domain: string): { readonly mode: Mode; readonly domain: string | null } {
  return { mode: mode === 's' ? 'sheet' : 'guided', domain: domain === '' ? null : domain }
}

function argumentsOf(action: AssessAction): readonly string[] {
  switch (action.do) {
    case 'which':
    case 'status':
      return []
    case 'intro':
    case 'domains':
    case 'resume':
      return [action.role]
    case 'begin':
      return [action.role, ...wayArguments(action)]
    case 'restart':
      return [...refArguments(action.ref), ...wayArguments(action)]
    case 'answer':
    case 'evidence':
      return [...refArguments(action.ref), action.code]
    case 'card':
    case 'fill':
      return [...refArguments(action.ref), String(action.card)]
    case 'reminders':
      return [action.on ? '1' : '0']
    default:
      return refArguments(action.ref)
  }
}

/** The action that a button's arguments stand for. Throws a UserError where they are not ours. */
export function actionFrom(args: readonly string[]): AssessAction {
  const [letter = '', first = '', second = '', third = '', fourth = '', fifth = ''] = args
  const verb = VERB_OF.get(letter)
  switch (verb) {
    case 'which':
    case 'status':
      return { do: verb }
    case 'intro':
    case 'domains':
    case 'resume':
      return { do: verb, role: first }
    case 'begin':
      return { do: verb, role: first, ...wayFrom(second, third) }
    case 'restart':
      return { do: verb, ref: refFrom(first, second, third), ...wayFrom(fourth, fifth) }
    case 'answer':
      if (!/^[\w-]{10}[0-4-]$/u.test(fourth)) throw new UserError('error.action.unreadable')
      return { do: verb, ref: refFrom(first, second, third), code: fourth }
    case 'evidence':
      return { do: verb, ref: refFrom(first, second, third), code: fourth }
    case 'card':
    case 'fill':
      return { do: verb, ref: refFrom(first, second, third), card: Math.max(0, wholeNumber(fourth)) }
    case 'reminders':
      return { do: verb, on: first === '1' }
    case undefined:
      throw new UserError('error.action.unreadable')
    default:
      return { do: verb, ref: refFrom(first, second, third) }
  }
}

function refFrom(role: string, id: string, version: string): SessionRef {
  return { role, id, version: wholeNumber(version) }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new UserError('error.action.unreadable')
  return Number(text)
}

/** "Assess yourself", for answers about a role. */
export function assessButton(role: Role, t: Translator): ActionButton {
  return press(t('action.assess'), { do: 'intro', role: role.slug })
}

export function beginAction(role: Role, mode: Mode, domain: Domain | null): AssessAction {
  return { do: 'begin', role: role.slug, mode, domain: domain?.slug ?? null }
}
