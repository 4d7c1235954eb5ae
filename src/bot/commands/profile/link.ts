import { z } from 'zod'
import type { Translator } from '../../../i18n/index.ts'
import { actions, type Block, heading, type Message, note, text } from '../../../message/index.ts'
import { type AccountLink, UNLINK_MS } from '../../../proposals/domain/index.ts'
import { personKey, personOfKey } from '../../../store/person.ts'
import { accountsOf, accountText } from '../../accounts.ts'
import type { Asking } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { inDirect, type Outcome, replaceWith, reply } from '../../events.ts'
import { shown } from '../../quote.ts'
import { ladderOf } from '../proposals/doing.ts'
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
export async function askLink(asking: Asking): Promise<Outcome> {
  const { keep, person, t, displayName } = asking
  ladderOf(asking)
  const code = keep.newId()
  const offer = { account: personKey(person), ...(displayName !== undefined && { name: shown(displayName) }) }
  await keep.store.things.write(offerName(code), JSON.stringify(offer), { over: null, keepMs: CODE_MS })
  const message: Message = {
    summary: t('profile.link.title'),
    blocks: [
      heading(t('profile.link.title')),
      text(t.rich('profile.link.code', { code })),
      text(t.rich('profile.link.means')),
      ...accountsNote(asking),
    ],
  }
  return inDirect(reply(message))
}

/** Takes a code, which works once, and asks whether the two accounts are to be linked: both are named. */
export async function takeCode(code: string, asking: Asking): Promise<Outcome> {
  const { keep, person, t, displayName } = asking
  const { things } = keep.store
  const thing = /^[\w-]{6,16}$/u.test(code) ? await things.read(offerName(code)) : null
  const offer = thing && offerOf(thing.value)
  // Whoever takes the code away is the one who uses it.
  if (!offer || !(await things.remove(offerName(code), thing.version))) {
    throw new UserError('error.profile.linkCode', { text: shown(code) })
  }
  await mustDiffer(personKey(person), offer.account, asking)
  const other = personOfKey(offer.account)
  if (!other) throw new UserError('error.profile.linkCode', { text: shown(code) })
  const id = keep.newId()
  const question = { ...offer, asked: personKey(person) }
  await things.write(questionName(id), JSON.stringify(question), { over: null, keepMs: CODE_MS })
  const name = displayName === undefined ? undefined : shown(displayName)
  return inDirect(
    reply({
      summary: t('profile.link.ask'),
      blocks: [
        heading(t('profile.link.ask')),
        text(t.rich('profile.link.this', { account: accountText(person, name, t) })),
        text(t.rich('profile.link.other', { account: accountText(other, offer.name, t) })),
        text(t.rich('profile.link.means')),
        note('warning', t.rich('profile.link.warning')),
        ...actions([
          profileButton(t('profile.link.yes'), { do: 'link', id }, 'primary'),
          profileButton(t('profile.link.no'), { do: 'linkNot', id }),
        ]),
      ],
    }),
  )
}

/** Links the two accounts of a question. A second press finds them linked, and says so. */
export async function link(id: string, asking: Asking): Promise<Outcome> {
  const { keep, t } = asking
  const ladder = ladderOf(asking)
  const question = await questionOf(id, asking)
  await mustDiffer(question.asked, question.account, asking)
  const at = keep.now()
  const open = await openInBoth(question, asking)
  await ladder.note({ type: 'linked', at, by: question.asked, to: question.account })
  await keep.store.things.remove(questionName(id))
  const made = lastLink(asking)
  return inDirect(
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
export async function linkNot(id: string, asking: Asking): Promise<Outcome> {
  const { keep, t } = asking
  await questionOf(id, asking)
  await keep.store.things.remove(questionName(id))
  const summary = t('profile.link.declined')
  return inDirect(replaceWith({ summary, blocks: [note('info', t.rich('profile.link.declined'))] }))
}

/** Undoes the person's last link, or the one made at a time if that is the last. */
export async function unlink(madeAt: number | undefined, asking: Asking): Promise<Outcome> {
  const { keep, person, t } = asking
  const ladder = ladderOf(asking)
  await ladder.follow()
  const own = personKey(person)
  const last = lastLink(asking)
  if (ladder.board().accountsOf(own).length < 2) {
    return inDirect(reply({ summary: t('profile.unlink.none'), blocks: [note('info', t.rich('profile.unlink.none'))] }))
  }
  if (!last) throw new UserError('error.profile.unlinkLate')
  if (madeAt !== undefined && last.at !== madeAt) throw new UserError('error.profile.unlinkOther')
  const at = keep.now()
  if (at - last.at > UNLINK_MS) throw new UserError('error.profile.unlinkLate')
  await ladder.note({ type: 'unlinked', at, by: own, account: last.account, to: last.to })
  if (ladder.board().links().includes(last)) throw new UserError('error.profile.unlinkOther')
  const summary = t('profile.unlink.done')
  return inDirect(replaceWith({ summary, blocks: [note('success', t.rich('profile.unlink.done'))] }))
}

/** The accounts that the person has linked, with a way to undo the last link while that is possible; nothing if there is one only. */
export function accountsNote(asking: Asking): readonly Block[] {
  const { keep, person, t } = asking
  const accounts = accountsOf(person, keep.ladder)
  if (accounts.length < 2) return []
  const names = t.all(accounts.map((account) => accountText(account, undefined, t)))
  const last = lastLink(asking)
  const canUndo = last !== undefined && keep.now() - last.at <= UNLINK_MS
  return [note('info', t.rich('profile.accounts', { accounts: names })), ...(canUndo ? undoButton(last, t) : [])]
}

/** A button that undoes a link. */
export function undoButton({ at }: AccountLink, t: Translator): ReturnType<typeof actions> {
  return actions([profileButton(t('profile.link.undo'), { do: 'unlink', at })])
}

function lastLink({ keep, person }: Asking): AccountLink | undefined {
  const board = keep.ladder?.board()
  const own = board?.personOf(personKey(person))
  return board?.links().findLast((each) => each.person === own)
}

async function mustDiffer(one: string, other: string, asking: Asking): Promise<void> {
  const ladder = ladderOf(asking)
  await ladder.follow()
  const { personOf } = ladder.board()
  if (personOf(one) === personOf(other)) throw new UserError('error.profile.linkSame')
}

/** The roles of which both accounts of a question have an open assessment. */
async function openInBoth({ account, asked }: z.infer<typeof Question>, asking: Asking): Promise<readonly string[]> {
  const { keep, catalogIndex } = asking
  const lists = await Promise.all(
    [account, asked].map(async (key) => {
      const person = personOfKey(key)
      return person ? (await keep.store.sessions.list(person)).map(({ role }) => role) : []
    }),
  )
  const [one = [], other = []] = lists
  return one.filter((role) => other.includes(role)).map((role) => catalogIndex.catalog.roles.get(role)?.name ?? role)
}

async function questionOf(id: string, { keep, person }: Asking): Promise<z.infer<typeof Question>> {
  const thing = /^[\w-]{6,16}$/u.test(id) ? await keep.store.things.read(questionName(id)) : null
  const question = thing && Question.safeParse(JSON.parse(thing.value)).data
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
