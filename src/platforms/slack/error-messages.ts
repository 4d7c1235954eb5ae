import type { Translator } from '../../i18n/index.ts'
import { note } from '../../message/index.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import { SlackApiError, SlackUnreachableError } from './web-api.ts'

/** Slack's words for a token that no longer holds (docs.slack.dev/reference/methods/auth.test). */
const INVALID_TOKEN_CODES: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
])

/** The trigger of a modal lives three seconds and is good for one. */
const TOO_LATE: ReadonlySet<string> = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired'])

function isGone(error: unknown): boolean {
  return error instanceof SlackApiError && INVALID_TOKEN_CODES.has(error.code)
}

/** What a person is told where Slack refused or did not answer. */
export function errorMessage(error: unknown, t: Translator): SlackMessage {
  const rich = (() => {
    if (isGone(error)) return t.rich('slack.notAuthorized')
    if (error instanceof SlackUnreachableError) return t.rich('slack.unsure')
    if (!(error instanceof SlackApiError)) return t.rich('slack.failed', { code: 'internal' })
    if (TOO_LATE.has(error.code)) return t.rich('slack.tooLate')
    if (error.code === 'missing_scope') return t.rich('slack.missingScope', { scope: error.neededScope ?? '?' })
    return t.rich('slack.failed', { code: error.code })
  })()
  return renderMessage({ summary: rich.map(({ text }) => text).join(''), blocks: [note('warning', rich)] }, { t })
}
