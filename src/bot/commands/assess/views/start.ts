import { assess, assessedRole } from '../../../../assessment/index.ts'
import { type Domain, localized, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  actions,
  type Block,
  heading,
  list,
  type Message,
  note,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import type { Session } from '../../../../store/records.ts'
import type { CommandContext } from '../../../command.ts'
import { UserError } from '../../../errors.ts'
import { beginAction, type Mode, press } from '../actions.ts'

/** Seconds a person takes to read five statements and pick one; measured on nobody yet, said as "about". */
const SECONDS_A_QUESTION = 15

/** Roles offered as choices; more are named by typing. */
const MOST_ROLES = 24

/** Which role, with the one assessed last first. */
export function roleChoiceView(
  context: CommandContext,
  lastRole: string | null,
  sessions: readonly Session[],
): Message {
  const { t, catalogIndex } = context
  const { roles } = catalogIndex.catalog
  const last = lastRole === null ? undefined : roles.get(lastRole)
  const others = [...roles.values()].filter((role) => role !== last).slice(0, MOST_ROLES)
  return {
    summary: t('assess.which.title'),
    blocks: [
      heading(t('assess.which.title')),
      text(t.rich('assess.which.text')),
      ...actions([
        ...sessions.flatMap((session) => {
          const role = roles.get(session.role)
          return role
            ? [press(t('assess.action.resumeRole', { role: role.name }), { do: 'resume', role: role.slug }, 'primary')]
            : []
        }),
        ...(last ? [press(t('assess.which.last', { role: last.name }), { do: 'intro', role: last.slug })] : []),
        ...others.map((role) => press(role.name, { do: 'intro', role: role.slug })),
      ]),
    ],
  }
}

/** What an assessment takes, and the ways to take it. */
export function introView(
  role: Role,
  domain: Domain | null,
  others: readonly Session[],
  context: CommandContext,
): Message {
  const { t, catalogIndex } = context
  const assessed = assessedRole(role, domain)
  if (assessed.skills.length === 0) throw new UserError('error.assess.empty', { role: role.name })
  const questions = Math.max(1, assess(assessed, []).progress.estimatedLeft)
  const minutes = Math.max(1, Math.ceil((questions * SECONDS_A_QUESTION) / 60))
  const title = domain ? `${role.name} · ${localized(domain.name, t.locale)}` : role.name
  const otherRoles = others.flatMap((session) => catalogIndex.catalog.roles.get(session.role)?.name ?? session.role)
  return {
    summary: t('assess.intro.title', { role: title }),
    blocks: [
      heading(t('assess.intro.title', { role: title })),
      text(t.rich('assess.intro.takes', { questions, minutes })),
      text(t.rich('assess.intro.how')),
      text(t.rich('assess.rule')),
      domain
        ? text(t.rich('assess.intro.domain', { domain: localized(domain.name, t.locale) }))
        : text(t.rich('assess.intro.ways', { skills: assessed.skills.length, cards: role.domains.length })),
      ...(otherRoles.length > 0 ? [note('info', t.rich('assess.intro.others', { roles: t.all(otherRoles) }))] : []),
      ...actions([
        press(t('assess.start.guided'), beginAction(role, 'guided', domain), 'primary'),
        press(t('assess.start.sheet'), beginAction(role, 'sheet', domain)),
        ...(domain ? [] : [press(t('assess.start.domain'), { do: 'domains', role: role.slug })]),
        ...others.flatMap((session) => {
          const other = catalogIndex.catalog.roles.get(session.role)
          return other
            ? [press(t('assess.action.resumeRole', { role: other.name }), { do: 'resume', role: other.slug })]
            : []
        }),
      ]),
    ],
  }
}

/** Which domain of a role. */
export function domainsView(role: Role, t: Translator): Message {
  const title = t('assess.domains.title', { role: role.name })
  return {
    summary: title,
    blocks: [
      heading(title),
      ...actions(
        role.domains.map(({ domain }) => press(localized(domain.name, t.locale), beginAction(role, 'guided', domain))),
      ),
    ],
  }
}

/** There is an assessment of this role already: go on, or start over. */
export function inProgressView(
  session: Session,
  role: Role,
  mode: Mode,
  domain: Domain | null,
  t: Translator,
): Message {
  const title = t('assess.exists.title', { role: role.name })
  const words = { date: t.date(session.startedAt), answers: session.answers.length }
  return {
    summary: title,
    blocks: [
      heading(title),
      text(t.rich('assess.exists.text', words)),
      ...actions([
        press(t('assess.action.resume'), { do: 'resume', role: role.slug }, 'primary'),
        press(
          t('assess.action.restart'),
          { do: 'restart', ref: session, mode, domain: domain?.slug ?? null },
          'danger',
        ),
      ]),
    ],
  }
}

/** What is in progress, for how long it is kept, and what can be done with it. */
/** For each role whose assessment only a later version of Rung can open, that it is there. */
export function newerVersionNotes(
  roles: readonly string[],
  { t, catalogIndex }: Pick<CommandContext, 't' | 'catalogIndex'>,
): readonly Block[] {
  return roles.map((slug) => {
    const role = catalogIndex.catalog.roles.get(slug)?.name ?? slug
    return note('info', t.rich('error.newer.session', { role }))
  })
}

/** What is in progress; `newer` are the roles of those assessments that only a later version of Rung can open. */
export function statusView(sessions: readonly Session[], newer: readonly string[], context: CommandContext): Message {
  const { t, catalogIndex, services } = context
  const title = t('assess.status.title')
  if (sessions.length === 0 && newer.length > 0) {
    return { summary: title, blocks: [heading(title), ...newerVersionNotes(newer, context)] }
  }
  if (sessions.length === 0) {
    return {
      summary: t('assess.status.none'),
      blocks: [text(t.rich('assess.status.none')), ...actions([press(t('action.assess'), { do: 'which' })])],
    }
  }
  const named = sessions.map((session) => ({ session, role: catalogIndex.catalog.roles.get(session.role) }))
  return {
    summary: title,
    blocks: [
      heading(title),
      ...list(
        named.map(({ session, role }) => {
          const domain = role?.domains.find((group) => group.domain.slug === session.domain)?.domain
          const marks = [
            ...(domain ? [t('assess.status.domain', { domain: localized(domain.name, t.locale) })] : []),
            ...(session.paused ? [t('assess.status.paused')] : []),
          ]
          return {
            text: [...strong(role?.name ?? session.role), ...plain(marks.length > 0 ? ` (${marks.join(', ')})` : '')],
            detail: t.rich('assess.status.item', {
              answers: session.answers.length,
              date: t.date(session.touchedAt),
              until: t.date(session.touchedAt + services.sessionMs),
            }),
          }
        }),
      ),
      ...newerVersionNotes(newer, context),
      ...actions(
        named.flatMap(({ session, role }) => [
          ...(role
            ? [press(t('assess.action.resumeRole', { role: role.name }), { do: 'resume', role: role.slug })]
            : []),
          press(`${t('assess.cancel')}: ${role?.name ?? session.role}`, { do: 'askCancel', ref: session }, 'danger'),
        ]),
      ),
    ],
  }
}

export function cancelView(session: Session, role: Role | undefined, t: Translator): Message {
  const name = role?.name ?? session.role
  return {
    summary: t('assess.cancel.title'),
    blocks: [
      heading(t('assess.cancel.title')),
      text(t.rich('assess.cancel.text', { role: name, answers: session.answers.length })),
      ...actions([
        press(t('assess.cancel.yes'), { do: 'cancel', ref: session }, 'danger'),
        ...(role ? [press(t('assess.cancel.no'), { do: 'resume', role: role.slug })] : []),
      ]),
    ],
  }
}

export function pausedView(session: Session, role: Role, { t, services }: CommandContext): Message {
  const words = { role: role.name, answers: session.answers.length, date: t.date(services.now() + services.sessionMs) }
  return {
    summary: t('assess.paused.title'),
    blocks: [
      heading(t('assess.paused.title')),
      text(t.rich('assess.paused.text', words)),
      ...actions([
        press(t('assess.action.resume'), { do: 'resume', role: role.slug }, 'primary'),
        press(t('assess.cancel'), { do: 'askCancel', ref: session }, 'danger'),
      ]),
    ],
  }
}
