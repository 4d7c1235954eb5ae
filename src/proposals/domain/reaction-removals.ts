// Removals of nominating emojis from messages. Two processes may handle an emoji and its removal at the same time, or handle the same emoji
// twice, and a platform does not always tell the order of events.

/** The key under which removals from a message are counted; an empty person stands for the removal of everyone's emoji. */
export function removalKey(message: string, person: string): string {
  return `${message} ${person}`
}

/** How many removals of a person's nominating emoji from a message the log holds. */
export function countRemovals(removals: ReadonlyMap<string, number>, message: string, person: string): number {
  return (removals.get(removalKey(message, person)) ?? 0) + (removals.get(removalKey(message, '')) ?? 0)
}
