import { z } from 'zod'
import { type Emoji, isSameEmoji } from '../../message/index.ts'

/** The emoji of a reaction (resources/emoji): a standard one has no id, a deleted one no name. */
export const ReactionEmoji = z.object({ id: z.string().nullish(), name: z.string().nullable() })

/** An emoji as a path segment: a standard one by its character, a custom one as `name:id` (resources/message, create reaction). */
export function routeEmoji({ id, name }: z.infer<typeof ReactionEmoji>): string {
  return encodeURIComponent(typeof id === 'string' ? `${name ?? '_'}:${id}` : (name ?? ''))
}

/** Whether a reaction is this emoji, in any skin tone. */
export function isReactionOf({ sign }: Emoji, { id, name }: z.infer<typeof ReactionEmoji>): boolean {
  if (sign === undefined) return false
  if (typeof id === 'string') return sign.split(':')[1] === id
  return name !== null && isSameEmoji(name, sign)
}
