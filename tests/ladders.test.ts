import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { forgetPerson, forgetWorkspace } from '../src/app/forget.ts'
import { personKey } from '../src/store/person.ts'
import { ANA, answer, assess, BO, edit, named, press, ROLE, say, startApp, stored, twoFolders } from './two-ladders.ts'

// What belongs to each of two ladders of one deployment, and what is done in all of them.

describe('two ladders', () => {
  test('each workspace is answered from its own, and any other from the first one', async () => {
    const place = await twoFolders()
    const { app } = await startApp(place, named(place))
    expect(await say(app, ANA, '/skills')).toContain('Backend Engineer')
    expect(await say(app, BO, '/skills')).toContain('Server Engineer')
    expect(await say(app, { platform: 'discord', workspace: 'T2', user: 'BO' }, '/skills')).toContain(
      'Backend Engineer',
    )
    expect(app.ladders.map(({ id }) => id)).toEqual(['backend', 'servers'])
  })

  test('an assessment belongs to a ladder: the same person has one of the same role in each', async () => {
    const place = await twoFolders()
    const { app } = await startApp(place, named(place))
    const twin = { ...ANA, workspace: 'T2' }
    await assess(app, ANA)
    expect(await say(app, twin, '/assess status')).toContain('no assessment')
    await assess(app, twin)
    const [one, two] = app.ladders
    expect(await one.store.sessions.list(ANA)).toHaveLength(1)
    expect(await one.store.sessions.list(twin)).toEqual([])
    expect(await two?.store.sessions.list(twin)).toHaveLength(1)
  })

  test('a language that a person chooses counts in every ladder; the role last assessed does not', async () => {
    const place = await twoFolders()
    const { app } = await startApp(place, named(place))
    const [one, two] = app.ladders
    await two?.services.store.settings.change(BO, { locale: 'es', reminders: false, lastRole: 'backend-engineer' })
    expect(await one.services.store.settings.read(BO)).toMatchObject({ locale: 'es', reminders: false, lastRole: null })
    expect(await two?.services.store.settings.read(BO)).toMatchObject({ locale: 'es', lastRole: 'backend-engineer' })
  })

  test('what was stored before there were several is the first one’s, also if the order changes later', async () => {
    const place = await twoFolders()
    const before = await startApp(place, { RUNG_DATA: place.one })
    await assess(before.app, ANA)
    const session = await before.app.store.sessions.list(ANA)
    await before.close()

    const several = await startApp(place, named(place))
    expect(await several.app.ladders[0].store.sessions.list(ANA)).toEqual(session)
    await assess(several.app, BO)
    await several.close()

    const turned = await startApp(place, { ...named(place), RUNG_DATA: `servers=${place.two},backend=${place.one}` })
    const [servers, backend] = turned.app.ladders
    expect(await backend?.store.sessions.list(ANA)).toEqual(session)
    expect(await servers.store.sessions.list(ANA)).toEqual([])
    expect(await servers.store.sessions.list(BO)).toHaveLength(1)
    await turned.close()

    const alone = await startApp(place, { RUNG_DATA: place.one })
    expect(await alone.app.store.sessions.list(ANA)).toEqual(session)
    expect(alone.logged.join()).toContain('what is stored of the ladder \\"backend\\" is used for this folder')
    await alone.close()

    const named1 = await startApp(place, { RUNG_DATA: `servers=${place.two}` })
    expect(await named1.app.ladders[0].store.sessions.list(BO)).toHaveLength(1)
    expect(await named1.app.ladders[0].store.sessions.list(ANA)).toEqual([])
  })

  test('with one ladder nothing names a ladder in what is stored', async () => {
    const place = await twoFolders()
    const { app, close } = await startApp(place, { RUNG_DATA: place.one })
    await assess(app, ANA)
    await close()
    expect(await stored(place)).not.toMatch(/ladders\/|@backend|@servers/u)
  })

  test('a folder with problems is ignored and named; the other ladder takes its changes', async () => {
    const place = await twoFolders()
    const { app } = await startApp(place, named(place))
    const watchers = app.ladders.map(({ catalogReload }) => catalogReload.start())
    onTestFinished(async () => {
      await Promise.all(watchers.map((watcher) => watcher.stop()))
    })
    const [one, two] = app.ladders
    await edit(place.two, ROLE, (text) => text.replace('expert, absent]', 'expert]'))
    await edit(place.one, ROLE, (text) => text.replace('name: Backend Engineer', 'name: API Engineer'))
    const isDone = () =>
      two?.catalogReload.problemCount() === 1 &&
      one.catalogIndex().catalog.roles.get('backend-engineer')?.name === 'API Engineer'
    for (let tries = 0; tries < 400 && !isDone(); tries += 1) await sleep(50)
    expect(isDone()).toBe(true)
    expect(await say(app, BO, '/skills')).toContain('Server Engineer')
    expect(await app.checks['catalog']?.()).toEqual({
      note: expect.stringMatching(
        /^servers: the changed ladder has problems and is ignored, 1 in all: .*backend-engineer/u,
      ),
    })
  })

  test('invalid folders are all reported at the start', async () => {
    const place = await twoFolders()
    for (const folder of [place.one, place.two]) {
      await edit(folder, ROLE, (text) => text.replace('expert, absent]', 'expert]'))
    }
    const problems = await startApp(place, named(place)).catch((error: Error) => error.message)
    expect(problems).toContain(`${place.one}/${ROLE}`)
    expect(problems).toContain(`${place.two}/${ROLE}`)
  })
})

