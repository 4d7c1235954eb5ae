import type { AssessedRole, Proficiency, RoleSkill } from '../../src/assessment/engine/index.ts'
import { type SeededRandom, seededRandom } from '../../tests/seeded-random.ts'

/**
 * Generates a role of any size. Rows start low, rise by at most one per level, have plateaus, and some end early. The core, if
 * there is one, is about a sixth of the skills: whole domains from the first on.
 */
export function generateRole(size: number, seed: number, { levels = 5, hasCore = false } = {}): AssessedRole {
  const random = seededRandom(seed)
  const skills: RoleSkill[] = []
  for (let domain = 0; skills.length < size; domain++) {
    const inDomain = Math.min(size - skills.length, 1 + random.below(9))
    for (let i = 0; i < inDomain; i++) {
      const id = `skill-${skills.length}`
      const core = hasCore && (domain === 0 || skills.length < size / 6)
      skills.push({ id, name: id, domain: `domain-${domain}`, core, required: row(levels, random) })
    }
  }
  return {
    id: `generated-${size}${hasCore ? '-core' : ''}`,
    levels: Array.from({ length: levels }, (_, i) => `Level ${i + 1}`),
    skills,
  }
}

function row(levels: number, random: SeededRandom): readonly (Proficiency | null)[] {
  const rises = 0.55 + random.next() * 0.4
  const end = random.happens(0.06) ? levels - 1 - random.below(2) : levels
  let height = random.happens(0.15) ? 2 : 1
  return Array.from({ length: levels }, (_, index) => {
    if (index > 0 && height < 4 && random.happens(rises)) height++
    return index >= end ? null : (height as Proficiency)
  })
}
