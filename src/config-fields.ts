import { z } from 'zod'

// Kinds of settings: what the text of a variable becomes, and what is said of one that is wrong.

/** Text without the blanks around it; undefined if nothing is left. */
export const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

/** An address of the web. */
export const webAddress = optional.pipe(
  z.url({ protocol: /^https?$/u, error: 'must be an address that begins with https:// or http://' }).optional(),
)

/** A token of a platform, by what it begins with. */
export function token(start: string, what: string) {
  return optional.pipe(
    z
      .string()
      .startsWith(start, { error: `must begin with ${start} (${what})` })
      .optional(),
  )
}

/** How many wrong parts of a value are named in messages. */
export const MAX_NAMED = 5

/** A value as a message repeats it: its start. */
const MAX_EXCERPT = 200

/** The start of a value, for a message. */
export function excerpt(value: string): string {
  return value.length <= MAX_EXCERPT ? value : `${value.slice(0, MAX_EXCERPT)}…`
}

/** Ids separated by commas, each perhaps with a domain: `U0ABC,S0DEF:security`. */
export function appointed(id: RegExp, takes: string) {
  return optional.transform((text, context): readonly { readonly id: string; readonly domain: string | null }[] => {
    const parts = (text ?? '').split(',').map((part) => part.trim())
    const wrong: string[] = []
    const people = parts.flatMap((part) => {
      if (part === '') return []
      const [name = '', domain, ...more] = part.split(':')
      if (id.test(name) && more.length === 0 && (domain === undefined || /^[a-z0-9-]{1,40}$/u.test(domain))) {
        return [{ id: name, domain: domain ?? null }]
      }
      wrong.push(part)
      return []
    })
    if (wrong.length > 0) {
      const more = wrong.length > MAX_NAMED ? ` and ${wrong.length - MAX_NAMED} more` : ''
      context.addIssue(
        `must be ${takes}, separated by commas; a colon and a domain's slug limit one to it. Wrong: ${wrong.slice(0, MAX_NAMED).map(excerpt).join(', ')}${more}`,
      )
    }
    return people
  })
}

/** A whole number of days from 1 to `most`; `usual` if it is not set. */
export function wholeDays<T extends number | undefined>(usual: T, most: number) {
  return optional.transform((text, context): number | T => {
    if (text === undefined) return usual
    const days = /^\d{1,5}$/u.test(text) ? Number(text) : 0
    if (days >= 1 && days <= most) return days
    context.addIssue(`must be a whole number of days from 1 to ${most}`)
    return z.NEVER
  })
}
