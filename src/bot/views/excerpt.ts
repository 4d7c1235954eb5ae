/** A text that may be long, cut between words: at most `most` characters and a sign that there is more. */
export function excerpt(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.lastIndexOf(' ', most)
  return `${text.slice(0, end > most / 2 ? end : most).toWellFormed()} …`
}
