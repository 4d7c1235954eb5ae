import { DAY_MS } from '../../../proposals/domain/index.ts'
import type { CommandContext } from '../../command.ts'
import { proposalServiceOf } from './execute.ts'

// What somebody wrote in the message that an idea comes from. The record of decisions is for good and is no place for it: it is kept
// beside, as long as the idea may be completed.

/** More of a message is not read. */
export const MAX_IDEA_LENGTH = 2000

/** Keeps the words of an idea's message, at most `MOST_WORDS` characters, as long as the idea may be completed. */
export async function saveIdeaText(id: string, words: string, context: CommandContext): Promise<void> {
  if (words === '') return
  const keepMs = proposalServiceOf(context).policy.draftDays * DAY_MS
  await context.services.store.keyValues.write(nameOf(id), words, { ttlMs: keepMs })
}

/** The words of an idea's message; empty where there are none, or none any more. */
export async function readIdeaText(id: string, { services }: CommandContext): Promise<string> {
  return (await services.store.keyValues.read(nameOf(id)))?.value ?? ''
}

/** Forgets the words of an idea that is one no more. Where that fails they are forgotten in time. */
export async function deleteIdeaText(id: string, { services }: CommandContext): Promise<void> {
  await services.store.keyValues.remove(nameOf(id)).catch(() => false)
}

function nameOf(id: string): string {
  return `proposals/idea/${id}`
}
