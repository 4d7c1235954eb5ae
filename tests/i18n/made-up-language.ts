import { createLanguages, type Language, type Languages, languages, type MessageKey } from '../../src/i18n/index.ts'

// A language that is made from English by rule: sentences with other vowels, and words to type that no other language has. It shows
// that a language is data: nothing in src knows of it.

/** A code for private use. */
export const MADE_UP = 'qaa'

const VOWELS = 'aeiouAEIOU'
const OTHER_VOWELS = 'eiouaEIOUA'

function withOtherVowels(text: string): string {
  return text.replaceAll(/[aeiou]/giu, (vowel) => OTHER_VOWELS.charAt(VOWELS.indexOf(vowel)))
}

/** A sentence with its parameters, plural forms and tags as they are, and with what stands in <c> to be typed as it stands. */
export function madeUpSentence(sentence: string): string {
  let depth = 0
  return sentence.replaceAll(/<c>.*?<\/c>|<\/?[a-z]>|[{}]|[^{}<]+/gu, (piece) => {
    if (piece === '{') depth += 1
    if (piece === '}') depth -= 1
    // Text stands outside braces, or in those of a plural form or a choice, which are within others.
    return depth % 2 === 0 && !piece.startsWith('<') ? withOtherVowels(piece) : piece
  })
}

/** The word of the made-up language for an English one. */
export function madeUpWord(word: string): string {
  return word.replace(/^[/=]?/u, (slash) => `${slash}zz`).replaceAll(/[aeiou]/gu, withOtherVowels)
}

function madeUpLanguage({ messages, vocabulary }: Language): Language {
  const words = (list: string): string =>
    list
      .split(', ')
      .map((word) => word.split(' ').map(madeUpWord).join(' '))
      .join(', ')
  return {
    messages: mapValues(messages, madeUpSentence),
    vocabulary: mapValues(vocabulary, words),
    commandNames: { skills: madeUpWord('skills') },
  }
}

function mapValues<T extends Readonly<Record<string, string>>>(record: T, change: (value: string) => string) {
  const changed: Record<string, string> = {}
  for (const [key, value] of Object.entries(record)) changed[key] = change(value)
  return changed as { readonly [Key in keyof T]: string }
}

/** The languages of Rung and the made-up one. */
export function withMadeUp(): Languages {
  const english = languages.byLocale.get('en')
  if (!english) throw new Error('there is no English')
  return createLanguages(new Map([...languages.byLocale, [MADE_UP, madeUpLanguage(english)]]))
}

/** A sentence without parameters in the made-up language. */
export function madeUp(key: MessageKey): string {
  return withMadeUp().translator(MADE_UP)(key)
}
