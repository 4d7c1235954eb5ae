import { z } from 'zod'
import { CARD_KINDS, type CardKind } from '../assessment/index.ts'
import { LADDER_EMOJI, parseEmoji } from '../message/index.ts'
import { readPolicy } from '../proposals/domain/index.ts'
import { httpUrl, MAX_LISTED, optionalText, setting, wholeDays } from '../runtime/env.ts'
import { EXAMPLE_ASSIGNMENT, LadderFolders, WorkspaceLadders } from './ladder-variables.ts'

// The settings that belong to no platform: their parsers, defaults and descriptions.

/** pino's levels, most verbose first. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export const DEFAULT_HOME = '.rung'
export const DEFAULT_PREFIX = 'rung:'
export const DEFAULT_CARD: CardKind = 'full'
const DEFAULT_EMOJI = 'ladder'

const DEFAULT_SESSION_DAYS = 14
const MAX_SESSION_DAYS = 365

/** Results: three years, for comparison over time. Removed: time to reinstall the app without losing data. */
const DEFAULT_DAYS = { result: 1095, setting: 365, removed: 30 }
const MAX_DAYS = 36_500

export const LOOPBACK = '127.0.0.1'
export const DEFAULT_PORT = 3000
const MAX_PORT = 65_535

const Port = optionalText.transform((text, context) => {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : MAX_PORT + 1
  if (port <= MAX_PORT) return port
  context.addIssue(`must be a port from 0 (any free port) to ${MAX_PORT}`)
  return z.NEVER
})

const PolicyNumbers = optionalText.transform((text, context) => {
  const read = readPolicy(text ?? '')
  if ('policy' in read) return read.policy
  for (const problem of read.problems.slice(0, MAX_LISTED)) context.addIssue(problem)
  const more = read.problems.length - MAX_LISTED
  if (more > 0) context.addIssue(`and ${more} more problems`)
  return z.NEVER
})

/** Parses RUNG_NOMINATE_EMOJI; a ladder by default. */
const NominateEmoji = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    const emoji = text === undefined || text === '' ? LADDER_EMOJI : parseEmoji(text)
    if (!('problem' in emoji)) return emoji
    context.addIssue(emoji.problem)
    return z.NEVER
  })

const LADDER = 'Ladder'
const STORAGE = 'Storage'
/** Sections that the reference lists before those of the platforms. */
export const FIRST_SECTIONS: readonly string[] = [LADDER, STORAGE]
const ASSESSMENTS = 'Assessments'
const RETENTION = 'How long data is kept'
const PROPOSALS = 'Proposals'
const SERVER = 'HTTP server'
const LOG = 'Log and language'
const TERMINAL = 'Terminal'

