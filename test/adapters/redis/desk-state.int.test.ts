import { connectBlocking, connectFast } from "../../../src/adapters/redis/connect.ts";
import { createRedisDesks } from "../../../src/adapters/redis/redis-desks.ts";
import { createRedisOfferTakers } from "../../../src/adapters/redis/redis-offer-takers.ts";
import { createRedisPresence } from "../../../src/adapters/redis/redis-presence.ts";
import { createRedisSignals } from "../../../src/adapters/redis/redis-signals.ts";
import { eventually } from "../../support/eventually.ts";
import { noon } from "../../support/given.ts";
import { startTestRedis, type TestRedis } from "../../support/redis.ts";

let server: TestRedis;
let redis: ReturnType<typeof connectFast>;
const clock = { at: noon, now: () => clock.at };
beforeAll(async () => {
  server = await startTestRedis();
  redis = connectFast({ path: server.path });
  await new Promise<void>((resolve) => redis.once("ready", () => resolve()));
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});
beforeEach(async () => {
  clock.at = noon;
  await redis.flushall();
});

describe("presence", () => {
  test("is what was said, as long as heartbeats come, and says when it runs out", async () => {
    const presence = createRedisPresence(redis, { expiry: 60_000, clock });
    expect(await presence.of(["a", "b"])).toEqual(["offline", "offline"]);
    expect(await presence.runsOutAt("a")).toBeNull();
    await presence.set("a", "busy");
    await presence.beat("a");
    await presence.beat("b");
    expect(await presence.of(["a", "b"])).toEqual(["busy", "available"]);
    const runsOutAt = await presence.runsOutAt("a");
    expect(runsOutAt).toBeGreaterThan(noon + 50_000);
    expect(runsOutAt).toBeLessThanOrEqual(noon + 60_000);
  });

  test("runs out by itself", async () => {
    const presence = createRedisPresence(redis, { expiry: 30, clock });
    await presence.set("a", "available");
    expect(await eventually(() => presence.of(["a"]), ([state]) => state === "offline")).toEqual(["offline"]);
  });

  test("of a pause is over at its end, and heartbeats neither end nor prolong it", async () => {
    const presence = createRedisPresence(redis, { expiry: 60_000, clock });
    await presence.set("a", "away", noon + 5_000);
    await presence.beat("a");
    clock.at = noon + 4_999;
    expect(await presence.of(["a"])).toEqual(["away"]);
    clock.at = noon + 5_000;
    expect(await presence.of(["a"])).toEqual(["available"]);
  });
});

test("a desk is open from its first sign to its close, one of two is enough, and without signs it is forgotten", async () => {
  const desks = createRedisDesks(redis, { lasts: 60_000, clock });
  await desks.opened("a", "one");
  await desks.opened("a", "two");
  await desks.closed("a", "one");
  expect(await desks.areOpen(["a", "b"])).toEqual([true, false]);
  clock.at = noon + 59_999;
  expect(await desks.areOpen(["a"])).toEqual([true]);
  clock.at = noon + 60_001;
  expect(await desks.areOpen(["a"])).toEqual([false]);
  await desks.opened("a", "two");
  await desks.closed("a", "two");
  expect(await desks.areOpen(["a"])).toEqual([false]);
});

test("an agent looks at one offer at a time, until it is over or runs out", async () => {
  const takers = createRedisOfferTakers(redis);
  await takers.choose("a", true);
  await takers.choose("b", true);
  await takers.choose("b", false);
  expect(await takers.all()).toEqual(["a"]);
  expect(await takers.reserve("a", "t1", 60_000)).toBe(true);
  expect(await takers.reserve("a", "t2", 60_000)).toBe(false);
  await takers.release("a");
  expect(await takers.reserve("a", "t2", 20)).toBe(true);
  expect(await eventually(() => takers.reserve("a", "t3", 60_000), (free) => free)).toBe(true);
});

test("a signal reaches its own process at once and the others over Redis, once each, by its channel", async () => {
  const processes = [1, 2].map(() => createRedisSignals({ redis, subscriber: connectBlocking({ path: server.path }) }));
  const channels = processes.map((one) => ({ talk: one.channel<{ n: number }>("talk"), desk: one.channel<{ n: number }>("desk") }));
  const heard: string[] = [];
  channels.forEach(({ talk, desk }, index) => {
    talk.subscribe(({ n }) => heard.push(`${index} talk ${n}`));
    desk.subscribe(({ n }) => heard.push(`${index} desk ${n}`));
  });
  await Promise.all(processes.map((one) => one.start()));
  channels[0]?.talk.publish({ n: 1 });
  expect(heard).toEqual(["0 talk 1"]);
  channels[1]?.desk.publish({ n: 2 });
  await eventually(() => Promise.resolve(heard), (seen) => seen.length === 4);
  expect([...heard].sort((x, y) => x.localeCompare(y))).toEqual(["0 desk 2", "0 talk 1", "1 desk 2", "1 talk 1"]);
  processes.forEach((one) => one.stop());
});
