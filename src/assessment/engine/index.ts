export {
  type AssessmentOptions,
  type AssessmentResult,
  type AssessmentState,
  assess,
  type Question,
  withAnswer,
} from './assessment.ts'
export { AssessmentError, type AssessmentErrorCode } from './errors.ts'
export { gapsOf, gradeOf, misgradedLevels, profileOf, type Ratings } from './grade.ts'
export type { Progress } from './progress.ts'
export {
  type Answer,
  type Answers,
  type AssessedRole,
  isRating,
  type Proficiency,
  type Rating,
  type RoleSkill,
} from './types.ts'
