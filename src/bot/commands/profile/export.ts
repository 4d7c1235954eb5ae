import type { Translator } from '../../../i18n/index.ts'
import type { Attachment } from '../../../message/index.ts'
import type { Person } from '../../../store/person.ts'
import type { AssessmentResult, Session, Settings } from '../../../store/records.ts'
import { wholePercent } from '../assess/loaded-session.ts'
import { isSum } from '../assess/rule.ts'
import { storedRatingLabel } from '../assess/views/ratings.ts'
import type { ProposalInvolvement } from './proposal-history.ts'

/** Data that only a later version of Rung can read: results, roles of assessments in progress, and whether the settings are. */
export interface UnreadableData {
  readonly results: number
  readonly sessions: readonly string[]
  readonly settings: boolean
}

/** What is stored about a person in another ladder than the one of their workspace. */
export interface LadderData extends Pick<ProfileData, 'results' | 'sessions' | 'settings' | 'newer' | 'proposals'> {
  readonly ladder: string
}

/** Everything that is stored about a person. The JSON export has these names. */
export interface ProfileData {
  readonly person: Person
  /** The ladder that the rest is about; absent if there is only one. */
  readonly ladder?: string
  /** What the other ladders have; absent if there is only one. */
  readonly otherLadders?: readonly LadderData[]
  /** Their other accounts, if they have linked any. */
  readonly linked?: readonly Person[]
  readonly results: readonly AssessmentResult[]
  readonly sessions: readonly Session[]
  /** Null if only a later version of Rung can read them. */
  readonly settings: Settings | null
  /** Data that the export cannot include. */
  readonly newer: UnreadableData
  readonly proposals: readonly ProposalInvolvement[]
}

/**
 * Exports the data in three formats: JSON for programs, Markdown to read in the person's language, CSV for spreadsheets. The names in JSON
 * and CSV are the same in every language.
 */
export function exportFiles(data: ProfileData, at: number, t: Translator): readonly Attachment[] {
  const day = new Date(at).toISOString().slice(0, 10)
  const name = `rung-profile-${day}`
  return [
    { name: `${name}.json`, mediaType: 'application/json', content: `${JSON.stringify(data, null, 2)}\n` },
    { name: `${name}.md`, mediaType: 'text/markdown', content: markdown(data, t) },
    { name: `${name}.csv`, mediaType: 'text/csv', content: csv(data) },
  ]
}

const STEP = ['none yet', 'awareness', 'working', 'advanced', 'expert'] as const

/** A rating as programs read it. */
function stepOf(rating: number | null, scale?: string): string {
  const steps = scale === undefined ? STEP : [STEP[0], ...scale.split(' ')]
  return rating === null ? 'skipped' : (steps[rating] ?? String(rating))
}

/** A rating as a person reads it: a step of the ladder's own scale by its slug. */
function ratingText(rating: number | null, scale: string | undefined, t: Translator): string {
  return rating === null ? t('export.skipped') : storedRatingLabel(rating, { scale }, t)
}

function isoTime(millis: number): string {
  return new Date(millis).toISOString()
}

function markdown(profile: ProfileData, t: Translator): string {
  const others = (profile.otherLadders ?? []).flatMap(({ ladder, ...data }) => [
    '',
    heading(1, t('export.otherLadder', { name: escaped(ladder) })),
    ...dataLines(data, t),
  ])
  return `${[...aboutLines(profile, t), ...dataLines(profile, t), ...others].join('\n')}\n`
}

/** What is stored of one ladder. */
function dataLines(
  { results, sessions, newer, proposals }: Pick<ProfileData, 'results' | 'sessions' | 'newer' | 'proposals'>,
  t: Translator,
): readonly string[] {
  const missing = missingFor(newer, t)
  return [
    ...(missing.length > 0 ? ['', heading(2, t('export.newer')), '', ...missing.map(item)] : []),
    ...results.flatMap((result) => resultLines(result, t)),
    ...sessions.flatMap((session) => sessionLines(session, t)),
    ...proposalLines(proposals, t),
  ]
}

