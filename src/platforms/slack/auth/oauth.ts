// The InstallProvider of @slack/oauth is not used, because it cannot give what Rung promises:
// - a state that is good once (its ClearStateStore accepts one until it expires) in all processes;
// - tokens that are rotated by one process at a time (it refreshes without a lock, and a second refresh may revoke the first token);
// - no read of the store before each acknowledgement (`authorize` reads it for each delivery);
// - a code that is exchanged once (its WebClient repeats oauth.v2.access ten times by default) and no auth.test after it;
// - a delivery that tells the person if the store is unavailable (`authorize` throws, and Bolt acknowledges without an answer).

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { localeFrom, type MessageKey, type Params, type Translator, translator } from '../../../i18n/index.ts'
import { type HttpServer, sendResponse } from '../../../runtime/http-server.ts'
import { createReportLimiter } from '../../../runtime/log-limit.ts'
import type { ClaimStore } from '../../../store/store.ts'
import { botScopes } from '../scopes.ts'
import { SlackApiError, type WebApi } from '../web-api.ts'
import type { InstallationStore } from './installation-store.ts'

export interface OAuthDeps {
  readonly listener: HttpServer
  readonly installations: InstallationStore
  readonly webApi: WebApi
  readonly events: ClaimStore
  /** Web API base; the consent page is next to it. */
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  readonly publicUrl: string
  readonly now: () => number
  readonly report: (problem: string, details?: object) => void
}

/** How long the consent may take. Slack's code lives ten minutes (docs.slack.dev/authentication/installing-with-oauth). */
const STATE_MS = 10 * 60 * 1000

const COOKIE = 'rung_slack_install'
const INSTALL = '/slack/install'
const REDIRECT = '/slack/oauth_redirect'

/**
 * Serves the pages by which a workspace installs the app: `/slack/install` redirects a browser to Slack with a state, and Slack
 * redirects it back to `/slack/oauth_redirect`. The state is signed, expires after ten minutes, works once, and is bound to the browser
 * by a cookie, so that nobody can be tricked into finishing another person's installation.
 */
export function serveOAuth(parts: OAuthDeps): void {
  const {
    listener,
    installations,
    webApi: calls,
    events,
    apiUrl,
    clientId,
    clientSecret,
    stateSecret,
    publicUrl,
  } = parts
  const { now } = parts
  const failures = createReportLimiter(parts.report)
  const install = `${publicUrl}${INSTALL}`
  const redirectUri = `${publicUrl}${REDIRECT}`
  const consent = new URL('../oauth/v2/authorize', apiUrl)
  const { required: needed, optional } = botScopes()

  listener.route('GET', INSTALL, (_, response) => {
    const state = newState(stateSecret, now() + STATE_MS)
    const address = new URL(consent)
    address.searchParams.set('client_id', clientId)
    address.searchParams.set('scope', [...needed, ...optional].join(','))
    address.searchParams.set('redirect_uri', redirectUri)
    address.searchParams.set('state', state)
    const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
    response.setHeader(
      'set-cookie',
      `${COOKIE}=${state}; Path=/; Max-Age=${STATE_MS / 1000}; HttpOnly; SameSite=Lax${secure}`,
    )
    response.setHeader('location', address.href)
    response.setHeader('cache-control', 'no-store')
    sendResponse(response, 302, '')
  })

  listener.route('GET', REDIRECT, async (request, response) => {
    const t = translator(localeFrom(request.headers['accept-language']))
    const answer = new URL(request.url ?? '/', publicUrl).searchParams
    const state = answer.get('state') ?? ''
    if (!isState(state, stateSecret, now()) || cookieOf(request) !== state) {
      page(response, 400, t, 'slack.install.stale', { install })
      return
    }
    const denied = answer.get('error')
    if (denied !== null) {
      page(response, 403, t, 'slack.install.denied', { install, code: denied })
      return
    }
    if ((await events.claim(`slack-install/${state}`, now(), STATE_MS)) !== 'claimed') {
      page(response, 400, t, 'slack.install.stale', { install })
      return
    }
    try {
      // A code works once, so this call is not repeated: the person starts over.
      const granted = await calls.call({
        token: '',
        method: 'oauth.v2.access',
        queueKey: 'install',
        args: {
          client_id: clientId,
          client_secret: clientSecret,
          code: answer.get('code') ?? '',
          redirect_uri: redirectUri,
        },
      })
      page(response, 200, t, 'slack.install.done', { install, workspace: await installations.save(granted) })
    } catch (error) {
      // Anyone who opens the page can cause this.
      failures.write('install', 'an installation failed', { err: error })
      page(response, 502, t, 'slack.install.failed', {
        install,
        code: error instanceof SlackApiError ? error.code : 'no answer',
      })
    }
  })
}

function newState(secret: string, until: number): string {
  const payload = `${until.toString(36)}.${randomBytes(12).toString('base64url')}`
  return `${payload}.${signatureOf(payload, secret)}`
}

function isState(state: string, secret: string, now: number): boolean {
  const end = state.lastIndexOf('.')
  const payload = state.slice(0, Math.max(0, end))
  const expected = Buffer.from(signatureOf(payload, secret))
  const signature = Buffer.from(state.slice(end + 1))
  if (expected.length !== signature.length || !timingSafeEqual(expected, signature)) return false
  return Number.parseInt(payload, 36) > now
}

function signatureOf(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url')
}

function cookieOf(request: IncomingMessage): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
}

function page(
  response: ServerResponse,
  status: number,
  t: Translator,
  key: MessageKey,
  params: Params & { readonly install: string },
): void {
  const done = status === 200
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  response.setHeader('set-cookie', `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
  const again = done ? '' : `<p><a href="${escaped(params.install)}">${escaped(t('slack.install.again'))}</a></p>`
  sendResponse(
    response,
    status,
    `<!doctype html>
<html lang="${t.locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Rung</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}</style>
<h1>Rung</h1>
<p>${escaped(t(key, params))}</p>
${again}
</html>
`,
    'text/html; charset=utf-8',
  )
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`)
}
