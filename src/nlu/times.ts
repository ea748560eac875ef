export type TimeFound = { time: string; start: number; length: number };

const hourWords: Record<string, number> = {
  una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, once: 11, doce: 12,
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
};
const minuteWords: Record<string, number> = { media: 30, cuarto: 15, cinco: 5, diez: 10, veinte: 20, veinticinco: 25, half: 30, quarter: 15, five: 5, ten: 10, twenty: 20, "twenty five": 25 };

const hour = String.raw`(\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)`;
const hourEn = "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const half = String.raw`(am|pm|a\. ?m\b\.?|p\. ?m\b\.?)(?![a-z])`;
const part = String.raw`(?: (?:de|por|a|en) la (manana|tarde|noche|madrugada)| del (mediodia)| ?${half}| ?(?:hs?|horas)\b| en punto)?`;
const partEn = "(?: in the (morning|afternoon|evening)| at (night))?";

/** "a las 5", "sobre las cinco y media", "antes de las 8 de la tarde", "entre las 5 y las 7". */
const spanish = new RegExp(String.raw`\b(?:a|sobre|hacia|desde|hasta|tipo|antes de|despues de|a partir de|entre|y) las? ${hour}\b(?:[:.h](\d\d)\b)?(?: (y|menos) (media|cuarto|\d{1,2}|cinco|diez|veinte|veinticinco)\b)?${part}`, "g");
const between = /\bentre las? [a-z0-9: ]{1,25} y las? /;
const clock = new RegExp(String.raw`(?<![\d:.,/-])([01]?\d|2[0-4])(?::|h)([0-5]\d)(?![\d:])${part}`, "g");
const withHalf = new RegExp(String.raw`(?<![\d:.,/-])(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?${half}`, "g");
const withUnit = /(?<![\d:.,/-])([01]?\d|2[0-3])(?:[:.]([0-5]\d) ?(?:hs?|horas)| ?hs)\b/g;
const at = new RegExp(`\\bat ${hourEn}(?:[:.]([0-5]\\d))?${partEn}(?=$|[.,;!?)\\n]| (?:on|tomorrow|today|tonight|please|this|next|or|and|if|but|for|when|then|i)\\b)`, "g");
const oclock = new RegExp(`\\b${hourEn} o'? ?clock${partEn}|\\b${hourEn} (?:in the (morning|afternoon|evening)|at (night))\\b`, "g");
const pastTo = new RegExp(`\\b(half|quarter|(?<=at )(?:twenty five|twenty|ten|five|\\d{1,2})) (past|to) ${hourEn}\\b(?: ?${half})?${partEn}`, "g");
const middle = /\b(mediodia|medianoche|noon|midday|midnight)\b/g;

const laterInDay = /\b(?:esta|la) (?:tarde|noche)\b|\btonight\b|\bthis (?:evening|afternoon)\b/;
/** One cheap look each, so that a message without a time costs next to nothing. */
const may = {
  spanish: /\blas? [a-z\d]/, digits: /\d(?:[:.h]\d| ?[ap]\.? ?m| ?hs?\b| ?horas)/, at: /\bat [a-z\d]/,
  oclock: /clock|(?:in the|at) (?:morn|after|even|night)/, past: / past |quarter|\bat [a-z\d ]{3,12} to /, middle: /mediod|median|noon|mid(?:day|night)/,
};

/**
 * Clock times in digits and words of both languages, as HH:MM, from text folded by sameLengthFold.
 *
 * An hour without a part of the day is one at which a shop is open: one to seven are in the afternoon, unless they are written
 * as "05:00"; and in a text about this evening all are.
 */
export function readTimes(folded: string): TimeFound[] {
  const found: TimeFound[] = [];
  let later: boolean | null = null;
  const add = (match: RegExpMatchArray, hours: string, minutes: number, period: string): void => {
    later ??= laterInDay.test(folded);
    const time = timeOf(hours, minutes, period, later);
    if (time !== null) found.push({ time, start: match.index ?? 0, length: match[0].trimEnd().length });
  };
  if (may.spanish.test(folded)) {
    const inRange = between.test(folded);
    for (const match of folded.matchAll(spanish)) {
      const [whole, hours = "", minutes, sign, more = "", ...periods] = match;
      if (!inRange && /^(?:entre|y) /.test(whole)) continue;
      const counted = (minuteWords[more] ?? Number(more)) * (sign === "menos" ? -1 : 1);
      add(match, hours, minutes === undefined ? counted : Number(minutes), periodOf(periods));
    }
  }
  if (may.digits.test(folded)) {
    for (const pattern of [clock, withHalf, withUnit]) for (const match of folded.matchAll(pattern)) add(match, match[1] ?? "", Number(match[2] ?? 0), periodOf(match.slice(3)));
  }
  if (may.at.test(folded)) for (const match of folded.matchAll(at)) add(match, match[1] ?? "", Number(match[2] ?? 0), periodOf(match.slice(3)));
  if (may.oclock.test(folded)) for (const match of folded.matchAll(oclock)) add(match, match[1] ?? match[4] ?? "", 0, periodOf([match[2], match[3], match[5], match[6]]));
  if (may.past.test(folded)) {
    for (const match of folded.matchAll(pastTo)) add(match, match[3] ?? "", (minuteWords[match[1] ?? ""] ?? Number(match[1])) * (match[2] === "to" ? -1 : 1), periodOf(match.slice(4)));
  }
  if (may.middle.test(folded)) for (const match of folded.matchAll(middle)) found.push({ time: match[0] === "medianoche" || match[0] === "midnight" ? "00:00" : "12:00", start: match.index, length: match[0].length });
  return found;
}

const periodOf = (groups: (string | undefined)[]): string => groups.find((group) => group !== undefined) ?? "";

function timeOf(written: string, minutes: number, period: string, later: boolean): string | null {
  const said = hourWords[written] ?? Number(written);
  if (said > 24 || Math.abs(minutes) > 59) return null;
  const hours = said > 12 || (written.startsWith("0") && period === "") ? said : inDay(said, period, later);
  const total = (hours * 60 + minutes + 1440) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

/** An hour of the half day, 0 to 12, as one of the whole day. */
function inDay(said: number, period: string, later: boolean): number {
  const first = period.replace(/^([ap])\. ?m\.?$/, "$1m");
  switch (first) {
    case "am": case "morning": case "manana": case "madrugada": return said % 12;
    case "pm": case "afternoon": case "evening": case "tarde": case "mediodia": return (said % 12) + 12;
    // "La una de la noche" is after midnight, and so is twelve.
    case "noche": case "night": return said < 6 || said === 12 ? said % 12 : said + 12;
    default: return later ? (said % 12) + 12 : said >= 1 && said <= 7 ? said + 12 : said;
  }
}
