import type { Translator } from '../../../i18n/index.ts'
import type { Deed, Proposal, Refusal } from '../../../proposals/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Asking } from '../../command.ts'
import type { Ladder } from '../../ladder.ts'
import { UserError } from '../../user-error.ts'
import { proficiencyWord } from '../skills/views/matrix.ts'
import { proposalButton } from './payload.ts'
import { type Showing, titleOf, type Viewer } from './views.ts'

/** The ladder that people change together. Throws a UserError where there is none. */
export function ladderOf({ keep }: Pick<Asking, 'keep'>): Ladder {
  if (!keep.ladder) throw new UserError('error.proposals.off')
  return keep.ladder
}

export function showingOf(asking: Asking): Showing {
  const { board, policy, approvalsFor: needed } = ladderOf(asking)
  const { platform } = asking.person
  return {
    catalog: asking.library.catalog,
    board: board(),
    policy,
    now: asking.keep.now(),
    t: asking.t,
    platform,
    needed,
  }
}

export function viewerOf(proposal: Proposal, asking: Asking): Viewer {
  const ladder = ladderOf(asking)
  const person = ladder.board().personOf(personKey(asking.person))
  return { person, expert: ladder.mayReview(proposal, person) }
}

/** A proposal by its id, to do something about. Throws a UserError where there is none: no button leads to such a one. */
export async function proposalOf(id: string, deed: string, asking: Asking): Promise<Proposal> {
  const ladder = ladderOf(asking)
  const known = ladder.board().proposals.get(id)
  if (known && deed === 'show') return known
  // Another process may just have taken it, or decided on it: nobody is to fill in a form for what is over.
  await ladder.follow()
  const proposal = ladder.board().proposals.get(id)
  if (proposal) return proposal
  ladder.refused({ deed, id, by: personKey(asking.person), why: 'unknown' })
  throw new UserError('error.proposals.unknown')
}

/** Throws a UserError where the person is no member of the community that keeps this ladder. */
export function takesPart(deed: string, asking: Asking): void {
  const ladder = ladderOf(asking)
  if (ladder.people().belongs(asking.person)) return
  ladder.refused({ deed, id: '', by: personKey(asking.person), why: 'elsewhere' })
  throw new UserError('error.proposals.elsewhere')
}

/** Does something for the person who asks. Throws a UserError that says why it may not be done. */
export async function does(deed: Deed, asking: Asking): Promise<Proposal> {
  const ladder = ladderOf(asking)
  takesPart(deed.do, asking)
  const done = await ladder.act(deed, { person: personKey(asking.person), bot: false })
  if (done.status === 'done') return done.proposal
  throw refusalError(done.refusal, done.proposal, asking)
}

function refusalError(refusal: Refusal, proposal: Proposal | undefined, asking: Asking): UserError {
  const { t } = asking
  const look = proposal ? [proposalButton(t('proposal.action.show'), { do: 'show', id: proposal.id })] : []
  switch (refusal.why) {
    case 'unknown':
      return new UserError('error.proposals.unknown')
    case 'own':
    case 'bot':
    case 'notAuthor':
    case 'notWording':
    case 'appealOver':
    case 'busy':
    case 'otherMatter':
    case 'same':
    case 'otherVote':
      return new UserError(`error.proposals.${refusal.why}`, {}, look)
    case 'noReason':
      return new UserError('error.proposals.noReason', {}, look, 'reason')
    case 'notExpert':
      return new UserError('error.proposals.notExpert', {}, look)
    case 'state':
      return new UserError('error.proposals.state', { state: t(`proposal.state.${refusal.state}`) }, look)
    case 'missing':
      return new UserError('error.action.gone', { name: refusal.name })
    case 'broken':
      return new UserError('error.proposals.broken', { problems: refusal.problems.slice(0, 3).join('; ') }, [], 'to')
    case 'decreasing': {
      const expects = proficiencyWord(refusal.expects, t)
      return new UserError('error.proposals.decreasing', { level: refusal.level, expects }, [], 'to')
    }
    case 'tooManyOpen':
      return new UserError('error.proposals.tooManyOpen', { most: refusal.most }, [
        proposalButton(t('proposals.list.mine'), { do: 'list', which: 'mine', page: 1 }),
      ])
    case 'tooManyToday':
      return new UserError('error.proposals.tooManyToday', {
        most: refusal.most,
        again: hours(refusal.again, asking, t),
      })
    case 'waits':
      return new UserError('error.proposals.waits', { date: t.date(refusal.until) }, [
        proposalButton(titleOf(refusal.proposal, showingOf(asking)), { do: 'show', id: refusal.proposal.id }),
      ])
    case 'there':
      return new UserError('error.proposals.there', {}, [
        proposalButton(titleOf(refusal.proposal, showingOf(asking)), { do: 'show', id: refusal.proposal.id }),
      ])
  }
}

const HOUR_MS = 60 * 60 * 1000

function hours(until: number, { keep }: Asking, t: Translator): string {
  return t('proposal.left.hours', { count: Math.max(1, Math.ceil((until - keep.now()) / HOUR_MS)) })
}
