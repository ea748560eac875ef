import { once } from "node:events";
import type { Redis } from "ioredis";
import { connectFast } from "../../src/adapters/redis/connect.ts";
import { createRedisCustomerIndex } from "../../src/adapters/redis/redis-customer-index.ts";
import { noon } from "../support/given.ts";
import { startTestRedis, type TestRedis } from "../support/redis.ts";
import { describeCustomerIndex } from "./customer-index.contract.ts";

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

describeCustomerIndex("Redis", () => createRedisCustomerIndex(redis));

test("no key names a customer", async () => {
  await createRedisCustomerIndex(redis).add("lucia@example.com", "c1", noon);
  expect((await redis.keys("*")).join()).not.toContain("lucia");
});
