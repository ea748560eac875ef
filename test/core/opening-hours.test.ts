import { daysUntil, isOpen, nextOpening, type OpeningHours } from "../../src/core/opening-hours.ts";

const split = [{ from: "09:00", to: "14:00" }, { from: "16:00", to: "20:00" }];
const hours: OpeningHours = {
  timeZone: "Europe/Madrid",
  week: { monday: split, tuesday: split, wednesday: split, thursday: split, friday: [{ from: "09:00", to: "24:00" }], saturday: [{ from: "10:00", to: "13:00" }], sunday: [] },
  days: { "2026-12-08": [], "2026-12-24": [{ from: "09:00", to: "12:00" }] },
};
const at = (iso: string): number => Date.parse(iso);

test.each([
  ["one minute before the first span", "2026-11-23T07:59:00Z", false],
  ["from its first minute", "2026-11-23T08:00:00Z", true],
  ["to the minute before its end", "2026-11-23T12:59:00Z", true],
  ["not in the break", "2026-11-23T13:00:00Z", false],
  ["in the second span", "2026-11-23T15:00:00Z", true],
  ["to midnight, where the day says so", "2026-11-27T22:59:00Z", true],
  ["not after it", "2026-11-27T23:00:00Z", false],
  ["not on a day off", "2026-11-22T12:00:00Z", false],
  ["not on a holiday", "2026-12-08T09:00:00Z", false],
  ["by a day's own hours", "2026-12-24T10:59:00Z", true],
  ["and no longer", "2026-12-24T11:00:00Z", false],
  ["an hour earlier in summer time", "2026-07-13T07:00:00Z", true],
])("people are there %s", (_, moment, open) => expect(isOpen(hours, at(moment))).toBe(open));

test.each([
  ["later the same day", "2026-11-23T13:30:00Z", "2026-11-23T15:00:00Z"],
  ["over the weekend", "2026-11-21T12:00:00Z", "2026-11-23T08:00:00Z"],
  ["past a holiday", "2026-12-07T19:00:00Z", "2026-12-09T08:00:00Z"],
  ["across the change to winter time", "2026-10-24T12:00:00Z", "2026-10-26T08:00:00Z"],
  ["across the change to summer time", "2026-03-28T13:00:00Z", "2026-03-30T07:00:00Z"],
])("says when they are back: %s", (_, moment, back) => expect(nextOpening(hours, at(moment))).toBe(at(back)));

test("while they are there, that is now; when they never come, it says so", () => {
  expect(nextOpening(hours, at("2026-11-23T08:00:00Z"))).toBe(at("2026-11-23T08:00:00Z"));
  const never = { ...hours, days: {}, week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] } };
  expect(nextOpening(never, at("2026-11-23T08:00:00Z"))).toBeNull();
});

test("tomorrow is counted by the calendar of the desk, not by hours", () => {
  expect(daysUntil(at("2026-11-23T08:00:00Z"), at("2026-11-22T23:30:00Z"), "Europe/Madrid")).toBe(0);
  expect(daysUntil(at("2026-11-23T08:00:00Z"), at("2026-11-22T22:30:00Z"), "Europe/Madrid")).toBe(1);
});
