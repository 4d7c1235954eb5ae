import { z } from 'zod'
import { isRecord, parseJson } from './json.ts'

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
