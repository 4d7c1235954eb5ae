import { copyLog, lockLog, log, replaceLog, unlockLog } from './event-log.ts'

// Lua that Redis runs: each of these is one command on the wire, and nothing else happens on the server meanwhile. All
// keys of a call share a hash tag. Whatever may fail (a key that holds another type) comes before what must not be half
// done, so a script that fails has changed nothing that counts, and may be run again.

/** The fields of a session's hash, in the order in which scripts take and give them. */
export const SESSION_FIELDS = ['schema', 'id', 'version', 'touchedAt', 'head', 'answers'] as const

const FIELDS = SESSION_FIELDS.map((field) => `'${field}'`).join(', ')

const DAY_MS = 86_400_000

const SESSION = `
local function held(key)
  local fields = redis.call('HMGET', key, ${FIELDS})
  for i = 1, 6 do if fields[i] then return fields end end
  if redis.call('EXISTS', key) == 1 then return fields end
  return nil
end
local function reply(status, fields)
  return {status, fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]}
end
-- Writes the named fields. The index has to outlive every session in it: it gets a day more than this one, so that it
-- need not be touched with every answer. One that was lost is begun anew.
local function write(key, index, role, idle, ...)
  if redis.call('PTTL', index) < tonumber(idle) then
    redis.call('SADD', index, role)
    redis.call('PEXPIRE', index, idle + ${DAY_MS})
  end
  redis.call('HSET', key, ...)
  redis.call('PEXPIRE', key, idle)
end
-- What stands in the way of a change made from a state: nil, or the answer.
local function inTheWay(fields, schema, id, version)
  if not fields then return {'missing'} end
  if fields[1] ~= schema then return reply('odd', fields) end
  if fields[2] ~= id or fields[3] ~= version then return reply('stale', fields) end
  return nil
end
`

/** KEYS session, index. ARGV role, idle, then the six fields. */
const create = `${SESSION}
local fields = held(KEYS[1])
if fields then return reply('exists', fields) end
redis.call('SADD', KEYS[2], ARGV[1])
write(KEYS[1], KEYS[2], ARGV[1], ARGV[2], 'schema', ARGV[3], 'id', ARGV[4], 'version', ARGV[5], 'touchedAt', ARGV[6],
  'head', ARGV[7], 'answers', ARGV[8])
return {'created'}
`

/**
 * KEYS session, index, events. ARGV role, idle, schema, id, version, answers, touchedAt, most characters of answers,
 * characters of an answer, event or nothing, and how long an event is remembered.
 */
const append = `${SESSION}
local fields = held(KEYS[1])
if not fields then return {'missing'} end
local event, keep = ARGV[10], tonumber(ARGV[11])
if event ~= '' and redis.call('ZSCORE', KEYS[3], event) then return reply('repeated', fields) end
local before = inTheWay(fields, ARGV[3], ARGV[4], ARGV[5])
if before then return before end
if not fields[5] or not fields[6] or #fields[6] % tonumber(ARGV[9]) ~= 0 then return reply('odd', fields) end
local answers = fields[6] .. ARGV[6]
if #answers > tonumber(ARGV[8]) then return {'full'} end
fields[3] = string.format('%d', fields[3] + 1)
fields[4] = ARGV[7]
fields[6] = answers
write(KEYS[1], KEYS[2], ARGV[1], ARGV[2], 'version', fields[3], 'touchedAt', fields[4], 'answers', answers)
if event ~= '' then
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', string.format('%.0f', ARGV[7] - keep))
  redis.call('ZADD', KEYS[3], ARGV[7], event)
  redis.call('PEXPIRE', KEYS[3], keep)
end
return reply('done', fields)
`

/** KEYS session, index. ARGV role, idle, id and version of what is replaced, then the six fields. */
const replace = `${SESSION}
local before = inTheWay(held(KEYS[1]), ARGV[5], ARGV[3], ARGV[4])
if before then return before end
write(KEYS[1], KEYS[2], ARGV[1], ARGV[2], 'schema', ARGV[5], 'id', ARGV[6], 'version', ARGV[7], 'touchedAt', ARGV[8],
  'head', ARGV[9], 'answers', ARGV[10])
return {'replaced'}
`

