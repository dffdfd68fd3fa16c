/** The Lua that makes a change of several keys one step in Redis. Every key of a call is in one slot. */

/**
 * Whatever stands under a name, whoever put it there, is that name's own and fails nothing else: what is no text reads as
 * this JSON, of no row's shape, and gives way to whatever is written; a list of names that is none is begun anew (the
 * sweep fills it).
 */
const ODD = `
local ODD = '"WRONGTYPE"'
local function text(key)
  local there = redis.pcall('GET', key)
  if type(there) == 'table' and there.err then return ODD end
  return there
end
local function sorted(key)
  local kind = redis.call('TYPE', key).ok
  return kind == 'zset' or kind == 'none'
end`;

/** KEYS: values. Answers the JSON of each that is there. */
export const TEXT = `${ODD}
local out = {}
for _, key in ipairs(KEYS) do
  local value = text(key)
  if value then out[#out + 1] = value end
end
return out`;

/**
 * Changes, one after the other, each whole or not at all. KEYS, of each: keys and expiring keys of the partition, keys of
 * \`when\`, keys of \`set\`. ARGV, of each: how many of these two, per condition "=JSON", "#SHA1" of the JSON or ""
 * (nothing there), per write its name in the list ("" when it is not listed), JSON ("" deletes) and milliseconds to live
 * ("" for ever). Answers 1 or 0 for each.
 */
export const COMMIT = `${ODD}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function holds(key, arg, n)
  for i = 1, n do
    local there, expected = text(KEYS[key + i]), ARGV[arg + i]
    if expected == '' then
      if there and there ~= ODD then return false end
    elseif string.sub(expected, 1, 1) == '#' then
      if not there or redis.sha1hex(there) ~= string.sub(expected, 2) then return false end
    elseif there ~= string.sub(expected, 2) then return false end
  end
  return true
end
local function write(names, expiring, key, name, json, ttl)
  if json == '' then redis.call('DEL', key)
  elseif ttl == '' then redis.call('SET', key, json)
  else redis.call('SET', key, json, 'PX', ttl) end
  if name == '' then return end
  if json == '' then redis.call('ZREM', names, name) else redis.call('ZADD', names, 0, name) end
  if json == '' or ttl == '' then redis.call('ZREM', expiring, name)
  else redis.call('ZADD', expiring, now + ttl, name) end
end
local out, key, arg = {}, 0, 0
while arg < #ARGV do
  local names, expiring = KEYS[key + 1], KEYS[key + 2]
  local conditions, writes = tonumber(ARGV[arg + 1]), tonumber(ARGV[arg + 2])
  key, arg = key + 2, arg + 2
  local happens = holds(key, arg, conditions)
  key, arg = key + conditions, arg + conditions
  if happens then
    for _, set in ipairs({names, expiring}) do
      if not sorted(set) then redis.call('DEL', set) end
    end
    -- Drops a few of the keys that have expired from the lists of the partition, so that they stay short.
    for _, name in ipairs(redis.call('ZRANGEBYSCORE', expiring, '-inf', now, 'LIMIT', 0, 20)) do
      redis.call('ZREM', names, name)
      redis.call('ZREM', expiring, name)
    end
    for i = 1, writes do
      local at = arg + (i - 1) * 3
      write(names, expiring, KEYS[key + i], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3])
    end
  end
  key, arg = key + writes, arg + writes * 3
  out[#out + 1] = happens and 1 or 0
end
return out`;

/** KEYS: counter. ARGV: window in milliseconds. */
export const COUNT = `
local n = redis.pcall('INCR', KEYS[1])
if type(n) == 'table' then
  redis.call('DEL', KEYS[1])
  n = redis.call('INCR', KEYS[1])
end
if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return n`;

/**
 * KEYS: keys of a partition. ARGV: prefix, prefix of values, the last name that was looked at before ("" at first), how many
 * to look at, 1 to begin at the end. Answers the last name that was looked at ("" when there are no more), then names, each
 * followed by its JSON.
 */
export const LIST = `${ODD}
local out = {''}
if not sorted(KEYS[1]) then return out end
local low = ARGV[3] == '' and '[' .. ARGV[1] or '(' .. ARGV[3]
local high = '[' .. ARGV[1] .. '\\255'
local names = ARGV[5] == '1' and redis.call('ZREVRANGEBYLEX', KEYS[1], high, low, 'LIMIT', 0, ARGV[4])
  or redis.call('ZRANGEBYLEX', KEYS[1], low, high, 'LIMIT', 0, ARGV[4])
if #names == tonumber(ARGV[4]) then out[1] = names[#names] end
for _, name in ipairs(names) do
  local value = text(ARGV[2] .. name)
  if value then out[#out + 1] = name; out[#out + 1] = value end
end
return out`;

/**
 * KEYS: keys of a partition. ARGV: scope, 1 when it is a whole workspace, the last key that was looked at before ("" at
 * first), how many to look at, prefix of values. Answers the last key that was looked at ("" when there are no more),
 * then those that live. Goes from room to room, so that its time grows with what it finds.
 */
export const SCOPE = `${ODD}
local out, last, left = {''}, ARGV[3], tonumber(ARGV[4])
if not sorted(KEYS[1]) then return out end
local from = last == '' and '-' or '(' .. last
while left > 0 do
  local first = redis.call('ZRANGEBYLEX', KEYS[1], from, '+', 'LIMIT', 0, 1)[1]
  if not first then return out end
  local room = string.match(first, '^[^:]*')
  local name = room .. ':' .. ARGV[1]
  local ranges = ARGV[2] == '1' and {{name, name .. '\\255'}} or {{name, name}, {name .. ':', name .. ':\\255'}}
  for _, range in ipairs(ranges) do
    local low = last >= range[1] and '(' .. last or '[' .. range[1]
    if left > 0 and last < range[2] then
      for _, key in ipairs(redis.call('ZRANGEBYLEX', KEYS[1], low, '[' .. range[2], 'LIMIT', 0, left)) do
        if redis.call('EXISTS', ARGV[5] .. key) == 1 then out[#out + 1] = key end
        last, left = key, left - 1
      end
    end
  end
  from = '[' .. room .. ';'
end
out[1] = last
return out`;

/**
 * KEYS: buckets of indexes. ARGV: above, up to, how many of each bucket. Answers the earliest number beyond ("" when
 * there is none), then names, each followed by its number.
 */
export const DUE = `
local out, next = {''}, nil
for _, bucket in ipairs(KEYS) do
  for _, part in ipairs(redis.call('ZRANGEBYSCORE', bucket, '(' .. ARGV[1], ARGV[2], 'WITHSCORES', 'LIMIT', 0, ARGV[3])) do
    out[#out + 1] = part
  end
  local later = redis.call('ZRANGEBYSCORE', bucket, '(' .. ARGV[2], '+inf', 'WITHSCORES', 'LIMIT', 0, 1)[2]
  if later and (not next or tonumber(later) < tonumber(next)) then next = later end
end
if next then out[1] = next end
return out`;

/** KEYS: bucket of an index. ARGV: name, the number it must have, the number it gets ("" takes it out). */
export const MOVE = `
local there = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not there or tonumber(there) ~= tonumber(ARGV[2]) then return 0 end
if ARGV[3] == '' then redis.call('ZREM', KEYS[1], ARGV[1]) else redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1]) end
return 1`;
