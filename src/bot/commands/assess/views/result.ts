import {
  type Coverage,
  coverageByDomain,
  coverageByLevel,
  type Gap,
  gapsInOrder,
  type Rating,
  type RatingOf,
  stillNeeded,
  strengthsOf,
} from '../../../../assessment/index.ts'
import { type Domain, localized, PROFICIENCIES, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
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
} from '../../../../message/index.ts'
import { type AssessmentResult, RESULT_SCHEMA } from '../../../../store/records.ts'
import type { CommandContext } from '../../../command.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { profileButton } from '../../profile/actions.ts'
import { queryButton } from '../../skills/query.ts'
import { press } from '../actions.ts'
import { gradeName, type LoadedSession, wholePercent } from '../loaded-session.ts'
import { RATINGS, ratingLabel } from './question.ts'

/** Most gaps with details; the others are only named. */
const MAX_DETAILED_GAPS = 8
/** Most goals of a plan: more would not be followed. */
const MAX_GOALS = 5
/** Most gaps that are only named. */
const MAX_NAMED_GAPS = 12
const MAX_STRENGTHS = 5
/** Time until the next assessment makes sense: about a quarter, in milliseconds. */
const RECHECK_MS = 90 * 24 * 60 * 60 * 1000

/** The result of a session as it is stored. It has the session's id, so that a second press finds it. */
export function resultOf(loaded: LoadedSession, catalogVersion: string, at: number): AssessmentResult {
  const { session, role, domain, assessment, decoded } = loaded
  const { grade, confidence, gaps, targetLevel } = assessment.result
  const estimated = new Set(assessment.result.estimatedGaps.map(({ skillId }) => skillId))
  const inOrder = targetLevel === undefined ? [] : gapsInOrder(role, targetLevel - 1, gaps, loaded.ratingOf)
  return {
    schema: RESULT_SCHEMA,
    id: session.id,
    role: role.slug,
    roleName: role.name,
    roleVersion: role.version,
    catalogVersion,
    mode: session.mode,
    domain: domain?.slug ?? null,
    startedAt: session.startedAt,
    finishedAt: at,
    grade: domain ? null : grade,
    level: domain ? null : (role.levels[grade - 1]?.slug ?? null),
    target: targetLevel === undefined ? null : (role.levels[targetLevel - 1]?.slug ?? null),
    confidence,
    ratings: decoded.answers.map(([slug, rating]) => {
      const evidence = session.evidence[slug]
      return {
        skill: slug,
        name: role.rows.get(slug)?.skill.name ?? slug,
        rating,
        ...(evidence !== undefined && { evidence }),
      }
    }),
    gaps: inOrder.map(({ row, required }) => ({
      skill: row.skill.slug,
      name: row.skill.name,
      required,
      estimated: estimated.has(row.skill.slug),
    })),
  }
}

/** Shows a stored result against the current role. */
export function resultView(result: AssessmentResult, role: Role, context: Pick<CommandContext, 't'>): Message {
  const { t } = context
  const ratings = new Map(result.ratings.map(({ skill, rating }) => [skill, asRating(rating)]))
  const ratingOf: RatingOf = (skill) => ratings.get(skill)
  const domain = role.domains.find((group) => group.domain.slug === result.domain)?.domain ?? null
  const grade = gradeNow(result, role)
  const level = gradeName(role, grade, t)
  const target = targetOf(role, result)
  const gaps =
    target === undefined
      ? []
      : gapsInOrder(
          role,
          target,
          result.gaps.map((gap) => gap.skill),
          ratingOf,
        )
  const sure = { percent: wholePercent(result.confidence), skills: role.rows.size, answered: ratings.size }
  const domainName = domain ? localized(domain.name, t.locale) : ''
  return {
    summary: domain
      ? t('result.title.domain', { role: role.name, domain: domainName })
      : t('result.summary', { role: role.name, level, percent: sure.percent }),
    blocks: [
      heading(
        domain
          ? t('result.title.domain', { role: role.name, domain: domainName })
          : t('result.title', { role: role.name, level }),
      ),
      ...(domain
        ? [text(t.rich('result.domain.noLevel'))]
        : [text(t.rich('result.sure', sure)), text(t.rich('assess.rule'))]),
      ...(grade === 0 && !domain && role.levels[0]
        ? [text(t.rich('result.belowFirst', { level: role.levels[0].name }))]
        : []),
      ...changeBlock({ role, result, gaps, target, grade, domain }, t),
      ...coverageBlocks(role, domain, target, ratingOf, t),
      ...strengthBlock(role, Math.max(0, grade - 1), ratingOf, t),
      ...gapBlocks({ role, result, gaps, target, grade, domain }, t),
      ...planBlocks(gaps, result.finishedAt, t),
      note('info', t.rich('assess.modest')),
      note('success', t.rich('result.saved')),
      ...actions([
        ...(target !== undefined && role.levels[target]
          ? [
              queryButton(`${role.name} · ${role.levels[target].name}`, {
                view: 'level',
                role,
                level: role.levels[target],
              }),
            ]
          : []),
        profileButton(t('result.profile'), { type: 'show' }),
        press(t('result.again'), { type: 'intro', role: role.slug }),
      ]),
    ],
  }
}

