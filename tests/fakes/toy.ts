import { z } from 'zod'
import type { BotEvent, BotResponse, Person } from '../../src/bot/index.ts'
import { translator } from '../../src/i18n/index.ts'
import type { DecodeText } from '../../src/platforms/decoder.ts'
import { createDeliverer } from '../../src/platforms/delivery/deliver.ts'
import { definePlatform } from '../../src/platforms/platform.ts'
import { withOrigin } from '../../src/runtime/logger.ts'
import { deliveryResultOf } from '../../src/runtime/metrics.ts'
import { renderMessage } from './toy-render.ts'
import type { ToyEvent, ToyMessage, ToyRoom } from './toy-room.ts'

// The smallest platform: it connects the bot with a room in memory. It passes the platform contract, and
// docs/contributing/platform.md walks through it.

/** The platform of a room. */
export function toyPlatform(room: ToyRoom) {
  return definePlatform({
    id: 'toy',
    displayName: 'Toy',
    hasGlobalUserIds: false,
    variables: { TOY_TOKEN: z.string().optional() },
    variablePrefix: 'TOY_',
    credentials: ['TOY_TOKEN'],
    readSettings: ({ TOY_TOKEN: token }) => (token === undefined ? undefined : { token }),
    render: (message) => Promise.resolve(renderMessage(message)),
    open(_, { bot, store, metrics, communities, nominateEmoji, now, log }) {
      const report = (problem: string, details: object): void => log.warn(details, problem)
      const deliverer = createDeliverer({ platform: 'toy', claims: store.claims, metrics, now, report })
      const running = new Set<Promise<unknown>>()
      const personOf = (user: string): Person => ({ platform: 'toy', workspace: 'room', user })
      const localeOf = async (user: string): Promise<string> =>
        (await bot.languageOf(personOf(user))) ?? room.locales.get(user) ?? 'en'

      /** Shows a response: in place of the message that was acted on, or below it. */
      const show = (user: string, response: BotResponse | undefined, acted?: ToyMessage): void => {
        if (!response || response.type === 'choices') return
        const content =
          response.type === 'form'
            ? { text: response.form.title, buttons: [], form: response.form, ...(acted && { on: acted }) }
            : renderMessage(response.message)
        if (acted && response.type === 'reply' && response.inPlace) Object.assign(acted, content)
        else room.messages.push({ id: `message-${room.messages.length}`, user, ...content })
      }

      const respond = async (user: string, event: ToyEvent, id: string): Promise<BotResponse | undefined> => {
        const base = { id, person: personOf(user), locale: await localeOf(user) }
        if (event.type !== 'reaction') return bot.handle(botEvent(base, event))
        if (event.emoji !== nominateEmoji.text) return undefined
        const message = {
          ref: `toy/room/main/${event.ref}`,
          own: false,
          read: () => Promise.resolve({ text: decodeText(event.text), link: null }),
          hasReaction: () => Promise.resolve(true),
        }
        return bot.handleReaction({ ...base, type: 'reaction', isAdded: true, hasEmoji: true, message })
      }

      const handle = (user: string, event: ToyEvent, id: string) =>
        withOrigin({ platform: 'toy', workspace: 'room', user, delivery: id }, () =>
          deliverer.deliver({ kind: event.type, id: `toy/${id}` }, async () => {
            const response = await deliverer.inOrder(user, () => respond(user, event, id))
            show(user, response, 'on' in event ? event.on : undefined)
            return response?.type === 'reply' ? deliveryResultOf(response) : 'answered'
          }),
        )

      return Promise.resolve({
        proposalsChannel: () => undefined,
        installed: { platform: 'toy', isInstalled: () => Promise.resolve(true) },
        start() {
          for (const { community } of communities) {
            community.report('toy', { workspace: undefined, experts: [], admins: [] })
          }
          room.handler = async (user, event, id) => {
            const delivery = handle(user, event, id)
            running.add(delivery)
            await delivery
            running.delete(delivery)
          }
          return Promise.resolve()
        },
        check: () => Promise.resolve(room.handler ? undefined : 'no deliveries arrive'),
        async stop() {
          room.handler = undefined
          await Promise.all(running)
        },
        platforms: () => ['toy'],
        reaches: ({ platform }: Person) => platform === 'toy',
        async tell({ user }, message, { mark, repeated }) {
          if (repeated && room.marks.has(mark)) return 'delivered'
          room.marks.add(mark)
          show(user, { type: 'reply', message: message(translator(await localeOf(user))) })
          return 'delivered'
        },
      })
    },
  })
}

/** The room has no mentions, links or escapes to decode. */
const decodeText: DecodeText = (text) => text.toWellFormed()

type Base = Pick<BotEvent, 'id' | 'person' | 'locale'>
function botEvent(base: Base, event: Exclude<ToyEvent, { type: 'reaction' }>): BotEvent {
  if (event.type === 'press') return { ...base, type: 'action', payload: event.payload }
  if (event.type === 'text') return { ...base, type: 'text', text: decodeText(event.text) }
  const values = Object.entries(event.values).map(([name, value]) => [name, decodeText(value)])
  return { ...base, type: 'form', payload: event.payload, values: Object.fromEntries(values) }
}
