import { z } from 'zod'
import { UserError } from './errors.ts'

/**
 * What a button carries and brings back: the command it belongs to (by its one-letter code) and that command's own
 * arguments. As text: `1s:level:ml-engineer:senior`, where 1 is the version of this format.
 */
export interface Action {
  readonly code: string
  readonly args: readonly string[]
}

/** The smallest limit of a platform on the id of a button or form. */
export const MAX_PAYLOAD_LENGTH = 100

const VERSION = '1'

const FORMAT = /^1[a-z](?::[^:]*)*$/u
const Payload = z.string().max(MAX_PAYLOAD_LENGTH).regex(FORMAT)

/** Throws a RangeError for arguments that do not fit: a mistake of ours, never of a person's. */
export function encodeAction(action: Action): string {
  const payload = [`${VERSION}${action.code}`, ...action.args].join(':')
  const fits = payload.length <= MAX_PAYLOAD_LENGTH && FORMAT.test(payload)
  if (!fits || action.args.some((arg) => arg.includes(':'))) {
    throw new RangeError(`an action must fit ${MAX_PAYLOAD_LENGTH} characters with no colon in an argument: ${payload}`)
  }
  return payload
}

/** The code of the command that an action belongs to, whether or not its arguments can be read. */
export function commandCodeOf(payload: string): string {
  return payload.charAt(VERSION.length)
}

/** Reads what a button brought back. Throws a UserError where it is not ours or of another version. */
export function decodeAction(payload: string): Action {
  const parsed = Payload.safeParse(payload)
  if (!parsed.success) throw new UserError('error.action.unreadable')
  const [head = '', ...args] = parsed.data.split(':')
  return { code: head.slice(VERSION.length), args }
}
