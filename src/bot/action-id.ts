import { z } from 'zod'
import type { ActionButton } from '../message/index.ts'
import { UserError } from './errors.ts'

/** The action of a button: the command's one-letter code and arguments. Its payload reads `1s:level:ml-engineer:senior` in version 1. */
export interface Action {
  readonly code: string
  readonly args: readonly string[]
}

/** The smallest limit of a platform on the id of a button or form. */
export const MAX_PAYLOAD_LENGTH = 100

const VERSION = '1'

const FORMAT = /^1[a-z](?::[^:]*)*$/u
const Payload = z.string().max(MAX_PAYLOAD_LENGTH).regex(FORMAT)

/** Writes a payload. Throws a RangeError for arguments that do not fit, which is a bug of the caller. */
export function encodeAction(action: Action): string {
  const payload = [`${VERSION}${action.code}`, ...action.args].join(':')
  const fits = payload.length <= MAX_PAYLOAD_LENGTH && FORMAT.test(payload)
  if (!fits || action.args.some((arg) => arg.includes(':'))) {
    throw new RangeError(`an action must fit ${MAX_PAYLOAD_LENGTH} characters with no colon in an argument: ${payload}`)
  }
  return payload
}

/** The code of the command that a payload belongs to, even if its arguments are unreadable. */
export function commandCodeOf(payload: string): string {
  return payload.charAt(VERSION.length)
}

/** Reads a payload. Throws a UserError if it is malformed or of another version. */
export function decodeAction(payload: string): Action {
  const parsed = Payload.safeParse(payload)
  if (!parsed.success) throw new UserError('error.action.unreadable')
  const [head = '', ...args] = parsed.data.split(':')
  return { code: head.slice(VERSION.length), args }
}

/**
 * The format of one kind of action. The key is the first argument; it is one letter if the longest slugs would not fit otherwise, and
 * empty for a payload without arguments. `read` gets the arguments after the key and throws a UserError for malformed ones.
 */
export type ActionFormat<A, C = void> = readonly [
  key: string,
  write: (action: A) => readonly string[],
  read: (args: readonly string[], context: C) => A,
]

/** Converts a command's actions to payloads and buttons, and the arguments of payloads to actions. */
export interface ActionCodec<A, C = void> {
  readonly encode: (action: A) => string
  /** Throws a UserError for malformed arguments. */
  readonly decode: (args: readonly string[], context: C) => A
  readonly button: (label: string, action: A, style?: ActionButton['style']) => ActionButton
}

/** Creates the codec of a command from the format of each kind of action. Throws if two kinds have the same key. */
export function defineActions<Kinds, C = void>(
  code: string,
  nameOf: (action: Kinds[keyof Kinds]) => keyof Kinds,
  formats: { readonly [Name in keyof Kinds]: ActionFormat<Kinds[Name], C> },
): ActionCodec<Kinds[keyof Kinds], C> {
  const readers = new Map<string, (args: readonly string[], context: C) => Kinds[keyof Kinds]>()
  for (const name in formats) {
    const [key, , read] = formats[name]
    if (readers.has(key)) throw new Error(`two actions of the command ${code} have the key "${key}"`)
    readers.set(key, read)
  }
  const argumentsOf = <Name extends keyof Kinds>(name: Name, action: Kinds[Name]): readonly string[] => {
    const [key, write] = formats[name]
    return key === '' ? [] : [key, ...write(action)]
  }
  const encode = (action: Kinds[keyof Kinds]): string =>
    encodeAction({ code, args: argumentsOf(nameOf(action), action) })
  return {
    encode,
    decode([key, ...args], context) {
      const read = key === '' ? undefined : readers.get(key ?? '')
      if (!read) throw new UserError('error.action.unreadable')
      return read(args, context)
    },
    button(label, action, style) {
      const payload = encode(action)
      return style ? { label, payload, style } : { label, payload }
    },
  }
}

/** Returns an argument that matches a pattern. Throws a UserError for any other. */
export function matching(pattern: RegExp, text = ''): string {
  if (!pattern.test(text)) throw new UserError('error.action.unreadable')
  return text
}

/** Parses an argument of at most nine digits. Throws a UserError for any other. */
export function wholeNumber(text: string | undefined): number {
  return Number(matching(/^\d{1,9}$/u, text))
}

/** Returns an argument that is one of several words. Throws a UserError for any other. */
export function oneOf<T extends string>(words: readonly T[], text: string | undefined): T {
  const word = words.find((each) => each === text)
  if (word === undefined) throw new UserError('error.action.unreadable')
  return word
}
