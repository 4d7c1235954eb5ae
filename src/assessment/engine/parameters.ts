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

const sharpness = [
  { spread: 0.25, domainSpread: 0.4 },
  { spread: 0.45, domainSpread: 0.7 },
  { spread: 0.8, domainSpread: 1 },
] as const

/** Equally likely a priori. */
const styles: readonly AnswerStyle[] = sharpness.flatMap((style) =>
  [0.01, 0.18].map((untouched) => ({ ...style, untouched })),
)

/** All parameters of the engine. None is learned from users' data; bench/assessment/DESIGNS.md gives the reasons. */
export const PARAMETERS = {
  styles,
  /** The share of answers that are any of the five ratings at random. */
  randomShare: 0.04,
  /** The model's own error: a standard deviation of the count among unasked skills, as a share of their number. */
  modelError: 0.02,
  /** In roles with more skills than this, the model error grows with the square root of their number. */
  referenceSkills: 60,
  /** The grade is settled at this probability, rising evenly from the first question to the last … */
  confidence: { first: 0.905, last: 0.985 },
  /** … with at least this many answers, or this share of the skills if that is more. */
  minAnswers: 8,
  minAnswerShare: 0.15,
  /** The gap list is settled when its expected F1 against the full questionnaire's list is this. */
  gapAccuracy: 0.85,
  /** An unasked skill is listed as a gap from this probability on. */
  gapProbability: 0.42,
  /** The prior for skipping: as if this many skips and this many answers had been observed. */
  skipPrior: { skips: 0.1, answers: 4 },
  /** Skills with at least this share of the best one's information about the grade count as equally good. */
  nearTieRatio: 0.92,
  /** Stopping early is offered from this many answers on. */
  earlyStopAnswers: 10,
} as const
