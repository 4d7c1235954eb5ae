import type { Logger } from 'pino'
import { type Bot, type Keeping, lookAfterSessions } from './bot/index.ts'
import type { Library } from './catalog/index.ts'
import type { Config } from './config.ts'
import { createListener } from './ops/listener.ts'
import { createMetrics } from './ops/metrics.ts'
import { createSlack } from './platforms/slack/index.ts'

export interface ServiceParts {
  readonly config: Config
  readonly bot: Bot
  readonly keep: Keeping
  readonly library: () => Library
  readonly log: Logger
  /** Ends the wait below: SIGTERM or SIGINT. */
  readonly stopped: Promise<string>
}

/** How often idle assessments are looked after. */
const UPKEEP_MS = 60_000

/** How long deliveries in hand may take at the end; a container is killed after ten seconds. */
const GRACE_MS = 8000

/** A name nobody has: reading it asks the store whether it answers. */
const PROBE = { platform: 'ops', workspace: 'probe', user: 'probe' }

/** Runs the bot on its chat platforms until it is told to stop. Resolves with the exit code. */
export async function runService({ config, bot, keep, library, log, stopped }: ServiceParts): Promise<number> {
  const { slack: slackConfig } = config
  if (!slackConfig) return 0
  const { store, now } = keep
  const metrics = createMetrics()
  let ready = false
  const checks: Record<string, () => Promise<string | undefined>> = {
    start: () => Promise.resolve(ready ? undefined : 'still starting'),
    store: async () => {
      await store.settings.read(PROBE)
      return undefined
    },
  }
  const report = (error: unknown): void => log.error({ err: error }, 'a request failed')
  const listener = createListener({ ...config.listener, metrics, checks, report })

  let refuse: (why: string) => void = () => {}
  const refused = new Promise<string>((resolve) => {
    refuse = resolve
  })
  const { host, port } = await listener.start()
  try {
    const slack = await createSlack({
      config: slackConfig,
      bot,
      store,
      catalogVersion: () => library().catalog.version,
      listener,
      metrics,
      log,
      now,
      refused: refuse,
    })
    checks['slack'] = slack.check
    const started = slack.start()
    const upkeep = setInterval(() => {
      lookAfterSessions({ keep, library, notifier: slack }).catch((error: unknown) =>
        log.warn({ err: error }, 'idle assessments could not be looked after; trying again in a minute'),
      )
    }, UPKEEP_MS)
    started.then(
      () => {
        ready = true
        const { type } = slackConfig.transport
        log.info({ host, port, slack: type }, `ready in Slack (${type === 'http' ? 'HTTP' : 'Socket Mode'})`)
      },
      (error: unknown) => refuse(error instanceof Error ? error.message : String(error)),
    )

    const ended = await Promise.race([
      stopped.then((signal) => ({ code: 0, why: signal })),
      refused.then((why) => ({ code: 1, why })),
    ])
    if (ended.code === 0) log.info({ signal: ended.why }, 'stopping')
    else log.fatal(ended.why)
    clearInterval(upkeep)
    await Promise.race([
      Promise.all([listener.stop(GRACE_MS), slack.stop()]),
      new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref()),
    ])
    return ended.code
  } finally {
    await listener.stop(0)
  }
}
