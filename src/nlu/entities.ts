import type { Entity } from "../core/understanding.ts";
import { readAmounts } from "./amounts.ts";
import { readDates } from "./dates.ts";
import { sameLengthFold } from "./folded-text.ts";
import { readPhones } from "./phones.ts";
import { readTimes } from "./times.ts";

/** An entity and where it stands in the text, `end` behind its last character. */
export type PlacedEntity = Entity & { start: number; end: number };

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/gu;
const numberWord = String.raw`(?:(?:numero|num|n[º°o]|number|no|nr|id|folio|es el|es la|es|el|is|de)(?![a-z])[\s.:º°]{0,3}){0,3}`;
const namedOrder = new RegExp(String.raw`\b(?:pedidos?|orden|ordenes|compra|order|orders|orden de compra|purchase|envio|parcel|paquete|encomienda|folio|ref|referencia|reference)\b[\s:,-]{0,3}${numberWord}#?\s?(\d{3,10})\b`, "g");
const hashOrder = /#\s?(\d{3,10})\b/g;
const numbered = /\b(?:numero|num|number|nº|n°)[\s.:]{0,3}(?:de pedido|of order)?[\s:]{0,3}(?:es |is |el )?#?(\d{4})\b/g;
/** A number of three digits or more, with letters before it and parts behind it: 88213, F-2025-0312, INV/88213. */
const reference = String.raw`((?:[a-z]{1,4}[-/]?)?\d{3,12}(?:[-/][a-z0-9]{1,10}){0,3}|[a-z]{1,4}[-/]\d{1,12}(?:[-/][a-z0-9]{1,10}){0,3})(?![a-z0-9])`;
const namedInvoice = new RegExp(String.raw`\b(?:facturas?|fra|fact|invoices?|boletas?|comprobante)\b[\s:,.-]{0,3}${numberWord}#?\s?${reference}`, "g");
/** A reference that is an invoice's by its letters alone. */
const bareInvoice = /(?<![a-z0-9-])(?:f|fv|fac|fact|fra|inv)[-/]?\d{4,12}(?:[-/]\d{1,10}){0,3}(?![a-z0-9])/g;
const digitRun = /(?<![\d.,/@#-])\b(\d{4,5})\b(?![\d/@-]|[.,]\d)/g;
/** Called so, the postcodes of all countries served: 46001, C1425ABC, 110111, 8320000, 90210-1234. */
const namedPostcode = /(?:codigo postal|\bc\.?p\.?|\bpost ?code|\bpostal code|\bzip(?: code)?)[\s:.]{0,3}(?:es |is |el |de )?[\s:.]{0,2}([a-z]?\d{4,7}(?:[a-z]{3})?(?:-\d{4})?)(?![a-z0-9])/g;
/** British ones look like nothing else; their last two letters are never of C I K M O V, so "1 2kg" is none. */
const britishPostcode = /(?<![a-z0-9])[a-pr-uwyz][a-hk-y]?\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])/g;

/** One cheap look for each dear pattern: most messages have none of these. */
const may = { postcode: /postal|\bc\.?p|post ?code|zip/, invoice: /fac|\bfra\b|invoice|boleta|comprobante/, bareInvoice: /[a-z][-/]?\d{4}/, british: /\d[a-z]? ?\d[a-z]{2}/ };

/** Spanish postcodes begin with the province, 01 to 52. */
const isPostcode = (digits: string): boolean => digits.length === 5 && digits >= "01000" && digits <= "52999";

/**
 * What a text names: order and invoice numbers, postcodes, dates, times, amounts, e-mail addresses and phone numbers. Products
 * are not among them: which there are is known to the shop's backend, and a dialog asks it.
 *
 * @param at epoch milliseconds, for "tomorrow" and the like, in the shop's time zone
 */
export function readEntities(text: string, at: number): Entity[] {
  return placeEntities(text, at).map(({ start: _start, end: _end, ...entity }) => entity);
}

/**
 * The same with places, in the order written. Each piece of text is one thing at most, the first that claims it.
 *
 * An order is a number called so ("pedido 1043", "#1043"), or four digits on their own; five digits of a Spanish province are a
 * postcode unless they are called an order.
 */
export function placeEntities(text: string, at: number): PlacedEntity[] {
  const folded = sameLengthFold(text);
  const found: PlacedEntity[] = [];
  const take = (start: number, length: number, make: (text: string) => Entity): void => {
    const end = start + length;
    if (found.some((one) => start < one.end && one.start < end)) return;
    found.push({ ...make(text.slice(start, end)), start, end });
  };
  /** Takes what a pattern's group holds, which ends where the match does, or the whole match. */
  const takeAll = (pattern: RegExp, make: (text: string) => Entity): void => {
    for (const match of folded.matchAll(pattern)) {
      const length = (match[1] ?? match[0]).length;
      take(match.index + match[0].length - length, length, make);
    }
  };
  const order = (written: string): Entity => ({ kind: "order", value: written, text: written });
  const invoice = (written: string): Entity => ({ kind: "invoice", value: written.toUpperCase(), text: written });
  const postcode = (written: string): Entity => ({ kind: "postcode", value: written.toUpperCase(), text: written });
  const hasDigit = /\d/.test(text);
  if (text.includes("@")) for (const match of text.matchAll(email)) take(match.index, match[0].length, (written) => ({ kind: "email", value: written.toLowerCase(), text: written }));
  const phones = hasDigit ? readPhones(text) : [];
  const takePhones = (plain: boolean): void => {
    for (const phone of phones) if (phone.plain === plain) take(phone.start, phone.length, (written) => ({ kind: "phone", value: phone.value, text: written }));
  };
  if (hasDigit) {
    if (may.postcode.test(folded)) takeAll(namedPostcode, postcode);
    takePhones(false);
  }
  for (const { value, currency, start, length } of readAmounts(folded)) take(start, length, (written) => ({ kind: "amount", value, currency, text: written }));
  if (hasDigit) {
    if (may.invoice.test(folded)) takeAll(namedInvoice, invoice);
    if (may.bareInvoice.test(folded)) takeAll(bareInvoice, invoice);
    for (const pattern of [namedOrder, hashOrder, numbered]) takeAll(pattern, order);
    takePhones(true);
    if (may.british.test(folded)) takeAll(britishPostcode, postcode);
  }
  for (const { time, start, length } of readTimes(folded)) take(start, length, (written) => ({ kind: "time", value: time, text: written }));
  for (const { iso, start, length } of readDates(folded, at)) take(start, length, (written) => ({ kind: "date", value: iso, text: written }));
  if (hasDigit) {
    for (const match of folded.matchAll(digitRun)) {
      const number = match[1] ?? "";
      if (isPostcode(number)) take(match.index, 5, postcode);
      else if (number.length === 4 && !isYear(folded, match.index, number)) take(match.index, 4, order);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const beforeYear = /(?:en|desde|de|del|in|since|of|ano|year|\d) $/;
/** Longer than any word of beforeYear. */
const yearWord = 8;

/** After such a word 2019 to 2035 is a year ("desde 2024"); alone it is what was asked for. */
function isYear(folded: string, start: number, number: string): boolean {
  return number >= "2019" && number <= "2035" && beforeYear.test(folded.slice(Math.max(0, start - yearWord), start));
}
