import { createServer, type Server } from 'node:http'
import { Pool } from 'undici'
import { translator } from '../../src/i18n/index.ts'
import { type Load, quantile } from './measure.ts'
import { signed } from './sign.ts'

// Simulates people in an assessment: each presses an answer, waits for the card with the next question, and presses again. The buttons
// are read from the card, as Slack's client does.

export interface Sitting {
  /** Base of this Slack's Web API. */
  readonly apiUrl: string
  /** Lets a number of people answer for `ms` milliseconds; resolves with the load they made. */
  answer(url: string, people: number, ms: number): Promise<Load>
  /** Like `answer`, for an app that answers every press with one word. */
  answerAnything(url: string, people: number, ms: number): Promise<Load>
  /** Returns one press of the same kind, for an app that only acknowledges it. */
  readonly body: () => string
  close(): Promise<void>
}

interface Press {
  readonly value: string
  readonly actionId: string
}

interface Card {
  readonly buttons: ReadonlyMap<string, Press>
}

interface Person {
  readonly id: string
  card: Card | undefined
  arrived: ((card: Card) => void) | undefined
}

/** Chosen at random for each press: equal answers would make the engine's caches hit more than real ones do. */
const CHOICES = ['2 · Awareness', '3 · Working', '3 · Working', '4 · Advanced', '4 · Advanced', '5 · Expert']

