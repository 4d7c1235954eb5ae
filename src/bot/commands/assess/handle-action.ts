import { anySkillOfCode, encodeAnswer, type Rating, skillOfCode } from '../../../assessment/index.ts'
import {
  type Domain,
  findBySlug,
  hasSlug,
  type Level,
  type Role,
  type Track,
  tracksOf,
  trackThrough,
} from '../../../catalog/index.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { askToConfirm, type BotResponse, inDirectMessage, reply } from '../../events.ts'
import { quoteInput } from '../../quote.ts'
import { noticeMessage } from '../../views/notice.ts'
import { type AssessAction, type Scope, type SessionScope, startButton, WHOLE_ROLE } from './actions.ts'
import { showAllStatements, showSession, withSession, withUnchangedSession } from './current-session.ts'
import { REMIND_AFTER_DAYS } from './reminder-delay.ts'
import { restoreFocusSkill, showResultSection, swapFocusSkill } from './result-message.ts'
import {
  cancelSession,
  confirmCancel,
  continueFrom,
  finishOnce,
  pauseSession,
  recordAnswers,
  recordSheetAnswers,
  refineResult,
  restartSession,
  resumeSession,
  saveEvidence,
  startSession,
  undoAnswer,
} from './session.ts'
import { evidenceForm } from './views/evidence.ts'
import { ratingsOn } from './views/ratings.ts'
import { sheetForm, withNextForm } from './views/sheet.ts'
import {
  domainsView,
  inProgressView,
  introView,
  roleChoiceView,
  statusView,
  targetsView,
  trackChoiceView,
} from './views/start.ts'
import { whyNote } from './views/why.ts'

/** Actions that are answered where they were asked; the assessment itself takes place in a direct message. */
const ANYWHERE: ReadonlySet<AssessAction['type']> = new Set([
  'which',
  'intro',
  'domains',
  'targets',
  'target',
  'track',
  'status',
  'reminders',
])

export async function handleAction(action: AssessAction, context: CommandContext): Promise<BotResponse> {
  const response = await act(action, context)
  return ANYWHERE.has(action.type) ? response : inDirectMessage(response)
}

/** Introduces an assessment or starts it at once. If one of the role is in progress, asks what to do with it. */
export async function intro(
  role: Role,
  scope: Scope,
  startsNow: boolean,
  context: CommandContext,
): Promise<BotResponse> {
  const sessions = await context.services.store.sessions.list(context.person)
  const own = sessions.find((session) => hasSlug(role, session.role))
  if (own) return askToConfirm(inProgressView(own, role, scope, context.t))
  const isWhole = scope.domain === null && scope.target === null && scope.track === null
  if (isWhole && tracksOf(role).length > 1) return reply(trackChoiceView(role, scope.mode, startsNow, context.t))
  if (startsNow) return inDirectMessage(await startSession(role, scope, context))
  const { cardStatistics, assessmentCard = 'full' } = context.services
  const secondsACard = await cardStatistics?.medianOf(assessmentCard)
  return reply(introView(role, scope, sessions, context, secondsACard))
}

/** Carries out an action, wherever the response belongs. */
export async function act(action: AssessAction, context: CommandContext): Promise<BotResponse> {
  const { t, services, person } = context
  switch (action.type) {
    case 'which': {
      const [settings, sessions] = await Promise.all([
        services.store.settings.read(person),
        services.store.sessions.list(person),
      ])
      return reply(roleChoiceView(context, settings.lastRole, sessions))
    }
    case 'intro':
      return intro(roleOf(action.role, context), WHOLE_ROLE, false, context)
    case 'domains':
      return reply(domainsView(roleOf(action.role, context), t))
    case 'targets':
      return reply(targetsView(roleOf(action.role, context), t))
    case 'target': {
      const role = roleOf(action.role, context)
      return intro(role, { ...WHOLE_ROLE, target: levelOf(role, action.target) }, false, context)
    }
    case 'track': {
      const role = roleOf(action.role, context)
      return intro(role, { ...WHOLE_ROLE, track: trackIn(role, action.track) }, false, context)
    }
    case 'begin': {
      const role = roleOf(action.role, context)
      return startSession(role, scopeOf(action, role), context)
    }
    case 'restart':
      return restartSession(action.ref, (role) => scopeOf(action, role), context)
    case 'resume':
      return resumeSession(action.role, context)
    case 'answer':
      return recordAnswers(action.ref, [action.code], context)
    case 'back':
      return withUnchangedSession(action.ref, context, (loaded, before) => undoAnswer(loaded, context, before))
    case 'why':
      return withUnchangedSession(action.ref, context, (loaded) => showSession(loaded, [whyNote(loaded, t)], context))
    case 'statements':
      return withUnchangedSession(action.ref, context, (loaded) => showAllStatements(loaded, context))
    case 'pause':
      return withUnchangedSession(action.ref, context, (loaded) => pauseSession(loaded, context))
    case 'finish':
      return finishOnce(action.ref, context)
    case 'refine':
      return withUnchangedSession(action.ref, context, (loaded) => refineResult(loaded, 'gaps', context))
    case 'plan':
      return withUnchangedSession(action.ref, context, (loaded) => refineResult(loaded, 'plan', context))
    case 'section':
      return showResultSection(action.id, action.section, context)
    case 'swap':
      return swapFocusSkill(action.id, action.code, context)
    case 'restore':
      return restoreFocusSkill(action.id, action.code, context)
    case 'planFrom':
      return continueFrom(action.id, 'plan', context)
    case 'gapsFrom':
      return continueFrom(action.id, 'gaps', context)
    case 'askCancel':
      return confirmCancel(action.ref.role, context)
    case 'cancel':
      return cancelSession(action.ref, context)
    case 'card':
      return withUnchangedSession(action.ref, context, (loaded) => showSession(loaded, [], context, action.card))
    case 'fill':
      // The form shows the current state, whatever state the card shows.
      return withSession(action.ref, context, (loaded) => ({
        type: 'form',
        form: sheetForm(loaded, action.card, context),
      }))
    case 'evidence':
      return withSession(action.ref, context, (loaded) => ({
        type: 'form',
        form: evidenceForm(loaded, skillOf(loaded.role, action.code), action.code, t),
      }))
    case 'status':
      return reply(
        statusView(
          ...(await Promise.all([services.store.sessions.list(person), services.store.sessions.listNewer(person)])),
          context,
        ),
      )
    case 'reminders': {
      await services.store.settings.change(person, { reminders: action.on })
      const key = action.on ? 'assess.reminders.on' : 'assess.reminders.off'
      return reply(noticeMessage(t, 'success', key, { days: REMIND_AFTER_DAYS }))
    }
  }
}

