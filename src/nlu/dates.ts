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

const days: Record<string, number> = Object.fromEntries([
  "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta",
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
].flatMap((names) => names.split(" ").map((name, i) => [name, i + 1])));
const laterDays: Record<string, number> = { primero: 1, "treinta y uno": 31, "twenty first": 21, "twenty second": 22, "twenty third": 23, "twenty fourth": 24, "twenty fifth": 25, "twenty sixth": 26, "twenty seventh": 27, "twenty eighth": 28, "twenty ninth": 29, thirtieth: 30, "thirty first": 31 };
const dayWords = Object.keys({ ...days, ...laterDays }).sort((a, b) => b.length - a.length).join("|").replaceAll(" ", "[ -]");
const dayOf = (written: string): number => days[written] ?? laterDays[written.replace("-", " ")] ?? Number(written);

const near = /\b(pasado manana|day after tomorrow|hoy|esta manana|esta tarde|esta noche|today|tonight|this morning|this afternoon|this evening|tomorrow|tmrw|tmr)\b/g;
/** "mañana" is tomorrow, but "por la mañana" and "de la mañana" are the morning. */
const manana = /\bmanana\b/g;
const notTomorrow = /(?:\b(?:la|una|pasado|esta) )$/;
const weekday = new RegExp(`\\b(${dayNames})s?\\b`, "g");
const beforeWeekday = /\b(?:el proximo|proximo|este|next|this|el|on|coming|(last|past)) $/;
const afterWeekday = /^ (?:que viene|que entra|proximo|siguiente|(pasado)|(next week|de la semana que viene|de la proxima semana))\b/;
/** Longer than what stands before a weekday, and behind it. */
const besideWeekday = { before: 11, behind: 26 };
const weekOf = new RegExp(`\\b(?:la semana que viene|la proxima semana|next week),? (?:el |on )?(${dayNames})\\b`, "g");
const dayMonth = new RegExp(`\\b(?:(?:${dayNames}),? (?:the |dia |el )?)?(\\d{1,2}|${dayWords})(?:st|nd|rd|th|º)? (?:de |of )?(${monthNames})\\b(?:(?:,? | de | del )(20\\d{2})\\b)?`, "g");
const monthDay = new RegExp(`\\b(?:(?:${dayNames}),? )?(${monthNames}) (?:the )?(\\d{1,2}|${dayWords})(?:st|nd|rd|th)?\\b(?:,? (20\\d{2})\\b)?`, "g");
const iso = /\b(20\d{2})-(\d{2})-(\d{2})\b/g;
const slashed = /\b(\d{1,2})([/.-])(\d{1,2})(?:[/.-](20\d{2}|\d{2}))?\b(?![/.,]\d| ?(?:dias?|days?|semanas?|weeks?|horas?|hours?|kg|kilos?|veces|times|%))/g;
const dayOnly = new RegExp(`\\b(?:el dia|dia|el|the) (\\d{1,2}(?!\\d)|primero|treinta y uno|(?<=dia )(?:${dayWords}))(?:st|nd|rd|th)?\\b(?! ?(?:[%€$:]|por|euros?|pesos?|kg|unidades|horas|minutos|cajas))`, "g");
const inDays = /\b(?:dentro de|en|in) (\d{1,2}|una|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|a|one|two|three|four|five|six|seven|eight|nine|ten) (dias?|semanas?|days?|weeks?|fortnight)(?: time)?\b/g;
const fortnightDays = 14;
const counts: Record<string, number> = { un: 1, una: 1, a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, ...days };

const anyMonth = new RegExp(`\\b(?:${monthNames})\\b`);
const anyWeekday = new RegExp(`\\b(?:${dayNames})`);
const anyDay = /(?:el|the|dia) (?:\d|primero|treinta)|dia [a-z]/;
const anyNear = /manana|hoy|to[dmn]|tmr|esta |this /;
const anyCount = /dias?\b|days?\b|semana|week|fortnight/;

