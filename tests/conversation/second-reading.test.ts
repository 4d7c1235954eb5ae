import { describe, expect, test } from 'vitest'
import type { Classifier } from '../../src/bot/conversation/classifier.ts'
import type { View } from '../../src/bot/conversation/facts.ts'
import { readAgain } from '../../src/bot/conversation/second-reading.ts'
import { COMMANDS } from '../../src/bot/index.ts'
import { translator } from '../../src/i18n/index.ts'
import { openConversation } from '../bot/conversation.ts'
import { notes, payloads } from '../bot/read-message.ts'
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { readQuestions } from './score.ts'

/** A classifier that gives some views their shares, whatever it is asked. */
const saying = (shares: Partial<Record<View, number>>, part = 1): Classifier => ({
  learn: () => false,
  knownPart: () => part,
  countIn: () => 0,
  sharesOf: () => new Map(Object.entries(shares).map(([view, share]) => [view as View, share])),
})
const WHICH = translator('en')('skills.choice.one')
const QUESTION = ['how', 'be', 'it', 'here']
const first = (topic: 'process' | 'privacy' | 'unknown' | 'names', isWhole = false) => ({ topic, named: [], isWhole })

describe('rules and examples together', () => {
  test('agree', () => {
    const read = readAgain(first('process'), QUESTION, saying({ process: 0.9, rule: 0.1 }))
    expect(read).toEqual({ topic: 'process', byExamples: null, rivals: [] })
  })

  test('follow clear examples against a phrase', () => {
    const read = readAgain(first('process'), QUESTION, saying({ privacy: 0.99, process: 0.01 }))
    expect(read).toEqual({ topic: 'privacy', byExamples: 'privacy', rivals: [] })
  })

  test('ask where neither is clear', () => {
    const read = readAgain(first('process'), QUESTION, saying({ privacy: 0.8, process: 0.2 }))
    expect(read).toEqual({ topic: 'process', byExamples: null, rivals: ['process', 'privacy'] })
  })

  test('follow the phrase where it explains every word', () => {
    const read = readAgain(first('process', true), QUESTION, saying({ privacy: 0.8, process: 0.2 }))
    expect(read).toEqual({ topic: 'process', byExamples: null, rivals: [] })
  })

  test('leave words that no example has to the rules', () => {
    const read = readAgain(first('unknown'), QUESTION, saying({ privacy: 1 }, 0.4))
    expect(read).toEqual({ topic: 'unknown', byExamples: null, rivals: [] })
  })

  test('never follow examples of names that the question does not have', () => {
    const read = readAgain(first('process'), QUESTION, saying({ usage: 0.9, process: 0.02, privacy: 0.08 }))
    expect(read).toEqual({ topic: 'process', byExamples: null, rivals: [] })
  })
})

test('a question that is not clear is answered by what it may mean, each with a button of its own', async () => {
  const conversation = openConversation(await openCatalog(shippedCatalog), COMMANDS)
  const questions = await readQuestions('l')
  const replies = await Promise.all(questions.map(({ ask }) => conversation.ask(ask, 'en')))
  const choices = replies.flatMap(({ message }) => (notes(message).includes(WHICH) ? [payloads(message)] : []))
  expect(choices.length).toBeGreaterThan(0)
  for (const offered of choices) {
    expect(offered.length).toBeGreaterThan(1)
    expect(new Set(offered).size).toBe(offered.length)
  }
})
