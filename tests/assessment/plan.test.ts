import { describe, expect, test } from 'vitest'
import {
  type Gap,
  gapsInOrder,
  inPlanOrder,
  nextStep,
  planQuestions,
  type Rating,
  stepsToLevel,
} from '../../src/assessment/index.ts'
import { EFFORTS, isCore, PROFICIENCIES } from '../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { seededRandom } from '../seeded-random.ts'

const catalogIndex = await openCatalog(ownCatalog)
const role = catalogIndex.catalog.roles.get('ml-engineer')
if (!role) throw new Error('the catalog has no ML engineer')
const SENIOR = 2
const NONE: ReadonlySet<string> = new Set()

/** The gaps to a level of a person with these ratings; a skill without a rating is an estimated gap. */
function gapsOf(
  ratings: Readonly<Record<string, Rating>>,
  ids: readonly string[] = Object.keys(ratings),
): readonly Gap[] {
  return role ? gapsInOrder(role, SENIOR, ids, (id) => ratings[id]) : []
}

/** Ratings one step below what Senior expects. */
function oneStepBelow(slugs: readonly string[]): Readonly<Record<string, Rating>> {
  const gaps = role ? gapsInOrder(role, SENIOR, slugs, () => undefined) : []
  const ratings: readonly Rating[] = [0, 1, 2, 3]
  return Object.fromEntries(gaps.map(({ row, required }) => [row.skill.slug, ratings[required - 1] ?? 0]))
}

function planned(gaps: readonly Gap[], mandatory = NONE): readonly string[] {
  return role ? inPlanOrder(role, SENIOR, gaps, mandatory).map(({ row }) => row.skill.slug) : []
}

describe('the next step', () => {
  test.each([
    [4, 0, 'awareness'],
    [4, 2, 'advanced'],
    [3, 2, 'advanced'],
    [2, 3, 'working'],
    [3, undefined, 'advanced'],
    [3, null, 'advanced'],
  ] as const)('to %i from %s is %s', (required, rating, step) => {
    const [gap] = gapsOf({ pytorch: 1 })
    if (!gap) throw new Error('PyTorch is no gap')
    expect(PROFICIENCIES[nextStep({ ...gap, required, rating }) - 1]).toBe(step)
  })
})

describe('the order of a plan', () => {
  test('is answered before estimated, whatever else', () => {
    // PyTorch is of the core and named in the stack, but was not asked.
    expect(planned(gapsOf({ redis: 0 }, ['pytorch', 'redis']))).toEqual(['redis', 'pytorch'])
  })

  test('is then the mandatory skills that the level reached lacks', () => {
    const gaps = gapsOf({ pytorch: 2, redis: 0 })
    expect(planned(gaps)).toEqual(['pytorch', 'redis'])
    expect(planned(gaps, new Set(['redis']))).toEqual(['redis', 'pytorch'])
  })

  test('is then the core', () => {
    // Kubernetes is named in the stack of Senior; Feature Stores are not, but belong to the core.
    expect(planned(gapsOf({ 'kubernetes-core': 2, 'feature-stores': 0 }))).toEqual([
      'feature-stores',
      'kubernetes-core',
    ])
  })

  test('is the others before the core, where the core suffices already', () => {
    const gaps = gapsOf({ pytorch: 2, redis: 0, 'feature-stores': 2 })
    const order = role ? inPlanOrder(role, SENIOR, gaps, NONE, { core: 0, others: 2 }) : []
    expect(order.map(({ row }) => row.skill.slug)[0]).toBe('redis')
  })

  test('is then the fewest steps: what counts at once comes before what is two steps away', () => {
    // "Prometheus/Grafana" and "Spark ML" are named in the stack, Redis is not.
    expect(planned(gapsOf({ redis: 2, 'apache-spark': 0, 'prometheus-grafana': 1 }))).toEqual([
      'redis',
      'prometheus-grafana',
      'apache-spark',
    ])
  })

  test('is then what the focus and the stack of the level name', () => {
    // "Prometheus/Grafana" and, by an alias, "Spark ML".
    expect(planned(gapsOf(oneStepBelow(['redis', 'prometheus-grafana'])))).toEqual(['prometheus-grafana', 'redis'])
    expect(planned(gapsOf(oneStepBelow(['redis', 'apache-spark'])))).toEqual(['apache-spark', 'redis'])
    expect(planned(gapsOf(oneStepBelow(['experiment-tracking', 'mlflow'])))).toEqual(['mlflow', 'experiment-tracking'])
  })

  test('is the fewest steps in the core too', () => {
    expect(planned(gapsOf({ 'feature-stores': 0, 'gradient-boosting': 1, 'model-monitoring': 2 }))).toEqual([
      'model-monitoring',
      'gradient-boosting',
      'feature-stores',
    ])
  })

  test('keeps all gaps, each once, and each key decides only between equals of those before it', () => {
    const random = seededRandom(20_261_128)
    const slugs = [...role.rows.keys()]
    for (let run = 0; run < 200; run += 1) {
      const ids = slugs.filter(() => random.next() < 0.4)
      const ratings = Object.fromEntries(
        ids.filter(() => random.next() < 0.6).map((slug) => [slug, random.next() < 0.5 ? (1 as const) : (2 as const)]),
      )
      const mandatory = new Set(ids.filter(() => random.next() < 0.1))
      const gaps = gapsOf(ratings, ids)
      const ordered = inPlanOrder(role, SENIOR, gaps, mandatory)
      expect(ordered).toHaveLength(gaps.length)
      expect(new Set(ordered)).toEqual(new Set(gaps))
      const keys = ordered.map(({ row, rating, required }) => {
        const step = PROFICIENCIES[nextStep({ row, rating, required, mandatory: false }) - 1]
        const effort = step && row.skill.growth[step]?.effort
        return {
          sure: [rating === undefined, !mandatory.has(row.skill.slug), !isCore(role, row.skill)].map(Number),
          steps: required - (rating ?? 0),
          effort: effort ? EFFORTS.indexOf(effort) : EFFORTS.length,
        }
      })
      for (const [index, key] of keys.entries()) {
        const next = keys[index + 1]
        if (!next) continue
        expect(key.sure.join('') <= next.sure.join(''), `${key.sure.join(' ')} before ${next.sure.join(' ')}`).toBe(
          true,
        )
      }
      // Among gaps that the stack does not tell apart, fewer steps first, then less effort.
      const [first, second] = [planned(gaps, mandatory), planned(gaps.toReversed(), mandatory)]
      expect(second).toEqual(first)
    }
  })

  test('is then the shortest effort', () => {
    const core = [...role.rows.values()].filter(({ skill }) => isCore(role, skill))
    const plain = core.filter(({ skill }) => !['pytorch', 'mlflow', 'model-serving'].includes(skill.slug))
    const ratings = Object.fromEntries(plain.map(({ skill }) => [skill.slug, 1 as const]))
    const efforts = planned(gapsOf(ratings)).map((slug) =>
      EFFORTS.indexOf(role.rows.get(slug)?.skill.growth['working']?.effort ?? 'quarter'),
    )
    expect(efforts.length).toBeGreaterThan(3)
    expect(efforts).toEqual(efforts.toSorted((a, b) => a - b))
  })
})

