import { isNumberWord, joinsNumbers, numberOf } from "./number-words.ts";

export type AmountFound = { value: number; currency: string; start: number; length: number };

const digits = String.raw`\d{1,3}(?:[.,]\d{3}){1,2}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?`;
const units = String.raw`€|\$|£|(?:euros?|eur|dolar(?:es)?|dollars?|bucks|usd|us\$|pounds?|libras?|quid|gbp|pesos?(?: (?:mexicanos|argentinos|chilenos|colombianos))?|mxn|ars|clp|cop|soles|pen)\b`;

const signFirst = new RegExp(String.raw`(us\$|mx\$|s\/\.?|€|\$|£|\b(?:eur|usd|gbp|mxn|ars|clp|cop|pen)\b) ?(${digits})(?![\d])`, "g");
const unitLast = new RegExp(String.raw`\b(${digits}) ?(${units})(?: ?(?:con|y) (\d{2})\b(?: ?(?:centimos|centavos|cents|cts))?)?`, "g");
/** "12 con 50" is how Spanish says 12.50; more words after it would make it a count of things. */
const withCents = /\b(\d{1,6}) con (\d{2})\b(?= ?(?:$|[.,;:!?)\n]|€|euros?\b|pesos?\b|soles\b|dolares\b|y |por |en |de mas\b|cuando\b))(?: ?(€|euros?\b|pesos?\b|soles\b|dolares\b))?/g;
const cents = /\b(\d{1,2}) ?(?:centimos|cts|cents)\b/g;
const unitWord = /\b(?:euros?|dolar(?:es)?|dollars?|bucks|pounds?|libras?|quid|pesos?|soles|centimos)\b/g;
const centsAfter = /^ (?:con|y) (\w+(?: y \w+)?)\b(?: centimos\b)?/;

/** The shop's own currency: what a price without one is in. */
const shopCurrency = "EUR";
/** A number in words is no longer: "ciento treinta y dos mil quinientos cuarenta y tres con cincuenta". */
const numberWordsAtMost = 10;
const lettersPerWord = 15;

const anyDigits = /\d ?(?:con \d|[€$£a-z])|(?:[€$£]|s\/\.?|\b[a-z]{3}) ?\d/;
const anyWord = /euro|dolar|dollar|buck|pound|libra|quid|peso|soles|centimo/;

/**
 * Sums of money in digits and words of both languages, from text folded by sameLengthFold.
 *
 * The currency is its ISO 4217 code; "pesos" where the customer does not say whose, which is also what "$ 12.500" with the
 * South American point means.
 */
export function readAmounts(folded: string): AmountFound[] {
  const found: AmountFound[] = [];
  const add = (match: RegExpMatchArray, value: number, currency: string): void => { found.push({ value, currency, start: match.index ?? 0, length: match[0].trimEnd().length }); };
  if (anyDigits.test(folded)) {
    for (const match of folded.matchAll(withCents)) add(match, Number(`${match[1] ?? "0"}.${match[2] ?? "0"}`), match[3] === undefined ? shopCurrency : currencyOf(match[3], ""));
    for (const match of folded.matchAll(signFirst)) add(match, amountOf(match[2] ?? ""), currencyOf(match[1] ?? "", match[2] ?? ""));
    for (const match of folded.matchAll(unitLast)) add(match, amountOf(match[1] ?? "") + Number(match[3] ?? 0) / 100, currencyOf(match[2] ?? "", match[1] ?? ""));
    for (const match of folded.matchAll(cents)) add(match, Number(match[1]) / 100, shopCurrency);
  }
  if (anyWord.test(folded)) for (const match of folded.matchAll(unitWord)) {
    const before = numberBefore(folded, match.index);
    if (before === null) continue;
    const [unit] = match;
    const end = match.index + unit.length;
    const after = unit === "centimos" ? null : centsBehind(folded.slice(end, end + 3 * lettersPerWord));
    const value = unit === "centimos" ? before.value / 100 : before.value + (after?.value ?? 0) / 100;
    found.push({ value, currency: unit === "centimos" ? shopCurrency : currencyOf(unit, ""), start: before.start, length: end + (after?.length ?? 0) - before.start });
  }
  return found;
}

/** "1.234,50", "1,234.50" and "12,5" alike: the last separator with one or two digits behind it is the decimal one. */
function amountOf(written: string): number {
  const decimal = /[.,](\d{1,2})$/.exec(written);
  const whole = (decimal === null ? written : written.slice(0, decimal.index)).replace(/[.,]/g, "");
  return Number(decimal === null ? whole : `${whole}.${decimal[1] ?? "0"}`);
}

function currencyOf(unit: string, number: string): string {
  if (unit === "$") return /^\d{1,3}(?:\.\d{3})+(?:,|$)/.test(number) ? "pesos" : "USD";
  if (unit === "mx$" || unit.endsWith("mexicanos")) return "MXN";
  if (unit.endsWith("argentinos")) return "ARS";
  if (unit.endsWith("chilenos")) return "CLP";
  if (unit.endsWith("colombianos")) return "COP";
  if (unit.startsWith("peso")) return "pesos";
  if (unit === "€" || unit.startsWith("eur")) return "EUR";
  if (unit === "us$" || /^(?:dol|bucks|usd)/.test(unit)) return "USD";
  if (unit === "soles" || unit.startsWith("s/") || unit === "pen") return "PEN";
  return unit.length === 3 ? unit.toUpperCase() : "GBP";
}

/** The number in words that ends just before a place: the longest that makes one. */
function numberBefore(folded: string, end: number): { value: number; start: number } | null {
  const from = Math.max(0, end - numberWordsAtMost * lettersPerWord);
  const words = [...folded.slice(from, end).matchAll(/[a-z]+|[^a-z\s-]/g)];
  let first = words.length;
  while (first > 0 && words.length - first < numberWordsAtMost && partOfNumber(words[first - 1]?.[0] ?? "")) first -= 1;
  for (; first < words.length; first += 1) {
    const said = words.slice(first).map(([word]) => word);
    const comma = said.lastIndexOf("con");
    const whole = numberOf(comma < 0 ? said : said.slice(0, comma));
    const rest = comma < 0 ? 0 : numberOf(said.slice(comma + 1));
    if (whole !== null && rest !== null && rest < 100) return { value: whole + rest / 100, start: from + (words[first]?.index ?? 0) };
  }
  return null;
}

const partOfNumber = (word: string): boolean => isNumberWord(word) || joinsNumbers(word) || word === "con";

function centsBehind(text: string): { value: number; length: number } | null {
  const match = centsAfter.exec(text);
  if (match === null) return null;
  const said = match[1] ?? "";
  const value = /^\d{2}$/.test(said) ? Number(said) : numberOf(said.split(" "));
  return value === null || value >= 100 ? null : { value, length: match[0].length };
}