/** KEYS session, index, results. ARGV role, schema, id, version, and where there is a result, its id and text. */
const end = `${SESSION}
local fields = held(KEYS[1])
local before = inTheWay(fields, ARGV[2], ARGV[3], ARGV[4])
if before then return before end
redis.call('SREM', KEYS[2], ARGV[1])
if ARGV[5] ~= '' then redis.call('HSET', KEYS[3], ARGV[5], ARGV[6]) end
redis.call('DEL', KEYS[1])
return reply('done', fields)
`

/** KEYS index. ARGV what begins the sessions' keys. Gives a role and its six fields, or false for what is no hash. */
const list = `
local found = {}
for _, role in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  local key = ARGV[1] .. role
  local kind = redis.call('TYPE', key).ok
  if kind == 'none' then
    redis.call('SREM', KEYS[1], role)
  elseif kind == 'hash' then
    found[#found + 1] = {role, redis.call('HMGET', key, ${FIELDS})}
  else
    found[#found + 1] = {role, false}
  end
end
return found
`

/** KEYS index, asides, results, settings, events. ARGV what begins the sessions' keys. */
const erase = `
for _, role in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', ARGV[1] .. role) end
for _, key in ipairs(redis.call('SMEMBERS', KEYS[2])) do redis.call('DEL', key) end
return redis.call('DEL', unpack(KEYS))
`

/** KEYS results. ARGV a time: results that were finished before it go. Gives how many. The first `finishedAt` of a result is its own. */
const expireResults = `
if redis.call('TYPE', KEYS[1]).ok ~= 'hash' then return 0 end
local gone = 0
local held = redis.call('HGETALL', KEYS[1])
for i = 1, #held, 2 do
  local finished = tonumber(string.match(held[i + 1], '"finishedAt":(%d+)'))
  if finished and finished < tonumber(ARGV[1]) then gone = gone + redis.call('HDEL', KEYS[1], held[i]) end
end
return gone
`

/** KEYS any. ARGV how long it may be kept from now on, unless that is less already. */
const limitLife = `
local left = redis.call('PTTL', KEYS[1])
if left == -1 or left > tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return 0
`

/**
 * KEYS settings. ARGV schema, defaults, change. Gives the text before (or nothing) and the text after; nothing where it holds
 * other fields than the defaults.
 */
const change = `
local before = redis.call('GET', KEYS[1])
local ok, settings = pcall(cjson.decode, before or ARGV[2])
if not ok or type(settings) ~= 'table' or settings.schema ~= tonumber(ARGV[1]) then return {before, false} end
local defaults = cjson.decode(ARGV[2])
for name in pairs(settings) do if defaults[name] == nil then return {before, false} end end
for name, value in pairs(cjson.decode(ARGV[3])) do settings[name] = value end
local after = cjson.encode(settings)
redis.call('SET', KEYS[1], after)
return {before, after}
`

/** KEYS a text. ARGV the text as it is, the next one. Gives 1 where it was so. */
const replaceText = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
`

/** KEYS event. ARGV now, lease in ms, when the lease ends, who claims. Gives an odd text as it is. */
const claimEvent = `
local held = redis.call('GET', KEYS[1])
if held == 'done' then return {'done'} end
if held then
  local lease = string.match(held, '^claimed (%d+) %S+$')
  if not lease then return {'odd', held} end
  if tonumber(lease) > tonumber(ARGV[1]) then return {'busy'} end
end
redis.call('SET', KEYS[1], 'claimed ' .. ARGV[3] .. ' ' .. ARGV[4], 'PX', ARGV[2])
return {'claimed'}
`

/** KEYS event. ARGV who claimed it. */
const releaseEvent = `
local held = redis.call('GET', KEYS[1])
if held and string.match(held, '^claimed %d+ (%S+)$') == ARGV[1] then redis.call('DEL', KEYS[1]) end
`

const THING = `
-- The version of a held text: nil where it is not as it is written here.
local function versionOf(held) return string.match(held, '^([%w_-]+) ') end
`

/** KEYS thing. ARGV 'any', 'none' or 'version', that version, the new version, the value, how long it is kept or 0. */
const writeThing = `${THING}
local held = ARGV[1] ~= 'any' and redis.call('GET', KEYS[1])
if held then
  local version = versionOf(held)
  if not version then return {'odd', held} end
  if ARGV[1] == 'none' or version ~= ARGV[2] then return {'stale'} end
