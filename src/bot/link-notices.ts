import type { Translator } from '../i18n/index.ts'
import { type AccountLink, UNLINK_MS } from '../proposals/domain/index.ts'
import { type Notifier, notifyOnce } from '../proposals/notifier.ts'
import { type BackgroundLoop, runEvery } from '../proposals/run-every.ts'
import type { ProposalService } from '../proposals/service.ts'
import { parsePersonKey, personKey } from '../store/person.ts'
import type { ClaimStore } from '../store/store.ts'
import { undoButton } from './commands/profile/link.ts'
import { formatAccount } from './linked-accounts.ts'
import { noticeMessage } from './views/notice.ts'

export interface LinkNoticesOptions {
  readonly ladder: Pick<ProposalService, 'state' | 'platforms'>
  readonly claims: ClaimStore
  readonly notifier: Notifier
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (problem: string, error: unknown) => void
  /** Time between two rounds in milliseconds; default 5000. */
  readonly everyMs?: number
}

const EVERY_MS = 5000
/** Attempts to reach a person. After that the link is only shown in `/profile`. */
const MAX_ATTEMPTS = 3
/** Time in milliseconds to remember a sent notice: longer than a link is checked. */
const CLAIM_MS = 3 * UNLINK_MS

/**
 * Notifies the account that a code came from when another account was linked to it, because that account can see its results. Any
 * number of processes may run this; each notice is sent once. Stops after the notice that is being sent.
 */
export function startLinkNotices(options: LinkNoticesOptions): BackgroundLoop {
  const { ladder, claims, notifier, now, report } = options
  const tries = new WeakMap<AccountLink, number>()
  const settled = new WeakSet<AccountLink>()

  const tell = async (link: AccountLink): Promise<void> => {
    const person = parsePersonKey(link.to)
    const other = parsePersonKey(link.account)
    if (!person || !other) return
    const claim = `link-notice/${link.at}/${personKey(person)}`
    const message = (t: Translator) => {
      const account = formatAccount(other, undefined, { t, platforms: ladder.platforms })
      return noticeMessage(t, 'info', 'profile.linked.notice', { account }, undoButton(link, t))
    }
    const attempts = tries.get(link) ?? 0
    const notice = { claim, person, message, repeated: attempts > 0, rememberMs: CLAIM_MS }
    const result = await notifyOnce({ claims, notifier, now }, notice)
    if (result === 'busy') return
    tries.set(link, attempts + 1)
    if (result !== 'later' || attempts + 1 >= MAX_ATTEMPTS) settled.add(link)
  }
  const tellAll = async (isStopped: () => boolean): Promise<void> => {
    for (const link of [...ladder.state().links()]) {
      if (isStopped()) return
      const person = parsePersonKey(link.to)
      if (settled.has(link) || now() - link.at > UNLINK_MS || !person || !notifier.reaches(person)) continue
      await tell(link)
    }
  }

  return runEvery(options.everyMs ?? EVERY_MS, tellAll, (error) =>
    report('a user could not be notified that an account was linked to theirs; trying again', error),
  )
}
