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

/** KEYS a claim. ARGV the claimant. */
export const release = `
local held = redis.call('GET', KEYS[1])
if held and string.match(held, '^claimed %d+ (%S+)$') == ARGV[1] then redis.call('DEL', KEYS[1]) end
`
