export {
  type AnswerOrigin,
  type AnswerRecord,
  answerCodes,
  anySkillOfCode,
  codeToday,
  type DecodedAnswers,
  decodeAnswers,
  encodeAnswer,
  skillOfCode,
} from './answer-code.ts'
export { assessedRole, assessmentWarnings, roleWarnings } from './assessed-role.ts'
export * from './engine/index.ts'
export {
  type Coverage,
  coverageByDomain,
  coverageByLevel,
  type Gap,
  gapsInOrder,
  type PartNeed,
  type RatingOf,
  type StillNeeded,
  type Strength,
  stillNeeded,
  strengthsOf,
} from './insight.ts'
export { type Misgrading, newMisgradings } from './misgrading.ts'
export {
  inPlanOrder,
  type LevelSteps,
  nextStep,
  type PlanNeed,
  planQuestions,
  type QuestionRange,
  stepsOf,
  stepsToLevel,
} from './plan.ts'
export { type PointGap, pointGaps, stepsForPoints } from './points-plan.ts'
export { CARD_KINDS, type CardKind, FULL_CARDS_FIRST, type ShortCardQuestion, shortCardSteps } from './short-card.ts'
