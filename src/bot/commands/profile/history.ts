import { localized, type Role, stepAt } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import {
  actions,
  type Block,
  heading,
  type ListItem,
  list,
  type Message,
  note,
  plain,
  strong,
  text,
} from '../../../message/index.ts'
import type { AssessmentResult, Settings } from '../../../store/records.ts'
import type { CommandContext, HomeBlocks } from '../../command.ts'
import { proficiencyName } from '../../views/proficiency.ts'
import { press, startButton } from '../assess/actions.ts'
import { deferredIn, resultToday } from '../assess/current-slugs.ts'
import { wholePercent } from '../assess/loaded-session.ts'
import { roleOfResult } from '../assess/result-track.ts'
import { isSum } from '../assess/rule.ts'
import { focusOf } from '../assess/views/planned-gaps.ts'
import { statedLevel } from '../assess/views/result-details.ts'
import { newerVersionNotes as newerSessionNotes } from '../assess/views/start.ts'
import { profileButton } from './actions.ts'
import type { UnreadableData } from './export.ts'
import { linkedAccountsBlocks } from './link.ts'
import { settingsBlocks } from './settings.ts'

/** Most results with a button each; older ones are in the export. */
const MAX_RESULTS = 10

/** The last result, the skills to work on and the settings, for the home page. */
export async function profileHome(context: CommandContext): Promise<HomeBlocks> {
  const { services, person, t } = context
  const [results, settings] = await Promise.all([
    services.store.results.list(person),
    services.store.settings.read(person),
  ])
  const newest = results.find(statesLevel)
  return {
    ...(newest && { result: resultBlocks(newest, settings, context) }),
    settings: [
      ...settingsBlocks(settings, context),
      ...actions([
        profileButton(t('profile.action.export'), { type: 'export' }),
        profileButton(t('profile.action.delete'), { type: 'askDelete' }, 'danger'),
      ]),
    ],
  }
}

/** A result in two lines, and a button for each skill to work on, which opens its step in the plan. */
function resultBlocks(
  stored: AssessmentResult,
  settings: Settings,
  { catalogIndex, t }: CommandContext,
): readonly Block[] {
  const whole = catalogIndex.catalog.roles.get(stored.role)
  const result = whole ? resultToday(stored, whole) : stored
  const role = whole && roleOfResult(result, whole)
  const target = role ? role.levels.findIndex(({ slug }) => slug === result.target) : -1
  const focus = role && target >= 0 ? focusOf({ result, role, target }, deferredIn(settings, role)) : []
  return [
    heading(t('result.title', { role: role?.name ?? result.roleName, level: levelName(result, role, t) })),
    text(
      t.rich(certaintyKey(result, HOME_KEYS), {
        ...certaintyOf(result, t),
        likelier: likelierName(result, role, t),
      }),
    ),
    ...actions(
      focus.flatMap(({ row, required }) => {
        const step = stepAt(row.skill.scale, required)
        if (!step) return []
        const label = t('home.goal', { skill: row.skill.name, to: proficiencyName(step, t) })
        return [press(label, { type: 'section', id: result.id, section: 'summary' })]
      }),
      t('home.goals', { level: role?.levels[target]?.name ?? '' }),
    ),
    ...actions([
      profileButton(t('home.result'), { type: 'result', id: result.id }),
      profileButton(t('result.profile'), { type: 'show' }),
    ]),
  ]
}

/** Names the data that only a later version of Rung can read. */
export function newerNotes({ results, sessions, settings }: UnreadableData, context: CommandContext): readonly Block[] {
  const { t } = context
  return [
    ...(results > 0 ? [note('info', t.rich('profile.newer.results', { count: results }))] : []),
    ...newerSessionNotes(sessions, context),
    ...(settings ? [note('info', t.rich('error.newer.settings'))] : []),
  ]
}

/** Shows all results by role. */
export async function historyView(context: CommandContext): Promise<Message> {
  const { t, catalogIndex, person, services } = context
  const { results: store } = services.store
  const [stored, count] = await Promise.all([store.list(person), store.countNewer(person)])
  const results = stored.map((result) => {
    const role = catalogIndex.catalog.roles.get(result.role)
    return role ? resultToday(result, role) : result
  })
  const notes = newerNotes({ results: count, sessions: [], settings: false }, context)
  if (results.length === 0) {
    return {
      summary: t('profile.none'),
      blocks: [
        heading(t('profile.title')),
        ...(notes.length > 0 ? notes : [text(t.rich('profile.none'))]),
        ...linkedAccountsBlocks(context),
        ...actions([startButton(t)]),
      ],
    }
  }
  const roles = [...new Set(results.map((result) => result.role))]
  const latest = results.slice(0, MAX_RESULTS)
  return {
    summary: t('profile.title'),
    blocks: [
      heading(t('profile.title')),
      ...roles.flatMap((slug) =>
        roleHistory(
          results.filter((result) => result.role === slug),
          catalogIndex.catalog.roles.get(slug),
          t,
        ),
      ),
      ...notes,
      ...actions(
        latest.map((result) =>
          profileButton(t('profile.open', { date: t.date(result.finishedAt) }), { type: 'result', id: result.id }),
        ),
      ),
      ...linkedAccountsBlocks(context),
      ...actions([
        press(t('result.again'), { type: 'which' }),
        profileButton(t('settings.title'), { type: 'settings' }),
        profileButton(t('profile.action.export'), { type: 'export' }),
        profileButton(t('profile.action.delete'), { type: 'askDelete' }, 'danger'),
      ]),
    ],
  }
}

