import { excerpt } from '../../runtime/env.ts'

/** Discord advises one shard for about 1,000 servers (discord.com/developers/docs/events/gateway, Sharding). */
export const MAX_SHARDS = 10_000

/** The shards of this process, of how many. */
interface Shards {
  readonly ids: readonly number[]
  readonly count: number
}

/** Reads DISCORD_SHARDS (`0,1` or `0-3`) and DISCORD_SHARD_COUNT, both digits; undefined if neither is set. Returns a text if they are wrong. */
export function parseShards(shards: string | undefined, count: string | undefined): Shards | string | undefined {
  if (shards === undefined && count === undefined) return undefined
  if (count === undefined) return 'DISCORD_SHARD_COUNT: is not set; DISCORD_SHARDS names some of so many shards'
  const all = Number(count)
  if (all > MAX_SHARDS) return `DISCORD_SHARD_COUNT="${count}": must be at most ${MAX_SHARDS}`
  const ranges = (shards ?? `0-${all - 1}`).split(',').map((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return { first, last }
  })
  // Checked before the ids are listed: a few digits can name very many.
  const size = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (ranges.some(({ first, last }) => first > last || last >= all) || size > all) {
    return `DISCORD_SHARDS="${excerpt(shards ?? '')}": must lie between 0 and ${all - 1}, each named once`
  }
  const ids = ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
  return { ids: [...new Set(ids)], count: all }
}
