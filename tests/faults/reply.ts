import { decodeAnswers, skillOfCode } from '../../src/assessment/index.ts'
import type { BotEvent, BotResponse, Person } from '../../src/bot/index.ts'
import { loadCatalog, type Role } from '../../src/catalog/index.ts'
import { type MessageKey, translator } from '../../src/i18n/index.ts'
import { plainText } from '../../src/message/index.ts'
import type { AssessmentResult, Session } from '../../src/store/records.ts'

// Reads an answer as a platform and a person do: its buttons and its text.

export const ROLE = 'ml-engineer'

const t = translator('en')

const loaded = await loadCatalog(new URL('../../data', import.meta.url).pathname)
if (!loaded.ok) throw new Error('data/ cannot be read')
const mlEngineer = loaded.catalog.roles.get(ROLE)
if (!mlEngineer) throw new Error(`there is no role ${ROLE}`)
const role: Role = mlEngineer

export type Reply = Extract<BotResponse, { type: 'reply' }>

/** A button with the parts of its payload. */
export interface Press {
  readonly payload: string
  /** The letters of the command and the action: `aa` answers, `af` finishes. */
  readonly verb: string
  /** The session and version it was made from, if it names one. */
  readonly id: string
  readonly version: number
  /** An answer's eleven characters. */
  readonly code: string
}

function pressOf(payload: string): Press {
  const [head = '', letter = '', _, id = '', version = '', code = ''] = payload.split(':')
  return { payload, verb: head.slice(1) + letter, id, version: Number(version), code }
}

/** The verbs of presses that name the session and version they were made from. */
const NAMING = new Set(['aa', 'ak', 'aw', 'ap', 'af', 'ag', 'ae'])

export function pressesIn({ message }: Reply): readonly Press[] {
  return message.blocks.flatMap((block) =>
    block.type === 'actions' ? block.actions.map(({ payload }) => pressOf(payload)) : [],
  )
}

/** The state of the session that an answer shows, if any. */
export function stateIn(reply: Reply): { readonly id: string; readonly version: number } | undefined {
  const naming = pressesIn(reply).find(({ verb }) => NAMING.has(verb))
  return naming && { id: naming.id, version: naming.version }
}

/** Whether an answer has this message, with any parameters. */
export function says(reply: Reply, key: 'assess.note.stale' | 'assess.note.back'): boolean {
  return reply.message.blocks.some((block) => block.type === 'note' && plainText(block.text) === t(key))
}

/** Whether an answer is this error, which has no parameters. */
export function isError(reply: Reply, key: Extract<MessageKey, 'error.store' | 'error.assess.none'>): boolean {
  return reply.failed !== undefined && reply.message.summary === t(key)
}

/** What an answer says, in one line, for a test that fails. */
export function gist({ failed, message }: Reply): string {
  return `${failed ?? 'ok'}: ${message.summary}`
}

/** The exported data of a person; undefined if the answer is no export. */
export function exported(
  reply: Reply,
): { readonly sessions: readonly Session[]; readonly results: readonly AssessmentResult[] } | undefined {
  const file = reply.message.files?.find(({ name }) => name.endsWith('.json'))
  return file && (JSON.parse(file.content) as { sessions: Session[]; results: AssessmentResult[] })
}

/** The ratings of a result. */
export function ratingsOf(codes: readonly string[]): string {
  return JSON.stringify(decodeAnswers(role, codes).answers)
}

export function ratingsIn(result: AssessmentResult): string {
  return JSON.stringify(result.ratings.map(({ skill, rating }) => [skill, rating]))
}

/** Throws if the role has no such skill. */
export function skillIn(code: string): string {
  const skill = skillOfCode(role, code)
  if (skill === undefined) throw new Error(`no skill of ${ROLE} is ${code}`)
  return skill
}

let deliveries = 0

/** An event as from a platform, with a unique id. */
function delivery(person: Person): { readonly id: string; readonly person: Person; readonly locale: 'en' } {
  return { id: `delivery-${++deliveries}`, person, locale: 'en' }
}

export function commandBy(person: Person, name: string, text: string): BotEvent {
  return { ...delivery(person), type: 'command', name, text }
}

export function pressBy(person: Person, payload: string): BotEvent {
  return { ...delivery(person), type: 'action', payload }
}

/** Returns an answer that is a message; throws for any other. */
export function asReply(outcome: BotResponse): Reply {
  if (outcome.type !== 'reply') throw new Error(`a ${outcome.type} instead of a message`)
  return outcome
}

export function personNamed(user: string): Person {
  return { platform: 'slack', workspace: 'T-faults', user }
}
