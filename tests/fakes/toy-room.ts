import type { Form } from '../../src/message/index.ts'

// The service of the toy platform: a room in memory where people write, press buttons, fill in forms and react.

export interface ToyMessage {
  readonly id: string
  /** Who reads it. */
  readonly user: string
  text: string
  buttons: readonly { readonly label: string; readonly payload: string }[]
  form?: Form
  readonly on?: ToyMessage
}

/** What a person does in the room. */
export type ToyEvent =
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
