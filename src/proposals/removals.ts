// Removals of nominating emojis that found no nomination to withdraw. Two processes may handle an emoji that is put on a message and its
// removal at the same time, and the platform does not say in which order they happened.

/** The key under which a board counts the removals from a message; without a person (''), those that removed everyone's. */
export function removalKey(message: string, person: string): string {
  return `${message} ${person}`
}

/** How many removals of a person's nominating emoji from a message found nothing to withdraw. */
export function removalsOf(removals: ReadonlyMap<string, number>, message: string, person: string): number {
  return (removals.get(removalKey(message, person)) ?? 0) + (removals.get(removalKey(message, '')) ?? 0)
}
