import { once } from "node:events";
import type { Redis } from "ioredis";
import { connectBlocking, connectFast } from "../../src/adapters/redis/connect.ts";
import { createRedisFeed, type RunningFeed } from "../../src/adapters/redis/redis-feed.ts";
import { createRedisLog } from "../../src/adapters/redis/redis-log.ts";
import { UnavailableError } from "../../src/core/errors.ts";
import { noon } from "../support/given.ts";
import { startTestRedis, type TestRedis } from "../support/redis.ts";
import { describeEventLog } from "./event-log.contract.ts";

let server: TestRedis;
let redis: Redis;
let feed: RunningFeed | null = null;

beforeAll(async () => {
  server = await startTestRedis();
  redis = connectFast({ path: server.path });
  if (redis.status !== "ready") await once(redis, "ready");
});
afterEach(async () => {
  await feed?.stop();
  feed = null;
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const silent = { info: () => undefined, error: () => undefined };

async function fresh(remembers: boolean) {
  await redis.flushall();
  const log = createRedisLog(redis, (appendId, events) => {
    if (remembers) feed?.remember(appendId, events);
  });
  feed = createRedisFeed({ redis, blocking: connectBlocking({ path: server.path }), log, logger: silent });
  await feed.start();
  return { log, feed };
}

describeEventLog("on Redis, following its own appends", () => fresh(true));
describeEventLog("on Redis, following another process's appends", () => fresh(false));

test("with Redis gone an append fails fast and says that the store does not answer", async () => {
  const { log } = await fresh(true);
  await server.kill();
  await expect(log.append("a", [{ type: "ToneAnalysisChanged", on: true }], 0, noon)).rejects.toThrow(UnavailableError);
  await server.restart();
  if (redis.status !== "ready") await once(redis, "ready");
  await expect(log.append("a", [{ type: "ToneAnalysisChanged", on: true }], 0, noon)).resolves.toHaveLength(1);
});
