import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../src/app/app.ts'
import { readConfig } from '../../src/app/config.ts'
import { platformContext } from '../../src/app/platform-context.ts'
import type { Bot, Person } from '../../src/bot/index.ts'
import { text as textBlock } from '../../src/message/index.ts'
import { createPictureRenderer } from '../../src/pictures/index.ts'
import type { Platform, PlatformFactory } from '../../src/platforms/platform.ts'
import type { Delivery } from '../../src/proposals/index.ts'
import { createHttpServer } from '../../src/runtime/http-server.ts'
import { createMetrics } from '../../src/runtime/metrics.ts'
import { ownCatalog } from '../fixtures/catalog.ts'
import { ratingButton } from './assessment-driver.ts'

// What every platform does for the people on it. A platform passes with a service that speaks its protocol.

/** A message as a person sees it. */
export interface VisibleMessage {
  text(): string
  labels(): readonly string[]
  press(label: string): Promise<void>
}

/** A form that a button has opened. */
export interface VisibleForm {
  /** Picks options, counted from 1, by the labels of their fields. */
  submit(options: Readonly<Record<string, number>>): Promise<void>
}

/** What a person does on a platform, and what they see. */
export interface Member {
  /** As the bot knows them. */
  readonly person: Person
  /** Writes to the bot in the direct conversation; resolves when the platform has delivered it. */
  say(text: string): Promise<void>
  /** Waits for a message in the direct conversation. */
  reads(text: RegExp): Promise<VisibleMessage>
  /** The messages in the direct conversation that read so now. */
  seen(text: RegExp): readonly VisibleMessage[]
  form(title: RegExp): Promise<VisibleForm>
  /**
   * Puts the nominating emoji on a message with this text in a channel; resolves with the answer, which only this person reads. Undefined
   * where there are no reactions.
   */
  readonly nominate: ((text: string) => Promise<string>) | undefined
}

/** A platform's service, and how Rung is connected with it. */
export interface PlatformService {
  readonly factory: PlatformFactory
  readonly environment: Readonly<Record<string, string>>
  /** Tells the service where Rung listens, if it delivers by HTTP. */
  readonly reach?: (url: string) => void
  /** The language of the process, if it is the person's. */
  readonly locale?: 'en' | 'es'
  /** A person who has not written to the bot before. */
  member(locale: 'en' | 'es'): Promise<Member>
  /** What the service has refused, or got and does not have; absent where nothing is refused. */
  readonly refusals?: () => readonly string[]
  close(): Promise<void>
}

/** A platform that runs against its service. */
export interface RunningPlatform {
  readonly app: App
  readonly platform: Platform
  readonly service: PlatformService
  close(): Promise<void>
}

