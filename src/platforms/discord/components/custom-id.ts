import type { PageRequest } from '../../../bot/index.ts'
import { LIMITS } from './limits.ts'

// The custom ids of buttons, menus and modals. An id in a direct message begins with the server that the message belongs to.

export type CustomId =
  | { readonly kind: 'press'; readonly payload: string }
  /** A menu; its values hold the payload. */
  | { readonly kind: 'menu' }
  | { readonly kind: 'page' | 'share'; readonly request: PageRequest; readonly page: number }
  /** A button that opens a part of a form. */
  | { readonly kind: 'part'; readonly payload: string; readonly part: number }
  /** The modal of a part. If it does not say that it is the last one, parts may follow. */
  | { readonly kind: 'form'; readonly payload: string; readonly part: number; readonly isLast: boolean }

/** The id of a button for another page of an answer, or for sharing one; undefined if it would be too long. */
export function pageId(
  kind: 'page' | 'share',
  request: PageRequest,
  page: number,
  server?: string,
): string | undefined {
  const rest = 'payload' in request ? `p~${request.payload}` : `c~${request.command}~${request.text}`
  return withServer(`${kind}~${page}~${rest}`, server)
}

/** The highest page number in a custom id. */
const MAX_PAGE = 9999

/** The page ids of an answer, for `renderMessage`; nothing if they would be too long. */
export function pageIds(request: PageRequest, server: string | undefined) {
  if (pageId('page', request, MAX_PAGE, server) === undefined) return {}
  return { pageId: (page: number) => pageId('page', request, page, server) ?? '' }
}

/** The id of a button that opens a part of a form; undefined if it would be too long. */
export function partButtonId(payload: string, part: number, server?: string): string | undefined {
  return withServer(`part~${part}~${payload}`, server)
}

/**
 * The id of the modal of a part of a form; undefined if it would be too long. A leading zero marks the last part, if it fits: versions
 * of Rung that do not know the mark read the same number.
 */
export function modalId(payload: string, part: number, isLast: boolean, server?: string): string | undefined {
  const marked = isLast ? withServer(`form~0${part}~${payload}`, server) : undefined
  return marked ?? withServer(`form~${part}~${payload}`, server)
}

/** Puts the server before an id; undefined if the result would be too long. */
export function withServer(id: string, server: string | undefined): string | undefined {
  const prefixed = server === undefined ? id : `${server}@${id}`
  return prefixed.length <= LIMITS.id ? prefixed : undefined
}

/** Splits an id into its server, if it names one, and the rest. */
export function splitServer(id: string): { readonly server: string | undefined; readonly rest: string } {
  const [, server, rest] = /^(\d{15,22})@(.*)$/su.exec(id) ?? []
  return { server, rest: rest ?? id }
}

/** Parses an id without its server; undefined if Rung does not use such ids. */
export function parseCustomId(rest: string): CustomId | undefined {
  const paged = /^(page|share)~(\d{1,4})~(?:p~(.*)|c~([^~]*)~(.*))$/su.exec(rest)
  if (paged) {
    const [, kind, page, payload, command, text] = paged
    const request: PageRequest = payload === undefined ? { command: command ?? '', text: text ?? '' } : { payload }
    return { kind: kind === 'share' ? 'share' : 'page', request, page: Number(page) }
  }
  const [, kind, part = '', payload] = /^(part|form)~(\d{1,3})~(.*)$/su.exec(rest) ?? []
  if (payload !== undefined) {
    if (kind === 'part') return { kind, payload, part: Number(part) }
    return { kind: 'form', payload, part: Number(part), isLast: /^0\d/u.test(part) }
  }
  if (rest.startsWith('pick~')) return { kind: 'menu' }
  const payloadOnly = rest.replace(/^\d+~/u, '')
  return payloadOnly === '' ? undefined : { kind: 'press', payload: payloadOnly }
}
