import { expect, test } from 'vitest'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { personOf } from '../../fakes/discord/people.ts'
import { startFakeDiscord } from '../../fakes/discord/server.ts'
import { discordConfig, openContext } from '../in-process.ts'
import { textAt } from '../json.ts'

const HERE = { server: '800000000000000001', channel: '810000000000000001' }
const NOTE = 'Note or link for Classical ML (scikit-learn)'

test('a form of one part is handled once; one of an earlier version is handled too', async () => {
  const discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  const handled: string[] = []
  const { context, close } = await openContext('discord', (bot) => ({
    ...bot,
    handle(event) {
      handled.push(event.type)
      return bot.handle(event)
    },
  }))
  const platform = createDiscord({ ...context, config: discordConfig(discord) })
  try {
    await platform.start()
    const ana = personOf(discord, { id: '300000000000000001', where: HERE })
    await ana.command('assess start', { role: 'ml-engineer' }, 'direct')
    await ana.press(await ana.reads('direct', 'Assessment: ML Engineer'), 'Find my level')
    const opened = await ana.press(await ana.reads('direct', 'Question 1'), 'Add a note or link')
    handled.length = 0
    await ana.submit(opened, { [NOTE]: 'I ran the review.' })
    await ana.reads('direct', 'Evidence: I ran the review.')
    expect(handled).toEqual(['form'])
    // Earlier versions did not mark the last part.
    const id = textAt(opened.modal, 'custom_id').replace('form~00~', 'form~0~')
    await ana.submit({ ...opened, modal: { ...opened.modal, custom_id: id } }, { [NOTE]: 'I ran another.' })
    await ana.reads('direct', 'Evidence: I ran another.')
    expect(handled).toEqual(['form', 'form', 'action'])
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
  } finally {
    await platform.stop()
    await discord.close()
    await close()
  }
})
