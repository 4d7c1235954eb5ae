import type { Translator } from '../i18n/index.ts'
import { note } from '../message/index.ts'
import { type AccountLink, UNLINK_MS } from '../proposals/domain/index.ts'
import { type Notifier, notifyOnce } from '../proposals/notifier.ts'
import { type BackgroundLoop, runEvery } from '../proposals/run-every.ts'
import type { ProposalService } from '../proposals/service.ts'
import { parsePersonKey, personKey } from '../store/person.ts'
import type { ClaimStore } from '../store/store.ts'
import { formatAccount } from './accounts.ts'
import { undoButton } from './commands/profile/link.ts'

export interface LinkNoticesOptions {
  readonly ladder: Pick<ProposalService, 'state' | 'platforms'>
  readonly claims: ClaimStore
  readonly notifier: Notifier
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (problem: string, error: unknown) => void
  /** Milliseconds between two looks. */
  readonly everyMs?: number
}

const EVERY_MS = 5000
/** Someone who takes no messages finds the link in `/profile`. */
const MOST_TRIES = 3
/** How long it is remembered that someone was told: longer than a link is looked at. */
const CLAIM_MS = 3 * UNLINK_MS

/**
 * Tells the account that a code came from when another account has been linked to it: whoever used the code can see its results. Any
 * number of processes may run this; each notice is sent once. Stops when asked, after what is in hand.
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
      return {
        summary: t('profile.linked.notice', { account }),
        blocks: [note('info', t.rich('profile.linked.notice', { account })), ...undoButton(link, t)],
      }
    }
    const attempts = tries.get(link) ?? 0
    const notice = { claim, person, message, repeated: attempts > 0, rememberMs: CLAIM_MS }
    const result = await notifyOnce({ claims, notifier, now }, notice)
    if (result === 'busy') return
    tries.set(link, attempts + 1)
    if (result !== 'later' || attempts + 1 >= MOST_TRIES) settled.add(link)
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
