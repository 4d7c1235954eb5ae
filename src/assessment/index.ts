export {
  type AnswerRecord,
  answerCodes,
  type DecodedAnswers,
  decodeAnswers,
  encodeAnswer,
  skillOfCode,
} from './answer-code.ts'
export { assessedRole, assessmentWarnings } from './assessed-role.ts'
export * from './engine/index.ts'
export {
  type Coverage,
  coverageByDomain,
  coverageByLevel,
  type Gap,
  gapsInOrder,
  type RatingOf,
  type Strength,
  stillNeeded,
  strengthsOf,
} from './insight.ts'
