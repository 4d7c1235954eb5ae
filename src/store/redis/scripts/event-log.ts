/**
 * KEYS a log. ARGV the position and mark of the entry to continue (empty: from the beginning), how many entries to return at most,
 * the mark of the new entries, then their texts. Returns false and appends nothing if the log does not hold that entry.
 */
export const append = `
local key, after, mark, limit, newMark = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if after ~= '' then
  local entry = redis.call('XRANGE', key, after, after)[1]
  if not entry then return false end
  local text, own
  for i = 1, #entry[2], 2 do
    if entry[2][i] == 'e' then text = entry[2][i + 1] end
    if entry[2][i] == 'm' then own = entry[2][i + 1] end
  end
  if (own or redis.sha1hex(text or '')) ~= mark then return false end
end
for i = 5, #ARGV do redis.call('XADD', key, '*', 'e', ARGV[i], 'm', newMark .. i) end
return redis.call('XRANGE', key, after == '' and '-' or '(' .. after, '+', 'COUNT', limit)
`

/** KEYS the lock of a log, and its copy. ARGV the owner of the lock, and its milliseconds. Returns 1 if the owner has the lock. */
export const lock = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return 1 end
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
redis.call('DEL', KEYS[2])
return 1
`

/**
 * KEYS a log, its lock and its copy. ARGV the owner of the lock, its milliseconds, the last copied position, how many entries to copy,
 * then position, mark and text of each rewritten one. Returns the last position in the copy, which distinguishes a repeated call from
 * a late one.
 */
export const copy = `
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return '' end
local last = redis.call('XREVRANGE', KEYS[3], '+', '-', 'COUNT', 1)[1]
last = last and last[1] or ''
if last ~= ARGV[3] then return last end
local next = {}
for i = 5, #ARGV, 3 do next[ARGV[i]] = {'e', ARGV[i + 2], 'm', ARGV[i + 1]} end
for _, entry in ipairs(redis.call('XRANGE', KEYS[1], last == '' and '-' or '(' .. last, '+', 'COUNT', ARGV[4])) do
  redis.call('XADD', KEYS[3], entry[1], unpack(next[entry[1]] or entry[2]))
  last = entry[1]
end
redis.call('PEXPIRE', KEYS[2], ARGV[2])
redis.call('PEXPIRE', KEYS[3], ARGV[2])
return last
`

/**
 * KEYS a log, its lock and its copy. ARGV the owner of the lock, the last copied position, a mark, then entries to append. Returns
 * `done`, `more` if the log has entries that the copy lacks, or `lost` if the lock or the copy is gone.
 */
export const replace = `
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 'lost' end
if #redis.call('XRANGE', KEYS[1], '(' .. ARGV[2], '+', 'COUNT', 1) > 0 then return 'more' end
local last = redis.call('XREVRANGE', KEYS[3], '+', '-', 'COUNT', 1)[1]
if not last or last[1] ~= ARGV[2] then return 'lost' end
for i = 4, #ARGV do redis.call('XADD', KEYS[3], '*', 'e', ARGV[i], 'm', ARGV[3] .. i) end
redis.call('RENAME', KEYS[3], KEYS[1])
redis.call('PERSIST', KEYS[1])
redis.call('DEL', KEYS[2])
return 'done'
`
