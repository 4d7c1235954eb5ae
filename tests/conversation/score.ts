import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { CommandContext } from '../../src/bot/command.ts'
import { type Facts, factsIn, resolve } from '../../src/bot/conversation/index.ts'
import { UserError } from '../../src/bot/errors.ts'
import { createVocabulary } from '../../src/bot/input.ts'
import type { CatalogIndex } from '../../src/catalog/index.ts'
import { languages } from '../../src/i18n/index.ts'

// Questions as people ask them, and whether each gets the right view of the right things.

/** A question with what answers it. Keys that are left out are not asked for. */
export interface Expected {
  readonly ask: string
  readonly lang: 'en' | 'es'
  readonly view: string | readonly string[]
  readonly role?: string
  readonly level?: string
  readonly from?: string
  readonly to?: string
  readonly domain?: string
  readonly skill?: string
  readonly skills?: readonly string[]
  readonly proficiency?: string
}

export interface Score {
  readonly question: Expected
  readonly facts: Facts | { readonly view: 'unknown' }
  /** `wrong` is a confident answer to something else; `open` one that says so, or offers a choice. */
  readonly outcome: 'right' | 'open' | 'wrong'
}

export async function readQuestions(half: 'a' | 'b'): Promise<readonly Expected[]> {
  return parse(await readFile(new URL(`questions-${half}.yaml`, import.meta.url), 'utf8')) as readonly Expected[]
}

const vocabulary = createVocabulary(languages)

/** What answers a question. */
function factsFor(ask: string, locale: string, catalogIndex: CatalogIndex): Score['facts'] {
  const context = {
    t: languages.translator(locale),
    vocabulary,
    catalogIndex,
    services: {},
  } as unknown as CommandContext
  try {
    return factsIn(resolve(ask, context))
  } catch (error) {
    if (error instanceof UserError) return { view: 'unknown' }
    throw error
  }
}

const OPEN: ReadonlySet<string> = new Set(['unknown', 'choice', 'search'])

export function score(question: Expected, catalogIndex: CatalogIndex): Score {
  const facts = factsFor(question.ask, question.lang, catalogIndex)
  const isRight = [question.view].flat().includes(facts.view) && hasNames(question, facts)
  return { question, facts, outcome: isRight ? 'right' : OPEN.has(facts.view) ? 'open' : 'wrong' }
}

function hasNames(question: Expected, facts: Facts | { readonly view: 'unknown' }): boolean {
  // What the ladder does not cover is said of the whole ladder.
  if (facts.view === 'coverage') return true
  const actual: Partial<Facts> = facts
  const wanted: Partial<Facts> = {
    ...(question.role !== undefined && { role: question.role }),
    ...(question.level !== undefined && { level: question.level }),
    ...(question.domain !== undefined && { domain: question.domain }),
    ...(question.skill !== undefined && { skill: question.skill }),
    ...(question.proficiency !== undefined &&
      question.skill === undefined && {
        proficiency: question.proficiency as NonNullable<Facts['proficiency']>,
      }),
  }
  const isSame = Object.entries(wanted).every(([key, value]) => actual[key as keyof Facts] === value)
  const pair = (one?: string, other?: string): string => [one ?? '', other ?? ''].toSorted().join(' ')
  const skills = (all?: readonly string[]): string => [...(all ?? [])].toSorted().join(' ')
  if (question.skills && skills(question.skills) !== skills(actual.skills)) return false
  return isSame && (question.from === undefined || pair(question.from, question.to) === pair(actual.from, actual.to))
}

/** The name that a single word is read as, unless it is exactly that name or an alias of it. */
export function understandWord(word: string, locale: string, catalogIndex: CatalogIndex): readonly string[] {
  const [part] = catalogIndex.parse(word, new Set())
  const facts = factsFor(word, locale, catalogIndex)
  const slug = 'skill' in facts ? facts.skill : undefined
  return slug === undefined || part?.match === 'exact' ? [] : [`${word} -> ${slug}`]
}
