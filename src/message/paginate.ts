// How what is said in pieces becomes pages.

/** A piece that introduces what follows it is not left behind at the end of a page. */
export interface Leading {
  readonly leads?: boolean
}

/** Fills one page after the other. What introduces something is not left behind at the end of a page. */
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

/** How many of the first pieces are left when those at the end that introduce what comes next are not counted. */
export function withoutTrailingLeads(pieces: readonly Leading[], count: number): number {
  if (count >= pieces.length) return count
  let kept = count
  while (kept > 0 && pieces[kept - 1]?.leads) kept -= 1
  return kept
}

/** How many of the first pieces fit together; more of them never take less room. */
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
