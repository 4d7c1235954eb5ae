/** The numbers of a card's buttons besides the ratings, which have 1 to 5: the same on every card of an assessment. */
export const CONTROL_KEYS = {
  skip: 6,
  why: 7,
  evidence: 8,
  pause: 9,
  change: 10,
  stop: 11,
  more: 12,
  less: 13,
  invitation: 14,
} as const