/**
 * Dates in words and digits of both languages, resolved against a moment in the shop's time zone. A day without a year is the
 * next such day; a weekday is the coming one, and today's own name is next week's. Day first, as in Spain and Britain, where
 * that makes a date ("11/24" can only be November).
 *
 * Days gone by are not read from words ("ayer", "last Friday"): a date in a message is taken for one the customer asks for.
 *
 * @param folded text folded by sameLengthFold
 */
export function readDates(folded: string, at: number): DateFound[] {
  const found: DateFound[] = [];
  const today = shopDate(at);
  const add = (match: RegExpMatchArray, date: string | null): void => {
    if (date !== null) found.push({ iso: date, start: match.index ?? 0, length: match[0].trimEnd().length });
  };
  if (/\d[/.-]\d/.test(folded)) {
    for (const match of folded.matchAll(iso)) add(match, calendarDate(Number(match[1]), Number(match[2]), Number(match[3])));
    for (const match of folded.matchAll(slashed)) {
      const [first, second] = [Number(match[1]), Number(match[3])];
      const monthFirst = match[2] === "/" && second > 12;
      add(match, dated(today, monthFirst ? second : first, monthFirst ? first : second, match[4]));
    }
  }
  if (anyMonth.test(folded)) {
    for (const match of folded.matchAll(dayMonth)) add(match, dated(today, dayOf(match[1] ?? ""), months[match[2] ?? ""] ?? 0, match[3]));
    for (const match of folded.matchAll(monthDay)) add(match, dated(today, dayOf(match[2] ?? ""), months[match[1] ?? ""] ?? 0, match[3]));
  }
  if (anyNear.test(folded)) {
    for (const match of folded.matchAll(near)) add(match, plusDays(today, match[0] === "pasado manana" || match[0] === "day after tomorrow" ? 2 : /^(?:tom|tm)/.test(match[0]) ? 1 : 0));
    for (const match of folded.matchAll(manana)) if (!notTomorrow.test(folded.slice(Math.max(0, match.index - 8), match.index))) add(match, plusDays(today, 1));
  }
  if (anyCount.test(folded)) {
    for (const match of folded.matchAll(inDays)) {
      const count = counts[match[1] ?? ""] ?? Number(match[1]);
      const unit = match[2] ?? "";
      add(match, plusDays(today, unit === "fortnight" ? fortnightDays : /^(?:semana|week)/.test(unit) ? count * 7 : count));
    }
  }
  if (anyWeekday.test(folded)) {
    for (const match of folded.matchAll(weekday)) {
      const end = match.index + match[0].length;
      const before = beforeWeekday.exec(folded.slice(Math.max(0, match.index - besideWeekday.before), match.index));
      const after = afterWeekday.exec(folded.slice(end, end + besideWeekday.behind));
      if (before?.[1] !== undefined || after?.[1] !== undefined) continue;
      const start = match.index - (before?.[0].length ?? 0);
      found.push({ iso: comingWeekday(today, weekdays[match[1] ?? ""] ?? 0, after?.[2] !== undefined), start, length: end + (after?.[0].length ?? 0) - start });
    }
    for (const match of folded.matchAll(weekOf)) add(match, comingWeekday(today, weekdays[match[1] ?? ""] ?? 0, true));
  }
  if (anyDay.test(folded)) for (const match of folded.matchAll(dayOnly)) add(match, comingDay(today, dayOf(match[1] ?? "")));
  return found.length < 2 ? found : longestOf(found, folded.length);
}

/** The longest reading of a place is the one meant: "el viernes 24 de noviembre" is one date. */
function longestOf(found: DateFound[], length: number): DateFound[] {
  const taken = new Uint8Array(length);
  return found.sort((a, b) => b.length - a.length).filter(({ start, length: own }) => {
    if (taken.subarray(start, start + own).includes(1)) return false;
    taken.fill(1, start, start + own);
    return true;
  }).sort((a, b) => a.start - b.start);
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
