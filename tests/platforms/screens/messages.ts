import { proposalViews } from '../../../src/bot/index.ts'
import type { LoadedCatalog, Role } from '../../../src/catalog/index.ts'
import { type Locale, translator } from '../../../src/i18n/index.ts'
import type { Message } from '../../../src/message/index.ts'
import { start } from '../../bot/assess/drive.ts'
import { TestUser } from '../../bot/assess/harness.ts'
import { key, type Opened, openLadder, person } from '../../bot/proposals/open-ladder.ts'
import { buttons } from '../../bot/read-message.ts'

// One of each message that answers a question, as a person gets it who asks a ladder.

export type Messages = Readonly<Record<string, Message>>

/** The messages about the first two roles of a ladder, which share their levels. */
export async function messagesOf(loaded: Extract<LoadedCatalog, { ok: true }>, locale: Locale): Promise<Messages> {
  const open = await openLadder({ catalog: loaded, experts: ['E1', 'E2', 'E3'] })
  try {
    const user = new TestUser(open.bot, open.store, person('U1'), locale)
    const messages = {
      ...(await lookUps(user, loaded)),
      ...(await assessment(user, loaded)),
      ...(await proposal(open, loaded, locale)),
    }
    return messages
  } finally {
    await open.close()
  }
}

type Loaded = Extract<LoadedCatalog, { ok: true }>

function rolesOf({ catalog }: Loaded): { readonly role: Role; readonly other: Role | undefined } {
  const [role, other] = [...catalog.roles.values()]
  if (!role) throw new Error('the ladder has no role')
  return { role, other }
}

async function lookUps(user: TestUser, loaded: Loaded): Promise<Messages> {
  const { role, other } = rolesOf(loaded)
  const [first, second] = role.levels
  const middle = role.levels[Math.floor(role.levels.length / 2)]
  const last = role.levels.at(-1)
  const largest = role.domains.toSorted((a, b) => b.rows.length - a.rows.length)[0]?.domain.slug
  const [skill] = role.rows.values()
  const words = skill?.skill.statements['working']?.['en']?.split(' ').slice(0, 2).join(' ')
  const lines: Readonly<Record<string, string | undefined>> = {
    roles: '/skills',
    help: '/skills help',
    'help of everything': '/help',
    role: `/skills ${role.slug}`,
    'first level': `/skills ${role.slug} ${first?.slug}`,
    level: `/skills ${role.slug} ${middle?.slug}`,
    'last level': `/skills ${role.slug} ${last?.slug}`,
    'domain at a level': `/skills ${role.slug} ${middle?.slug} ${largest}`,
    'domain of a role': `/skills ${role.slug} ${largest}`,
    'two levels': second && `/skills ${role.slug} ${first?.slug} ${second.slug}`,
    'first and last level': second && `/skills ${role.slug} ${first?.slug} ${last?.slug}`,
    'two roles': other && `/skills ${role.slug} ${other.slug}`,
    'two roles at a level': other && `/skills ${role.slug} ${other.slug} ${middle?.slug}`,
    skill: `/skills ${skill?.skill.slug}`,
    'skill of a role': `/skills ${role.slug} ${skill?.skill.slug}`,
    'skill at a level': `/skills ${role.slug} ${middle?.slug} ${skill?.skill.slug}`,
    search: `/skills ${words}`,
    'which assessment': '/assess',
    'profile at first': '/profile',
    'status at first': '/assess status',
    'no proposals': '/proposals',
  }
  const messages: Record<string, Message> = {}
  for (const [name, line] of Object.entries(lines)) if (line !== undefined) messages[name] = await user.say(line)
  return messages
}

/** The 14th card is in the middle of an assessment, with all its controls. */
const LATE_CARD = 14

/** Answers as a person does who knows some skills better than others. */
async function assessment(user: TestUser, loaded: Loaded): Promise<Messages> {
  const { role } = rolesOf(loaded)
  const messages: Record<string, Message> = {}
  messages['start of an assessment'] = await user.say(`/assess ${role.slug}`)
  messages['first question'] = await start(user, role.slug)
  const hasQuestion = () => buttons(user.last).some((button) => button.key === 5)
  for (let card = 1; card <= role.rows.size && hasQuestion(); card += 1) {
    if (card === LATE_CARD) messages['late question'] = user.last
    await user.pick(2 + (card % 3))
  }
  messages['status'] = await user.say('/assess status')
  messages['end of the questions'] = await user.say(`/assess resume ${role.slug}`)
  const t = translator(user.locale)
  messages['result'] = await user.press(t('assess.finish'))
  for (const section of ['plan', 'gaps', 'domains'] as const) {
    const label = t(`result.section.${section}`)
    const button = buttons(messages['result']).find((each) => each.label === label)
    if (button) messages[section] = await user.send(button.payload)
  }
  messages['profile'] = await user.say('/profile')
  return messages
}

/** The card of a proposal in a vote, and what one person sees of it. */
async function proposal({ ladder, bot, store, now }: Opened, loaded: Loaded, locale: Locale): Promise<Messages> {
  const { role } = rolesOf(loaded)
  const [row] = role.rows.values()
  const level = role.levels.at(-1)
  if (!row || !level) return {}
  const has = row.cells.at(-1)?.proficiency
  const to = has === 'expert' ? 'advanced' : 'expert'
  const id = 'proposal-1'
  const change = { kind: 'requirement', role: role.slug, level: level.slug, skill: row.skill.slug, to } as const
  const reason = 'We ship this from the first month on, and nobody else in the team can do it. '.repeat(6).trim()
  for (let n = 0; n < 9; n += 1) await store.members.recordActivity(person(`M${n}`), now())
  const submitted = { type: 'submit', id, change, reason, lane: 'vote' } as const
  const { status } = await ladder.execute(submitted, { person: key('M0'), bot: false })
  if (status !== 'done') return {}
  for (const member of ['M1', 'M2', 'M3']) {
    await ladder.execute({ type: 'nominate', id, on: true }, { person: key(member), bot: false })
  }
  const current = ladder.state().proposals.get(id)
  if (!current) throw new Error('the proposal is gone')
  const member = new TestUser(bot, store, person('M4'), locale)
  return {
    'proposal card': proposalViews.proposal(current, {
      catalog: ladder.catalogIndex().catalog,
      state: ladder.state(),
      policy: ladder.policy,
      nominateEmoji: ladder.nominateEmoji,
      now: now(),
      t: translator(locale),
      platform: 'slack',
      platforms: ladder.platforms,
      previewChange: ladder.previewChange,
      requiredApprovals: ladder.requiredApprovals,
    }),
    'own proposal card': await member.say('/proposals 1'),
    'open proposals': await member.say('/proposals'),
  }
}
