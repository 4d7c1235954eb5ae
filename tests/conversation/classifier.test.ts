import { expect, test } from 'vitest'
import { createClassifier, type Example } from '../../src/bot/conversation/classifier.ts'

const examples: readonly Example[] = [
  ['stack', 'which tool does a {level} use'],
  ['stack', 'tool of the {role}'],
  ['stack', 'what does {role} work with'],
  ['level', 'what is expect of a {level}'],
  ['level', 'what must a {level} do'],
  ['thanks', 'thank a lot'],
].map(([view, text]) => ({ view: view as Example['view'], tokens: text?.split(' ') ?? [] }))

const likeliest = (shares: ReadonlyMap<string, number>): string =>
  [...shares].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''

test('reads a question by what its examples have in common', () => {
  const classifier = createClassifier(examples)
  expect(likeliest(classifier.sharesOf(['tool', 'for', '{level}']))).toBe('stack')
  expect(likeliest(classifier.sharesOf(['expect', 'of', '{level}']))).toBe('level')
  const shares = [...classifier.sharesOf(['thank', 'you']).values()]
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
})

test('is the same whether it learned before or when it was asked', () => {
  const early = createClassifier(examples)
  let steps = 0
  while (early.learn()) steps += 1
  expect(steps).toBeGreaterThan(0)
  expect(early.learn()).toBe(false)
  const late = createClassifier(examples)
  const question = ['what', 'does', 'a', '{level}', 'work', 'with']
  expect(early.sharesOf(question)).toEqual(late.sharesOf(question))
})

test('tells how much of a question its examples have', () => {
  const classifier = createClassifier(examples)
  expect(classifier.knownPart(['tool', 'flurble', '{level}', 'zebra'])).toBe(0.5)
  expect([classifier.countIn('stack', 'tool'), classifier.countIn('level', 'tool')]).toEqual([2, 0])
})

test('without examples it tells nothing', () => {
  const classifier = createClassifier([])
  expect(classifier.learn()).toBe(false)
  expect(classifier.knownPart(['tool'])).toBe(0)
  expect(classifier.sharesOf(['tool'])).toEqual(new Map())
})
