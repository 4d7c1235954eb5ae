import { randomUUID } from 'node:crypto'
import { type Bot, type BotResponse, type CardState, type Person, parseNumber } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import {
  type ActionButton,
  type Attachment,
  type Block,
  type FormField,
  type Message,
  note,
  type plain,
  plainText,
} from '../../message/index.ts'
import { type Completions, completeLine } from './completion.ts'
import { fieldPrompt, type OpenForm, openField, parseFieldValue, withoutRefused, withValue } from './form.ts'
import { renderMessage, type Screen, SHOW_ALL } from './render.ts'

export interface ConsoleSessionOptions {
  readonly bot: Bot
  readonly person: Person
  readonly locale: Locale
  readonly screen: () => Screen
  /** The lines of a screen, which longer answers are shortened to; without it, none is. */
  readonly lines?: () => number
  readonly write: (text: string) => void
  /** Saves a file of an answer; resolves with its path. */
  readonly saveFile: (file: Attachment) => Promise<string>
}

/** The session of one person at a terminal. */
export interface ConsoleSession {
  /** Answers a line; resolves with false if the person quits. */
  handleLine(line: string): Promise<boolean>
  /** Whether a line typed now may go into the history: answers to an assessment and to a form may not. */
  isRememberable(line: string): boolean
  /** The completions of a line, and the part of it that they replace. */
  complete(line: string): Promise<Completions>
  /** Shows a message that answers no line. */
  print(message: Message): void
}

type Reply = Extract<BotResponse, { type: 'reply' }>

type Choices = readonly (ActionButton | undefined)[]

/** No message has more choices; a larger number is a question. */
const MOST_CHOICES = 999

/**
 * A number picks one of the choices shown last, or of the open card of an assessment; one that no choice has, though others have higher
 * ones, counts as typed. An open form takes all lines until it is complete or a command is typed, and the choices shown before it are
 * dropped, except those of the card.
 */
