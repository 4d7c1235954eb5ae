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

/** Everything that is stored about a person. The JSON export has these names. */
export interface ProfileData {
  readonly person: Person
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

function markdown({ person, linked = [], results, sessions, settings, newer, proposals }: ProfileData): string {
  const lines = [
    '# Everything Rung holds about you',
    '',
    `- Platform: ${escaped(person.platform)}`,
    `- Workspace: ${escaped(person.workspace)}`,
    `- User: ${escaped(person.user)}`,
    ...linked.map(
      ({ platform, workspace, user }) => `- Linked account: ${[platform, workspace, user].map(escaped).join(' / ')}`,
    ),
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
  return `${lines.join('\n')}\n`
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

function csv({ results, sessions, newer }: ProfileData): string {
  const rows = [['kind', 'role', 'finished', 'level', 'skill', 'answer', 'evidence', 'expected', 'estimated']]
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
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/**
 * Quotes a value if RFC 4180 requires it. Text that a spreadsheet could read as a formula gets an apostrophe; that includes full-width
 * signs and signs after blanks (owasp.org/www-community/attacks/CSV_Injection).
 */
function csvCell(value: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
