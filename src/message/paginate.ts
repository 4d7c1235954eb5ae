// Splits the pieces of a message into pages.

/** Whether a piece is kept with the next one, as a heading is: it never ends a page. */
export interface Leading {
  readonly leads?: boolean
}

/** Splits pieces into pages, each as full as `fits` allows. A piece that leads the next one does not end a page. */
export function paginate<P extends Leading>(
  pieces: readonly P[],
  fits: (pieces: readonly P[]) => boolean,
): readonly (readonly P[])[] {
  const pages: (readonly P[])[] = []
  let rest = pieces
  while (rest.length > 0) {
    const count = Math.max(1, withoutTrailingLeads(rest, maxFitting(rest, fits)))
    pages.push(rest.slice(0, count))
    rest = rest.slice(count)
  }
  return pages
}

/** Lowers a count of first pieces until the last one counted does not lead the next. */
export function withoutTrailingLeads(pieces: readonly Leading[], count: number): number {
  if (count >= pieces.length) return count
  let end = count
  while (end > 0 && pieces[end - 1]?.leads) end -= 1
  return end
}

/** Counts how many of the first pieces fit together, by binary search: more pieces never take less room. */
export function maxFitting<P>(pieces: readonly P[], fits: (pieces: readonly P[]) => boolean): number {
  let few = 0
  let many = 1
  while (many <= pieces.length && fits(pieces.slice(0, many))) {
    few = many
    many *= 2
  }
  let above = Math.min(many, pieces.length + 1)
  while (few + 1 < above) {
    const middle = Math.floor((few + above) / 2)
    if (fits(pieces.slice(0, middle))) few = middle
    else above = middle
  }
  return few
}
