import { assessedRole } from '../../../../assessment/index.ts'
import { localized, type Role, roleOnTrack, roleThrough, tracksOf } from '../../../../catalog/index.ts'
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
import { trackName, tracksBlock, trackText } from '../../../views/tracks.ts'
import { beginAction, press, resumeButton, type Scope, scopeInAction, startButton, WHOLE_ROLE } from '../actions.ts'
import { needsSheet, sessionsWithRole, storedAnswers } from '../loaded-session.ts'
import { ruleText } from '../rule.ts'
import { takesAnyRole, takesText } from './takes.ts'

/** Most roles offered as buttons; others can be typed. */
const MAX_ROLES = 24

/** Asks which role to assess; the one assessed last comes first. */
export function roleChoiceView(
  context: CommandContext,
  lastRole: string | null,
  sessions: readonly Session[],
): Message {
  const { t, catalogIndex } = context
  const { roles } = catalogIndex.catalog
  const last = lastRole === null ? undefined : roles.get(lastRole)
  const others = [...roles.values()].filter((role) => role !== last).slice(0, MAX_ROLES)
  return {
    summary: t('assess.which.title'),
    blocks: [
      heading(t('assess.which.title')),
      text(t.rich('assess.which.text')),
      ...takesAnyRole(context),
      ...actions([
        ...sessionsWithRole(sessions, catalogIndex).map(({ role }) => resumeButton(role, t, 'primary')),
        ...(last ? [press(t('assess.which.last', { role: last.name }), { type: 'intro', role: last.slug })] : []),
        ...others.map((role) => press(role.name, { type: 'intro', role: role.slug })),
      ]),
    ],
  }
}

/** Says how long an assessment takes, and offers the ways to take it. `secondsACard` is the measured time, if there is one. */
export function introView(
  whole: Role,
  scope: Scope,
  others: readonly Session[],
  context: CommandContext,
  secondsACard?: number,
): Message {
  const { t, catalogIndex } = context
  const { domain, target, track } = scope
  const role = roleInScope(whole, scope)
  const assessed = assessedRole(role, domain)
  if (assessed.skills.length === 0) throw new UserError('error.assess.empty', { role: role.name })
  const part = domain ? localized(domain.name, t.locale) : track && trackName(role, track, t)
  const title = part ? `${role.name} · ${part}` : role.name
  const heads = target
    ? t('assess.intro.title.target', { role: role.name, level: target.name })
    : t('assess.intro.title', { role: title })
  const otherRoles = others.flatMap((session) => catalogIndex.catalog.roles.get(session.role)?.name ?? session.role)
  return {
    summary: heads,
    blocks: [
      heading(heads),
      text([...takesText(role, scope, context, secondsACard), ...plain(' '), ...t.rich('assess.intro.private')]),
      text(t.rich('assess.intro.how')),
      ...(domain
        ? [
            text(
              t.rich(role.points ? 'points.intro.domain' : 'assess.intro.domain', {
                domain: localized(domain.name, t.locale),
              }),
            ),
          ]
        : [text(ruleText(role, t, target))]),
      ...(role.whole ? [text(trackText(role, t))] : []),
      ...waysText(role, scope, t),
      ...(otherRoles.length > 0 ? [note('info', t.rich('assess.intro.others', { roles: t.all(otherRoles) }))] : []),
      ...actions([
        needsSheet(role, domain)
          ? press(t('points.start'), beginAction(role, { ...scope, mode: 'sheet' }), 'primary')
          : press(
              target
                ? t('assess.start.target', { level: target.name })
                : t(domain ? 'assess.start.domainNow' : 'assess.start.guided'),
              beginAction(role, { ...scope, mode: 'guided' }),
              'primary',
            ),
        ...(domain || target ? [] : [press(t('assess.start.targets'), { type: 'targets', role: role.slug })]),
        ...(needsSheet(role, domain)
          ? []
          : [press(t('assess.start.sheet'), beginAction(role, { ...scope, mode: 'sheet' }))]),
        ...(domain || target ? [] : [press(t('assess.start.domain'), { type: 'domains', role: role.slug })]),
        ...sessionsWithRole(others, catalogIndex).map((other) => resumeButton(other.role, t)),
      ]),
    ],
  }
}

/** The role with the levels of the track that an assessment is about. */
function roleInScope(role: Role, { domain, target, track }: Scope): Role {
  if (domain) return role
  return target ? roleThrough(role, target) : roleOnTrack(role, track ?? undefined)
}