describe('a person’s data', () => {
  /** A person with an assessment and an idea in both ladders. */
  async function withData() {
    const place = await twoFolders()
    const started = await startApp(place, named(place))
    const { app } = started
    const twin = { ...ANA, workspace: 'T2' }
    for (const [nth, person] of [ANA, twin].entries()) {
      await assess(app, person)
      const ladder = app.ladders[nth]
      if (!ladder) throw new Error('there are two ladders')
      // As if the workspace had used the other ladder before.
      await ladder.store.settings.change(ANA, { lastRole: 'backend-engineer' })
      const actor = { person: personKey(ANA), bot: false }
      const source = { message: `slack/T1/C1/${nth}`, link: null }
      await ladder.proposals.execute({ type: 'draft', id: `idea-00${nth}`, source }, actor)
      await ladder.store.keyValues.write(`proposals/idea/idea-00${nth}`, 'what ANA has written')
    }
    return { place, twin, ...started }
  }

  test('is exported of every ladder', async () => {
    const { app, twin } = await withData()
    const [, servers] = app.ladders
    const [session] = (await servers?.store.sessions.list(twin)) ?? []
    if (!servers || !session) throw new Error('there is an assessment')
    await servers.store.sessions.create(ANA, { ...session, id: 'session-of-ana' }, 1_000_000)
    const message = await answer(app, ANA, { type: 'text', text: '/profile export' })
    const [json, markdown, csv] = message.files?.map(({ content }) => content) ?? []
    const data = JSON.parse(json ?? '')
    expect(data).toMatchObject({
      ladder: 'backend',
      sessions: [{ role: 'backend-engineer' }],
      otherLadders: [{ ladder: 'servers', sessions: [{ id: 'session-of-ana' }] }],
    })
    expect(markdown).toContain('# Other ladder: servers')
    expect(csv).toMatch(/,backend\r\n[\s\S]*,servers\r\n/u)
  })

  test('is erased in every ladder, by the person', async () => {
    const { app, place, close, twin } = await withData()
    const deletion = await answer(app, ANA, { type: 'text', text: '/profile delete' })
    await press(app, ANA, deletion, /delete/iu)
    for (const [nth, { store }] of app.ladders.entries()) {
      expect(await store.keyValues.read(`proposals/idea/idea-00${nth}`)).toBeNull()
      expect(await store.sessions.list(ANA)).toEqual([])
      expect((await store.settings.read(ANA)).lastRole).toBeNull()
    }
    expect(await app.ladders[1]?.store.sessions.list(twin)).toHaveLength(1)
    await close()
    expect(await stored(place)).not.toMatch(/slack\/T1\/ANA|what ANA/u)
  })

  test('is erased in every ladder by the operator, also in one that is not configured any more', async () => {
    const { app, place, close } = await withData()
    await close()
    expect(app.ladders).toHaveLength(2)
    const later = await startApp(place, { RUNG_DATA: place.one })
    expect(await forgetPerson('slack/T1/ANA', later.app.store, Date.now())).toContain('slack/T1/ANA')
    expect(await forgetWorkspace('slack/T2', later.app.store, Date.now())).toBe(1)
    await later.close()
    expect(await stored(place)).not.toMatch(/slack\/T[12]\/ANA|what ANA/u)
  })
})
