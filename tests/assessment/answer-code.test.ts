import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerCodes, decodeAnswers, encodeAnswer, type Rating, skillOfCode } from '../../src/assessment/index.ts'
import type { CatalogIndex, Role, Row } from '../../src/catalog/index.ts'
import { AnswerCode, AnswerCodes, Session } from '../../src/store/records.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'

let own: CatalogIndex
let fixture: CatalogIndex
let role: Role

beforeAll(async () => {
  own = await openCatalog(ownCatalog)
  fixture = await openCatalog(fixtureCatalog)
  const mlEngineer = own.catalog.roles.get('ml-engineer')
  if (!mlEngineer) throw new Error('no ml-engineer')
  role = mlEngineer
})

/** The role with one row replaced, as in a changed catalog. */
function withRow(changed: Role, slug: string, change: (row: Row) => Row | null): Role {
  const domains = changed.domains.map((group) => ({
    ...group,
    rows: group.rows.flatMap((row) => {
      const next = row.skill.slug === slug ? change(row) : row
      return next ? [next] : []
    }),
  }))
  const rows = new Map(domains.flatMap((group) => group.rows.map((row) => [row.skill.slug, row] as const)))
  return { ...changed, domains, rows, version: 'changed' }
}

const rating = fc.constantFrom<Rating | null>(0, 1, 2, 3, 4, null)

describe('answer codes', () => {
  test('decode to the encoded answers, in order', () => {
    const slugs = [...role.rows.keys()]
    fc.assert(
      fc.property(fc.shuffledSubarray(slugs), fc.infiniteStream(rating), (chosen, ratings) => {
        const answers = chosen.map((skillId) => ({ skillId, rating: ratings.next().value ?? null }))
        const codes = answers.map((answer) => encodeAnswer(role, answer))
        for (const code of codes) expect(AnswerCode.safeParse(code).success).toBe(true)
        expect(AnswerCodes.safeParse(codes.join('')).success).toBe(true)
        const read = decodeAnswers(role, codes)
        expect(read.answers).toEqual(answers.map((answer) => [answer.skillId, answer.rating]))
        expect(read).toMatchObject({ codes, changed: [], removed: 0 })
      }),
    )
  })

  test('of a skill answered again keep its last answer at the position of the first', () => {
    const slugs = [...role.rows.keys()].slice(0, 6)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...slugs), rating), { maxLength: 30 }), (pairs) => {
        const codes = pairs.map(([skillId, rate]) => encodeAnswer(role, { skillId, rating: rate }))
        expect(decodeAnswers(role, codes).answers).toEqual([...new Map(pairs)])
      }),
    )
  })

  test('decoded twice are the same: the remaining codes decode to the same answers', () => {
    const slugs = [...role.rows.keys()].slice(0, 6)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...slugs), rating), { maxLength: 30 }), (pairs) => {
        const first = decodeAnswers(
          role,
          pairs.map(([skillId, rate]) => encodeAnswer(role, { skillId, rating: rate })),
        )
        expect(decodeAnswers(role, first.codes)).toEqual(first)
      }),
    )
  })

  test('never share their skill part, in any role of the catalogs', () => {
    for (const catalogIndex of [own, fixture]) {
      for (const each of catalogIndex.catalog.roles.values()) {
        const { bySkill, byCode } = answerCodes(each)
        expect(bySkill.size).toBe(each.rows.size)
        expect(byCode.size).toBe(each.rows.size)
        expect(new Set([...bySkill.values()].map((code) => code.slice(0, 6))).size).toBe(each.rows.size)
        for (const [slug, code] of bySkill) expect(skillOfCode(each, code)).toBe(slug)
      }
    }
  })

  test('are refused for a skill that the role does not have', () => {
    expect(() => encodeAnswer(role, { skillId: 'knitting', rating: 1 })).toThrow(RangeError)
    expect(() => encodeAnswer(role, { skillId: '__proto__', rating: 1 })).toThrow(RangeError)
  })

  test('that are invalid are dropped', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 14 }), (text) => {
        const { answers, changed } = decodeAnswers(role, [text])
        expect(answers).toEqual([])
        expect(changed).toEqual([])
        expect(skillOfCode(role, text)).toBeUndefined()
      }),
    )
  })

  test('of a whole role fit a stored session', () => {
    const answers = [...role.rows.keys()].map((skillId) => encodeAnswer(role, { skillId, rating: 4 }))
    expect(Session.shape.answers.safeParse(answers).success).toBe(true)
  })
})

describe('a question that has changed', () => {
  const answered = (skillId: string) => encodeAnswer(role, { skillId, rating: 3 })

  test('is recognized by any statement in any language', () => {
    for (const proficiency of ['awareness', 'working', 'advanced', 'expert'] as const) {
      for (const locale of ['en', 'es'] as const) {
        const changed = withRow(role, 'pytorch', (row) => ({
          ...row,
          skill: {
            ...row.skill,
            statements: {
              ...row.skill.statements,
              [proficiency]: { ...row.skill.statements[proficiency], [locale]: 'Another.' },
            },
          },
        }))
        const read = decodeAnswers(changed, [answered('mlflow'), answered('pytorch')])
        expect(read.answers).toEqual([['mlflow', 3]])
        expect(read.codes).toEqual([answered('mlflow')])
        expect(read).toMatchObject({ changed: ['pytorch'], removed: 0 })
        expect(skillOfCode(changed, answered('pytorch'))).toBeUndefined()
      }
    }
  })

  test('is recognized by the requirement of any level', () => {
    for (const index of role.levels.keys()) {
      const changed = withRow(role, 'pytorch', (row) => ({
        ...row,
        cells: row.cells.map((cell, at) => (at === index ? null : cell)),
      }))
      expect(decodeAnswers(changed, [answered('pytorch')])).toMatchObject({ answers: [], changed: ['pytorch'] })
    }
  })

  test('is the same question under another name, with other aliases or mandatory flags', () => {
    const renamed = withRow(role, 'pytorch', (row) => ({
      skill: { ...row.skill, name: 'Torch', aliases: [] },
      cells: row.cells.map((cell) => (cell ? { ...cell, mandatory: true } : null)),
    }))
    expect(decodeAnswers(renamed, [answered('pytorch')])).toMatchObject({ answers: [['pytorch', 3]], changed: [] })
  })

  test('is no longer among the changed once it is answered again', () => {
    const changed = withRow(role, 'pytorch', (row) => ({ ...row, cells: row.cells.map(() => row.cells[4] ?? null) }))
    const newCode = encodeAnswer(changed, { skillId: 'pytorch', rating: 1 })
    expect(decodeAnswers(changed, [answered('pytorch'), newCode])).toMatchObject({
      answers: [['pytorch', 1]],
      changed: [],
    })
  })

  test('of a removed skill is counted', () => {
    const without = withRow(role, 'pytorch', () => null)
    expect(decodeAnswers(without, [answered('pytorch'), answered('mlflow')])).toMatchObject({
      answers: [['mlflow', 3]],
      changed: [],
      removed: 1,
    })
  })
})