/** Asks which track of a role to assess. */
export function trackChoiceView(role: Role, mode: Scope['mode'], startsNow: boolean, t: Translator): Message {
  const title = t('tracks.which.title', { role: role.name })
  return {
    summary: title,
    blocks: [
      heading(title),
      text(t.rich('tracks.which.text', { role: role.name })),
      ...tracksBlock(role, t),
      ...actions([
        ...tracksOf(role).map((track) =>
          press(
            trackName(role, track, t),
            startsNow
              ? beginAction(role, { ...WHOLE_ROLE, mode, track })
              : { type: 'track', role: role.slug, track: track.end.slug },
          ),
        ),
        press(t('assess.start.targets'), { type: 'targets', role: role.slug }),
        press(t('assess.start.domain'), { type: 'domains', role: role.slug }),
      ]),
    ],
  }
}

/** The ways to take an assessment of a role; or that a level of points has only one. */
function waysText(role: Role, { domain, target }: Scope, t: Translator): readonly Block[] {
  const { skills } = assessedRole(role)
  const counts = { skills: skills.length, cards: role.domains.length }
  if (needsSheet(role, domain)) return [text(t.rich(target ? 'points.intro.target' : 'points.intro', counts))]
  if (domain || target) return []
  return [text(t.rich('assess.intro.ways', { ...counts, core: skills.some(({ core }) => core) ? 'first' : 'none' }))]
}

/** Asks which level to check. */
export function targetsView(role: Role, t: Translator): Message {
  const title = t('assess.targets.title', { role: role.name })
  return {
    summary: title,
    blocks: [
      heading(title),
      ...actions(role.levels.map(({ name, slug }) => press(name, { type: 'target', role: role.slug, target: slug }))),
    ],
  }
}

/** Asks which domain of a role to assess. */
export function domainsView(role: Role, t: Translator): Message {
  const title = t('assess.domains.title', { role: role.name })
  return {
    summary: title,
    blocks: [
      heading(title),
      ...actions(
        role.domains.map(({ domain }) =>
          press(localized(domain.name, t.locale), beginAction(role, { ...WHOLE_ROLE, domain })),
        ),
      ),
    ],
  }
}

/** Asks whether to continue the assessment that is in progress or to start over. */
export function inProgressView(session: Session, role: Role, scope: Scope, t: Translator): Message {
  const title = t('assess.exists.title', { role: role.name })
  const words = { date: t.date(session.startedAt), answers: storedAnswers(session) }
  return {
    summary: title,
    blocks: [
      heading(title),
      text(t.rich('assess.exists.text', words)),
      ...actions([
        press(t('assess.action.resume'), { type: 'resume', role: role.slug }, 'primary'),
        press(t('assess.action.restart'), { type: 'restart', ref: session, ...scopeInAction(scope) }, 'danger'),
      ]),
    ],
  }
}

/** A note for each role whose assessment only a later version of Rung can open. */
export function newerVersionNotes(
  roles: readonly string[],
  { t, catalogIndex }: Pick<CommandContext, 't' | 'catalogIndex'>,
): readonly Block[] {
  return roles.map((slug) => {
    const role = catalogIndex.catalog.roles.get(slug)?.name ?? slug
    return note('info', t.rich('error.newer.session', { role }))
  })
}

/** Lists what is in progress. `newer` are the roles whose assessments only a later version of Rung can open. */
export function statusView(sessions: readonly Session[], newer: readonly string[], context: CommandContext): Message {
  const { t, catalogIndex, services } = context
  const title = t('assess.status.title')
  if (sessions.length === 0 && newer.length > 0) {
    return { summary: title, blocks: [heading(title), ...newerVersionNotes(newer, context)] }
  }
  if (sessions.length === 0) {
    return {
      summary: t('assess.status.none'),
      blocks: [text(t.rich('assess.status.none')), ...actions([startButton(t)])],
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
          ...(role ? [resumeButton(role, t)] : []),
          press(`${t('assess.cancel')}: ${role?.name ?? session.role}`, { type: 'askCancel', ref: session }, 'danger'),
        ]),
      ),
    ],
  }
}

/** Asks which of several assessments to discard. */
export function cancelChoiceView(
  sessions: readonly Session[],
  { t, catalogIndex }: Pick<CommandContext, 't' | 'catalogIndex'>,
): Message {
  const { roles } = catalogIndex.catalog
  return {
    summary: t('assess.cancel.which'),
    blocks: [
      heading(t('assess.cancel.which')),
      ...actions(
        sessions.map((session) =>
          press(roles.get(session.role)?.name ?? session.role, { type: 'askCancel', ref: session }),
        ),
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
      text(t.rich('assess.cancel.text', { role: name, answers: storedAnswers(session) })),
      ...actions([
        press(t('assess.cancel.yes'), { type: 'cancel', ref: session }, 'danger'),
        ...(role ? [press(t('assess.cancel.no'), { type: 'resume', role: role.slug })] : []),
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
        press(t('assess.action.resume'), { type: 'resume', role: role.slug }, 'primary'),
        press(t('assess.cancel'), { type: 'askCancel', ref: session }, 'danger'),
      ]),
    ],
  }
}
