import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Facts, factsIn, resolve } from '../../src/bot/conversation/index.ts'
import { reply } from '../../src/bot/events.ts'
import { type Command, createBot } from '../../src/bot/index.ts'
import type { CatalogIndex } from '../../src/catalog/index.ts'
import { languages } from '../../src/i18n/index.ts'

// Questions as people ask them, and whether each gets the right view of the right names.

const Question = z.strictObject({
  ask: z.string(),
  lang: z.enum(languages.locales),
  /** Any of these is right. */
  view: z.union([z.string(), z.array(z.string())]),
  role: z.string().optional(),
  level: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  domain: z.string().optional(),
  skill: z.string().optional(),
  skills: z.array(z.string()).optional(),
  proficiency: z.string().optional(),
})

/** A question with its right answer. Names that are left out are not checked. */
export type Question = z.infer<typeof Question>

export interface Score {
  readonly question: Question
  readonly facts: Facts
  /** `wrong` is a confident answer to another question; `open` one that offers a choice, a search or help. */
  readonly outcome: 'right' | 'open' | 'wrong'
}

/**
 * The sets. Those who wrote c and f did not know the rules; e and f were written when the rules were right about the others. They are
 * asked of a single role, g to k of a ladder with several.
 */
export const QUESTION_SETS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'm', 'n'] as const

/** Set l is held out: see held-out.test.ts. */
export async function readQuestions(set: (typeof QUESTION_SETS)[number] | 'l'): Promise<readonly Question[]> {
  const text = await readFile(`tests/conversation/questions-${set}.yaml`, 'utf8')
  return z.array(Question).parse(parse(text))
}

/** Resolves questions with the context that a real bot gives its commands. */
export function openQuestions(catalogIndex: CatalogIndex): (text: string, locale: string) => Promise<Facts> {
  const command: Command = {
    name: 'resolve',
    code: 'x',
    summary: 'skills.summary',
    options: [],
    usages: [],
    isPublic: true,
    run: (text, context) => reply({ summary: '', blocks: [] }, { ...factsIn(resolve(text, context)), ignored: [] }),
    handleAction: () => reply({ summary: '', blocks: [] }),
  }
  const bot = createBot({
    commands: [command],
    catalogIndex: () => catalogIndex,
    report({ error }) {
      throw error
    },
  })
  const person = { platform: 'test', workspace: 'W1', user: 'U1' }
  return async (text, locale) => {
    const response = await bot.handle({ type: 'command', id: text, person, locale, name: 'resolve', text })
    // Names that cannot be combined are an error, which says so.
    return (response.type === 'reply' && response.facts) || { view: 'unknown' }
  }
}

const OPEN_VIEWS: ReadonlySet<string> = new Set(['unknown', 'choice', 'search'])

/** Compares an answer with the right one. */
export function score(question: Question, facts: Facts): Score {
  const isRight = [question.view].flat().includes(facts.view) && hasNames(question, facts)
  return { question, facts, outcome: isRight ? 'right' : OPEN_VIEWS.has(facts.view) ? 'open' : 'wrong' }
}

function hasNames(question: Question, facts: Facts): boolean {
  // An answer about coverage is about the whole ladder, whatever the question names.
  if (facts.view === 'coverage') return true
  const keys = ['role', 'level', 'domain', 'skill'] as const
  if (keys.some((key) => question[key] !== undefined && question[key] !== facts[key])) return false
  // The steps of a skill are one answer.
  const isStep = question.proficiency !== undefined && question.skill === undefined
  if (isStep && question.proficiency !== facts.proficiency) return false
  const isSame = (some: readonly string[], others: readonly string[]): boolean =>
    some.toSorted().join(' ') === others.toSorted().join(' ')
  if (question.skills && !isSame(question.skills, facts.skills ?? [])) return false
  // Two levels may be named in either order.
  return question.from === undefined || isSame([question.from, question.to ?? ''], [facts.from ?? '', facts.to ?? ''])
}
