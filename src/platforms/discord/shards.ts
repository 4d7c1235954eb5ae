import { ConfigError, excerpt } from '../../runtime/env.ts'

/** Discord advises one shard for about 1,000 servers (discord.com/developers/docs/events/gateway, Sharding). */
export const MAX_SHARDS = 10_000

/** The shards of this process, and the number of all shards. */
export interface Shards {
  readonly ids: readonly number[]
  readonly count: number
}

/** Parses DISCORD_SHARDS (`0,1` or `0-3`) and DISCORD_SHARD_COUNT; undefined if neither is set. Throws a ConfigError. */
export function parseShards(shards: string | undefined, count: string | undefined): Shards | undefined {
  if (shards === undefined && count === undefined) return undefined
  if (count === undefined) {
    throw new ConfigError(['DISCORD_SHARD_COUNT: is not set; DISCORD_SHARDS needs the number of all shards'])
  }
  const total = Number(count)
  if (total > MAX_SHARDS) throw new ConfigError([`DISCORD_SHARD_COUNT="${count}": must be at most ${MAX_SHARDS}`])
  const ranges = (shards ?? `0-${total - 1}`).split(',').map((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return { first, last }
  })
  // Checked before the ids are listed: a short range can name a huge number of them.
  const size = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (ranges.some(({ first, last }) => first > last || last >= total) || size > total) {
    throw new ConfigError([
      `DISCORD_SHARDS="${excerpt(shards ?? '')}": must lie between 0 and ${total - 1}, each named once`,
    ])
  }
  const ids = ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
  return { ids: [...new Set(ids)], count: total }
}
