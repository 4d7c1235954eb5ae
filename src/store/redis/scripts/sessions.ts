/** The fields of a session's hash, in the order in which scripts take and return them. */
export const SESSION_FIELDS = ['schema', 'id', 'version', 'touchedAt', 'head', 'answers', 'cardTimes'] as const

const FIELDS = SESSION_FIELDS.map((field) => `'${field}'`).join(', ')

const DAY_MS = 86_400_000

const SESSION = `
local function read(key)
  local fields = redis.call('HMGET', key, ${FIELDS})
  for i = 1, ${SESSION_FIELDS.length} do if fields[i] then return fields end end
  if redis.call('EXISTS', key) == 1 then return fields end
  return nil
end
local function reply(status, fields)
  return {status, fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]}
end
-- Writes the named fields. The index must outlive every session in it: it gets a day more than this one, so that it need
-- not be touched with every answer. A lost index is created again.
local function write(key, index, role, idle, ...)
  if redis.call('PTTL', index) < tonumber(idle) then
    redis.call('SADD', index, role)
    redis.call('PEXPIRE', index, idle + ${DAY_MS})
  end
  redis.call('HSET', key, ...)
  redis.call('PEXPIRE', key, idle)
end
-- Returns the reply to a change that cannot be made from the given state, or nil if it can. Schemas up to the given one can be read.
local function conflict(fields, schema, id, version)
  if not fields then return {'missing'} end
  local written = tonumber(fields[1] or '')
  if not written or written < 1 or written > tonumber(schema) then return reply('unreadable', fields) end
  if fields[2] ~= id or fields[3] ~= version then return reply('stale', fields) end
  return nil
end
`

/**
 * KEYS session, index, deliveries. ARGV role, idle, schema, id, version, answers, touchedAt, how many characters all answers may
 * have, how many one has, id of the delivery or nothing, how long that is remembered, the letter of the card or nothing, the most
 * seconds of a card, and how many characters all times may have.
 */
export const append = `${SESSION}
local fields = read(KEYS[1])
if not fields then return {'missing'} end
local delivery, memory = ARGV[10], tonumber(ARGV[11])
if delivery ~= '' and redis.call('ZSCORE', KEYS[3], delivery) then return reply('repeated', fields) end
local reason = conflict(fields, ARGV[3], ARGV[4], ARGV[5])
if reason then return reason end
if not fields[5] or not fields[6] or #fields[6] % tonumber(ARGV[9]) ~= 0 then return reply('unreadable', fields) end
local answers = fields[6] .. ARGV[6]
if #answers > tonumber(ARGV[8]) then return {'full'} end
fields[3] = string.format('%d', fields[3] + 1)
local times, touched = fields[7] or '', tonumber(fields[4])
local seconds = touched and math.floor((ARGV[7] - touched) / 1000) or -1
if ARGV[12] ~= '' and seconds >= 0 and seconds <= tonumber(ARGV[13]) and #times < tonumber(ARGV[14]) then
  times = times .. ARGV[12] .. string.format('%03d', seconds)
end
fields[4] = ARGV[7]
fields[6] = answers
fields[7] = times
write(KEYS[1], KEYS[2], ARGV[1], ARGV[2], 'version', fields[3], 'touchedAt', fields[4], 'answers', answers, 'cardTimes', times)
if delivery ~= '' then
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', string.format('%.0f', ARGV[7] - memory))
  redis.call('ZADD', KEYS[3], ARGV[7], delivery)
  redis.call('PEXPIRE', KEYS[3], memory)
end
return reply('done', fields)
`

/**
 * KEYS session, index. ARGV role, idle, id and version of the session to replace (an empty id: there must be none), the highest
 * schema that can be replaced, then the fields.
 */
export const write = `${SESSION}
local fields, reason = read(KEYS[1]), nil
if ARGV[3] ~= '' then
  reason = conflict(fields, ARGV[5], ARGV[3], ARGV[4])
elseif fields then
  reason = reply('exists', fields)
end
if reason then return reason end
if not fields then redis.call('SADD', KEYS[2], ARGV[1]) end
write(KEYS[1], KEYS[2], ARGV[1], ARGV[2], 'schema', ARGV[6], 'id', ARGV[7], 'version', ARGV[8], 'touchedAt', ARGV[9],
  'head', ARGV[10], 'answers', ARGV[11], 'cardTimes', ARGV[12])
return {'written'}
`

/** KEYS session, index, results. ARGV role, schema, id, version, then the id and text of a result or nothing. */
export const end = `${SESSION}
local fields = read(KEYS[1])
local reason = conflict(fields, ARGV[2], ARGV[3], ARGV[4])
if reason then return reason end
redis.call('SREM', KEYS[2], ARGV[1])
if ARGV[5] ~= '' then redis.call('HSET', KEYS[3], ARGV[5], ARGV[6]) end
redis.call('DEL', KEYS[1])
return reply('done', fields)
`

/** KEYS index. ARGV the prefix of the sessions' keys. Returns each role with its fields, or with false if it is not a hash. */
export const list = `
local sessions = {}
for _, role in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  local key = ARGV[1] .. role
  local kind = redis.call('TYPE', key).ok
  if kind == 'none' then
    redis.call('SREM', KEYS[1], role)
  elseif kind == 'hash' then
    sessions[#sessions + 1] = {role, redis.call('HMGET', key, ${FIELDS})}
  else
    sessions[#sessions + 1] = {role, false}
  end
end
return sessions
`

/** KEYS index, quarantine, results, settings, deliveries. ARGV the prefix of the sessions' keys. */
export const erase = `
for _, role in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', ARGV[1] .. role) end
for _, key in ipairs(redis.call('SMEMBERS', KEYS[2])) do redis.call('DEL', key) end
return redis.call('DEL', unpack(KEYS))
`

/**
 * KEYS results. ARGV a time: removes the results that were finished before it. Returns how many. The first `finishedAt` in a
 * result is its own; later ones may be in a person's text.
 */
export const expireResults = `
if redis.call('TYPE', KEYS[1]).ok ~= 'hash' then return 0 end
local removed = 0
local results = redis.call('HGETALL', KEYS[1])
for i = 1, #results, 2 do
  local finished = tonumber(string.match(results[i + 1], '"finishedAt":(%d+)'))
  if finished and finished < tonumber(ARGV[1]) then removed = removed + redis.call('HDEL', KEYS[1], results[i]) end
end
return removed
`
