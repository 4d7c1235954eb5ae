import { type AssessmentOptions, type AssessmentState, assess, type Question, withAnswer } from './assessment.ts'
import type { Progress } from './progress.ts'
import type { AssessmentResult } from './result.ts'
import type { Answers, AssessedRole, Rating } from './types.ts'

/** One person's assessment, answer by answer. Its whole state is `answers()`. */
export interface Assessment {
  /** The next question, the same until an answer is given or taken back; null at the end. */
  readonly next: () => Question | null
  /** @throws AssessmentError `unknown-skill`, `already-answered` or `bad-rating`; the state is unchanged then. */
  readonly answer: (skillId: string, rating: Rating | null) => void
  /** Takes the last answer back, if there is one. */
  readonly back: () => void
  readonly result: () => AssessmentResult
  readonly progress: () => Progress
  /** @throws AssessmentError `unknown-skill` */
  readonly chances: (skillId: string) => readonly number[]
  readonly answers: () => Answers
}

/**
 * Starts an assessment, or resumes the one with these answers.
 *
 * @throws AssessmentError `bad-role` or `bad-option`, and for answers as `answer`
 */
export function createAssessment(
  role: AssessedRole,
  options: AssessmentOptions = {},
  resumed: Answers = [],
): Assessment {
  let answers: Answers = resumed
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
    chances: (skillId) => state.chances(skillId),
    answers: () => answers,
  }
}
