import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { createFaults, type FaultOptions, type Faults } from '../../platforms/faults.ts'
import { brief, type Fields, isFields, parseJson, textAt, truthAt } from '../../platforms/json.ts'
import { messageViolations } from '../../platforms/slack/limits-check.ts'
import { argsOf, createApi } from './methods.ts'
import { createWorld, type Message, type World } from './state.ts'

// A Slack on 127.0.0.1: its Web API, response URLs, uploads, and deliveries to the app over HTTP or Socket Mode.

/** A request the app made. */
export interface Made {
  readonly method: string
  readonly args: Fields
  readonly token: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The app's response to a delivery within three seconds. */
export interface Delivered {
  /** Undefined if there was no response in time. */
  readonly status: number | undefined
  /** The acknowledgement's body, parsed if it is JSON. */
  readonly answer: unknown
  readonly ms: number
}

export interface DeliverOptions {
  readonly retryNum?: number
  /** Error of the signature's time, in seconds. */
  readonly skew?: number
  readonly secret?: string
}

export type DeliveryKind = 'slash_commands' | 'interactive' | 'events_api'

/** A response URL of one press or command. */
export interface ResponseAddress {
  readonly team: string
  readonly channel: string
  readonly user: string
  readonly message: Message | undefined
  readonly at: number
  uses: number
}

export interface FakeSlack {
  readonly world: World
  readonly faults: Faults
  readonly origin: string
  readonly apiUrl: string
  readonly signingSecret: string
  readonly appToken: string
  readonly client: { readonly id: string; readonly secret: string }
  readonly codes: Map<string, { readonly team: string; readonly rotate: boolean }>
  /** Lifetime of a rotated token, in seconds. */
  lifeOfTokens: number
  readonly made: readonly Made[]
  /** What Slack would have refused, as `place: problem`. Must stay empty. */
  readonly violations: readonly string[]
  /** Methods that were called and do not exist here. Must stay empty. */
  readonly unexpected: readonly string[]
  /** Sets the URL of the app. Without it, deliveries go over Socket Mode. */
  reach(url: string | undefined): void
  deliver(kind: DeliveryKind, payload: Fields, options?: DeliverOptions): Promise<Delivered>
  newResponseUrl(address: Omit<ResponseAddress, 'at' | 'uses'>): string
  /** Open Socket Mode connections. */
  links(): number
  /** Closes one or all Socket Mode connections, as Slack does when it renews them. */
  dropLinks(how?: { readonly most?: number; readonly warn?: boolean }): void
  close(): Promise<void>
}

/** Slack waits three seconds for an acknowledgement (docs.slack.dev/interactivity/handling-user-interaction). */
const ACK_MS = 3000
/** A response URL works five times, for half an hour. */
const RESPONSES = 5
const RESPONSE_MS = 30 * 60 * 1000
/** docs.slack.dev/authentication/using-token-rotation */
const TOKEN_S = 43_200

export async function startFakeSlack(): Promise<FakeSlack> {
  const world = createWorld()
  const faults = createFaults()
  const made: Made[] = []
  const violations: string[] = []
  const unexpected: string[] = []
  const addresses = new Map<string, ResponseAddress>()
  const tickets = new Set<string>()
  const links = new Map<WebSocket, Map<string, (payload: unknown) => void>>()
  const hanging = new Set<Duplex>()
  const codes: FakeSlack['codes'] = new Map()
  const signingSecret = randomBytes(16).toString('hex')
  const appToken = `xapp-1-${randomBytes(8).toString('hex')}`
  const client = { id: '1.2', secret: randomBytes(16).toString('hex') }
  let origin = ''
  let appUrl: string | undefined
  let lifeOfTokens = TOKEN_S

  const violated = (what: string, problems: readonly string[]): void => {
    violations.push(...problems.map((problem) => `${what}: ${problem}`))
  }
  const api = createApi({
    world,
    origin: () => origin,
    violated,
    unexpected: (method) => unexpected.push(method),
    appToken,
    client,
    codes,
    refreshTokens: new Map(),
    lifeOfTokens: () => lifeOfTokens,
    newLink() {
      const ticket = randomBytes(8).toString('hex')
      tickets.add(ticket)
      return `${origin.replace('http', 'ws')}/link?ticket=${ticket}`
    },
  })

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', origin).pathname
    const body = await bodyOf(request)
    const at = Date.now()
    // Later, so that waiting tests find the request recorded.
    setImmediate(world.changed)
    if (path.startsWith('/api/')) {
      const method = path.slice('/api/'.length)
      const token = (request.headers.authorization ?? '').replace(/^Bearer /u, '')
      const args = argsOf(body.toString('utf8'), request.headers['content-type'] ?? '')
      made.push({ method, args, token, at })
      const target = textAt(args, 'channel') || textAt(args, 'channel_id') || textAt(args, 'user')
      const images = await imageProblems(args['blocks'], world.tokens.get(token)?.team ?? '', world)
      await withFault(faults.meet(method, target), response, () => {
        if (images.length > 0) {
          return { status: 200, body: { ok: false, error: 'invalid_blocks', response_metadata: { messages: images } } }
        }
        const answered = api(method, args, token)
        return { status: 200, body: answered }
      })
      return
    }
    const [, kind, id = ''] = path.split('/')
    if (kind === 'respond') {
      const args = argsOf(body.toString('utf8'), 'application/json')
      made.push({ method: 'response_url', args, token: '', at })
      const address = addresses.get(id)
      // Slack fetches the images of a message before it takes it.
      const images = await imageProblems(args['blocks'], address?.team ?? '', world)
      const fault = faults.meet('response_url', address?.channel ?? '')
      await withFault(fault, response, () => respond(address, args, images))
    } else if (kind === 'upload') {
      made.push({ method: 'upload', args: { id, length: body.length }, token: '', at })
      await withFault(faults.meet('upload', ''), response, () => {
        const file = world.files.get(id)
        if (!file) return { status: 404, body: 'no such file' }
        file.content = body
        return { status: 200, body: `OK - ${body.length}` }
      })
    } else {
      write(response, 404, { ok: false, error: 'not_found' })
    }
  }

