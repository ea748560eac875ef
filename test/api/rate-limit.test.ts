import { createRateLimit } from "../../src/api/rate-limit.ts";
import { noon } from "../support/given.ts";

test("a key is let through as often as allowed, then told how long to wait, and let through again after its minute", () => {
  let at = noon;
  const limit = createRateLimit({ perMinute: 2, now: () => at });
  expect([limit.take("a"), limit.take("a")]).toEqual([0, 0]);
  at += 20_000;
  expect(limit.take("a")).toBe(40);
  expect(limit.wait("a")).toBe(40);
  at += 40_000;
  expect([limit.wait("a"), limit.take("a")]).toEqual([0, 0]);
});

test("one key's limit is not another's", () => {
  const limit = createRateLimit({ perMinute: 1, now: () => noon });
  expect([limit.take("a"), limit.take("a") > 0, limit.take("b")]).toEqual([0, true, 0]);
});
