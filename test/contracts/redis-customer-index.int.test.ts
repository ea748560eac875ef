import { createRedisCustomerIndex } from "../../src/adapters/redis/redis-customer-index.ts";
import { noon } from "../support/given.ts";
import { useTestRedis } from "../support/redis-client.ts";
import { describeCustomerIndex } from "./customer-index.contract.ts";

const redis = useTestRedis();

describeCustomerIndex("Redis", () => createRedisCustomerIndex(redis()));

test("no key names a customer", async () => {
  await createRedisCustomerIndex(redis()).add("lucia@example.com", "c1", noon);
  expect((await redis().keys("*")).join()).not.toContain("lucia");
});
