import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCatalog } from '../../bench/catalog/generate.ts'
import type { CatalogIndex } from '../../src/catalog/index.ts'
import { type Locale, translator } from '../../src/i18n/index.ts'
import type { Form, Message } from '../../src/message/index.ts'
import { openHarness, type TestUser } from '../bot/assess/harness.ts'
import { buttons } from '../bot/read-message.ts'
import { openCatalog } from '../fixtures/catalog.ts'

// What the real bot with all its commands says: look-ups, assessments in both ways, profiles, and what goes wrong.

export interface RealMessages {
  readonly messages: readonly Message[]
  readonly forms: readonly Form[]
}

/** A generated catalog of a size no catalog has yet: many roles, and rows enough for more than one page. */
export async function generatedLibrary(
  seed: number,
  size = { roles: 6, skillsPerRole: 160, skills: 800 },
): Promise<CatalogIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-slack-'))
  try {
    const catalog = join(folder, 'catalog')
    await mkdir(catalog)
    await writeCatalog(catalog, size, seed)
    return await openCatalog(catalog)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What one person is told who asks all there is to ask about a catalog and presses whatever is shown, up to a number. */
export async function collectMessages(catalogIndex: CatalogIndex, locale: Locale, most: number): Promise<RealMessages> {
  const harness = await openHarness({ catalogIndex })
  const messages: Message[] = []
  const forms: Form[] = []
  try {
    const user = harness.newUser(locale)
    for (const line of linesFor(catalogIndex)) messages.push(await user.say(line))
    await answerGuided(user, catalogIndex, messages)
    const pressed = new Set<string>()
    for (let next = 0; next < messages.length && messages.length < most; next += 1) {
      for (const { payload } of buttons(messages[next] ?? { summary: '', blocks: [] })) {
        if (messages.length >= most) break
        if (pressed.has(payload)) continue
        pressed.add(payload)
        const outcome = await user.outcome(payload)
        if (outcome.type === 'reply') messages.push(outcome.message)
        if (outcome.type === 'form') forms.push(outcome.form)
      }
    }
    if (harness.reports.length > 0) throw new Error(`the bot failed: ${String(harness.reports[0]?.error)}`)
    return { messages, forms }
  } finally {
    await harness.close()
  }
}

function linesFor({ catalog }: CatalogIndex): readonly string[] {
  const roles = [...catalog.roles.values()]
  const [first, second] = roles
  const skills = [...catalog.skills.values()].slice(0, 5)
  return [
    '/skills',
    '/skills help',
    '/assess',
    '/profile',
    '/nothing <!channel>',
    'flurble <@U1> & *co*',
    ...roles.map((role) => `/skills ${role.slug}`),
    ...roles.flatMap((role) => role.levels.map((level) => `/skills ${role.slug} ${level.slug}`)),
    `/skills ${first?.slug} ${second?.slug}`,
    ...skills.map((skill) => `/skills ${skill.slug}`),
  ]
}

const MOST_ANSWERS = 30

/** Answers the questions of an assessment, from card to card, and asks for the result where there is one. */
async function answerGuided(user: TestUser, { catalog }: CatalogIndex, messages: Message[]): Promise<void> {
  const [role] = catalog.roles.keys()
  messages.push(await user.say(`/assess ${role}`))
  messages.push(await user.press(translator(user.locale)('assess.start.guided')))
  for (let answers = 0; answers < MOST_ANSWERS; answers += 1) {
    if (!buttons(user.last).some((button) => button.key === 5)) break
    messages.push(await user.pick(1 + (answers % 5)))
  }
}