// The labels of the buttons, as the bot shows them.
const t = translator('en')
const START = [t('assess.start.guided'), t('assess.action.resume')]
/** Up to the count of questions in the label. */
const MORE = t('assess.refine', { left: 1 }).replace(/ \(.*$/u, '')
const END = t('assess.finish')

const LATE_MS = 10_000

export async function openSitting(): Promise<Sitting> {
  const people = new Map<string, Person>()
  let presses = 0
  let base = ''

  const arrive = (id: string, blocks: unknown): void => {
    const person = people.get(id)
    const card = cardOf(blocks)
    // The picture of a result is a message of its own below it.
    const isPicture = listOf(blocks).length > 0 && listOf(blocks).every((block) => field(block, 'type') === 'image')
    if (!person || isPicture) return
    if (card.buttons.size > 0) person.card = card
    person.arrived?.(card)
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const text = Buffer.concat(chunks).toString()
      response.setHeader('content-type', 'application/json')
      if (path.startsWith('/respond/')) {
        response.end('{"ok":true}')
        arrive(path.slice('/respond/'.length), field(JSON.parse(text), 'blocks'))
        return
      }
      if (path.startsWith('/upload/')) {
        response.end('OK')
        return
      }
      const form = new URLSearchParams(text)
      const channel = form.get('channel') ?? `D${form.get('users') ?? ''}`
      response.end(JSON.stringify(answerTo(path, channel, `${base}/upload/F1`)))
      if (path === '/api/chat.postMessage' || path === '/api/chat.update') {
        arrive(channel.slice(1), JSON.parse(form.get('blocks') ?? '[]'))
      }
    })
  })
  await listen(server)
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  const pressBody = (id: string, { value, actionId }: Press): string => {
    presses += 1
    const payload = {
      type: 'block_actions',
      user: { id, username: id, name: id, team_id: 'T1' },
      api_app_id: 'A1',
      token: 'x',
      container: { type: 'message', message_ts: '1.1', channel_id: `D${id}`, is_ephemeral: false },
      trigger_id: `${presses}.${id}`,
      team: { id: 'T1', domain: 'bench' },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: `D${id}`, name: 'directmessage' },
      state: { values: {} },
      response_url: `${base}/respond/${id}`,
      actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1.1' }],
    }
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  }

  const post = async (pool: Pool, text: string): Promise<unknown> => {
    const { statusCode, body } = await pool.request({
      path: '/slack/events',
      method: 'POST',
      headers: signed(text),
      body: text,
    })
    const answer = await body.text()
    if (statusCode !== 200) throw new Error(`answered with ${statusCode}`)
    return answer === '' ? undefined : JSON.parse(answer)
  }

  /** Presses a button and waits for the next card. */
  const press = async (pool: Pool, person: Person, what: Press): Promise<Card> => {
    let late: NodeJS.Timeout | undefined
    const arrived = new Promise<Card>((resolve, reject) => {
      person.arrived = resolve
      late = setTimeout(() => reject(new Error('no card has arrived')), LATE_MS)
    })
    await post(pool, pressBody(person.id, what))
    const card = await arrived
    clearTimeout(late)
    return card
  }

  const begin = async (pool: Pool, person: Person): Promise<Card> => {
    const command = new URLSearchParams({
      command: '/assess',
      text: 'ml-engineer',
      team_id: 'T1',
      channel_id: 'C1',
      user_id: person.id,
      trigger_id: `${person.id}.${Date.now()}`,
      response_url: `${base}/respond/${person.id}`,
      api_app_id: 'A1',
    })
    const intro = cardOf(field(await post(pool, command.toString()), 'blocks'))
    return press(pool, person, named(intro, START))
  }

  const sit = async (pool: Pool, person: Person, until: number, times: number[]): Promise<void> => {
    while (performance.now() < until) {
      const card = person.card ?? (await begin(pool, person))
      const choice = card.buttons.get(CHOICES[Math.floor(Math.random() * CHOICES.length)] ?? '')
      if (!choice) {
        const more = [...card.buttons].find(([label]) => label.startsWith(MORE))
        const end = more?.[1] ?? card.buttons.get(END)
        person.card = undefined
        if (end) await press(pool, person, end)
        if (!more) person.card = undefined
        continue
      }
      const at = performance.now()
      await press(pool, person, choice)
      times.push(performance.now() - at)
    }
  }

  const all = async (url: string, count: number, ms: number, each: typeof sit): Promise<Load> => {
    const pool = new Pool(url, { connections: count, pipelining: 1 })
    const sitters = Array.from({ length: count }, (_, n) => {
      const person = people.get(`U${n}`) ?? { id: `U${n}`, card: undefined, arrived: undefined }
      people.set(person.id, person)
      return person
    })
    const times: number[] = []
    await Promise.all(sitters.map((person) => each(pool, person, performance.now() + ms, times)))
    await pool.close()
    // What lies between two answers, an assessment begun or ended, is none of them.
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length
    return { rate: (count / mean) * 1000, median: quantile(times, 0.5), p99: quantile(times, 0.99) }
  }

  return {
    apiUrl: `${base}/api/`,
    body: () => pressBody('U0', { value: '1a:x', actionId: 'press:0' }),
    answer: (url, count, ms) => all(url, count, ms, sit),
    answerAnything: (url, count, ms) =>
      all(url, count, ms, async (pool, person, until, times) => {
        while (performance.now() < until) {
          const at = performance.now()
          await press(pool, person, { value: '1a:x', actionId: 'press:0' })
          times.push(performance.now() - at)
        }
      }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answerTo(path: string, channel: string, uploadUrl: string): object {
  switch (path) {
    case '/api/auth.test':
      return { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'B1', team: 'Bench', user: 'rung' }
    case '/api/users.info':
      return { ok: true, user: { id: 'U1', locale: 'en-US' } }
    case '/api/conversations.open':
      return { ok: true, channel: { id: channel } }
    case '/api/files.getUploadURLExternal':
      return { ok: true, upload_url: uploadUrl, file_id: 'F1' }
    default:
      return { ok: true, channel, ts: '1.1' }
  }
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}

function named(card: Card, labels: readonly string[]): Press {
  const press = labels.map((label) => card.buttons.get(label)).find((each) => each !== undefined)
  if (press) return press
  throw new Error(`nothing to press reads ${labels.join(' or ')}: ${[...card.buttons.keys()].join(' | ')}`)
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

function cardOf(blocks: unknown): Card {
  const elements = listOf(blocks).flatMap((block) => listOf(field(block, 'elements')))
  return {
    buttons: new Map(
      elements
        .filter((element) => field(element, 'type') === 'button')
        .map((element) => [
          String(field(field(element, 'text'), 'text')),
          { value: String(field(element, 'value')), actionId: String(field(element, 'action_id')) },
        ]),
    ),
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
