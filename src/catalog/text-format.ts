/**
 * Gives an edited text, whose lines end in LF, the line endings of the original: unchanged lines and the end of the file keep
 * theirs, and new lines get the most common one. So a diff of the files shows the edited lines only.
 */
export function keepLineEndings(text: string, before: string): string {
  const commonEnd = lineEndingOf(before)
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
  return lines
    .map((line, at) => `${line}${at === lines.length - 1 ? finalEnds : endOf(line, at) || commonEnd}`)
    .join('')
}

/** The most common line ending of a text. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const all = text.match(/\r?\n/gu) ?? []
  return all.filter((end) => end !== '\n').length * 2 > all.length ? '\r\n' : '\n'
}

/** The lines of a text with their line endings, without empty lines at the end. */
function linesOf(text: string): readonly { readonly line: string; readonly end: string }[] {
  return text
    .replace(/(?:\r?\n)+$/u, '')
    .split(/(?<=\n)/u)
    .map((whole) => {
      const line = whole.replace(/\r?\n$/u, '')
      return { line, end: whole.slice(line.length) }
    })
}
