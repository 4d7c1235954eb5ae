import { randomUUID } from 'node:crypto'
import { composeBot } from '../app/app.ts'
import { readConfig } from '../app/config.ts'
import type { LoadedCatalog } from '../catalog/index.ts'
import { TERMINAL } from '../platforms/registry.ts'
import { createCommunityTracker } from '../proposals/index.ts'
import { createNullStore } from '../store/null-store.ts'

/** What the terminal answers to a question about a ladder, without a store. Undefined if the bot answers with no message. */
export async function firstAnswer(
  loaded: Extract<LoadedCatalog, { ok: true }>,
  question: string,
): Promise<string | undefined> {
  const { policy, sessionMs, terminal, locale, color } = readConfig(process.env)
  const { bot } = composeBot({
    store: createNullStore(),
    loaded,
    community: createCommunityTracker(),
    policy,
    sessionMs,
    now: Date.now,
    newId: randomUUID,
    isStored: false,
    report: () => undefined,
    onFailure: ({ error }) => {
      throw error
    },
  })
  const response = await bot.handle({
    type: 'text',
    id: `new-${randomUUID()}`,
    person: terminal.localPerson,
    locale,
    text: question,
  })
  if (response.type !== 'reply') return undefined
  const screen = { width: process.stdout.columns ?? 100, color: color && process.stdout.isTTY }
  const query = question.replace(/^\/\S+\s*/u, '')
  const rendered = await TERMINAL.render(response.message, { locale, query, screen })
  return typeof rendered === 'string' ? rendered : undefined
}
