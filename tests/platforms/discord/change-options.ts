/** The options of /propose for a change in words such as `ml-engineer middle pytorch advanced because we ship models`. */
export function changeOptions(words: string): Readonly<Record<string, string>> {
  const [, role, level, skill, to, reason] = /^(\S+) (\S+) (\S+) (\S+) because (.+)$/u.exec(words) ?? []
  if (!role || !level || !skill || !to || !reason) throw new Error(`this is no change in words: ${words}`)
  return { role, level, skill, to, reason }
}
