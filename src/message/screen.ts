// How much of a screen text takes, roughly: what is longer than a screen is divided into pages. tests/platforms/screens measures it.

/** The width of an average letter as a share of the font's size, with what is lost where a line breaks between words. */
const LETTER = 0.53

/** The lines that a text takes in a font of some size, where `width` pixels are free. */
export function linesOnScreen(text: string, size: number, width: number): number {
  const most = Math.max(1, Math.floor(width / (size * LETTER)))
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / most)), 0)
}

/** The rows that buttons with these labels take, each as wide as its letters and `padding`. */
export function rowsOnScreen(labels: readonly string[], size: number, padding: number, width: number): number {
  let rows = labels.length > 0 ? 1 : 0
  let used = 0
  for (const label of labels) {
    const wide = label.length * size * LETTER + padding
    if (used > 0 && used + wide > width) {
      rows += 1
      used = 0
    }
    used += wide
  }
  return rows
}
