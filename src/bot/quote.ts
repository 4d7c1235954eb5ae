/** The most graphemes of typed text that an answer quotes. */
const MAX_GRAPHEMES = 60

const segmenter = new Intl.Segmenter()

/** Typed text as an answer quotes it: on one line, truncated between graphemes. */
export function quoteInput(typed: string): string {
  const graphemes = [
    ...segmenter.segment(
      typed
        .slice(0, MAX_GRAPHEMES * 20)
        .trim()
        .toWellFormed()
        .replace(/\s+/gu, ' '),
    ),
  ]
  if (graphemes.length <= MAX_GRAPHEMES) return graphemes.map(({ segment }) => segment).join('')
  return `${graphemes
    .slice(0, MAX_GRAPHEMES)
    .map(({ segment }) => segment)
    .join('')}…`
}
