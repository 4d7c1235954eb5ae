import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proposalView } from '../../../src/bot/commands/proposals/views.ts'
import type { BotResponse } from '../../../src/bot/index.ts'
import { createCatalogIndex } from '../../../src/catalog/index.ts'
import type { Locale } from '../../../src/i18n/index.ts'
import { translator } from '../../../src/i18n/index.ts'
import type { Form, Message } from '../../../src/message/index.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { notes } from '../read-message.ts'
import { type Opened, openLadder, person } from './open-ladder.ts'

// A change with which a role would no longer grade its own levels right. At Principal all nine skills of the core are as at Lead, so the
// breadth decides between them. If one core skill rises there, it counts again in full, and an exact Lead is graded Principal.

const WORDS = {
  en: {
    warning: 'Careful: someone who meets exactly what Lead / Staff expects would then come out as Principal.',
    options: [
      'Awareness (would misgrade Lead / Staff)',
      'Working (would misgrade Lead / Staff)',
      'Advanced (would misgrade Lead / Staff)',
      'nothing expected (would misgrade Lead / Staff)',
    ],
  },
  es: {
    warning: 'Atención: quien cumpliera exactamente lo que pide Lead / Staff quedaría entonces en Principal.',
    options: [
      'Nociones (desajustaría Lead / Staff)',
      'Competente (desajustaría Lead / Staff)',
      'Avanzado (desajustaría Lead / Staff)',
      'no se espera nada (desajustaría Lead / Staff)',
    ],
  },
} as const

let open: Opened

beforeAll(async () => {
  open = await openLadder({
    catalog: ownCatalog,
    experts: ['E1', 'E2'],
    policy: { openPerAuthor: 100, startsPerDay: 100 },
  })
})
afterAll(() => open.close())

let deliveries = 0

function says(user: string, text: string, locale: Locale): Promise<BotResponse> {
  deliveries += 1
  return open.bot.handle({ person: person(user), locale, id: `d${deliveries}`, type: 'text', text })
}

function submits(user: string, { payload, fields }: Form, values: Readonly<Record<string, string>>, locale: Locale) {
  deliveries += 1
  const initial = Object.fromEntries(fields.map((field) => [field.name, field.initial ?? '']))
  const whole = { ...initial, ...values }
  return open.bot.handle({ person: person(user), locale, id: `d${deliveries}`, type: 'form', payload, values: whole })
}

function formOf(outcome: BotResponse): Form {
  if (outcome.type !== 'form') throw new Error(`not a form: ${JSON.stringify(outcome).slice(0, 300)}`)
  return outcome.form
}

function messageOf(outcome: BotResponse): Message {
  if (outcome.type !== 'reply' || outcome.failed)
    throw new Error(`not a reply: ${JSON.stringify(outcome).slice(0, 300)}`)
  return outcome.message
}

/** The card that everyone sees of the newest proposal. */
function cardOf(locale: Locale): Message {
  const { ladder } = open
  const proposal = [...ladder.state().proposals.values()].at(-1)
  if (!proposal) throw new Error('nothing is proposed')
  return proposalView(proposal, {
    ...ladder,
    state: ladder.state(),
    catalog: ladder.catalogIndex().catalog,
    now: open.now(),
    t: translator(locale),
    platform: 'slack',
  })
}

describe.each([
  ['en', 'U1', 'mlflow'],
  ['es', 'U2', 'pytorch'],
] as const)('in %s, a change that misgrades a level', (locale, user, skill) => {
  const { warning, options } = WORDS[locale]
  const line = `/propose ml-engineer lead-staff ${skill} advanced`

  test('says so in the form, before it is submitted', async () => {
    const because = locale === 'es' ? 'porque' : 'because'
    for (const typed of [line, `${line} ${because} it is so in our teams`]) {
      const [field] = formOf(await says(user, typed, locale)).fields
      expect(field?.hint).toContain(warning)
      const marked = field?.type === 'choice' ? field.options.map(({ label }) => label) : []
      expect(marked.filter((label) => label.includes('('))).toEqual(options)
    }
    expect(open.ladder.state().proposals.size).toBe(locale === 'en' ? 0 : 1)
  })

  test('says so on the card, for the author and for everyone', async () => {
    const form = formOf(await says(user, line, locale))
    const done = messageOf(await submits(user, form, { reason: 'It is so in our teams' }, locale))
    expect(notes(done)).toContain(warning)
    expect(notes(cardOf(locale))).toContain(warning)
  })
})

test('a change that leaves the grades right says nothing', async () => {
  const form = formOf(await says('U3', '/propose ml-engineer middle docker advanced', 'en'))
  expect(form.fields[0]?.hint).toBe('Today: Working')
  const done = messageOf(await submits('U3', form, { reason: 'It is so in our teams' }, 'en'))
  expect(notes(done).join(' ')).not.toContain('Careful')
  expect(notes(cardOf('en')).join(' ')).not.toContain('Careful')
})

test('a card that is rendered again applies its change once for each catalog', () => {
  const { ladder } = open
  const [proposal] = ladder.state().proposals.values()
  if (!proposal) throw new Error('nothing is proposed')
  let applied = 0
  const render = (catalog = ladder.catalogIndex().catalog) =>
    proposalView(proposal, {
      ...ladder,
      state: ladder.state(),
      catalog,
      now: open.now(),
      t: translator('en'),
      platform: 'slack',
      previewChange(change) {
        applied += 1
        return ladder.previewChange(change)
      },
    })
  const card = render()
  applied = 0
  expect(render()).toEqual(card)
  expect(applied).toBe(0)
  render({ ...ladder.catalogIndex().catalog })
  expect(applied).toBe(1)
})

test('a role that misgrades a level already is not warned about again', () => {
  const { ladder } = open
  const change = {
    kind: 'requirement',
    role: 'ml-engineer',
    level: 'lead-staff',
    skill: 'mlflow',
    to: 'advanced',
  } as const
  const misgrading = ladder.previewChange(change)
  if (!misgrading) throw new Error('the change does not fit')
  const proposal = [...ladder.state().proposals.values()].at(0)
  if (!proposal) throw new Error('nothing is proposed')
  const card = proposalView(proposal, {
    ...ladder,
    state: ladder.state(),
    catalog: createCatalogIndex(misgrading).catalog,
    now: open.now(),
    t: translator('en'),
    platform: 'slack',
  })
  expect(notes(card).join(' ')).not.toContain('Careful')
})
