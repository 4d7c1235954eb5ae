// The InstallProvider of @slack/oauth is not used, because it cannot give what Rung promises:
// - a state that works once, in all processes (its ClearStateStore accepts one until it expires);
// - tokens that are rotated by one process at a time (it refreshes without a lock, and a second refresh may revoke the first token);
// - no read of the store before each acknowledgement (its `authorize` reads it for each delivery);
// - a code that is exchanged once (its WebClient repeats oauth.v2.access ten times by default), and no auth.test after it;
// - an answer to the person if the store is unavailable (its `authorize` throws, and Bolt acknowledges without an answer).

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
  readonly claims: ClaimStore
  /** Web API base; the consent page is next to it. */
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  readonly publicUrl: string
  readonly now: () => number
  readonly report: (problem: string, details?: object) => void
  /** Called with Slack's response after an installation was stored. Never rejects. */
  readonly onInstalled: (granted: unknown) => Promise<void>
}

/** Lifetime of a state; Slack's code lives ten minutes (docs.slack.dev/authentication/installing-with-oauth). */
const STATE_TTL_MS = 10 * 60 * 1000

const COOKIE = 'rung_slack_install'
const INSTALL = '/slack/install'
const REDIRECT = '/slack/oauth_redirect'

/**
 * Serves the pages by which a workspace installs the app: `/slack/install` redirects a browser to Slack with a state, and Slack
 * redirects it back to `/slack/oauth_redirect`. The state is signed, expires after ten minutes, works once, and is bound to the browser
 * by a cookie, so that a person cannot be tricked into finishing another person's installation.
 */
export function serveOAuth({ listener, installations, webApi, claims, now, report, ...app }: OAuthDeps): void {
  const { apiUrl, clientId, clientSecret, stateSecret, publicUrl } = app
  const failures = createReportLimiter(report)
  const installUrl = `${publicUrl}${INSTALL}`
  const redirectUri = `${publicUrl}${REDIRECT}`
  const { required, optional } = botScopes()

  listener.route('GET', INSTALL, (_, response) => {
    const state = createState(stateSecret, now() + STATE_TTL_MS)
    const scope = [...required, ...optional].join(',')
    const consent = new URL('../oauth/v2/authorize', apiUrl)
    consent.search = new URLSearchParams({ client_id: clientId, scope, redirect_uri: redirectUri, state }).toString()
    const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
    const maxAge = STATE_TTL_MS / 1000
    response.setHeader('set-cookie', `${COOKIE}=${state}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`)
    response.setHeader('location', consent.href)
    response.setHeader('cache-control', 'no-store')
    sendResponse(response, 302, '')
  })

  listener.route('GET', REDIRECT, async (request, response) => {
    const t = translator(localeFrom(request.headers['accept-language']))
    const query = new URL(request.url ?? '/', publicUrl).searchParams
    const state = query.get('state') ?? ''
    const send = (status: number, key: MessageKey, params: Params = {}): void =>
      sendPage(response, status, t, t(key, params), installUrl)
    if (!isValidState(state, stateSecret, now()) || cookieOf(request) !== state) {
      send(400, 'slack.install.stale')
      return
    }
    const denied = query.get('error')
    if (denied !== null) {
      send(403, 'slack.install.denied', { code: denied })
      return
    }
    if ((await claims.claim(`slack-install/${state}`, now(), STATE_TTL_MS)) !== 'claimed') {
      send(400, 'slack.install.stale')
      return
    }
    try {
      const code = query.get('code') ?? ''
      const args = { client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUri }
      // A code works once, so this call is not repeated: the person starts over.
      const granted = await webApi.call({ token: '', method: 'oauth.v2.access', queueKey: 'install', args })
      send(200, 'slack.install.done', { workspace: await installations.save(granted) })
      await app.onInstalled(granted)
    } catch (error) {
      // Limited: anyone who opens the page can cause this.
      failures.write('install', 'an installation failed', { err: error })
      send(502, 'slack.install.failed', { code: error instanceof SlackApiError ? error.code : 'no answer' })
    }
  })
}

function createState(secret: string, expiresAt: number): string {
  const payload = `${expiresAt.toString(36)}.${randomBytes(12).toString('base64url')}`
  return `${payload}.${signatureOf(payload, secret)}`
}

function isValidState(state: string, secret: string, now: number): boolean {
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

function sendPage(response: ServerResponse, status: number, t: Translator, text: string, installUrl: string): void {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  response.setHeader('set-cookie', `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
  const link = `<p><a href="${escapeHtml(installUrl)}">${escapeHtml(t('slack.install.again'))}</a></p>`
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
<p>${escapeHtml(text)}</p>
${status === 200 ? '' : link}
</html>
`,
    'text/html; charset=utf-8',
  )
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`)
}
