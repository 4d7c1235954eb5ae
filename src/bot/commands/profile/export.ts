import type { Attachment } from '../../../message/index.ts'
import type { Person } from '../../../store/person.ts'
import type { AssessmentResult, Session, Settings } from '../../../store/records.ts'
import { isSum } from '../assess/rule.ts'
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

/** Exports the data in three formats: JSON for programs, Markdown to read, CSV for spreadsheets. */
export function exportFiles(data: ProfileData, at: number): readonly Attachment[] {
  const day = new Date(at).toISOString().slice(0, 10)
  const name = `rung-profile-${day}`
  return [
    { name: `${name}.json`, mediaType: 'application/json', content: `${JSON.stringify(data, null, 2)}\n` },
    { name: `${name}.md`, mediaType: 'text/markdown', content: markdown(data) },
    { name: `${name}.csv`, mediaType: 'text/csv', content: csv(data) },
  ]
}

const STEP = ['none yet', 'awareness', 'working', 'advanced', 'expert'] as const

function stepOf(rating: number | null, scale?: string): string {
  const steps = scale === undefined ? STEP : [STEP[0], ...scale.split(' ')]
  return rating === null ? 'skipped' : (steps[rating] ?? String(rating))
}

function isoTime(millis: number): string {
  return new Date(millis).toISOString()
}

function markdown(profile: ProfileData): string {
  const { person, linked = [], ladder: own, otherLadders = [], results, sessions, settings, newer, proposals } = profile
  const lines = [
    '# Everything Rung holds about you',
    '',
    `- Platform: ${escaped(person.platform)}`,
    `- Workspace: ${escaped(person.workspace)}`,
    `- User: ${escaped(person.user)}`,
    ...linked.map(
      ({ platform, workspace, user }) => `- Linked account: ${[platform, workspace, user].map(escaped).join(' / ')}`,
    ),
    ...(own === undefined ? [] : [`- Ladder: ${escaped(own)}`]),
    ...(settings
      ? [
          `- Reminders: ${settings.reminders ? 'on' : 'off'}`,
          `- Reminders of votes that close: ${settings.voteReminders === true ? 'on' : 'off'}`,
          `- Language: ${escaped(settings.locale ?? 'that of the platform')}`,
          `- Role last assessed: ${escaped(settings.lastRole ?? 'none')}`,
          `- Assessment in focus: ${escaped(settings.focus ?? 'none')}`,
        ]
      : []),
  ]
  lines.push(...dataLines({ results, sessions, newer, proposals }))
  for (const { ladder, ...data } of otherLadders) lines.push('', `# The ladder ${escaped(ladder)}`, ...dataLines(data))
  return `${lines.join('\n')}\n`
}

/** What is stored of one ladder. */
function dataLines({
  results,
  sessions,
  newer,
  proposals,
}: Pick<ProfileData, 'results' | 'sessions' | 'newer' | 'proposals'>): readonly string[] {
  const lines: string[] = []
  const missing = missingIn(newer)
  if (missing.length > 0) {
    lines.push('', '## Not in this export: saved by a newer version of Rung', '')
    for (const what of missing) lines.push(`- ${escaped(what)}`)
  }
  for (const result of results) {
    lines.push('', `## ${escaped(result.roleName)}, ${isoTime(result.finishedAt)}`, '')
    lines.push(
      `- Result: ${escaped(outcomeOf(result))}`,
      `- Rule: ${result.rule === undefined ? 'four in five of all skills' : escaped(result.rule)}`,
    )
    lines.push(`- Confidence: ${result.confidence}`, `- Way: ${result.mode}`)
    lines.push(`- Role version: ${result.roleVersion}`, `- Catalog version: ${result.catalogVersion}`)
    lines.push('', '| Skill | Your answer | Evidence |', '|---|---|---|')
    for (const { name, rating, evidence, scale = result.scale } of result.ratings) {
      lines.push(`| ${escaped(name)} | ${stepOf(rating, scale)} | ${escaped(evidence ?? '')} |`)
    }
    for (const [skill, note] of Object.entries(result.evidence ?? {}))
      lines.push(`| ${escaped(skill)} | not answered | ${escaped(note)} |`)
    lines.push('', '| To grow | Expected | Known by |', '|---|---|---|')
    for (const { name, required, estimated } of result.gaps) {
      lines.push(`| ${escaped(name)} | ${stepOf(required, result.scale)} | ${estimated ? 'estimate' : 'your answer'} |`)
    }
  }
  for (const session of sessions) {
    lines.push('', `## In progress: ${escaped(session.role)}`, '')
    lines.push(
      `- Started: ${isoTime(session.startedAt)}`,
      `- Last touched: ${isoTime(session.touchedAt)}`,
      `- Answers: ${session.answers.length}`,
    )
    for (const [skill, note] of Object.entries(session.evidence))
      lines.push(`- Evidence for ${escaped(skill)}: ${escaped(note)}`)
  }
  if (proposals.length > 0) {
    lines.push(
      '',
      '## Proposals to change the ladder',
      '',
      '| Number | State | You proposed | Nominated | Your vote | Your review |',
    )
    lines.push('|---|---|---|---|---|---|')
    for (const { number, state, asked: request, author, nominated, vote, review } of proposals) {
      const own = author ? escaped(request ? JSON.stringify(request.change) : 'an idea') : ''
      const verdict = review ? escaped(`${review.verdict}: ${review.reason}`) : ''
      lines.push(`| ${number} | ${state} | ${own} | ${nominated ? 'yes' : ''} | ${vote ?? ''} | ${verdict} |`)
    }
  }
  return lines
}

/** The level of a result, or what it says instead of one. */
function outcomeOf(result: AssessmentResult): string {
  const { domain, grade, level, ready, target, between, rule, confidence } = result
  if (domain !== null) return `domain ${domain} alone`
  if (ready !== undefined) return `${ready ? 'ready' : 'not ready'} for ${target ?? 'a level'}`
  if (grade === null) return 'too early to tell'
  const name = level ?? 'below the first level'
  if (isSum(rule) && confidence < 1) return `${name} so far, with some skills not answered`
  return between ? `not clear; more likely ${name}` : name
}

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