elseif ARGV[1] == 'version' then
  return {'stale'}
end
local text = ARGV[3] .. ' ' .. ARGV[4]
if ARGV[5] == '0' then redis.call('SET', KEYS[1], text) else redis.call('SET', KEYS[1], text, 'PX', ARGV[5]) end
return {'done'}
`

/** KEYS thing. ARGV the version to remove, or nothing for any. */
const removeThing = `${THING}
local held = redis.call('GET', KEYS[1])
if not held or (ARGV[1] ~= '' and versionOf(held) ~= ARGV[1]) then return 0 end
return redis.call('DEL', KEYS[1])
`

/**
 * An entry is kept as its token, its person and its JSON; ids of all entries of a person lie in a set. A person's key begins
 * with the platform, which names the queue that the id waits in.
 */
const DUE = `
local function platformOf(kept) return string.match(kept or '', '^%S+ ([^/%s]+)/') end
local function leave(times, platforms, platform, id)
  local queue = times .. ':' .. platform
  redis.pcall('ZREM', queue, id)
  if redis.call('EXISTS', queue) == 0 then redis.call('SREM', platforms, platform) end
end
local function drop(times, entries, platforms, of, id)
  local kept = redis.call('HGET', entries, id)
  local person, platform = string.match(kept or '', '^%S+ (%S+) '), platformOf(kept)
  redis.call('ZREM', times, id)
  redis.call('HDEL', entries, id)
  if person then redis.call('SREM', of .. person, id) end
  if platform then leave(times, platforms, platform, id) end
end
`

/**
 * KEYS times, entries, platforms, the set of the person, the queue. ARGV id, time, token, person, JSON, what begins the sets
 * of persons, and the token that it must be claimed under or nothing. Gives 1 where that was so.
 */
const schedule = `${DUE}
local kept = redis.call('HGET', KEYS[2], ARGV[1])
if ARGV[7] ~= '' and string.match(kept or '', '^(%S+) ') ~= ARGV[7] then return 0 end
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

/** KEYS times, entries, platforms. ARGV id, token or nothing for any, what begins the sets of persons. Gives 1 where it is settled. */
const settle = `${DUE}
local token = string.match(redis.call('HGET', KEYS[2], ARGV[1]) or '', '^(%S+) ')
if ARGV[2] ~= '' and token ~= ARGV[2] then return 0 end
drop(KEYS[1], KEYS[2], KEYS[3], ARGV[3], ARGV[1])
return 1
`

/** How many entries of the one queue of version 0.1 are moved at a time. */
const MOVED_AT_ONCE = 500

/**
 * KEYS times, entries, platforms, queue. ARGV now, when the lease ends, how many, and what begins the new tokens. Gives how many
 * ids were looked at, and the claimed ones with what is kept under them. Entries that version 0.1 queued, also beside
 * this one, are moved first.
 */
const claimDue = `${DUE}
local looked, claimed = 0, {}
local queued = redis.call('ZRANGE', KEYS[1], 0, ${MOVED_AT_ONCE - 1}, 'WITHSCORES')
for i = 1, #queued, 2 do
  local id = queued[i]
  local kept = redis.call('HGET', KEYS[2], id)
  local platform = platformOf(kept)
  local moved = platform and redis.pcall('ZADD', KEYS[1] .. ':' .. platform, queued[i + 1], id)
  if type(moved) == 'number' then redis.call('SADD', KEYS[3], platform) end
  if kept and not platform then claimed[#claimed + 1] = {id, kept} end
  if not platform or type(moved) == 'number' then
    redis.call('ZREM', KEYS[1], id)
    looked = looked + 1
  end
end
for i, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])) do
  local kept = redis.call('HGET', KEYS[2], id)
  looked = looked + 1
  if kept then
    redis.call('ZADD', KEYS[4], ARGV[2], id)
    local rest = string.match(kept, '^%S+( .*)$')
    if rest then
      kept = ARGV[4] .. '.' .. i .. rest
      redis.call('HSET', KEYS[2], id, kept)
    end
    claimed[#claimed + 1] = {id, kept}
  else
    leave(KEYS[1], KEYS[3], string.sub(KEYS[4], #KEYS[1] + 2), id)
  end
end
return {looked, claimed}
`

