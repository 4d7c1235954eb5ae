/** The four proficiencies a requirement can ask for, lowest first. */
export const PROFICIENCIES = ['awareness', 'working', 'advanced', 'expert'] as const

export type Proficiency = (typeof PROFICIENCIES)[number]

/** The letter of a proficiency in a matrix, the same in every language. V is adVanced, because awareness has A. */
export const PROFICIENCY_LETTER = {
  awareness: 'A',
  working: 'W',
  advanced: 'V',
  expert: 'E',
} as const satisfies Record<Proficiency, string>

/** The rank of a proficiency from 1 (awareness) to 4 (expert); 0 for null. */
export function rankOf(proficiency: Proficiency | null): number {
  return proficiency === null ? 0 : PROFICIENCIES.indexOf(proficiency) + 1
}
