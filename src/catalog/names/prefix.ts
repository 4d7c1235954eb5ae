/** The texts of a sorted list that start with a text. */
export function withPrefix(sorted: readonly string[], start: string): readonly string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < sorted.length && sorted[end]?.startsWith(start)) end += 1
  return sorted.slice(low, end)
}
