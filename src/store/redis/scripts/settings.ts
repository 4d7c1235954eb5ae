/**
 * KEYS settings. ARGV schema, defaults, change. Returns the text before (or nothing) and the text after. Changes nothing and
 * returns no text after if the settings have other fields than the defaults.
 */
export const change = `
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

/** KEYS any key. ARGV the longest time to live that it may have; a shorter one stays. */
export const limitTtl = `
local ttl = redis.call('PTTL', KEYS[1])
if ttl == -1 or ttl > tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return 0
`
