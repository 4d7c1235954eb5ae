/**
 * An entry is stored as its token, its person and its JSON. A set per person holds the ids of the person's entries. A person's
 * key begins with the platform, which names the queue of the id. `legacy` is the one queue of version 0.1.
 */
const SCHEDULE = `
local function platformOf(entry) return string.match(entry or '', '^%S+ ([^/%s]+)/') end
local function dequeue(legacy, platforms, platform, id)
  local queue = legacy .. ':' .. platform
  redis.pcall('ZREM', queue, id)
  if redis.call('EXISTS', queue) == 0 then redis.call('SREM', platforms, platform) end
end
local function drop(legacy, entries, platforms, personPrefix, id)
  local entry = redis.call('HGET', entries, id)
  local person, platform = string.match(entry or '', '^%S+ (%S+) '), platformOf(entry)
  redis.call('ZREM', legacy, id)
  redis.call('HDEL', entries, id)
  if person then redis.call('SREM', personPrefix .. person, id) end
  if platform then dequeue(legacy, platforms, platform, id) end
end
`

/**
 * KEYS legacy queue, entries, platforms, the person's set, the platform's queue. ARGV id, time, token, person, JSON, the prefix of
 * persons' sets, and the token that the entry must be claimed under or nothing. Returns 1 if it was scheduled.
 */
export const schedule = `${SCHEDULE}
local entry = redis.call('HGET', KEYS[2], ARGV[1])
if ARGV[7] ~= '' and string.match(entry or '', '^(%S+) ') ~= ARGV[7] then return 0 end
-- These fail here, before anything is changed, if a key has another type.
redis.call('SCARD', KEYS[3])
redis.call('SCARD', KEYS[4])
redis.call('ZCARD', KEYS[5])
drop(KEYS[1], KEYS[2], KEYS[3], ARGV[6], ARGV[1])
redis.call('SADD', KEYS[4], ARGV[1])
redis.call('SADD', KEYS[3], string.match(ARGV[4], '^[^/]+'))
redis.call('ZADD', KEYS[5], ARGV[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3] .. ' ' .. ARGV[4] .. ' ' .. ARGV[5])
return 1
`

/**
 * KEYS legacy queue, entries, platforms. ARGV id, the token that the entry must have or nothing, the prefix of persons' sets.
 * Removes the entry and returns 1 if it has that token.
 */
export const settle = `${SCHEDULE}
local token = string.match(redis.call('HGET', KEYS[2], ARGV[1]) or '', '^(%S+) ')
if ARGV[2] ~= '' and token ~= ARGV[2] then return 0 end
drop(KEYS[1], KEYS[2], KEYS[3], ARGV[3], ARGV[1])
return 1
`

/** How many entries of the legacy queue one claim moves. */
const MOVES_PER_CLAIM = 500

/**
 * KEYS legacy queue, entries, platforms, the platform's queue. ARGV now, the end of the lease, how many, and the prefix of the new
 * tokens. Returns how many ids were examined, and the claimed ids with their entries. First moves what version 0.1 has queued,
 * which may still run beside this one.
 */
export const claimDue = `${SCHEDULE}
local examined, claimed = 0, {}
local queued = redis.call('ZRANGE', KEYS[1], 0, ${MOVES_PER_CLAIM - 1}, 'WITHSCORES')
for i = 1, #queued, 2 do
  local id = queued[i]
  local entry = redis.call('HGET', KEYS[2], id)
  local platform = platformOf(entry)
  local moved = platform and redis.pcall('ZADD', KEYS[1] .. ':' .. platform, queued[i + 1], id)
  if type(moved) == 'number' then redis.call('SADD', KEYS[3], platform) end
  if entry and not platform then claimed[#claimed + 1] = {id, entry} end
  if not platform or type(moved) == 'number' then
    redis.call('ZREM', KEYS[1], id)
    examined = examined + 1
  end
end
for i, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])) do
  local entry = redis.call('HGET', KEYS[2], id)
  examined = examined + 1
  if entry then
    redis.call('ZADD', KEYS[4], ARGV[2], id)
    local rest = string.match(entry, '^%S+( .*)$')
    if rest then
      entry = ARGV[4] .. '.' .. i .. rest
      redis.call('HSET', KEYS[2], id, entry)
    end
    claimed[#claimed + 1] = {id, entry}
  else
    dequeue(KEYS[1], KEYS[3], string.sub(KEYS[4], #KEYS[1] + 2), id)
  end
end
return {examined, claimed}
`

/** KEYS legacy queue, entries, platforms, the person's set. ARGV the prefix of persons' sets. */
export const eraseSchedule = `${SCHEDULE}
for _, id in ipairs(redis.call('SMEMBERS', KEYS[4])) do drop(KEYS[1], KEYS[2], KEYS[3], ARGV[1], id) end
redis.call('DEL', KEYS[4])
`
