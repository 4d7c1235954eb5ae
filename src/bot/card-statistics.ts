import { z } from 'zod'
import { CARD_KINDS, type CardKind } from '../assessment/index.ts'
import { CARD_TIME_LENGTH, MAX_CARD_SECONDS } from '../store/records.ts'
import { type KeyValueStore, StoreUnavailable } from '../store/store.ts'

/** How long people take for a card of an assessment, by kind of card, counted by all processes together. */
export interface CardStatistics {
  /** Adds the card times of a finished assessment. If the store is unavailable, they are dropped. */
  add(cardTimes: string): Promise<void>
  /**
   * The median seconds of a card. Undefined if the store is unavailable, and until enough assessments have been timed. May be some
   * minutes old.
   */
  medianOf(card: CardKind): Promise<number | undefined>
  /** Calls a listener for every card that this process adds. */
  onCard(listener: (time: CardTime) => void): void
}

interface CardTime {
  readonly card: CardKind
  readonly seconds: number
}

export interface CardStatisticsOptions {
  readonly keyValues: KeyValueStore
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const NAME = 'assessment/card-seconds'
const SCHEMA = 1

/** Assessments of a kind of card before their median is used. */
const LEAST_ASSESSMENTS = 50
/** At this number of assessments all counts are halved, so that they stay small and old times fade. */
const MOST_ASSESSMENTS = 1000
const CACHE_MS = 10 * 60 * 1000
/** Attempts at a write. Each one that fails is a write of another process. */
const MAX_ATTEMPTS = 5

const Histogram = z.object({
  assessments: z.int().nonnegative(),
  /** How many cards took so many seconds, by seconds from 0. */
  counts: z.array(z.int().nonnegative()).max(MAX_CARD_SECONDS + 1),
})
type Histogram = Readonly<z.infer<typeof Histogram>>
const Histograms = z.object({ schema: z.literal(SCHEMA), full: Histogram, short: Histogram })
type Histograms = Readonly<z.infer<typeof Histograms>>

const EMPTY: Histogram = { assessments: 0, counts: [] }

export function createCardStatistics({ keyValues, now }: CardStatisticsOptions): CardStatistics {
  const listeners: ((time: CardTime) => void)[] = []
  let cached: { readonly histograms: Histograms | undefined; readonly at: number } | undefined

  const addOnce = async (times: readonly CardTime[]): Promise<boolean> => {
    const stored = await keyValues.read(NAME)
    const before = stored ? parse(stored.value) : undefined
    // A later version of Rung has written it.
    if (stored && !before) return true
    const after = withTimes(before, times)
    const written = await keyValues.write(NAME, JSON.stringify(after), { ifVersion: stored?.version ?? null })
    return written.status === 'done'
  }

  const read = async (): Promise<Histograms | undefined> => {
    const time = now()
    if (!cached || time - cached.at >= CACHE_MS || time < cached.at) {
      const stored = await keyValues.read(NAME)
      cached = { histograms: stored ? parse(stored.value) : undefined, at: time }
    }
    return cached.histograms
  }

  return {
    onCard: (listener) => void listeners.push(listener),

    async add(cardTimes) {
      const times = parseTimes(cardTimes)
      if (times.length === 0) return
      for (const time of times) for (const listener of listeners) listener(time)
      await unlessUnavailable(async () => {
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) if (await addOnce(times)) return
      })
    },

    async medianOf(card) {
      const histogram = (await unlessUnavailable(read))?.[card]
      return histogram && histogram.assessments >= LEAST_ASSESSMENTS ? median(histogram.counts) : undefined
    },
  }
}

/** The outcome of some work that the person can do without; undefined if the store is unavailable. */
async function unlessUnavailable<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreUnavailable) return undefined
    throw error
  }
}

function parse(text: string): Histograms | undefined {
  try {
    return Histograms.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function parseTimes(text: string): readonly CardTime[] {
  return Array.from({ length: text.length / CARD_TIME_LENGTH }, (_, at) => {
    const time = text.slice(at * CARD_TIME_LENGTH, (at + 1) * CARD_TIME_LENGTH)
    return { card: time.startsWith('s') ? 'short' : 'full', seconds: Number(time.slice(1)) }
  })
}

function withTimes(before: Histograms | undefined, times: readonly CardTime[]): Histograms {
  const added = (card: CardKind): Histogram => {
    const own = times.filter((time) => time.card === card)
    const { assessments, counts } = before?.[card] ?? EMPTY
    if (own.length === 0) return { assessments, counts }
    const most = Math.max(counts.length - 1, ...own.map(({ seconds }) => seconds))
    const sums = Array.from(
      { length: most + 1 },
      (_, second) => (counts[second] ?? 0) + own.filter(({ seconds }) => seconds === second).length,
    )
    const isFull = assessments + 1 >= MOST_ASSESSMENTS
    const half = (count: number): number => (isFull ? Math.floor(count / 2) : count)
    return { assessments: half(assessments + 1), counts: sums.map(half) }
  }
  const [full, short] = CARD_KINDS.map(added)
  return { schema: SCHEMA, full: full ?? EMPTY, short: short ?? EMPTY }
}

/** The median of a histogram by whole seconds, at the middle of its second; undefined if it is empty. */
function median(counts: readonly number[]): number | undefined {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2
  let below = 0
  for (const [seconds, count] of counts.entries()) {
    below += count
    if (count > 0 && below >= half) return seconds + 0.5
  }
  return undefined
}
