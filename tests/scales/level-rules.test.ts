import { describe, expect, test } from 'vitest'
import {
  assess,
  assessedRole,
  assessmentWarnings,
  gradeOf,
  profileOf,
  type Rating,
} from '../../src/assessment/index.ts'
import { isCore, loadCatalog, type Role, type Skill } from '../../src/catalog/index.ts'
import { openHarness } from '../bot/assess/harness.ts'
import { headings, paragraphs, strings } from '../bot/read-message.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { openScale, scaleFiles, scaleLines } from './catalog.ts'

const withRule = (rule: string) => openScale(5, { 'ladder.yaml': `scale:\n${scaleLines(5)}levelRule: ${rule}\n` })

async function roleUnder(rule: string): Promise<Role> {
  const role = (await withRule(rule)).catalog.roles.get('maker')
  if (!role) throw new Error('no role')
  return role
}

/** A person who meets the first two levels but for some requirements of the second. */
function except(role: Role, isUnmet: (slug: string, nth: number) => boolean): ReadonlyMap<string, Rating | null> {
  const sheet = new Map(profileOf(assessedRole(role), 2))
  const rows = [...role.rows.values()].filter(({ cells }) => cells[1])
  for (const [nth, { skill }] of rows.entries()) if (isUnmet(skill.slug, nth)) sheet.set(skill.slug, 0)
  return sheet
}

/** A skill of the role. Throws if it has no such row. */
function skillOf(role: Role, slug: string): Skill {
  const skill = role.rows.get(slug)?.skill
  if (!skill) throw new Error(`the role has no ${slug}`)
  return skill
}

describe('the level rule of a ladder', () => {
  test('all of the core: one core skill decides, and no other does', async () => {
    const role = await roleUnder('all-core')
    const core = [...role.rows.values()].filter(({ skill, cells }) => isCore(role, skill) && cells[1] && cells[0])
    const [first] = core
    expect(
      gradeOf(
        assessedRole(role),
        except(role, (slug) => slug === first?.skill.slug),
      ),
    ).toBe(0)
    const coreSlugs = new Set(core.map(({ skill }) => skill.slug))
    const others = except(
      role,
      (slug) => !coreSlugs.has(slug) && role.rows.has(slug) && !isCore(role, skillOf(role, slug)),
    )
    expect(gradeOf(assessedRole(role), others)).toBeGreaterThanOrEqual(2)
  })

  test('a share of all: so many of the requirements, whichever they are', async () => {
    const role = await roleUnder('{ share: 0.5 }')
    expect(role.core.domains).toEqual([])
    expect(
      gradeOf(
        assessedRole(role),
        except(role, (_, nth) => nth % 3 === 0),
      ),
    ).toBeGreaterThanOrEqual(2)
    const strict = await roleUnder('{ share: 1 }')
    expect(
      gradeOf(
        assessedRole(strict),
        except(strict, (_, nth) => nth === 0),
      ),
    ).toBeLessThan(2)
    expect(assessmentWarnings((await withRule('{ share: 0.5 }')).catalog).join()).not.toContain('four in five')
  })

  test.each(['all-core', '{ share: 0.7 }', 'core-and-breadth'])(
    '%s is decided by the engine as the full sheet decides',
    async (rule) => {
      const role = assessedRole(await roleUnder(rule))
      for (const level of [0, 1, 2, 3, 4]) {
        const sheet = profileOf(role, level)
        let answers: readonly (readonly [string, Rating | null])[] = []
        for (let next = assess(role, answers).next; next; next = assess(role, answers).next) {
          answers = [...answers, [next.skillId, sheet.get(next.skillId) ?? 0]]
        }
        expect(assess(role, answers).result.grade).toBe(gradeOf(role, sheet))
      }
    },
  )

  test.each([
    ['all-core', 'you meet all of the core skills', 'all-core'],
    ['{ share: 0.7 }', 'you meet at least 70% of the skills', 'share-70'],
  ])('%s is told, and stored with the assessment', async (rule, words, key) => {
    const harness = await openHarness({ catalogIndex: await withRule(rule) })
    const ana = harness.newUser()
    expect(strings((await ana.say('/assess maker')).blocks).join(' ')).toContain(words)
    await ana.press('Find my level')
    expect((await ana.openSession('maker')).rule).toBe(key)
    while (headings(ana.last)[0]?.startsWith('Skill ')) await ana.say('1')
    expect(paragraphs(await ana.press('Show my result')).join(' ')).not.toContain('former rule')
    await harness.close()
  })

  test('another word is refused with what would be right', async () => {
    const files = { ...scaleFiles(5), 'ladder.yaml': `scale:\n${scaleLines(5)}levelRule: most\n` }
    const loaded = await loadCatalog(await writeCatalog(files))
    expect(loaded.ok ? [] : loaded.problems).toEqual([
      expect.objectContaining({ file: 'ladder.yaml', line: 7, message: expect.stringContaining('{ share: 0.8 }') }),
    ])
  })
})
