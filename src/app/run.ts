import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { createPictureRenderer } from '../pictures/index.ts'
import type { ConfiguredPlatform, Platform } from '../platforms/platform.ts'
import { type LogStatus, type Notifier, runEvery, SETTINGS_SYNC_MS, startFollower } from '../proposals/index.ts'
import { createHttpServer, serveOperations } from '../runtime/http-server.ts'
import { createMetrics, type Metrics } from '../runtime/metrics.ts'
import type { App } from './app.ts'
import { startBackgroundLoops } from './background-loops.ts'
import type { Ladder } from './ladder.ts'
import { platformContext } from './platform-context.ts'
import { type Preparation, startPreparation } from './preparation.ts'
import { createPublishers } from './publishers.ts'

export interface RunOptions {
  /** Resolves with the name of the signal that stops the process. */
  readonly stopped: Promise<string>
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Milliseconds that deliveries in progress get at shutdown; a container is killed after ten seconds. */
const GRACE_MS = 8000

/** The most milliseconds that platforms wait for the log to be read. */
const CATCH_UP_MS = 1500

/**
 * Runs the bot on its chat platforms until `stopped` resolves or every platform refuses the app. Resolves with the exit code. A
 * platform that fails is reported and does not stop the others.
 */
export async function runPlatforms(app: App, { stopped }: RunOptions): Promise<number> {
  const { config, services, ladders, checks, log } = app
  // Collects garbage when the heap has grown by 60% instead of 100%, so that a process that runs for weeks does not keep the memory of
  // its busiest minute.
  setFlagsFromString('--heap-growing-percent=60')
  const { now } = services
  const metrics = createMetrics()
  addLadderGauges(metrics, ladders)
  for (const ladder of ladders) ladder.services.cardStatistics?.onCard((time) => metrics.recordCardTime(time))
  /** The platforms of whose community a ladder knows nothing yet. */
  const pendingPlatforms = (): readonly string[] => [
    ...new Set(ladders.flatMap(({ community }) => community.pendingPlatforms())),
  ]
  let starting = true
  Object.assign(checks, {
    start: () => Promise.resolve(starting ? 'still starting' : undefined),
    proposals: async () => {
      await Promise.all(ladders.map(({ proposals }) => proposals.catchUp()))
      const notes = ladders.flatMap(({ id, proposals }) => proposalsNotes(id, proposals.logStatus(), now()))
      return notes.length > 0 ? { note: notes.join('; ') } : undefined
    },
    community: () => {
      const pending = pendingPlatforms()
      const note = `no proposal can be decided until ${pending.join(' and ')} ${pending.length === 1 ? 'has reported its' : 'have reported their'} members and experts`
      return Promise.resolve(pending.length > 0 ? { note } : undefined)
    },
  })
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
  const pictures = createPictureRenderer()
  const context = platformContext(app, { listener, metrics, pictures })
  const terminal = config.opensTerminal
    ? await config.terminal.open({ ...context, refused: () => undefined })
    : undefined
  const running = new Map<string, Platform>()
  /** Those of `running` that take deliveries. */
  const started = new Set<string>()
  let usable = config.platforms.length

  let giveUp: (reason: string) => void = () => {}
  const allRefused = new Promise<string>((resolve) => {
    giveUp = resolve
  })
  const dropPlatform = ({ id, displayName }: ConfiguredPlatform, reason: string): void => {
    running.delete(id)
    for (const { community } of ladders) community.markUnavailable(id)
    delete checks[id]
    usable -= 1
    if (pendingPlatforms().includes(id)) {
      log.error(
        { platform: displayName },
        `no proposal can be decided until ${displayName} has reported its members and experts`,
      )
    }
    if (usable > 0) log.error({ platform: displayName }, `continuing without ${displayName}: ${reason}`)
    else giveUp(reason)
  }

  const publishers = createPublishers(app, {
    notifier: { tell: (...notice) => notifier.tell(...notice) },
    channels: () => [...running].filter(([id]) => started.has(id)).map(([, platform]) => platform),
  })
  for (const { communitySettings } of ladders) communitySettings.onChange(publishers.update)
  const settingsLoop = runEvery(
    SETTINGS_SYNC_MS,
    async () => {
      for (const { communitySettings } of ladders) await communitySettings.sync()
    },
    (error) => log.warn({ err: error }, 'the settings of the community could not be read'),
  )

  /** Opens a platform; resolves when it takes deliveries or has been dropped. Never rejects. */
  const openPlatform = async (configured: ConfiguredPlatform): Promise<void> => {
    const { id, displayName, transport } = configured
    let isDropped = false
    const drop = (reason: string): void => {
      if (!isDropped) dropPlatform(configured, reason)
      isDropped = true
    }
    try {
      const platform = await configured.open({ ...context, refused: drop })
      running.set(id, platform)
      checks[id] = () => platform.check()
      await platform.start()
      if (isDropped) return
      log.info({ host, port }, `ready in ${displayName}${transport === undefined ? '' : ` (${transport})`}`)
      started.add(id)
      publishers.update()
    } catch (error) {
      drop(error instanceof Error ? error.message : String(error))
    }
  }

  const notifiers = (): readonly Notifier[] => [...(terminal ? [terminal] : []), ...running.values()]
  const notifier: Notifier = {
    platforms: () => notifiers().flatMap((each) => each.platforms()),
    reaches: (person) => notifiers().some((each) => each.reaches(person)),
    async tell(person, message, notice) {
      const recipient = notifiers().find((each) => each.reaches(person))
      return recipient ? recipient.tell(person, message, notice) : 'later'
    },
  }
  const followers = ladders.map(({ id, proposals }) =>
    startFollower(proposals, (problem, error) => {
      const ladder = id === undefined ? {} : { ladder: id }
      if (problem === undefined) log.info(ladder, 'reading the decision log again')
      else log.error({ ...ladder, err: error }, problem)
    }),
  )
  let preparation: Preparation | undefined
  const catalogWatchers = ladders.map(({ catalogReload }) => catalogReload.start())
  const backgroundLoops = startBackgroundLoops(app, {
    notifier,
    installed: () => [...running.values()].map(({ installed }) => installed),
  })
  try {
    // The log is read first, if the store answers in time, so that answers include the accepted changes.
    const caughtUp = Promise.race([
      Promise.all([...followers.map(({ first }) => first), settingsLoop.run()]),
      new Promise((resolve) => setTimeout(resolve, CATCH_UP_MS).unref()),
    ])
    void caughtUp
      // Builds the indexes before the first question, without blocking health checks.
      .then(async () => {
        for (const { catalogIndex } of ladders) await catalogIndex().prepare(setImmediate)
      })
      .then(() => Promise.all(config.platforms.map(openPlatform)))
      .then(() => {
        starting = false
        backgroundLoops.sweep()
        preparation = startPreparation(app)
      })
    // Closing the terminal does not stop the platforms.
    terminal?.ended?.catch((error: unknown) => log.error({ err: error }, 'the terminal failed'))
    await terminal?.start()
    const ended = await Promise.race([
      stopped.then((signal) => ({ code: 0, reason: signal })),
      allRefused.then((reason) => ({ code: 1, reason })),
    ])
    if (ended.code === 0) log.info({ signal: ended.reason }, 'stopping')
    else log.fatal(ended.reason)
    checks['process'] = () => Promise.resolve('stopping')
    let grace: NodeJS.Timeout | undefined
    await Promise.race([
      Promise.all([
        listener.stop(GRACE_MS),
        backgroundLoops.stop(),
        settingsLoop.stop(),
        terminal?.stop(),
        publishers.stop(),
        ...[...running.values()].map((platform) => platform.stop()),
      ]),
      // This timer keeps the process alive: the timers of deliveries are unreferenced, and Node would exit with code 13.
      new Promise((resolve) => {
        grace = setTimeout(resolve, GRACE_MS)
      }),
    ])
    clearTimeout(grace)
    return ended.code
  } finally {
    await preparation?.stop()
    await Promise.all([...followers, ...catalogWatchers].map((each) => each.stop()))
    await Promise.all([listener.stop(0), operations.stop(0), pictures.close()])
  }
}

/** Adds what is measured of the ladders, of all of them together. */
function addLadderGauges(metrics: Metrics, ladders: readonly Ladder[]): void {
  const sumOf = (count: (ladder: Ladder) => number) => () => ladders.reduce((sum, ladder) => sum + count(ladder), 0)
  metrics.addGauge(
    'rung_log_unreadable_entries',
    'Entries of the decision log that cannot be read.',
    sumOf(({ proposals }) => proposals.logStatus().unreadable),
  )
  metrics.addGauge(
    'rung_log_losses',
    'Times the decision log lost entries that this process had read.',
    sumOf(({ proposals }) => proposals.logStatus().losses),
  )
  metrics.addGauge(
    'rung_catalog_problems',
    'Problems of the changed ladder, which is ignored until it has none.',
    sumOf(({ catalogReload }) => catalogReload.problemCount()),
  )
}

/** Notes about the log of a ladder's decisions for `/readyz`. */
function proposalsNotes(ladder: string | undefined, { unreadable, lostAt }: LogStatus, now: number): readonly string[] {
  return [
    ...(unreadable === 1 ? ['1 log entry cannot be read: run `cli log check`'] : []),
    ...(unreadable > 1 ? [`${unreadable} log entries cannot be read: run \`cli log check\``] : []),
    ...(lostAt !== undefined && now - lostAt < DAY_MS
      ? [`the log lost entries at ${new Date(lostAt).toISOString()}: actions from that time are missing`]
      : []),
  ].map((note) => (ladder === undefined ? note : `${ladder}: ${note}`))
}
