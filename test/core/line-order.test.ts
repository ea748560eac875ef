import { largestPriority, lineKey, linePriority, lineScore, safetyBand } from "../../src/core/line-order.ts";
import { noon } from "../support/given.ts";

const minute = 60_000;
const ticket = { queuedAt: noon, boostMinutes: 0, safety: false, ahead: false };
const priority = (rest: Partial<typeof ticket>): number => linePriority({ ...ticket, ...rest }, noon - 30 * minute);

test("who came earlier stands in front", () => {
  expect(priority({ queuedAt: noon })).toBeLessThan(priority({ queuedAt: noon + minute }));
});

test("a boost moves a ticket up by its minutes and no further", () => {
  expect(priority({ boostMinutes: 5 })).toBe(priority({ queuedAt: noon - 5 * minute }));
  expect(priority({ boostMinutes: 5 })).toBeGreaterThan(priority({ queuedAt: noon - 6 * minute }));
});

test("safety stands in a band in front of everybody, however long the others have waited", () => {
  expect(priority({ safety: true })).toBeLessThan(safetyBand);
  expect(priority({ queuedAt: noon - 30 * minute, boostMinutes: 99 })).toBeGreaterThan(safetyBand);
});

test("a ticket that came back from a silent agent stands ahead of those queued in the same minute", () => {
  expect(priority({ ahead: true })).toBeLessThan(priority({}));
  expect(priority({ ahead: true, safety: true })).toBeLessThan(priority({ safety: true }));
});

test("priorities stay within what the queue takes for almost four years", () => {
  expect(priority({ queuedAt: noon + 3.9 * 365 * 24 * 60 * minute })).toBeLessThanOrEqual(largestPriority);
});

test("the sorting key gives the same order", () => {
  const tickets = [{ ...ticket, safety: true, queuedAt: noon + 9 * minute }, { ...ticket, boostMinutes: 5 }, { ...ticket, ahead: true }, ticket, { ...ticket, queuedAt: noon + 2 * minute }];
  const keys = tickets.map(lineKey);
  expect([...keys].sort((a, b) => a - b)).toEqual(keys);
});

test("within a minute the millisecond of queueing decides, not who was put in line last", () => {
  const epoch = noon - 30 * minute;
  const rising: Partial<typeof ticket>[] = [
    { safety: true, ahead: true, queuedAt: noon + 1_000 }, { safety: true, queuedAt: noon - 9_000 }, { safety: true }, { queuedAt: epoch - 300 * minute }, { queuedAt: epoch - 200 * minute },
    { queuedAt: noon - 7 }, {}, { queuedAt: noon + 1 }, { queuedAt: noon + minute - 1 }, { ahead: true, queuedAt: noon + 2 * minute }, { queuedAt: noon + minute + 5 },
  ];
  const scores = rising.map((rest) => lineScore({ ...ticket, ...rest }, epoch));
  expect(scores.every(Number.isSafeInteger)).toBe(true);
  expect([...new Set(scores)].sort((a, b) => a - b)).toEqual(scores);
  expect(lineScore({ ...ticket, boostMinutes: 1, queuedAt: noon + minute }, epoch)).toBe(lineScore(ticket, epoch));
});
