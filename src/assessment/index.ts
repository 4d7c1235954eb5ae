export {
  type AnswerRecord,
  answerCodes,
  type DecodedAnswers,
  decodeAnswers,
  encodeAnswer,
  skillOfCode,
} from './answer-code.ts'
export { assessedRole } from './assessed-role.ts'
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
export { assessmentWarnings } from './warnings.ts'