export async function handleForm(
  action: AssessAction,
  values: Readonly<Record<string, string>>,
  context: CommandContext,
): Promise<BotResponse> {
  switch (action.type) {
    case 'evidence':
      return withSession(action.ref, context, (loaded) =>
        saveEvidence(loaded, skillOf(loaded.role, action.code), values['evidence'] ?? '', context),
      )
    case 'fill': {
      const role = roleOf(action.ref.role, context)
      const codes = Object.entries(values).flatMap(([code, value]) => sheetAnswer(role, code, value))
      const lost = Object.entries(values).filter(
        ([code, value]) => value !== '' && skillOfCode(role, code) === undefined,
      ).length
      return codes.length + lost === 0
        ? withUnchangedSession(action.ref, context, (loaded) =>
            withNextForm(showSession(loaded, [], context, action.card + 1), loaded, action.card + 1, context),
          )
        : recordSheetAnswers(action.ref, { codes, lost }, context, action.card + 1)
    }
    default:
      throw new UserError('error.action.unreadable')
  }
}

/** The answer in a field of a submitted card; none if it was left open. Throws a UserError for a value that is no rating. */
function sheetAnswer(role: Role, code: string, value: string): readonly string[] {
  const skillId = skillOfCode(role, code)
  if (skillId === undefined || value === '') return []
  const scale = role.rows.get(skillId)?.skill.scale ?? role.scale
  const rating: Rating | null | undefined =
    value === '-' ? null : ratingsOn(scale).find((each) => String(each) === value)
  if (rating === undefined) {
    throw new UserError('error.assess.rating', {
      skill: role.rows.get(skillId)?.skill.name ?? skillId,
      value: quoteInput(value),
    })
  }
  return [encodeAnswer(role, { skillId, rating })]
}

/** The skill that a note is for, whatever is asked of it now. */
function skillOf(role: Role, code: string): string {
  const slug = anySkillOfCode(role, code)
  if (slug === undefined) throw new UserError('error.evidence.gone', { role: role.name })
  return slug
}

function roleOf(slug: string, { catalogIndex, t }: CommandContext): Role {
  const role = catalogIndex.catalog.roles.get(slug)
  if (!role) throw new UserError('error.action.gone', { name: slug }, [startButton(t)])
  return role
}

function scopeOf({ mode, domain, target, track }: SessionScope, role: Role): Scope {
  return {
    mode,
    domain: domainOf(role, domain),
    target: target === null ? null : levelOf(role, target),
    track: track === null ? null : trackIn(role, track),
  }
}

function trackIn(role: Role, slug: string): Track {
  const end = levelOf(role, slug)
  const track = tracksOf(role).find((each) => each.end === end) ?? trackThrough(role, end)
  if (!track) throw new UserError('error.action.gone', { name: slug })
  return track
}

function levelOf(role: Role, slug: string): Level {
  const level = findBySlug(role.levels, slug)
  if (!level) throw new UserError('error.action.gone', { name: slug })
  return level
}

function domainOf(role: Role, slug: string | null): Domain | null {
  if (slug === null) return null
  const domain = findBySlug(
    role.domains.map((group) => group.domain),
    slug,
  )
  if (!domain) throw new UserError('error.action.gone', { name: slug })
  return domain
}
