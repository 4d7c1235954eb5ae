import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skillsCommand } from '../../src/bot/commands/skills/index.ts'
import { interpret } from '../../src/bot/commands/skills/interpret.ts'
import { type Bot, type BotResponse, type Command, createBot } from '../../src/bot/index.ts'
import { type Catalog, type CatalogIndex, createCatalogIndex, loadCatalog } from '../../src/catalog/index.ts'
import { CONNECTIVES } from '../../tests/fixtures/connectives.ts'
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
  type Asked,
  exactNames,
  misspeltNames,
  type Paired,
  type RoleQuestion,
  roleQuestions,
  type Searched,
  searches,
  unfinishedNames,
} from './questions.ts'
import { type Random, random } from './random.ts'
import { drawTable, type Figure, isWithin } from './table.ts'

const SIZE = { roles: 1000, skillsARole: 300, skills: 1500 }
const SEED = 20261123

/** The catalogue that comes with the bot; npm runs scripts in the package's folder. */
const SMALL_FOLDER = 'data'

/** A look-up in the big catalogue may cost so many times one in the small. */
const LOOK_UP_BOUND = 1.5

/** Milliseconds that half of all searches in the big catalogue may take at most. */
const SEARCH_BOUND = 5

/** What search answers at most, as the command asks it. */
const MOST_HITS = 10

/** Different questions of a kind. */
const QUESTIONS = 2000

/** Rounds a comparison takes: enough for the median to stand still on a busy machine. */
const ROUNDS = 150

const MB = 2 ** 20

/** Measures the generated catalogue against the one in data/ and prints the table; true where every bound holds. */
export async function measureCatalog(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  const figures: Figure[] = []
  try {
    say(`writing ${SIZE.roles} roles of ${SIZE.skillsARole} skills`)
    await writeCatalog(folder, SIZE, SEED)
    const small = await measureSmallLoad(figures)
    const big = await measureBigLoad(folder, figures)
    const asked = {
      small: await measureIndexes('seed', small, 9, figures),
      big: await measureIndexes('big', big, 3, figures),
    }
    const chance = random(SEED)
    await measureLookUps(asked.small, asked.big, chance, figures)
    await measureSearch(asked.small, asked.big, chance, figures)
    await measureReplies(asked.small, figures)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const bounded = figures.filter((figure) => figure.bound !== undefined)
  const rest = figures.filter((figure) => figure.bound === undefined)
  const title = `catalogue: ${SIZE.roles} generated roles of ${SIZE.skillsARole} skills against ${SMALL_FOLDER}/`
  process.stdout.write(`\n${drawTable(title, [...bounded, ...rest])}`)
  return figures.every(isWithin)
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}

async function load(folder: string): Promise<Catalog> {
  const loaded = await loadCatalog(folder)
  if (loaded.ok) return loaded.catalog
  const [first] = loaded.problems
  throw new Error(`${folder} is no valid catalogue: ${first?.file}:${first?.line}: ${first?.message}`)
}

/** Loaded many times over, for it is too small to weigh once. */
async function measureSmallLoad(figures: Figure[]): Promise<Catalog> {
  say(`loading ${SMALL_FOLDER}/`)
  const catalog = await load(SMALL_FOLDER)
  const before = heapInUse()
  const times: number[] = []
  const held: Catalog[] = []
  for (let copy = 0; copy < 15; copy += 1) {
    times.push(await timed(async () => void held.push(await load(SMALL_FOLDER))))
  }
  const bytes = (heapInUse() - before) / held.length
  loadFigures('seed', catalog, median(times), bytes, figures)
  return catalog
}

async function measureBigLoad(folder: string, figures: Figure[]): Promise<Catalog> {
  say('loading the generated catalogue')
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
      name: `heap of the catalogue, ${which}`,
      value: bytes / MB,
      unit: 'MB',
      detail: `${(bytes / roles.size / 1024).toFixed(1)} KB a role, ${(bytes / rows).toFixed(0)} bytes a row`,
    },
  )
}

