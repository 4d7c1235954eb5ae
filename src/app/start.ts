import { ConfigError, formatConfigError } from '../runtime/env.ts'
import { createLogger } from '../runtime/logger.ts'
import { createApp } from './app.ts'
import { CatalogError } from './catalog-error.ts'
import { type Config, readConfig } from './config.ts'
import { checkTokens, configurationWarnings } from './config-warnings.ts'
import { laddersInLog } from './ladders.ts'
import { runTerminal } from './terminal.ts'

// Starting and ending the process: environment, log, signals, exit code.

/** Milliseconds after which the process ends even if a connection is still open. */
const EXIT_MS = 1000

/** Runs Rung as the environment configures it, until a signal. Resolves with the exit code, after writing errors to stderr. */
export async function start(): Promise<number> {
  try {
    const config = readConfig(process.env)
    return await (config.platforms.length === 0 ? startTerminal(config) : startPlatforms(config))
  } catch (error) {
    process.stderr.write(describeFailure(error))
    return 1
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof ConfigError) return formatConfigError(error)
  if (error instanceof CatalogError) return `${error.message}\n`
  return `cannot start: ${error instanceof Error ? error.message : String(error)}\n`
}

async function startTerminal(config: Config): Promise<number> {
  const { env, stdin, stderr } = process
  if (!stdin.isTTY) checkTokens(env)
  // The terminal shows answers, so only warnings and errors are logged by default.
  const log = createLogger({ level: config.logLevel ?? 'warn', environment: env, destination: stderr, readable: true })
  for (const warning of configurationWarnings(env, config)) log.warn(`configuration: ${warning}`)
  await runTerminal(await createApp(config, { log, onStoreInUse: (message) => stderr.write(`${message}\n`) }))
  return 0
}

async function startPlatforms(config: Config): Promise<number> {
  const { env, stdin, stderr } = process
  const log = createLogger({
    level: config.logLevel ?? 'info',
    environment: env,
    destination: stderr,
    // Log collectors take JSON, even from a container with a terminal.
    readable: env['NODE_ENV'] !== 'production',
  })
  for (const warning of configurationWarnings(env, config)) log.warn(`configuration: ${warning}`)
  const app = await createApp(config, { log })
  log.info({ ...laddersInLog(app.ladders), store: app.storeSummary }, 'starting')
  try {
    // The terminal starts without what chat platforms need.
    const { runPlatforms } = await import('./run.ts')
    return await runPlatforms(app, { stopped: stopSignal() })
  } finally {
    if (config.opensTerminal) stdin.destroy()
    await app.close()
    // A connection that a platform's library is opening would keep the process alive.
    setTimeout(() => process.exit(), EXIT_MS).unref()
  }
}

/** Resolves with the first signal to stop; the second one ends the process at once. */
function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    let signals = 0
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        signals += 1
        if (signals > 1) process.exit(1)
        resolve(signal)
      })
    }
  })
}
