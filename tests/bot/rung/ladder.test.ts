import { describe, expect, test } from 'vitest'
import type { App } from '../../../src/app/app.ts'
import type { Person } from '../../../src/bot/index.ts'
import { ANA, answer, assess, named, press, say, startApp, twoFolders } from '../../two-ladders.ts'
import { communityPlatform } from './community-platform.ts'

// Admins of a workspace choose one of several ladders in chat.

const OWNER: Person = { ...ANA, user: 'OWNER' }
const LOCAL: Person = { platform: 'console', workspace: 'local', user: 'ana' }

/** An application with two ladders, on a platform where OWNER administers the workspace. */
async function open(environment: Readonly<Record<string, string>> = {}) {
  const place = await twoFolders()
  const started = await startApp(place, { ...named(place), RUNG_USER: 'ana', ...environment })
  connect(started.app)
  return { place, ...started }
}

function connect({ ladders }: App): void {
  for (const { communitySettings } of ladders)
    communitySettings.connect('slack', communityPlatform({ admins: ['OWNER'] }))
}

describe('an admin', () => {
  test('sees the ladders by name with their roles, and switches with a button', async () => {
    const { app, logged } = await open()
    const page = await answer(app, OWNER, { type: 'text', text: '/rung ladder' })
    const words = JSON.stringify(page)
    expect(words).toContain('backend')
    expect(words).toContain('in use here')
    expect(words).toContain('Server Engineer')
    const after = JSON.stringify(await press(app, OWNER, page, /Use Servers/u))
    expect(after).toContain('The ladder here is ')
    expect(await say(app, ANA, '/skills')).toContain('Server Engineer')
    expect(await say(app, { ...ANA, workspace: 'T3' }, '/skills')).toContain('Backend Engineer')
    expect(logged.join()).toContain(
      '"by":"slack/T1/OWNER","what":"ladder","workspace":"slack/T1","from":"backend","to":"servers"',
    )
    const again = await answer(app, OWNER, { type: 'text', text: '/rung ladder' })
    await press(app, OWNER, again, /Back to the initial/u)
    expect(await say(app, ANA, '/skills')).toContain('Backend Engineer')
  })

  test.each(['servers', 'Servers', 'servidores'])('types the name %s, whatever the language', async (name) => {
    const { app } = await open()
    expect(await say(app, OWNER, `/rung ladder ${name}`)).toContain('The ladder here is ')
    expect(await say(app, ANA, '/skills')).toContain('Server Engineer')
    expect(await say(app, OWNER, `/rung ladder ${name}`)).toContain('The ladder here is already ')
    await say(app, OWNER, '/rung ladder reset')
    expect(await say(app, ANA, '/skills')).toContain('Backend Engineer')
  })

  test('is told what there is, for a name that no ladder has', async () => {
    const { app } = await open()
    expect(await say(app, OWNER, '/rung ladder design')).toMatch(
      /no ladder called “design”. The ladders here are backend and Servers/u,
    )
  })

  test('finds the ladder in the settings', async () => {
    const { app } = await open()
    const page = await answer(app, OWNER, { type: 'text', text: '/rung settings' })
    expect(JSON.stringify(await press(app, OWNER, page, /Choose the ladder/u))).toContain('in use here')
  })

  test('completes the names', async () => {
    const { app } = await open()
    const base = { id: 'x', locale: 'en', type: 'autocomplete', command: 'rung', subcommand: 'ladder' } as const
    const complete = (person: Person) =>
      app.bot.handle({ ...base, person, option: 'ladder', typed: 'ser', options: {} })
    expect(await complete(OWNER)).toEqual({ type: 'choices', choices: [{ name: 'Servers', value: 'servers' }] })
    expect(await complete(ANA)).toEqual({ type: 'choices', choices: [] })
  })
})

