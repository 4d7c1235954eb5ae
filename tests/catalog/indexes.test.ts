import { setImmediate } from 'node:timers/promises'
import { distance } from 'fastest-levenshtein'
import { describe, expect, test } from 'vitest'
import { createCatalogIndex } from '../../src/catalog/index.ts'
import { type Steps, stepwise } from '../../src/catalog/model.ts'
import { createFuzzyIndex } from '../../src/catalog/names/fuzzy.ts'
import { buildNameIndex } from '../../src/catalog/names/index-names.ts'
import { buildSearch } from '../../src/catalog/names/search.ts'
import { openConversation } from '../bot/conversation.ts'
import { manyRoles, threeRoles } from '../bot/two-roles.ts'
import { CONNECTIVES } from '../fixtures/connectives.ts'

function stepsOf(steps: Steps<unknown>): number {
  let count = 1
  while (!steps.next().done) count += 1
  return count
}

describe('the indexes of a catalog', () => {
  const catalog = manyRoles(60)

  test.each([
    ['of names', () => buildNameIndex(catalog)],
    ['of the search', () => buildSearch(catalog)],
  ])('%s are built with no more than one role, domain or skill at a time', (_, build) => {
    expect(stepsOf(build())).toBeGreaterThan(catalog.roles.size + catalog.domains.size + catalog.skills.size)
  })

  test('are built before the first question is parsed, and a press is answered meanwhile', async () => {
    const conversation = openConversation(createCatalogIndex(threeRoles))
    const answered: string[] = []
    const question = conversation.ask('help').then(() => answered.push('question'))
    await conversation.press('1s:h').then(() => answered.push('press'))
    await question
    expect(answered).toEqual(['press', 'question'])
  })

  test('give the same results, whether prepared or built on first use', async () => {
    const [catalogIndex, unprepared] = [createCatalogIndex(threeRoles), createCatalogIndex(threeRoles)]
    await catalogIndex.prepare(setImmediate)
    for (const { name } of threeRoles.skills.values()) {
      expect(catalogIndex.search.find(name, 3)).toEqual(unprepared.search.find(name, 3))
      expect(catalogIndex.parse(name, CONNECTIVES)).toEqual(unprepared.parse(name, CONNECTIVES))
    }
  })
})

describe('work in steps', () => {
  function* counted(done: number[]): Steps<string> {
    for (let step = 0; step < 3; step += 1) {
      done.push(step)
      yield
    }
    return 'made'
  }

  test('is done once, whether it is prepared, used or both', async () => {
    const done: number[] = []
    const work = stepwise(() => counted(done))
    expect(done).toEqual([])
    const prepared = work.prepare(setImmediate)
    expect(work.result()).toBe('made')
    await prepared
    await work.prepare(setImmediate)
    expect(work.result()).toBe('made')
    expect(done).toEqual([0, 1, 2])
  })
})

describe('names near a word', () => {
  test('are searched among names of similar length and letters only', () => {
    const names = Array.from(
      { length: 2000 },
      (_, nth) => `${'bcdfghjklmnp'.charAt(nth % 12)}${'zyx'.repeat(nth % 5)}${nth}`,
    )
    let compared = 0
    const near = createFuzzyIndex(names, (a, b) => {
      compared += 1
      return distance(a, b)
    })
    expect(near.search('qwertuiopas', 3)).toEqual([])
    expect(compared).toBe(0)
    expect(near.search('bzyx1', 0)).toEqual([])
    expect(near.search(names[24] ?? '', 1).map(({ name }) => name)).toContain(names[24])
    expect(compared).toBeLessThan(names.length / 10)
  })
})
