/** What is repeated of something a person typed: enough to recognise it by. */
const MOST_SIGNS = 60

/** Typed text as it is repeated to the person: on one line, shortened between whole signs. */
export function quoteInput(typed: string): string {
  const signs = [
    ...new Intl.Segmenter().segment(
      typed
        .slice(0, MOST_SIGNS * 20)
        .trim()
        .toWellFormed()
        .replace(/\s+/gu, ' '),
    ),
  ]
  if (signs.length <= MOST_SIGNS) return signs.map(({ segment }) => segment).join('')
  return `${signs
    .slice(0, MOST_SIGNS)
    .map(({ segment }) => segment)
    .join('')}…`
}
