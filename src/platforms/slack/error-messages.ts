import type { Translator } from '../../i18n/index.ts'
import { note } from '../../message/index.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import { SlackApiError, SlackUnreachableError } from './web-api.ts'

/** Errors of a token that is no longer valid (docs.slack.dev/reference/methods/auth.test). */
const INVALID_TOKEN_CODES: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
])

/** Errors of a trigger, which works once, within three seconds. */
const TOO_LATE: ReadonlySet<string> = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired'])

/** Renders the message for a person when Slack refused a call or did not answer. */
export function errorMessage(error: unknown, t: Translator): SlackMessage {
  const rich = textOf(error, t)
  return renderMessage({ summary: rich.map(({ text }) => text).join(''), blocks: [note('warning', rich)] }, { t })
}

function textOf(error: unknown, t: Translator): ReturnType<Translator['rich']> {
  if (error instanceof SlackUnreachableError) return t.rich('slack.unsure')
  if (!(error instanceof SlackApiError)) return t.rich('slack.failed', { code: 'internal' })
  if (INVALID_TOKEN_CODES.has(error.code)) return t.rich('slack.notAuthorized')
  if (TOO_LATE.has(error.code)) return t.rich('slack.tooLate')
  if (error.code === 'missing_scope') return t.rich('slack.missingScope', { scope: error.neededScope ?? '?' })
  return t.rich('slack.failed', { code: error.code })
}
