import { describe, expect, test } from 'vitest'
import { assessedRole, countedSkills } from '../../../src/assessment/index.ts'
import { rankOf } from '../../../src/catalog/index.ts'
import type { AssessmentResult } from '../../../src/store/records.ts'
import { fixtureCatalog, openCatalog } from '../../fixtures/catalog.ts'
import { headings, items, labels, listTitles, notes, paragraphs } from '../read-message.ts'
import { type Answerer, answerAll, profile, questionIn, roleIn } from './drive.ts'
import { openHarness, type TestUser } from './harness.ts'
import { openOwnHarness } from './own-harness.ts'

// “Am I ready for Senior?”: one level is checked, and no other is told.

const { harness, role } = await openOwnHarness()

async function only(user: TestUser): Promise<AssessmentResult> {
  const results = await user.results()
  const [result] = results
  if (!result || results.length > 1) throw new Error(`${results.length} results are kept`)
  return result
}

/** Takes the assessment for a level up to its saved result. */
async function assessFor(user: TestUser, level: string, answerer: Answerer) {
  const isSpanish = user.locale === 'es'
  await user.say(`/assess ml-engineer ${level}`)
  await user.press(isSpanish ? '¿Estoy a la altura de' : 'Am I ready for')
  await answerAll(user, role, answerer)
  return user.press(isSpanish ? 'Ver mi resultado' : 'Show my result')
}

describe('the way in', () => {
  test('is the same by buttons, by names and by a question', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer')
    await ana.press('Am I ready for…')
    expect(headings(ana.last)).toEqual(['Which level of ML Engineer do you want to check?'])
    expect(labels(ana.last)).toEqual(role.levels.map(({ name }) => name))
    const intro = await ana.press('Senior')
    expect(headings(intro)).toEqual(['ML Engineer: ready for Senior?'])
    expect(labels(intro)).toEqual(['Am I ready for Senior?', 'Fill in a sheet'])
    expect(paragraphs(intro)[0]).toMatch(
      /^About \d+ to \d+ questions, \d+ to \d+ minutes; up to \d+ questions if it’s close\. Pause/u,
    )
    for (const line of [
      '/assess ml-engineer senior',
      '/assess senior ml-engineer',
      '/assess senior',
      '/assess am i ready for senior',
      '/assess am I ready to be a senior ml engineer',
    ]) {
      expect(await ana.say(line), `of: ${line}`).toEqual(intro)
    }
    expect(await ana.session()).toBeNull()
    await ana.press('Am I ready for Senior?')
    expect(await ana.openSession()).toMatchObject({ mode: 'guided', domain: null, target: 'senior', answers: [] })
  })

  test('is the same in Spanish', async () => {
    const ana = harness.newUser('es')
    await ana.say('/assess ml-engineer')
    await ana.press('¿Estoy a la altura de…?')
    expect(headings(ana.last)).toEqual(['¿Qué nivel de ML Engineer quieres comprobar?'])
    const intro = await ana.press('Senior')
    expect(headings(intro)).toEqual(['ML Engineer: ¿a la altura de Senior?'])
    for (const line of [
      '/assess ml-engineer senior',
      '/assess estoy listo para senior',
      '/assess ¿estoy a la altura de senior?',
      '/assess estoy preparada para sénior',
    ]) {
      expect(await ana.say(line), `of: ${line}`).toEqual(intro)
    }
    await ana.press('¿Estoy a la altura de Senior?')
    expect(await ana.openSession()).toMatchObject({ target: 'senior' })
  })

  test('can be a sheet, and a later press of an old button starts the same', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer senior sheet')
    expect(await ana.openSession()).toMatchObject({ mode: 'sheet', target: 'senior' })
    const ben = harness.newUser()
    await ben.send('1a:b:ml-engineer:g::senior')
    expect(await ben.openSession()).toMatchObject({ mode: 'guided', target: 'senior' })
    const cat = harness.newUser()
    await cat.say('/assess ml-engineer senior')
    await cat.press('Fill in a sheet')
    expect(await cat.openSession()).toMatchObject({ mode: 'sheet', target: 'senior' })
  })

  test('asks first if one is in progress, and starts over for that level', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer guided')
    await ana.pick(3)
    expect(headings(await ana.say('/assess ml-engineer lead'))).toEqual(['ML Engineer: already started'])
    expect((await ana.openSession()).target).toBeUndefined()
    await ana.press('Start over')
    expect(await ana.openSession()).toMatchObject({ target: 'lead-staff', answers: [] })
  })

  test('a level that the role does not have is refused with its levels', async () => {
    const several = await openHarness({ catalogIndex: await openCatalog(fixtureCatalog) })
    try {
      const ana = several.newUser()
      const backend = roleIn(several.catalogue.catalogIndex, 'backend-engineer')
      const names = backend.levels.map(({ name }) => name)
      const refused = await ana.say('/assess backend-engineer intern')
      expect(ana.failed).toBe('user')
      const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
      expect(notes(refused)).toEqual([`Backend Engineer doesn’t have that level. Its levels: ${list}.`])
      expect(await ana.session('backend-engineer')).toBeNull()
      await ana.press('Backend Engineer')
      expect(labels(ana.last)).toEqual(names)
      ana.locale = 'es'
      const spanish = await ana.say('/assess backend-engineer becaria')
      expect(ana.failed).toBe('user')
      expect(notes(spanish)[0]).toContain(new Intl.ListFormat('es', { type: 'conjunction' }).format(names))
      await ana.send('1a:h:backend-engineer:intern')
      expect(ana.failed).toBe('user')
    } finally {
      await several.close()
    }
  })

  test('a level and a domain together are refused, with a way to each', async () => {
    const ana = harness.newUser()
    const refused = await ana.say('/assess ml-engineer security senior')
    expect(ana.failed).toBe('user')
    expect(notes(refused)[0]).toMatch(/one domain or one level, not both/u)
    expect(labels(refused)).toEqual(['Security', 'ML Engineer'])
  })
})

