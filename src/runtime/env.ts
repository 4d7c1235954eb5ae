import { z } from 'zod'

// Parsers of environment variables, and the error that says which variable is wrong.

/** An environment, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The environment is invalid. One line per variable, with its name and what it accepts. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** Formats the problems of a ConfigError, one per line. */
export function formatConfigError({ problems }: ConfigError): string {
  return `${problems.map((problem) => `configuration: ${problem}`).join('\n')}\n`
}

/** What the reference of settings says about a variable. Texts are Markdown. */
export interface SettingDescription {
  /** The heading it is listed under; that of its platform by default. */
  readonly section?: string
  /** What it does, and which values it takes. */
  readonly meaning: string
  /** A value that it takes. */
  readonly example: string
  /** The value that counts if the variable is not set. */
  readonly default?: string
  /** What happens if it is not set, where no value says the same. */
  readonly unset?: string
  /** What a number counts. */
  readonly unit?: 'days' | 'port' | 'shards'
}

/** Descriptions of variables by their parser. Filled while modules load; nothing changes it later. */
const descriptions = z.registry<SettingDescription>()

/** A variable: its parser, and what the reference of settings says about it. */
export function setting<T extends z.ZodType>(parser: T, description: SettingDescription): T {
  const own = parser.clone()
  descriptions.add(own, description)
  return own
}

/** What `setting` was told about a variable; undefined for a parser that is no setting. */
export function settingDescription(parser: z.core.$ZodType): SettingDescription | undefined {
  return descriptions.get(parser)
}

/** Trimmed text; undefined if it is empty. */
export const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

/** An HTTP or HTTPS URL. */
export const httpUrl = optionalText.pipe(
  z.url({ protocol: /^https?$/u, error: 'must be an address that begins with https:// or http://' }).optional(),
)

/** A token of a platform, with the prefix that it must have. */
export function tokenWithPrefix(start: string, what: string) {
  return optionalText.pipe(
    z
      .string()
      .startsWith(start, { error: `must begin with ${start} (${what})` })
      .optional(),
  )
}

/** The most invalid parts of a value that an error lists. */
export const MAX_LISTED = 5

/** The longest part of a value that an error quotes. */
const MAX_EXCERPT = 200

/** The start of a value, for an error. */
export function excerpt(value: string): string {
  return value.length <= MAX_EXCERPT ? value : `${value.slice(0, MAX_EXCERPT)}…`
}

/** Ids separated by commas, each with an optional domain: `U0ABC,S0DEF:security`. */
export function appointmentList(id: RegExp, takes: string) {
  return optionalText.transform((text, context): readonly { readonly id: string; readonly domain: string | null }[] => {
    const parts = (text ?? '').split(',').map((part) => part.trim())
    const wrong: string[] = []
    const people = parts.flatMap((part) => {
      if (part === '') return []
      const [name = '', domain, ...more] = part.split(':')
      if (id.test(name) && more.length === 0 && (domain === undefined || /^[a-z0-9-]{1,40}$/u.test(domain))) {
        return [{ id: name, domain: domain ?? null }]
      }
      wrong.push(part)
      return []
    })
    if (wrong.length > 0) {
      const more = wrong.length > MAX_LISTED ? ` and ${wrong.length - MAX_LISTED} more` : ''
      context.addIssue(
        `must be ${takes}, separated by commas; add a colon and a domain's slug to limit one to that domain. Wrong: ${wrong.slice(0, MAX_LISTED).map(excerpt).join(', ')}${more}`,
      )
    }
    return people
  })
}

/** A whole number of days from 1 to `most`; `usual` if it is not set. */
export function wholeDays<T extends number | undefined>(usual: T, most: number) {
  return optionalText.transform((text, context): number | T => {
    if (text === undefined) return usual
    const days = /^\d{1,5}$/u.test(text) ? Number(text) : 0
    if (days >= 1 && days <= most) return days
    context.addIssue(`must be a whole number of days from 1 to ${most}`)
    return z.NEVER
  })
}

/** Shorter secrets could be guessed. */
const MIN_SECRET_LENGTH = 32
export const SECRET_REQUIREMENT = `must have at least ${MIN_SECRET_LENGTH} characters (\`openssl rand -hex 32\` makes one)`

/** A secret that the operator generates. */
export const secret = optionalText.pipe(z.string().min(MIN_SECRET_LENGTH, { error: SECRET_REQUIREMENT }).optional())

/** Secrets separated by commas, the one in use first, for key rotation. */
export const secretList = optionalText.pipe(
  z
    .string()
    .refine((text) => text.split(',').every((part) => part.trim().length >= MIN_SECRET_LENGTH), {
      error: `${SECRET_REQUIREMENT}; separate several with commas, the one in use first`,
    })
    .optional(),
)

/** Text that matches a pattern. */
export function textMatching(form: RegExp, error: string) {
  return optionalText.pipe(z.string().regex(form, { error }).optional())
}
