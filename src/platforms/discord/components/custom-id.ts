import { LIMITS } from './limits.ts'

// What the ids of buttons and dialogs say. A message in a direct conversation belongs to the server it was begun in: its ids
// begin with that server's, for the conversation itself knows none.

/** How an answer can be asked for again: by a command, or by the payload of a press. */
export type PageRequest = { readonly command: string; readonly text: string } | { readonly payload: string }

export type CustomId =
  | { readonly kind: 'press'; readonly payload: string }
  /** A menu: what was chosen is in its values. */
  | { readonly kind: 'menu' }
  | { readonly kind: 'page' | 'share'; readonly again: PageRequest; readonly page: number }
  /** Opens, or is, one dialog of a form. */
  | { readonly kind: 'part' | 'form'; readonly payload: string; readonly part: number }

const PAGED = { page: 'page', share: 'share' } as const

/** The id for another page of an answer, or for sharing one; undefined where that is more than an id holds. */
export function pageId(kind: 'page' | 'share', again: PageRequest, page: number, server?: string): string | undefined {
  const rest = 'payload' in again ? `p~${again.payload}` : `c~${again.command}~${again.text}`
  return withServer(`${PAGED[kind]}~${page}~${rest}`, server)
}

export function formPartId(kind: 'part' | 'form', payload: string, part: number, server?: string): string | undefined {
  return withServer(`${kind}~${part}~${payload}`, server)
}

/** An id with its server; undefined where that is too long. */
export function withServer(id: string, server: string | undefined): string | undefined {
  const whole = server === undefined ? id : `${server}@${id}`
  return whole.length <= LIMITS.id ? whole : undefined
}

/** The server that an id belongs to, and the rest of it. */
export function splitServer(id: string): { readonly server: string | undefined; readonly rest: string } {
  const [, server, rest] = /^(\d{15,22})@(.*)$/su.exec(id) ?? []
  return { server, rest: rest ?? id }
}

/** Reads an id without its server; undefined for one that is none of ours. */
export function parseCustomId(rest: string): CustomId | undefined {
  const paged = /^(page|share)~(\d{1,4})~(?:p~(.*)|c~([^~]*)~(.*))$/su.exec(rest)
  if (paged) {
    const [, kind, page, payload, command, text] = paged
    const again: PageRequest = payload === undefined ? { command: command ?? '', text: text ?? '' } : { payload }
    return { kind: kind === 'share' ? 'share' : 'page', again, page: Number(page) }
  }
  const [, kind, part, payload] = /^(part|form)~(\d{1,3})~(.*)$/su.exec(rest) ?? []
  if (payload !== undefined) return { kind: kind === 'form' ? 'form' : 'part', payload, part: Number(part) }
  if (rest.startsWith('pick~')) return { kind: 'menu' }
  const own = rest.replace(/^\d+~/u, '')
  return own === '' ? undefined : { kind: 'press', payload: own }
}
