export {
  type Assessment,
  type AssessmentOptions,
  type AssessmentResult,
  type AssessmentState,
  assess,
  createAssessment,
  type Question,
  withAnswer,
} from './assessment.ts'
export { AssessmentError, type AssessmentErrorCode } from './errors.ts'
export { gapsOf, gradeOf, misgradedLevels, profileOf, type Ratings } from './grade.ts'
export type { Progress } from './progress.ts'
export type {
  Answer,
  Answers,
  AssessedRole,
  Proficiency,
  Rating,
  RoleSkill,
} from './types.ts'
