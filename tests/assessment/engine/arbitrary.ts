import * as fc from 'fast-check'
import type { AssessedRole, Proficiency, Rating } from '../../../src/assessment/engine/index.ts'

/** A row that rises, or falls somewhere, with absent cells anywhere. */
const row = (levels: number): fc.Arbitrary<readonly (Proficiency | null)[]> =>
  fc
    .record({
      heights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: levels, maxLength: levels }),
      absent: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: levels, maxLength: levels }),
      falls: fc.integer({ min: 0, max: 4 }).map((falls) => falls === 0),
    })
    .map(({ heights, absent, falls }) =>
      (falls ? heights : heights.toSorted((a, b) => a - b)).map((height, i) =>
        absent[i] === 0 ? null : (height as Proficiency),
      ),
    )

const flags = (levels: number): fc.Arbitrary<readonly (boolean | null)[]> =>
  fc.array(fc.constantFrom(true, true, false, false, null), { minLength: levels, maxLength: levels })

/** Roles of up to `most` skills in up to three domains and one to six levels, with and without a core. */
const someRole = (most: number): fc.Arbitrary<AssessedRole> =>
  fc.integer({ min: 1, max: 6 }).chain((levels) =>
    fc
      .tuple(
        fc.array(
          fc.record({
            domain: fc.constantFrom('a', 'b', 'c'),
            required: row(levels),
            mandatory: flags(levels),
            core: fc.boolean(),
          }),
          { maxLength: most },
        ),
        fc.boolean(),
      )
      .map(([skills, hasCore]) => ({
        id: 'some',
        levels: Array.from({ length: levels }, (_, i) => `L${i + 1}`),
        skills: skills.map((skill, i) => ({ id: `s${i}`, name: `Skill ${i}`, ...skill, core: hasCore && skill.core })),
      })),
  )

const someRating: fc.Arbitrary<Rating | null> = fc.constantFrom(0, 1, 2, 3, 4, null)

/** A role, and an answer to each of its skills. */
export const roleAndRatings = (
  most: number,
): fc.Arbitrary<{ readonly role: AssessedRole; readonly ratings: ReadonlyMap<string, Rating | null> }> =>
  someRole(most).chain((role) =>
    fc
      .array(someRating, { minLength: role.skills.length, maxLength: role.skills.length })
      .map((each) => ({ role, ratings: new Map(role.skills.map((skill, i) => [skill.id, each[i] ?? null])) })),
  )
