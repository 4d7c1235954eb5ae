import { z } from 'zod'
import type { Translator } from '../../../i18n/index.ts'
import { actions, type Block, heading, type Message, note, text } from '../../../message/index.ts'
import { type AccountLink, UNLINK_MS } from '../../../proposals/domain/index.ts'
import { parsePersonKey, personKey } from '../../../store/person.ts'
import { accountsOf, formatAccount } from '../../accounts.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, inDirectMessage, replaceWith, reply } from '../../events.ts'
import { quoteInput } from '../../quote.ts'
import { proposalServiceOf } from '../proposals/execute.ts'
import { profileButton } from './actions.ts'

// Someone with accounts on two platforms is one person: the same results, goals and assessments, one vote, and no say in what is their
// own. Everyone may link, also outside the community that keeps the ladder: what an account may do there is checked when it does it.
// A code proves that both accounts are the same person's only if nobody else gave it to them: so linking asks first.

/** How long a code, and the question that follows it, can be used, in milliseconds. */
const CODE_MS = 10 * 60 * 1000

/** The account that a code was given to, and what its platform calls the person. */
const Offer = z.object({ account: z.string(), name: z.string().optional() })
/** Two accounts that may be linked: the one that offers, and the one that has typed the code. */
const Question = Offer.extend({ asked: z.string() })

/** Gives a code that links another account of the same person to this one. */
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
      text(t.rich('profile.link.code', { code })),
      text(t.rich('profile.link.means')),
      ...linkedAccountsBlocks(context),
    ],
  }
  return inDirectMessage(reply(message))
}

/** Takes a code, which works once, and asks whether the two accounts are to be linked: both are named. */
export async function redeemCode(code: string, context: CommandContext): Promise<BotResponse> {
  const { services, person, t, displayName } = context
  const { keyValues } = services.store
  const entry = /^[\w-]{6,16}$/u.test(code) ? await keyValues.read(offerName(code)) : null
  const offer = entry && offerOf(entry.value)
  // Whoever takes the code away is the one who uses it.
  if (!offer || !(await keyValues.remove(offerName(code), entry.version))) {
    throw new UserError('error.profile.linkCode', { text: quoteInput(code) })
  }
  await mustDiffer(personKey(person), offer.account, context)
  const other = parsePersonKey(offer.account)
  if (!other) throw new UserError('error.profile.linkCode', { text: quoteInput(code) })
  const id = services.newId()
  const question = { ...offer, asked: personKey(person) }
  await keyValues.write(questionName(id), JSON.stringify(question), { ifVersion: null, ttlMs: CODE_MS })
  const name = displayName === undefined ? undefined : quoteInput(displayName)
  const wording = { t, platforms: services.proposals?.platforms }
  return inDirectMessage(
    reply({
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

/** Links the two accounts of a question. A second press finds them linked, and says so. */
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
  return inDirectMessage(
    replaceWith({
      summary: t('profile.link.done'),
      blocks: [
        note('success', t.rich('profile.link.done')),
        ...(open.length > 0 ? [text(t.rich('profile.link.both', { roles: t.all(open) }))] : []),
        ...(made ? undoButton(made, t) : []),
      ],
    }),
  )
}

/** Drops a question: its code cannot be used any more. */
export async function declineLink(id: string, context: CommandContext): Promise<BotResponse> {
  const { services, t } = context
  await questionOf(id, context)
  await services.store.keyValues.remove(questionName(id))
  const summary = t('profile.link.declined')
  return inDirectMessage(replaceWith({ summary, blocks: [note('info', t.rich('profile.link.declined'))] }))
}

/** Undoes the person's last link, or the one made at a time if that is the last. */
export async function unlink(madeAt: number | undefined, context: CommandContext): Promise<BotResponse> {
  const { services, person, t } = context
  const ladder = proposalServiceOf(context)
  await ladder.catchUp()
  const own = personKey(person)
  const last = lastLink(context)
  if (ladder.state().accountsOf(own).length < 2) {
    return inDirectMessage(
      reply({ summary: t('profile.unlink.none'), blocks: [note('info', t.rich('profile.unlink.none'))] }),
    )
  }
  if (!last) throw new UserError('error.profile.unlinkLate')
  if (madeAt !== undefined && last.at !== madeAt) throw new UserError('error.profile.unlinkOther')
  const at = services.now()
  if (at - last.at > UNLINK_MS) throw new UserError('error.profile.unlinkLate')
  await ladder.record({ type: 'unlinked', at, by: own, account: last.account, to: last.to })
  if (ladder.state().links().includes(last)) throw new UserError('error.profile.unlinkOther')
  const summary = t('profile.unlink.done')
  return inDirectMessage(replaceWith({ summary, blocks: [note('success', t.rich('profile.unlink.done'))] }))
}

/** The accounts that the person has linked, with a way to undo the last link while that is possible; nothing if there is one only. */
export function linkedAccountsBlocks(context: CommandContext): readonly Block[] {
  const { services, person, t } = context
  const accounts = accountsOf(person, services.proposals)
  if (accounts.length < 2) return []
  const names = t.all(
    accounts.map((account) => formatAccount(account, undefined, { t, platforms: services.proposals?.platforms })),
  )
  const last = lastLink(context)
  const canUndo = last !== undefined && services.now() - last.at <= UNLINK_MS
  return [note('info', t.rich('profile.accounts', { accounts: names })), ...(canUndo ? undoButton(last, t) : [])]
}

/** A button that undoes a link. */
export function undoButton({ at }: AccountLink, t: Translator): ReturnType<typeof actions> {
  return actions([profileButton(t('profile.link.undo'), { type: 'unlink', at })])
}

function lastLink({ services, person }: CommandContext): AccountLink | undefined {
  const board = services.proposals?.state()
  const own = board?.personOf(personKey(person))
  return board?.links().findLast((each) => each.person === own)
}

async function mustDiffer(one: string, other: string, context: CommandContext): Promise<void> {
  const ladder = proposalServiceOf(context)
  await ladder.catchUp()
  const { personOf } = ladder.state()
  if (personOf(one) === personOf(other)) throw new UserError('error.profile.linkSame')
}

/** The roles of which both accounts of a question have an open assessment. */
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

/** What a code stands for; undefined for what an earlier version wrote. */
function offerOf(value: string): z.infer<typeof Offer> | undefined {
  return value.startsWith('{') ? Offer.safeParse(JSON.parse(value)).data : undefined
}

function offerName(code: string): string {
  return `link/${code}`
}

function questionName(id: string): string {
  return `link/question/${id}`
}
