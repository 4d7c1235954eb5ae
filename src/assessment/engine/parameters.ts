/**
 * How one kind of person answers: how sharply ratings follow ability (`spread`, in levels), how far domains
 * differ within one person (`domainSpread`, a standard deviation in levels), and the share of skills never
 * touched, answered 0 whatever the ability.
 */
export interface AnswerStyle {
  readonly spread: number
  readonly domainSpread: number
  readonly untouched: number
}

/** Every figure the engine rests on. None is learnt from people's data; bench/assessment/DESIGNS.md says why. */
export interface Parameters {
  /** Equally likely beforehand. */
  readonly styles: readonly AnswerStyle[]
  /** Share of answers that are any of the five ratings at random. */
  readonly randomShare: number
  /** How wrong the model itself may be: a standard deviation of the count to come, as a share of it. */
  readonly modelError: number
  /** In a role of more skills than this, the doubt grows with the square root of their number. */
  readonly referenceSkills: number
  /** The grade is settled at this probability, rising evenly from the first question to the last … */
  readonly confidence: { readonly first: number; readonly last: number }
  /** … and with this many answers, or this share of the skills if that is more. */
  readonly minAnswers: number
  readonly minAnswerShare: number
  /** The gap list is settled when its expected F1 against the full questionnaire's list is this. */
  readonly gapAccuracy: number
  /** A skill not asked is listed as a gap from this probability on. */
  readonly gapProbability: number
  /** What is assumed of skipping beforehand, as if so many skips and so many answers had been seen. */
  readonly skipPrior: { readonly skips: number; readonly answers: number }
  /** Skills at least this share as telling about the grade as the best one are as good as it. */
  readonly nearTieRatio: number
  /** From this many answers on, stopping early is offered. */
  readonly earlyStopAnswers: number
}

const sharpness = [
  { spread: 0.25, domainSpread: 0.4 },
  { spread: 0.45, domainSpread: 0.7 },
  { spread: 0.8, domainSpread: 1 },
] as const

export const DEFAULT_PARAMETERS: Parameters = {
  styles: sharpness.flatMap((style) => [0.01, 0.18].map((untouched) => ({ ...style, untouched }))),
  randomShare: 0.04,
  modelError: 0.02,
  referenceSkills: 60,
  confidence: { first: 0.905, last: 0.985 },
  minAnswers: 8,
  minAnswerShare: 0.15,
  gapAccuracy: 0.85,
  gapProbability: 0.42,
  skipPrior: { skips: 0.1, answers: 4 },
  nearTieRatio: 0.92,
  earlyStopAnswers: 10,
}
