import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/message/index.ts'
import { barLabels, headings, items, labels, listTitles, notes, paragraphs, strings } from '../read-message.ts'
import { answerAll, profile, questionIn } from './drive.ts'
import { openOwnHarness } from './own-harness.ts'

// One domain: each of its skills is asked once, each level is counted by its name, and no sentence speaks of one that the person has.

const { harness, role } = await openOwnHarness()

const START = { en: 'Start', es: 'Empezar' }
const FINISH = { en: 'Show my result', es: 'Ver mi resultado' }

/** The levels that a text names, and words that speak of a level or of how sure it is. */
function levelWordsIn(text: string): string[] {
  const names = role.levels.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\b`, 'u').test(text))
  return [...names, ...(/\byour level\b|\btu nivel\b|%|\bready for\b|a la altura/iu.exec(text) ?? [])]
}

function barsIn({ blocks }: Message) {
  return blocks.flatMap((block) => (block.type === 'progress' ? [block] : []))
}

describe.each(['en', 'es'] as const)('one domain (%s)', (locale) => {
  test('asks every skill of it once, whatever is answered, and no sentence of it speaks of a level', async () => {
    for (const [index, { domain, rows }] of role.domains.entries()) {
      const ana = harness.newUser(locale)
      const intro = await ana.say(`/assess ml-engineer ${domain.slug}`)
      expect(strings(intro.blocks).flatMap(levelWordsIn), `of: ${domain.slug}`).toEqual([])
      await ana.press(START[locale])
      const slugs: string[] = []
      for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
        const progress = ana.last.blocks.find((block) => block.type === 'progress')
        expect(progress).toMatchObject({
          done: slugs.length,
          total: rows.length,
          label: `${locale === 'en' ? 'Question' : 'Pregunta'} ${slugs.length + 1} ${locale === 'en' ? 'of' : 'de'} ${rows.length}`,
        })
        const statements = new Set(items(ana.last).map(({ text }) => text))
        const others = strings(ana.last.blocks).filter((text) => !statements.has(text))
        expect(others.flatMap(levelWordsIn), `of: ${row.skill.slug}`).toEqual([])
        const [why = ''] = notes(await ana.press(locale === 'en' ? 'Why this?' : '¿Por qué esta?'))
        expect(levelWordsIn(why)).toEqual([])
        expect(why).toContain(domain.name[locale])
        slugs.push(row.skill.slug)
        // A skip, a step at the top and none at all: no answer ends it before its end.
        await ((slugs.length + index) % 4 === 0
          ? ana.press(locale === 'en' ? 'Skip' : 'Omitir')
          : ana.pick((slugs.length + index) % 2 === 0 ? 5 : 1))
      }
      expect(slugs.toSorted()).toEqual(rows.map(({ skill }) => skill.slug).toSorted())
      expect(headings(ana.last)).toEqual([`ML Engineer: ${domain.name[locale]}`])
      expect(labels(ana.last).filter((label) => /plan|gaps|pendiente/iu.test(label))).toEqual([])
      expect(strings(ana.last.blocks).flatMap(levelWordsIn)).toEqual([])
      const message = await ana.press(FINISH[locale])
      expect(headings(message)).toEqual([`ML Engineer: ${domain.name[locale]}`])
      expect(paragraphs(message)[0]).toMatch(
        /^(?:One domain alone doesn’t give an overall level|Un solo dominio no da un nivel)/u,
      )
      expect([...headings(message), ...paragraphs(message), ...notes(message)].flatMap(levelWordsIn)).toEqual([])
      const [result] = await ana.results()
      expect(result).toMatchObject({ schema: 1, domain: domain.slug, grade: null, level: null })
      expect(result).not.toHaveProperty('between')
      expect(result).not.toHaveProperty('ready')
      expect(result?.gaps.every(({ estimated }) => !estimated)).toBe(true)
    }
  })

  test('can be stopped after any answer, by button and typed', async () => {
    for (const stop of [
      { by: 'button', label: locale === 'en' ? 'Stop here' : 'Parar aquí' },
      { by: 'typed', label: locale === 'en' ? 'finish' : 'terminar' },
    ]) {
      const ana = harness.newUser(locale)
      await ana.say('/assess ml-engineer machine-learning-ai')
      await ana.press(START[locale])
      expect(labels(ana.last)).not.toContain(locale === 'en' ? 'Stop here' : 'Parar aquí')
      await ana.say(locale === 'en' ? 'finish' : 'terminar')
      expect(questionIn(ana.last, role)).toBeDefined()
      await answerAll(ana, role, profile(role, 2), 3)
      const message = await (stop.by === 'button' ? ana.press(stop.label) : ana.say(stop.label))
      expect(headings(message), `of: ${stop.by}`).toEqual([
        `ML Engineer: ${locale === 'en' ? 'Machine Learning & AI' : 'Aprendizaje automático e IA'}`,
      ])
      expect(await ana.session()).toBeNull()
      // What was not asked is told apart from what is not met.
      expect(barLabels(message)).toEqual(
        role.levels.map(({ name }) =>
          expect.stringMatching(
            locale === 'en'
              ? new RegExp(`^${name} · \\d of 3 met, 6 not asked$`, 'u')
              : new RegExp(`^${name} · \\d de 3 cumplidas, 6 sin preguntar$`, 'u'),
          ),
        ),
      )
    }
  })

  test('is counted for each level by its name, so that a better answer never lowers a count', async () => {
    const counts: number[][] = []
    for (const key of [1, 2, 3, 4, 5]) {
      const ana = harness.newUser(locale)
      await ana.say('/assess ml-engineer security')
      await ana.press(START[locale])
      while (questionIn(ana.last, role)) await ana.pick(key)
      const bars = barsIn(await ana.press(FINISH[locale]))
      expect(bars.map(({ label }) => label.split(' · ')[0])).toEqual(role.levels.map(({ name }) => name))
      counts.push(bars.map(({ done }) => done))
      const [result] = await ana.results()
      const target = role.levels.find(({ slug }) => slug === result?.target)?.name ?? ''
      if ((result?.gaps.length ?? 0) === 0) continue
      // What is missing names the level that it is missing for, in the result, the plan and the list.
      const titles = [
        ...listTitles(ana.last),
        ...listTitles(await ana.press(locale === 'en' ? 'Growth plan' : 'Plan de crecimiento')),
        ...listTitles(await ana.press(locale === 'en' ? 'All gaps' : 'Todo lo pendiente')),
      ]
      expect(titles).toHaveLength(3)
      for (const title of titles) expect(title).toContain(target)
    }
    for (const [at, after] of counts.slice(1).entries()) {
      for (const [level, met] of after.entries()) expect(met).toBeGreaterThanOrEqual(counts[at]?.[level] ?? 0)
    }
    expect(counts[4]).toEqual(Array<number>(role.levels.length).fill(3))
  })

  test('is told apart in the history', async () => {
    const ana = harness.newUser(locale)
    await ana.say('/assess ml-engineer version-control-collaboration')
    await ana.press(START[locale])
    await answerAll(ana, role, () => 2)
    await ana.press(FINISH[locale])
    const [item] = items(await ana.say('/profile'))
    expect(levelWordsIn(item?.text ?? '')).toEqual([])
  })
})
