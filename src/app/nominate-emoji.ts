import { z } from 'zod'
import { LADDER_EMOJI, parseEmoji } from '../message/index.ts'

/** The variable RUNG_NOMINATE_EMOJI: the ladder if it is not set. */
export const NominateEmoji = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    const emoji = text === undefined || text === '' ? LADDER_EMOJI : parseEmoji(text)
    if (!('problem' in emoji)) return emoji
    context.addIssue(emoji.problem)
    return z.NEVER
  })
