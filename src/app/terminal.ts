import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { startReminders, startRetention } from '../bot/index.ts'
import { translator } from '../i18n/index.ts'
import type { Attachment } from '../message/index.ts'
import { type Console, createConsole } from '../platforms/console/console.ts'
import { renderMessage } from '../platforms/console/render.ts'
import { terminalPerson } from '../platforms/console/session.ts'
import { PLATFORMS } from '../platforms/registry.ts'
import { startFollower } from '../proposals/index.ts'
import type { App } from './app.ts'

// The terminal: alone, when no chat platform is configured, or beside the chat platforms.

/** Opens the terminal of this process. */
export function openTerminal({ bot, config, catalogIndex, storeSummary }: App): Console {
  const { stdin, stdout } = process
  const { roles, skills, version } = catalogIndex().catalog
  // A reader that closes early (`| head`) is not an error.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const t = translator(config.locale)
  const params = { roles: roles.size, skills: skills.size, version, store: storeSummary }
  const greeting = {
    summary: 'Rung',
    blocks: [
      { type: 'heading', text: 'Rung' },
      { type: 'text', text: t.rich('console.ready', params) },
      { type: 'text', text: t.rich('console.welcome') },
    ],
  } as const
  return createConsole({
    bot,
    person: terminalPerson(config.user),
    locale: config.locale,
    color: config.color,
    input: stdin,
    output: stdout,
    greeting: renderMessage(greeting, { width: stdout.columns ?? 80, color: config.color }).text,
    tokenVariables: [...PLATFORMS.values()].flatMap(({ credentials }) => credentials.slice(0, 1)),
    saveFile: (file) => saveFile(join(config.home, 'exports'), file),
  })
}

/** Runs the terminal without chat platforms until the input ends or the person quits; then closes the app. */
export async function runTerminal(app: App): Promise<void> {
  const { config, proposals, services, store, catalogIndex, log } = app
  const report = (problem: string, error: unknown): void => log.warn({ err: error }, problem)
  const follower = app.isStored
    ? startFollower(proposals, (problem, error) => log.warn({ err: error }, problem ?? 'the ladder is followed again'))
    : undefined
  await follower?.first
  log.info(
    { catalogue: catalogIndex().catalog.version, data: config.data, store: app.storeSummary },
    'ready in the terminal',
  )
  const terminal = openTerminal(app)
  const reminders = startReminders({ services, catalogIndex, notifier: terminal, report })
  const retention = startRetention({
    store,
    retention: config.retention,
    installed: () => [],
    now: services.now,
    swept: (removed) => log.info(removed, 'deleted data past its retention'),
    report,
  })
  void retention.run()
  try {
    await terminal.run()
  } finally {
    await reminders.stop()
    await retention.stop()
    await follower?.stop()
    await app.close()
  }
}

/** Saves an attachment; resolves with its path. Only the base name of the attachment is used. */
async function saveFile(folder: string, file: Attachment): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, basename(file.name))
  await writeFile(path, file.content, { mode: 0o600 })
  return path
}
