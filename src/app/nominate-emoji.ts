import { z } from 'zod'
import { LADDER_EMOJI, parseEmoji } from '../message/index.ts'

/** Parses RUNG_NOMINATE_EMOJI; a ladder by default. */
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
