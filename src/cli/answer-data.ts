import { z } from 'zod'
import { type AnswerFacts, VIEWS } from '../bot/index.ts'
import type { Message } from '../message/index.ts'

// What `ask --json` prints, as a schema that a program can rely on.

const Slug = z.string().describe('the slug of an entry of the ladder')

/** An answer as data. A key is left out if the answer is not about such a thing. */
export const AnswerData = z.strictObject({
  view: z.enum(VIEWS).optional().describe('what the answer shows; left out for a command that answers no question'),
  role: Slug.optional(),
  roles: z.array(Slug).readonly().optional().describe('the roles that are compared'),
  level: Slug.optional(),
  from: Slug.optional().describe('the lower of two levels that are compared'),
  to: Slug.optional().describe('the higher of two levels that are compared'),
  domain: Slug.optional(),
  skill: Slug.optional(),
  skills: z.array(Slug).readonly().optional().describe('skills that are answered together'),
  proficiency: z.string().optional().describe('the slug of a step of the scale'),
  ignored: z.array(z.string()).readonly().optional().describe('words of the question that had no part in the answer'),
  message: z
    .looseObject({
      summary: z.string().describe('the message in one line'),
      blocks: z
        .array(z.looseObject({ type: z.string() }))
        .readonly()
        .describe('its parts, from top to bottom'),
    })
    .describe('the answer as people see it'),
})

/** The data of an answer. `facts` are undefined for a command that answers no question. */
export function answerData(
  facts: AnswerFacts | undefined,
  message: Message,
): Omit<z.infer<typeof AnswerData>, 'message'> & {
  readonly message: Message
} {
  return { ...facts, message }
}

/** The JSON Schema of the data. */
export function answerSchema(): object {
  return z.toJSONSchema(AnswerData)
}
