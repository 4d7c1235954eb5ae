import { actions, type Block, heading, plain, text } from '../../../message/index.ts'
import type { Session } from '../../../store/records.ts'
import type { CommandContext, HomeBlocks } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { press, resumeButton, startButton } from './actions.ts'
import { loadSession, sessionsWithRole } from './loaded-session.ts'
import { questionsLeft } from './outlook.ts'
import { newerVersionNotes } from './views/start.ts'

/** One main action at the top of the home page: continue what is open, or start an assessment. */
export async function assessHome(context: CommandContext): Promise<HomeBlocks> {
  const { services, person, catalogIndex, t } = context
  const [sessions, newer, { lastRole }] = await Promise.all([
    services.store.sessions.list(person),
    services.store.sessions.listNewer(person),
    services.store.settings.read(person),
  ])
  const open = sessionsWithRole(sessions, catalogIndex)
  const [latest, ...others] = open
  const last = lastRole === null ? undefined : catalogIndex.catalog.roles.get(lastRole)
  const again =
    last && press(t('home.assess.again', { role: last.name }), { type: 'intro', role: last.slug }, 'primary')
  return {
    start: [
      heading(latest ? t('home.assess.open', { role: latest.role.name }) : t('home.assess')),
      ...(latest ? progressBlocks(latest.session, context) : [text(t.rich('home.assess.none'))]),
      ...newerVersionNotes(newer, { t, catalogIndex }),
      ...actions(
        latest
          ? [
              { ...resumeButton(latest.role, t, 'primary'), label: t('home.assess.continue') },
              ...others.map(({ role }) => resumeButton(role, t)),
              press(t('home.assess.other'), { type: 'which' }),
            ]
          : again
            ? [again, press(t('home.assess.other'), { type: 'which' })]
            : [startButton(t, 'primary')],
      ),
    ],
  }
}

/** How far an open assessment is. One of a domain that the role no longer has shows no bar. */
function progressBlocks(session: Session, context: CommandContext): readonly Block[] {
  const { t, services } = context
  const until = text(plain(t('home.assess.until', { date: t.date(session.touchedAt + services.sessionMs) })))
  try {
    const loaded = loadSession(session, context)
    const done = loaded.answers.length
    const left = questionsLeft(loaded)
    return [{ type: 'progress', done, total: done + left, label: t('home.assess.progress', { done, left }) }, until]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [until]
  }
}
