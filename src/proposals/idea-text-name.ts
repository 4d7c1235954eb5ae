/** The name in KeyValueStore of the text that an idea comes from. */
export function ideaTextName(id: string): string {
  return `proposals/idea/${id}`
}
