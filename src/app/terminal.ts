import { createPictureRenderer } from '../pictures/index.ts'
import { startFollower } from '../proposals/index.ts'
import { createHttpServer } from '../runtime/http-server.ts'
import { noMetrics } from '../runtime/no-metrics.ts'
import type { App } from './app.ts'
import { startBackgroundLoops } from './background-loops.ts'
import { laddersInLog } from './ladders.ts'
import { platformContext } from './platform-context.ts'
import { type Preparation, startPreparation } from './preparation.ts'

/** Runs the terminal without chat platforms until the input ends or the person quits; then closes the app. */
export async function runTerminal(app: App): Promise<void> {
  const { config, ladders, log } = app
  const followers = ladders
    .filter(() => app.isStored)
    .map(({ proposals }) =>
      startFollower(proposals, (problem, error) =>
        log.warn({ err: error }, problem ?? 'reading the decision log again'),
      ),
    )
  await Promise.all(followers.map(({ first }) => first))
  log.info({ ...laddersInLog(ladders), store: app.storeSummary }, 'ready in the terminal')
  // Without chat platforms, no server is started.
  const listener = createHttpServer({ ...config.listener, portVariable: 'PORT', report: () => undefined })
  const context = platformContext(app, { listener, metrics: noMetrics, pictures: createPictureRenderer() })
  const terminal = await config.terminal.open({ ...context, refused: () => undefined })
  const catalogWatchers = ladders.map(({ catalogReload }) => catalogReload.start())
  const backgroundLoops = startBackgroundLoops(app, { notifier: terminal, installed: () => [] })
  backgroundLoops.sweep()
  let preparation: Preparation | undefined
  try {
    await terminal.start()
    preparation = startPreparation(app)
    await terminal.ended
  } finally {
    await preparation?.stop()
    await backgroundLoops.stop()
    await Promise.all([...followers, ...catalogWatchers].map((each) => each.stop()))
    await app.close()
  }
}
