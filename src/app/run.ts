import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { proposalViews, startLinkNotices, startReminders, startRetention } from '../bot/index.ts'
import { translator } from '../i18n/index.ts'
import type { ConfiguredPlatform, Platform, PlatformContext } from '../platforms/platform.ts'
import {
  type LogStatus,
  type Notifier,
  type ProposalsChannel,
  startFollower,
  startPublisher,
} from '../proposals/index.ts'
import { createHttpServer, type ReadinessCheck, type ReadinessNote, serveOperations } from '../runtime/http-server.ts'
import { createMetrics } from '../runtime/metrics.ts'
import type { App } from './app.ts'

export interface RunOptions {
  /** Ends the run: resolves with the name of the signal. */
  readonly stopped: Promise<string>
  /** The terminal that is answered in beside the platforms. */
  readonly terminal?: (Notifier & { run(): Promise<void> }) | undefined
}

const DAY_MS = 24 * 60 * 60 * 1000

/** How long deliveries in hand may take at the end; a container is killed after ten seconds. */
const GRACE_MS = 8000

/** The platforms are not kept waiting for the store for longer. */
const FIRST_MS = 1500

/**
 * Runs the bot on its chat platforms until it is told to stop, or until every one of them refuses it. Resolves with the
 * exit code. One that fails is reported and does not stop the others.
 */
export async function runPlatforms(app: App, { stopped, terminal }: RunOptions): Promise<number> {
  const { config, services, store, proposals: ladder, community, catalogIndex, log } = app
  // A process that answers for weeks does not hold what a busy minute took: the heap is cleared when it has grown by three fifths,
  // where the engine would wait until it has doubled or more.
  setFlagsFromString('--heap-growing-percent=60')
  const { now } = services
  const metrics = createMetrics()
  const { logStatus: status } = ladder
  metrics.addGauge(
    'rung_log_unreadable_entries',
    'Entries of the log of decisions that cannot be read.',
    () => status().unreadable,
  )
  metrics.addGauge(
    'rung_log_losses',
    'Times the log of decisions had lost entries that were read here.',
    () => status().losses,
  )
  let starting = true
  const checks: Record<string, ReadinessCheck> = {
    start: () => Promise.resolve(starting ? 'still starting' : undefined),
    store: () => store.check(),
    proposals: async () => {
      await ladder.catchUp()
      return proposalsNote(ladder.logStatus(), now())
    },
    community: () => {
      const awaited = community.pendingPlatforms()
      const note = `no proposal is decided until ${awaited.join(' and ')} has reported its members and experts`
      return Promise.resolve(awaited.length > 0 ? { note } : undefined)
    },
  }
  const report = (error: unknown): void => log.error({ err: error }, 'a request failed')
  const listener = createHttpServer({ ...config.listener, portVariable: 'PORT', report })
  const operations = config.operations
    ? createHttpServer({ ...config.operations, portVariable: 'RUNG_OPS_PORT', report })
    : listener
  serveOperations(operations, { metrics, checks })
  const { host, port } = await listener.start()
  if (operations !== listener) {
    log.info(await operations.start(), 'listening for operators')
  }
  const common = platformContext(app, { listener, metrics })
  const wanted = config.platforms
  const running = new Map<string, Platform>()
  let left = wanted.length

  let giveUp: (why: string) => void = () => {}
  const refused = new Promise<string>((resolve) => {
    giveUp = resolve
  })
  const lost = ({ id, displayName }: ConfiguredPlatform, why: string): void => {
    running.delete(id)
    community.markUnavailable(id)
    delete checks[id]
    left -= 1
    if (community.pendingPlatforms().includes(id)) {
      log.error(
        { platform: displayName },
        `no proposal is decided until ${displayName} has reported its members and experts`,
      )
    }
    if (left > 0) log.error({ platform: displayName }, `${displayName} is left out: ${why}`)
    else giveUp(why)
  }

  const publishing: { stop(): Promise<void> }[] = []
  const publish = (proposalsChannel: ProposalsChannel) =>
    startPublisher({
      views: proposalViews,
      proposals: ladder,
      keyValues: store.keyValues,
      claims: store.claims,
      proposalsChannel,
      notifier,
      t: translator(config.locale),
      now,
      onLeaseAcquired: () =>
        log.info({ platform: proposalsChannel.platform }, 'this process keeps the cards of proposals'),
      report: (problem, details) => log.error({ platform: proposalsChannel.platform, ...details }, problem),
    })

  /** Opens a platform; resolves once it takes deliveries, or is lost. */
  const begin = async (configured: ConfiguredPlatform): Promise<void> => {
    const { id, displayName, transport } = configured
    let gone = false
    const lose = (why: string): void => {
      if (!gone) lost(configured, why)
      gone = true
    }
    try {
      const platform = await configured.open({ ...common, refused: lose })
      running.set(id, platform)
      checks[id] = () => platform.check()
      await platform.start()
      if (gone) return
      log.info({ host, port }, `ready in ${displayName}${transport === undefined ? '' : ` (${transport})`}`)
      if (platform.proposalsChannel) publishing.push(publish(platform.proposalsChannel))
    } catch (error) {
      lose(error instanceof Error ? error.message : String(error))
    }
  }

  const notifier: Notifier = {
    platforms: () => [...(terminal ? [terminal] : []), ...running.values()].flatMap((each) => each.platforms()),
    reaches: (person) =>
      terminal?.reaches(person) === true || [...running.values()].some((each) => each.reaches(person)),
    async tell(person, message, notice) {
      const there = [...(terminal ? [terminal] : []), ...running.values()].find((each) => each.reaches(person))
      return there ? there.tell(person, message, notice) : 'later'
    },
  }
  const upToDate = startFollower(ladder, (problem, error) =>
    problem === undefined ? log.info('the ladder is followed again') : log.error({ err: error }, problem),
  )
  const upkeep = startReminders({
    services,
    catalogIndex,
    notifier,
    report: (problem, error) => log.warn({ err: error }, problem),
  })
  const linkNotices = startLinkNotices({
    ladder,
    claims: store.claims,
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
      .then(() => catalogIndex().prepare(setImmediate))
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
function proposalsNote({ unreadable, lostAt }: LogStatus, now: number): ReadinessNote | undefined {
  const notes = [
    unreadable > 0 ? `${unreadable} log entries cannot be read: run the command \`cli log check\`` : undefined,
    lostAt !== undefined && now - lostAt < DAY_MS
      ? `the log lost entries at ${new Date(lostAt).toISOString()}: what people did then is missing`
      : undefined,
  ].filter((note) => note !== undefined)
  return notes.length > 0 ? { note: notes.join('; ') } : undefined
}

/** What the platforms of an app are given. */
export function platformContext(
  { bot, store, community, config, catalogIndex, proposals, log, services }: App,
  { listener, metrics }: Pick<PlatformContext, 'listener' | 'metrics'>,
): Omit<PlatformContext, 'refused'> {
  return {
    bot,
    store,
    community,
    nominateEmoji: config.nominateEmoji,
    locale: config.locale,
    // Accepted changes are part of an answer too, even if one brings back what was there before.
    catalogVersion: () => `${catalogIndex().catalog.version}/${proposals.state().appliedChanges.length}`,
    listener,
    metrics,
    log,
    now: services.now,
  }
}
