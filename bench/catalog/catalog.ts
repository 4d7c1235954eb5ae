import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skillsCommand } from '../../src/bot/commands/skills/index.ts'
import { interpret } from '../../src/bot/commands/skills/interpret.ts'
import { type Bot, type BotResponse, type Command, createBot } from '../../src/bot/index.ts'
import { type Catalog, type CatalogIndex, createCatalogIndex, loadCatalog } from '../../src/catalog/index.ts'
import { CONNECTIVES } from '../../tests/fixtures/connectives.ts'
import { type SeededRandom, seededRandom } from '../../tests/seeded-random.ts'
import { writeCatalog } from './generate.ts'
import {
  alternate,
  type Compared,
  heapInUse,
  inTurns,
  median,
  peakMemory,
  quantile,
  type Rounds,
  timed,
} from './measure.ts'
import {
  exactNames,
  type IndexedCatalog,
  misspelledNames,
  type Paired,
  type RoleQuestion,
  roleQuestions,
  type SearchQuery,
  searches,
  unfinishedNames,
} from './questions.ts'
import { drawTable, type Figure, isWithin } from './table.ts'

const SIZE = { roles: 1000, skillsPerRole: 300, skills: 1500 }
const SEED = 20261123

/** The catalog that comes with the bot; npm runs scripts in the package's folder. */
const SMALL_FOLDER = 'data'

/** The allowed ratio of a look-up in the big catalog to one in the small. */
const LOOK_UP_BOUND = 1.5

/** The allowed median of a search in the big catalog, in milliseconds. */
const SEARCH_BOUND = 5

/** The limit of hits that the command uses. */
const MAX_HITS = 10

/** Distinct questions of each kind. */
const QUESTIONS = 2000

/** Rounds of a comparison: enough for a stable median on a busy machine. */
const ROUNDS = 150

const MB = 2 ** 20

