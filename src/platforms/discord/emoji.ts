import { z } from 'zod'

/** The emoji of a reaction (resources/emoji): a standard one has no id, and one that was deleted since has no name. */
export const ReactionEmoji = z.object({ id: z.string().nullish(), name: z.string().nullable() })

/** An emoji as routes name it: a standard one by its sign, a server's own as `name:id` (resources/message, create reaction). */
export function emojiInRoute({ id, name }: z.infer<typeof ReactionEmoji>): string {
  return encodeURIComponent(typeof id === 'string' ? `${name ?? '_'}:${id}` : (name ?? ''))
}
