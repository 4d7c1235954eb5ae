import { DAY_MS } from '../../../proposals/domain/index.ts'
import { ideaTextName } from '../../../proposals/idea-text-name.ts'
import type { CommandContext } from '../../command.ts'
import { proposalServiceOf } from './execute.ts'

// The text of the message that an idea comes from. The log of decisions is permanent, so the text is stored separately and expires with
// the draft.

/** Characters of a message that are read. */
export const MAX_IDEA_LENGTH = 2000

/** Stores the text of an idea's message until the draft expires. */
export async function saveIdeaText(id: string, text: string, context: CommandContext): Promise<void> {
  if (text === '') return
  const ttlMs = proposalServiceOf(context).policy.draftDays * DAY_MS
  await context.services.store.keyValues.write(ideaTextName(id), text, { ttlMs })
}

/** The text of an idea's message; empty if there is none or it has expired. */
export async function readIdeaText(id: string, { services }: CommandContext): Promise<string> {
  return (await services.store.keyValues.read(ideaTextName(id)))?.value ?? ''
}

/** Deletes the text of an idea that was submitted or withdrawn. If that fails, it expires. */
export async function deleteIdeaText(id: string, { services }: CommandContext): Promise<void> {
  await services.store.keyValues.remove(ideaTextName(id)).catch(() => false)
}
