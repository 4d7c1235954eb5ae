import type { App, ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import { isRecord, parseJson } from './json.ts'

/** A delivery failed, or another process handles it. It is not acknowledged, so Slack repeats it. Already reported. */
export class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError'
  /** Bolt wraps errors without a code. */
  readonly code = 'undelivered'

  constructor() {
    super('the delivery was not handled')
  }
}

/** Slack waits three seconds for an acknowledgement. */
const ACK_TIMEOUT_MS = 2900

export interface ReceivedDelivery {
  readonly body: Readonly<Record<string, unknown>>
  readonly retry: Pick<ReceiverEvent, 'retryNum' | 'retryReason'>
  /** Called at most once. */
  readonly acknowledge: (answer: unknown) => Promise<void>
  /** Tells Slack that the delivery failed or is late. May be called more than once, and after `acknowledge`. */
  readonly fail: () => void
  readonly report: (problem: string, details?: object) => void
}

/** Lets Bolt handle a delivery. Never rejects. */
export async function processDelivery(
  app: App | undefined,
  { body, retry, acknowledge, fail, report }: ReceivedDelivery,
): Promise<void> {
  const isEvent = body['type'] === 'event_callback'
  let isAcknowledged = false
  const acknowledgeOnce = async (answer?: unknown): Promise<void> => {
    if (isAcknowledged) return
    isAcknowledged = true
    await acknowledge(answer)
  }
  const timer = setTimeout(() => {
    if (isAcknowledged) return
    // Slack repeats an event, and by then this one is done or failed. For a command or a button, Slack shows the person an error.
    if (!isEvent) report('a delivery was not acknowledged in time', { type: body['type'] ?? body['command'] })
    fail()
  }, ACK_TIMEOUT_MS)
  try {
    await app?.processEvent({
      body,
      ...retry,
      // An event is acknowledged after its answer: if this process dies before that, Slack sends it to another one.
      ack: (answer?: unknown) => (isEvent ? Promise.resolve() : acknowledgeOnce(answer)),
    })
    // Also if there is no handler: Slack must not repeat it.
    await acknowledgeOnce()
  } catch (error) {
    if (!(error instanceof UndeliveredError)) report('a delivery failed', { err: error })
    fail()
  } finally {
    clearTimeout(timer)
  }
}

// The fields of a delivery that Bolt and the handlers rely on (docs.slack.dev/apis/events-api, /interactivity). Other fields are checked
// by the code that reads them. Fields that Slack adds are accepted.

const Named = z.looseObject({ id: z.string() })
const Owner = Named.nullish()

const Event = z.looseObject({
  event: z.looseObject({
    type: z.string(),
    channel: z.union([z.string(), Named]).optional(),
    item: z.looseObject({}).optional(),
    user: z.union([z.string(), z.looseObject({})]).optional(),
  }),
  authorizations: z.array(z.looseObject({})).nullish(),
})

const Command = z.looseObject({
  command: z.string(),
  text: z.string(),
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
})

const interaction = { user: Named, team: Owner, enterprise: Owner, channel: Named.optional() }
const Press = z.looseObject({ ...interaction, actions: z.array(z.looseObject({})).min(1) })
const Shortcut = z.looseObject({ ...interaction, callback_id: z.string() })
const View = z.looseObject({
  ...interaction,
  view: z.looseObject({}),
  response_urls: z.array(z.looseObject({})).optional(),
})

/** Returns why a signed delivery cannot be read: a field and its problem. Undefined if it can be read, or if its kind is not used. */
export function malformedReason(body: Readonly<Record<string, unknown>>): string | undefined {
  const schema = schemaOf(body)
  if (schema === undefined) return 'it is neither an event, a command nor an interaction: it has no type'
  const [issue] = schema?.safeParse(body).error?.issues ?? []
  return issue && `${issue.path.join('.')}: ${issue.message}`
}

/** Null for a kind that is not used; undefined if the delivery has no kind. */
function schemaOf(body: Readonly<Record<string, unknown>>): z.ZodType | null | undefined {
  const { type } = body
  // In the order in which Bolt checks them.
  if (body['event'] !== undefined || type === 'event_callback') return Event
  if (body['command'] !== undefined) return Command
  if (body['actions'] !== undefined || type === 'block_actions') return Press
  if (type === 'shortcut' || type === 'message_action') return Shortcut
  if (type === 'view_submission' || type === 'view_closed') return View
  return typeof type === 'string' ? null : undefined
}

/** Parses the body of a delivery; undefined if it is neither a JSON object nor a form. */
export function parsePayload(body: Buffer, contentType: string): Record<string, unknown> | undefined {
  const text = body.toString('utf8')
  const form = contentType.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(text) : undefined
  const json = form ? form.get('payload') : text
  const value = form && json === null ? Object.fromEntries(form) : parseJson(json ?? '')
  return isRecord(value) ? value : undefined
}
