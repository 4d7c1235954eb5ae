import { setTimeout as sleep } from 'node:timers/promises'
import type { CatalogChange } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import { actions, emojiInline, heading, type Message, note, plain, text } from '../../../message/index.ts'
import { countRemovals, findIdea, isOpen, nominatingMessages, type Proposal } from '../../../proposals/domain/index.ts'
import type { ProposalService } from '../../../proposals/service.ts'
import { parsePersonKey, personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'
import { type BotResponse, type EmojiRemoval, type ReactionEvent, type RevokedNomination, reply } from '../../events.ts'
import { truncateInput } from '../../input.ts'
import { proposalButton } from './actions.ts'
import { missingField, proposePayload, withOnlyRole } from './draft-change.ts'
import { execute, proposalServiceOf, refusalError, requireMember, tryExecute, viewContextOf } from './execute.ts'
import { subjectOf, valueText } from './format.ts'
import { changeFrom } from './forms.ts'
import { deleteIdeaText, MAX_IDEA_LENGTH, readIdeaText, saveIdeaText } from './idea-text.ts'
import { misgradingNotes } from './misgrading.ts'
import { parseIdea } from './parse-idea.ts'
import { titleOf } from './views.ts'

/**
 * Handles the nominating emoji. On a proposal's card, or on the message that the proposal comes from, it nominates. On any other message
 * it stores an idea as a draft, which the person may complete.
 */
export async function handleReaction(
  {
    isAdded: on,
    hasEmoji: emoji,
    message,
    nominators,
  }: Pick<ReactionEvent, 'isAdded' | 'hasEmoji' | 'message' | 'nominators'>,
  context: CommandContext,
): Promise<BotResponse | undefined> {
  const service = context.services.proposals
  if (!service) return undefined
  // A removal needs no error: the next comparison of emojis with nominations finds it. An emoji of strangers is none of Rung's
  // business, but the person who chose the command in the menu is told why it does nothing.
  const isCommand = on && !emoji
  if (isCommand || (on && service.community().isPending(context.person))) await requireMember('nominate', context)
  if (!service.community().includes(context.person)) return undefined
  const existing = await findProposalOfMessage(message, context)
  if (!on) {
    // Another process may have just counted the nomination.
    if (existing) await service.catchUp()
    if (!(await withdrawNomination(message.ref, nominators, context))) {
      // Another process may be about to count it: the order in the log decides.
      await service.record({
        type: 'reactionRemoved',
        at: context.services.now(),
        by: personKey(context.person),
        message: message.ref,
      })
      await withdrawNomination(message.ref, nominators, context)
    }
    return undefined
  }
  if (existing) return nominateFrom(existing, { hasEmoji: emoji, message }, context)
  if (message.own) return undefined
  await requireMember('draft', context)
  const { text: whole, link } = await message.read()
  const { text: words, isCut } = truncateInput(whole, MAX_IDEA_LENGTH)
  const id = context.services.newId()
  await saveIdeaText(id, words, context)
  const source = { message: message.ref, link }
  const done = await service.execute({ type: 'draft', id, source }, { person: personKey(context.person), bot: false })
  if (done.status === 'done') return reply(ideaCard(done.proposal, words, context, isCut))
  await deleteIdeaText(id, context)
  // Another person was first: it is their idea, and this nominates it.
  if (done.refusal.why === 'there') return nominateFrom(done.refusal.proposal, { hasEmoji: emoji, message }, context)
  return undefined
}

/** Withdraws a person's nomination by emoji on a message. False if there is none, though another process may still add one. */
async function withdrawNomination(
  ref: string,
  readNominators: ReactionEvent['nominators'],
  context: CommandContext,
): Promise<boolean> {
  const proposal = proposalOfMessage(ref, context)
  if (!proposal) return false
  const { id, state, author, nominators } = proposal
  const service = proposalServiceOf(context)
  const person = service.state().personOf(personKey(context.person))
  if (author === person || (state !== 'draft' && state !== 'nominated')) return true
  const nomination = nominators.get(person)
  if (!nomination) return false
  // A nomination by button is withdrawn by button.
  const { platform } = context.person
  if (nomination.emoji === platform) {
    await execute({ type: 'nominate', id, on: false, emoji: platform, reaction: { message: ref } }, context)
    await nominateAgain(proposal, [person], { platform, nominators: readNominators, service })
  }
  return true
}

/**
 * Nominates again for people who still have a nominating emoji, in another skin tone or on the other message of the proposal. Their
 * withdrawal must be recorded already, so that no vote can open while the messages are read. Returns the people who were nominated again.
 */
async function nominateAgain(
  proposal: Proposal,
  people: readonly string[],
  {
    platform,
    nominators,
    service,
  }: Pick<EmojiRemoval, 'platform' | 'nominators'> & { readonly service: ProposalService },
): Promise<ReadonlySet<string>> {
  if (!nominators || people.length === 0) return new Set()
  const removals = new Map(service.state().removals)
  const lists = await Promise.all(
    nominatingMessages(proposal, platform).map(async (message) => ({
      message,
      accounts: (await nominators(message)) ?? [],
    })),
  )
  const { personOf } = service.state()
  const again = new Set<string>()
  for (const { message, accounts } of lists) {
    const there = new Set(accounts.map((account) => personOf(personKey(account))))
    for (const person of people) {
      if (again.has(person) || !there.has(person)) continue
      // `compared` makes a withdrawal by button in the meantime win.
      const reaction = { message, removals: countRemovals(removals, message, person) }
      const command = {
        type: 'nominate',
        id: proposal.id,
        on: true,
        emoji: platform,
        compared: null,
        reaction,
      } as const
      if ((await service.execute(command, { person, bot: false })).status === 'done') again.add(person)
    }
  }
  return again
}

/** Withdraws the nominations by emoji on a message from which a moderator has removed all of them. */
export async function handleReactionsCleared(
  { ref, platform, nominators: readNominators }: EmojiRemoval,
  { services, catalogIndex }: Pick<CommandContext, 'services' | 'catalogIndex'>,
): Promise<readonly RevokedNomination[]> {
  const { proposals: service } = services
  if (!service) return []
  await service.catchUp()
  const proposal = proposalOfMessage(ref, { services })
  if (!proposal || (proposal.state !== 'draft' && proposal.state !== 'nominated')) return []
  // This covers nominations that another process is about to count, too.
  await service.record({ type: 'reactionRemoved', at: services.now(), by: null, message: ref })
  const { id, nominators } = proposal
  const withdrawn: string[] = []
  for (const [key, { emoji }] of [...nominators]) {
    if (emoji !== platform) continue
    const done = await service.execute({ type: 'nominate', id, on: false, emoji }, { person: key, bot: false })
    if (done.status === 'done') withdrawn.push(key)
  }
  const remaining = await nominateAgain(proposal, withdrawn, { platform, nominators: readNominators, service })
  const message = (t: Translator): Message =>
    clearedView(titleOf(proposal, { catalog: catalogIndex.catalog, t }), id, t)
  return withdrawn.flatMap((key) => {
    const person = parsePersonKey(key)
    return person && !remaining.has(key) ? [{ person, message }] : []
  })
}

function clearedView(title: string, id: string, t: Translator): Message {
  return {
    summary: t('propose.idea.cleared', { title }),
    blocks: [
      note('info', t.rich('propose.idea.cleared', { title })),
      ...actions([proposalButton(t('proposal.action.show'), { type: 'show', id })]),
    ],
  }
}

/** Attempts to find the proposal of a card, and the milliseconds between them: people see a card before it is recorded. */
const MAX_LOOKUPS = 8
const LOOKUP_INTERVAL_MS = 300

/** Finds the proposal of a message. Waits for a card that another process has just posted and not recorded yet. */
async function findProposalOfMessage(
  { ref, own }: Pick<ReactionEvent['message'], 'ref' | 'own'>,
  context: CommandContext,
): Promise<Proposal | undefined> {
  for (let looks = 0; looks < (own ? MAX_LOOKUPS : 1); looks += 1) {
    const proposal = proposalOfMessage(ref, context)
    if (proposal) return proposal
    if (looks > 0) await sleep(LOOKUP_INTERVAL_MS)
    await proposalServiceOf(context).catchUp()
  }
  return proposalOfMessage(ref, context)
}

/** The proposal whose card a message is, or that comes from the message. */
export function proposalOfMessage(ref: string, context: Pick<CommandContext, 'services'>): Proposal | undefined {
  const state = proposalServiceOf(context).state()
  for (const proposal of state.proposals.values()) {
    for (const card of proposal.cards.values()) if (card === ref) return proposal
  }
  return findIdea(state, ref)
}

/** The idea that a person has made of a message and not completed yet. */
export function draftOfMessage(ref: string, context: CommandContext): Proposal | undefined {
  const proposal = proposalOfMessage(ref, context)
  const person = proposalServiceOf(context).state().personOf(personKey(context.person))
  return proposal?.state === 'draft' && proposal.author === person ? proposal : undefined
}

/** Nominates a proposal for an emoji on one of its messages; undefined if the emoji is not there any more. */
async function nominateFrom(
  current: Proposal,
  { hasEmoji: emoji, message }: Pick<ReactionEvent, 'hasEmoji' | 'message'>,
  context: CommandContext,
): Promise<BotResponse | undefined> {
  const { t } = context
  const service = proposalServiceOf(context)
  const person = service.state().personOf(personKey(context.person))
  if (current.author === person && current.state === 'draft') {
    return reply(ideaCard(current, await readIdeaText(current.id, context), context))
  }
  if (!isOpen(current)) {
    throw refusalError({ why: 'state', state: current.state }, current, context)
  }
  const proposal = emoji
    ? await nominateByEmoji(current.id, message, context)
    : await execute({ type: 'nominate', id: current.id, on: true }, context)
  if (!proposal) return undefined
  const title = titleOf(proposal, viewContextOf(context))
  const params = { title, emoji: emojiInline(service.nominateEmoji) }
  return reply({
    summary: t('propose.idea.nominated', params),
    blocks: [
      note('success', t.rich('propose.idea.nominated', params)),
      ...actions([proposalButton(t('proposal.action.show'), { type: 'show', id: proposal.id })]),
    ],
  })
}

/** Nominates for an emoji on a message; undefined if a process has recorded that the emoji was removed. */
async function nominateByEmoji(
  id: string,
  message: ReactionEvent['message'],
  context: CommandContext,
): Promise<Proposal | undefined> {
  const service = proposalServiceOf(context)
  const { platform } = context.person
  for (;;) {
    const { removals: allRemovals, personOf } = service.state()
    const removals = countRemovals(allRemovals, message.ref, personOf(personKey(context.person)))
    if (removals > 0 && !(await message.hasReaction())) return undefined
    const reaction = { message: message.ref, removals }
    const done = await tryExecute({ type: 'nominate', id, on: true, emoji: platform, reaction }, context)
    if (done.status === 'done') return done.proposal
    // Another attempt is needed only if the person has removed the emoji again.
    if (done.refusal.why !== 'reactionRemoved') throw refusalError(done.refusal, done.proposal, context)
  }
}

/** How the message was understood, with buttons to complete the idea or leave it. */
function ideaCard({ id }: Proposal, words: string, context: CommandContext, isCut = false): Message {
  const { t } = context
  const what = describeIdea(words, context)
  return {
    summary: t('propose.idea.title'),
    blocks: [
      heading(t('propose.idea.title')),
      text(what === undefined ? t.rich('propose.idea.unread') : t.rich('propose.idea.read', { what: what.words })),
      ...(words === '' ? [] : [text(plain(`“${truncateInput(words, MOST_QUOTED).text}”`))]),
      ...(what?.change ? misgradingNotes(what.change, viewContextOf(context)) : []),
      ...(isCut ? [note('info', t.rich('propose.idea.cut', { most: MAX_IDEA_LENGTH }))] : []),
      ...actions([
        { label: t('propose.idea.complete'), payload: proposePayload({ type: 'idea', id }), style: 'primary' },
        { label: t('propose.idea.leave'), payload: proposePayload({ type: 'leave', id }) },
      ]),
    ],
  }
}

/** The change that a text asks for, in a few words, and itself if it is complete; undefined if it names no skill or level. */
function describeIdea(
  words: string,
  context: CommandContext,
): { readonly words: string; readonly change?: CatalogChange } | undefined {
  const { t, catalogIndex } = context
  const { catalog } = catalogIndex
  const draft = withOnlyRole(parseIdea(words, context).draft, catalog)
  if (draft.skill === undefined && draft.level === undefined) return undefined
  if (missingField(draft, catalog) !== undefined) {
    const skill = draft.skill === undefined ? undefined : catalog.skills.get(draft.skill)?.name
    return { words: [skill, draft.level].filter((name) => name !== undefined).join(' · ') }
  }
  const change = changeFrom(draft, { to: draft.to ?? 'absent' }, context)
  const subject = subjectOf(change, catalog, t)
  return draft.to === undefined
    ? { words: subject }
    : { words: `${subject} → ${valueText(draft.to, draft, context.catalogIndex.catalog, t)}`, change }
}

const MOST_QUOTED = 300
