import { z } from 'zod'
import type { Translator } from '../../../i18n/index.ts'
import { actions, type Block, heading, type Message, note, text } from '../../../message/index.ts'
import { type AccountLink, UNLINK_MS } from '../../../proposals/domain/index.ts'
import { parsePersonKey, personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { askToConfirm, type BotResponse, inDirectMessage, replaceWith, reply } from '../../events.ts'
import { formatAccount, linkedAccountNames } from '../../linked-accounts.ts'
import { quoteInput } from '../../quote.ts'
import { noticeMessage } from '../../views/notice.ts'
import { proposalServiceOf } from '../proposals/execute.ts'
import { profileButton } from './actions.ts'

// Linked accounts are one person: they share results, goals and assessments, have one vote, and may not decide on their own proposals.
// Anyone may link accounts, even outside the community of the ladder: permissions are checked with each action. A code proves that both
// accounts belong to one person only if no one else gave it to them, so linking asks for confirmation.

/** Minutes for which a code, and the confirmation that follows it, can be used. */
const CODE_MINUTES = 10
const CODE_MS = CODE_MINUTES * 60 * 1000

/** The account that a code was given to, and its name on the platform. Stored as JSON. */
const Offer = z.object({ account: z.string(), name: z.string().optional() })
/** Two accounts to link: the one that got the code, and the one that typed it (`asked`). Stored as JSON. */
const Question = Offer.extend({ asked: z.string() })

/** Gives a code with which another account can be linked to this one. */
export async function offerLink(context: CommandContext): Promise<BotResponse> {
  const { services, person, t, displayName } = context
  proposalServiceOf(context)
  const code = services.newId()
  const offer = { account: personKey(person), ...(displayName !== undefined && { name: quoteInput(displayName) }) }
  await services.store.keyValues.write(offerName(code), JSON.stringify(offer), { ifVersion: null, ttlMs: CODE_MS })
  const message: Message = {
    summary: t('profile.link.title'),
    blocks: [
      heading(t('profile.link.title')),
      text(t.rich('profile.link.code', { code, minutes: CODE_MINUTES })),
      text(t.rich('profile.link.means')),
      ...linkedAccountsBlocks(context),
    ],
  }
  return inDirectMessage(reply(message))
}

/** Redeems a code, which works once, and asks for confirmation with both accounts named. */
export async function redeemCode(code: string, context: CommandContext): Promise<BotResponse> {
  const { services, person, t, displayName } = context
  const { keyValues } = services.store
  const entry = /^[\w-]{6,16}$/u.test(code) ? await keyValues.read(offerName(code)) : null
  const offer = entry && offerOf(entry.value)
  // Only the process that removes the code uses it.
  if (!offer || !(await keyValues.remove(offerName(code), entry.version))) {
    throw new UserError('error.profile.linkCode', { text: quoteInput(code), minutes: CODE_MINUTES })
  }
  await mustDiffer(personKey(person), offer.account, context)
  const other = parsePersonKey(offer.account)
  if (!other) throw new UserError('error.profile.linkCode', { text: quoteInput(code), minutes: CODE_MINUTES })
  const id = services.newId()
  const question = { ...offer, asked: personKey(person) }
  await keyValues.write(questionName(id), JSON.stringify(question), { ifVersion: null, ttlMs: CODE_MS })
  const name = displayName === undefined ? undefined : quoteInput(displayName)
  const wording = { t, platforms: services.proposals?.platforms }
  return inDirectMessage(
    askToConfirm({
      summary: t('profile.link.ask'),
      blocks: [
        heading(t('profile.link.ask')),
        text(t.rich('profile.link.this', { account: formatAccount(person, name, wording) })),
        text(t.rich('profile.link.other', { account: formatAccount(other, offer.name, wording) })),
        text(t.rich('profile.link.means')),
        note('warning', t.rich('profile.link.warning')),
        ...actions([
          profileButton(t('profile.link.yes'), { type: 'link', id }, 'primary'),
          profileButton(t('profile.link.no'), { type: 'linkNot', id }),
        ]),
      ],
    }),
  )
}

/** Links the two accounts of a question. A second press says that they are linked. */
export async function confirmLink(id: string, context: CommandContext): Promise<BotResponse> {
  const { services, t } = context
  const ladder = proposalServiceOf(context)
  const question = await questionOf(id, context)
  await mustDiffer(question.asked, question.account, context)
  const at = services.now()
  const open = await openInBoth(question, context)
  await ladder.record({ type: 'linked', at, by: question.asked, to: question.account })
  await services.store.keyValues.remove(questionName(id))
  const made = lastLink(context)
  const more = [
    ...(open.length > 0 ? [text(t.rich('profile.link.both', { roles: t.all(open) }))] : []),
    ...(made ? undoButton(made, t) : []),
  ]
  return inDirectMessage(replaceWith(noticeMessage(t, 'success', 'profile.link.done', {}, more)))
}

/** Drops a question; its code can't be used again. */
export async function declineLink(id: string, context: CommandContext): Promise<BotResponse> {
  const { services, t } = context
  await questionOf(id, context)
  await services.store.keyValues.remove(questionName(id))
  return inDirectMessage(replaceWith(noticeMessage(t, 'info', 'profile.link.declined')))
}

/** Undoes the person's last link. With a time, throws a UserError if the last link was made at another time. */
export async function unlink(madeAt: number | undefined, context: CommandContext): Promise<BotResponse> {
  const { services, person, t } = context
  const ladder = proposalServiceOf(context)
  await ladder.catchUp()
  const own = personKey(person)
  const last = lastLink(context)
  if (ladder.state().accountsOf(own).length < 2) {
    return inDirectMessage(reply(noticeMessage(t, 'info', 'profile.unlink.none')))
  }
  if (!last) throw new UserError('error.profile.unlinkLate')
  if (madeAt !== undefined && last.at !== madeAt) throw new UserError('error.profile.unlinkOther')
  const at = services.now()
  if (at - last.at > UNLINK_MS) throw new UserError('error.profile.unlinkLate')
  await ladder.record({ type: 'unlinked', at, by: own, account: last.account, to: last.to })
  if (ladder.state().links().includes(last)) throw new UserError('error.profile.unlinkOther')
  return inDirectMessage(replaceWith(noticeMessage(t, 'success', 'profile.unlink.done')))
}

/** Lists the linked accounts, with a button to undo the last link while that is possible. Empty if there is only one. */
export function linkedAccountsBlocks(context: CommandContext): readonly Block[] {
  const { services, t } = context
  const accounts = linkedAccountNames(context)
  if (accounts === undefined) return []
  const last = lastLink(context)
  const canUndo = last !== undefined && services.now() - last.at <= UNLINK_MS
  return [note('info', t.rich('profile.accounts', { accounts })), ...(canUndo ? undoButton(last, t) : [])]
}

export function undoButton({ at }: AccountLink, t: Translator): ReturnType<typeof actions> {
  return actions([profileButton(t('profile.link.undo'), { type: 'unlink', at })])
}

function lastLink({ services, person }: CommandContext): AccountLink | undefined {
  const state = services.proposals?.state()
  const own = state?.personOf(personKey(person))
  return state?.links().findLast((each) => each.person === own)
}

async function mustDiffer(one: string, other: string, context: CommandContext): Promise<void> {
  const ladder = proposalServiceOf(context)
  await ladder.catchUp()
  const { personOf } = ladder.state()
  if (personOf(one) === personOf(other)) throw new UserError('error.profile.linkSame')
}

/** The roles that both accounts of a question have an open assessment of. */
async function openInBoth(
  { account, asked }: z.infer<typeof Question>,
  context: CommandContext,
): Promise<readonly string[]> {
  const { services, catalogIndex } = context
  const lists = await Promise.all(
    [account, asked].map(async (key) => {
      const person = parsePersonKey(key)
      return person ? (await services.store.sessions.list(person)).map(({ role }) => role) : []
    }),
  )
  const [one = [], other = []] = lists
  return one.filter((role) => other.includes(role)).map((role) => catalogIndex.catalog.roles.get(role)?.name ?? role)
}

async function questionOf(id: string, { services, person }: CommandContext): Promise<z.infer<typeof Question>> {
  const entry = /^[\w-]{6,16}$/u.test(id) ? await services.store.keyValues.read(questionName(id)) : null
  const question = entry && Question.safeParse(JSON.parse(entry.value)).data
  if (!question || question.asked !== personKey(person)) throw new UserError('error.profile.linkOver')
  return question
}

/** Reads the offer of a code; undefined for one that an earlier version wrote. */
function offerOf(value: string): z.infer<typeof Offer> | undefined {
  return value.startsWith('{') ? Offer.safeParse(JSON.parse(value)).data : undefined
}

function offerName(code: string): string {
  return `link/${code}`
}

function questionName(id: string): string {
  return `link/question/${id}`
}
