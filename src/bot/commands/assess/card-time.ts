import { type CardKind, FULL_CARDS_FIRST } from '../../../assessment/index.ts'
import { type Domain, type Level, localized, type Role } from '../../../catalog/index.ts'

// How long the questions of an assessment take.

/** Words that people read a minute (Brysbaert 2019, doi.org/10.1016/j.jml.2019.104047). */
const WORDS_A_MINUTE = 238
/** Seconds to think and to press. An assumption, until enough people have been timed. */
const SECONDS_TO_CHOOSE = 5
/** The share of short cards that do not hold the answer, so that all statements are read: of simulated people (bench/assessment). */
const OPENED_SHARE = { level: 0.11, target: 0.46 } as const

export interface CardTimeOptions {
  readonly role: Role
  /** The only domain to assess; null for the whole role. */
  readonly domain: Domain | null
  /** The level to be ready for; null to find the level. */
  readonly target: Level | null
  readonly locale: string
  readonly card: CardKind
}

/** The seconds that it takes to read and answer a number of questions, from the words of the statements on their cards. */
export function secondsToAnswer(questions: number, options: CardTimeOptions): number {
  const reading = (meanWords(options) * 60) / WORDS_A_MINUTE
  const full = SECONDS_TO_CHOOSE + reading
  if (options.card === 'full') return questions * full
  // Half of the statements; if the answer is not among them, a second card, with the other half to read.
  const half = SECONDS_TO_CHOOSE + reading / 2
  const short = half * (1 + OPENED_SHARE[options.target ? 'target' : 'level'])
  const atFirst = Math.min(questions, FULL_CARDS_FIRST)
  return atFirst * full + (questions - atFirst) * short
}

/** By role, and by domain and language. Never stale: roles are immutable, and an entry goes with its role. */
const wordsByRole = new WeakMap<Role, Map<string, number>>()

/** Mean words of the statements of a question, counted once a role. */
function meanWords(options: CardTimeOptions): number {
  const { role, domain, locale } = options
  const key = `${domain?.slug ?? ''} ${locale}`
  const counted = wordsByRole.get(role) ?? new Map<string, number>()
  const words = counted.get(key) ?? countWords(options)
  wordsByRole.set(role, counted.set(key, words))
  return words
}

function countWords({ role, domain, locale }: CardTimeOptions): number {
  const rows = [...role.rows.values()].filter(({ skill }) => domain === null || skill.domain === domain)
  const wordsOf = (text: string): number => text.split(' ').length
  const words = rows.reduce(
    (sum, { skill }) =>
      sum + Object.values(skill.statements).reduce((own, text) => own + wordsOf(localized(text, locale) ?? ''), 0),
    0,
  )
  return words / rows.length
}
