import type { Translator } from '../i18n/index.ts'
import { type Message, note, text } from '../message/index.ts'
import { type Person, personKey } from '../store/person.ts'
import type { ClaimStore, KeyValueStore } from '../store/store.ts'
import { countRemovals, isOpen, nominatingMessages, type Proposal } from './domain/index.ts'
import { notifyLostEvents } from './lost-events.ts'
import { notificationFor } from './notifications.ts'
import { type Notifier, notifyOnce } from './notifier.ts'
import { parsePersonKey } from './people.ts'
import type { AppliedEvent } from './replica.ts'
import type { ProposalService } from './service.ts'
import type { ProposalViewContext, ProposalViews } from './views.ts'

/** Where a platform shows proposals to everyone. */
export interface ProposalsChannel {
  /** The platform, as in the keys of its people. */
  readonly platform: string
  /**
   * Posts a card; resolves with the message's reference (as in a reaction). `again` where it may have been posted before under the
   * same mark, by a process that then died: it is looked for first.
   */
  post(message: Message, mark: string, again: boolean): Promise<string>
  /** Opens the thread for comments on a card, where it is not open yet; its address, or undefined where it cannot be had. */
  openThread?(ref: string, message: Message): Promise<string | undefined>
  /** Puts a card in the place of an earlier one. */
  update(ref: string, message: Message): Promise<void>
  /** The people, bots not among them, whose nominating emoji is on a message now; undefined where it is not there any more. */
  listNominators(ref: string): Promise<readonly Person[] | undefined>
  /** Calls those who may decide about a domain and are known to the platform alone, such as the holders of a role, to a card; once for a mark. */
  mentionReviewers?(ref: string, domain: string | null, said: (t: Translator) => Message, mark: string): Promise<void>
}

export interface PublisherOptions {
  readonly proposals: ProposalService
  readonly keyValues: KeyValueStore
  readonly claims: ClaimStore
  readonly proposalsChannel: ProposalsChannel
  readonly notifier: Pick<Notifier, 'tell'>
  readonly views: ProposalViews
  /** The language of the cards. */
  readonly t: Translator
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** Told when this process begins to do the work. */
  readonly onLeaseAcquired?: () => void
  /** Between two looks; a card changes at most once in that time. */
  readonly intervalMs?: number
}

const EVERY_MS = 1000
/** How long one process publishes before another may take over. */
const LEASE_MS = 15_000
const RENEW_MS = 5000
/** Cards that could not be shown are tried again after this. */
const CHANNEL_MS = 15_000
/** Where so many fail one after the other, it is the channel. */
const MOST_FAILURES = 3
/** How often the emojis on messages are compared with the voices that count: some are put on or off where nobody listens. */
const RECONCILE_MS = 10 * 60 * 1000
/** A voice that has just been given may not be in the platform's list yet. */
const SETTLED_MS = 60 * 1000
/** A person who cannot be reached is tried again for so long. */
const GIVE_UP_MS = 5 * 60 * 1000
const KEPT_MS = 7 * 24 * 60 * 60 * 1000
/** Longer than anything is in review. */
const CALLED_MS = 60 * 24 * 60 * 60 * 1000
/** Cards of what was decided longer ago are not looked at again. */
const DECIDED_MS = 24 * 60 * 60 * 1000

/**
 * Keeps the cards of a platform as the proposals are, and tells people what concerns them. Any number of processes may run
 * this for a platform: one at a time does the work, and where it dies another goes on where it was.
 */
