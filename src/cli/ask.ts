import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type App, createApp } from '../app/app.ts'
import { type Config, readConfig } from '../app/config.ts'
import type { Bot } from '../bot/index.ts'
import { LOCALES, localeFrom } from '../i18n/index.ts'
import { type Form, heading, list, type Message, plain } from '../message/index.ts'
import { createPictureRenderer, type PictureLook, SCALES } from '../pictures/index.ts'
import { PLATFORMS, TERMINAL } from '../platforms/registry.ts'
import { createLogger } from '../runtime/logger.ts'
import { answerData, answerSchema } from './answer-data.ts'
import { parse, UsageError } from './arguments.ts'

const ASK_WIDTH = 100

/** Prints one answer, as text or JSON, or the schema of that JSON. Errors go to stderr, with exit code 1. */
export async function ask(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        schema: { type: 'boolean', default: false },
        locale: { type: 'string' },
        platform: { type: 'string' },
        ladder: { type: 'string' },
        png: { type: 'string' },
        dark: { type: 'boolean', default: false },
        scale: { type: 'string', default: '2' },
      },
    }),
  )
  if (values.schema) {
    process.stdout.write(`${JSON.stringify(answerSchema(), null, 2)}\n`)
    return 0
  }
  if (positionals.length === 0) throw new UsageError('ask takes a command, such as "/skills ml-engineer senior"')
  const locale = values.locale
  if (locale !== undefined && !LOCALES.some((each) => each === locale)) {
    throw new UsageError(`--locale takes ${LOCALES.join(' or ')}, not "${locale}"`)
  }
  const platform = values.platform === undefined ? undefined : PLATFORMS.get(values.platform)
  if (values.platform !== undefined && !platform) {
    throw new UsageError(`--platform takes ${[...PLATFORMS.keys()].join(' or ')}, not "${values.platform}"`)
  }
  const scale = SCALES.find((each) => String(each) === values.scale)
  if (scale === undefined) throw new UsageError(`--scale takes ${SCALES.join(' or ')}, not "${values.scale}"`)
  const config = readConfig(process.env)
  checkLadder(config, values.ladder)
  const language = locale === undefined ? config.locale : localeFrom(locale)
  const log = createLogger({
    level: config.logLevel ?? 'warn',
    environment: process.env,
    destination: process.stderr,
    readable: true,
  })
  const app = await createApp(config, { log, onStoreInUse: () => undefined })
  try {
    if (app.isStored) await Promise.all(app.ladders.map(({ proposals }) => proposals.catchUp()))
    const response = await botOf(app, values.ladder).handle({
      type: 'text',
      id: `ask-${randomUUID()}`,
      person: config.terminal.localPerson,
      locale: language,
      text: positionals.join(' '),
    })
    if (response.type === 'choices') return 1
    const failed = response.type === 'reply' && response.failed !== undefined
    // A question without an answer is data too.
    const isData = values.json && !platform && (!failed || (response.type === 'reply' && response.facts !== undefined))
    const stream = failed && !isData ? process.stderr : process.stdout
    const message = response.type === 'reply' ? response.message : formMessage(response.form)
    if (isData) {
      const data = response.type === 'reply' ? answerData(response.facts, message) : { form: response.form }
      stream.write(`${JSON.stringify(data, null, 2)}\n`)
    } else {
      const query = positionals.join(' ').replace(/^\/\S+\s*/u, '')
      const screen = { width: stream.columns ?? ASK_WIDTH, color: config.color && stream.isTTY === true }
      const rendered = await (platform ?? TERMINAL).render(message, { locale: language, query, screen })
      stream.write(`${typeof rendered === 'string' ? rendered : JSON.stringify(rendered, null, 2)}\n`)
    }
    if (values.png !== undefined && !failed) {
      await writePicture(message, values.png, { theme: values.dark ? 'dark' : 'light', scale })
    }
    return failed ? 1 : 0
  } finally {
    await app.close()
  }
}

/** The bot of a ladder; of the one that the terminal uses, if none is named. */
function botOf({ bot, ladders }: Pick<App, 'bot' | 'ladders'>, id: string | undefined): Bot {
  return ladders.find((ladder) => id !== undefined && ladder.id === id)?.bot ?? bot
}

/** Throws a UsageError if there is no such ladder. */
function checkLadder({ ladders }: Config, id: string | undefined): void {
  const ids = ladders.flatMap((ladder) => ladder.id ?? [])
  if (id === undefined || ids.includes(id)) return
  const takes = ids.length > 0 ? `takes ${ids.join(' or ')}` : 'takes the id of a ladder, and RUNG_DATA names none'
  throw new UsageError(`--ladder ${takes}, not "${id}"`)
}

/** Writes the first picture of a message to a file. */
async function writePicture({ blocks }: Message, path: string, look: PictureLook): Promise<void> {
  const block = blocks.find((each) => each.type === 'picture')
  if (!block) throw new UsageError('that answer has no picture')
  const renderer = createPictureRenderer()
  try {
    const { png } = await renderer.render(block.picture, look)
    await writeFile(path, png)
  } finally {
    await renderer.close()
  }
}

/** Renders a form as a message, since output cannot be filled in. */
function formMessage({ title, fields }: Form): Message {
  const items = fields.map(({ label, hint }) => ({
    text: plain(label),
    ...(hint !== undefined && { detail: plain(hint) }),
  }))
  return { summary: title, blocks: [heading(title), ...list(items)] }
}
