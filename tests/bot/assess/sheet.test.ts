import { describe, expect, test } from 'vitest'
import { decodeAnswers } from '../../../src/assessment/index.ts'
import { PROFICIENCIES } from '../../../src/catalog/index.ts'
import type { Form } from '../../../src/message/index.ts'
import { barLabels, fields, headings, items, labels, listTitles, notes, paragraphs } from '../read-message.ts'
import { profile, questionIn } from './drive.ts'
import type { TestUser } from './harness.ts'
import { openOwnHarness } from './own-harness.ts'

const { harness, role } = await openOwnHarness()

async function startSheet(user: TestUser): Promise<void> {
  await user.say('/assess ml-engineer')
  await user.press(user.locale === 'es' ? 'Rellenar una hoja' : 'Fill in a sheet')
}

async function answers(user: TestUser): Promise<Record<string, number | null>> {
  return Object.fromEntries(decodeAnswers(role, (await user.openSession()).answers).answers)
}

/** The same value for each field of a form. */
function all(form: Form, value: string): Record<string, string> {
  return Object.fromEntries(form.fields.map((field) => [field.name, value]))
}

describe('a sheet', () => {
  test('shows fourteen cards, one a domain, with every skill of it', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    expect(paragraphs(ana.last)[0]).toMatch(/^Fill in the card: .+ Skills you leave blank don’t count\.$/u)
    const seen: string[] = []
    for (const [index, group] of role.domains.entries()) {
      expect(headings(ana.last)).toEqual([`ML Engineer · ${group.domain.name['en']}`])
      expect(ana.last.summary).toBe(`${group.domain.name['en']}: Card ${index + 1} of 14 · 0 of 58 answered`)
      expect(items(ana.last).map(({ text }) => text)).toEqual(
        group.rows.map((row) => `${row.skill.name}: not answered`),
      )
      seen.push(...group.rows.map((row) => row.skill.slug))
      expect(labels(ana.last)).toEqual([
        'Fill in this card',
        ...(index < 13 ? ['Next card'] : []),
        ...(index > 0 ? ['Previous card'] : []),
        'Pause',
      ])
      if (index < 13) await ana.press('Next card')
    }
    expect(seen).toHaveLength(58)
    await ana.press('Previous card')
    expect(ana.last.summary).toContain('Card 13 of 14')
  })

  test.each([
    ['en', 'Fill in this card', 'None yet: I don’t know it.', 'Skip', 'Save'],
    ['es', 'Rellenar esta tarjeta', 'Todavía nada: no lo conozco.', 'Omitir', 'Guardar'],
  ] as const)('asks for each skill with its statements (%s)', async (locale, fill, none, skip, services) => {
    const ana = harness.newUser(locale)
    await startSheet(ana)
    const form = await ana.open(fill)
    const [group] = role.domains
    expect(form).toMatchObject({ title: `1/14 ${group?.domain.name[locale]}`, submit: services })
    expect(form.fields.map((field) => field.label)).toEqual(group?.rows.map((row) => row.skill.name))
    for (const [index, field] of form.fields.entries()) {
      const skill = group?.rows[index]?.skill
      expect(field).toMatchObject({
        type: 'choice',
        optional: true,
        options: [
          { value: '0', label: none },
          ...PROFICIENCIES.map((proficiency, rank) => ({
            value: String(rank + 1),
            label: skill?.statements[proficiency]?.[locale],
          })),
          { value: '-', label: skip },
        ],
      })
      expect(field).not.toHaveProperty('initial')
    }
  })

  test('keeps what was filled in and goes on to the next card', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    const form = await ana.open('Fill in this card')
    const [first, second, third, fourth] = form.fields
    const message = await ana.fill(form, {
      [first?.name ?? '']: '0',
      [second?.name ?? '']: '4',
      [third?.name ?? '']: '-',
      [fourth?.name ?? '']: '',
    })
    expect(notes(message)).toEqual(['3 answers saved.'])
    expect(message.summary).toContain('Card 2 of 14 · 3 of 58 answered')
    const [one, two, three, four] = role.domains[0]?.rows.map((row) => row.skill) ?? []
    expect(await answers(ana)).toEqual({ [one?.slug ?? '']: 0, [two?.slug ?? '']: 4, [three?.slug ?? '']: null })
    await ana.press('Previous card')
    expect(items(ana.last)).toEqual([
      { text: `${one?.name}: None yet`, detail: '' },
      { text: `${two?.name}: Expert`, detail: two?.statements['expert']?.['en'] },
      { text: `${three?.name}: Skip`, detail: '' },
      { text: `${four?.name}: not answered`, detail: '' },
    ])
  })

  test('a value that is no answer is refused by the skill’s name, and nothing of the card is kept', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    const form = await ana.open('Fill in this card')
    const [first, second] = form.fields
    for (const value of ['5', '-1', 'expert', '<b>', ' 3']) {
      const message = await ana.fill(form, { [first?.name ?? '']: '2', [second?.name ?? '']: value })
      expect(ana.failed).toBe('user')
      expect(notes(message)[0]).toMatch(
        new RegExp(`^“.+” isn’t one of the answers for ${second?.label}\\. Pick one of`, 'u'),
      )
    }
    expect(await answers(ana)).toEqual({})
    ana.locale = 'es'
    expect(notes(await ana.fill(form, { [second?.name ?? '']: '9' }))).toEqual([
      `«9» no es una de las respuestas posibles para ${second?.label}. Elige una de las descripciones.`,
    ])
  })

  test('fields that are not of the card are left alone', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    const form = await ana.open('Fill in this card')
    await ana.fill(form, { nothing: '3', __proto__x: '3', [form.fields[0]?.name ?? '']: '3' })
    expect(Object.keys(await answers(ana))).toHaveLength(1)
  })

  test('an answer can be changed, and the form knows the earlier one', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    const form = await ana.open('Fill in this card')
    await ana.fill(form, all(form, '2'))
    await ana.press('Previous card')
    const again = await ana.open('Fill in this card')
    expect(again.fields.map((field) => field.initial)).toEqual(again.fields.map(() => '2'))
    await ana.fill(again, { ...all(again, '2'), [again.fields[1]?.name ?? '']: '3' })
    const slugs = role.domains[0]?.rows.map((row) => row.skill.slug) ?? []
    expect(await answers(ana)).toEqual(Object.fromEntries(slugs.map((slug, index) => [slug, index === 1 ? 3 : 2])))
    expect(ana.last.summary).toContain('4 of 58 answered')
  })

  test('a card kept again and again is kept once: it never runs out of room', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    await ana.press('Next card')
    const form = await ana.open('Fill in this card')
    // 5 answers a time: 1000 would be reached at the 201st.
    for (let times = 0; times < 205; times += 1) {
      await ana.fill(form, all(form, String(times % 5)))
      expect(ana.failed, `the ${times + 1}th time`).toBeUndefined()
    }
    expect(Object.values(await answers(ana))).toEqual([4, 4, 4, 4, 4])
  })

  test('a card submitted twice is kept once in effect', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    const form = await ana.open('Fill in this card')
    await ana.fill(form, all(form, '2'))
    const before = await answers(ana)
    await ana.fill(form, all(form, '2'))
    expect(await answers(ana)).toEqual(before)
    expect(ana.failed).toBeUndefined()
  })

  test('filled in wholly it gives the same level as the profile it was filled in from, for certain', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    const senior = profile(role, 3)
    for (const group of role.domains) {
      expect(headings(ana.last)[0]).toBe(`ML Engineer · ${group.domain.name['en']}`)
      const form = await ana.open('Fill in this card')
      const values = form.fields.map((field, index) => {
        const row = group.rows[index]
        return [field.name, row ? String(senior(row)) : '']
      })
      await ana.fill(form, Object.fromEntries(values))
    }
    expect(ana.last.summary).toContain('58 of 58 answered')
    const message = await ana.press('Show my result')
    expect(headings(message)).toEqual(['ML Engineer: Senior'])
    expect(paragraphs(message)).toContain('58 skills filled in; none left.')
    expect(paragraphs(message)).toContain('Core at Senior: 9 of 9 met (7 needed). Others: 49 of 49 met (25 needed).')
    // Nothing was left to ask, so no chance that it would change the level is named.
    expect(JSON.stringify(message)).not.toContain('% sure')
    const [result] = await ana.results()
    expect(result).toMatchObject({ mode: 'sheet', level: 'senior', confidence: 1 })
    expect(result?.gaps.every((gap) => !gap.estimated)).toBe(true)
    expect(JSON.stringify(message)).not.toContain('estimated')
    expect(JSON.stringify(await ana.press('All gaps'))).not.toContain('stimated')
    expect(await ana.session()).toBeNull()
  })

  test('pauses and resumes at the first card that is open, and ends by the typed word', async () => {
    const ana = harness.newUser('es')
    await startSheet(ana)
    const form = await ana.open('Rellenar esta tarjeta')
    await ana.fill(form, all(form, '1'))
    await ana.press('Pausar')
    await ana.say('/assess continuar')
    expect(ana.last.summary).toContain('Tarjeta 2 de 14 · 4 de 58 respondidas')
    expect(notes(await ana.say('3'))[0]).toMatch(/^En la hoja se responde tarjeta a tarjeta/u)
    await ana.say('terminar')
    expect(await ana.session()).toBeNull()
    expect(await ana.results()).toHaveLength(1)
  })

  test('typed evidence and “why” are not taken for a question that the person does not see', async () => {
    const ana = harness.newUser()
    await startSheet(ana)
    await ana.say('evidence: whose is this?')
    expect((await ana.openSession()).evidence).toEqual({})
    expect(notes(await ana.say('why'))[0] ?? '').not.toMatch(/your answer here tells more/u)
  })
})

