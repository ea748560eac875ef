import { createRedisContacts } from "../../src/adapters/redis/redis-contacts.ts";
import { useTestRedis } from "../support/redis-client.ts";
import { noon } from "../support/given.ts";
import { describeContacts } from "./contacts.contract.ts";

const redis = useTestRedis();

describeContacts("Redis", () => createRedisContacts(redis()));

test("no key names a customer, and every one runs out by itself", async () => {
  await createRedisContacts(redis()).begin("lucia@example.com", "c1", noon);
  const keys = await redis().keys("relevo:{contacts}:*");
  expect(keys.join()).not.toContain("lucia");
  for (const key of keys) expect(await redis().pttl(key)).toBeGreaterThan(0);
});
