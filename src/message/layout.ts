// How a message is divided into pages, on every platform. A renderer lays a message out as pieces, in reading order, and says how pieces
// become blocks of its platform and whether blocks fit into one of its messages; what goes on which page is decided here.

/** The smallest part of a message, which no page break divides. */
export interface Piece {
  /** How many lines a reader would count; added up for the pieces that are left out. */
  readonly count: number
  /** Never the last piece of a page: it introduces the next one, as a heading does. */
  readonly keepWithNext?: boolean
  /** The heading of the message, if it comes first: repeated on every page. */
  readonly isHeading?: boolean
  /** A row of buttons or a menu, or its title. Short blocks of these among those that end a message are repeated on every page. */
  readonly isChoice?: boolean
  /** Whether it has a page of its own, after the others. Only where there are pages. */
  readonly hasOwnPage?: boolean
  /** The index of the message's block that it belongs to. */
  readonly of: number
}

/** What a platform's renderer gives to lay out one page. `P` is its kind of piece and `B` its kind of block. */
export interface PageRenderer<P extends Piece, B> {
  readonly build: (pieces: readonly P[]) => readonly B[]
  /** Whether blocks fit into one message. More blocks never fit better. */
  readonly fits: (blocks: readonly B[]) => boolean
  /** Whether blocks are short enough to be repeated on every page. */
  readonly isShort: (blocks: readonly B[]) => boolean
  /** The line that says how many lines are left out. */
  readonly leftOut: (count: number) => P
  /** The number of a page and the buttons to the others; pages count from 0. Undefined if a message has no other pages. */
  readonly footer: ((page: number, pages: number) => readonly B[]) | undefined
  /** Blocks at the end of every page. */
  readonly extra: readonly B[]
}

/**
 * Lays out one page of a message. A message that fits is one page; the others are divided, or cut if the renderer has no footer. `page`
 * counts from 0; beyond the last page the last one is laid out.
 */
export function layoutPage<P extends Piece, B>(
  pieces: readonly P[],
  renderer: PageRenderer<P, B>,
  page = 0,
): readonly B[] {
  const whole = [...renderer.build(pieces), ...renderer.extra]
  if (renderer.fits(whole) && !pieces.some(({ hasOwnPage }) => hasOwnPage)) return whole
  return renderer.footer ? onePage(pieces, renderer, renderer.footer, page) : cutToFit(pieces, renderer)
}

/** More than any message has, so that a footer that is measured is at least as long as the real one. */
const LAST_PAGE = 999
const MOST_PAGES = 9999

/** Lays out one of several pages. The heading and the last actions, if these are short, are on every page. */
function onePage<P extends Piece, B>(
  pieces: readonly P[],
  { build, fits, isShort, extra }: PageRenderer<P, B>,
  footer: (page: number, pages: number) => readonly B[],
  wanted: number,
): readonly B[] {
  const separate = pieces.filter((piece) => piece.hasOwnPage)
  const others = pieces.filter((piece) => !piece.hasOwnPage)
  const closing = closingOf(others, (some) => isShort(build(some)))
  const heading = others.slice(0, 1).filter((piece) => piece.isHeading)
  const atEnd = new Set(closing)
  const body = others.slice(heading.length).filter((piece) => !atEnd.has(piece))
  const longestFooter = [...footer(LAST_PAGE, MOST_PAGES), ...extra]
  // A long menu between the actions of a page stays where it is.
  const onPage = (some: readonly P[]): readonly P[] => {
    const visible = new Set([...heading, ...some, ...closing])
    return pieces.filter((piece) => visible.has(piece))
  }
  const fitsPage = (some: readonly P[]) => fits([...build(onPage(some)), ...longestFooter])
  const pages = [...paginate(body, fitsPage), ...(separate.length > 0 ? [separate] : [])]
  const page = Math.min(pages.length - 1, Math.max(0, Math.trunc(wanted) || 0))
  const content = onPage(pages[page] ?? [])
  return [...build(content), ...(pages.length > 1 ? footer(page, pages.length) : []), ...extra]
}

/** Of the blocks of choices that a message ends with, the first ones that are short together; a long menu is no part of them. */
function closingOf<P extends Piece>(pieces: readonly P[], isShort: (pieces: readonly P[]) => boolean): readonly P[] {
  const choices = pieces.slice(pieces.findLastIndex(({ isChoice }) => !isChoice) + 1)
  let closing: readonly P[] = []
  for (const block of new Set(choices.map(({ of }) => of))) {
    const longer = [...closing, ...choices.filter(({ of }) => of === block)]
    if (longer.length < pieces.length && isShort(longer)) closing = longer
  }
  return closing
}

/** As much of a message as fits: all its choices first, then its text from the start, and how much is left out. */
function cutToFit<P extends Piece, B>(
  pieces: readonly P[],
  { build, fits, leftOut, extra }: PageRenderer<P, B>,
): readonly B[] {
  const fitsCut = (some: readonly P[]) => fits([...build([...some, leftOut(999_999)]), ...extra])
  const choices = new Set(
    fitting(
      pieces.filter((piece) => piece.isChoice),
      fitsCut,
    ),
  )
  const withChoices = (some: readonly P[]): readonly P[] => {
    const body = new Set(some)
    return pieces.filter((piece) => body.has(piece) || choices.has(piece))
  }
  const body = pieces.filter((piece) => !piece.isChoice)
  const visible = withChoices(fitting(body, (some) => fitsCut(withChoices(some))))
  const isVisible = new Set(visible)
  const missing = pieces.reduce((total, piece) => total + (isVisible.has(piece) ? 0 : piece.count), 0)
  const end = visible.findLastIndex((piece) => !piece.isChoice) + 1
  const note = missing > 0 ? [leftOut(missing)] : []
  return [...build([...visible.slice(0, end), ...note, ...visible.slice(end)]), ...extra]
}

/** Splits pieces into pages, each as full as `fits` allows. */
function paginate<P extends Piece>(
  pieces: readonly P[],
  fits: (pieces: readonly P[]) => boolean,
): readonly (readonly P[])[] {
  const pages: (readonly P[])[] = []
  for (let rest = pieces; rest.length > 0; ) {
    const page = fitting(rest, fits)
    pages.push(page.length > 0 ? page : rest.slice(0, 1))
    rest = rest.slice(Math.max(1, page.length))
  }
  return pages
}

/** As many of the first pieces as fit, without one at the end that is to be kept with the next. */
function fitting<P extends Piece>(pieces: readonly P[], fits: (pieces: readonly P[]) => boolean): readonly P[] {
  let end = maxFitting(pieces, fits)
  while (end > 0 && end < pieces.length && pieces[end - 1]?.keepWithNext) end -= 1
  return pieces.slice(0, end)
}

/** Counts how many of the first pieces fit together, by binary search: more pieces never take less room. */
function maxFitting<P>(pieces: readonly P[], fits: (pieces: readonly P[]) => boolean): number {
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

/** Divides a list into runs of at most `most`. */
export function chunk<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))
}

const BAR_WIDTH = 10

/** A bar of ten characters that shows how much is done. Nothing to do counts as all done. */
export function progressBar(done: number, total: number): string {
  const share = total <= 0 ? 1 : Math.min(1, Math.max(0, done / total))
  const filled = Number.isFinite(share) ? Math.round(BAR_WIDTH * share) : 0
  return `${'▰'.repeat(filled)}${'▱'.repeat(BAR_WIDTH - filled)}`
}
