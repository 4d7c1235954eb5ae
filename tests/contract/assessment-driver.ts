import { assessedRole, profileOf, type Rating } from '../../src/assessment/index.ts'
import { localized, type Role, type Row, rankOf } from '../../src/catalog/index.ts'
import type { Member, VisibleMessage } from './platform.ts'

// A person who takes an assessment on a platform: each card is answered by the skill that it names, from a full sheet of ratings.

export type Locale = 'en' | 'es'

/** The words that a driver presses and recognizes. */
const WORDS = {
  en: {
    ratingNames: ['None yet', 'Awareness', 'Working', 'Advanced', 'Expert'],
    question: 'Question',
    end: 'That took',
    finish: 'Show my result',
    result: 'skills?\\s+asked',
  },
  es: {
    ratingNames: ['Todavía nada', 'Nociones', 'Competente', 'Avanzado', 'Experto'],
    question: 'Pregunta',
    end: 'Han sido',
    finish: 'Ver mi resultado',
    result: 'Te\\s+he\\s+preguntado\\s+por',
  },
} as const satisfies Record<Locale, unknown>

/** What a person would answer to every skill of a role, by slug. */
export type RatingSheet = ReadonlyMap<string, Rating>

/** The exact profile of a level, counted from 1, with some ratings changed. Throws for a skill that the role does not have. */
export function ratingSheet(role: Role, level: number, changes: Readonly<Record<string, Rating>>): RatingSheet {
  const profile = profileOf(assessedRole(role), level)
  const unknown = Object.keys(changes).filter((slug) => !role.rows.has(slug))
  if (unknown.length > 0) throw new Error(`the role has no skill ${unknown.join(', ')}`)
  return new Map([...role.rows.keys()].map((slug) => [slug, changes[slug] ?? profile.get(slug) ?? 0]))
}

export interface Card {
  readonly row: Row
  readonly message: VisibleMessage
  readonly text: string
  readonly labels: readonly string[]
}

/** A message as its words alone, on one line. */
export function wordsOf(message: VisibleMessage): string {
  return message.text().replaceAll('**', '').replaceAll(/\s+/gu, ' ')
}

/** The label of the button that begins so. Throws if there is none. */
export function labelOf(message: VisibleMessage, start: string): string {
  const label = message.labels().find((each) => each.startsWith(start))
  if (label === undefined) throw new Error(`no button ${start}; there are: ${message.labels().join(' | ')}`)
  return label
}

/** The label of the button of a rating: platforms that do not number their buttons show the number of its statement before its name. */
export function ratingButton(message: VisibleMessage, name: string): string {
  return message.labels().find((label) => label === name || label.endsWith(` · ${name}`)) ?? name
}

/** Takes one assessment, from the first card on. */
export function assessmentDriver(member: Member, role: Role, sheet: RatingSheet, locale: Locale) {
  const words = WORDS[locale]
  /** The ratings so far, by slug, in the order of the questions. */
  const ratings = new Map<string, Rating>()

  const cardFrom = (message: VisibleMessage): Card | undefined => {
    const text = wordsOf(message)
    if (!text.includes(`${words.question} ${ratings.size + 1} `)) return undefined
    const matches = [...role.rows.values()].filter(({ skill }) =>
      text.includes(`${skill.name} · ${localized(skill.domain.name, locale)}`),
    )
    const [row] = matches.toSorted((a, b) => b.skill.name.length - a.skill.name.length)
    if (!row) throw new Error(`the card names no skill: ${text}`)
    return { row, message, text, labels: message.labels() }
  }

  /** Waits for the card of the next question. */
  const nextCard = async (): Promise<Card> => {
    const card = cardFrom(await member.reads(new RegExp(`${words.question} ${ratings.size + 1} `, 'u')))
    if (!card) throw new Error(`question ${ratings.size + 1} was not read`)
    return card
  }

  const nameOf = (rating: Rating): string => words.ratingNames.find((_, at) => at === rating) ?? ''

  /** Answers a card, and waits for the next one; undefined when nothing is left to ask. */
  const answer = async ({ row, message }: Card): Promise<Card | undefined> => {
    const rating = sheet.get(row.skill.slug) ?? 0
    await message.press(ratingButton(message, nameOf(rating)))
    ratings.set(row.skill.slug, rating)
    return cardFrom(await member.reads(new RegExp(`${words.question} ${ratings.size + 1} |${words.end}`, 'u')))
  }

  return {
    ratings,
    nextCard,
    answer,
    /** Answers all questions that are asked from a card on. Resolves with the cards and the message that ends them. */
    async answerAll(first: Card): Promise<{ readonly cards: readonly Card[]; readonly last: VisibleMessage }> {
      const cards: Card[] = []
      for (let card: Card | undefined = first; card; card = await answer(card)) cards.push(card)
      return { cards, last: await member.reads(new RegExp(words.end, 'u')) }
    },
    /** Presses a button that shows the result: it has the title of the card before it, and says what was asked. */
    async finish(message: VisibleMessage, title: string, label: string = words.finish): Promise<VisibleMessage> {
      await message.press(label)
      return member.reads(new RegExp(`${title}[\\s\\S]*${words.result}`, 'u'))
    },
    /** The core, or the others, as a level counts them: how many of those answered are met, and how many are answered. */
    counts(level: number, isCounted: (row: Row) => boolean) {
      const rows = [...role.rows.values()].filter((row) => row.cells[level] && isCounted(row))
      const answered = rows.filter(({ skill }) => ratings.has(skill.slug))
      const met = answered.filter(({ skill, cells }) => (ratings.get(skill.slug) ?? 0) >= rankOf(cells[level]))
      return { met: met.length, answered: answered.length }
    },
    ratingName: (rating: Rating): string => nameOf(rating),
  }
}
