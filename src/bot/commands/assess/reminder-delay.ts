/** Idle days after which a person is reminded once of an assessment. */
export const REMIND_AFTER_DAYS = 3

/** The same in milliseconds. */
export const REMIND_AFTER_MS = REMIND_AFTER_DAYS * 24 * 60 * 60 * 1000
