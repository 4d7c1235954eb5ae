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
  [0.01, 0.15, 0.35].map((untouched) => ({ ...style, untouched })),
)

/** All parameters of the engine. None is learned from users' data; bench/assessment/DESIGNS.md gives the reasons. */
export const PARAMETERS = {
  styles,
  /** Skills of the core are never used this many times as often as others: few people leave out what their role is made of. */
  coreUntouched: 0.35,
  /** The ability in the core less the one in the breadth: a mixture of normal distributions, in levels. */
  coreAdvantage: [
    { share: 0.5, deviation: 0.7 },
    { share: 0.5, deviation: 2 },
  ],
  /** The share of answers that are any of the ratings at random. */
  randomShare: 0.04,
  /** How far a skip speaks for "none yet": its likelihood is 1 - this · P(the rating would be above 0). */
  skipTilt: 0.5,
  /** The model's own error: a standard deviation of the count among unasked skills, as a share of their number. */
  modelError: 0.02,
  /** In roles with more skills than this, the model error grows with the square root of their number. */
  referenceSkills: 60,
  /** The level, or whether a person is ready for one, is settled at this probability … */
  confidence: 0.955,
  /** … with at least this many answers, or this share of the skills if that is more. Not for one level alone. */
  minAnswers: 8,
  minAnswerShare: 0.15,
  /** … and this many questions about the breadth, unless the core alone rules the level out with this probability. */
  minBreadthAnswers: 5,
  coreFailure: 0.95,
  /** A core of more skills need not be asked in full: after this many, its verdict must have this probability. */
  coreQuestions: 12,
  coreVerdict: 0.97,
  /** The list of gaps is settled when at most this many of its entries, or this share of them, are expected to be wrong. */
  gapErrors: { most: 3, share: 0.27 },
  /** An unasked skill is listed as a gap from this probability on, and only if this many of its part were answered. */
  gapProbability: 0.72,
  /** The same at the first level, which asks for so little that people below it meet much of it unasked. */
  firstGapProbability: 0.79,
  gapEvidence: 5,
  /** A plan has this many answered gaps more than are needed, and at most so many skills in all. */
  planSpare: 2,
  planSkills: 10,
  /** The estimate of how many others are needed is good enough at this standard deviation, or share of all that count … */
  planDeviation: { most: 3.25, share: 0.066 },
  /** … and a plan needs none of them if the breadth is reached with this probability. */
  planBreadth: 0.9,
  /** The prior for skipping: as if this many skips and this many answers had been observed … */
  skipPrior: { skips: 0.1, answers: 5 },
  /** … and in each part, as if this many answers had had the share of both. */
  skipPooling: 3,
  /** Skills with at least this share of the best one's information about the grade count as equally good. */
  nearTieRatio: 0.92,
  /** Stopping early is offered from this many answers on. */
  earlyStopAnswers: 10,
} as const
