import type { Ticket } from "./ticket.ts";

/** Priorities in front of every line, for safety. Within one priority the line is first come, first served. */
export const safetyBand = 1_000;

/** The largest priority BullMQ takes; in whole minutes it is almost four years after the line's epoch. */
export const largestPriority = 2_097_151;

const minute = 60_000;

/**
 * Where a ticket stands in its line: time queued minus its bounded boost, in whole minutes since the line's epoch, behind the safety band.
 *
 * A ticket that came back from an agent who went silent stands one minute ahead of its old place, so ahead of those queued with it.
 *
 * @param epoch epoch milliseconds the line counts from
 * @returns 1 to largestPriority; smaller is sooner
 */
export function linePriority(ticket: Pick<Ticket, "queuedAt" | "boostMinutes" | "safety" | "ahead">, epoch: number): number {
  if (ticket.safety) return ticket.ahead ? 1 : 2;
  const minutes = Math.floor((ticket.queuedAt - epoch) / minute) - ticket.boostMinutes - (ticket.ahead ? 1 : 0);
  return Math.max(safetyBand + 1, Math.min(largestPriority, safetyBand + aheadRoom + minutes));
}

/** Minutes kept free before the epoch, so that boosts and returns of the first tickets of a line still count. */
export const aheadRoom = 100;

/** Room below a priority for the finer order: BullMQ keeps its own counter there, of insertions. */
const finer = 2 ** 32;
/** A minute of milliseconds, spread over that room. */
const perMillisecond = Math.floor(finer / minute);
/** Where minutes do not tell (in the safety band, and before the line's epoch) time since the epoch does, in steps of 60 ms: four years to either side. */
const coarse = 60;

/**
 * The exact place: the priority, and below it the millisecond. BullMQ by itself orders a minute by insertion, so that a ticket which was
 * offered in vain, or came back after a crash, would stand behind who queued just after it.
 *
 * @returns a whole number below 2^53, as BullMQ's own scores are
 */
export function lineScore(ticket: Pick<Ticket, "queuedAt" | "boostMinutes" | "safety" | "ahead">, epoch: number): number {
  const priority = linePriority(ticket, epoch);
  const sinceEpoch = ticket.queuedAt - epoch;
  const byMinute = priority > safetyBand + 1 && priority < largestPriority;
  const within = byMinute ? (sinceEpoch - Math.floor(sinceEpoch / minute) * minute) * perMillisecond : finer / 2 + Math.floor(sinceEpoch / coarse);
  return priority * finer + Math.max(0, Math.min(finer - 1, within));
}

/** Who left the line and is back within this finds the place kept: a phone call, a lost connection, a second thought. Milliseconds. */
const placeKeptFor = 15 * minute;

/** The time of queueing that a customer who is back in line keeps; null for who never stood there, or left too long ago. */
export const keptPlace = (left: { queuedAt: number; at: number } | null, now: number): number | null =>
  left !== null && now - left.at <= placeKeptFor ? left.queuedAt : null;

/** The same order as a number of milliseconds, for sorting tickets of any lines: smaller is sooner. */
export function lineKey(ticket: Pick<Ticket, "queuedAt" | "boostMinutes" | "safety" | "ahead">): number {
  const boosted = ticket.queuedAt - (ticket.boostMinutes + (ticket.ahead ? 1 : 0)) * minute;
  return ticket.safety ? boosted - Number.MAX_SAFE_INTEGER / 2 : boosted;
}
