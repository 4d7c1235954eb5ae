import { IntlMessageFormat } from 'intl-messageformat'
import { LOCALES, type Locale, languages, type MessageKey } from '../../src/i18n/index.ts'

// What a translation is made of, as its parser sees it.

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

interface Plural {
  readonly param: string
  /** What it tells apart: `=0`, `one`, `other`. */
  readonly cases: readonly string[]
}

export interface Anatomy {
  readonly params: readonly string[]
  /** Parameters that are counted or formatted as numbers. */
  readonly numbers: readonly string[]
  readonly plurals: readonly Plural[]
  /** Parameters of which each value has a wording of its own, with those values. */
  readonly selects: Readonly<Record<string, readonly string[]>>
  /** Names of the tags, each as often as it occurs in the longest wording. */
  readonly tags: readonly string[]
}

/** The sentences of a language. */
export function messagesOf(locale: Locale): Readonly<Record<MessageKey, string>> {
  const language = languages.byLocale.get(locale)
  if (!language) throw new Error(`there is no language ${locale}`)
  return language.messages
}

/** Every language but English, which the others are compared with. */
export const OTHER_LOCALES = LOCALES.filter((locale) => locale !== 'en')

export const KEYS = Object.keys(messagesOf('en')) as MessageKey[]

export function anatomyOf(key: MessageKey, locale: Locale): Anatomy {
  const elements = withinAll(new IntlMessageFormat(messagesOf(locale)[key], locale).getAst())
  const params = new Set<string>()
  const numbers = new Set<string>()
  const plurals: Plural[] = []
  const selects: Record<string, readonly string[]> = {}
  const tags: string[] = []
  for (const element of elements) {
    if ('children' in element) tags.push(element.value)
    else if ('pluralType' in element) {
      plurals.push({ param: element.value, cases: Object.keys(element.options) })
      numbers.add(element.value)
      params.add(element.value)
    } else if ('options' in element) {
      selects[element.value] = Object.keys(element.options).toSorted()
      params.add(element.value)
    } else if (isArgument(element)) {
      params.add(element.value)
      if ('style' in element) numbers.add(element.value)
    }
  }
  return {
    params: [...params].toSorted(),
    numbers: [...numbers].toSorted(),
    plurals,
    selects,
    tags: [...new Set(tags)].toSorted(),
  }
}

function withinAll(elements: readonly Element[]): Element[] {
  return elements.flatMap((element): Element[] => {
    if ('children' in element) return [element, ...withinAll(element.children)]
    if ('options' in element) return [element, ...Object.values(element.options).flatMap((one) => withinAll(one.value))]
    return [element]
  })
}

/** What has a value and is no literal text is an argument; of the parser's kinds, the literal text is the first. */
function isArgument(element: Element): element is Extract<Element, { value: string }> {
  return 'value' in element && !isLiteral(element)
}

function isLiteral({ type }: Element): boolean {
  const kind: number = type
  return kind === 0
}