describe('anyone else', () => {
  test('sees which ladder is used, and is refused', async () => {
    const { app } = await open()
    for (const line of ['/rung ladder', '/rung ladder servers', '/rung ladder reset']) {
      expect(await say(app, ANA, line)).toMatch(/Only admins can choose the ladder.*The ladder here is backend/u)
    }
    const refused = await answer(app, ANA, { type: 'action', payload: '1r:useLadder:servers' })
    expect(JSON.stringify(refused)).toContain('Only admins')
    const settings = await say(app, ANA, '/rung settings')
    expect(settings).toContain(': backend')
    expect(settings).not.toContain('Choose the ladder')
    expect(await say(app, ANA, '/skills')).toContain('Backend Engineer')
  })

  test('who is an admin elsewhere cannot choose here', async () => {
    const { app } = await open()
    await say(app, { ...OWNER, workspace: 'T2' }, '/rung ladder backend')
    expect(await say(app, { ...ANA, workspace: 'T2' }, '/skills')).toContain('Backend Engineer')
    expect(await say(app, ANA, '/skills')).toContain('Backend Engineer')
  })
})

describe('a workspace that changes its ladder', () => {
  test('has its assessments back when it changes back, and old cards say why they don’t work', async () => {
    const { app } = await open()
    const card = await assess(app, ANA)
    await say(app, OWNER, '/rung ladder servers')
    expect(await say(app, ANA, '/assess status')).toContain('no assessment')
    const late = JSON.stringify(await press(app, ANA, card, /^3/u))
    expect(late).toMatch(/The ladder here is now .*Servers.*Older messages belong to .*backend/u)
    await say(app, OWNER, '/rung ladder backend')
    expect(JSON.stringify(await press(app, ANA, card, /^3/u))).toContain('Question 3')
  })

  test('keeps its open proposals: their cards reach the ladder that they would change', async () => {
    const { app } = await open()
    const [backend, servers] = app.ladders
    const change = {
      kind: 'requirement',
      role: 'backend-engineer',
      level: 'middle',
      skill: 'sql',
      to: 'expert',
    } as const
    await backend.proposals.execute(
      { type: 'submit', id: 'proposal-1', change, reason: 'because', lane: 'vote' },
      { person: 'console/local/bo', bot: false },
    )
    const show = { type: 'action', payload: '1v:s:proposal-1' } as const
    expect(JSON.stringify(await answer(app, LOCAL, show))).toContain('because')
    await say(app, LOCAL, '/rung ladder servers')
    expect(await say(app, LOCAL, '/proposals')).not.toContain('SQL')
    expect(servers?.proposals.state().proposals.size).toBe(0)
    expect(JSON.stringify(await answer(app, LOCAL, show))).toContain('because')
    await answer(app, LOCAL, { type: 'action', payload: '1v:a:proposal-1' })
    expect(backend.proposals.state().proposals.get('proposal-1')?.state).toBe('applied')
    expect(await say(app, LOCAL, '/skills backend-engineer middle sql')).not.toContain('Expert')
    await say(app, LOCAL, '/rung ladder backend')
    expect(await say(app, LOCAL, '/skills backend-engineer middle sql')).toContain('Expert')
  })

  test('uses the operator’s again when the chosen one is not configured any more, and says so', async () => {
    const { app, place, close } = await open()
    await say(app, OWNER, '/rung ladder servers')
    await close()
    const later = await startApp(place, { RUNG_DATA: `backend=${place.one},other=${place.one}` })
    connect(later.app)
    expect(await say(later.app, ANA, '/skills')).toContain('Backend Engineer')
    expect(await say(later.app, OWNER, '/rung ladder')).toMatch(
      /chose the ladder “.*servers.*”, which Rung no longer has/u,
    )
  })
})

test('with one ladder there is nothing to choose', async () => {
  const place = await twoFolders()
  const { app } = await startApp(place, { RUNG_DATA: place.one, RUNG_USER: 'ana' })
  expect(await say(app, LOCAL, '/rung ladder')).toContain('Rung has only one ladder')
  expect(await say(app, LOCAL, '/rung settings')).not.toContain('Ladder')
})