export function startSession({
  bot,
  person,
  locale,
  screen: page,
  lines,
  write,
  saveFile,
}: ConsoleSessionOptions): ConsoleSession {
  let language = locale
  let t = translator(locale)
  const quit = new RegExp(`^(?:${bot.vocabulary.pattern('quit')})$`, 'iu')
  /** The choices of the open card of an assessment: their numbers stay what they are, and later answers have the numbers above them. */
  let card: Choices = []
  /** The choices of the open card while a confirmation has their numbers. */
  let cardBehind: Choices = []
  const leave = new RegExp(`^(?:${bot.vocabulary.pattern('leaveForm')})$`, 'iu')
  const help = new RegExp(`^(?:${bot.vocabulary.pattern('help')}|\\?)$`, 'iu')
  let choices: Choices = []
  let openForm: OpenForm | undefined
  /** The last answer, which may have been shortened. */
  let last: Message | undefined
  let lastChoices: Choices = []
  let cardMessage: Message | undefined

  const delivery = () => ({ id: randomUUID(), person, locale: language })
  const fold = (): Pick<Screen, 'fold'> =>
    lines === undefined
      ? {}
      : { fold: { lines: lines(), leftOut: (count) => t('paging.leftOut', { count }), showAll: t('console.showAll') } }
  /** Decides which numbers the open card has beside an answer. */
  const placeCard = ({ card: state, isConfirmation, lastAnswerNumber = 0 }: Omit<Reply, 'type' | 'message'>): void => {
    if (state) {
      card = []
      cardBehind = []
    } else if (isConfirmation) {
      if (card.length > 0) cardBehind = card
      card = []
    } else if (cardBehind.length > 0) {
      card = cardBehind
      cardBehind = []
    }
    // The card may be from another session: its numbers count as typed.
    if (!state && card.length === 0) card = Array.from({ length: lastAnswerNumber }, () => undefined)
  }
  /** Shows an answer, whose numbers replace those before it, or follow those of the open card. */
  const draw = (message: Message, state?: CardState): void => {
    last = message
    const rendered = renderMessage(message, { ...page(), ...fold(), usedNumbers: card.length })
    lastChoices = rendered.choices
    choices = [...card, ...rendered.choices]
    if (state?.isOpen === true) {
      card = rendered.choices
      cardMessage = message
    }
    write(`${rendered.text}\n\n`)
  }
  /** Shows the open card or the last answer in full. */
  const showAll = (isCard: boolean): void => {
    const message = isCard ? cardMessage : last
    const usedNumbers = isCard || last === cardMessage ? 0 : card.length
    if (message) write(`${renderMessage(message, { ...page(), usedNumbers }).text}\n\n`)
  }
  /** Says after another answer which numbers the open card has. */
  const remindOfCard = (outcome: BotResponse): void => {
    if (outcome.type === 'reply' && !outcome.card && !outcome.failed) sayCardNumbers()
  }
  const sayCardNumbers = (): void => {
    if (cardBehind.length > 0) notify('info', t.rich('console.cardBehind'))
    else if (card.length > 0) notify('info', t.rich('console.cardOpen', { last: card.length }))
  }
  /** Forgets a card that waited behind a confirmation and is no longer open, as after everything was deleted. */
  const checkCardBehind = async ({ card: state, isConfirmation }: Reply): Promise<void> => {
    if (cardBehind.length === 0 || state || isConfirmation) return
    const isOpen = await bot.conversations(person, language).then(
      (open) => open.some(({ takesText }) => takesText),
      () => true,
    )
    if (!isOpen) cardBehind = []
  }
  /** Shows a message beside an answer: the numbers of the answer stay what they are, and those of the message follow them. */
  const drawBeside = (message: Message): void => {
    const rendered = renderMessage(message, { ...page(), usedNumbers: choices.length })
    choices = [...choices, ...rendered.choices]
    write(`${rendered.text}\n\n`)
  }
  /** Shows a failure beside the answer before it. A card that is refused is no longer open. */
  const drawFailure = ({ message, failed }: Reply, pressed?: string): void => {
    if (failed === 'user' && card.some((choice) => choice?.payload === pressed)) card = []
    drawBeside(message)
  }
  const notify = (tone: 'info' | 'error' | 'success', content: ReturnType<typeof plain>): void => {
    write(`${renderMessage({ summary: plainText(content), blocks: [note(tone, content)] }, page()).text}\n\n`)
  }

  const show = async (outcome: BotResponse, pressed?: ActionButton): Promise<void> => {
    switch (outcome.type) {
      case 'reply':
        if (outcome.failed) drawFailure(outcome, pressed?.payload)
        else {
          await checkCardBehind(outcome)
          placeCard(outcome)
          draw(outcome.message, outcome.card)
        }
        for (const file of outcome.message.files ?? []) {
          notify('success', t.rich('console.saved', { path: await saveFile(file) }))
        }
        return
      case 'form':
        choices = card
        askField({
          form: outcome.form,
          values: {},
          opener: pressed && !card.includes(pressed) && lastChoices.includes(pressed) ? last : undefined,
        })
        return
      case 'choices':
        return
    }
  }

  const askField = (open: OpenForm, before?: readonly Block[]): void => {
    openForm = open
    const prompt = fieldPrompt(open, t, before)
    if (prompt) write(`${renderMessage(prompt, page()).text}\n\n`)
  }

  const fill = async (open: OpenForm, line: string): Promise<void> => {
    const field = openField(open)
    if (!field) return submit(open, undefined)
    if (field.type === 'choice' && help.test(line)) return askField(open)
    if (field.type === 'text' && line.length > field.maxLength) {
      return notify('error', t.rich('form.long', { length: line.length, most: field.maxLength }))
    }
    const value = parseFieldValue(field, line)
    if (value === undefined) {
      return notify('error', t.rich('form.bad', { most: field.type === 'choice' ? field.options.length : 0 }))
    }
    if (line === '' && value === '' && !field.optional) {
      return askField(open, [note('error', t.rich('console.required'))])
    }
    const filled = withValue(open, field, value)
    if (openField(filled)) askField(filled)
    else await submit(filled, field)
  }

  /** Sends a form. If it is refused for a field, that field is asked again; if it cannot be handled now, the last one. */
  const submit = async (open: OpenForm, last: FormField | undefined): Promise<void> => {
    const { form, values } = open
    const outcome = await bot.handle({ ...delivery(), type: 'form', payload: form.payload, values })
    const again = outcome.type === 'reply' ? withoutRefused(open, outcome, last) : undefined
    if (outcome.type === 'reply' && again) {
      const reason = outcome.message.blocks.filter(({ type }) => type !== 'actions')
      return askField(again, reason)
    }
    openForm = undefined
    await show(outcome)
    remindOfCard(outcome)
  }

  const leaveForm = ({ opener }: OpenForm): void => {
    openForm = undefined
    notify('info', t.rich('form.left'))
    if (opener) draw(opener)
    sayCardNumbers()
  }

  const press = async (chosen: ActionButton): Promise<void> => {
    const outcome = await bot.handle({ ...delivery(), type: 'action', payload: chosen.payload })
    await show(outcome, chosen)
    remindOfCard(outcome)
  }

  return {
    print: drawBeside,
    isRememberable(line) {
      const typed = line.trim()
      const isQuestion = [...choices, ...cardBehind].some((choice) => !choice || choice.key !== undefined)
      if (openForm) return false
      return typed.startsWith('/') || (typed !== '' && !isQuestion && parseNumber(typed) === undefined)
    },
    async handleLine(line) {
      language = (await bot.languageOf(person)) ?? locale
      t = translator(language)
      const typed = line.trim()
      if (openForm && leave.test(typed)) {
        leaveForm(openForm)
        return true
      }
      if (openForm && !typed.startsWith('/')) {
        await fill(openForm, typed)
        return true
      }
      openForm = undefined
      if (typed === '') return true
      if (quit.test(typed)) return false
      const number = parseNumber(typed)
      // A question may take 0 and numbers that no button has; it says which.
      const isFree =
        number !== undefined && (number === 0 ? card.length > 0 : number <= choices.length && !choices[number - 1])
      if (number === undefined || number > MOST_CHOICES || isFree) {
        const wasBehind = cardBehind.length > 0
        const outcome = await bot.handle({ ...delivery(), type: 'text', text: typed })
        await show(outcome)
        // The answer to a question says it itself, unless the numbers are others now.
        if (typed.startsWith('/') || wasBehind !== cardBehind.length > 0) remindOfCard(outcome)
        return true
      }
      const chosen = choices[number - 1]
      // The other numbers stay what they are.
      if (chosen?.payload === SHOW_ALL) showAll(number <= card.length)
      else if (chosen) await press(chosen)
      else notify('error', t.rich('console.noChoice', { number: String(number), count: choices.length }))
      return true
    },
    complete: (line) => completeLine(line, { bot, person, locale }),
  }
}
