import {
  assessedRole,
  type CardKind,
  createAssessment,
  gradeOf,
  type Proficiency,
  type Rating,
  shortCardSteps,
} from '../../src/assessment/index.ts'
import { loadCatalog, localized, PROFICIENCIES, type Role } from '../../src/catalog/index.ts'
import { type SeededRandom, seededRandom } from '../../tests/seeded-random.ts'
import { percent } from './bars.ts'
import { mean } from './measure.ts'
import { type Person, POPULATIONS } from './populations.ts'

// What a short card saves, and what it costs if people settle for a statement that happens to be shown.

const SEED = 80_965
const LANGUAGES = ['en', 'es'] as const
/** Words that people read a minute, and seconds to think and to press, as in the bot's estimate of the time. */
const WORDS_A_MINUTE = 238
const SECONDS_TO_CHOOSE = 5
/** The chance that a person whose answer is not on the card takes the nearest step that is. */
const ANCHORED = [0, 0.25, 0.5, 1] as const

interface Cards {
  readonly kind: CardKind
  /** See ANCHORED. */
  readonly anchored: number
  /** Whether the pair is the likeliest one even if a level is asked about. */
  readonly ignoresTarget?: boolean
  /** The level (an index) asked about; undefined to find the level. */
  readonly target: number | undefined
}

interface CardRun {
  readonly agrees: boolean
  readonly isOver: boolean
  readonly cards: number
  /** Cards with fewer than four statements, and of these, the ones that hold the answer. */
  readonly short: number
  readonly atOnce: number
  /** Words of the statements read, each once, by language. */
  readonly words: readonly number[]
}

/** Words of each skill's statements, lowest step first, by language. */
type WordCounts = ReadonlyMap<string, readonly (readonly number[])[]>

/** Prints, for both kinds of card, words and seconds a card, how often the answer is on it, and how often the level is right. */
export async function measureCards(peopleOfEach: number): Promise<void> {
  const loaded = await loadCatalog('data')
  const role = loaded.ok ? loaded.catalog.roles.get('ml-engineer') : undefined
  if (!role) throw new Error('the ladder of data/ has no ML Engineer')
  process.stdout.write(
    `\nShort cards, ML Engineer: words and seconds a card (${LANGUAGES.join(', ')}), answer on it at once\n`,
  )
  for (const target of [false, true]) {
    printLine(role, peopleOfEach, target, { kind: 'full', anchored: 0 })
    for (const anchored of ANCHORED) printLine(role, peopleOfEach, target, { kind: 'short', anchored })
    if (target) printLine(role, peopleOfEach, target, { kind: 'short', anchored: 0, ignoresTarget: true })
  }
}

function printLine(role: Role, peopleOfEach: number, hasTarget: boolean, cards: Omit<Cards, 'target'>): void {
  const counts = wordCounts(role)
  const runs = POPULATIONS.filter(({ hasBar }) => hasBar).flatMap(({ person }, p) =>
    Array.from({ length: peopleOfEach }, (_, i) => {
      const random = seededRandom(SEED * 1_000_003 + p * 10_007 + i)
      const target = hasTarget ? i % role.levels.length : undefined
      return runCards(role, person(assessedRole(role), random), { ...cards, target }, random, counts)
    }),
  )
  const total = (of: (run: CardRun) => number): number => runs.reduce((sum, run) => sum + of(run), 0)
  const cardCount = total((run) => run.cards)
  const shortCount = total((run) => run.short)
  const opened = shortCount - total((run) => run.atOnce)
  const words = LANGUAGES.map((_, at) => total((run) => run.words[at] ?? 0) / cardCount)
  const seconds = words.map((each) => (each * 60) / WORDS_A_MINUTE + SECONDS_TO_CHOOSE * (1 + opened / cardCount))
  const name = `${hasTarget ? 'ready for' : 'level'}, ${cards.kind}${cards.anchored > 0 ? `, anchored ${percent(cards.anchored)}` : ''}${cards.ignoresTarget ? ', likeliest pair' : ''}`
  process.stdout.write(
    `  ${name.padEnd(34)} ${words.map((each) => each.toFixed(0)).join(', ')} words, ${seconds.map((each) => each.toFixed(1)).join(', ')} s;` +
      ` at once ${percent(1 - opened / cardCount)} of all cards, ${percent(1 - opened / Math.max(1, shortCount))} of ${percent(shortCount / cardCount)} short ones;` +
      ` ${mean(runs.map((run) => run.cards)).toFixed(1)} questions; agrees ${percent(mean(runs.map((run) => Number(run.agrees))))},` +
      ` over ${percent(mean(runs.map((run) => Number(run.isOver))))}\n`,
  )
}

function runCards(
  role: Role,
  person: Person,
  { kind, anchored, target, ignoresTarget = false }: Cards,
  random: SeededRandom,
  counts: WordCounts,
): CardRun {
  const assessed = assessedRole(role)
  const ratings = new Map(assessed.skills.map((skill, i) => [skill.id, person[i] ?? null]))
  const assessment = createAssessment(assessed, target === undefined ? {} : { target })
  const words = LANGUAGES.map(() => 0)
  let cards = 0
  let short = 0
  let atOnce = 0
  const read = (skillId: string, steps: readonly Proficiency[]): void => {
    for (const [at, own] of (counts.get(skillId) ?? []).entries()) {
      words[at] = (words[at] ?? 0) + steps.reduce((sum, step) => sum + (own[step - 1] ?? 0), 0)
    }
  }
  for (let next = assessment.next(); next !== null; next = assessment.next()) {
    const { skillId } = next
    const answer = ratings.get(skillId) ?? null
    const required = assessed.skills.find(({ id }) => id === skillId)?.required ?? []
    const steps =
      kind === 'full'
        ? ALL_STEPS
        : shortCardSteps({
            answers: cards,
            chances: assessment.chances(skillId),
            expected: (target === undefined || ignoresTarget ? null : required[target]) ?? null,
          })
    cards += 1
    read(skillId, steps)
    if (steps.length < ALL_STEPS.length) short += 1
    const isOnCard = answer === null || answer === 0 || steps.includes(answer)
    if (steps.length < ALL_STEPS.length && isOnCard) atOnce += 1
    const settles = !isOnCard && random.happens(anchored)
    if (!isOnCard && !settles) {
      read(
        skillId,
        ALL_STEPS.filter((step) => !steps.includes(step)),
      )
    }
    assessment.answer(skillId, settles ? nearest(steps, answer) : answer)
  }
  const { grade, ready } = assessment.result()
  const fullGrade = gradeOf(assessed, ratings)
  const verdict = target === undefined ? grade : Number(ready)
  const fullVerdict = target === undefined ? fullGrade : Number(fullGrade > target)
  return { agrees: verdict === fullVerdict, isOver: verdict > fullVerdict, cards, short, atOnce, words }
}

const ALL_STEPS: readonly Proficiency[] = [1, 2, 3, 4]

function nearest(steps: readonly Proficiency[], rating: Rating): Rating {
  return steps.toSorted((a, b) => Math.abs(a - rating) - Math.abs(b - rating))[0] ?? rating
}

function wordCounts(role: Role): WordCounts {
  return new Map(
    [...role.rows.values()].map(({ skill }) => [
      skill.slug,
      LANGUAGES.map((language) =>
        PROFICIENCIES.map((step) => (localized(skill.statements[step], language) ?? '').split(' ').length),
      ),
    ]),
  )
}
