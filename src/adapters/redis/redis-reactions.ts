import type { Redis } from "ioredis";
import type { ReactionStore, SuggestionUse } from "../../app/ports.ts";
import type { RememberedReply } from "../../core/reactions/remembered-reply.ts";
import { asking } from "./connect.ts";

/** One hash tag: what belongs together changes together, on a cluster too. */
const keys = { replies: "relevo:{whisper}:replies", changed: "relevo:{whisper}:changed", followed: "relevo:{whisper}:followed", uses: "relevo:{whisper}:uses", shown: "relevo:{whisper}:shown:" };
/** A suggestion is answered with the message it went into; a ticket that was left as a message may wait that long for one. Seconds. */
const shownFor = 30 * 86_400;
/** Counts what this ticket was not shown before. KEYS: shown of the ticket, uses. ARGV: seconds to keep, templates. */
const showOnce = `
for i = 2, #ARGV do
  if redis.call('SADD', KEYS[1], ARGV[i]) == 1 then redis.call('HINCRBY', KEYS[2], 'shown ' .. ARGV[i], 1) end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 1`;
/** Changes kept for other processes, which look every half minute; one that was away longer reads everything anew. */
const changesKept = 50_000;
/** Fields read at once, so that no read holds the server for long. */
const readAtOnce = 500;
/** Stands for every conversation. */
const everything = "*";

/** What the whisper remembers, in a hash with a field per conversation; a stream tells other processes which fields changed. */
export function createRedisReactions(redis: Redis): ReactionStore {
  const changed = (conversationId: string): [string, ...(string | number)[]] => ["xadd", keys.changed, "MAXLEN", "~", changesKept, "*", "c", conversationId];

  const read = async (conversationIds: string[]): Promise<{ conversationId: string; replies: RememberedReply[] | null }[]> => {
    const found: { conversationId: string; replies: RememberedReply[] | null }[] = [];
    for (let from = 0; from < conversationIds.length; from += readAtOnce) {
      const asked = conversationIds.slice(from, from + readAtOnce);
      const texts = await asking("whisper", redis.hmget(keys.replies, ...asked));
      asked.forEach((conversationId, i) => found.push({ conversationId, replies: parsed(texts[i] ?? null) }));
    }
    return found;
  };

  return {
    async put(entries, followedTo) {
      const transaction = redis.multi();
      for (const { conversationId, replies } of entries) {
        transaction.hset(keys.replies, conversationId, JSON.stringify(replies));
        transaction.call(...changed(conversationId));
      }
      transaction.set(keys.followed, followedTo);
      await asking("whisper", transaction.exec());
    },
    of: async (conversationId) => parsed(await asking("whisper", redis.hget(keys.replies, conversationId))) ?? [],
    async forget(conversationId) {
      // The notice carries the id alone, as the conversation's tombstone does.
      await asking("whisper", redis.multi().hdel(keys.replies, conversationId).call(...changed(conversationId)).exec());
    },
    async clear() {
      await asking("whisper", redis.multi().del(keys.replies, keys.followed).call(...changed(everything)).exec());
    },
    async followedTo() {
      return Number((await asking("whisper", redis.get(keys.followed))) ?? 0);
    },
    async changes(since) {
      const [oldest] = await asking("whisper", redis.xrange(keys.changed, "-", "+", "COUNT", 1));
      const missed = since !== null && oldest !== undefined && isBefore(since, oldest[0]) && since !== "0-0";
      const entries = since === null || missed ? [] : await asking("whisper", redis.xrange(keys.changed, `(${since}`, "+"));
      const named = [...new Set(entries.map(([, fields]) => fields[1] ?? ""))];
      const [newest] = await asking("whisper", redis.xrevrange(keys.changed, "+", "-", "COUNT", 1));
      const mark = entries.at(-1)?.[0] ?? (since === null || missed ? newest?.[0] : since) ?? "0-0";
      const whole = since === null || missed || named.includes(everything);
      return { mark, whole, changed: await read(whole ? await asking("whisper", redis.hkeys(keys.replies)) : named) };
    },
    async show(ticketId, templates) {
      if (templates.length > 0) await asking("whisper", redis.eval(showOnce, 2, keys.shown + ticketId, keys.uses, shownFor, ...templates));
    },
    wasShown: async (ticketId, template) => (await asking("whisper", redis.sismember(keys.shown + ticketId, template))) === 1,
    async count(template, what) {
      await asking("whisper", redis.hincrby(keys.uses, `${what} ${template}`, 1));
    },
    async counts() {
      const counts: Record<string, Partial<Record<SuggestionUse, number>>> = {};
      for (const [field, n] of Object.entries(await asking("whisper", redis.hgetall(keys.uses)))) {
        const at = field.indexOf(" ");
        const template = field.slice(at + 1);
        counts[template] = { ...counts[template], [field.slice(0, at)]: Number(n) };
      }
      return counts;
    },
  };
}

const parsed = (text: string | null): RememberedReply[] | null => (text === null ? null : (JSON.parse(text) as RememberedReply[]));

/** Stream ids are "milliseconds-number". */
function isBefore(one: string, other: string): boolean {
  const [a = 0, b = 0] = one.split("-").map(Number);
  const [c = 0, d = 0] = other.split("-").map(Number);
  return a < c || (a === c && b < d);
}
