import { z } from 'zod'
import { type Emoji, isSameEmoji } from '../../message/index.ts'

/** The emoji of a reaction (resources/emoji): a standard one has no id, and one that was deleted since has no name. */
export const ReactionEmoji = z.object({ id: z.string().nullish(), name: z.string().nullable() })

/** An emoji as routes name it: a standard one by its sign, a server's own as `name:id` (resources/message, create reaction). */
export function routeEmoji({ id, name }: z.infer<typeof ReactionEmoji>): string {
  return encodeURIComponent(typeof id === 'string' ? `${name ?? '_'}:${id}` : (name ?? ''))
}

/** Whether a reaction shows this emoji, in any skin tone. */
export function isReactionOf({ sign }: Emoji, { id, name }: z.infer<typeof ReactionEmoji>): boolean {
  if (sign === undefined) return false
  if (typeof id === 'string') return sign.split(':')[1] === id
  return name !== null && isSameEmoji(name, sign)
}
