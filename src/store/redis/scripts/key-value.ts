const VALUE = `
-- Returns the version of a stored text, or nil if Rung did not write it so.
local function versionOf(text) return string.match(text, '^([%w_-]+) ') end
`

/** KEYS a value. ARGV 'any', 'none' or 'version', that version, the new version, the value, its time to live in ms or 0. */
export const write = `${VALUE}
local held = ARGV[1] ~= 'any' and redis.call('GET', KEYS[1])
if held then
  local version = versionOf(held)
  if not version then return {'unreadable', held} end
  if ARGV[1] == 'none' or version ~= ARGV[2] then return {'stale'} end
elseif ARGV[1] == 'version' then
  return {'stale'}
end
local text = ARGV[3] .. ' ' .. ARGV[4]
if ARGV[5] == '0' then redis.call('SET', KEYS[1], text) else redis.call('SET', KEYS[1], text, 'PX', ARGV[5]) end
return {'done'}
`

/** KEYS a value. ARGV the version to remove, or nothing for any. Returns 1 if it was removed. */
export const remove = `${VALUE}
local held = redis.call('GET', KEYS[1])
if not held or (ARGV[1] ~= '' and versionOf(held) ~= ARGV[1]) then return 0 end
return redis.call('DEL', KEYS[1])
`