/** Opens a library and has it build its indexes. */
async function measureIndexes(which: string, catalog: Catalog, times: number, figures: Figure[]): Promise<Asked> {
  say(`building the indexes, ${which}`)
  const catalogIndex = createCatalogIndex(catalog)
  const kinds = [
    { name: 'name index', use: (built: CatalogIndex) => void built.parse('senior', CONNECTIVES) },
    { name: 'search index', use: (built: CatalogIndex) => void built.search.find('senior', 1) },
  ]
  for (const { name, use } of kinds) {
    const before = heapInUse()
    const taken = [await timed(() => use(catalogIndex))]
    const bytes = heapInUse() - before
    for (let again = 1; again < times; again += 1) taken.push(await timed(() => use(createCatalogIndex(catalog))))
    figures.push({
      name: `${name} built, ${which}`,
      value: median(taken),
      unit: 'ms',
      detail: `heap ${(bytes / MB).toFixed(2)} MB, ${(bytes / catalog.roles.size / 1024).toFixed(1)} KB a role`,
    })
  }
  return { catalog, catalogIndex }
}

async function measureLookUps(small: Asked, big: Asked, chance: Random, figures: Figure[]): Promise<void> {
  say('asking')
  const bots = { small: botOf(small.catalogIndex), big: botOf(big.catalogIndex) }
  const readers = { small: botOf(small.catalogIndex, [lookUpOnly]), big: botOf(big.catalogIndex, [lookUpOnly]) }
  const questions = roleQuestions(small, big, QUESTIONS, chance)
  const levels = mapped(questions, ({ level }) => level)
  const cells = await answeredByCells(bots, questions)
  const lookUps = [
    { name: '/skills <role> <level>, look-up only', texts: levels, ask: asking(readers), bound: LOOK_UP_BOUND },
    { name: '/skills <role> <level> <skill>, answered', texts: cells, ask: asking(bots), bound: LOOK_UP_BOUND },
    // A part of every look-up, of a microsecond: asked each once it is no more than a few accesses to memory.
    { name: 'read of a name', texts: exactNames(small, big, QUESTIONS, chance), ask: reading(small, big) },
  ]
  for (const { name, texts, ask, bound } of lookUps) {
    figures.push(
      lookUpFigure(name, await comparedWarm(texts, ask), LOOK_UP_BOUND),
      lookUpFigure(`${name}, each once`, await compared(texts, ask, 100), bound),
    )
  }
  const unfinished = unfinishedNames(small, big, 500, chance)
  const misspelt = misspeltNames(small, big, 300, chance)
  const ambiguous = questions.ambiguous.map(({ level }) => level)
  figures.push(
    lookUpFigure('read of an unfinished name', await compared(unfinished, reading(small, big), 100)),
    lookUpFigure('read of a misspelt name', await compared(misspelt, reading(small, big), 5, 60)),
    await ambiguousFigure(readers.big, ambiguous),
    await levelAnswers(bots, levels),
  )
}

/** The time of one question, not of a round of them. */
function eachOf({ ratio, first, second }: Compared, asked: number): Compared {
  return { ratio, first: first / asked, second: second / asked }
}

function lookUpFigure(name: string, each: Compared, bound?: number): Figure {
  const detail = `${microseconds(each.second)} against ${microseconds(each.first)}`
  return { name, value: each.ratio, unit: 'x', detail, ...(bound !== undefined && { bound }) }
}

function microseconds(time: number): string {
  return `${(time * 1000).toFixed(1)} us`
}

type Asking = Both<(texts: readonly string[]) => void | Promise<void>>

function asking(bots: Both<Bot>): Asking {
  return { small: (texts) => askAll(bots.small, texts), big: (texts) => askAll(bots.big, texts) }
}

function reading(small: Asked, big: Asked): Asking {
  const readAll =
    ({ catalogIndex }: Asked) =>
    (texts: readonly string[]): void => {
      for (const text of texts) catalogIndex.parse(text, CONNECTIVES)
    }
  return { small: readAll(small), big: readAll(big) }
}

