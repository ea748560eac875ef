/** A time of day as "HH:MM"; "24:00" is the end of the day. */
export type TimeSpan = { from: string; to: string };
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** When people are at the desk. */
export type OpeningHours = {
  /** An IANA name, such as Europe/Madrid. */
  timeZone: string;
  /** Several spans a day, none for a day off. */
  week: Record<Weekday, TimeSpan[]>;
  /** Days that have hours of their own, by ISO date: none for a holiday. */
  days: Record<string, TimeSpan[]>;
};

const minute = 60_000;
const day = 24 * 60 * minute;
/** How far ahead an opening is looked for: longer than any holiday season. */
const daysAhead = 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The calendar date of a moment and its minutes since midnight there. */
function localTime(at: number, timeZone: string): { date: string; minutes: number } {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return { date: `${part("year")}-${part("month")}-${part("day")}`, minutes: Number(part("hour")) * 60 + Number(part("minute")) };
}

const weekdayOf = (date: string): Weekday => weekdays[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? "monday";

const spansOn = ({ week, days }: OpeningHours, date: string): TimeSpan[] => days[date] ?? week[weekdayOf(date)];

export function isOpen(hours: OpeningHours, at: number): boolean {
  const { date, minutes } = localTime(at, hours.timeZone);
  return spansOn(hours, date).some(({ from, to }) => minutes >= minutesOf(from) && minutes < minutesOf(to));
}

/** The moment of a local date and time. Where clocks go forward over it, the moment they do. */
function momentOf(date: string, minutes: number, timeZone: string): number {
  const guess = Date.parse(`${date}T00:00:00Z`) + minutes * minute;
  // The offset at the guess is right except within hours of a change of clocks; asking again from there settles it.
  const offset = (at: number): number => {
    const local = localTime(at, timeZone);
    return Date.parse(`${local.date}T00:00:00Z`) + local.minutes * minute - Math.floor(at / minute) * minute;
  };
  const once = guess - offset(guess);
  return guess - offset(once);
}

/**
 * When people are back.
 *
 * @param at epoch milliseconds
 * @returns epoch milliseconds of the next opening; `at` itself while open; null when none comes within two months
 */
export function nextOpening(hours: OpeningHours, at: number): number | null {
  if (isOpen(hours, at)) return at;
  const { date: today } = localTime(at, hours.timeZone);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const date = new Date(Date.parse(`${today}T12:00:00Z`) + ahead * day).toISOString().slice(0, 10);
    const openings = spansOn(hours, date).map(({ from }) => momentOf(date, minutesOf(from), hours.timeZone)).filter((moment) => moment > at);
    if (openings.length > 0) return Math.min(...openings);
  }
  return null;
}

/** Which day a moment is on as seen from another: for saying "today" and "tomorrow". */
export function daysUntil(moment: number, at: number, timeZone: string): number {
  const dateOf = (time: number): number => Date.parse(`${localTime(time, timeZone).date}T00:00:00Z`);
  return Math.round((dateOf(moment) - dateOf(at)) / day);
}
