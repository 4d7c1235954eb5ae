import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  type Member,
  type PlatformService,
  platformContract,
  runPlatform,
  type VisibleMessage,
} from '../contract/platform.ts'
import { toyPlatform } from '../fakes/toy.ts'
import { createToyRoom, type ToyMessage, type ToyRoom } from '../fakes/toy-room.ts'

const TRIES = 300
const WAIT_MS = 10

function memberOf(room: ToyRoom, user: string): Member {
  const own = (): readonly ToyMessage[] => room.messages.filter((message) => message.user === user)
  const visible = (message: ToyMessage): VisibleMessage => ({
    text: () => message.text,
    labels: () => message.buttons.map(({ label }) => label),
    press(label) {
      const button = message.buttons.find((each) => each.label === label)
      if (!button) throw new Error(`no button ${label}: ${message.buttons.map((each) => each.label).join(', ')}`)
      return room.send(user, { type: 'press', on: message, payload: button.payload })
    },
  })
  const wait = async <T>(what: RegExp, find: () => T | undefined): Promise<T> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const result = find()
      if (result) return result
      await sleep(WAIT_MS)
    }
    throw new Error(
      `waited for ${what}; shown: ${own()
        .map(({ text }) => text)
        .join('\n---\n')}`,
    )
  }
  return {
    person: { platform: 'toy', workspace: 'room', user },
    say: (text) => room.send(user, { type: 'text', text }),
    reads: async (text) => visible(await wait(text, () => own().findLast((message) => text.test(message.text)))),
    seen: (text) =>
      own()
        .filter((message) => text.test(message.text))
        .map(visible),
    async form(title) {
      const { form, on } = await wait(title, () => own().findLast((each) => each.form && title.test(each.text)))
      if (!form) throw new Error('a form that is none')
      return {
        submit(options) {
          const values = form.fields.flatMap((field) => {
            const nth = options[field.label]
            const option = field.type === 'choice' && nth !== undefined ? field.options[nth - 1]?.value : field.initial
            return option === undefined ? [] : [[field.name, option] as const]
          })
          return room.send(user, {
            type: 'form',
            ...(on && { on }),
            payload: form.payload,
            values: Object.fromEntries(values),
          })
        },
      }
    },
    async nominate(text) {
      await room.send(user, { type: 'reaction', emoji: '🪜', ref: `idea-${user}`, text })
      return (await wait(/PyTorch/u, () => own().at(-1))).text
    },
  }
}

function startToy(): Promise<PlatformService & { readonly room: ToyRoom }> {
  const room = createToyRoom()
  let people = 0
  return Promise.resolve({
    room,
    factory: toyPlatform(room),
    environment: { TOY_TOKEN: 'toy' },
    member(locale) {
      people += 1
      room.locales.set(`user-${people}`, locale)
      return Promise.resolve(memberOf(room, `user-${people}`))
    },
    close: () => Promise.resolve(),
  })
}

describe('the smallest platform', () => {
  platformContract(startToy)

  test('answers a delivery once that the service repeats', async () => {
    const toy = await startToy()
    const running = await runPlatform(toy)
    await Promise.all([1, 2, 3].map(() => toy.room.send('ana', { type: 'text', text: '/skills docker' }, 'same')))
    expect(toy.room.messages).toHaveLength(1)
    await running.close()
  })
})
