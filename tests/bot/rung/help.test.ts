import { expect, test } from 'vitest'
import type { BotResponse, Person } from '../../../src/bot/index.ts'
import { plainText } from '../../../src/message/index.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { openLadder, person } from '../proposals/open-ladder.ts'

// What the help and the privacy page say where there are no channels, and no database.

const AT_TERMINAL: Person = { platform: 'console', workspace: 'local', user: 'ana' }

const textOf = (response: BotResponse): string =>
  response.type === 'reply'
    ? response.message.blocks.map((block) => (block.type === 'text' ? plainText(block.text) : '')).join('\n')
    : ''

test.each([
  ['en', 'by mentioning me', 'a database or folder of whoever runs Rung'],
  ['es', 'mencionándome', 'una base de datos o carpeta de quien administra Rung'],
] as const)('the help speaks of mentions only where there are channels (%s)', async (locale, mention, stored) => {
  const opened = await openLadder({ catalog: ownCatalog, experts: [] })
  try {
    const ask = async (by: Person, text: string): Promise<string> =>
      textOf(await opened.bot.handle({ type: 'text', id: `${by.platform} ${text}`, person: by, locale, text }))
    expect(await ask(person('ana'), '/rung')).toContain(mention)
    expect(await ask(AT_TERMINAL, '/rung')).not.toContain(mention)
    expect(await ask(AT_TERMINAL, '/rung privacy')).toContain(stored)
  } finally {
    await opened.close()
  }
})
