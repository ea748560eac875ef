import { once } from "node:events";
import type { Redis } from "ioredis";
import { connectFast } from "../../src/adapters/redis/connect.ts";
import { createRedisContacts } from "../../src/adapters/redis/redis-contacts.ts";
import { startTestRedis, type TestRedis } from "../support/redis.ts";
import { noon } from "../support/given.ts";
import { describeContacts } from "./contacts.contract.ts";

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startTestRedis();
  redis = connectFast({ path: server.path });
  if (redis.status !== "ready") await once(redis, "ready");
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

describeContacts("Redis", () => createRedisContacts(redis));

test("no key names a customer, and every one runs out by itself", async () => {
  await createRedisContacts(redis).begin("lucia@example.com", "c1", noon);
  const keys = await redis.keys("relevo:{contacts}:*");
  expect(keys.join()).not.toContain("lucia");
  for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0);
});
