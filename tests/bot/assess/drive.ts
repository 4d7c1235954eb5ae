import type { Rating } from '../../../src/assessment/index.ts'
import { assessedRole, profileOf } from '../../../src/assessment/index.ts'
import type { CatalogIndex, Role, Row } from '../../../src/catalog/index.ts'
import type { Message } from '../../../src/message/index.ts'
import { buttons, headings } from '../read-message.ts'
import type { TestUser } from './harness.ts'

// A whole assessment through the conversation.

export function roleIn(catalogIndex: CatalogIndex, slug = 'ml-engineer'): Role {
  const role = catalogIndex.catalog.roles.get(slug)
  if (!role) throw new Error(`the catalogue has no role ${slug}`)
  return role
}

/** The row that a card asks about; undefined if the message is not a question card. */
export function questionIn(message: Message, role: Role): Row | undefined {
  const [title = ''] = headings(message)
  const hasStatements = buttons(message).some((button) => button.key === 5)
  return hasStatements ? [...role.rows.values()].find((row) => title.startsWith(`${row.skill.name} · `)) : undefined
}

/** The skill that a card asks about. */
export function skillIn(message: Message, role: Role): string {
  const row = questionIn(message, role)
  if (!row) throw new Error(`no open question: ${headings(message).join(' / ')}`)
  return row.skill.slug
}

export type Answerer = (row: Row) => Rating

/** Answers of a person exactly at a level, counted from 1; 0 for a person without any skill. */
export function profile(role: Role, level: number): Answerer {
  const ratings = profileOf(assessedRole(role), level)
  return (row) => ratings.get(row.skill.slug) ?? 0
}

/** Starts a guided assessment and returns its first card. */
export async function start(user: TestUser, role = 'ml-engineer'): Promise<Message> {
  await user.say(`/assess ${role}`)
  return user.press(user.locale === 'es' ? 'Descubrir mi nivel' : 'Find my level')
}

/** Answers questions until none is open, at most `most`. */
export async function answerAll(
  user: TestUser,
  role: Role,
  answerer: Answerer,
  most = Number.POSITIVE_INFINITY,
): Promise<Message> {
  for (let count = 0; count < most; count += 1) {
    const row = questionIn(user.last, role)
    if (!row) break
    await user.pick(answerer(row) + 1)
  }
  return user.last
}

/** Takes an assessment up to its saved result. */
export async function assessAs(user: TestUser, role: Role, answerer: Answerer): Promise<Message> {
  await start(user, role.slug)
  await answerAll(user, role, answerer)
  return user.press(user.locale === 'es' ? 'Ver mi resultado' : 'Show my result')
}

/** Opens the plan of the result that is shown. */
export function openPlan(user: TestUser): Promise<Message> {
  return user.press(user.locale === 'es' ? 'Plan de crecimiento' : 'Growth plan')
}