  const withFault = async (
    fault: FaultOptions | undefined,
    response: ServerResponse,
    effect: () => { readonly status: number; readonly body: unknown },
  ): Promise<void> => {
    const { socket } = response
    if (!fault) {
      const { status, body } = effect()
      write(response, status, body)
      return
    }
    switch (fault.kind) {
      case '429':
        response.setHeader('retry-after', String(fault.retryAfter ?? 1))
        write(response, 429, { ok: false, error: 'ratelimited' })
        return
      case '404':
        write(response, 404, { ok: false, error: 'used_url' })
        return
      case '500':
        write(response, 500, 'Internal Server Error')
        return
      case 'hang':
        if (socket) hanging.add(socket)
        return
      case 'reset':
        socket?.destroy()
        return
      case 'lost':
        effect()
        socket?.destroy()
        return
      case 'slow':
        await sleep(fault.ms ?? 1000)
        break
      case 'held':
        await fault.until
        break
      case 'garbage':
        write(response, 200, '<html>nothing of use</html>')
        return
      default:
        write(response, 200, { ok: false, error: fault.kind.slice('error:'.length) })
        return
    }
    const { status, body } = effect()
    write(response, status, body)
  }

  const respond = (
    address: ResponseAddress | undefined,
    args: Fields,
    images: readonly string[],
  ): { status: number; body: unknown } => {
    if (!address || world.now() - address.at > RESPONSE_MS)
      return { status: 404, body: { ok: false, error: 'expired_url' } }
    if (address.uses >= RESPONSES) return { status: 404, body: { ok: false, error: 'used_url' } }
    address.uses += 1
    const { team, channel, user, message } = address
    if (truthAt(args, 'delete_original')) {
      if (message) world.remove(message)
      return { status: 200, body: { ok: true } }
    }
    const problems = messageViolations(args)
    if (problems.length > 0) {
      violated('response_url', problems)
      return { status: 200, body: { ok: false, error: 'invalid_blocks' } }
    }
    if (images.length > 0) return { status: 200, body: { ok: false, error: 'invalid_blocks', errors: images } }
    const text = textAt(args, 'text')
    const blocks = args['blocks']
    if (truthAt(args, 'replace_original') && message) {
      world.edit(message, text, blocks)
    } else {
      const shared = textAt(args, 'response_type') === 'in_channel'
      const ephemeralTo = shared ? undefined : user
      world.put(team, channel, { author: world.team(team).botUser, fromBot: true, text, blocks, ephemeralTo })
    }
    return { status: 200, body: { ok: true } }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      violations.push(`this Slack failed: ${error instanceof Error ? error.stack : String(error)}`)
      if (!response.headersSent) write(response, 500, 'this Slack failed')
    })
  })
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', origin).searchParams.get('ticket') ?? ''
    if (!tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (link) => {
      const waiting = new Map<string, (payload: unknown) => void>()
      links.set(link, waiting)
      link.on('message', (data) => {
        const envelope = parseJson(Buffer.isBuffer(data) ? data.toString('utf8') : '')
        const id = textAt(envelope, 'envelope_id')
        waiting.get(id)?.(isFields(envelope) ? envelope['payload'] : undefined)
        waiting.delete(id)
      })
      link.on('close', () => {
        links.delete(link)
        world.changed()
      })
      const info = { app_id: 'A0RUNG' }
      link.send(JSON.stringify({ type: 'hello', num_connections: links.size, connection_info: info, debug_info: {} }))
      world.changed()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`

  const overHttp = async (url: string, payload: Fields, kind: DeliveryKind, options: DeliverOptions) => {
    const isForm = kind !== 'events_api'
    const form =
      kind === 'slash_commands'
        ? Object.fromEntries(Object.entries(payload).map(([k, v]) => [k, String(v)]))
        : undefined
    const body = form
      ? new URLSearchParams(form).toString()
      : isForm
        ? new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
        : JSON.stringify(payload)
    const time = String(Math.floor(world.now() / 1000) + (options.skew ?? 0))
    const digest = createHmac('sha256', options.secret ?? signingSecret)
      .update(`v0:${time}:${body}`)
      .digest('hex')
    const response = await fetch(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        'x-slack-request-timestamp': time,
        'x-slack-signature': `v0=${digest}`,
        ...(options.retryNum !== undefined && {
          'x-slack-retry-num': String(options.retryNum),
          'x-slack-retry-reason': 'http_timeout',
        }),
      },
      signal: AbortSignal.timeout(ACK_MS),
    })
    const text = await response.text()
    return { status: response.status, answer: text === '' ? undefined : (parseJson(text) ?? text) }
  }

  let next = 0
  const overSocket = (payload: Fields, type: DeliveryKind, { retryNum }: DeliverOptions) =>
    new Promise<{ status: number; answer: unknown }>((resolve, reject) => {
      const open = [...links].filter(([link]) => link.readyState === 1)
      const chosen = open[next++ % Math.max(1, open.length)]
      if (!chosen) {
        reject(new Error('no Socket Mode connection is open'))
        return
      }
      const [link, waiting] = chosen
      const timer = setTimeout(() => reject(new Error('not acknowledged')), ACK_MS)
      const id = randomBytes(8).toString('hex')
      waiting.set(id, (answered) => {
        clearTimeout(timer)
        resolve({
          status: 200,
          answer: isFields(answered) && Object.keys(answered).length === 0 ? undefined : answered,
        })
      })
      const retry = retryNum === undefined ? {} : { retry_attempt: retryNum, retry_reason: 'timeout' }
      link.send(JSON.stringify({ envelope_id: id, type, accepts_response_payload: true, payload, ...retry }))
    })

  return {
    world,
    faults,
    origin,
    apiUrl: `${origin}/api/`,
    signingSecret,
    appToken,
    client,
    codes,
    get lifeOfTokens() {
      return lifeOfTokens
    },
    set lifeOfTokens(seconds) {
      lifeOfTokens = seconds
    },
    made,
    violations,
    unexpected,
    reach(url) {
      appUrl = url
    },
    async deliver(kind, payload, options = {}) {
      const from = Date.now()
      try {
        const delivered = await (appUrl === undefined
          ? overSocket(payload, kind, options)
          : overHttp(appUrl, payload, kind, options))
        return { ...delivered, ms: Date.now() - from }
      } catch (error) {
        return { status: undefined, answer: brief(String(error)), ms: Date.now() - from }
      }
    },
    newResponseUrl(request) {
      const id = randomBytes(8).toString('hex')
      addresses.set(id, { ...request, at: world.now(), uses: 0 })
      return `${origin}/respond/${id}`
    },
    links: () => links.size,
    dropLinks({ most = Number.POSITIVE_INFINITY, warn = true } = {}) {
      for (const link of [...links.keys()].slice(0, most)) {
        if (warn) {
          link.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }))
          setTimeout(() => link.close(), 50)
        } else link.terminate()
      }
    },
    async close() {
      for (const link of links.keys()) link.terminate()
      for (const socket of hanging) socket.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function write(response: ServerResponse, status: number, body: unknown): void {
  if (typeof body === 'string') {
    response.writeHead(status, { 'content-type': 'text/plain' })
    response.end(body)
    return
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Milliseconds after which an uploaded file can be shown in a message. */
const FILE_READY_MS = 400

/** The images that Slack cannot show, as it names them: those that it cannot fetch, and files of its own that are not there yet. */
async function imageProblems(blocks: unknown, team: string, world: World): Promise<readonly string[]> {
  const problems: string[] = []
  for (const [index, block] of (Array.isArray(blocks) ? blocks : []).entries()) {
    const url = textAt(block, 'image_url')
    const id = textAt(block, 'slack_file', 'id')
    if (id !== '') {
      const file = world.files.get(id)
      const isReady = file?.completedAt !== undefined && world.now() - file.completedAt >= FILE_READY_MS
      const isImage = file?.content?.subarray(1, 4).toString('latin1') === 'PNG'
      if (!isReady || !isImage || file.team !== team)
        problems.push(`invalid slack file [json-pointer:/blocks/${index}/slack_file]`)
    }
    if (url === '') continue
    const type = await fetch(url).then(
      async (fetched) => (fetched.ok && (await fetched.blob()).size > 0 ? fetched.headers.get('content-type') : ''),
      () => '',
    )
    if (type !== 'image/png') problems.push(`downloading image failed [json-pointer:/blocks/${index}/image_url]`)
  }
  return problems
}
