import { randomUUID } from 'node:crypto'
import { type Bot, type BotResponse, type Person, parseNumber } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import {
  type ActionButton,
  type Attachment,
  type Block,
  type Form,
  type FormField,
  heading,
  type Message,
  note,
  plain,
  plainText,
  strong,
} from '../../message/index.ts'
import { type Completions, completeLine } from './completion.ts'
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

/** A form that is being filled in, field by field. */
interface OpenForm {
  readonly form: Form
  readonly values: Readonly<Record<string, string>>
}

/** No message has more choices; a larger number is a question. */
const MOST_CHOICES = 999

/**
 * A number picks one of the choices shown last; one that no choice has, though others have higher ones, counts as typed. An open form takes all
 * lines until it is complete or a command is typed.
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
  let choices: readonly (ActionButton | undefined)[] = []
  let openForm: OpenForm | undefined
  /** The last answer, which may have been shortened. */
  let last: Message | undefined

  const delivery = () => ({ id: randomUUID(), person, locale: language })
  const fold = (): Pick<Screen, 'fold'> =>
    lines === undefined
      ? {}
      : { fold: { lines: lines(), leftOut: (count) => t('paging.leftOut', { count }), showAll: t('console.showAll') } }
  /** Shows an answer, whose numbers replace those before it. */
  const draw = (message: Message): void => {
    const rendered = renderMessage(message, { ...page(), ...fold() })
    choices = rendered.choices
    last = message
    write(`${rendered.text}\n\n`)
  }
  /** Shows a message beside an answer: the numbers of the answer stay what they are, and those of the message follow them. */
  const drawBeside = (message: Message): void => {
    const rendered = renderMessage(message, { ...page(), usedNumbers: choices.length })
    choices = [...choices, ...rendered.choices]
    write(`${rendered.text}\n\n`)
  }
  const notify = (tone: 'info' | 'error' | 'success', content: ReturnType<typeof plain>): void => {
    write(`${renderMessage({ summary: plainText(content), blocks: [note(tone, content)] }, page()).text}\n\n`)
  }

  const show = async (outcome: BotResponse): Promise<void> => {
    switch (outcome.type) {
      case 'reply':
        if (outcome.failed) drawBeside(outcome.message)
        else draw(outcome.message)
        for (const file of outcome.message.files ?? []) {
          notify('success', t.rich('console.saved', { path: await saveFile(file) }))
        }
        return
      case 'form':
        openForm = { form: outcome.form, values: {} }
        askField(outcome.form.fields[0], [heading(outcome.form.title)])
        return
      case 'choices':
        return
    }
  }

  const askField = (field: FormField | undefined, before: readonly Block[] = []): void => {
    if (!field) return
    const hint = field.hint ?? t(field.type === 'choice' ? 'form.choice' : 'form.text')
    const now =
      field.type === 'choice' ? field.options.find(({ value }) => value === field.initial)?.label : field.initial
    const current = now === undefined ? [] : [note('info', t.rich('form.current', { value: now }))]
    const options = field.type === 'choice' ? field.options.map(({ label }) => ({ text: plain(label) })) : []
    const prompt: Message = {
      summary: field.label,
      blocks: [
        ...before,
        { type: 'text', text: strong(field.label) },
        ...current,
        ...(options.length > 0 ? [{ type: 'list' as const, numbered: true, items: options }] : []),
        { type: 'text', text: plain(hint) },
      ],
    }
    write(`${renderMessage(prompt, page()).text}\n\n`)
  }

  const fill = async ({ form, values }: OpenForm, line: string): Promise<void> => {
    const at = Object.keys(values).length
    const field = form.fields[at]
    const value = field ? parseFieldValue(field, line) : ''
    if (field?.type === 'text' && line.length > field.maxLength) {
      notify('error', t.rich('form.long', { length: line.length, most: field.maxLength }))
      return
    }
    if (field && value === undefined) {
      notify('error', t.rich('form.bad', { most: field.type === 'choice' ? field.options.length : 0 }))
      return
    }
    const filled = field ? { ...values, [field.name]: value ?? '' } : values
    const next = form.fields[at + 1]
    if (next) {
      openForm = { form, values: filled }
      askField(next)
      return
    }
    openForm = undefined
    await show(await bot.handle({ ...delivery(), type: 'form', payload: form.payload, values: filled }))
  }

  return {
    print: drawBeside,
    isRememberable(line) {
      const typed = line.trim()
      const isQuestion = choices.some((choice) => choice?.key !== undefined)
      if (openForm) return false
      return typed.startsWith('/') || (typed !== '' && !isQuestion && parseNumber(typed) === undefined)
    },
    async handleLine(line) {
      language = (await bot.languageOf(person)) ?? locale
      t = translator(language)
      const typed = line.trim()
      if (openForm && !typed.startsWith('/')) {
        await fill(openForm, typed)
        return true
      }
      openForm = undefined
      if (typed === '') return true
      if (quit.test(typed)) return false
      const number = parseNumber(typed)
      const isFree = number !== undefined && number > 0 && number <= choices.length && !choices[number - 1]
      if (number === undefined || number > MOST_CHOICES || isFree) {
        await show(await bot.handle({ ...delivery(), type: 'text', text: typed }))
        return true
      }
      const chosen = choices[number - 1]
      // The other numbers stay what they are.
      if (chosen?.payload === SHOW_ALL && last) write(`${renderMessage(last, page()).text}\n\n`)
      else if (chosen) await show(await bot.handle({ ...delivery(), type: 'action', payload: chosen.payload }))
      else notify('error', t.rich('console.noChoice', { number: String(number), count: choices.length }))
      return true
    },
    complete: (line) => completeLine(line, { bot, person, locale }),
  }
}

/** The value of a field in a typed line; undefined if it is invalid. An empty line keeps a choice unchanged. */
function parseFieldValue(field: FormField, line: string): string | undefined {
  if (field.type !== 'choice') return line
  if (line === '') return field.initial ?? ''
  return field.options[(parseNumber(line) ?? 0) - 1]?.value
}
