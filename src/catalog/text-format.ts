/**
 * Writes an edited text, whose lines end in line feeds, as the text it was made from is written: the same ends after the last line, and
 * on every unchanged line the same line end, so that a comparison of the files shows the edited lines alone. A new line gets the end
 * that most of the lines have.
 */
export function keepLineEndings(text: string, before: string): string {
  const usual = lineEndingOf(before)
  const [finalEnds = ''] = /(?:\r?\n)*$/u.exec(before) ?? []
  const lines = text.replace(/\n+$/u, '').split('\n')
  const former = linesOf(before)
  let first = 0
  while (first < Math.min(lines.length, former.length) && lines[first] === former[first]?.line) first += 1
  const most = Math.min(lines.length, former.length) - first
  let last = 0
  while (last < most && lines[lines.length - 1 - last] === former[former.length - 1 - last]?.line) last += 1
  const between = new Map(former.slice(first, former.length - last).map(({ line, end }) => [line, end]))
  const endOf = (line: string, at: number): string | undefined => {
    if (at < first) return former[at]?.end
    if (at >= lines.length - last) return former[at + former.length - lines.length]?.end
    return between.get(line)
  }
  return lines.map((line, at) => `${line}${at === lines.length - 1 ? finalEnds : endOf(line, at) || usual}`).join('')
}

/** The line end that most lines of a text have. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const all = text.match(/\r?\n/gu) ?? []
  return all.filter((end) => end !== '\n').length * 2 > all.length ? '\r\n' : '\n'
}

/** The lines of a text, each with the end it has; empty lines after the last one are left out. */
function linesOf(text: string): readonly { readonly line: string; readonly end: string }[] {
  return text
    .replace(/(?:\r?\n)+$/u, '')
    .split(/(?<=\n)/u)
    .map((whole) => {
      const line = whole.replace(/\r?\n$/u, '')
      return { line, end: whole.slice(line.length) }
    })
}
