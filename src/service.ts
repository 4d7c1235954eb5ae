import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import type { Logger } from 'pino'
import {
  type Bot,
  type Community,
  type Installed,
  type Keeping,
  keepUp,
  type Ladder,
  type LadderStatus,
  type Notifier,
  publishProposals,
  type Showcase,
  startLinkNotices,
  startRetention,
  startUpkeep,
} from './bot/index.ts'
import type { Library } from './catalog/index.ts'
import type { Config } from './config.ts'
import { translator } from './i18n/index.ts'
import { type Check, createListener, type Note, serveOperations } from './ops/listener.ts'
import { createMetrics } from './ops/metrics.ts'
import type { SlackParts } from './platforms/slack/index.ts'

export interface ServiceParts {
  readonly config: Config
  readonly bot: Bot
  readonly keep: Keeping
  readonly ladder: Ladder
  readonly community: Community
  readonly library: () => Library
  readonly log: Logger
  /** Ends the wait below: SIGTERM or SIGINT. */
  readonly stopped: Promise<string>
  /** A terminal that is answered in beside the platforms. */
  readonly terminal?: Notifier & { run(): Promise<void> }
}

const DAY_MS = 24 * 60 * 60 * 1000

/** How long deliveries in hand may take at the end; a container is killed after ten seconds. */
const GRACE_MS = 8000

/** The platforms are not kept waiting for the store for longer. */
const FIRST_MS = 1500

/** A platform as the service runs it. */
interface Running extends Notifier {
  /** Where proposals are shown; undefined where none are taken there. */
  readonly showcase?: Showcase | undefined
  /** Where the app is installed. */
  readonly installed: Installed
  start(): Promise<void>
  check(): Promise<string | undefined>
  stop(): Promise<void>
}

interface Wanted {
  readonly name: string
  readonly open: (refused: (why: string) => void) => Promise<Running>
  /** What the log says once it takes deliveries. */
  readonly ready: string
}

/**
 * Runs the bot on its chat platforms until it is told to stop, or until every one of them refuses it. Resolves with the
 * exit code. One that fails is reported and does not stop the others.
 */
