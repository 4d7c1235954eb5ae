// What the readers of all kinds of files agree on: a ladder by names, before it has slugs and files.

/** A position in an imported file. Lines and columns count from 1; in a workbook they are rows and columns of the sheet. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A fact about the import at a position: a guess, or a problem. */
export interface Finding extends Place {
  readonly message: string
}

/** Collects what an import guessed and what is wrong. Nothing is written if there is a problem. */
export interface Findings {
  readonly guesses: Finding[]
  readonly problems: Finding[]
  /** What the input doesn't say and the import decided for the whole ladder, a sentence each. */
  readonly choices: string[]
  readonly guess: (place: Place, message: string) => void
  readonly problem: (place: Place, message: string) => void
  readonly choose: (message: string) => void
}

export function createFindings(): Findings {
  const guesses: Finding[] = []
  const problems: Finding[] = []
  const choices: string[] = []
  const add = (list: Finding[]) => (place: Place, message: string) => {
    const { file, line, column } = place
    const isListed = list.some((each) => each.file === file && each.line === line && each.message === message)
    if (!isListed) list.push({ file, line, column, message })
  }
  const choose = (message: string) => {
    if (!choices.includes(message)) choices.push(message)
  }
  return { guesses, problems, choices, guess: add(guesses), problem: add(problems), choose }
}

/** `file:line:column: message`, as `validate` writes it. */
export function formatFinding({ file, line, column, message }: Finding): string {
  return `${file}:${line}:${column}: ${message}`
}

/** What a role expects of a skill at a level, as it stands in the input. An empty value expects nothing. */
export interface Entry {
  readonly role: string
  readonly family: string | null
  readonly level: string
  readonly skill: string
  readonly domain: string | null
  readonly value: string
  readonly place: Place
}

/** What a skill says of a step, as it stands in the input. */
export interface StepText {
  readonly skill: string
  readonly domain: string | null
  readonly step: string
  readonly text: string
  readonly place: Place
}

export type DraftStatement = string | { readonly must: readonly string[]; readonly examples: readonly string[] }

export interface DraftStep {
  readonly name: string
  /** One or two characters; made from the name if absent. */
  readonly letter?: string
  /** The slug; made from the name if absent. */
  readonly slug?: string
  /** What the step means. */
  readonly description?: string
}

export interface DraftSkill {
  readonly name: string
  readonly domain: string | null
  /** Absent for the scale of the ladder. */
  readonly scale?: readonly DraftStep[]
  /** By step, from the lowest; null for a step without one. */
  readonly statements: readonly (DraftStatement | null)[]
  readonly place: Place
}

export interface DraftLevel {
  readonly name: string
  readonly short?: string
  readonly slug?: string
  readonly focus?: string
  /** The total of points that the level takes. */
  readonly points?: number
  /** What its track is called. */
  readonly track?: string
  /** The names of the levels that follow it, which stand further down the list; absent for the next one of the list. */
  readonly leadsTo?: readonly string[]
}

export interface DraftRow {
  readonly skill: string
  /** By level: the rank of a step, or 0 for nothing. */
  readonly cells: readonly number[]
  /** By level: what the role itself says there. */
  readonly criteria?: readonly (DraftStatement | null)[]
  readonly place: Place
}

export interface DraftRole {
  readonly name: string
  readonly family: string
  readonly description?: string
  /** The domain or the skill that makes the role what it is. */
  readonly core?: { readonly domain: string } | { readonly skill: string }
  readonly levels: readonly DraftLevel[]
  readonly rows: readonly DraftRow[]
  readonly place: Place
}

/** A ladder by names. Skills, domains and roles are in the order of the input. */
export interface Draft {
  readonly name: string | null
  /** Absent for those of a ladder that names none. */
  readonly languages?: readonly string[]
  /** The level rule, if the user chose one; otherwise a share that fits is chosen. */
  readonly levelRule?: 'core-and-breadth' | 'all-core' | { readonly share: number }
  /** Set if a level is a total of points; the points of each step, unless a step is worth its number. */
  readonly points?: { readonly steps?: readonly number[] }
  /** Absent if every skill has its own. */
  readonly scale?: readonly DraftStep[]
  /** Why the scale is as it is, if it was guessed. */
  readonly scaleComment?: string
  readonly skills: readonly DraftSkill[]
  readonly roles: readonly DraftRole[]
}
