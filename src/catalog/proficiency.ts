/**
 * The four steps a requirement can ask for, lowest first. Stored as these words; shown as a word or as
 * its one letter. The letters are A, W, V, E: V for adVanced, because A is taken by awareness.
 */
export const PROFICIENCIES = ['awareness', 'working', 'advanced', 'expert'] as const

export type Proficiency = (typeof PROFICIENCIES)[number]

/** The letter a proficiency is shown by in a matrix; the same in every language. */
export const PROFICIENCY_LETTER = {
  awareness: 'A',
  working: 'W',
  advanced: 'V',
  expert: 'E',
} as const satisfies Record<Proficiency, string>

/** A proficiency as a number from 1 (awareness) to 4 (expert); 0 where nothing is expected. */
export function rankOf(proficiency: Proficiency | null): number {
  return proficiency === null ? 0 : PROFICIENCIES.indexOf(proficiency) + 1
}
