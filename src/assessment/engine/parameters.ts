/**
 * How one group of people answers: how closely ratings follow ability (`spread`, in levels), how much domains differ within
 * one person (`domainSpread`, a standard deviation in levels), and the share of skills never used, which get a 0 whatever the
 * ability.
 */
export interface AnswerStyle {
  readonly spread: number
  readonly domainSpread: number
  readonly untouched: number
}

/** All parameters of the engine. None is learned from users' data; bench/assessment/DESIGNS.md gives the reasons. */
export interface Parameters {
  /** Equally likely a priori. */
  readonly styles: readonly AnswerStyle[]
  /** The share of answers that are any of the five ratings at random. */
  readonly randomShare: number
  /** The model's own error: a standard deviation of the count among unasked skills, as a share of their number. */
  readonly modelError: number
  /** In roles with more skills than this, the model error grows with the square root of their number. */
  readonly referenceSkills: number
  /** The grade is settled at this probability, rising evenly from the first question to the last … */
  readonly confidence: { readonly first: number; readonly last: number }
  /** … with at least this many answers, or this share of the skills if that is more. */
  readonly minAnswers: number
  readonly minAnswerShare: number
  /** The gap list is settled when its expected F1 against the full questionnaire's list is this. */
  readonly gapAccuracy: number
  /** An unasked skill is listed as a gap from this probability on. */
  readonly gapProbability: number
  /** The prior for skipping: as if this many skips and this many answers had been observed. */
  readonly skipPrior: { readonly skips: number; readonly answers: number }
  /** Skills with at least this share of the best one's information about the grade count as equally good. */
  readonly nearTieRatio: number
  /** Stopping early is offered from this many answers on. */
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