describe('what a level needs', () => {
  const CORE = ['pytorch', 'mlflow', 'model-serving'] as const
  const OTHERS = ['redis', 'docker', 'kubernetes-core', 'postgresql'] as const
  const ratings = oneStepBelow([...CORE, ...OTHERS])

  test('comes before gaps of a part that has enough of them', () => {
    const gaps = gapsOf(ratings)
    const order = inPlanOrder(role, SENIOR, gaps, NONE, { core: 1, others: 2 }).map(({ row }) =>
      isCore(role, row.skill),
    )
    expect(order.slice(0, 3)).toEqual([true, false, false])
    // Without a need, the whole core comes first.
    expect(
      inPlanOrder(role, SENIOR, gaps, NONE)
        .slice(0, 3)
        .every(({ row }) => isCore(role, row.skill)),
    ).toBe(true)
  })

  test('comes after a core skill that the level below misses already, even if the core is enough', () => {
    // Senior has enough of the core; PyTorch is below Middle, the others below Senior alone.
    const gaps = gapsOf({ ...ratings, pytorch: 0 })
    const order = inPlanOrder(role, SENIOR, gaps, NONE, { core: 0, others: 2 })
    expect(order[0]?.row.skill.slug).toBe('pytorch')
    expect(order.slice(1, 3).map(({ row }) => isCore(role, row.skill))).toEqual([false, false])
  })

  test('is counted in steps: those of the needed skills in the order of the plan', () => {
    const gaps = inPlanOrder(
      role,
      SENIOR,
      gapsOf({ ...ratings, mlflow: 0, pytorch: 0, 'model-serving': 0, redis: 0 }),
      NONE,
    )
    const need = { core: 2, others: 3, sd: 0 }
    const ordered = inPlanOrder(role, SENIOR, gaps, NONE, need)
    const focus = ordered.slice(0, 3)
    const byHand = [...ordered.filter(({ row }) => isCore(role, row.skill)).slice(0, 2)]
      .concat(ordered.filter(({ row }) => !isCore(role, row.skill)).slice(0, 3))
      .reduce((sum, { required, rating }) => sum + required - (rating ?? 0), 0)
    const { steps, leading, isEstimate } = stepsToLevel(role, SENIOR, ordered, focus, need)
    expect({ steps, isEstimate }).toEqual({ steps: byHand, isEstimate: false })
    expect(new Set(leading)).toEqual(new Set(focus))
  })

  test('is an estimate where gaps were not asked or are not known', () => {
    const ordered = gapsOf(oneStepBelow(['redis']), ['redis', 'docker'])
    const focus = ordered.slice(0, 1)
    expect(stepsToLevel(role, SENIOR, ordered, focus, { core: 0, others: 1, sd: 0 }).isEstimate).toBe(false)
    expect(stepsToLevel(role, SENIOR, ordered, focus, { core: 0, others: 1, sd: 2 }).isEstimate).toBe(true)
    expect(stepsToLevel(role, SENIOR, ordered, focus, { core: 0, others: 2, sd: 0 }).isEstimate).toBe(true)
    const more = stepsToLevel(role, SENIOR, ordered, focus, { core: 0, others: 9, sd: 0 })
    expect(more.isEstimate).toBe(true)
    expect(more.steps).toBeGreaterThanOrEqual(9)
  })
})

describe('the questions for a plan', () => {
  test('are a range that has the estimate in it and never more than what was not asked', () => {
    expect(planQuestions(0, 40)).toEqual({ least: 0, most: 0 })
    for (let unasked = 1; unasked <= 60; unasked += 1) {
      for (let planLeft = 1; planLeft <= unasked; planLeft += 1) {
        const { least, most } = planQuestions(planLeft, unasked)
        expect(least).toBeGreaterThanOrEqual(1)
        expect(least).toBeLessThanOrEqual(planLeft)
        expect(most).toBeGreaterThanOrEqual(least)
        expect(most).toBeLessThanOrEqual(unasked)
      }
    }
  })
})
