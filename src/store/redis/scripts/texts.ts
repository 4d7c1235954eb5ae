// Scripts over a key that holds one text.

/** KEYS a claim. ARGV now, the lease in ms, the end of the lease, the claimant. Returns an unreadable text as it is. */
export const claim = `
local held = redis.call('GET', KEYS[1])
if held == 'done' then return {'done'} end
if held then
  local lease = string.match(held, '^claimed (%d+) %S+$')
  if not lease then return {'unreadable', held} end
  if tonumber(lease) > tonumber(ARGV[1]) then return {'busy'} end
end
redis.call('SET', KEYS[1], 'claimed ' .. ARGV[3] .. ' ' .. ARGV[4], 'PX', ARGV[2])
return {'claimed'}
`

/** KEYS a value. ARGV 'any', 'none' or 'version', that version, the new version, the value, its time to live in ms or 0. */
export const writeValue = `
local held = ARGV[1] ~= 'any' and redis.call('GET', KEYS[1])
if held then
  local version = string.match(held, '^([%w_-]+) ')
  if not version then return {'unreadable', held} end
  if ARGV[1] == 'none' or version ~= ARGV[2] then return {'stale'} end
elseif ARGV[1] == 'version' then
  return {'stale'}
end
local text = ARGV[3] .. ' ' .. ARGV[4]
if ARGV[5] == '0' then redis.call('SET', KEYS[1], text) else redis.call('SET', KEYS[1], text, 'PX', ARGV[5]) end
return {'done'}
`

/** KEYS a text. ARGV the text it must have, the next text. Returns 1 if it had that and was replaced. */
export const replaceText = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
`

/**
 * KEYS a text, and keys to delete with it. ARGV a Lua pattern, and what it must match or capture in the text. Returns how many keys
 * were deleted.
 */
export const deleteIf = `
local text = redis.call('GET', KEYS[1])
if not text or string.match(text, ARGV[1]) ~= ARGV[2] then return 0 end
return redis.call('DEL', unpack(KEYS))
`

/** KEYS a key that nothing else uses. Fails whenever a change would. */
export const probe = `
redis.call('SET', KEYS[1], '1')
redis.call('DEL', KEYS[1])
`