/** KEYS times, entries, platforms, the set of a person. ARGV what begins the sets of persons. */
const eraseDue = `${DUE}
for _, id in ipairs(redis.call('SMEMBERS', KEYS[4])) do drop(KEYS[1], KEYS[2], KEYS[3], ARGV[1], id) end
redis.call('DEL', KEYS[4])
`

/** KEYS a key that nothing else uses. Fails wherever a change would. */
const probe = `
redis.call('SET', KEYS[1], '1')
redis.call('DEL', KEYS[1])
`

/** Notes where something was set aside, so that erasing its owner finds it. Nothing is noted without a name. */
const NOTE = `
local function note(asides, key)
  if asides ~= '' then redis.call('SADD', asides, key) end
end
`

/** KEYS those to look at. ARGV the end of new names, where to note them, then the type that each must have. */
const asideTypes = `${NOTE}
local moved = {}
for i, key in ipairs(KEYS) do
  local kind = redis.call('TYPE', key).ok
  if kind ~= 'none' and kind ~= ARGV[i + 2] then
    redis.call('RENAME', key, key .. ARGV[1])
    moved[#moved + 1] = {key, kind, ARGV[i + 2]}
  end
end
for _, each in ipairs(moved) do note(ARGV[2], each[1] .. ARGV[1]) end
return moved
`

/** KEYS session. ARGV new name, where to note it, then the six fields as they were read. */
const asideSession = `${NOTE}
local fields = redis.call('HMGET', KEYS[1], ${FIELDS})
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
for i = 1, 6 do if (fields[i] or '') ~= ARGV[i + 2] then return 0 end end
redis.call('RENAME', KEYS[1], ARGV[1])
note(ARGV[2], ARGV[1])
return 1
`

/** KEYS the new name. ARGV where to note it, then the six fields of a session that is no longer there. */
const asideEnded = `${NOTE}
redis.call('HSET', KEYS[1], 'schema', ARGV[2], 'id', ARGV[3], 'version', ARGV[4], 'touchedAt', ARGV[5],
  'head', ARGV[6], 'answers', ARGV[7])
note(ARGV[1], KEYS[1])
`

/** KEYS a text. ARGV new name, where to note it, the text as it is, the text to keep. */
const asideText = `${NOTE}
if redis.call('GET', KEYS[1]) ~= ARGV[3] then return 0 end
redis.call('RENAME', KEYS[1], ARGV[1])
if ARGV[4] ~= ARGV[3] then redis.call('SET', ARGV[1], ARGV[4]) end
note(ARGV[2], ARGV[1])
return 1
`

/** KEYS a hash. ARGV new name, where to note it, a field, and what it holds. */
const asideField = `${NOTE}
if redis.call('HGET', KEYS[1], ARGV[3]) ~= ARGV[4] then return 0 end
redis.call('SET', ARGV[1], ARGV[4])
redis.call('HDEL', KEYS[1], ARGV[3])
note(ARGV[2], ARGV[1])
return 1
`

export const SCRIPTS = {
  rungCreate: create,
  rungAppend: append,
  rungReplace: replace,
  rungEnd: end,
  rungList: list,
  rungErase: erase,
  rungExpireResults: expireResults,
  rungLimitLife: limitLife,
  rungChange: change,
  rungReplaceText: replaceText,
  rungClaimEvent: claimEvent,
  rungReleaseEvent: releaseEvent,
  rungWriteThing: writeThing,
  rungRemoveThing: removeThing,
  rungLog: log,
  rungLockLog: lockLog,
  rungCopyLog: copyLog,
  rungUnlockLog: unlockLog,
  rungReplaceLog: replaceLog,
  rungSchedule: schedule,
  rungSettle: settle,
  rungClaimDue: claimDue,
  rungEraseDue: eraseDue,
  rungProbe: probe,
  rungAsideTypes: asideTypes,
  rungAsideSession: asideSession,
  rungAsideEnded: asideEnded,
  rungAsideText: asideText,
  rungAsideField: asideField,
} as const

export type ScriptName = keyof typeof SCRIPTS

type Script = (keyCount: number, ...keysAndValues: (string | number)[]) => Promise<unknown>

// How ioredis wants commands that `defineCommand` adds to be typed.
declare module 'ioredis' {
  interface RedisCommander<Context> extends Record<ScriptName, Script> {}
}