/** Shows a stored result whose role is no longer in the catalog. */
export function removedRoleResultView(result: AssessmentResult, { t }: Pick<CommandContext, 't'>): Message {
  const level = result.level ?? result.domain ?? ''
  const title = t('result.title', { role: result.roleName, level })
  return {
    summary: title,
    blocks: [
      heading(title),
      note('info', t.rich('result.gone', { role: result.roleName, date: t.date(result.finishedAt) })),
      ...list(
        result.ratings.map(({ name, rating }) => ({
          text: [
            ...strong(name),
            ...plain(`: ${rating === null ? t('assess.skip') : ratingLabel(asRating(rating) ?? 0, t)}`),
          ],
        })),
      ),
      note('info', t.rich('assess.modest')),
      ...actions([profileButton(t('result.profile'), { type: 'show' })]),
    ],
  }
}

function asRating(rating: number | null): Rating | null {
  return RATINGS.find((each) => each === rating) ?? null
}

/** The grade of a result among the current levels of its role. */
function gradeNow({ level, grade }: AssessmentResult, role: Role): number {
  const index = role.levels.findIndex((entry) => entry.slug === level)
  return index < 0 ? Math.min(grade ?? 0, level === null ? 0 : role.levels.length) : index + 1
}

/** Index of the level that the gaps belong to; undefined if the role no longer has it. */
function targetOf(role: Role, { target }: AssessmentResult): number | undefined {
  const index = role.levels.findIndex((entry) => entry.slug === target)
  return index < 0 ? undefined : index
}

interface ResultDetails {
  readonly role: Role
  readonly result: AssessmentResult
  readonly gaps: readonly Gap[]
  readonly target: number | undefined
  readonly grade: number
  readonly domain: Domain | null
}

/** Says how many of the gaps have to be closed to reach the next level. */
function changeBlock({ role, result, gaps, target, grade, domain }: ResultDetails, t: Translator): readonly Block[] {
  const level = target === undefined ? undefined : role.levels[target]
  if (domain || target === undefined || !level || target < grade || gaps.length === 0) return []
  const need = stillNeeded(role, target, gaps.length, gaps.filter((gap) => gap.mandatory).length)
  if (need <= 0) {
    const open = role.rows.size - result.ratings.filter(({ rating }) => rating !== null).length
    return open > 0 ? [text(t.rich('result.edge', { level: level.name, count: open }))] : []
  }
  const estimated = result.gaps.filter((gap) => gap.estimated).length
  return [
    text([
      ...t.rich('result.change', { need, gaps: gaps.length, level: level.name }),
      ...(estimated > 0 ? [...plain(' '), ...t.rich('result.change.estimated', { count: estimated })] : []),
    ]),
  ]
}

function coverageText(coverage: Coverage, t: Translator) {
  const expected = coverage.met + coverage.unmet + coverage.skipped + coverage.notAsked
  return t.rich('result.coverage', {
    met: coverage.met,
    expected,
    notAsked: coverage.notAsked,
    skipped: coverage.skipped,
  })
}

function coverageBlocks(
  role: Role,
  domain: Domain | null,
  target: number | undefined,
  ratingOf: RatingOf,
  t: Translator,
): readonly Block[] {
  const blocks: Block[] = []
  if (!domain) {
    const levels = coverageByLevel(role, ratingOf)
    blocks.push(text(strong(t('result.levels'))), {
      type: 'fields',
      fields: role.levels.flatMap((level, index) => {
        const coverage = levels[index]
        return coverage ? [{ label: level.name, value: coverageText(coverage, t) }] : []
      }),
    })
  }
  const level = target === undefined ? undefined : role.levels[target]
  if (target !== undefined && level) {
    const domains = coverageByDomain(role, target, ratingOf).filter(
      (entry) => domain === null || entry.domain === domain,
    )
    blocks.push(text(strong(t('result.domains', { level: level.name }))), {
      type: 'fields',
      fields: domains.map((entry) => ({
        label: localized(entry.domain.name, t.locale),
        value: coverageText(entry.coverage, t),
      })),
    })
  }
  return blocks
}