/** A sentence as an item of a list. Foreign text in it must be escaped. */
const item = (sentence: string): string => `- ${sentence}`

const heading = (level: 1 | 2, title: string): string => `${'#'.repeat(level)} ${title}`

/** The names of columns, which are written with " | " between them. */
function tableHead(columns: string): readonly string[] {
  const names = columns.split(' | ')
  return [`| ${names.join(' | ')} |`, `|${'---|'.repeat(names.length)}`]
}

const tableRow = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function aboutLines({ person, linked = [], ladder, settings }: ProfileData, t: Translator): readonly string[] {
  return [
    heading(1, t('export.title')),
    '',
    item(t('export.platform', { name: escaped(person.platform) })),
    item(t('export.workspace', { name: escaped(person.workspace) })),
    item(t('export.user', { name: escaped(person.user) })),
    ...linked.map(({ platform, workspace, user }) =>
      item(t('export.linked', { name: [platform, workspace, user].map(escaped).join(' / ') })),
    ),
    ...(ladder === undefined ? [] : [item(t('export.ladder', { name: escaped(ladder) }))]),
    ...(settings
      ? [
          item(t('export.reminders', { on: String(settings.reminders) })),
          item(t('export.voteReminders', { on: String(settings.voteReminders === true) })),
          item(t('export.language', { name: escaped(settings.locale ?? '') || t('export.language.platform') })),
          item(t('export.lastRole', { name: escaped(settings.lastRole ?? '') || t('export.none') })),
          item(t('export.focus', { name: escaped(settings.focus ?? '') || t('export.none') })),
        ]
      : []),
  ]
}

function resultLines(result: AssessmentResult, t: Translator): readonly string[] {
  const { rule, confidence, mode, roleVersion, catalogVersion, ratings, gaps, evidence = {} } = result
  return [
    '',
    heading(2, `${escaped(result.roleName)}, ${isoTime(result.finishedAt)}`),
    '',
    item(t('export.result', { outcome: outcomeOf(result, t) })),
    item(t('export.rule', { rule: rule === undefined ? t('export.rule.first') : escaped(rule) })),
    item(t('export.confidence', { percent: wholePercent(confidence) })),
    item(t('export.mode', { mode })),
    item(t('export.roleVersion', { version: roleVersion })),
    item(t('export.catalogVersion', { version: catalogVersion })),
    '',
    ...tableHead(t('export.answers')),
    ...ratings.map(({ name, rating, evidence: note = '', scale = result.scale }) =>
      tableRow(escaped(name), ratingText(rating, scale, t), escaped(note)),
    ),
    ...Object.entries(evidence).map(([skill, note]) =>
      tableRow(escaped(skill), t('export.notAnswered'), escaped(note)),
    ),
    '',
    ...tableHead(t('export.gaps')),
    ...gaps.map(({ name, required, estimated }) =>
      tableRow(
        escaped(name),
        ratingText(required, result.scale, t),
        t(estimated ? 'export.estimate' : 'export.answer'),
      ),
    ),
  ]
}

function sessionLines(session: Session, t: Translator): readonly string[] {
  return [
    '',
    heading(2, t('export.session', { role: escaped(session.role) })),
    '',
    item(t('export.started', { time: isoTime(session.startedAt) })),
    item(t('export.touched', { time: isoTime(session.touchedAt) })),
    item(t('export.count', { count: session.answers.length })),
    ...Object.entries(session.evidence).map(([skill, note]) =>
      item(t('export.evidence', { skill: escaped(skill), note: escaped(note) })),
    ),
  ]
}

function proposalLines(proposals: ProfileData['proposals'], t: Translator): readonly string[] {
  if (proposals.length === 0) return []
  return [
    '',
    heading(2, t('export.proposals')),
    '',
    ...tableHead(t('export.proposals.columns')),
    ...proposals.map(({ number, state, asked: request, author, nominated, vote, review }) =>
      tableRow(
        String(number),
        t(`proposal.state.${state}`),
        author ? (request ? escaped(JSON.stringify(request.change)) : t('export.idea')) : '',
        nominated ? t('export.yes') : '',
        vote === null ? '' : t('export.vote', { choice: vote }),
        reviewText(review, t),
      ),
    ),
  ]
}

