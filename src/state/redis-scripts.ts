/** The Lua that makes a change of several keys one step in Redis. KEYS[1] is always the index of value keys. */

/**
 * KEYS: index, keys of `when`, keys of `set`. ARGV: how many of each, per condition "=JSON" or "" (nothing there),
 * per write its index entry, JSON ("" deletes) and milliseconds to live ("" for ever).
 */
export const COMMIT = `
local conditions, writes = tonumber(ARGV[1]), tonumber(ARGV[2])
for i = 1, conditions do
  local there, expected = redis.call('GET', KEYS[1 + i]), ARGV[2 + i]
  if expected == '' then
    if there then return 0 end
  elseif there ~= string.sub(expected, 2) then return 0 end
end
for i = 1, writes do
  local key, at = KEYS[1 + conditions + i], 2 + conditions + (i - 1) * 3
  local entry, json, ttl = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  if json == '' then
    redis.call('DEL', key)
    redis.call('ZREM', KEYS[1], entry)
  else
    if ttl == '' then redis.call('SET', key, json) else redis.call('SET', key, json, 'PX', ttl) end
    redis.call('ZADD', KEYS[1], 0, entry)
  end
end
return 1`;

/** KEYS: index, counter. ARGV: window in milliseconds. */
export const COUNT = `
local n = redis.call('INCR', KEYS[2])
if n == 1 then redis.call('PEXPIRE', KEYS[2], ARGV[1]) end
return n`;

/** KEYS: index, value, claim, counter. ARGV: index entry. */
export const DELETE = `
redis.call('ZREM', KEYS[1], ARGV[1])
return redis.call('DEL', KEYS[2], KEYS[3], KEYS[4])`;

/** Reads the index from ARGV[1] on, drops what has expired, and hands each live key and value to `keep`. */
const walk = (keep: string): string => `
local out = {}
local names = redis.call('ZRANGEBYLEX', KEYS[1], '[' .. ARGV[1], '[' .. ARGV[1] .. '\\255')
for _, name in ipairs(names) do
  local value = redis.call('GET', ARGV[2] .. name)
  if value then
    ${keep}
  else redis.call('ZREM', KEYS[1], name) end
end
return out`;

/** KEYS: index. ARGV: prefix, prefix of value keys. Answers names. */
export const KEYS = walk("out[#out + 1] = name");

/** As KEYS, each name followed by its JSON. */
export const ENTRIES = walk("out[#out + 1] = name; out[#out + 1] = value");
