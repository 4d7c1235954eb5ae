import type { Locale, Translator } from '../i18n/index.ts'
import type { Message } from '../message/index.ts'
import type { Person } from '../store/person.ts'

/** The channel in which a platform shows proposals to everyone. */
export interface ProposalsChannel {
  /** The platform, as in the keys of its people. */
  readonly platform: string
  /**
   * Posts a card; resolves with the message's reference (as in a reaction). If `again`, a process that died may have posted it with
   * this mark: the platform looks for it first.
   */
  post(message: Message, mark: string, again: boolean): Promise<string>
  /** Opens the comment thread of a card if it is not open yet; resolves with its address, or undefined if there can be none. */
  openThread?(ref: string, message: Message): Promise<string | undefined>
  /** Replaces the content of a card. */
  update(ref: string, message: Message): Promise<void>
  /** Replaces the content of a line in a person's direct messages; nothing if it no longer exists. */
  updateLine?(ref: string, message: Message, locale: Locale): Promise<void>
  /**
   * Posts a message in the thread of a card, without notifying anyone. Resolves without posting if the card has no thread. If `again`, a
   * process that died may have posted it with this mark: the platform looks for it first.
   */
  postInThread?(ref: string, message: Message, mark: string, again: boolean): Promise<void>
  /** The people, without bots, whose nominating emoji is on a message now; undefined if the message no longer exists. */
  listNominators(ref: string): Promise<readonly Person[] | undefined>
  /**
   * Mentions below a card the reviewers of a domain whom only the platform can list, such as the holders of a role. Once for each mark.
   */
  mentionReviewers?(
    ref: string,
    domain: string | null,
    message: (t: Translator) => Message,
    mark: string,
  ): Promise<void>
}