/** Runs a platform. `wrapBot` makes the bot that it gets. */
export async function runPlatform(
  service: PlatformService,
  wrapBot: (bot: Bot) => Bot = (bot) => bot,
): Promise<RunningPlatform> {
  const home = await mkdtemp(join(tmpdir(), 'rung-contract-'))
  const environment = { ...service.environment, RUNG_HOME: home }
  const config = readConfig({ RUNG_HOME: home, RUNG_DATA: ownCatalog, LANG: service.locale ?? 'en' })
  const configured = service.factory.configure(environment, config)
  if (!configured) throw new Error(`the environment of ${service.factory.displayName} configures nothing`)
  const log = pino({ level: 'silent' })
  const app = await createApp({ ...config, platforms: [configured] }, { log })
  const report = (error: unknown): never => {
    throw error
  }
  const listener = createHttpServer({ host: '127.0.0.1', port: 0, portVariable: 'PORT', report })
  const pictures = createPictureRenderer()
  const context = platformContext(app, { listener, metrics: createMetrics(), pictures })
  const bot = wrapBot(context.bot)
  const opened = await configured.open({ ...context, bot, refused: (reason) => report(new Error(reason)) })
  let stopping: Promise<void> | undefined
  const platform: Platform = {
    ...opened,
    stop() {
      stopping ??= opened.stop()
      return stopping
    },
  }
  const { host, port } = await listener.start()
  service.reach?.(`http://${host}:${port}`)
  await platform.start()
  return {
    app,
    platform,
    service,
    async close() {
      await platform.stop()
      await listener.stop(0)
      await pictures.close()
      await app.close()
      await service.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

export interface ContractOptions {
  /** Whether a process serves one person only, so that each person gets a process of their own. */
  readonly isPersonal?: boolean
  /** Whether people can react to messages. */
  readonly hasReactions?: boolean
}

/** The contract, for a service that is started again. */
export function platformContract(
  start: (locale: 'en' | 'es') => Promise<PlatformService>,
  { isPersonal = false, hasReactions = true }: ContractOptions = {},
): void {
  let running: RunningPlatform
  const member = async (locale: 'en' | 'es' = 'en'): Promise<Member> => {
    if (isPersonal) {
      await running.close()
      running = await runPlatform(await start(locale))
    }
    return running.service.member(locale)
  }

  beforeAll(async () => {
    running = await runPlatform(await start('en'))
  })
  afterAll(() => running?.close())

  test('a look-up is answered, with what to do next', async () => {
    const ana = await member()
    await ana.say('/skills ml-engineer senior')
    const answer = await ana.reads(/58 skills/u)
    expect(answer.labels()).not.toEqual([])
  })

  test('words that name nothing get an answer that says so', async () => {
    const ana = await member()
    await ana.say('/skills quantum-plumber')
    expect((await ana.reads(/quantum/u)).text()).toContain('I don’t understand')
  })

  test('a button changes its message in place, and a typed answer does what a button does', async () => {
    const ana = await member()
    await ana.say('/assess ml-engineer')
    await (await ana.reads(/Assessment: ML Engineer/u)).press('Find my level')
    const first = await ana.reads(/Question 1/u)
    await first.press(ratingButton(first, 'Working'))
    await ana.reads(/Question 2/u)
    expect(ana.seen(/Question 1/u)).toHaveLength(0)
    await ana.say('2')
    await ana.reads(/Question 3/u)
  })

  test('a button opens a form, and what it holds is taken', async () => {
    const ana = await member()
    await ana.say('/assess ml-engineer')
    await (await ana.reads(/Assessment: ML Engineer/u)).press('Fill in a sheet')
    await (await ana.reads(/Card 1 of 14/u)).press('Fill in this card')
    await (await ana.form(/AI-Assisted Development/u)).submit({ 'GitHub Copilot': 3, 'Cursor IDE': 2 })
    expect((await ana.reads(/2 of 58 answered/u)).labels()).not.toEqual([])
  })

  test('a person is answered in the language of their profile', async () => {
    const eva = await member('es')
    await eva.say('/skills ml-engineer senior')
    expect((await eva.reads(/58 habilidades/u)).text()).not.toMatch(/expectations/u)
  })

  test('a person is answered in the language that they have chosen, whatever their profile says', async () => {
    const ana = await member()
    await ana.say('/profile settings')
    await (await ana.reads(/Assessment reminders/u)).press('Español')
    await ana.reads(/Recordatorios de evaluaciones/u)
    await ana.say('/skills ml-engineer senior')
    expect((await ana.reads(/58 habilidades/u)).text()).not.toContain('58 skills')
  })

  test.runIf(hasReactions)('the nominating emoji on a message is answered to the person who put it there', async () => {
    const ana = await member()
    expect(await ana.nominate?.('PyTorch should be Expert for a senior ML engineer')).toMatch(
      /Turn this into a proposal/u,
    )
  })

  test('a notice arrives once, even if a process repeats it without knowing', async () => {
    const ana = await member()
    const tell = (repeated: boolean): Promise<Delivery> =>
      running.platform.tell(
        ana.person,
        () => ({ summary: 'A notice for you', blocks: [textBlock([{ type: 'text', text: 'A notice for you' }])] }),
        { mark: `notice-${ana.person.user}`.slice(0, 25), repeated },
      )
    expect(await tell(false)).toBe('delivered')
    expect(await tell(true)).toBe('delivered')
    await ana.reads(/A notice for you/u)
    expect(ana.seen(/A notice for you/u)).toHaveLength(1)
  })

  test('it says which people it reaches, and that deliveries arrive', async () => {
    const ana = await member()
    const { platform } = running
    expect(platform.platforms()).toEqual([ana.person.platform])
    expect(platform.reaches(ana.person)).toBe(true)
    expect(platform.reaches({ ...ana.person, platform: 'elsewhere' })).toBe(false)
    expect(await platform.check()).toBeUndefined()
  })

  test('work in hand is answered when the platform stops', async () => {
    const held = holdAnswers()
    const last = await runPlatform(await start('en'), held.wrapBot)
    const ana = await last.service.member('en')
    held.hold()
    const sent = ana.say('/skills ml-engineer senior')
    await held.isHeld
    const stopped = last.platform.stop()
    await sleep(SLOW_ANSWER_MS)
    held.release()
    await stopped
    // Read at once: the process ends when the platform has stopped.
    expect(ana.seen(/58 skills/u)).toHaveLength(1)
    await sent
    await last.close()
  })
}

/** Longer than a platform takes to stop that waits for nothing. */
const SLOW_ANSWER_MS = 200

/** A bot whose answers wait, from `hold` on, for `release`. `isHeld` resolves when one waits. */
function holdAnswers() {
  let arrive = (): void => {}
  let release = (): void => {}
  const isHeld = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const isReleased = new Promise<void>((resolve) => {
    release = resolve
  })
  let isHolding = false
  return {
    isHeld,
    release,
    hold: () => {
      isHolding = true
    },
    wrapBot: (bot: Bot): Bot => ({
      ...bot,
      async handle(event) {
        if (isHolding) {
          arrive()
          await isReleased
        }
        return bot.handle(event)
      },
    }),
  }
}
