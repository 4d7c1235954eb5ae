import { type AssessedRole, gradeOf, type Rating } from '../../src/assessment/engine/index.ts'
import type { SeededRandom } from '../../tests/seeded-random.ts'
import type { Person } from './populations.ts'

/** A person written by hand: a full answer sheet for ML Engineer, and the grade a colleague would give them. */
export interface WrittenPerson {
  readonly name: string
  readonly grade: number
  readonly sheet: Person
}

/** One rating a skill, in the order of `tests/assessment/engine/ml-engineer.ts`, one line a domain. */
const sheetOf = (...domains: readonly string[]): Person =>
  domains
    .join('')
    .split('')
    .map((digit) => Number(digit) as Rating)

/*
 * The domains, line by line: AI-assisted development (4), APIs (5), architecture (1), backend (4), cloud (5), data engineering (4),
 * databases (4), CI/CD (1), machine learning (9), observability (4), programming (9), security (3), testing (3), collaboration (2).
 */
// biome-ignore format: one line a domain
export const WRITTEN_PEOPLE: readonly WrittenPerson[] = [
  {
    // Four years in one product team: ships models and keeps them running, with the platform of others. No front end, no Terraform.
    name: 'middle', grade: 2,
    sheet: sheetOf('2122', '20001', '1', '2111', '21021', '1322', '2112', '2', '332212222', '2100', '222211221', '111', '220', '22'),
  },
  {
    // Owns the recommendation models of a company, reviews others' designs, mentors two. Little interest in web APIs.
    name: 'senior', grade: 3,
    sheet: sheetOf('3232', '30123', '3', '3222', '32132', '3333', '3223', '3', '333323333', '3211', '333323332', '222', '331', '33'),
  },
  {
    // Leads the machine-learning platform, its infrastructure and telemetry: sets the standards, and is asked by every team.
    name: 'lead', grade: 4,
    sheet: sheetOf('3333', '31234', '4', '3323', '33433', '4434', '3234', '3', '444434444', '3344', '333323442', '333', '332', '44'),
  },
  {
    // Half a year out of a master's degree: notebooks, courses, a first model in production with help.
    name: 'junior', grade: 1,
    sheet: sheetOf('1121', '10001', '1', '1000', '10011', '0211', '1111', '1', '212101111', '1000', '222101211', '100', '110', '11'),
  },
  {
    // Five years of dashboards and SQL, one course in scikit-learn.
    name: 'analyst', grade: 0,
    sheet: sheetOf('1021', '10001', '0', '0000', '00010', '1323', '2122', '0', '100000000', '0000', '110000110', '000', '100', '12'),
  },
  {
    // Designs the services of a whole company; has deployed models of others as black boxes.
    name: 'backend principal', grade: 0,
    sheet: sheetOf('3233', '44344', '4', '4444', '44344', '1122', '4444', '4', '000001001', '4444', '444444444', '444', '444', '44'),
  },
]

/** The person on another day: about one answer in eight is a step higher or lower. */
export function onAnotherDay(sheet: Person, random: SeededRandom): Person {
  return sheet.map((rating) => {
    if (rating === null || !random.happens(0.12)) return rating
    return Math.max(0, Math.min(4, rating + (random.happens(0.5) ? 1 : -1))) as Rating
  })
}

/** The grade of a sheet, in the role's order. */
export function gradeOfSheet(role: AssessedRole, sheet: Person): number {
  return gradeOf(role, new Map(role.skills.map((skill, i) => [skill.id, sheet[i] ?? null])))
}
