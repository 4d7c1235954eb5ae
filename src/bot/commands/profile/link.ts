import { heading, type Message, note, text } from '../../../message/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Asking } from '../../command.ts'
import { inDirect, type Outcome, reply } from '../../incoming.ts'
import { shown } from '../../shown.ts'
import { UserError } from '../../user-error.ts'
import { ladderOf, takesPart } from '../proposals/doing.ts'

// Somebody with an account on two platforms is one person: one voice in a vote, and no say in what is their own.

/** How long a code is good for. */
const CODE_MS = 10 * 60 * 1000

/** Gives a code that links another account of the same person to this one. */
export async function askLink(asking: Asking): Promise<Outcome> {
  const { keep, person, t } = asking
  await takesPart('link', asking)
  const code = keep.newId()
  await keep.store.things.write(nameOf(code), personKey(person), { over: null, keepMs: CODE_MS })
  const message: Message = {
    summary: t('profile.link.title'),
    blocks: [heading(t('profile.link.title')), text(t.rich('profile.link.code', { code }))],
  }
  return inDirect(reply(message))
}

/** Links this account to the one that a code was given to; a code is good once. */
export async function link(code: string, asking: Asking): Promise<Outcome> {
  const { keep, person, t } = asking
  await takesPart('link', asking)
  const ladder = ladderOf(asking)
  const known = /^[\w-]{6,16}$/u.test(code) ? await keep.store.things.read(nameOf(code)) : null
  if (!known) throw new UserError('error.profile.linkCode', { text: shown(code) })
  // Whoever takes the code away is the one who uses it.
  if (!(await keep.store.things.remove(nameOf(code), known.version))) {
    throw new UserError('error.profile.linkCode', { text: shown(code) })
  }
  const own = personKey(person)
  // A code is used up also by an account that is linked already: others must not find it open.
  await ladder.follow()
  if (ladder.board().personOf(own) === ladder.board().personOf(known.value)) {
    throw new UserError('error.profile.linkSame')
  }
  await ladder.note({ type: 'linked', at: keep.now(), by: own, to: known.value })
  return inDirect(reply({ summary: t('profile.link.done'), blocks: [note('success', t.rich('profile.link.done'))] }))
}

function nameOf(code: string): string {
  return `link/${code}`
}