/** A person's verdict with its reason. */
function reviewText(review: ProposalInvolvement['review'], t: Translator): string {
  if (!review) return ''
  const verdict = t('export.review', { verdict: review.verdict })
  return review.reason === '' ? verdict : `${verdict}: ${escaped(review.reason)}`
}

/** The level of a result, or what it says instead of one. */
function outcomeOf(result: AssessmentResult, t: Translator): string {
  const { domain, grade, level, ready, target, between, rule, confidence } = result
  if (domain !== null) return t('export.outcome.domain', { domain: escaped(domain) })
  if (ready !== undefined)
    return t('export.outcome.ready', {
      ready: String(ready),
      level: escaped(target ?? '') || t('export.outcome.level'),
    })
  if (grade === null) return t('export.outcome.early')
  const name = escaped(level ?? '') || t('export.outcome.below')
  if (isSum(rule) && confidence < 1) return t('export.outcome.soFar', { level: name })
  return between ? t('export.outcome.unclear', { level: name }) : name
}

function missingFor({ results, sessions, settings }: UnreadableData, t: Translator): readonly string[] {
  return [
    ...(results > 0 ? [t('export.newer.results', { count: results })] : []),
    ...sessions.map((role) => t('export.newer.session', { role: escaped(role) })),
    ...(settings ? [t('export.newer.settings')] : []),
  ]
}

/** The same for programs. */
function missingIn({ results, sessions, settings }: UnreadableData): readonly string[] {
  return [
    ...(results > 0 ? [`results: ${results}`] : []),
    ...sessions.map((role) => `assessment in progress: ${role}`),
    ...(settings ? ['settings'] : []),
  ]
}

/** Escapes foreign text, so that no character of it is read as Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/gu, '\\$&').replace(/\s+/gu, ' ')
}

/** Spreadsheets recognize UTF-8 only with this mark at the start. */
const BYTE_ORDER_MARK = '\uFEFF'

const COLUMNS = ['kind', 'role', 'finished', 'level', 'skill', 'answer', 'evidence', 'expected', 'estimated']

function csv({ ladder: own, otherLadders = [], ...data }: ProfileData): string {
  // Only the data of several ladders says which is whose.
  const rows =
    own === undefined
      ? [COLUMNS, ...csvRows(data)]
      : [
          [...COLUMNS, 'ladder'],
          ...[{ ...data, ladder: own }, ...otherLadders].flatMap((each) =>
            csvRows(each).map((row) => [...row, each.ladder]),
          ),
        ]
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvRows({
  results,
  sessions,
  newer,
}: Pick<ProfileData, 'results' | 'sessions' | 'newer'>): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  for (const result of results) {
    const base = [result.role, isoTime(result.finishedAt), result.level ?? '']
    for (const { skill, rating, evidence, scale = result.scale } of result.ratings)
      rows.push(['answer', ...base, skill, stepOf(rating, scale), evidence ?? '', '', ''])
    for (const [skill, note] of Object.entries(result.evidence ?? {}))
      rows.push(['evidence', ...base, skill, '', note, '', ''])
    for (const { skill, required, estimated } of result.gaps)
      rows.push(['gap', ...base, skill, '', '', stepOf(required, result.scale), String(estimated)])
  }
  for (const session of sessions) {
    rows.push(['in progress', session.role, '', '', '', `${session.answers.length} answers`, '', '', ''])
    for (const [skill, note] of Object.entries(session.evidence))
      rows.push(['evidence', session.role, '', '', skill, '', note, '', ''])
  }
  for (const what of missingIn(newer)) rows.push(['saved by a newer version', '', '', '', '', what, '', '', ''])
  return rows
}

/**
 * Quotes a value if RFC 4180 requires it. Text that a spreadsheet could read as a formula gets an apostrophe; that includes full-width
 * signs and signs after blanks (owasp.org/www-community/attacks/CSV_Injection).
 */
function csvCell(value: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
