import { affectsRole, type Role } from '../../../../catalog/index.ts'
import { actions, heading, type ListItem, list, type Message, note, plain, text } from '../../../../message/index.ts'
import type { Proposal } from '../../../../proposals/domain/index.ts'
import type { CommandContext } from '../../../command.ts'
import { proposalButton } from '../../proposals/actions.ts'
import { proposePayload } from '../../proposals/draft-change.ts'
import { diffText, subjectOf } from '../../proposals/format.ts'
import { queryButton } from '../query.ts'

const A_PAGE = 10

/** What has been decided about a role, newest first: when, what and why, with the way to each proposal. */
export function changesView(role: Role, page: number, { catalogIndex, t, services }: CommandContext): Message {
  const board = services.proposals?.state()
  const all = [...(board?.proposals.values() ?? [])]
    .filter(
      (proposal) => isDecided(proposal) && proposal.request !== null && affectsRole(proposal.request.change, role),
    )
    .toSorted((a, b) => b.since - a.since || b.number - a.number)
  const pages = Math.max(1, Math.ceil(all.length / A_PAGE))
  const at = Math.min(page, pages)
  const pageItems = all.slice((at - 1) * A_PAGE, at * A_PAGE)
  const items = pageItems.flatMap(({ request, number, since, state, source }): ListItem[] => {
    if (!request) return []
    const line = `#${number} · ${subjectOf(request.change, catalogIndex.catalog, t)}: ${diffText(request, t)}`
    const when = state === 'reverted' ? t('proposal.state.reverted') : t.date(since)
    return [
      {
        text: plain(line),
        detail: [
          ...plain(`${when}. ${request.reason}`),
          ...(source?.link
            ? [...plain(' '), { type: 'link' as const, text: t('proposal.source'), url: source.link }]
            : []),
        ],
      },
    ]
  })
  return {
    summary: t('skills.changes.summary', { role: role.name, count: all.length }),
    blocks: [
      heading(`${role.name}: ${t('skills.changes.title')}`),
      ...(items.length === 0 ? [text(t.rich('skills.changes.none'))] : list(items)),
      ...(pages > 1 ? [note('info', t.rich('page.of', { page: at, pages, count: all.length }))] : []),
      ...actions(pageItems.map(({ id, number }) => proposalButton(`#${number}`, { type: 'show', id }))),
      ...actions([
        ...(at > 1 ? [queryButton(t('action.previousPage'), { view: 'changes', role, page: at - 1 })] : []),
        ...(at < pages ? [queryButton(t('action.nextPage'), { view: 'changes', role, page: at + 1 })] : []),
        queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role }),
        ...(services.proposals
          ? [{ label: t('propose.action.start'), payload: proposePayload({ type: 'start' }) }]
          : []),
      ]),
    ],
  }
}

function isDecided({ state }: Proposal): boolean {
  return state === 'applied' || state === 'reverted'
}