export async function runService({
  config,
  bot,
  keep,
  ladder,
  community,
  library,
  log,
  stopped,
  terminal,
}: ServiceParts): Promise<number> {
  // A process that answers for weeks does not hold what a busy minute took: the heap is cleared when it has grown by three fifths,
  // where the engine would wait until it has doubled or more.
  setFlagsFromString('--heap-growing-percent=60')
  const { store, now } = keep
  const metrics = createMetrics()
  const { status } = ladder
  metrics.gauge(
    'rung_log_unreadable_entries',
    'Entries of the log of decisions that cannot be read.',
    () => status().unreadable,
  )
  metrics.gauge(
    'rung_log_losses',
    'Times the log of decisions had lost entries that were read here.',
    () => status().losses,
  )
  let starting = true
  const checks: Record<string, Check> = {
    start: () => Promise.resolve(starting ? 'still starting' : undefined),
    store: () => store.check(),
    proposals: async () => {
      await ladder.follow()
      return proposalsNote(ladder.status(), now())
    },
    community: () => {
      const awaited = community.awaited()
      const note = `no proposal is decided until ${awaited.join(' and ')} has reported its members and experts`
      return Promise.resolve(awaited.length > 0 ? { note } : undefined)
    },
  }
  const report = (error: unknown): void => log.error({ err: error }, 'a request failed')
  const listener = createListener({ ...config.listener, portVariable: 'PORT', report })
  const operations = config.operations
    ? createListener({ ...config.operations, portVariable: 'RUNG_OPS_PORT', report })
    : listener
  serveOperations(operations, { metrics, checks })
  const { host, port } = await listener.start()
  if (operations !== listener) {
    log.info(await operations.start(), 'listening for operators')
  }
  const common = {
    bot,
    store,
    community,
    nominateEmoji: config.nominateEmoji,
    locale: config.locale,
    // What has been decided is part of an answer too, also where it brings back what was before.
    catalogVersion: () => `${library().catalog.version}/${ladder.board().applied.length}`,
    listener,
    metrics,
    log,
    now,
  }
  const wanted = platformsOf(config, common)
  const running = new Map<string, Running>()
  let left = wanted.length

  let giveUp: (why: string) => void = () => {}
  const refused = new Promise<string>((resolve) => {
    giveUp = resolve
  })
  const lost = (name: string, why: string): void => {
    running.delete(name)
    community.lost(name.toLowerCase())
    delete checks[name.toLowerCase()]
    left -= 1
    if (community.awaited().includes(name.toLowerCase())) {
      log.error({ platform: name }, `no proposal is decided until ${name} has reported its members and experts`)
    }
    if (left > 0) log.error({ platform: name }, `${name} is left out: ${why}`)
    else giveUp(why)
  }

  const publishing: { stop(): Promise<void> }[] = []
  const publish = (showcase: Showcase) =>
    publishProposals({
      ladder,
      things: store.things,
      events: store.events,
      showcase,
      t: translator(config.locale),
      now,
      began: () => log.info({ platform: showcase.platform }, 'this process keeps the cards of proposals'),
      report: (problem, details) => log.error({ platform: showcase.platform, ...details }, problem),
    })

  /** Opens a platform; resolves once it takes deliveries, or is lost. */
  const begin = async ({ name, open, ready }: Wanted): Promise<void> => {
    let gone = false
    const lose = (why: string): void => {
      if (!gone) lost(name, why)
      gone = true
    }
    try {
      const platform = await open(lose)
      running.set(name, platform)
      checks[name.toLowerCase()] = () => platform.check()
      await platform.start()
      if (gone) return
      log.info({ host, port }, ready)
      if (platform.showcase) publishing.push(publish(platform.showcase))
    } catch (error) {
      lose(error instanceof Error ? error.message : String(error))
    }
  }

  const notifier: Notifier = {
    platforms: () => [...(terminal ? [terminal] : []), ...running.values()].flatMap((each) => each.platforms()),
    reaches: (person) =>
      terminal?.reaches(person) === true || [...running.values()].some((each) => each.reaches(person)),
    async tell(person, message) {
      const there = [...(terminal ? [terminal] : []), ...running.values()].find((each) => each.reaches(person))
      return there !== undefined && (await there.tell(person, message))
    },
  }
  const upToDate = keepUp(ladder, (problem, error) =>
    problem === undefined ? log.info('the ladder is followed again') : log.error({ err: error }, problem),
  )
  const upkeep = startUpkeep({
    keep,
    library,
    notifier,
    report: (problem, error) => log.warn({ err: error }, problem),
  })
  const linkNotices = startLinkNotices({
    ladder,
    events: store.events,
    notifier,
    now,
    report: (problem, error) => log.warn({ err: error }, problem),
  })
  const retention = startRetention({
    store,
    retention: config.retention,
    installed: () => [...running.values()].map(({ installed }) => installed),
    now,
    swept: (removed) => log.info(removed, 'what was kept for long enough has been removed'),
    report: (problem, error) => log.warn({ err: error }, problem),
  })
  try {
    // What has been decided is read first, where the store answers at once: nobody is answered from older files.
    const read = Promise.race([upToDate.first, new Promise((resolve) => setTimeout(resolve, FIRST_MS).unref())])
    void read
      // The first question waits for no index then. Health is answered meanwhile.
      .then(() => library().prepare(setImmediate))
      .then(() => Promise.all(wanted.map(begin)))
      .then(() => {
        starting = false
        retention.sweep()
      })
    // The terminal may be closed while the platforms go on.
    terminal?.run().catch((error: unknown) => log.error({ err: error }, 'the terminal failed'))
    const ended = await Promise.race([
      stopped.then((signal) => ({ code: 0, why: signal })),
      refused.then((why) => ({ code: 1, why })),
    ])
    if (ended.code === 0) log.info({ signal: ended.why }, 'stopping')
    else log.fatal(ended.why)
    checks['process'] = () => Promise.resolve('stopping')
    let grace: NodeJS.Timeout | undefined
    await Promise.race([
      Promise.all([
        listener.stop(GRACE_MS),
        upkeep.stop(),
        linkNotices.stop(),
        retention.stop(),
        ...publishing.map((each) => each.stop()),
        ...[...running.values()].map((platform) => platform.stop()),
      ]),
      // It holds the process: timers of what is in hand may not, and Node would end with code 13 before it is done.
      new Promise((resolve) => {
        grace = setTimeout(resolve, GRACE_MS)
      }),
    ])
    clearTimeout(grace)
    return ended.code
  } finally {
    await upToDate.stop()
    await Promise.all([listener.stop(0), operations.stop(0)])
  }
}

/** What an operator should know about the log of decisions. */
function proposalsNote({ unreadable, lostAt }: LadderStatus, now: number): Note | undefined {
  const notes = [
    unreadable > 0 ? `${unreadable} log entries cannot be read: run the command \`cli log check\`` : undefined,
    lostAt !== undefined && now - lostAt < DAY_MS
      ? `the log lost entries at ${new Date(lostAt).toISOString()}: what people did then is missing`
      : undefined,
  ].filter((note) => note !== undefined)
  return notes.length > 0 ? { note: notes.join('; ') } : undefined
}

type Common = Pick<
  SlackParts,
  'bot' | 'community' | 'nominateEmoji' | 'locale' | 'store' | 'catalogVersion' | 'listener' | 'metrics' | 'log' | 'now'
>

/** The platforms that are configured. Their libraries are loaded for these alone, so that the others cost nothing. */
function platformsOf({ slack, discord }: Config, common: Common): readonly Wanted[] {
  const wanted: Wanted[] = []
  if (slack) {
    wanted.push({
      name: 'Slack',
      ready: `ready in Slack (${slack.transport.type === 'http' ? 'HTTP' : 'Socket Mode'})`,
      open: async (refused) =>
        (await import('./platforms/slack/index.ts')).createSlack({ ...common, config: slack, refused }),
    })
  }
  if (discord) {
    wanted.push({
      name: 'Discord',
      ready: 'ready in Discord',
      open: async (refused) =>
        (await import('./platforms/discord/index.ts')).createDiscord({ ...common, config: discord, refused }),
    })
  }
  return wanted
}
