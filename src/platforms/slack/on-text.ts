import { decodeText } from './decode.ts'
import type { Asker, Parts } from './parts.ts'
import { formButton, placeDirect } from './placing.ts'
import { at, textAt } from './reading.ts'

/** Longer than any answer takes; a process that dies meanwhile gives the delivery to the next one. */
const LEASE_MS = 30_000
/** Slack repeats an event for some minutes at most. */
const KEPT_MS = 60 * 60 * 1000

/** What a person wrote in the direct message; undefined for what others, the bot itself or an edit brought. */
export function wordsOf(event: unknown): string | undefined {
  const subtype = at(event, 'subtype')
  if (subtype !== undefined && subtype !== 'file_share') return undefined
  if (at(event, 'bot_id') !== undefined || at(event, 'bot_profile') !== undefined || at(event, 'hidden') === true) {
    return undefined
  }
  if (textAt(event, 'channel_type') !== 'im') return undefined
  const text = textAt(event, 'text')
  return text === undefined ? undefined : decodeText(text)
}

/** Answers what was typed in the direct message, once, however often Slack delivers it. */
export async function onText(
  words: string,
  eventId: string,
  repeated: boolean,
  asker: Asker,
  channel: string,
  parts: Parts,
): Promise<'answered' | 'failed' | 'ignored'> {
  const { sender, locale } = asker
  const claim = `slack/${sender.team}/${eventId}`
  const claimed = await claimOf(claim, parts)
  if (claimed === 'busy' || claimed === 'done') return 'ignored'
  try {
    const outcome = await parts.turns.run(`${sender.team}/${sender.user}`, () =>
      parts.desk.handle({ type: 'text', id: eventId, person: sender.person, locale, text: words }),
    )
    const once = { mark: eventId, repeated }
    if (outcome.type === 'form') {
      await parts.calls.post(sender.token, channel, { ...formButton(outcome.form, asker, parts) }, once)
    } else if (outcome.type === 'reply') {
      await placeDirect(outcome, asker, channel, parts, { again: askedBy(words, parts), once })
    }
    if (claimed === 'claimed') await parts.events.done(claim, KEPT_MS).catch(() => {})
    return outcome.type === 'reply' && outcome.failed !== undefined ? 'failed' : 'answered'
  } catch (error) {
    if (claimed === 'claimed') await parts.events.release(claim).catch(() => {})
    throw error
  }
}

/** Without the store nobody can say whether a delivery came before; the person is answered all the same. */
async function claimOf(
  claim: string,
  { events, now, report }: Parts,
): Promise<'claimed' | 'busy' | 'done' | 'unknown'> {
  try {
    return await events.claim(claim, now(), LEASE_MS)
  } catch (error) {
    report('a delivery could not be claimed', { err: error })
    return 'unknown'
  }
}

/** How a look-up that was typed is asked for again. */
function askedBy(words: string, { desk }: Parts): { readonly command: string; readonly text: string } {
  const match = /^\s*\/(\S+)\s*([\s\S]*)$/u.exec(words)
  return match
    ? { command: (match[1] ?? '').toLowerCase(), text: match[2] ?? '' }
    : { command: desk.lookUpCommand, text: words }
}
