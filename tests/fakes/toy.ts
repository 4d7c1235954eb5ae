import { z } from 'zod'
import type { BotEvent, BotResponse, Person } from '../../src/bot/index.ts'
import { translator } from '../../src/i18n/index.ts'
import { type Block, type Form, type Message, plainText } from '../../src/message/index.ts'
import { createDeliverer } from '../../src/platforms/delivery/deliver.ts'
import { definePlatform } from '../../src/platforms/platform.ts'
import { deliveryResultOf } from '../../src/runtime/metrics.ts'

// The smallest platform: a room in memory where people write, press buttons, fill in forms and react. It passes the platform contract,
// and docs/contributing/platform.md walks through it.

export interface ToyMessage {
  readonly id: string
  /** Who reads it. */
  readonly user: string
  text: string
  buttons: readonly { readonly label: string; readonly payload: string }[]
  form?: Form
  readonly on?: ToyMessage
}

type ToyEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'press'; readonly on: ToyMessage; readonly payload: string }
  | {
      readonly type: 'form'
      readonly on?: ToyMessage
      readonly payload: string
      readonly values: Record<string, string>
    }
  | { readonly type: 'reaction'; readonly emoji: string; readonly ref: string; readonly text: string }

/** The service: what a real platform has on its servers. */
export interface ToyRoom {
  readonly messages: ToyMessage[]
  readonly marks: Set<string>
  readonly locales: Map<string, string>
  /** Delivers an event, with an id that a repeated delivery has again; resolves when it has been handled. */
  send(user: string, event: ToyEvent, id?: string): Promise<void>
  /** Set by the platform while it takes deliveries. */
  handler: ((user: string, event: ToyEvent, id: string) => Promise<void>) | undefined
}

export function createToyRoom(): ToyRoom {
  let events = 0
  return {
    messages: [],
    marks: new Set(),
    locales: new Map(),
    handler: undefined,
    send(user, event, id) {
      events += 1
      return this.handler?.(user, event, id ?? `event-${events}`) ?? Promise.resolve()
    },
  }
}

/** The platform of a room. */
export function toyPlatform(room: ToyRoom) {
  return definePlatform({
    id: 'toy',
    displayName: 'Toy',
    hasGlobalUserIds: false,
    variables: { TOY_TOKEN: z.string().optional() },
    ...{ variablePrefix: 'TOY_', credentials: ['TOY_TOKEN'] },
    readSettings: ({ TOY_TOKEN: token }) => (token === undefined ? undefined : { token }),
    render: (message) => Promise.resolve(render(message)),
    open(_, { bot, store, metrics, community, nominateEmoji, now, log }) {
      const report = (problem: string, details: object): void => log.warn(details, problem)
      const deliverer = createDeliverer({ platform: 'toy', claims: store.claims, metrics, now, report })
      const personOf = (user: string): Person => ({ platform: 'toy', workspace: 'room', user })
      const localeOf = (user: string): string => room.locales.get(user) ?? 'en'

      /** Shows a response: in place of the message that was acted on, or below it. */
      const show = (user: string, response: BotResponse | undefined, acted?: ToyMessage): void => {
        if (!response || response.type === 'choices') return
        const content =
          response.type === 'form'
            ? { text: response.form.title, buttons: [], form: response.form, ...(acted && { on: acted }) }
            : render(response.message)
        if (acted && response.type === 'reply' && response.inPlace) Object.assign(acted, content)
        else room.messages.push({ id: `message-${room.messages.length}`, user, ...content })
      }

      const respond = (user: string, event: ToyEvent, id: string): Promise<BotResponse | undefined> => {
        const base = { id, person: personOf(user), locale: localeOf(user) }
        if (event.type !== 'reaction') return bot.handle(botEvent(base, event))
        if (event.emoji !== nominateEmoji.text) return Promise.resolve(undefined)
        const message = {
          ref: `toy/room/main/${event.ref}`,
          own: false,
          read: () => Promise.resolve({ text: event.text, link: null }),
          hasReaction: () => Promise.resolve(true),
        }
        return bot.handleReaction({ ...base, type: 'reaction', isAdded: true, hasEmoji: true, message })
      }

      return Promise.resolve({
        proposalsChannel: undefined,
        installed: { platform: 'toy', isInstalled: () => Promise.resolve(true) },
        start() {
          community.report('toy', { workspace: undefined, experts: [], admins: [] })
          room.handler = async (user, event, id) => {
            await deliverer.deliver({ kind: event.type, id: `toy/${id}` }, async () => {
              const response = await deliverer.inOrder(user, () => respond(user, event, id))
              show(user, response, 'on' in event ? event.on : undefined)
              return response?.type === 'reply' ? deliveryResultOf(response) : 'answered'
            })
          }
          return Promise.resolve()
        },
        check: () => Promise.resolve(room.handler ? undefined : 'no deliveries arrive'),
        stop() {
          room.handler = undefined
          return deliverer.whenIdle()
        },
        ...{ platforms: () => ['toy'], reaches: ({ platform }: Person) => platform === 'toy' },
        tell({ user }, message, { mark, repeated }) {
          if (repeated && room.marks.has(mark)) return Promise.resolve('delivered')
          room.marks.add(mark)
          show(user, { type: 'reply', message: message(translator(localeOf(user))) })
          return Promise.resolve('delivered')
        },
      })
    },
  })
}

type Base = Pick<BotEvent, 'id' | 'person' | 'locale'>
function botEvent(base: Base, event: Exclude<ToyEvent, { type: 'reaction' }>): BotEvent {
  if (event.type === 'press') return { ...base, type: 'action', payload: event.payload }
  if (event.type === 'form') return { ...base, type: 'form', payload: event.payload, values: event.values }
  return { ...base, ...event }
}

/** A message as plain lines and buttons. */
function render({ blocks }: Message): Pick<ToyMessage, 'text' | 'buttons'> {
  return {
    text: blocks.flatMap(linesOf).join('\n'),
    buttons: blocks.flatMap((block) => (block.type === 'actions' ? block.actions : [])),
  }
}

function linesOf(block: Block): readonly string[] {
  if (block.type === 'heading') return [block.text]
  if (block.type === 'progress') return [block.label]
  if (block.type === 'text' || block.type === 'note') return [plainText(block.text)]
  if (block.type === 'list') return block.items.map((item) => plainText(item.text))
  return []
}
