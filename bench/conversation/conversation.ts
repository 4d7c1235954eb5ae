import { understand } from '../../src/bot/conversation/understand.ts'
import { createVocabulary } from '../../src/bot/input.ts'
import { languages } from '../../src/i18n/index.ts'
import { QUESTION_SETS, readQuestions } from '../../tests/conversation/score.ts'
import { openCatalog } from '../../tests/fixtures/open-catalog.ts'
import { alternate, median, quantile, timed } from '../catalog/measure.ts'
import { drawTable, type Figure, isWithin } from '../catalog/table.ts'

// What it takes to read a question in plain words, beside the plain look-up of names in the same text.

/** Milliseconds that 99 of 100 questions may take. */
const MOST_MS = 5

const ROUNDS = 5
const REPEATS = 5

/** Measures all questions of the tests and prints the times; true if they are within the bound. */
export async function measureConversation(): Promise<boolean> {
  const catalogIndex = await openCatalog('data')
  const vocabulary = createVocabulary(languages)
  const sets = await Promise.all(QUESTION_SETS.map(readQuestions))
  const texts = sets.flat().map(({ ask }) => ask)
  const connectives = vocabulary.words('connectives')
  const lookUp = (text: string): unknown => catalogIndex.parse(text, connectives, vocabulary.isOrdinary)
  let reads = 0
  const read = (text: string): unknown => {
    reads += 1
    // A question that is repeated is not read again, so a blank more or less tells them apart.
    return understand(`${text}${' '.repeat(reads % 3)}`, { catalogIndex, vocabulary })
  }
  const all = (work: (text: string) => unknown) => ({ run: () => texts.forEach((text) => void work(text)) })

  const compared = await alternate(ROUNDS, all(lookUp), all(read))
  const times: number[] = []
  for (const text of texts) {
    const tries: number[] = []
    for (let nth = 0; nth < REPEATS; nth += 1) tries.push(await timed(() => void read(text)))
    times.push(median(tries))
  }
  const figures: readonly Figure[] = [
    { name: 'a question, 99 of 100', value: quantile(times, 0.99), unit: 'ms', bound: MOST_MS },
    { name: 'a question, half of them', value: median(times), unit: 'ms' },
    {
      name: 'against the look-up of its names',
      value: compared.ratio,
      unit: 'x',
      detail: `${texts.length} questions`,
    },
  ]
  process.stdout.write(`${drawTable('questions in plain words', figures)}\n`)
  return figures.every(isWithin)
}
