import { createBot, skillsCommand } from './bot/index.ts'
import { type Catalog, loadCatalog, openLibrary } from './catalog/index.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { translator } from './i18n/index.ts'
import { createLog } from './ops/log.ts'
import { problemLines } from './ops/problems.ts'
import { runConsole } from './platforms/console/console.ts'
import { renderMessage } from './platforms/console/render.ts'

// The composition root: the only place that knows every part by name.

async function main(): Promise<number> {
  const { env, stdin, stdout, stderr } = process
  const config = readConfig(env)
  // At the terminal the answers are the output; only what needs attention is logged beside them.
  const log = createLog({ level: config.logLevel ?? 'warn', environment: env, destination: stderr })

  const loaded = await loadCatalog(config.data)
  if (!loaded.ok) {
    stderr.write(`${problemLines(config.data, loaded.problems).join('\n')}\n`)
    return 1
  }
  const library = openLibrary(loaded.catalog)
  const bot = createBot({
    commands: [skillsCommand],
    library: () => library,
    report: ({ id, error, incoming }) => log.error({ id, err: error, incoming }, 'a request failed'),
  })
  log.info({ catalogue: loaded.catalog.version, data: config.data }, 'ready in the terminal')

  // A reader that has seen enough (`| head`) is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  await runConsole({
    bot,
    locale: config.locale,
    colour: config.colour,
    input: stdin,
    output: stdout,
    greeting: greeting(config, loaded.catalog),
  })
  return 0
}

function greeting(config: Config, { roles, skills, version }: Catalog): string {
  const t = translator(config.locale)
  const message = {
    summary: 'Rung',
    blocks: [
      { type: 'heading', text: 'Rung' },
      { type: 'text', text: t.rich('console.ready', { roles: roles.size, skills: skills.size, version }) },
      { type: 'text', text: t.rich('console.welcome') },
    ],
  } as const
  return renderMessage(message, { width: process.stdout.columns ?? 80, colour: config.colour }).text
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.problems.map((problem) => `configuration: ${problem}`).join('\n')}\n`)
  process.exitCode = 1
}