/** Compares the generated catalog with the one in data/ and prints the table. Resolves to whether every bound holds. */
export async function measureCatalog(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  const figures: Figure[] = []
  try {
    log(`writing ${SIZE.roles} roles of ${SIZE.skillsPerRole} skills`)
    await writeCatalog(folder, SIZE, SEED)
    const small = await measureSmallLoad(figures)
    const big = await measureBigLoad(folder, figures)
    const indexed = {
      small: await measureIndexes('seed', small, 9, figures),
      big: await measureIndexes('big', big, 3, figures),
    }
    const random = seededRandom(SEED)
    await measureLookUps(indexed.small, indexed.big, random, figures)
    await measureSearch(indexed.small, indexed.big, random, figures)
    await measureReplies(indexed.small, figures)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const bounded = figures.filter((figure) => figure.bound !== undefined)
  const rest = figures.filter((figure) => figure.bound === undefined)
  const title = `catalog: ${SIZE.roles} generated roles of ${SIZE.skillsPerRole} skills against ${SMALL_FOLDER}/`
  process.stdout.write(`\n${drawTable(title, [...bounded, ...rest])}`)
  return figures.every(isWithin)
}

function log(what: string): void {
  process.stderr.write(`${what}\n`)
}

async function load(folder: string): Promise<Catalog> {
  const loaded = await loadCatalog(folder)
  if (loaded.ok) return loaded.catalog
  const [first] = loaded.problems
  throw new Error(`${folder} is not a valid catalog: ${first?.file}:${first?.line}: ${first?.message}`)
}

/** Loads the catalog many times, because one load is too small to measure. */
async function measureSmallLoad(figures: Figure[]): Promise<Catalog> {
  log(`loading ${SMALL_FOLDER}/`)
  const catalog = await load(SMALL_FOLDER)
  const before = heapInUse()
  const times: number[] = []
  const catalogs: Catalog[] = []
  for (let copy = 0; copy < 15; copy += 1) {
    times.push(await timed(async () => void catalogs.push(await load(SMALL_FOLDER))))
  }
  const bytes = (heapInUse() - before) / catalogs.length
  loadFigures('seed', catalog, median(times), bytes, figures)
  return catalog
}

async function measureBigLoad(folder: string, figures: Figure[]): Promise<Catalog> {
  log('loading the generated catalog')
  const before = heapInUse()
  const start = { wall: performance.now(), processor: process.cpuUsage() }
  const catalog = await load(folder)
  const time = performance.now() - start.wall
  const { user, system } = process.cpuUsage(start.processor)
  const peak = peakMemory()
  loadFigures('big', catalog, time, heapInUse() - before, figures)
  figures.push(
    { name: 'processor time of the load, big', value: (user + system) / 1000, unit: 'ms', detail: 'all threads' },
    { name: 'peak memory of the process while loading, big', value: peak / MB, unit: 'MB', detail: 'RSS' },
  )
  return catalog
}

function loadFigures(which: string, { roles }: Catalog, time: number, bytes: number, figures: Figure[]): void {
  const rows = [...roles.values()].reduce((sum, role) => sum + role.rows.size, 0)
  figures.push(
    {
      name: `load, ${which}`,
      value: time,
      unit: 'ms',
      detail: `${(time / roles.size).toFixed(1)} ms a role, ${((time / rows) * 1000).toFixed(0)} us a row`,
    },
    {
      name: `heap of the catalog, ${which}`,
      value: bytes / MB,
      unit: 'MB',
      detail: `${(bytes / roles.size / 1024).toFixed(1)} KB a role, ${(bytes / rows).toFixed(0)} bytes a row`,
    },
  )
}

/** Creates an index and measures how long its parts take to build. */
async function measureIndexes(
  which: string,
  catalog: Catalog,
  times: number,
  figures: Figure[],
): Promise<IndexedCatalog> {
  log(`building the indexes, ${which}`)
  const catalogIndex = createCatalogIndex(catalog)
  const kinds = [
    { name: 'name index', use: (built: CatalogIndex) => void built.parse('senior', CONNECTIVES) },
    { name: 'search index', use: (built: CatalogIndex) => void built.search.find('senior', 1) },
  ]
  for (const { name, use } of kinds) {
    const before = heapInUse()
    const durations = [await timed(() => use(catalogIndex))]
    const bytes = heapInUse() - before
    for (let again = 1; again < times; again += 1) durations.push(await timed(() => use(createCatalogIndex(catalog))))
    figures.push({
      name: `${name} built, ${which}`,
      value: median(durations),
      unit: 'ms',
      detail: `heap ${(bytes / MB).toFixed(2)} MB, ${(bytes / catalog.roles.size / 1024).toFixed(1)} KB a role`,
    })
  }
  return { catalog, catalogIndex }
}

async function measureLookUps(
  small: IndexedCatalog,
  big: IndexedCatalog,
  random: SeededRandom,
  figures: Figure[],
): Promise<void> {
  log('look-ups')
  const bots = { small: botOf(small.catalogIndex), big: botOf(big.catalogIndex) }
  const readers = { small: botOf(small.catalogIndex, [lookUpOnly]), big: botOf(big.catalogIndex, [lookUpOnly]) }
  const questions = roleQuestions(small, big, QUESTIONS, random)
  const levels = mapped(questions, ({ level }) => level)
  const cells = await answeredByCells(bots, questions)
  const lookUps = [
    { name: '/skills <role> <level>, look-up only', texts: levels, ask: askBots(readers), bound: LOOK_UP_BOUND },
    { name: '/skills <role> <level> <skill>, answered', texts: cells, ask: askBots(bots), bound: LOOK_UP_BOUND },
    // Takes a microsecond: asked once each, it measures little but memory accesses.
    { name: 'parse of a name', texts: exactNames(small, big, QUESTIONS, random), ask: parseBoth(small, big) },
  ]
  for (const { name, texts, ask, bound } of lookUps) {
    figures.push(
      lookUpFigure(name, await comparedWarm(texts, ask), LOOK_UP_BOUND),
      lookUpFigure(`${name}, each once`, await compared(texts, ask, 100), bound),
    )
  }
  const unfinished = unfinishedNames(small, big, 500, random)
  const misspelled = misspelledNames(small, big, 300, random)
  const ambiguous = questions.ambiguous.map(({ level }) => level)
  figures.push(
    lookUpFigure('parse of an unfinished name', await compared(unfinished, parseBoth(small, big), 100)),
    lookUpFigure('parse of a misspelled name', await compared(misspelled, parseBoth(small, big), 5, 60)),
    await ambiguousFigure(readers.big, ambiguous),
    await levelAnswers(bots, levels),
  )
}

/** The time per question instead of per round. */
function eachOf({ ratio, first, second }: Compared, questionCount: number): Compared {
  return { ratio, first: first / questionCount, second: second / questionCount }
}

function lookUpFigure(name: string, each: Compared, bound?: number): Figure {
  const detail = `${microseconds(each.second)} against ${microseconds(each.first)}`
  return { name, value: each.ratio, unit: 'x', detail, ...(bound !== undefined && { bound }) }
}

function microseconds(time: number): string {
  return `${(time * 1000).toFixed(1)} us`
}

type AskBoth = Both<(texts: readonly string[]) => void | Promise<void>>

function askBots(bots: Both<Bot>): AskBoth {
  return { small: (texts) => askAll(bots.small, texts), big: (texts) => askAll(bots.big, texts) }
}

function parseBoth(small: IndexedCatalog, big: IndexedCatalog): AskBoth {
  const parseAll =
    ({ catalogIndex }: IndexedCatalog) =>
    (texts: readonly string[]): void => {
      for (const text of texts) catalogIndex.parse(text, CONNECTIVES)
    }
  return { small: parseAll(small), big: parseAll(big) }
}

/**
 * Compares warm look-ups: each round repeats a few questions that were asked once before the clock starts, so the processor's
 * caches hold the same amount of memory for both catalogs and only the work differs. Every round uses other questions.
 */
async function comparedWarm(texts: Paired<string>, ask: AskBoth): Promise<Compared> {
  const [count, times] = [20, 10]
  const side = (all: readonly string[], askSome: AskBoth['small']): Rounds => {
    const next = inTurns(all, count)
    let some: readonly string[] = []
    return {
      ready: () => {
        some = next()
        return askSome(some)
      },
      run: async () => {
        for (let time = 0; time < times; time += 1) await askSome(some)
      },
    }
  }
  return eachOf(await alternate(ROUNDS, side(texts.small, ask.small), side(texts.big, ask.big)), count * times)
}

/**
 * Compares distinct questions, one after another. The small catalog stays in the processor's caches and the big one does not
 * fit, so this includes the cost of memory access.
 */
async function compared(texts: Paired<string>, ask: AskBoth, count: number, rounds = ROUNDS): Promise<Compared> {
  const side = (all: readonly string[], askSome: AskBoth['small']): Rounds => {
    const next = inTurns(all, count)
    return { run: () => askSome(next()) }
  }
  return eachOf(await alternate(rounds, side(texts.small, ask.small), side(texts.big, ask.big)), count)
}

/** Look-ups by a name with several meanings, which are tried with the other words. The small catalog has hardly any. */
async function ambiguousFigure(bot: Bot, texts: readonly string[]): Promise<Figure> {
  const times: number[] = []
  for (const text of [...texts, ...texts]) times.push(await timed(() => askAll(bot, [text])))
  return {
    name: '/skills <role> <level>, a name of several things, big, 99 of 100',
    value: quantile(times.slice(texts.length), 0.99),
    unit: 'ms',
    detail: `${texts.length} different questions`,
  }
}

/** Compares whole answers to `/skills <role> <level>` relative to their size, because they grow with the role's skills. */
async function levelAnswers(bots: Both<Bot>, levels: Paired<string>): Promise<Figure> {
  const some = mapped({ small: levels.small.slice(0, 100), big: levels.big.slice(0, 100) }, (text) => text)
  const sizes = { small: await repliesSize(bots.small, some.small), big: await repliesSize(bots.big, some.big) }
  const each = await compared(some, askBots(bots), 10)
  return {
    name: '/skills <role> <level>, answered, by size of reply',
    value: each.ratio / (sizes.big / sizes.small),
    unit: 'x',
    detail: `${microseconds(each.second)} against ${microseconds(each.first)}`,
  }
}

async function repliesSize(bot: Bot, texts: readonly string[]): Promise<number> {
  let size = 0
  for (const text of texts) size += JSON.stringify(await ask(bot, text)).length
  return size
}

/** The questions that both bots answer with the requested cell. */
async function answeredByCells(bots: Both<Bot>, questions: Paired<RoleQuestion>): Promise<Paired<string>> {
  const answered: { small: string[]; big: string[] } = { small: [], big: [] }
  for (const [at, small] of questions.small.entries()) {
    const big = questions.big[at]!
    const answers = [headingOf(await ask(bots.small, small.cell)), headingOf(await ask(bots.big, big.cell))]
    if (answers[0] !== small.heading || answers[1] !== big.heading) continue
    answered.small.push(small.cell)
    answered.big.push(big.cell)
  }
  const share = answered.small.length / questions.small.length
  if (share < 0.9) throw new Error(`only ${(share * 100).toFixed(0)} % of the questions were answered with their cell`)
  return answered
}

function headingOf(outcome: BotResponse): string | undefined {
  if (outcome.type !== 'reply' || outcome.failed) return undefined
  const [first] = outcome.message.blocks
  return first?.type === 'heading' ? first.text : undefined
}

interface Both<T> {
  readonly small: T
  readonly big: T
}

function mapped<T, U>({ small, big }: Paired<T>, change: (item: T) => U): Paired<U> {
  return { small: small.map(change), big: big.map(change) }
}

/** The command without its answers: parsing and interpretation only. */
const lookUpOnly: Command = {
  ...skillsCommand,
  run(text, context) {
    const interpretation = interpret(text, context)
    if (interpretation.type === 'search') throw new Error(`"${text}" is no look-up`)
    return { type: 'choices', choices: [] }
  },
}

function botOf(catalogIndex: CatalogIndex, commands: readonly Command[] = [skillsCommand]): Bot {
  return createBot({
    commands,
    catalogIndex: () => catalogIndex,
    report: ({ error }) => {
      throw error
    },
  })
}

const DELIVERY = {
  id: 'bench',
  person: { platform: 'bench', workspace: 'bench', user: 'bench' },
  locale: 'en',
} as const

function ask(bot: Bot, text: string): Promise<BotResponse> {
  return bot.handle({ ...DELIVERY, type: 'command', name: 'skills', text })
}

async function askAll(bot: Bot, texts: readonly string[]): Promise<void> {
  for (const text of texts) await ask(bot, text)
}

async function measureSearch(
  small: IndexedCatalog,
  big: IndexedCatalog,
  random: SeededRandom,
  figures: Figure[],
): Promise<void> {
  log('searching')
  const wanted = { small: searches(small, 300, random), big: searches(big, 300, random) }
  const find =
    ({ catalogIndex: { search } }: IndexedCatalog) =>
    ({ text, within }: SearchQuery): void =>
      void search.find(text, MAX_HITS, within && { within })
  const times = await searchTimes(wanted, { small: find(small), big: find(big) })
  const bots = { small: botOf(small.catalogIndex), big: botOf(big.catalogIndex) }
  const typing =
    (bot: Bot) =>
    async ({ text, within }: SearchQuery): Promise<void> =>
      void (await ask(bot, within ? `${within.slug} ${text}` : text))
  const typed = await searchTimes(wanted, { small: typing(bots.small), big: typing(bots.big) })

  figures.push(
    {
      name: 'search, big, median',
      value: median(times.big),
      unit: 'ms',
      bound: SEARCH_BOUND,
      detail: `${wanted.big.length} different searches`,
    },
    { name: 'search, big, 99 of 100', value: quantile(times.big, 0.99), unit: 'ms' },
    {
      name: 'search',
      value: median(times.big) / median(times.small),
      unit: 'x',
      detail: `${median(times.big).toFixed(2)} ms against ${median(times.small).toFixed(2)} ms`,
    },
    { name: '/skills <search>, answered, big, median', value: median(typed.big), unit: 'ms' },
    { name: '/skills <search>, answered, big, 99 of 100', value: quantile(typed.big, 0.99), unit: 'ms' },
    {
      name: '/skills <search>, answered',
      value: median(typed.big) / median(typed.small),
      unit: 'x',
      detail: `${median(typed.big).toFixed(2)} ms against ${median(typed.small).toFixed(2)} ms`,
    },
  )
}

/** Runs every search a few times, alternating between the catalogs. The first round only warms up. */
async function searchTimes(
  wanted: Paired<SearchQuery>,
  finding: Both<(wanted: SearchQuery) => void | Promise<void>>,
): Promise<Paired<number>> {
  const times: { small: number[]; big: number[] } = { small: [], big: [] }
  for (let round = 0; round < 3; round += 1) {
    for (const [at, one] of wanted.small.entries()) {
      const other = wanted.big[at]!
      const elapsed = { small: await timed(() => finding.small(one)), big: await timed(() => finding.big(other)) }
      if (round === 0) continue
      times.small.push(elapsed.small)
      times.big.push(elapsed.big)
    }
  }
  return times
}

const REPLIES = [
  ['level', 'ml-engineer senior'],
  ['role', 'ml-engineer'],
  ['cell', 'ml-engineer senior pytorch'],
  ['search', 'rollback checkpoints'],
] as const

/** The cost of building a reply relative to serializing it as JSON. */
async function measureReplies({ catalogIndex }: IndexedCatalog, figures: Figure[]): Promise<void> {
  log('answering')
  const bot = botOf(catalogIndex)
  for (const [name, text] of REPLIES) {
    const outcome = await ask(bot, text)
    if (outcome.type !== 'reply' || outcome.failed) throw new Error(`"/skills ${text}" is not answered`)
    const { message } = outcome
    const texts = Array.from({ length: 20 }, () => text)
    const write = (): void => {
      for (const _ of texts) JSON.stringify(message)
    }
    const round = await alternate(100, { run: write }, { run: () => askAll(bot, texts) })
    const each = eachOf(round, texts.length)
    figures.push({
      name: `reply (${name}) against its JSON, seed`,
      value: each.ratio,
      unit: 'x',
      detail: `/skills ${text}: ${microseconds(each.second)} against ${microseconds(each.first)}`,
    })
  }
}
