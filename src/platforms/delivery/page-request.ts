/** How an answer is requested again, for another of its pages or to share it: by a command, or by a button's payload. */
export type PageRequest = { readonly command: string; readonly text: string } | { readonly payload: string }

/** The part of a BotEvent that a page request stands for. */
export type RequestedEvent =
  | { readonly type: 'action'; readonly payload: string }
  | { readonly type: 'command'; readonly name: string; readonly text: string }

export function eventFor(request: PageRequest): RequestedEvent {
  return 'payload' in request
    ? { type: 'action', payload: request.payload }
    : { type: 'command', name: request.command, text: request.text }
}