describe('one domain', () => {
  const machineLearning = () => role.domains.find((group) => group.domain.slug === 'machine-learning-ai')

  test('is chosen by name or from the list, and the introduction says that it gives no level', async () => {
    const ana = harness.newUser()
    const intro = await ana.say('/assess ml-engineer machine-learning-ai')
    expect(headings(intro)).toEqual([`Assessment: ML Engineer · ${machineLearning()?.domain.name['en']}`])
    expect(paragraphs(intro)).toContain(
      'This covers only Machine Learning & AI and shows which of its expectations you meet.',
    )
    expect(paragraphs(intro)[0]).toMatch(/^9 questions, about \d+ minutes\./u)
    expect(labels(intro)).toEqual(['Start', 'Fill in a sheet'])
    expect(JSON.stringify(intro)).not.toMatch(/\blevel/iu)
    await ana.say('/assess ml-engineer')
    await ana.press('One domain…')
    expect(labels(ana.last)).toEqual(role.domains.map(({ domain }) => domain.name['en']))
  })

  test('asks only its skills and saves a result without a grade', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer machine-learning-ai')
    await ana.press('Start')
    const own = new Set(machineLearning()?.rows.map((row) => row.skill.slug))
    while (questionIn(ana.last, role)) {
      expect(own).toContain(questionIn(ana.last, role)?.skill.slug)
      await ana.pick(3)
    }
    const message = await ana.press('Show my result')
    expect(headings(message)).toEqual([`ML Engineer: ${machineLearning()?.domain.name['en']}`])
    expect(paragraphs(message)[0]).toMatch(/^One domain alone doesn’t give an overall level\./u)
    expect(JSON.stringify(message)).not.toMatch(/% sure/u)
    const [result] = await ana.results()
    expect(result).toMatchObject({ domain: 'machine-learning-ai', grade: null, level: null })
    expect(result?.ratings.every(({ skill }) => own.has(skill))).toBe(true)
    expect(result?.gaps.every(({ skill }) => own.has(skill))).toBe(true)
    expect(result?.ratings).toHaveLength(own.size)
    expect(fields(message)).toEqual({})
    expect(barLabels(message)).toEqual(role.levels.map(({ name }) => expect.stringMatching(`^${name} · \\d of 9 met$`)))
  })

  test('can be a sheet of its one card', async () => {
    const ana = harness.newUser('es')
    await ana.say('/assess ml-engineer machine-learning-ai')
    await ana.press('Rellenar una hoja')
    expect(ana.last.summary).toContain('Tarjeta 1 de 1 · 0 de 9 respondidas')
    const form = await ana.open('Rellenar esta tarjeta')
    await ana.fill(form, all(form, '4'))
    const message = await ana.press('Ver mi resultado')
    expect(paragraphs(message)[0]).toMatch(/^Un solo dominio no da un nivel global\./u)
  })

  test('with nothing left to grow speaks of the level it measured, not of the first', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer machine-learning-ai')
    await ana.press('Fill in a sheet')
    const form = await ana.open('Fill in this card')
    await ana.fill(form, all(form, '4'))
    const message = await ana.press('Show my result')
    expect((await ana.results())[0]?.gaps).toEqual([])
    expect(barLabels(message)).toEqual(role.levels.map(({ name }) => `${name} · 9 of 9 met`))
    expect(listTitles(message)).toEqual([])
    expect(labels(message).join('\n')).not.toMatch(/Junior|Middle|Senior|Lead|Principal/u)
  })

  test('tells the gaps of the level that was measured, where a lower one expects the same of them', async () => {
    // Four of the five are at the top, so Principal is measured; Lead / Staff expects Expert of GraphQL too.
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer api-integration')
    await ana.press('Fill in a sheet')
    const form = await ana.open('Fill in this card')
    const graphql = form.fields.find((field) => field.label === 'GraphQL Design')
    const message = await ana.fill(form, { ...all(form, '4'), [graphql?.name ?? '']: '3' })
    expect(labels(message)).toContain('Show my result')
    await ana.press('Show my result')
    expect((await ana.results())[0]?.gaps).toMatchObject([{ skill: 'graphql-design', required: 4, estimated: false }])
    expect(barLabels(ana.last)).toContain('Principal · 4 of 5 met')
    expect(listTitles(await ana.press('All gaps'))).toEqual([
      'Gaps in API & Integration at Principal, from your answers',
    ])
  })
})
