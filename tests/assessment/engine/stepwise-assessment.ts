import {
  type Answers,
  type AssessedRole,
  type AssessmentOptions,
  type AssessmentResult,
  type AssessmentState,
  assess,
  type Progress,
  type Question,
  type Rating,
  withAnswer,
} from '../../../src/assessment/engine/index.ts'

/** One person's assessment, answer by answer, as the bot runs it. Its whole state is `answers()`. */
export interface Assessment {
  /** The next question, the same until an answer is given or taken back; null at the end. */
  readonly next: () => Question | null
  /** @throws AssessmentError `unknown-skill`, `already-answered` or `bad-rating`; the state is unchanged then. */
  readonly answer: (skillId: string, rating: Rating | null) => void
  /** Takes the last answer back, if there is one. */
  readonly back: () => void
  readonly result: () => AssessmentResult
  readonly progress: () => Progress
  readonly answers: () => Answers
}

/** @throws AssessmentError `bad-role` */
export function createAssessment(role: AssessedRole, options: AssessmentOptions = {}): Assessment {
  let answers: Answers = []
  let state: AssessmentState = assess(role, answers, options)
  const set = (next: Answers): void => {
    state = assess(role, next, options)
    answers = next
  }
  return {
    next: () => state.next,
    answer: (skillId, rating) => set(withAnswer(role, answers, skillId, rating)),
    back: () => set(answers.slice(0, -1)),
    result: () => state.result,
    progress: () => state.progress,
    answers: () => answers,
  }
}