export function startPublisher(options: PublisherOptions): { readonly stop: () => Promise<void> } {
  const { proposals: ladder, keyValues: things, proposalsChannel, views, report, now } = options
  const { platform } = proposalsChannel
  const lock = `proposals/publisher/${platform}`
  const cursor = `proposals/told/${platform}`
  const shown = new Map<string, string>()
  const called = new Set<string>()
  /** What may have been told: no answer came. */
  const unanswered = new Set<string>()
  let held: { version: string; at: number } | undefined
  let told: { turns: number; version: string | null; failingSince: number | undefined; inherited: boolean } | undefined
  let channelAway: { readonly since: number; readonly why: string } | undefined
  let stopped = false
  let failing = false
  let reconciledAt: number | undefined
  let reconciling: Promise<void> | undefined

  /** Whether this process does the work. */
  const isTurn = async (): Promise<boolean> => {
    const time = now()
    if (held && time - held.at < RENEW_MS && time >= held.at) return true
    const written = await things.write(lock, 'held', { ifVersion: held?.version ?? null, ttlMs: LEASE_MS })
    if (written.status === 'stale') {
      held = undefined
      told = undefined
      reconciledAt = undefined
      shown.clear()
      called.clear()
      unanswered.clear()
      return false
    }
    if (!held) options.onLeaseAcquired?.()
    held = { version: written.version, at: time }
    return true
  }

  /**
   * Counts the emojis that were put on a proposal's messages while nobody listened, and withdraws those that were taken away. What
   * counts already changes nothing.
   */
  const reconcile = async (proposal: Proposal): Promise<void> => {
    const { id, author, nominators } = proposal
    const counted = new Set(nominators.keys())
    const refs = nominatingMessages(proposal, platform)
    const removals = new Map(ladder.state().removals)
    const lists = await Promise.all(refs.map((ref) => proposalsChannel.listNominators(ref)))
    // The lists were read while people went on; what they have said since, to any process, counts.
    await ladder.catchUp()
    const board = ladder.state()
    const current = board.proposals.get(id)
    if (!current) return
    const emojis = lists.flatMap((people, nth) =>
      (people ?? []).map((account) => ({ account, message: refs[nth] ?? '' })),
    )
    const there = new Map(emojis.map((each) => [board.personOf(personKey(each.account)), each]))
    // If a message is gone, nobody has taken anything away. What was taken away goes first: it must open no vote.
    const taken = lists.includes(undefined)
      ? []
      : [...nominators].filter(
          ([key, { at, emoji }]) =>
            emoji === platform && !there.has(key) && now() - at >= SETTLED_MS && current.nominators.get(key)?.at === at,
        )
    for (const [person, { at }] of taken) {
      await ladder.execute({ type: 'nominate', id, on: false, emoji: platform, compared: at }, { person, bot: false })
    }
    for (const [person, { account, message }] of there) {
      // Authors do not nominate their own, and who has said since that they do not is taken at their word. Those who counted before
      // the lists were asked for may have taken theirs away since.
      if (person === author || current.notNominating.has(person) || counted.has(person)) continue
      // An emoji stays on a message after the person has left, and anyone may put one on it in a shared channel.
      if ((await ladder.community().checkMembership(account)) !== 'member') continue
      const reaction = { message, removals: countRemovals(removals, message, person) }
      const deed = { type: 'nominate', id, on: true, emoji: platform, compared: null, reaction } as const
      await ladder.execute(deed, { person, bot: false })
    }
  }

  const reconcileAll = async (): Promise<void> => {
    if (reconciledAt !== undefined && now() >= reconciledAt && now() - reconciledAt < RECONCILE_MS) return
    reconciledAt = now()
    let reported = false
    for (const proposal of [...ladder.state().proposals.values()]) {
      if (stopped) return
      if (proposal.state !== 'draft' && proposal.state !== 'nominated') continue
      try {
        await reconcile(proposal)
      } catch (error) {
        if (!reported) report('nominations could not be compared with the emojis on their messages', { err: error })
        reported = true
      }
    }
  }

  const showing = (t: Translator): ProposalViewContext => ({
    catalog: ladder.catalogIndex().catalog,
    state: ladder.state(),
    policy: ladder.policy,
    nominateEmoji: ladder.nominateEmoji,
    now: now(),
    t,
    platform,
    platforms: ladder.platforms,
    requiredApprovals: ladder.requiredApprovals,
  })

  const card = async (proposal: Proposal): Promise<void> => {
    const { id, state, since, cards } = proposal
    const ref = cards.get(platform)
    if (state === 'draft') return
    if (!isOpen(proposal) && (shown.get(id)?.startsWith(state) || now() - since > DECIDED_MS)) return
    const message = views.proposal(proposal, showing(options.t))
    const looks = `${state} ${JSON.stringify(message)}`
    if (shown.get(id) === looks) return
    if (ref === undefined) {
      if (!isOpen(proposal)) return
      const begun = `proposals/card/${platform}/${id}`
      const first = await things.write(begun, 'begun', { ifVersion: null, ttlMs: KEPT_MS })
      const posted = await proposalsChannel.post(message, `card-${id}`, first.status === 'stale')
      const thread = await proposalsChannel.openThread?.(posted, message)
      await ladder.record({
        type: 'posted',
        id,
        at: now(),
        place: platform,
        message: posted,
        ...(thread !== undefined && { thread }),
      })
    } else {
      await proposalsChannel.update(ref, message)
    }
    shown.set(id, looks)
  }

  /**
   * Calls the experts whom only the platform knows to a card that waits for them, once when it does and once for each reminder. They
   * are not told each: where that fails, it is a matter of the platform's.
   */
  const call = async (proposal: Proposal): Promise<void> => {
    const { id, number, state, since, nudges, escalated, request: asked } = proposal
    const ref = proposal.cards.get(platform)
    if (
      !proposalsChannel.mentionReviewers ||
      ref === undefined ||
      state !== 'review' ||
      escalated ||
      !ladder.community().moreExperts
    )
      return
    const what = `${id}/${since}/${nudges}`
    if (called.has(what)) return
    const claim = `proposals/call/${platform}/${what}`
    const claimed = await options.claims.claim(claim, now(), LEASE_MS)
    if (claimed === 'busy') return
    if (claimed === 'claimed') {
      const appeal = proposal.history.findLast(({ what, at }) => what === 'appealed' && at === since)
      const key = nudges > 0 ? 'news.nudge' : appeal ? 'news.appeal' : 'news.toReview'
      const params = { number, reason: appeal?.reason ?? '' }
      const said = (t: Translator): Message => ({
        summary: t(key, params),
        blocks: [text(t.rich(key, params))],
      })
      try {
        await proposalsChannel.mentionReviewers(ref, asked?.domain ?? null, said, `${since}/${nudges}`)
      } catch (error) {
        report('the experts of a role could not be called', { proposal: id, err: error })
      }
      await options.claims.complete(claim, CALLED_MS)
    }
    called.add(what)
  }

  const cards = async (): Promise<void> => {
    if (channelAway && now() >= channelAway.since && now() - channelAway.since < CHANNEL_MS) return
    let away: typeof channelAway
    let failures = 0
    for (const proposal of [...ladder.state().proposals.values()]) {
      if (stopped) return
      try {
        await card(proposal)
      } catch (error) {
        // It is most likely the channel, not this card. The same trouble is told once.
        const why = error instanceof Error ? error.message : String(error)
        if (channelAway?.why !== why)
          report('a proposal’s card could not be shown', { proposal: proposal.id, err: error })
        away = { since: now(), why }
        failures += 1
        if (failures >= MOST_FAILURES) break
      }
    }
    channelAway = away
  }

  /** A card that cannot be changed is one that somebody can be called to all the same. */
  const calls = async (): Promise<void> => {
    for (const proposal of [...ladder.state().proposals.values()]) {
      if (stopped) return
      await call(proposal)
    }
  }

  /** Tells one person once, whichever process does it. */
  const tellOnce = async (key: string, what: string, message: (t: Translator) => Message): Promise<boolean> => {
    const person = parsePersonKey(key)
    if (person?.platform !== platform) return true
    const claim = `proposals/tell/${what}/${key}`
    const isUnanswered = unanswered.has(claim)
    const repeated = told?.inherited === true || isUnanswered
    // From now on it may have arrived, until that is recorded.
    unanswered.add(claim)
    const notice = { claim, person, message, repeated, rememberMs: KEPT_MS }
    const result = await notifyOnce({ claims: options.claims, notifier: options.notifier, now }, notice)
    // A person who takes no messages finds it in the channel, and must not hold up the others.
    if (result === 'delivered' || result === 'refused' || (!isUnanswered && result !== 'later'))
      unanswered.delete(claim)
    return result !== 'later' && result !== 'busy'
  }

  const tellOf = async ({ event: entry }: AppliedEvent, nth: number): Promise<boolean> => {
    const news = notificationFor(entry)
    const proposal = 'id' in entry && entry.id !== null ? ladder.state().proposals.get(entry.id) : undefined
    if (!proposal || news === undefined) return true
    const about =
      (said: NonNullable<typeof news>['authorKey'], key: string) =>
      (t: Translator): Message => {
        const viewer = { person: key, isExpert: ladder.canReview(proposal, key) }
        const message = views.proposal(proposal, showing(t), viewer)
        const reason = 'reason' in entry && entry.reason !== '' ? entry.reason : t('proposal.note.moved')
        const params = { number: proposal.number, reason }
        return said === undefined
          ? message
          : { summary: t(said, params), blocks: [note('info', t.rich(said, params)), ...message.blocks] }
      }
    let arrived = true
    if (news.authorKey !== undefined) {
      arrived = (await tellOnce(proposal.author, String(nth), about(news.authorKey, proposal.author))) && arrived
    }
    const deciders =
      news.deciders === 'experts'
        ? ladder.listReviewers(proposal).filter((key) => !proposal.reviews.has(key))
        : news.deciders === 'admins'
          ? ladder.community().admins
          : []
    // What has been decided meanwhile needs nobody any more.
    if (proposal.state !== 'review') return arrived
    for (const key of deciders) {
      arrived = (await tellOnce(key, `${nth}`, about(news.deciderKey, key))) && arrived
    }
    return arrived
  }

  const tell = async (): Promise<void> => {
    if (!told) {
      const thing = await things.read(cursor)
      const turns = thing ? Number(thing.value) : ladder.state().revision
      // Whoever published before may have been in the middle of it.
      told = { turns, version: thing?.version ?? null, failingSince: undefined, inherited: true }
      if (!thing) await advance(told.turns)
    }
    if (told && told.turns > ladder.state().revision) {
      // Another process is ahead, or the log has lost turns that people were told of.
      await ladder.catchUp()
      if (told.turns > ladder.state().revision) await advance(ladder.state().revision)
    }
    for (const taken of ladder.transitions().slice(told?.turns ?? 0)) {
      if (stopped || !told) return
      const arrived = await tellOf(taken, told.turns)
      if (!arrived) {
        told.failingSince ??= now()
        if (now() - told.failingSince < GIVE_UP_MS) return
        report('somebody could not be told about a proposal', { entry: taken.event.type })
      }
      told.failingSince = undefined
      unanswered.clear()
      await advance(told.turns + 1)
    }
  }

  /** Keeps how far people have been told; where another process has got there, this one begins anew. */
  const advance = async (turns: number): Promise<void> => {
    if (!told) return
    const written = await things.write(cursor, String(turns), { ifVersion: told.version })
    if (written.status === 'stale') {
      told = undefined
      held = undefined
      return
    }
    told = { ...told, turns, version: written.version, inherited: false }
  }

  const round = async (): Promise<void> => {
    try {
      if (!(await isTurn())) return
      await cards()
      await calls()
      await tell()
      reconciling ??= reconcileAll().finally(() => {
        reconciling = undefined
      })
      failing = false
    } catch (error) {
      if (!failing && !stopped) report('proposals cannot be published; trying again', { err: error })
      failing = true
    }
  }

  const offLoss = ladder.onEventsLost((loss) => {
    void notifyLostEvents({
      lost: loss,
      platform,
      notifier: options.notifier,
      views,
      claims: options.claims,
      now,
      report,
      stopped: () => stopped,
    })
  })
  let wake: () => void = () => {}
  let timer: NodeJS.Timeout | undefined
  const going = (async () => {
    while (!stopped) {
      await round()
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, stopped ? 0 : (options.intervalMs ?? EVERY_MS)).unref()
      })
    }
    await reconciling
    // Another process goes on at once.
    if (held) await things.remove(lock, held.version).catch(() => false)
  })()
  return {
    stop() {
      stopped = true
      offLoss()
      clearTimeout(timer)
      wake()
      return going
    },
  }
}
