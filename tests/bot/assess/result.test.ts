import { describe, expect, test } from 'vitest'
import { assessedRole, countedSkills, decodeAnswers, gradeOf, type Rating } from '../../../src/assessment/index.ts'
import { type Row, rankOf } from '../../../src/catalog/index.ts'
import { linesBelow, type Message, plainText } from '../../../src/message/index.ts'
import type { AssessmentResult } from '../../../src/store/records.ts'
import { fields, headings, labels, listTitles, notes, paragraphs } from '../read-message.ts'
import { type Answerer, answerAll, assessAs, openPlan, profile, start } from './drive.ts'
import { DAY, type TestUser } from './harness.ts'
import { openOwnHarness } from './own-harness.ts'

const { harness, role } = await openOwnHarness()

/** The items of the list with a title that begins so. */
function listed(message: Message, title: string): { text: string; detail: string }[] {
  return message.blocks.flatMap((block) =>
    block.type === 'list' && block.title && plainText(block.title).startsWith(title)
      ? block.items.map((item) => ({ text: plainText(item.text), detail: linesBelow(item).map(plainText).join('\n') }))
      : [],
  )
}

async function only(user: TestUser): Promise<AssessmentResult> {
  const results = await user.results()
  const [result] = results
  if (!result || results.length > 1) throw new Error(`${results.length} results are kept`)
  return result
}

/** Between two levels: now like the lower one, now like the upper. */
function uneven(level: number): Answerer {
  const lower = profile(role, level)
  const upper = profile(role, level + 1)
  const order = [...role.rows.keys()]
  return (row) => (order.indexOf(row.skill.slug) % 3 === 0 ? lower(row) : upper(row))
}

describe('an exact profile', () => {
  test.each([
    [1, 'Junior'],
    [2, 'Middle'],
    [3, 'Senior'],
    [4, 'Lead / Staff'],
    [5, 'Principal'],
  ] as const)('of level %i is told %s, and the result takes the place of the session', async (level, name) => {
    const ana = harness.newUser()
    const startedAt = harness.clock.now
    await start(ana)
    await answerAll(ana, role, profile(role, level))
    const { answers, id } = await ana.openSession()
    harness.clock.now += 5 * 60_000
    const message = await ana.press('Show my result')

    expect(headings(message)).toEqual([`ML Engineer: ${name}`])
    expect(message.summary).toBe(`ML Engineer: ${name}`)
    expect(paragraphs(message)[0]).toBe(`What ${name} means here: ${role.levels[level - 1]?.focus?.['en']}`)
    expect(paragraphs(message)[1]).toMatch(new RegExp(`^Core at ${name}: 9 of 9 met \\(7 needed\\)\\.`, 'u'))
    expect(await ana.session()).toBeNull()
    const result = await only(ana)
    expect(result).toMatchObject({
      role: 'ml-engineer',
      roleName: 'ML Engineer',
      roleVersion: role.version,
      catalogVersion: harness.catalogue.catalogIndex.catalog.version,
      mode: 'guided',
      domain: null,
      schema: 1,
      rule: 'core-and-breadth',
      grade: level,
      level: role.levels[level - 1]?.slug,
      startedAt,
      finishedAt: harness.clock.now,
    })
    expect(id).toBeTruthy()
    expect(result.ratings.map(({ skill, rating }) => [skill, rating])).toEqual(
      decodeAnswers(role, answers).answers.map((answer) => [...answer]),
    )
    expect((await ana.storedData()).settings).toMatchObject({ focus: null, lastRole: 'ml-engineer' })
  })

  test('of nobody at all is told “not yet Junior”, with first steps, and nothing of what was not asked', async () => {
    const ana = harness.newUser()
    const message = await assessAs(ana, role, () => 0)
    expect(headings(message)).toEqual(['ML Engineer: below Junior'])
    expect(paragraphs(message)).toContain('Core at Junior: 0 of 9 met (7 needed). Others: none of 49 answered.')
    expect(paragraphs(message).join('\n')).toMatch(
      /^For Junior: 7 more core skills \(of the 9 not met yet\)\. What’s missing is in Machine Learning & AI; none of the other skills were rated\.$/mu,
    )
    const focus = listed(message, 'What to work on next')
    expect(focus).toHaveLength(3)
    for (const { text } of focus) expect(text).toMatch(/: None yet → Awareness · core · a few days$/u)
    const result = await only(ana)
    expect(result).toMatchObject({ grade: 0, level: null, schema: 1 })
    // Nothing is estimated about the part that was not asked.
    expect(result.gaps.every(({ estimated }) => !estimated)).toBe(true)
    const eva = harness.newUser('es')
    const spanish = await assessAs(eva, role, () => 0)
    expect(headings(spanish)).toEqual(['ML Engineer: por debajo de Junior'])
    expect(paragraphs(spanish).join('\n')).toMatch(
      /^Para Junior: 7 habilidades esenciales más \(de las 9 pendientes\)\. Lo que falta está en Aprendizaje automático e IA; de las demás habilidades no has valorado ninguna\.$/mu,
    )
    for (const { text } of listed(spanish, 'En qué trabajar ahora')) {
      expect(text).toMatch(/: Todavía nada → Nociones · esencial · unos días$/u)
    }
  })

  test('of a Principal leaves nothing answered to grow', async () => {
    const ana = harness.newUser()
    const message = await assessAs(ana, role, profile(role, 5))
    expect((await only(ana)).gaps.every(({ estimated }) => estimated)).toBe(true)
    expect(paragraphs(message)).toContain(
      'This is the top of the ladder. Your plan covers what’s still open at Principal.',
    )
    expect(listed(message, 'Gaps at Principal')).toEqual([])
  })
})

