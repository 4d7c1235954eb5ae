export {
  type AssessmentOptions,
  type AssessmentState,
  assess,
  forgetEvaluation,
  type Question,
  withAnswer,
} from './assessment.ts'
export { type Assessment, createAssessment } from './create-assessment.ts'
export { AssessmentError, type AssessmentErrorCode } from './errors.ts'
export {
  countedSkills,
  gapsOf,
  gradeOf,
  type LevelCounts,
  levelCounts,
  levelsWithoutCore,
  misgradedLevels,
  neededAt,
  openLevelOf,
  type Part,
  type PartCount,
  profileOf,
  type Ratings,
} from './grade.ts'
export { type PointsCount, pointsCount } from './points.ts'
export type { Progress, QuestionsLeft } from './progress.ts'
export type { AssessmentResult, Margin, ResultGap, ResultPlan } from './result.ts'
export {
  type Answer,
  type Answers,
  type AssessedRole,
  isRating,
  type LevelShares,
  type Proficiency,
  proficienciesOf,
  type Rating,
  type RoleSkill,
} from './types.ts'
