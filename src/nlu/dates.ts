import { fold } from "./words.ts";

export type DateFound = { iso: string; start: number; length: number };

const madrid = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Madrid", year: "numeric", month: "2-digit", day: "2-digit" });

const minute = 60_000;
let asked = { minute: NaN, date: "" };

/** ISO calendar date in the shop's time zone. Formatting takes 10 µs and every turn asks, so the last minute's answer is kept. */
export function shopDate(at: number): string {
  const now = Math.floor(at / minute);
  if (now !== asked.minute) asked = { minute: now, date: madrid.format(at) };
  return asked.date;
}

const weekdays: Record<string, number> = {
  domingo: 0, lunes: 1, martes: 2, miercoles: 3, jueves: 4, viernes: 5, sabado: 6,
  sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6,
};
const months: Record<string, number> = {
  enero: 1, febrero: 2, marzo: 3, abril: 4, mayo: 5, junio: 6, julio: 7, agosto: 8, septiembre: 9, setiembre: 9, octubre: 10, noviembre: 11, diciembre: 12,
  january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9, october: 10, november: 11, december: 12,
  jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12, ene: 1, abr: 4, ago: 8, dic: 12,
};
const monthNames = Object.keys(months).sort((a, b) => b.length - a.length).join("|");
const dayNames = Object.keys(weekdays).join("|");

const near = /\b(pasado manana|day after tomorrow|hoy|esta tarde|esta noche|today|tonight|tomorrow|tmrw|tmr)\b/g;
/** "mañana" is tomorrow, but "por la mañana" and "de la mañana" are the morning. */
const manana = /\bmanana\b/g;
const notTomorrow = /(?:\b(?:la|una|pasado) )$/;
const weekday = new RegExp(`\\b(?:(proximo|este|el proximo|next|this|el|on|coming) )?(${dayNames})s?\\b(?: (que viene|proximo|next week|de la semana que viene|siguiente))?`, "g");
const dayMonth = new RegExp(`\\b(?:(?:${dayNames}),? (?:the |dia )?)?(\\d{1,2})(?:st|nd|rd|th|º)? (?:de |of )?(${monthNames})\\b(?:(?:,? | de | del )(20\\d{2})\\b)?`, "g");
const monthDay = new RegExp(`\\b(?:(?:${dayNames}),? )?(${monthNames}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (20\\d{2})\\b)?`, "g");
const iso = /\b(20\d{2})-(\d{2})-(\d{2})\b/g;
const slashed = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](20\d{2}|\d{2}))?\b(?![/.,]\d)/g;
const dayOnly = /\b(?:el dia|dia|el|the) (\d{1,2})(?:st|nd|rd|th)?\b(?! ?(?:%|por|euros?|€|kg|unidades|horas|minutos|cajas))/g;
const inDays = /\b(?:dentro de|en|in) (\d{1,2}|un|dos|tres|cuatro|cinco|seis|siete|a|two|three|four|five|six|seven) (dias?|semanas?|days?|weeks?)\b/g;
const numbers: Record<string, number> = { un: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, a: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 };

/** Lower-cased text of the same length, so that places in it are places in the original. */
function sameLengthFold(text: string): string {
  const folded = fold(text);
  if (folded.length === text.length) return folded;
  return Array.from({ length: text.length }, (_, i) => { const one = fold(text[i] ?? " "); return one.length === 1 ? one : " "; }).join("");
}

const anyDate = new RegExp(`\\d|man|hoy|to[dmn]|tmr|pasado|esta|${dayNames}|semana|week|dias?`, "i");

/**
 * Dates in words and digits of both languages, resolved against a moment in the shop's time zone. A day without a year is the
 * next such day; a weekday is the coming one, and today's own name is next week's. Day first, as in Spain and Britain.
 */
export function readDates(text: string, at: number): DateFound[] {
  const folded = sameLengthFold(text);
  if (!anyDate.test(folded)) return [];
  const today = shopDate(at);
  const found: DateFound[] = [];
  const add = (match: RegExpMatchArray, date: string | null): void => {
    if (date !== null) found.push({ iso: date, start: match.index ?? 0, length: match[0].trimEnd().length });
  };
  for (const match of folded.matchAll(iso)) add(match, calendarDate(Number(match[1]), Number(match[2]), Number(match[3])));
  for (const match of folded.matchAll(dayMonth)) add(match, dated(today, Number(match[1]), months[match[2] ?? ""] ?? 0, match[3]));
  for (const match of folded.matchAll(monthDay)) add(match, dated(today, Number(match[2]), months[match[1] ?? ""] ?? 0, match[3]));
  for (const match of folded.matchAll(slashed)) add(match, dated(today, Number(match[1]), Number(match[2]), match[3]));
  for (const match of folded.matchAll(near)) add(match, plusDays(today, match[0] === "pasado manana" || match[0] === "day after tomorrow" ? 2 : match[0].startsWith("tom") || match[0].startsWith("tm") ? 1 : 0));
  for (const match of folded.matchAll(manana)) if (!notTomorrow.test(folded.slice(Math.max(0, match.index - 8), match.index))) add(match, plusDays(today, 1));
  for (const match of folded.matchAll(inDays)) {
    const count = numbers[match[1] ?? ""] ?? Number(match[1]);
    add(match, plusDays(today, /^(?:semana|week)/.test(match[2] ?? "") ? count * 7 : count));
  }
  for (const match of folded.matchAll(weekday)) add(match, comingWeekday(today, weekdays[match[2] ?? ""] ?? 0, match[3] === "de la semana que viene" || match[3] === "next week"));
  for (const match of folded.matchAll(dayOnly)) add(match, comingDay(today, Number(match[1])));
  // The longest reading of a place is the one meant: "el viernes 24 de noviembre" is one date.
  found.sort((a, b) => b.length - a.length);
  return found.filter((one, i) => !found.slice(0, i).some((other) => one.start < other.start + other.length && one.start + one.length > other.start)).sort((a, b) => a.start - b.start);
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

function plusDays(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function dated(today: string, day: number, month: number, year: string | undefined): string | null {
  if (year !== undefined) return calendarDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = calendarDate(thisYear, month, day);
  if (date === null) return null;
  // Up to two months back is a date that has been ("el 3 de octubre no llegó"); further back is next year's.
  return date < plusDays(today, -60) ? calendarDate(thisYear + 1, month, day) : date;
}

function comingWeekday(today: string, weekdayNumber: number, nextWeek: boolean): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const ahead = (weekdayNumber - now + 7) % 7 || 7;
  const daysToMonday = (8 - now) % 7 || 7;
  return plusDays(today, nextWeek ? daysToMonday + ((weekdayNumber + 6) % 7) : ahead);
}

function comingDay(today: string, day: number): string | null {
  if (day < 1 || day > 31) return null;
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const here = calendarDate(year, month, day);
  if (here !== null && here >= today) return here;
  return month === 12 ? calendarDate(year + 1, 1, day) : calendarDate(year, month + 1, day);
}