/** The variables that belong to no platform, with their parsers. */
export const CORE_VARIABLES = {
  RUNG_DATA: setting(LadderFolders, {
    section: LADDER,
    meaning:
      'Folder of the ladder, as in [ladders.md](ladders.md). For several ladders, an id and a folder for each, separated by commas: `engineering=./eng,design=./design`. The first one is used unless another is chosen. Write a folder whose name has an equals sign as `./a=b`.',
    example: './my-ladder',
    unset: 'the ladder that comes with Rung',
  }),
  RUNG_WORKSPACE_LADDERS: setting(WorkspaceLadders, {
    section: LADDER,
    meaning:
      'Which of several ladders a workspace or server uses, by id: `platform/workspace=ladder`, separated by commas. Its admins may choose another one with `/rung ladder`.',
    example: EXAMPLE_ASSIGNMENT,
    unset: 'the first ladder of `RUNG_DATA`',
  }),
  REDIS_URL: setting(optionalText, {
    section: STORAGE,
    meaning:
      'Redis 6.2 or later, or Valkey. `redis://` or `rediss://` (TLS), with user and password; several nodes separated by commas mean a cluster; `redis+sentinel://host:port,host:port/name` means Sentinel.',
    example: 'redis://127.0.0.1:6379',
    unset: 'the embedded store, for one process',
  }),
  RUNG_HOME: setting(optionalText, {
    section: STORAGE,
    meaning:
      'Folder of the embedded store (`store`), of files exported in the terminal (`exports`) and of the lines typed there (`history`).',
    example: '/var/lib/rung',
    default: DEFAULT_HOME,
  }),
  RUNG_PREFIX: setting(
    optionalText.pipe(
      z
        .string()
        .regex(/^[\w:.-]{1,40}$/u, { error: 'must be 1 to 40 letters, digits or any of : . _ -' })
        .optional(),
    ),
    {
      section: STORAGE,
      meaning: 'What every key in Redis begins with, so that several bots can share one Redis.',
      example: 'team-a:',
      default: DEFAULT_PREFIX,
    },
  ),
  RUNG_ASSESSMENT_CARD: setting(
    optionalText.pipe(z.enum(CARD_KINDS, { error: `must be ${CARD_KINDS.join(' or ')}` }).optional()),
    {
      section: ASSESSMENTS,
      meaning:
        '`full` shows all four statements of a question. `short` shows two from the third question on, the likeliest ones, with a button for more and one for less.',
      example: 'short',
      default: DEFAULT_CARD,
    },
  ),
  RUNG_SESSION_DAYS: setting(wholeDays(DEFAULT_SESSION_DAYS, MAX_SESSION_DAYS), {
    section: RETENTION,
    meaning: `An unfinished assessment, after its last answer. 1 to ${MAX_SESSION_DAYS}.`,
    example: '30',
    default: String(DEFAULT_SESSION_DAYS),
    unit: 'days',
  }),
  RUNG_RESULT_DAYS: setting(wholeDays(DEFAULT_DAYS.result, MAX_DAYS), {
    section: RETENTION,
    meaning: `The result of an assessment. 1 to ${MAX_DAYS}.`,
    example: '365',
    default: String(DEFAULT_DAYS.result),
    unit: 'days',
  }),
  RUNG_SETTING_DAYS: setting(wholeDays(DEFAULT_DAYS.setting, MAX_DAYS), {
    section: RETENTION,
    meaning: `A person's settings, after their last change. 1 to ${MAX_DAYS}.`,
    example: '180',
    default: String(DEFAULT_DAYS.setting),
    unit: 'days',
  }),
  RUNG_MEMBER_DAYS: setting(wholeDays(undefined, MAX_DAYS), {
    section: RETENTION,
    meaning: `When a member was last seen. At least \`activeDays\` of \`RUNG_POLICY\`, at most ${MAX_DAYS}.`,
    example: '120',
    unset: '`activeDays` of `RUNG_POLICY`',
    unit: 'days',
  }),
  RUNG_REMOVED_DAYS: setting(wholeDays(DEFAULT_DAYS.removed, MAX_DAYS), {
    section: RETENTION,
    meaning: `The data of a workspace or server that has removed Rung. 1 to ${MAX_DAYS}.`,
    example: '7',
    default: String(DEFAULT_DAYS.removed),
    unit: 'days',
  }),
  RUNG_POLICY: setting(PolicyNumbers, {
    section: PROPOSALS,
    meaning: 'Numbers of the decision process, separated by commas. The end of docs/configuration.md lists them.',
    example: 'voteDays=5,pass=3/5',
    unset: 'the defaults there',
  }),
  RUNG_NOMINATE_EMOJI: setting(NominateEmoji, {
    section: PROPOSALS,
    meaning:
      "The emoji that nominates a message or a proposal, in any skin tone: its name, its character or both. A chat server's own emoji is `name:id`.",
    example: 'thumbsup',
    default: DEFAULT_EMOJI,
  }),
  HOST: setting(optionalText, {
    section: SERVER,
    meaning: 'Address on which Rung listens for deliveries, `/healthz`, `/readyz` and `/metrics`.',
    example: '0.0.0.0',
    default: LOOPBACK,
  }),
  PORT: setting(Port, {
    section: SERVER,
    meaning: `Its port; 0 takes any free one. At most ${MAX_PORT}.`,
    example: '8080',
    default: String(DEFAULT_PORT),
    unit: 'port',
  }),
  PUBLIC_URL: setting(httpUrl, {
    section: SERVER,
    meaning:
      'Where the internet reaches this server. Chat platforms fetch pictures there; several workspaces need it to install Rung.',
    example: 'https://rung.example.com',
    unset: 'pictures are uploaded',
  }),
  RUNG_OPS_PORT: setting(Port, {
    section: SERVER,
    meaning: 'If set, `/readyz` and `/metrics` are served on this port only; `/healthz` is on both.',
    example: '9090',
    unset: 'served on `PORT`',
    unit: 'port',
  }),
  RUNG_OPS_HOST: setting(optionalText, {
    section: SERVER,
    meaning: 'Address for `RUNG_OPS_PORT`, which must be set too.',
    example: '10.0.0.5',
    unset: `\`${LOOPBACK}\``,
  }),
  RUNG_TERMINAL: setting(optionalText.pipe(z.enum(['on', 'off'], { error: 'must be on or off' }).optional()), {
    section: TERMINAL,
    meaning: '`on` opens the terminal beside the chat platforms. Without a chat platform it is always open.',
    example: 'on',
    default: 'off',
  }),
  LOG_LEVEL: setting(
    optionalText.pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional()),
    {
      section: LOG,
      meaning: `${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}. The log is JSON lines on stderr; in a terminal it is readable text, unless \`NODE_ENV\` is \`production\`.`,
      example: 'debug',
      unset: '`warn` in the terminal, `info` on chat platforms',
    },
  ),
  LANG: setting(optionalText, {
    section: LOG,
    meaning:
      'Language of the terminal, and of what everyone reads, such as the cards of proposals. Only the first part counts: `es_MX.UTF-8` is Spanish. If Rung does not have the language, it uses English.',
    example: 'es_ES.UTF-8',
    unset: 'English',
  }),
  LC_MESSAGES: setting(optionalText, {
    section: LOG,
    meaning: 'The same; takes precedence over `LANG`.',
    example: 'es_ES.UTF-8',
    unset: '`LANG` counts',
  }),
  LC_ALL: setting(optionalText, {
    section: LOG,
    meaning: 'The same; takes precedence over both.',
    example: 'es_ES.UTF-8',
    unset: '`LC_MESSAGES` counts',
  }),
  NO_COLOR: setting(optionalText, {
    section: TERMINAL,
    meaning: 'If set to anything, answers and the log have no color.',
    example: '1',
    unset: 'color if the terminal supports it',
  }),
}
