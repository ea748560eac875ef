import { createRedisReactions } from "../../src/adapters/redis/redis-reactions.ts";
import { useTestRedis } from "../support/redis-client.ts";
import { describeReactionStore } from "./reactions.contract.ts";

const redis = useTestRedis();

describeReactionStore("on Redis", async () => {
  await redis().flushall();
  return createRedisReactions(redis());
});

test("a process that was away for longer than changes are kept reads everything anew", async () => {
  await redis().flushall();
  const store = createRedisReactions(redis());
  await store.put([{ conversationId: "c1", replies: [] }], 1);
  const { mark } = await store.changes(null);
  await store.put([{ conversationId: "c2", replies: [] }], 2);
  await store.put([{ conversationId: "c3", replies: [] }], 3);
  await redis().xtrim("relevo:{whisper}:changed", "MAXLEN", 1);
  const next = await store.changes(mark);
  expect(next.whole).toBe(true);
  expect(next.changed.map(({ conversationId }) => conversationId).sort()).toEqual(["c1", "c2", "c3"]);
});
