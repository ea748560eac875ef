import { likelyNext } from "../../src/core/next-intent.ts";

const follows = (counts: Record<string, number>) => new Map([["order-status", new Map(Object.entries(counts))]]);

test("anticipates what most often came next", () => {
  expect(likelyNext(follows({ "change-delivery": 6, refund: 5 }), "order-status")).toBe("change-delivery");
});

test("anticipates nothing below five times, below one time in five, or after what nobody has asked", () => {
  expect(likelyNext(follows({ refund: 4 }), "order-status")).toBeNull();
  expect(likelyNext(follows({ refund: 5 }), "order-status")).toBe("refund");
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`topic-${i}`, 1]));
  expect(likelyNext(follows({ ...many, refund: 5 }), "order-status")).toBeNull();
  expect(likelyNext(follows({ ...many, refund: 6 }), "order-status")).toBe("refund");
  expect(likelyNext(new Map(), "order-status")).toBeNull();
});
