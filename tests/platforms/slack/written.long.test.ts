import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// All kinds of messages that a person can send in the direct message are answered; messages of no person are not.

let slack: FakeSlack
let rung: RungProcess

beforeAll(async () => {
  slack = await startFakeSlack()
  const { botToken } = slack.world.addTeam({
    id: 'T1',
    users: [{ id: 'U1' }, { id: 'U2', locale: 'es-ES' }],
    channels: [{ id: 'C1' }],
  })
  rung = await startRung(environmentFor(slack, 'http', botToken))
  slack.reach(rung.url)
})
afterAll(async () => {
  await rung?.stop()
  await slack?.close()
})

const ana = (): SlackPerson => personOf(slack, 'T1', 'U1')
const answers = (): number =>
  ana()
    .sees(ana().direct)
    .filter(({ fromBot }) => fromBot).length

/** Sends an event as Slack does; resolves with the status of the answer. */
async function deliver(event: object, id: string): Promise<number | undefined> {
  const { status } = await slack.deliver('events_api', {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A0RUNG',
    event_id: id,
    event_time: 1,
    authorizations: [{ team_id: 'T1', enterprise_id: null, user_id: 'UBOTT1', is_bot: true }],
    event,
  })
  return status
}

describe('in the direct message', () => {
  const file = [{ id: 'F1', name: 'clip.m4a' }]
  const shared = [{ is_share: true, is_msg_unfurl: true, text: 'what someone else wrote' }]

  test.each([
    ['a reply that is also sent to the conversation', { subtype: 'thread_broadcast', thread_ts: '1.000001' }],
    ['words beside a file', { subtype: 'file_share', files: file }],
    ['words under /me', { subtype: 'me_message' }],
    ['words above a forwarded message', { attachments: shared }],
  ])('%s are answered', async (_, more) => {
    const since = slack.world.seq()
    await ana().say('/skills docker', { more })
    expect(readOf(await ana().reads(ana().direct, 'Docker', { since }))).toContain('writes the Dockerfile')
  })

  test.each([
    ['a file', { subtype: 'file_share', files: file }],
    ['a forwarded message', { attachments: shared }],
  ])('%s without text is answered too', async (_, more) => {
    const since = slack.world.seq()
    await ana().say('', { more })
    await ana().reads(ana().direct, 'I can only read text', { since })
    const eva = personOf(slack, 'T1', 'U2')
    await eva.say('', { more })
    expect(readOf(await eva.reads(eva.direct, 'texto'))).toContain('Solo puedo leer texto')
  })

  test('an edited message does not count as a new one, and one answer says so', async () => {
    const before = answers()
    await ana().say('/skills docker')
    const message = ana()
      .sees(ana().direct)
      .findLast(({ author }) => author === 'U1')
    if (!message) throw new Error('nothing was written')
    await ana().edit(message, '/skills pytorch')
    await ana().reads(ana().direct, 'I don’t read edited messages')
    expect(answers()).toBe(before + 2)
  })

  test('the bot’s own messages, and changes that no person made, are not answered', async () => {
    await ana().say('/skills docker')
    const [own] = ana()
      .sees(ana().direct)
      .filter(({ fromBot }) => fromBot)
    // The Messages tab greets who opens it first, once.
    const opened = { type: 'app_home_opened', user: 'U1', channel: ana().direct, tab: 'messages' }
    await deliver(opened, 'EvOpened')
    await ana().reads(ana().direct, 'I’m Rung')
    const before = answers()
    const eventFields = { type: 'message', channel: ana().direct, channel_type: 'im', ts: own?.ts }
    const ours = { user: 'UBOTT1', bot_id: 'BT1', text: own?.text, ts: own?.ts }
    const typed = { user: 'U1', text: 'what I wrote', ts: own?.ts }
    const changed = (message: object, previous: object) => ({
      ...eventFields,
      subtype: 'message_changed',
      hidden: true,
      message,
      previous_message: previous,
    })
    const edited = { user: 'U1', ts: own?.ts }
    const events = [
      { ...eventFields, ...ours },
      // A file that the bot has uploaded.
      { ...eventFields, subtype: 'file_share', user: 'UBOTT1', text: '', files: file },
      // Another app that posts with the person's token.
      { ...eventFields, ...typed, bot_id: 'BOTHER' },
      changed({ ...ours, edited }, { ...ours, text: 'what it said before' }),
      // A link that Slack unfurls, also in a message that was edited before, and text that Slack itself changes.
      changed({ ...typed, attachments: [{}] }, typed),
      changed({ ...typed, edited, attachments: [{}] }, { ...typed, edited }),
      changed({ ...typed, text: 'what Slack made of it' }, typed),
      // The remainder of a deleted message that has a thread.
      changed({ ...typed, edited, subtype: 'tombstone', text: 'This message was deleted.' }, { ...typed, edited }),
      { ...eventFields, subtype: 'message_deleted', hidden: true, previous_message: typed },
      { ...eventFields, subtype: 'message_deleted', hidden: true, user: 'U1', previous_message: typed },
      { ...eventFields, ...typed, subtype: 'pinned_item' },
      { ...eventFields, ...typed, subtype: 'huddle_thread' },
      // The Messages tab of the app's home.
      opened,
      // A channel, if the app is subscribed to its messages.
      { ...eventFields, ...typed, channel: 'C1', channel_type: 'channel' },
    ]
    const calls = slack.made.length
    for (const [n, event] of events.entries()) expect(await deliver(event, `EvOwn${n}`)).toBe(200)
    expect(answers()).toBe(before)
    expect(ana().sees('C1')).toEqual([])
    expect(slack.made.slice(calls).map(({ method }) => method)).not.toContain('views.publish')
  })
})