/** The results of a role, newest first, and the changes between its last two assessments of the whole role. */
function roleHistory(results: readonly AssessmentResult[], role: Role | undefined, t: Translator): readonly Block[] {
  const [newest, before] = results.filter(statesLevel)
  const items: ListItem[] = results.map((result) => {
    const date = t.date(result.finishedAt)
    const domain = role?.domains.find((group) => group.domain.slug === result.domain)?.domain
    if (result.domain !== null) {
      return {
        text: plain(
          t('profile.item.domain', { date, domain: domain ? localized(domain.name, t.locale) : result.domain }),
        ),
      }
    }
    if (result.ready !== undefined) {
      const level = role?.levels.find(({ slug }) => slug === result.target)?.name ?? result.target ?? ''
      return { text: plain(t(result.ready ? 'profile.item.ready' : 'profile.item.notReady', { date, level })) }
    }
    if (result.grade === null) return { text: plain(t('profile.item.early', { date })) }
    const names = { level: levelName(result, role, t), likelier: likelierName(result, role, t) }
    return { text: plain(t(certaintyKey(result, ITEM_KEYS), { ...certaintyOf(result, t), ...names })) }
  })
  return [
    ...list(items, strong(role?.name ?? results[0]?.roleName ?? '')),
    ...(newest && before
      ? [
          text(
            t.rich('profile.changed', {
              date: t.date(before.finishedAt),
              changes: t.all(changes(newest, before, role, t)),
            }),
          ),
        ]
      : []),
  ]
}

const certaintyOf = ({ finishedAt, confidence }: AssessmentResult, t: Translator) => ({
  date: t.date(finishedAt),
  percent: wholePercent(confidence),
})

/** Whether a result says a level: not of one domain, about one level, or of too few answers. */
const statesLevel = ({ grade }: AssessmentResult): boolean => grade !== null

/** The sentence that says how certain a level is: one of two, certain by the rule, with a percentage, or a sum that is not complete. */
function certaintyKey<Key extends string>(
  { between, confidence, rule }: AssessmentResult,
  [two, certain, percent, open]: readonly [two: Key, certain: Key, percent: Key, open: Key],
): Key {
  if (isSum(rule) && confidence < 1) return open
  if (between) return two
  return confidence >= 1 ? certain : percent
}

const HOME_KEYS = ['home.level.between', 'home.level.certain', 'home.level', 'points.home.soFar'] as const
const ITEM_KEYS = ['profile.item.between', 'profile.item.certain', 'profile.item', 'points.item.soFar'] as const

/** The level of a result as its page titles it: two if neither is more likely than not. */
function levelName(result: AssessmentResult, role: Role | undefined, t: Translator): string {
  return role && result.between ? statedLevel(result, role, t) : likelierName(result, role, t)
}

function likelierName(result: AssessmentResult, role: Role | undefined, t: Translator): string {
  const level = role?.levels.find((entry) => entry.slug === result.level)
  return level?.name ?? result.level ?? t('assess.belowFirst', { level: role?.levels[0]?.name ?? '' })
}

/** Most names of skills that went up or down. */
const MAX_NAMES = 5

function changes(
  newest: AssessmentResult,
  before: AssessmentResult,
  role: Role | undefined,
  t: Translator,
): readonly string[] {
  const from = levelName(before, role, t)
  const to = levelName(newest, role, t)
  const earlier = new Map(before.ratings.map((each) => [each.skill, each]))
  const moved = newest.ratings.flatMap(({ skill, name, rating, scale = newest.scale }) => {
    const { rating: old, scale: from = before.scale } = earlier.get(skill) ?? {}
    // Numbers on two scales cannot be compared.
    if (scale !== from) return []
    return rating === null || old === null || old === undefined || old === rating ? [] : [{ name, up: rating > old }]
  })
  const changed = (up: boolean) => {
    const names = moved.filter((entry) => entry.up === up).map((entry) => entry.name)
    const key = up ? 'profile.changed.up' : 'profile.changed.down'
    return names.length === 0 ? [] : [t(key, { count: names.length, names: names.slice(0, MAX_NAMES).join(', ') })]
  }
  return [
    ...(newest.rule === before.rule ? [] : [t('profile.changed.rule')]),
    newest.level === before.level ? t('profile.changed.same') : t('profile.changed.level', { from, to }),
    ...changed(true),
    ...changed(false),
    ...(newest.level === before.level && !isSum(newest.rule) && newest.gaps.length !== before.gaps.length
      ? [t('profile.changed.gaps', { before: before.gaps.length, after: newest.gaps.length })]
      : []),
  ]
}
