/** REDIS_URL cannot be used. The message says what is accepted, and quotes nothing of the URL: that may be a password. */
export class RedisUrlError extends Error {
  override readonly name = 'RedisUrlError'
}

export interface Address {
  readonly host: string
  readonly port: number
}

interface Access {
  readonly tls: boolean
  readonly username: string | null
  readonly password: string | null
}

/** The servers and access that REDIS_URL describes. */
export type RedisTarget = Access &
  (
    | { readonly kind: 'single'; readonly address: Address; readonly db: number }
    | { readonly kind: 'cluster'; readonly nodes: readonly Address[] }
    | {
        readonly kind: 'sentinel'
        readonly sentinels: readonly Address[]
        /** The master's name in the sentinels' configuration. */
        readonly master: string
        readonly db: number
        readonly sentinelUsername: string | null
        readonly sentinelPassword: string | null
      }
  )

const ACCEPTED = [
  'redis://[user:password@]host[:port][/db], or rediss:// for TLS',
  'several of those with commas between them for a cluster (no db)',
  'redis+sentinel://[user:password@]host[:port],host[:port]/master[?db=0&sentinelPassword=…] for Sentinel',
].join('; ')

const REDIS_PORT = 6379
const SENTINEL_PORT = 26_379

/** Parses REDIS_URL. Throws a RedisUrlError. */
export function parseRedisUrl(text: string): RedisTarget {
  const url = text.trim()
  if (/^rediss?\+sentinel:\/\//iu.test(url)) return parseSentinel(url)
  const parts = url
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const nodes = parts.map(parseNode)
  const [first, ...others] = nodes
  if (!first) throw refused('it is empty')
  if (others.length === 0) {
    const { address, tls, username, password, db } = first
    return { kind: 'single', address, tls, username, password, db: db ?? 0 }
  }
  return clusterOf(nodes, first)
}

/** Names a target for logs: hosts and ports, never a user or password. */
export function describeTarget(target: RedisTarget): string {
  switch (target.kind) {
    case 'single':
      return `Redis at ${nameAddress(target.address)}${target.db === 0 ? '' : `, database ${target.db}`}`
    case 'cluster':
      return `Redis Cluster at ${target.nodes.map(nameAddress).join(', ')}`
    case 'sentinel':
      return `Redis by Sentinel at ${target.sentinels.map(nameAddress).join(', ')}`
  }
}

function nameAddress({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

type Node = Access & { readonly address: Address; readonly db: number | null }

function parseNode(text: string): Node {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url) throw refused('it is not a URL (/, @, # and , in a password must be written %2F, %40, %23 and %2C)')
  const { protocol, hostname, port, pathname, search, hash } = url
  if (protocol !== 'redis:' && protocol !== 'rediss:') throw refused('it does not begin with redis:// or rediss://')
  if (hostname === '') throw refused('it names no host')
  if (hash !== '') throw refused('it has a # (which must be written %23 in a password)')
  for (const name of url.searchParams.keys()) {
    if (name !== 'db') throw refused('it has a parameter other than db')
  }
  const dbs = [pathname.replace(/^\//u, ''), new URLSearchParams(search).get('db') ?? ''].filter((db) => db !== '')
  if (dbs.length > 1) throw refused('it names the database twice')
  return {
    tls: protocol === 'rediss:',
    username: decoded(url.username),
    password: decoded(url.password),
    address: { host: withoutBrackets(hostname), port: port === '' ? REDIS_PORT : Number(port) },
    db: dbs[0] === undefined ? null : parseDb(dbs[0]),
  }
}

function clusterOf(nodes: readonly Node[], first: Node): RedisTarget {
  if (nodes.some(({ tls }) => tls !== first.tls)) throw refused('its nodes must be all redis:// or all rediss://')
  if (nodes.some(({ db }) => db !== null && db !== 0)) throw refused('a cluster has no databases but 0')
  const access = nodes.find(({ username, password }) => username !== null || password !== null) ?? first
  const { username, password, tls } = access
  const others = nodes.filter((node) => node.username !== null || node.password !== null)
  if (others.some((node) => node.username !== username || node.password !== password)) {
    throw refused('all nodes of a cluster take the same user and password')
  }
  return { kind: 'cluster', nodes: nodes.map(({ address }) => address), tls, username, password }
}

const SENTINEL = /^(rediss?)\+sentinel:\/\/(?:([^@/?#]*)@)?([^@/?#]+)\/([^/?#]+)\/?(?:\?([^#]*))?$/iu

function parseSentinel(text: string): RedisTarget {
  const [, scheme = '', login, hosts = '', master = '', search = ''] = SENTINEL.exec(text) ?? []
  if (hosts === '') throw refused('it names no sentinels or no master (/, @ and # in a password must be encoded)')
  const [username = '', ...password] = (login ?? '').split(':')
  const parameters = new URLSearchParams(search)
  for (const name of parameters.keys()) {
    if (!['db', 'sentinelUsername', 'sentinelPassword'].includes(name)) throw refused('it has an unknown parameter')
  }
  return {
    kind: 'sentinel',
    sentinels: hosts.split(',').map(parseSentinelAddress),
    master: decoded(master) ?? '',
    tls: scheme.toLowerCase() === 'rediss',
    username: decoded(username),
    password: decoded(password.join(':')),
    db: parseDb(parameters.get('db') ?? '0'),
    sentinelUsername: parameters.get('sentinelUsername'),
    sentinelPassword: parameters.get('sentinelPassword'),
  }
}

function parseSentinelAddress(text: string): Address {
  const url = URL.canParse(`redis://${text.trim()}`) ? new URL(`redis://${text.trim()}`) : null
  if (!url || url.hostname === '') throw refused('it names a sentinel that is not host[:port]')
  return { host: withoutBrackets(url.hostname), port: url.port === '' ? SENTINEL_PORT : Number(url.port) }
}

/** Removes the brackets that a URL needs around an IPv6 address. */
function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/u, '$1')
}

function parseDb(text: string): number {
  if (!/^\d{1,5}$/u.test(text)) throw refused('its database is not a number')
  return Number(text)
}

function decoded(text: string): string | null {
  try {
    return text === '' ? null : decodeURIComponent(text)
  } catch {
    throw refused('its user or password has a % that does not start a code (a plain % is written %25)')
  }
}

function refused(reason: string): RedisUrlError {
  return new RedisUrlError(`REDIS_URL cannot be used: ${reason}. It takes ${ACCEPTED}`)
}
