import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role, Row } from '../../src/catalog/index.ts'
import type { AssessmentResult } from '../../src/store/records.ts'
import { roleIn } from '../bot/assess/drive.ts'
import {
  assessmentDriver,
  type Card,
  type Locale,
  labelOf,
  type RatingSheet,
  ratingSheet,
  wordsOf,
} from './assessment-driver.ts'
import { type Member, type PlatformService, type RunningPlatform, runPlatform } from './platform.ts'

// Whole assessments, as people take them on every platform: what they read at the end, and what is stored of it.

/** What a person presses and reads, in their language. */
const WORDS = {
  en: {
    intro: 'Assessment: ML Engineer',
    find: 'Find my level',
    introReady: 'ML Engineer: ready for Senior\\?',
    ready: 'Am I ready for Senior?',
    plan: 'Make my plan',
    forPlan: 'for your plan',
    stop: 'Stop here',
    finish: 'Show my result',
    fill: 'Fill in this card',
    card: 'Card 1 of 14',
    progress: '3 of 58 answered',
    form: 'AI-Assisted Development',
    sheet: 'sheet',
    core: (level: string, met: number, answered: number) => `Core at ${level}: ${met} of ${answered} met (`,
    others: (met: number, answered: number) =>
      `Others: ${met} of the ${answered} you answered ${met === 1 ? 'is' : 'are'} met (`,
    needed: '7 needed',
    questions: (count: number) => `${count} skills asked about; ${58 - count} not asked.`,
    filled: (count: number) => `${count} skills filled in; ${58 - count} left blank.`,
    next: 'For Senior: ',
    focus: 'What to work on next',
    estimated: 'estimated',
    yes: 'ML Engineer: ready for Senior',
    no: 'ML Engineer: not ready for Senior yet',
    early: 'ML Engineer: too early to tell',
    noLevel: 'a level isn’t.',
    history: 'Your history',
    entry: { early: ': too early to tell', yes: ': ready for Senior', no: ': not ready for Senior yet' },
  },
  es: {
    intro: 'Evaluación: ML Engineer',
    find: 'Descubrir mi nivel',
    introReady: 'ML Engineer: ¿a la altura de Senior\\?',
    ready: '¿Estoy a la altura de Senior?',
    plan: 'Hacer mi plan',
    forPlan: 'para tu plan',
    stop: 'Parar aquí',
    finish: 'Ver mi resultado',
    fill: 'Rellenar esta tarjeta',
    card: 'Tarjeta 1 de 14',
    progress: '3 de 58 respondidas',
    form: 'Desarrollo',
    sheet: 'hoja',
    core: (level: string, met: number, answered: number) => `Esenciales en ${level}: ${met} de ${answered} cumplidas (`,
    others: (met: number, answered: number) => `Las demás: ${met} cumplidas de las ${answered} respondidas (`,
    needed: 'hacen falta 7',
    questions: (count: number) => `Te he preguntado por ${count} habilidades; quedan ${58 - count} sin preguntar.`,
    filled: (count: number) => `En la hoja has rellenado ${count} habilidades; quedan ${58 - count} en blanco.`,
    next: 'Para Senior: ',
    focus: 'En qué trabajar ahora',
    estimated: 'estimación',
    yes: 'ML Engineer: estás a la altura de Senior',
    no: 'ML Engineer: todavía no estás a la altura de Senior',
    early: 'ML Engineer: aún es pronto para saberlo',
    noLevel: 'un nivel, no.',
    history: 'Tu historial',
    entry: {
      early: ': aún era pronto para saberlo',
      yes: ': estabas a la altura de Senior',
      no: ': todavía no estabas a la altura de Senior',
    },
  },
} as const satisfies Record<Locale, unknown>

const MIDDLE = 1
const SENIOR = 2
const FIRST_STOP = 10

const isCore = ({ skill }: Row): boolean => skill.domain.slug === 'machine-learning-ai'

export interface JourneyOptions {
  /** Whether a process serves one person only, so that each person gets a process of their own. */
  readonly isPersonal?: boolean
}

