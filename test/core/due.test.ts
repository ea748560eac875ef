import { acceptedDue, nextLook, nextUpdate, promiseBroken, type HoldingAgent } from "../../src/core/due.ts";
import { aTicket, noon } from "../support/given.ts";

const times = { update: 60_000, look: 10_000, nudgeAfter: 60_000, returnAfter: 180_000, silentAfter: 1_800_000 };
const agent: HoldingAgent = { presentUntil: noon + 45_000, hasRoom: true, wroteAt: null, unansweredAt: null };
const taken = aTicket({ status: "accepted", agent: { id: "agent1", name: "Marta" }, acceptedAt: noon, since: noon });
const due = (now: number, rest: Partial<typeof taken> = {}, more: Partial<HoldingAgent> = {}) => acceptedDue({ ...taken, ...rest }, { ...agent, presentUntil: noon + 1e9, ...more }, now, times);

test("who takes a ticket and says nothing is nudged, then loses it, one step each side", () => {
  expect(due(noon + 59_999)).toEqual({ do: "nothing" });
  expect(due(noon + 60_000)).toEqual({ do: "nudge", returnsAt: noon + 180_000 });
  expect(due(noon + 179_999)).toEqual({ do: "nudge", returnsAt: noon + 180_000 });
  expect(due(noon + 180_000)).toEqual({ do: "requeue", why: "no-first-reply" });
});

test("who has answered once, or is seen writing, is left in peace", () => {
  expect(due(noon + 1e6, { repliedAt: noon + 1 })).toEqual({ do: "nothing" });
  expect(due(noon + 180_000, {}, { wroteAt: noon + 150_000 })).toEqual({ do: "nothing" });
  expect(due(noon + 210_000, {}, { wroteAt: noon + 150_000 })).toEqual({ do: "nudge", returnsAt: noon + 330_000 });
});

test("a customer who leaves a person's words without an answer for long enough goes back to the assistant, one step each side", () => {
  const unanswered = { unansweredAt: noon };
  expect(due(noon + 1_799_999, { repliedAt: noon }, unanswered)).toEqual({ do: "nothing" });
  expect(due(noon + 1_800_000, { repliedAt: noon }, unanswered)).toEqual({ do: "time-out" });
  expect(due(noon + 1_800_000, { repliedAt: noon, heldUntil: noon + 9e9 }, unanswered)).toEqual({ do: "nothing" });
  expect(nextLook({ ...taken, repliedAt: noon }, { ...agent, ...unanswered }, noon + 1_799_999, times)).toBe(noon + 1_800_000);
});

test("who is gone loses it, whatever else is due", () => {
  expect(due(noon + 180_000, { heldUntil: noon }, { presentUntil: null })).toEqual({ do: "requeue", why: "agent-gone" });
});

test("a ticket on hold comes back to its agent if there is room, otherwise to the line, and not a moment before", () => {
  const held = { heldUntil: noon + 5_000 };
  expect(due(noon + 4_999, held)).toEqual({ do: "nothing" });
  expect(due(noon + 5_000, held)).toEqual({ do: "resume" });
  expect(due(noon + 5_000, held, { hasRoom: false })).toEqual({ do: "requeue", why: "agent-full" });
});

test("the next look is at the moment presence runs out, a hold ends or a nudge is due, and never later than usual", () => {
  expect(nextLook(taken, agent, noon, times)).toBe(noon + 10_000);
  expect(nextLook(taken, { ...agent, presentUntil: noon + 700 }, noon, times)).toBe(noon + 700);
  expect(nextLook({ ...taken, heldUntil: noon + 300 }, agent, noon, times)).toBe(noon + 300);
  expect(nextLook(taken, { ...agent, presentUntil: null }, noon + 55_000, times)).toBe(noon + 60_000);
});

test("a wait that was told is broken from its end on, while the ticket still waits", () => {
  const waiting = aTicket({ promise: { minutes: 5, until: noon } });
  expect(promiseBroken(waiting, noon - 1)).toBe(false);
  expect(promiseBroken(waiting, noon)).toBe(true);
  expect(promiseBroken({ ...waiting, status: "accepted" }, noon)).toBe(false);
  expect(promiseBroken({ ...waiting, promise: null }, noon)).toBe(false);
  expect(nextUpdate({ ...waiting, promise: { minutes: 5, until: noon + 20_000 } }, noon, times)).toBe(noon + 20_000);
  expect(nextUpdate(waiting, noon, times)).toBe(noon + 60_000);
});