function strengthBlock(role: Role, level: number, ratingOf: RatingOf, t: Translator): readonly Block[] {
  const name = role.levels[level]?.name ?? ''
  const strengths = strengthsOf(role, level, ratingOf, MAX_STRENGTHS)
  return list(
    strengths.map(({ row, rating, above }) => ({
      text: [...strong(row.skill.name), ...plain(`: ${ratingLabel(rating, t)}`)],
      detail: t.rich('result.strength', { above, level: name }),
    })),
    strong(t('result.strengths')),
  )
}

function gapBlocks({ role, gaps, target, grade, domain }: ResultDetails, t: Translator): readonly Block[] {
  const level = target === undefined ? undefined : role.levels[target]
  if (target === undefined || !level) return []
  if (gaps.length === 0) return [text(t.rich('result.gaps.none', { level: level.name }))]
  const title =
    target < grade || domain ? t('result.gaps.top', { level: level.name }) : t('result.gaps', { level: level.name })
  const others = gaps.slice(MAX_DETAILED_GAPS)
  return [
    ...list(
      gaps.slice(0, MAX_DETAILED_GAPS).map((gap) => gapItem(gap, t)),
      strong(title),
    ),
    ...(others.length > 0 ? [text(t.rich('result.gaps.more', { count: others.length, names: namesOf(others) }))] : []),
  ]
}

/** The first names of a long list; the page of the level has them all. */
function namesOf(gaps: readonly Gap[]): string {
  const names = gaps.slice(0, MAX_NAMED_GAPS).map((gap) => gap.row.skill.name)
  return gaps.length > MAX_NAMED_GAPS ? `${names.join(', ')} …` : names.join(', ')
}

function gapItem(gap: Gap, t: Translator): ListItem {
  const { row, required, rating, mandatory } = gap
  const to = ratingLabel(asRating(required) ?? 0, t)
  const step =
    rating === undefined
      ? t('result.gap.estimated', { to })
      : rating === null
        ? t('result.gap.skipped', { to })
        : t('result.gap', { from: ratingLabel(rating, t), to })
  const today = rating ? PROFICIENCIES[rating - 1] : undefined
  const goal = PROFICIENCIES[required - 1]
  const lines = [
    ...(today ? [t('result.gap.today', { text: localized(row.skill.statements[today], t.locale) })] : []),
    ...(goal ? [t('result.gap.target', { text: localized(row.skill.statements[goal], t.locale) })] : []),
  ]
  const mark = mandatory ? ` ● ${t('legend.mandatory')}` : ''
  return { text: [...strong(row.skill.name), ...plain(`: ${step}${mark}`)], detail: plain(lines.join(' ')) }
}

/** Up to five goals, one step each: what to practice, and how to tell that it is reached. */
function planBlocks(gaps: readonly Gap[], finishedAt: number, t: Translator): readonly Block[] {
  const goals = gaps.slice(0, MAX_GOALS)
  if (goals.length === 0) return []
  return [
    ...list(
      goals.map((gap) => goalItem(gap, t)),
      strong(t('result.plan')),
    ),
    text(t.rich('result.recheck', { date: t.date(finishedAt + RECHECK_MS) })),
  ]
}

function goalItem({ row, required, rating }: Gap, t: Translator): ListItem {
  // One step at a time: the next proficiency, or the required one if nothing was answered.
  const next = rating === undefined || rating === null ? required : Math.min(required, rating + 1)
  const proficiency = PROFICIENCIES[next - 1] ?? 'awareness'
  return {
    text: strong(t('result.goal', { skill: row.skill.name, to: proficiencyName(proficiency, t) })),
    detail: [
      ...t.rich(PRACTICE[proficiency]),
      ...plain(' '),
      ...t.rich('result.goal.shows', { text: localized(row.skill.statements[proficiency], t.locale) }),
    ],
  }
}

const PRACTICE = {
  awareness: 'result.goal.practise.1',
  working: 'result.goal.practise.2',
  advanced: 'result.goal.practise.3',
  expert: 'result.goal.practise.4',
} as const
