import { normalize } from '../catalog/index.ts'
import { keyOf } from './table.ts'

// Slugs, column heads and letters made from names.

/** Letters that `normalize` leaves, in ASCII. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  ð: 'd',
  '+': 'p',
  '#': 'sharp',
}

/** A slug of at most `max` characters, cut at a word if possible. `fallback` begins one that would be empty or digits only. */
export function slugOf(name: string, max: number, fallback: string): string {
  const ascii = normalize(name.replaceAll('&', ' and ')).replaceAll(/[^a-z0-9 ]/gu, (letter) => SPELLINGS[letter] ?? '')
  const words = ascii.split(' ').filter((word) => word !== '')
  const all = /[a-z]/u.test(ascii) ? words : [fallback, ...words]
  let slug = ''
  for (const word of all) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > max) break
    slug = longer
  }
  return /[a-z]/u.test(slug) ? slug : all.join('-').slice(0, max).replace(/-$/u, '') || fallback
}

/** Makes names unique by adding a number, within `max` characters. */
export function createUnique(max: number): (wanted: string) => string {
  const taken = new Set<string>()
  return (wanted) => {
    let name = wanted
    for (let number = 2; taken.has(name); number += 1) {
      const ending = `-${number}`
      name = `${wanted.slice(0, max - ending.length).replace(/-$/u, '')}${ending}`
    }
    taken.add(name)
    return name
  }
}

/** The head of a level's column: the name if it is short, or the first letters of its words with its number. */
export function shortOf(name: string, max: number): string {
  const number = /^level (\d+)$/iu.exec(name)?.[1]
  if (number !== undefined) return `L${number}`
  if (name.length <= max) return name
  const words = name.split(/[\s/-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const numbered = words.filter((word) => /\p{L}\d|\d\p{L}/u.test(word) && word.length <= max)
  if (numbered[0] !== undefined && numbered.length === 1) return numbered[0]
  if (words.length === 1) return name.slice(0, max - 1).trim()
  const letters = words.map((word) => (/^\d+$/u.test(word) ? word : word.charAt(0).toUpperCase()))
  return letters.join('').slice(0, max)
}

/**
 * A letter for each step, all different: the first of its name, or two. `inLadder` has the letters of other scales by the names of their
 * steps; a letter means one name in the whole ladder, as far as there are letters. New ones are added.
 */
export function lettersOf(names: readonly string[], inLadder = new Map<string, string>()): readonly string[] {
  const taken = new Set<string>()
  const isFree = (letter: string, name: string): boolean => (inLadder.get(letter) ?? keyOf(name)) === keyOf(name)
  return names.map((name, index) => {
    const bare = Array.from(normalize(name).replaceAll(' ', ''))
    const first = (bare[0] ?? '').toUpperCase()
    const number = /\d+(?!.*\d)/u.exec(name)?.[0] ?? ''
    const pairs = bare.slice(1).map((letter) => `${first}${letter}`)
    const letters = [number, first, ...pairs, String(index + 1), `#${index + 1}`]
    const possible = letters.filter((each) => each !== '' && each.length <= 2 && !taken.has(each))
    const letter = possible.find((each) => isFree(each, name)) ?? possible[0] ?? String(index + 1)
    taken.add(letter)
    if (!inLadder.has(letter)) inLadder.set(letter, keyOf(name))
    return letter
  })
}

/** A name of at most `max` characters, cut at a word. */
export function shortened(name: string, max: number): string {
  if (name.length <= max) return name
  const cut = name.slice(0, max - 1).replace(/\s+\S*$/u, '')
  return `${(cut || name.slice(0, max - 1)).trim()}…`
}
