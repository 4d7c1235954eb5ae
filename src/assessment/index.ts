export {
  type AnswerRecord,
  answerCodes as codesOf,
  type DecodedAnswers as ReadAnswers,
  decodeAnswers as readAnswers,
  encodeAnswer as answerCode,
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
