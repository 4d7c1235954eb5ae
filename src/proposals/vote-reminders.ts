import type { Translator } from '../i18n/index.ts'
import type { Message } from '../message/index.ts'
import { chunk } from '../message/layout.ts'
import { type Person, parsePersonKey } from '../store/person.ts'
import { NewerSchemaError } from '../store/store.ts'
import { DAY_MS, type Proposal } from './domain/index.ts'
import { notifyOnce } from './notifier.ts'
import type { PublisherContext } from './publisher.ts'

/** How long before the end of a vote people are reminded, in milliseconds. */
const BEFORE_END_MS = DAY_MS
/** Longer than the reminders of a vote take, unless the platform limits them. */
const CLAIM_LEASE_MS = 60_000
/** Longer than a vote goes on after its reminders: it may be extended. */
const REMEMBER_MS = 60 * DAY_MS
/** How long a person's reminder is remembered: longer than the reminders of a vote may take. */
const REMEMBER_PERSON_MS = 7 * DAY_MS
/** People whose settings are read at the same time. */
const CONCURRENCY = 8

/** Reminds people who want it, the day before a vote closes that they have not voted in. */
export interface VoteReminderSender {
  /** Sends the reminders that are due: one a person and vote, whichever process and platform does it. Rejects if one fails. */
  send(): Promise<void>
  /** Forgets what was sent: another process may send now. */
  reset(): void
}

export function createVoteReminderSender(context: PublisherContext): VoteReminderSender {
  const { proposals, keyValues, claims, notifier, proposalsChannel, settings, views, now, isStopped } = context
  const { platform } = proposalsChannel
  const done = new Set<string>()

  /** The account of a member on this platform, if the member may vote, has not voted, and wants to be reminded. */
  const recipient = async (member: string, { author, votes }: Proposal): Promise<Person | undefined> => {
    if (member === author || votes.has(member)) return undefined
    const accounts = proposals.state().accountsOf(member).map(parsePersonKey)
    const account = accounts.find((each) => each?.platform === platform)
    if (!account || !(await wantsReminders(account))) return undefined
    return (await proposals.community().checkMembership(account)) === 'member' ? account : undefined
  }

  const wantsReminders = async (account: Person): Promise<boolean> => {
    try {
      return (await settings.read(account)).voteReminders === true
    } catch (error) {
      if (error instanceof NewerSchemaError) return false
      throw error
    }
  }

  /** Reminds one member. False if it must be tried again. */
  const remind = async (member: string, proposal: Proposal, repeated: boolean): Promise<boolean> => {
    const person = await recipient(member, proposal)
    if (!person) return true
    const message = (t: Translator): Message => {
      const viewer = { person: member, isExpert: false }
      return views.voteReminder(proposal, context.viewContext(t), viewer)
    }
    // The claim names no platform: a person with accounts on two is reminded once.
    const claim = `proposals/closing/${proposal.id}/${proposal.round}/${member}`
    const notice = { claim, person, message, repeated, rememberMs: REMEMBER_PERSON_MS }
    const result = await notifyOnce({ claims, notifier, now }, notice)
    return result !== 'later' && result !== 'busy'
  }

  const remindAll = async (proposal: Proposal, name: string): Promise<void> => {
    const claimed = await claims.claim(name, now(), CLAIM_LEASE_MS)
    if (claimed === 'busy') return
    if (claimed === 'claimed') {
      // A process that died here may have sent the reminder already.
      const mark = await keyValues.write(name, 'started', { ifVersion: null, ttlMs: REMEMBER_MS })
      for (const members of chunk(await proposals.listMembers(), CONCURRENCY)) {
        if (isStopped()) return
        const sent = await Promise.all(members.map((member) => remind(member, proposal, mark.status === 'stale')))
        // The claim ends by itself, and who was reminded is remembered.
        if (!sent.every(Boolean)) return
      }
      await claims.complete(name, REMEMBER_MS)
    }
    done.add(name)
  }

  return {
    async send() {
      for (const proposal of [...proposals.state().proposals.values()]) {
        const { id, round, state, until } = proposal
        if (state !== 'voting' || until === null || now() >= until || until - now() > BEFORE_END_MS) continue
        const name = `proposals/closing/${platform}/${id}/${round}`
        if (isStopped() || done.has(name)) continue
        await remindAll(proposal, name)
      }
    },
    reset() {
      done.clear()
    },
  }
}
