import { affectsRole, type Role } from '../../../../catalog/index.ts'
import { actions, heading, type ListItem, list, type Message, plain, text } from '../../../../message/index.ts'
import type { CommandContext } from '../../../command.ts'
import { pageButtons, pageNote, pageOf } from '../../../views/page.ts'
import { proposalButton } from '../../proposals/actions.ts'
import { startButton } from '../../proposals/draft-change.ts'
import { diffText, subjectOf } from '../../proposals/format.ts'
import { queryButton } from '../query.ts'

const CHANGES_A_PAGE = 10

/** The applied changes of a role or of the whole ladder, newest first, each with its date, its reason and a button for its proposal. */
export function changesView(role: Role | null, page: number, { catalogIndex, t, services }: CommandContext): Message {
  const all = [...(services.proposals?.state().proposals.values() ?? [])]
    .filter(
      ({ state, request }) =>
        (state === 'applied' || state === 'reverted') &&
        request !== null &&
        (role === null || affectsRole(request.change, role)),
    )
    .toSorted((a, b) => b.since - a.since || b.number - a.number)
  const current = pageOf(all, page, CHANGES_A_PAGE)
  const items = current.items.flatMap(({ request, number, since, state, source }): ListItem[] => {
    if (!request) return []
    const line = `#${number} · ${subjectOf(request.change, catalogIndex.catalog, t)}: ${diffText(request, catalogIndex.catalog, t)}`
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
    summary: role ? t('skills.changes.summary', { role: role.name, count: all.length }) : t('action.changes'),
    blocks: [
      heading(role ? `${role.name}: ${t('skills.changes.title')}` : t('action.changes')),
      ...(items.length === 0 ? [text(t.rich('skills.changes.none'))] : list(items)),
      ...pageNote(current, all.length, t),
      ...actions(current.items.map(({ id, number }) => proposalButton(`#${number}`, { type: 'show', id }))),
      ...actions([
        ...pageButtons(current, (label, to) => queryButton(label, { view: 'changes', role, page: to }), t),
        ...(role ? [queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role })] : []),
        ...(services.proposals ? [startButton(t('propose.action.start'))] : []),
      ]),
    ],
  }
}
