import { readOf, type SlackPerson } from './people.ts'
import type { FakeSlack } from './server.ts'
import type { Message } from './state.ts'

/** Sends a press of a button that the person never saw; resolves with the answer they read. */
export async function forge(slack: FakeSlack, person: SlackPerson, where: Message, payload: string): Promise<string> {
  const since = slack.world.seq()
  await slack.deliver('interactive', {
    type: 'block_actions',
    user: { id: person.id, team_id: person.team },
    team: { id: person.team },
    api_app_id: 'A0RUNG',
    trigger_id: slack.world.newTrigger(person.team, person.id),
    container: { type: 'message', message_ts: where.ts, channel_id: where.channel, is_ephemeral: false },
    channel: { id: where.channel },
    response_url: slack.newResponseUrl({ team: person.team, channel: where.channel, user: person.id, message: where }),
    actions: [{ type: 'button', action_id: 'press:99', block_id: 'x', value: payload, action_ts: '1' }],
  })
  return readOf(await person.reads(where.channel, /./u, { since }))
}

/** The id of a card's proposal, from its buttons. */
export function proposalOn({ blocks }: Message): string {
  return /"1v:s:([\w-]+)"/u.exec(JSON.stringify(blocks))?.[1] ?? ''
}