/** The journeys, for a service that is started again. */
export function assessmentJourneys(
  start: (locale: Locale) => Promise<PlatformService>,
  { isPersonal = false }: JourneyOptions = {},
): void {
  let running: RunningPlatform
  let role: Role
  /** Someone who is a middle engineer on the whole: some skills are better, others worse. */
  let middle: RatingSheet
  /** The same for a senior engineer. */
  let senior: RatingSheet

  beforeAll(async () => {
    running = await runPlatform(await start('en'))
    role = roleIn(running.app.catalogIndex())
    middle = ratingSheet(role, 2, { pytorch: 3, 'feature-stores': 1, docker: 3, 'graphql-design': 0, terraform: 1 })
    senior = ratingSheet(role, 3, { pytorch: 4, 'model-monitoring': 2, terraform: 1, 'apache-kafka': 0, redis: 2 })
  })
  afterAll(() => running?.close())

  const member = async (locale: Locale): Promise<Member> => {
    if (isPersonal) {
      await running.close()
      running = await runPlatform(await start(locale))
    }
    return running.service.member(locale)
  }

  /** Starts an assessment from its introduction; resolves with the person's driver and the first card. */
  async function begin(person: Member, sheet: RatingSheet, locale: Locale, target?: 'senior') {
    const { intro, find, introReady, ready } = WORDS[locale]
    await person.say(target === undefined ? '/assess ml-engineer' : `/assess ml-engineer ${target}`)
    const message = await person.reads(new RegExp(target === undefined ? intro : introReady, 'u'))
    await message.press(target === undefined ? find : ready)
    const driver = assessmentDriver(person, role, sheet, locale)
    return { driver, first: await driver.nextCard() }
  }

  /** The one result that is stored; no session is left of it. */
  async function onlyResult(person: Member): Promise<AssessmentResult> {
    const [result, ...others] = await running.app.store.results.list(person.person)
    if (!result || others.length > 0) throw new Error(`${others.length} more results are stored`)
    expect(await running.app.store.sessions.list(person.person)).toEqual([])
    return result
  }

  const levelsNamed = (labels: readonly string[]): readonly string[] =>
    labels.filter((label) => role.levels.some(({ name }) => label.includes(name)))

  /** The skills to work on, with the step of each: `PyTorch: Working → Advanced`. */
  const stepsIn = (text: string): readonly { readonly row: Row; readonly from: string }[] =>
    [...role.rows.values()].flatMap((row) => {
      const at = text.indexOf(`${row.skill.name}: `)
      const [, from] = /^([^→·:]+) → /u.exec(at < 0 ? '' : text.slice(at + row.skill.name.length + 2)) ?? []
      return from === undefined ? [] : [{ row, from }]
    })

  async function history(person: Member, locale: Locale): Promise<string> {
    await person.say('/profile')
    return wordsOf(await person.reads(new RegExp(WORDS[locale].history, 'u')))
  }

  describe.each(['en', 'es'] as const)('an assessment (%s)', (locale) => {
    const words = WORDS[locale]

    test('finds the level of a person, with its counts and what the next one takes', async () => {
      const ana = await member(locale)
      const { driver, first } = await begin(ana, middle, locale)
      const { cards, last } = await driver.answerAll(first)
      expect(cards.slice(0, 9).every(({ row }) => isCore(row))).toBe(true)
      expect(cards.length).toBeLessThanOrEqual(20)
      const text = wordsOf(await driver.finish(last, 'ML Engineer: Middle'))
      const core = driver.counts(MIDDLE, isCore)
      const others = driver.counts(MIDDLE, (row) => !isCore(row))
      expect(core).toEqual({ met: 8, answered: 9 })
      expect(text).toContain(words.core('Middle', core.met, core.answered) + words.needed)
      expect(text).toContain(words.others(others.met, others.answered))
      expect(text).toContain(words.questions(cards.length))
      expect(text).toContain(words.next)
      expect(text).toContain(words.focus)
      const result = await onlyResult(ana)
      expect(result).toMatchObject({ schema: 1, grade: 2, level: 'middle', target: 'senior', mode: 'guided' })
      expect(result).not.toHaveProperty('ready')
      expect(result.ratings.map(({ skill, rating }) => [skill, rating])).toEqual([...driver.ratings])
      expect(await history(ana, locale)).toContain(': Middle, ')
    })

    test('says that a person is ready for Senior', async () => {
      const ana = await member(locale)
      const { driver, first } = await begin(ana, senior, locale, 'senior')
      const { cards, last } = await driver.answerAll(first)
      const text = wordsOf(await driver.finish(last, words.yes))
      const core = driver.counts(SENIOR, isCore)
      const others = driver.counts(SENIOR, (row) => !isCore(row))
      expect(core).toEqual({ met: 8, answered: 9 })
      expect(text).toContain(words.core('Senior', core.met, core.answered) + words.needed)
      expect(text).toContain(words.others(others.met, others.answered))
      expect(text).toContain(words.questions(cards.length))
      expect(await onlyResult(ana)).toMatchObject({ grade: null, level: null, target: 'senior', ready: true })
      const past = await history(ana, locale)
      expect(past).toContain(words.entry.yes)
      expect(past).not.toMatch(/: Senior, /u)
    })

    test('says that a person is not ready for Senior yet, and what to work on', async () => {
      const ana = await member(locale)
      const { driver, first } = await begin(ana, middle, locale, 'senior')
      const { cards, last } = await driver.answerAll(first)
      const text = wordsOf(await driver.finish(last, words.no))
      const core = driver.counts(SENIOR, isCore)
      expect(core).toEqual({ met: 1, answered: 9 })
      expect(text).toContain(words.core('Senior', core.met, core.answered) + words.needed)
      expect(text).toContain(words.questions(cards.length))
      expect(text).toContain(words.next)
      expect(stepsIn(text).every(({ row }) => isCore(row))).toBe(true)
      expect(stepsIn(text)).toHaveLength(3)
      expect(await onlyResult(ana)).toMatchObject({ grade: null, level: null, target: 'senior', ready: false })
      const past = await history(ana, locale)
      expect(past).toContain(words.entry.no)
      expect(past).not.toMatch(/: Middle/u)
    })

    test('makes a plan of what was answered', async () => {
      const ana = await member(locale)
      const { driver, first } = await begin(ana, middle, locale)
      const { cards, last } = await driver.answerAll(first)
      await last.press(labelOf(last, words.plan))
      const onward = await driver.nextCard()
      const more = await driver.answerAll(onward)
      expect(more.cards.every(({ text }) => text.includes(words.forPlan))).toBe(true)
      expect(more.last.labels().filter((label) => label.startsWith(words.plan))).toEqual([])
      const text = wordsOf(await driver.finish(more.last, 'ML Engineer: Middle'))
      expect(text).toContain(words.questions(cards.length + more.cards.length))
      const steps = stepsIn(text)
      expect(steps).toHaveLength(3)
      const { gaps, ratings } = await onlyResult(ana)
      expect(ratings).toHaveLength(cards.length + more.cards.length)
      for (const { row, from } of steps) {
        const rating = driver.ratings.get(row.skill.slug)
        expect(from).toBe(rating === undefined ? 'not asked' : driver.ratingName(rating))
        expect(gaps.find(({ skill }) => skill === row.skill.slug)).toMatchObject({ estimated: false })
      }
      expect(text.slice(text.indexOf(words.focus))).not.toContain(words.estimated)
    })

    test('can be stopped from the tenth answer on, with what is told by then', async () => {
      const ana = await member(locale)
      const { driver, first } = await begin(ana, middle, locale)
      let card: Card | undefined = first
      while (card && driver.ratings.size < FIRST_STOP) {
        expect(card.labels).not.toContain(words.stop)
        card = await driver.answer(card)
      }
      if (!card) throw new Error('the assessment was over before it could be stopped')
      expect(driver.counts(MIDDLE, isCore).answered).toBe(9)
      expect(card.labels).toContain(words.stop)
      expect(levelsNamed(card.labels)).toEqual([])
      const text = wordsOf(await driver.finish(card.message, 'ML Engineer: Middle', words.stop))
      expect(text).toContain(words.core('Middle', 8, 9) + words.needed)
      expect(text).toContain(words.questions(FIRST_STOP))
      const result = await onlyResult(ana)
      expect(result).toMatchObject({ grade: 2, level: 'middle' })
      expect(result.ratings).toHaveLength(FIRST_STOP)
      expect(result.confidence).toBeLessThan(1)
    })

    test('on a sheet with three answers is too early to tell, and saves no level', async () => {
      const ana = await member(locale)
      await ana.say(`/assess ml-engineer ${words.sheet}`)
      await (await ana.reads(new RegExp(words.card, 'u'))).press(words.fill)
      const form = await ana.form(new RegExp(words.form, 'u'))
      // Fields that are not named stay open. Options are counted from 1: Working, Advanced, Working.
      await form.submit({ 'GitHub Copilot': 3, 'Cursor IDE': 4, 'ChatGPT / Claude': 3 })
      const sheetCard = await ana.reads(new RegExp(words.progress, 'u'))
      await sheetCard.press(words.finish)
      const message = await ana.reads(new RegExp(words.early, 'u'))
      const text = wordsOf(message)
      expect(text).toContain(words.noLevel)
      expect(text).toContain(words.filled(3))
      expect(text).not.toMatch(/\d ?%/u)
      expect(stepsIn(text)).toEqual([])
      expect(await onlyResult(ana)).toMatchObject({ schema: 2, grade: null, level: null, mode: 'sheet', gaps: [] })
      const past = await history(ana, locale)
      expect(past).toContain(words.entry.early)
      expect(past).not.toMatch(/: (?:Junior|Middle|Senior)/u)
    })
  })

  test.skipIf(isPersonal)('the service has refused nothing of it', () => {
    expect(running.service.refusals?.()).toEqual([])
  })
}
