import type { Entity } from "../core/understanding.ts";
import { readDates } from "./dates.ts";

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/gu;
const amount = /(?:(€|\$|£)\s?(\d{1,3}(?:[.,]\d{3}){1,2}(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?))|(?:\b(\d{1,3}(?:[.,]\d{3}){1,2}(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?)\s?(€|\$|£|euros?\b|eur\b|dolares\b|dólares\b|dollars?\b|pounds?\b|libras?\b))/giu;
const phone = /(?:\+|\b00)\d{1,3}[ .-]?\d{2,4}(?:[ .-]?\d{2,4}){2,4}\b|\b[6789]\d{2}[ .-]?\d{3}[ .-]?\d{3}\b|\b[6789]\d{2}(?:[ .-]?\d{2}){3}\b/g;
const namedOrder = /\b(?:pedidos?|orden|ordenes|compra|order|orders|orden de compra|purchase|env[ií]o|parcel|paquete|ref|referencia|reference)\b[\s:,-]{0,3}(?:(?:n[uú]mero|n[uú]m|n[º°o]|numero|number|no|nr|id|es el|es|el|is|de)(?![\p{L}])[\s.:º°]{0,3}){0,3}#?\s?(\d{3,10})\b/giu;
const hashOrder = /#\s?(\d{3,10})\b/g;
const numbered = /(?<!\p{L})(?:n[uú]mero|n[uú]m|number|nº|n°)[\s.:]{0,3}(?:de pedido|of order)?[\s:]{0,3}(?:es |is |el )?#?(\d{4})\b/giu;
const digitRun = /(?<![\d.,/@#-])\b(\d{4,5})\b(?![\d/@-]|[.,]\d)/g;
const postcodeWords = /(?:c[oó]digo postal|\bc\.?p\.?|post ?code|postal code|zip(?: code)?)[\s:.]{0,3}(?:es |is |el |de )?[\s:.]{0,2}(\d{5})\b/giu;

const currencies: Record<string, string> = { "€": "EUR", $: "USD", "£": "GBP" };

function currencyOf(sign: string): string {
  const known = currencies[sign];
  if (known !== undefined) return known;
  const first = sign.toLowerCase()[0];
  return first === "e" ? "EUR" : first === "d" ? "USD" : "GBP";
}

/** Spanish postcodes begin with the province, 01 to 52. */
const isPostcode = (digits: string): boolean => digits.length === 5 && digits >= "01000" && digits <= "52999";

type Span = { start: number; end: number };

/**
 * What a text names: order numbers, Spanish postcodes, dates, amounts, e-mail addresses and phone numbers.
 *
 * An order is a number called so ("pedido 1043", "#1043"), or four digits on their own; five digits of a Spanish province are a
 * postcode unless they are called an order. Each piece of text is one thing at most.
 *
 * @param at epoch milliseconds, for "tomorrow" and the like, in the shop's time zone
 */
export function readEntities(text: string, at: number): Entity[] {
  const taken: Span[] = [];
  const found: (Entity & Span)[] = [];
  const take = (start: number, length: number, make: (text: string) => Entity): void => {
    const end = start + length;
    if (taken.some((span) => start < span.end && end > span.start)) return;
    taken.push({ start, end });
    found.push({ ...make(text.slice(start, end)), start, end });
  };
  const hasDigit = /\d/.test(text);
  if (text.includes("@")) for (const match of text.matchAll(email)) take(match.index, match[0].length, (written) => ({ kind: "email", value: written.toLowerCase(), text: written }));
  if (hasDigit) {
    for (const pattern of [postcodeWords]) for (const match of text.matchAll(pattern)) take(match.index + match[0].length - 5, 5, (written) => ({ kind: "postcode", value: written, text: written }));
    for (const match of text.matchAll(amount)) {
      const number = match[2] ?? match[3] ?? "";
      take(match.index, match[0].length, (written) => ({ kind: "amount", value: amountOf(number), currency: currencyOf(match[1] ?? match[4] ?? ""), text: written }));
    }
    for (const match of text.matchAll(phone)) take(match.index, match[0].length, (written) => ({ kind: "phone", value: written.replace(/[ .-]/g, ""), text: written }));
    for (const pattern of [namedOrder, hashOrder, numbered]) {
      for (const match of text.matchAll(pattern)) {
        const number = match[1] ?? "";
        take(match.index + match[0].length - number.length, number.length, (written) => ({ kind: "order", value: written, text: written }));
      }
    }
  }
  for (const date of readDates(text, at)) take(date.start, date.length, (written) => ({ kind: "date", value: date.iso, text: written }));
  if (hasDigit) {
    for (const match of text.matchAll(digitRun)) {
      const number = match[1] ?? "";
      if (isPostcode(number)) take(match.index, 5, (written) => ({ kind: "postcode", value: written, text: written }));
      else if (number.length === 4 && !isYear(number, text)) take(match.index, 4, (written) => ({ kind: "order", value: written, text: written }));
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({ start: _start, end: _end, ...entity }) => entity);
}

/** "1.234,50", "1,234.50" and "12,5" alike: the last separator with one or two digits behind it is the decimal one. */
function amountOf(written: string): number {
  const decimal = /[.,](\d{1,2})$/.exec(written);
  const whole = (decimal === null ? written : written.slice(0, decimal.index)).replace(/[.,]/g, "");
  return Number(decimal === null ? whole : `${whole}.${decimal[1] ?? "0"}`);
}

/** In running text 2019 to 2035 is a year ("desde 2024"); alone it is what was asked for. */
function isYear(number: string, text: string): boolean {
  return number >= "2019" && number <= "2035" && /\p{L}/u.test(text) && new RegExp(`(?:en|desde|de|del|in|since|of|año|year|\\d) ${number}`, "i").test(text);
}
