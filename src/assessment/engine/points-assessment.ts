import type { AssessmentState } from './assessment.ts'
import { AssessmentError } from './errors.ts'
import { levelCounts, type PartCount, targetLevel } from './grade.ts'
import { gradeOfSum, pointsCount, pointsOfRating } from './points.ts'
import type { AssessmentResult } from './result.ts'
import { type Answers, type AssessedRole, type Rating, stepsOfSkill } from './types.ts'

const NOTHING: PartCount = { met: 0, needed: 0, answered: 0, expected: 0 }

/**
 * The state of an assessment of a role with points. A sum depends on every skill, and what other answers tell of one is far from its
 * points: so nothing is estimated, every skill is asked in the role's order, and the grade is that of the answers so far. It is certain
 * (confidence 1) once no answer that is missing can change it, and has the confidence 0 before. `target` is the index of a level.
 */
export function assessPoints(role: AssessedRole, answers: Answers, target: number | undefined): AssessmentState {
  const ratings = new Map<string, Rating | null>(answers)
  const unasked = role.skills.filter(({ id }) => !ratings.has(id))
  const [next] = unasked
  const result = resultOf(role, ratings, target)
  const { grade, confidence } = result
  const left = unasked.length
  const askedCount = answers.length
  return {
    next: next ? { skillId: next.id } : null,
    result,
    progress: {
      askedCount,
      skipped: answers.filter(([, rating]) => rating === null).length,
      coreLeft: 0,
      canStop: askedCount > 0,
      stopLeft: askedCount > 0 ? 0 : Math.min(1, left),
      stopAnswers: Math.min(1, role.skills.length),
      ifStop: { grade, confidence },
      settled: left === 0,
      left: { least: left, likely: left, most: left },
      gapsLeft: 0,
      planLeft: 0,
    },
    chances(skillId) {
      const skill = role.skills.find(({ id }) => id === skillId)
      if (!skill) {
        throw new AssessmentError('unknown-skill', `Role ${role.id} has no skill ${skillId}`, {
          roleId: role.id,
          skillId,
        })
      }
      const own = ratings.get(skillId)
      const size = stepsOfSkill(skill) + 1
      return Array.from({ length: size }, (_, rating) => (typeof own === 'number' ? Number(rating === own) : 1 / size))
    },
  }
}

function resultOf(
  role: AssessedRole,
  ratings: ReadonlyMap<string, Rating | null>,
  target: number | undefined,
): AssessmentResult {
  const points = pointsCount(role, ratings)
  const grade = gradeOfSum(role, points.points)
  const reachable = gradeOfSum(role, points.possible)
  const isReached = (level: number): boolean => grade > level
  const isDecided = target === undefined ? grade === reachable : isReached(target) || reachable <= target
  return {
    grade,
    open: null,
    stated: ratings.size > 0 || role.skills.length === 0,
    missedBySkips: false,
    confidence: isDecided ? 1 : 0,
    grades: [0, ...role.levels].map((_, each) => Number(each === grade)),
    ready: target === undefined ? undefined : isReached(target),
    targetLevel: target === undefined ? targetLevel(role, grade) : target + 1,
    gaps: role.skills
      .filter((skill) => {
        const rating = ratings.get(skill.id)
        return typeof rating === 'number' && pointsOfRating(skill, rating) < (skill.points?.at(-1) ?? 0)
      })
      .map(({ id }) => ({ skillId: id, status: 'answered', chance: 1 })),
    skipped: role.skills.filter(({ id }) => ratings.get(id) === null).map(({ id }) => id),
    core: NOTHING,
    breadth: NOTHING,
    levels: levelCounts(role, ratings),
    margins: undefined,
    points,
    unmetMandatory: role.skills
      .filter(({ id, mandatory, required }) => {
        const rating = ratings.get(id)
        return mandatory?.[grade - 1] === true && typeof rating === 'number' && rating < (required[grade - 1] ?? 0)
      })
      .map(({ id }) => id),
    plan: { core: 0, others: 0, sd: 0, confirmed: true },
  }
}
