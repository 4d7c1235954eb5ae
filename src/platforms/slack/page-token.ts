import { z } from 'zod'

/** How an answer can be asked for again: by a command, or by the payload of a press. */
export type PageRequest = { readonly command: string; readonly text: string } | { readonly payload: string }

/** Slack's limit on a button's value (docs.slack.dev/reference/block-kit/block-elements/button-element). */
const MAX_VALUE_LENGTH = 2000

const Stored = z.union([
  z.strictObject({ p: z.int().min(0).max(1000), c: z.string().max(40), x: z.string() }),
  z.strictObject({ p: z.int().min(0).max(1000), a: z.string().max(100) }),
])

/** What a button carries that shows a page of an answer again; undefined where that is more than a button holds. */
export function encodePageToken(again: PageRequest, page: number): string | undefined {
  const stored = 'payload' in again ? { p: page, a: again.payload } : { p: page, c: again.command, x: again.text }
  const value = JSON.stringify(stored)
  return value.length <= MAX_VALUE_LENGTH ? value : undefined
}

/** Reads what `againValue` made; undefined for anything else. */
export function decodePageToken(value: string): { readonly request: PageRequest; readonly page: number } | undefined {
  let json: unknown
  try {
    json = JSON.parse(value)
  } catch {
    return undefined
  }
  const parsed = Stored.safeParse(json)
  if (!parsed.success) return undefined
  const { data } = parsed
  return { page: data.p, request: 'a' in data ? { payload: data.a } : { command: data.c, text: data.x } }
}
