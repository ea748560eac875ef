import { createMemoryLog } from "../../src/adapters/memory/memory-log.ts";
import { createConversations } from "../../src/app/conversations.ts";
import type { Event } from "../../src/core/events.ts";
import { noon } from "../support/given.ts";

const clock = { now: () => noon };
const tone = (on: boolean): Event => ({ type: "ToneAnalysisChanged", on });

/** Two processes over one log. */
function twoProcesses() {
  const { log } = createMemoryLog();
  return { log, one: createConversations({ log, clock }), two: createConversations({ log, clock }) };
}

test("what was decided on a stale state is decided again on the newer one", async () => {
  const { one, two } = twoProcesses();
  await one.change("a", () => ({ events: [tone(false)], result: null }));
  await two.change("a", () => ({ events: [tone(true)], result: null }));
  const seen: boolean[] = [];
  await one.change("a", ({ toneAnalysis }) => {
    seen.push(toneAnalysis);
    return { events: [tone(!toneAnalysis)], result: null };
  });
  expect(seen).toEqual([false, true]);
});

test("an answer that appends nothing is not given from a stale state either", async () => {
  const { one, two } = twoProcesses();
  await one.change("a", () => ({ events: [tone(false)], result: null }));
  await two.change("a", () => ({ events: [tone(true)], result: null }));
  expect(await one.change("a", ({ toneAnalysis }) => ({ events: [], result: toneAnalysis }))).toBe(true);
});

test("a conversation this process has never seen is read before anything is said of it", async () => {
  const { one, two } = twoProcesses();
  await one.change("a", () => ({ events: [tone(false)], result: null }));
  expect(await two.change("a", ({ toneAnalysis }) => ({ events: [], result: toneAnalysis }))).toBe(false);
});

test("what nobody waits for is recorded with the next append, after it, or by a flush, and once", async () => {
  const { one, log } = twoProcesses();
  one.later("a", [tone(false)]);
  await one.change("a", () => ({ events: [{ type: "ConversationEnded", by: "customer" }], result: null }));
  one.later("a", [tone(true)]);
  await one.flush();
  await one.flush();
  expect((await log.read("a", 0)).map(({ type }) => type)).toEqual(["ConversationEnded", "ToneAnalysisChanged", "ToneAnalysisChanged"]);
});

test("of two processes counting at once none loses a step", async () => {
  const { one, two, log } = twoProcesses();
  await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 ? one : two).change("a", () => ({ events: [tone(true)], result: null }))));
  expect(await log.read("a", 0)).toHaveLength(40);
});

test("a change that fails fails its caller only", async () => {
  const { one } = twoProcesses();
  const failing = one.change("a", () => Promise.reject(new Error("no")));
  const next = one.change("a", () => ({ events: [tone(false)], result: "done" }));
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("done");
});

test("is answered once what follows from it is done, and follow-ups may change the same conversation", async () => {
  const { one, log } = twoProcesses();
  one.onApplied(async ({ events }) => {
    if (events.length === 1) await one.change("a", () => ({ events: [tone(true), tone(false)], result: null }));
  });
  await one.change("a", () => ({ events: [tone(true)], result: null }));
  expect(await log.read("a", 0)).toHaveLength(3);
});

test("what another process appended and this one has heard of is decided on at once, without a second try", async () => {
  const { one, two, log } = twoProcesses();
  await one.change("a", () => ({ events: [tone(false)], result: null }));
  await two.change("a", () => ({ events: [tone(true)], result: null }));
  one.heard("a", await log.read("a", 0));
  const seen: boolean[] = [];
  await one.change("a", ({ toneAnalysis }) => {
    seen.push(toneAnalysis);
    return { events: [tone(!toneAnalysis)], result: null };
  });
  expect(seen).toEqual([true]);
});

test("hearing late, twice, with a gap or of a conversation nobody here has seen changes nothing", async () => {
  const { one, two, log } = twoProcesses();
  await one.change("a", () => ({ events: [tone(false)], result: null }));
  for (const on of [true, false, true]) await two.change("a", () => ({ events: [tone(on)], result: null }));
  const events = await log.read("a", 0);
  one.heard("a", events.slice(2));
  one.heard("a", events.slice(0, 1));
  one.heard("b", events);
  expect((await one.atLeast("a", 1)).version).toBe(1);
  one.heard("a", events);
  one.heard("a", events);
  expect(await one.atLeast("a", 4)).toMatchObject({ version: 4, state: { toneAnalysis: true } });
});
