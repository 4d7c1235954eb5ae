/**
 * Moves what a key holds to a new key of the same hash tag, unless the key holds something else by now.
 * KEYS a key. ARGV its new key, the set that lists it (or nothing), what the key must hold, then by what that is:
 * - `type`: the type that the key should have; it is moved if it has another one.
 * - `text`: the text as it was read, and the text to keep.
 * - `field`: a field of a hash, and its text; the other fields stay.
 * - `hash`: names and texts of fields as they were read ('' for one that is missing).
 * - `removed`: the same, of a hash that has been removed meanwhile.
 * Returns the type that the key had, or false if nothing was moved.
 */
export const quarantine = `
local key, target, index, held = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
local kind = redis.call('TYPE', key).ok
if held == 'type' then
  if kind == 'none' or kind == ARGV[4] then return false end
elseif held == 'text' then
  if redis.call('GET', key) ~= ARGV[4] then return false end
elseif held == 'field' then
  if redis.call('HGET', key, ARGV[4]) ~= ARGV[5] then return false end
elseif held == 'hash' then
  if kind == 'none' then return false end
  for i = 4, #ARGV, 2 do
    if (redis.call('HGET', key, ARGV[i]) or '') ~= ARGV[i + 1] then return false end
  end
end
-- Fails here, before anything is moved, if the index is not a set.
if index ~= '' and index ~= key then redis.call('SCARD', index) end
if held == 'field' then
  redis.call('SET', target, ARGV[5])
  redis.call('HDEL', key, ARGV[4])
elseif held == 'removed' then
  redis.call('HSET', target, unpack(ARGV, 4))
else
  redis.call('RENAME', key, target)
  if held == 'text' and ARGV[5] ~= ARGV[4] then redis.call('SET', target, ARGV[5]) end
end
if index ~= '' then redis.call('SADD', index, target) end
return kind
`
