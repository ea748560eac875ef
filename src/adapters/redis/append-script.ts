/**
 * Appends at the expected version, to the conversation and to its partition's feed, and keeps the marks, in one step.
 *
 * KEYS: conversation stream, feed, tombstone, then one set per mark to change.
 * ARGV: expected version, new version, events as JSON, conversation id, the append's own id, then "+" or "-" per mark.
 * Entry id = version of the last event in the batch. Answers "ok", "conflict" or "erased".
 */
export const appendScript = `
if redis.call('EXISTS', KEYS[3]) == 1 then return 'erased' end
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
local version = 0
if last[1] then version = tonumber(string.match(last[1][1], '^(%d+)')) end
if version ~= tonumber(ARGV[1]) then return 'conflict' end
redis.call('XADD', KEYS[1], ARGV[2] .. '-0', 'e', ARGV[3])
redis.call('XADD', KEYS[2], '*', 'c', ARGV[4], 'v', ARGV[2], 'n', ARGV[2] - ARGV[1], 'a', ARGV[5])
for i = 4, #KEYS do
  if ARGV[i + 2] == '+' then redis.call('SADD', KEYS[i], ARGV[4]) else redis.call('SREM', KEYS[i], ARGV[4]) end
end
return 'ok'
`;
