import { sameLengthFold } from "../folded-text.ts";

/**
 * Number words of both languages that count something wherever they stand. Not those that are something else as well: "un" and "a" are articles, "once" and "ten" words
 * of the other language, "mil" and "cien" courtesies ("mil gracias").
 */
const number = "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|veinti[a-z]{2,6}|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"
  + "|two|three|four|five|six|seven|eight|nine|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const several = "un par de|varios|varias|unos cuantos|unas cuantas|unos|unas|a couple of|a few|several|some";
/** One hour or week is a length of time; "un día especial" is none. */
const single = String.raw`(?:una?|an?|one|media|half an?) (?=(?:hora|hour|semana|week|mes\b|month|ano\b|year|fortnight|quincena))`;
const units = [["minutes", "minutos?|minutes?|mins?"], ["hours", "horas?|hours?|hrs?"], ["days", "dias?|days?"], ["weeks", "semanas?|weeks?|fortnights?|quincenas?"], ["months", "mes(?:es)?|months?"], ["years", "anos?|years?"]] as const;
const unit = units.map(([, words]) => words).join("|");

const length = new RegExp(String.raw`(?<![a-z0-9[])(?:(?:\d{1,4}(?:[.,]\d{1,2})?|once|ten|(?:${number})(?:[ -](?:y |and )?(?:${number}|un|uno|one))*|${several}) ?-?|${single}|one (?=day\b(?: late| ago)))(?:y media |and a half )?(?:long |largos |largas )?(${unit})(?![a-z\]])`, "g");
const count = new RegExp(String.raw`(?<![a-z0-9[])(?:(?:${number})(?:[ -](?:y |and )?(?:${number}|un|uno|one))*|(?:segunda|tercera|cuarta|quinta|sexta)(?= vez)|(?:second|third|fourth|fifth|sixth)(?= time))(?![a-z\]])`, "g");

/** The kinds of `maskCounted` that are lengths of time: how long says how bad it is, so the unit stays. */
export const lengthKinds: ReadonlySet<string> = new Set(units.map(([kind]) => kind));

/**
 * The text with lengths of time and counts in words as slots: "[days]", "[hours]" and so on by their unit, else "[number]". What was three days with one customer is two
 * with the next; but hours are never days.
 */
export function maskCounted(text: string): string {
  const withLengths = replaced(text, length, (words) => units.find(([, of]) => new RegExp(`^(?:${of})$`).test(words))?.[0] ?? "number");
  return replaced(withLengths, count, () => "number");
}

function replaced(text: string, pattern: RegExp, kindOf: (unit: string) => string): string {
  let safe = "";
  let from = 0;
  for (const match of sameLengthFold(text).matchAll(pattern)) {
    safe += `${text.slice(from, match.index)}[${kindOf(match[1] ?? "")}]`;
    from = match.index + match[0].length;
  }
  return safe + text.slice(from);
}
