import { normalize } from '../catalog/index.ts'
import type { Languages, Locale } from '../i18n/index.ts'

/**
 * Creates a function that tells the language of a text by the words that questions and commands have in one language only; undefined if
 * none has more of them than every other.
 */
export function createLanguageGuess({ byLocale }: Pick<Languages, 'byLocale'>): (text: string) => Locale | undefined {
  const words = new Map(
    [...byLocale].map(([locale, { vocabulary }]) => [locale, new Set(wordsIn(Object.values(vocabulary).join(' ')))]),
  )
  return (text) => {
    const typed = wordsIn(text)
    const counts = [...words].map(([locale, own]) => {
      const others = [...words].filter(([other]) => other !== locale).map(([, set]) => set)
      const isOwn = (word: string): boolean => own.has(word) && !others.some((set) => set.has(word))
      return { locale, count: typed.filter(isOwn).length }
    })
    const [first, second] = counts.toSorted((a, b) => b.count - a.count)
    return first && first.count > (second?.count ?? 0) ? first.locale : undefined
  }
}

function wordsIn(text: string): readonly string[] {
  return normalize(text.replaceAll(/[^\p{L}\p{M}]+/gu, ' ')).split(' ')
}
