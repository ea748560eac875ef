import { expectedWait } from "../../src/app/expected-wait.ts";

const minutes = (...list: number[]): number[] => list.map((value) => value * 60_000);

test("four measured waits say nothing yet; five do", () => {
  expect(expectedWait(minutes(1, 2, 3, 4), 1)).toBeNull();
  expect(expectedWait(minutes(1, 2, 3, 4, 5), 1)).not.toBeNull();
});

test("the range holds the middle of what was measured, in whole minutes", () => {
  expect(expectedWait(minutes(2, 3, 4, 5, 9), 1)).toEqual({ low: 3, high: 9, chats: 5 });
});

test("who stands further back is told a longer wait, at both ends", () => {
  const near = expectedWait(minutes(2, 3, 4, 5, 9), 2);
  const far = expectedWait(minutes(2, 3, 4, 5, 9), 40);
  expect(far?.low).toBeGreaterThan(near?.low ?? 0);
  expect(far?.high).toBeGreaterThan(near?.high ?? 0);
});

test("the range is never a single point", () => {
  expect(expectedWait(minutes(0, 0, 0, 0, 0), 1)).toEqual({ low: 0, high: 1, chats: 5 });
});

test("only the last twenty count, and the answer says so", () => {
  const day = Array.from({ length: 30 }, () => 60);
  const evening = Array.from({ length: 20 }, () => 2);
  expect(expectedWait(minutes(...day, ...evening), 1)).toEqual({ low: 2, high: 3, chats: 20 });
});

test("who is still waiting ahead has waited at least so long: the range ends no earlier", () => {
  expect(expectedWait(minutes(2, 3, 4, 5, 9), 3, minutes(4, 14))).toEqual({ low: 4, high: 14, chats: 5 });
  expect(expectedWait(minutes(2, 3, 4, 5, 9), 1, minutes(4))).toEqual({ low: 3, high: 9, chats: 5 });
});

test("where those ahead wait far longer than was ever measured, the wait is not known yet", () => {
  expect(expectedWait([900, 1_100, 1_200, 800, 1_000], 7, [300_000, 600_000])).toBeNull();
});