describe('the answer', () => {
  /** "Core at Senior: 9 of 9 met (7 needed)", and the same of the others, as counted from the answers. */
  function countsAt(index: number, { ratings }: AssessmentResult) {
    const bySkill = new Map(ratings.map(({ skill, rating }) => [skill, rating]))
    return (['core', 'breadth'] as const).map((part) => {
      const rows = countedSkills(assessedRole(role), index, part).flatMap((slug) => role.rows.get(slug) ?? [])
      const answered = rows.filter(({ skill }) => bySkill.has(skill.slug))
      const met = answered.filter(({ skill, cells }) => (bySkill.get(skill.slug) ?? 0) >= rankOf(cells[index]))
      if (answered.length === 0) return `none of ${rows.length} answered`
      const isPart = part === 'breadth' && answered.length < rows.length
      return isPart
        ? `${met.length} of the ${answered.length} you answered ${met.length === 1 ? 'is' : 'are'} met`
        : `${met.length} of ${answered.length} met`
    })
  }

  test.each([1, 2, 3, 4, 5])('of a person exactly at level %i is yes, with the counts of that level', async (level) => {
    const ana = harness.newUser()
    const { slug = '', name = '' } = role.levels[level - 1] ?? {}
    const message = await assessFor(ana, slug, profile(role, level))
    expect(headings(message)).toEqual([`ML Engineer: ready for ${name}`])
    const result = await only(ana)
    expect(result).toMatchObject({ schema: 2, grade: null, level: null, target: slug, ready: true })
    expect(result).not.toHaveProperty('between')
    const [core, others] = countsAt(level - 1, result)
    expect(paragraphs(message)[0]).toMatch(new RegExp(`^Core at ${name}: ${core} .+ Others: ${others}`, 'u'))
    expect(result.ratings.length).toBeLessThanOrEqual(20)
    // No other level is told, and nothing is asked of the next one.
    for (const other of role.levels.filter((each) => each.name !== name)) {
      expect(paragraphs(message).join('\n')).not.toContain(other.name)
    }
    expect(listTitles(message)).toEqual([])
    expect(items(await ana.say('/profile')).map(({ text }) => text)).toEqual([`January 5, 2026: ready for ${name}`])
  })

  test.each([1, 2, 3, 4, 5])('of a person one level below level %i is no, with what is missing', async (level) => {
    const ana = harness.newUser()
    const { slug = '', name = '' } = role.levels[level - 1] ?? {}
    const message = await assessFor(ana, slug, level === 1 ? () => 0 : profile(role, level - 1))
    expect(headings(message)).toEqual([`ML Engineer: not ready for ${name} yet`])
    const result = await only(ana)
    expect(result).toMatchObject({ schema: 2, grade: null, level: null, target: slug, ready: false })
    const [core, others] = countsAt(level - 1, result)
    expect(paragraphs(message)[0]).toMatch(new RegExp(`^Core at ${name}: ${core} .+ Others: ${others}`, 'u'))
    expect(paragraphs(message).join('\n')).toMatch(
      new RegExp(`For ${name}: (?:(?:one|\\d+) more core skills? \\(|about \\d+ (?:more )?\\()`, 'u'),
    )
    expect(listTitles(message)).toEqual(['What to work on next'])
    expect(items(message)).toHaveLength(3)
    expect(
      result.gaps.every(({ skill, required }) => rankOf(role.rows.get(skill)?.cells[level - 1]) === required),
    ).toBe(true)
    expect(items(await ana.say('/profile')).map(({ text }) => text)).toEqual([
      `January 5, 2026: not ready for ${name} yet`,
    ])
  })

  test('is told in Spanish, yes and no', async () => {
    const ana = harness.newUser('es')
    const yes = await assessFor(ana, 'senior', profile(role, 3))
    expect(headings(yes)).toEqual(['ML Engineer: estás a la altura de Senior'])
    expect(paragraphs(yes)[0]).toMatch(/^Esenciales en Senior: 9 de 9 cumplidas \(hacen falta 7\)\. Las demás: /u)
    const eva = harness.newUser('es')
    const no = await assessFor(eva, 'senior', profile(role, 2))
    expect(headings(no)).toEqual(['ML Engineer: todavía no estás a la altura de Senior'])
    expect(paragraphs(no).join('\n')).toMatch(
      /^Para Senior: 7 habilidades esenciales más \(de las 9 pendientes\)\. Lo que falta está en Aprendizaje automático e IA; de las demás habilidades no has valorado ninguna\.$/mu,
    )
    expect(items(await eva.say('/profile'))[0]?.text).toBe(
      '5 de enero de 2026: todavía no estabas a la altura de Senior',
    )
  })

  test('takes fewer questions if it is no, and asks only what that level counts', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer senior')
    await ana.press('Am I ready for')
    let count = 0
    for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
      expect(row.cells[2]).not.toBeNull()
      count += 1
      await ana.pick(1)
    }
    expect(count).toBeLessThan(14)
  })

  test('can be made a plan of before it is shown', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer senior')
    await ana.press('Am I ready for')
    await answerAll(ana, role, profile(role, 2))
    expect(headings(ana.last)).toEqual(['ML Engineer: not ready for Senior yet'])
    await ana.press('Make my plan')
    await answerAll(ana, role, profile(role, 2))
    const message = await ana.press('Show my result')
    expect(headings(message)).toEqual(['ML Engineer: not ready for Senior yet'])
    for (const { text } of items(message)) expect(text).not.toContain('estimated')
  })

  test('is exported as what it is', async () => {
    const ana = harness.newUser()
    await assessFor(ana, 'senior', profile(role, 3))
    await assessFor(ana, 'principal', profile(role, 3))
    const [, markdown = ''] = ((await ana.say('/profile export')).files ?? []).map(({ content }) => content)
    expect(markdown).toContain('- Result: ready for senior\n')
    expect(markdown).toContain('- Result: not ready for principal\n')
    expect(markdown).not.toContain('too early')
  })

  test('of a sheet that is filled in wholly is the same', async () => {
    for (const [level, verdict] of [
      [3, 'ready for Senior'],
      [2, 'not ready for Senior yet'],
    ] as const) {
      const ana = harness.newUser()
      await ana.say('/assess ml-engineer senior sheet')
      const answerer = profile(role, level)
      for (const group of role.domains) {
        const form = await ana.open('Fill in this card')
        const values = group.rows.map((row, index) => [form.fields[index]?.name ?? '', String(answerer(row))])
        await ana.fill(form, Object.fromEntries(values))
      }
      const message = await ana.press('Show my result')
      expect(headings(message)).toEqual([`ML Engineer: ${verdict}`])
      expect(paragraphs(message)).toContain('58 skills filled in; none left.')
      expect(await only(ana)).toMatchObject({ grade: null, confidence: 1 })
    }
  })
})