describe('a result', () => {
  test('says level, counts, certainty with what it means, when to check again and what it is not', async () => {
    const ana = harness.newUser()
    const message = await assessAs(ana, role, profile(role, 3))
    const { confidence, ratings } = await only(ana)
    const left = 58 - ratings.length
    const others = ratings.length - 9
    expect(paragraphs(message).slice(0, 3)).toEqual([
      `What Senior means here: ${role.levels[2]?.focus?.['en']}`,
      `Core at Senior: 9 of 9 met (7 needed). Others: ${others} of the ${others} you answered are met (${Math.ceil(others / 2)} of those needed).`,
      `${ratings.length} skills asked about; ${left} not asked. ${Math.round(confidence * 100)}% sure that the remaining skills wouldn’t change the result.`,
    ])
    // Far from the limit, so nothing is close.
    expect(paragraphs(message).join('\n')).not.toContain('it’s close')
    const recheck = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })
    // A week, four weeks or a quarter for each of the three steps, one after another, and not before three weeks.
    const days = [7, 28, 91]
    const sums = days.flatMap((a) => days.flatMap((b) => days.map((c) => Math.max(21, a + b + c))))
    const dates = sums.map((sum) => recheck.format(harness.clock.now + sum * DAY))
    const [, date] =
      /^Assess yourself again around (.+), when these steps, one after another, could be done\.$/u.exec(
        paragraphs(await openPlan(ana)).at(-1) ?? '',
      ) ?? []
    expect(dates).toContain(date)
    expect(notes(message)).toEqual([
      'Mandatory at Senior, but not asked: Apache Spark. It doesn’t change the level; a sheet lets you rate every skill.',
      'This is a self-assessment: it shows how you see your own work against this ladder. It shouldn’t be used for hiring or pay. Saved to your history; only you can see it.',
    ])
    expect(labels(message)).toEqual([
      'Growth plan',
      'All gaps',
      'By domain',
      'ML Engineer · Lead / Staff',
      'Export',
      'My history',
      'Assess again',
    ])
  })

  test('says so if one answer less would give another level', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer sheet')
    const unmet = new Set(['pytorch', 'mlflow'])
    const [middle, junior] = [profile(role, 2), profile(role, 1)]
    for (const group of role.domains) {
      const form = await ana.open('Fill in this card')
      const values = group.rows.map((row, index) => [
        form.fields[index]?.name ?? '',
        String((unmet.has(row.skill.slug) ? junior : middle)(row)),
      ])
      await ana.fill(form, Object.fromEntries(values))
    }
    const message = await ana.press('Show my result')
    expect(headings(message)).toEqual(['ML Engineer: Middle'])
    expect(paragraphs(message)).toContain('Core at Middle: 7 of 9 met (7 needed). Others: 49 of 49 met (25 needed).')
    // One paragraph: close by the answers, and yet certain, because nothing is left to ask.
    expect(paragraphs(message)).toContain(
      '58 skills filled in; none left. Your own answers make it close: with one fewer core skill, the result would be Junior.',
    )
  })

  test('counts what was answered of every level, and of the domains at the next one; never “0 met” of what was not asked', async () => {
    for (const answerer of [uneven(2), profile(role, 1), () => 0 as const]) {
      const ana = harness.newUser()
      await assessAs(ana, role, answerer)
      const message = await ana.press('By domain')
      const result = await only(ana)
      const target = result.grade ?? 0
      const ratings = new Map(result.ratings.map(({ skill, rating }) => [skill, rating]))
      const fieldValues = fields(message)
      const isMet = (row: Row, index: number) => (ratings.get(row.skill.slug) ?? 0) >= rankOf(row.cells[index])
      for (const [index, level] of role.levels.entries()) {
        for (const [part, name] of [
          ['core', 'Core'],
          ['breadth', 'Others'],
        ] as const) {
          const rows = countedSkills(assessedRole(role), index, part).flatMap((slug) => role.rows.get(slug) ?? [])
          const answered = rows.filter(({ skill }) => ratings.has(skill.slug))
          const met = answered.filter((row) => isMet(row, index)).length
          const open = rows.length - answered.length
          expect(fieldValues[level.name]).toContain(
            answered.length === 0
              ? `${name}: none of ${open} answered.`
              : part === 'breadth' && open > 0
                ? `${name}: ${met} of the ${answered.length} you answered ${met === 1 ? 'is' : 'are'} met (`
                : `${name}: ${met} of ${answered.length} met (`,
          )
          expect(fieldValues[level.name]).toContain(answered.length > 0 && open > 0 ? `, ${open} not asked` : '')
        }
      }
      const domains = role.domains.filter((group) => group.rows.some((row) => row.cells[target]))
      for (const { domain, rows } of domains) {
        const expecting = rows.filter((row) => row.cells[target])
        const answered = expecting.filter(({ skill }) => ratings.has(skill.slug))
        const met = answered.filter((row) => isMet(row, target)).length
        const open = expecting.length - answered.length
        expect(fieldValues[domain.name['en'] ?? '']).toBe(
          answered.length === 0
            ? 'not asked'
            : `${met} of ${answered.length} met${open > 0 ? `, ${open} not asked` : ''}`,
        )
      }
      expect(Object.keys(fieldValues)).toEqual([
        ...role.levels.map((level) => level.name),
        ...domains.map(({ domain }) => domain.name['en']),
      ])
      expect(paragraphs(message)).toContain(`By domain, at ${role.levels[target]?.name}`)
      expect(paragraphs(message)[0]).toContain('you meet three in four of the core skills and half of the others')
    }
  })

  test('tells each gap with the step of today and the target, and never an estimate as an answer', async () => {
    for (const answerer of [uneven(1), profile(role, 1), profile(role, 4)]) {
      const ana = harness.newUser()
      await assessAs(ana, role, answerer)
      const message = await ana.press('All gaps')
      const result = await only(ana)
      const target = role.levels[Math.min(result.grade ?? 0, role.levels.length - 1)]
      const ratings = new Map(result.ratings.map(({ skill, rating }) => [skill, rating]))
      for (const gap of result.gaps) {
        expect(gap.estimated, `the gap ${gap.skill}`).toBe(!ratings.has(gap.skill))
        expect(ratings.get(gap.skill) ?? 0).toBeLessThan(gap.required)
      }
      const answered = listed(message, `Gaps at ${target?.name}, from your answers`)
      const estimated = listed(message, 'Estimated from your other answers; not asked')
      expect(answered).toHaveLength(result.gaps.filter((gap) => !gap.estimated).length)
      expect(estimated).toHaveLength(result.gaps.filter((gap) => gap.estimated).length)
      const names = ['None yet', 'Awareness', 'Working', 'Advanced', 'Expert']
      for (const { text } of [...answered, ...estimated]) {
        const gap = result.gaps.find((entry) => text.startsWith(`${entry.name}: `))
        const rating = ratings.get(gap?.skill ?? '')
        const to = names[gap?.required ?? 0]
        const step = rating === undefined ? `${to} expected` : `${names[rating ?? 0]} → ${to}`
        expect(text).toMatch(new RegExp(`: ${step}(?: ·|$)`, 'u'))
      }
      expect(answered.some(({ text }) => text.includes('estimated'))).toBe(false)
    }
  })

  test('“N of these M” is true: with N of the gaps closed the level is reached, with one fewer it is not', async () => {
    let claims = 0
    for (const level of [1, 2, 3]) {
      const ana = harness.newUser()
      await start(ana)
      await answerAll(ana, role, uneven(level))
      while (labels(ana.last).some((label) => label.startsWith('Find all gaps'))) {
        await ana.press('Find all gaps')
        await answerAll(ana, role, uneven(level))
      }
      const message = await ana.press('Show my result')
      const result = await only(ana)
      const claim = paragraphs(message).find((text) => / more (?:core|of)/u.test(text))
      if (claim === undefined) continue
      claims += 1
      const target = result.grade ?? 0
      expect(claim).toMatch(new RegExp(`^For ${role.levels[target]?.name}: `, 'u'))
      const count = (pattern: RegExp) => {
        const [, need = '0', gaps] = pattern.exec(claim) ?? []
        return { need: need === 'one' ? 1 : Number(need), gaps: gaps === undefined ? undefined : Number(gaps) }
      }
      const core = count(/(one|\d+) more core skills? \((?:of the (\d+) not met yet)?/u)
      const others = count(/(\d+) more of the (\d+) other skills? not met yet/u)
      const gapsOfPart = (part: 'core' | 'breadth') =>
        countedSkills(assessedRole(role), target, part).filter((id) => result.gaps.some(({ skill }) => skill === id))
      // A part that needs nothing is not mentioned.
      const mentioned = (part: 'core' | 'breadth', { need }: { need: number }) =>
        need > 0 ? gapsOfPart(part).length : 0
      const coreGaps = [...role.rows.values()].filter(({ skill }) => gapsOfPart('core').includes(skill.slug))
      const named = coreGaps.filter(({ skill }) => claim.includes(skill.name)).length
      expect([core.gaps ?? named, others.gaps ?? 0]).toEqual([mentioned('core', core), mentioned('breadth', others)])
      // Everything that is no gap is met at the target.
      const grade = (inCore: number, ofOthers: number) => {
        const still = new Set([...gapsOfPart('core').slice(inCore), ...gapsOfPart('breadth').slice(ofOthers)])
        const ratings = new Map<string, Rating>(
          [...role.rows.values()].map((row) => [
            row.skill.slug,
            profile(role, still.has(row.skill.slug) ? target : target + 1)(row),
          ]),
        )
        return gradeOf(assessedRole(role), ratings)
      }
      expect(grade(core.need, others.need)).toBeGreaterThan(target)
      const fewer = [
        core.need > 0 ? grade(core.need - 1, others.need) : target,
        others.need > 0 ? grade(core.need, others.need - 1) : target,
      ]
      expect(fewer).toEqual([target, target])
    }
    expect(claims).toBeGreaterThan(0)
  })

  test('a skipped skill is counted as skipped, and is no gap', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.press('Skip')
    await answerAll(ana, role, () => 0)
    const message = await ana.press('Show my result')
    const result = await only(ana)
    const skipped = result.ratings.find(({ rating }) => rating === null)
    expect(skipped).toBeDefined()
    expect(result.gaps.map((gap) => gap.skill)).not.toContain(skipped?.skill)
    expect(listed(message, 'What to work on next').some((item) => item.text.startsWith(`${skipped?.name}: `))).toBe(
      false,
    )
    expect(paragraphs(message).join('\n')).toContain(
      `${result.ratings.length} skills asked about (1 skipped); ${58 - result.ratings.length} not asked.`,
    )
    const gaps = await ana.press('All gaps')
    expect(listed(gaps, 'Gaps at Junior').some((item) => item.text.startsWith(`${skipped?.name}: `))).toBe(false)
    expect(paragraphs(gaps)).toContain(`Skipped, so not counted: ${skipped?.name}.`)
    const domain = role.rows.get(skipped?.skill ?? '')?.skill.domain.name['en'] ?? ''
    expect(fields(await ana.press('By domain'))[domain]).toBe('0 of 8 met, 1 skipped')
  })

  test.each([
    ['en', /^Mandatory at Senior, but not asked: (.+)\. (?:It doesn’t|They don’t) change the level; /u],
    ['es', /^Obligatorias? en Senior, pero sin preguntar: (.+)\. No cambian? el nivel; /u],
  ] as const)('names the mandatory skills of the level that were not asked (%s)', async (locale, sentence) => {
    const ana = harness.newUser(locale)
    const message = await assessAs(ana, role, profile(role, 3))
    const ratings = new Set((await only(ana)).ratings.map(({ skill }) => skill))
    const unasked = [...role.rows.values()].filter(
      ({ skill, cells }) => cells[2]?.mandatory === true && !ratings.has(skill.slug),
    )
    expect(unasked.length).toBeGreaterThan(0)
    const [, skills = ''] = notes(message).flatMap((each) => sentence.exec(each) ?? [])
    for (const { skill } of unasked.slice(0, 5)) expect(skills).toContain(skill.name)
    expect(/(?:and|y) (\d+) m(?:ore|ás)$/u.exec(skills)?.[1]).toBe(
      unasked.length > 5 ? String(unasked.length - 5) : undefined,
    )
  })

  test('names strengths above the level', async () => {
    const ana = harness.newUser()
    const junior = profile(role, 1)
    const strong = new Set(['structured-logging', 'algorithms-complexity'])
    await assessAs(ana, role, (row) => (strong.has(row.skill.slug) ? 4 : junior(row)))
    const message = await ana.press('By domain')
    const result = await only(ana)
    const level = role.levels[Math.max(0, (result.grade ?? 0) - 1)]?.name
    const strengths = listed(message, 'Strengths')
    expect(strengths.length).toBeGreaterThan(0)
    for (const { text, detail } of strengths) {
      expect(text).toMatch(/: \w+$/u)
      expect(detail).toMatch(new RegExp(`^(?:1 step|[2-9] steps) above what ${level} expects$`, 'u'))
    }
  })

  test('is entirely in Spanish, on each of its pages', async () => {
    const ana = harness.newUser('es')
    const message = await assessAs(ana, role, profile(role, 2))
    const result = await only(ana)
    const target = role.levels[result.grade ?? 0]?.name
    const pages = [message, await ana.press('Todo lo pendiente'), await ana.press('Por dominio'), await openPlan(ana)]
    expect(paragraphs(ana.last).join('\n')).toContain('Vuelve a evaluarte hacia el ')
    expect(listed(ana.last, 'En qué trabajar ahora')[0]?.detail).toMatch(/^Haz: .+\nMuestra: .+\nLee: /u)
    expect(listTitles(message)).toEqual(['En qué trabajar ahora'])
    expect(paragraphs(message)[0]).toBe(`Qué significa aquí Middle: ${role.levels[1]?.focus?.['es']}`)
    expect(paragraphs(message)[1]).toMatch(/^Esenciales en Middle: 9 de 9 cumplidas \(hacen falta 7\)\. Las demás: /u)
    expect(paragraphs(message)[2]).toMatch(
      /^Te he preguntado por \d+ habilidades; quedan \d+ sin preguntar\. \d+ % de certeza de que el resto de las habilidades no cambiaría el resultado\.$/u,
    )
    expect(notes(message)[0]).toMatch(/^Esto es una autoevaluación: /u)
    const [focus] = listed(message, 'En qué trabajar ahora')
    expect(focus?.text).toMatch(/: Competente → Avanzado · esencial · (?:unos días|unas semanas|unos tres meses)$/u)
    expect(listTitles(pages[1] ?? message)[0]).toBe(`Pendiente en ${target}, según tus respuestas`)
    expect(fields(pages[2] ?? message)['Junior']).toMatch(
      /^Esenciales: \d+ de 9 cumplidas \(hacen falta 7\)\. Las demás: /u,
    )
    // Nothing that this result says in English is left in any of its pages.
    const english = harness.newUser()
    const words = [
      await assessAs(english, role, profile(role, 2)),
      await english.press('All gaps'),
      await english.press('By domain'),
      await openPlan(english),
    ]
      .flatMap((page) => [...listTitles(page), ...paragraphs(page), ...notes(page), ...labels(page)])
      .filter((text) => !text.startsWith('ML Engineer · '))
    const spanish = new Set(
      pages.flatMap((page) => [...listTitles(page), ...paragraphs(page), ...notes(page), ...labels(page)]),
    )
    expect(words.filter((text) => spanish.has(text))).toEqual([])
  })

  test('an assessment with no answer has no result to show', async () => {
    const ana = harness.newUser()
    await start(ana)
    const { id, version } = await ana.openSession()
    const message = await ana.send(`1a:f:ml-engineer:${id}:${version}`)
    expect(ana.failed).toBe('user')
    expect(notes(message)[0]).toMatch(/^There’s nothing to go on yet\./u)
    expect(await ana.session()).not.toBeNull()
    expect(await ana.results()).toEqual([])
  })
})