/**
 * A few questions a round, asked once before the clock starts and then over and over, so that the same amount of memory
 * is in the processor's caches for both catalogues and what is left to compare is the work. Every round has others.
 */
async function comparedWarm(texts: Paired<string>, ask: Asking): Promise<Compared> {
  const [count, times] = [20, 10]
  const side = (all: readonly string[], askSome: Asking['small']): Rounds => {
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
 * Different questions one after the other. The small catalogue stays in the caches and the big one does not fit: this
 * compares the memory of the machine along with the work.
 */
async function compared(texts: Paired<string>, ask: Asking, count: number, rounds = ROUNDS): Promise<Compared> {
  const side = (all: readonly string[], askSome: Asking['small']): Rounds => {
    const next = inTurns(all, count)
    return { run: () => askSome(next()) }
  }
  return eachOf(await alternate(rounds, side(texts.small, ask.small), side(texts.big, ask.big)), count)
}

/** A name that two things have: the meanings are tried with the other words. The small catalogue has hardly any. */
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

/** Whole answers to `/skills <role> <level>` grow with the role's skills, so they are compared by the size of the reply. */
async function levelAnswers(bots: Both<Bot>, levels: Paired<string>): Promise<Figure> {
  const some = mapped({ small: levels.small.slice(0, 100), big: levels.big.slice(0, 100) }, (text) => text)
  const sizes = { small: await repliesSize(bots.small, some.small), big: await repliesSize(bots.big, some.big) }
  const each = await compared(some, asking(bots), 10)
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

/** Only questions that both answer with the cell that was asked for. */
async function answeredByCells(bots: Both<Bot>, questions: Paired<RoleQuestion>): Promise<Paired<string>> {
  const kept: { small: string[]; big: string[] } = { small: [], big: [] }
  for (const [at, small] of questions.small.entries()) {
    const big = questions.big[at]!
    const answers = [headingOf(await ask(bots.small, small.cell)), headingOf(await ask(bots.big, big.cell))]
    if (answers[0] !== small.heading || answers[1] !== big.heading) continue
    kept.small.push(small.cell)
    kept.big.push(big.cell)
  }
  const share = kept.small.length / questions.small.length
  if (share < 0.9) throw new Error(`only ${(share * 100).toFixed(0)} % of the questions were answered with their cell`)
  return kept
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

/** The command without its answers: what is left is the reading of the words and the interpretation. */
const lookUpOnly: Command = {
  ...skillsCommand,
  run(text, asking) {
    const meant = interpret(text, asking)
    if (meant.type === 'search') throw new Error(`"${text}" is no look-up`)
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

async function measureSearch(small: Asked, big: Asked, chance: Random, figures: Figure[]): Promise<void> {
  say('searching')
  const wanted = { small: searches(small, 300, chance), big: searches(big, 300, chance) }
  const find =
    ({ catalogIndex: { search } }: Asked) =>
    ({ text, within }: Searched): void =>
      void search.find(text, MOST_HITS, within && { within })
  const times = await searchTimes(wanted, { small: find(small), big: find(big) })
  const bots = { small: botOf(small.catalogIndex), big: botOf(big.catalogIndex) }
  const typing =
    (bot: Bot) =>
    async ({ text, within }: Searched): Promise<void> =>
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

/** Every search a few times in each catalogue, in turns; the first time only warms up. */
async function searchTimes(
  wanted: Paired<Searched>,
  finding: Both<(wanted: Searched) => void | Promise<void>>,
): Promise<Paired<number>> {
  const times: { small: number[]; big: number[] } = { small: [], big: [] }
  for (let round = 0; round < 3; round += 1) {
    for (const [at, one] of wanted.small.entries()) {
      const other = wanted.big[at]!
      const taken = { small: await timed(() => finding.small(one)), big: await timed(() => finding.big(other)) }
      if (round === 0) continue
      times.small.push(taken.small)
      times.big.push(taken.big)
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

/** What it takes to make a reply, against writing the same reply as JSON. */
async function measureReplies({ catalogIndex }: Asked, figures: Figure[]): Promise<void> {
  say('answering')
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
