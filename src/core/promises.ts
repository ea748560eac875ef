import { committingEn } from "./promises-en.ts";
import { committingEs } from "./promises-es.ts";
import type { Language } from "./turn.ts";

/**
 * Words that promise what only the shop's systems can say: money back, something free, a guarantee, a time. A colleague once wrote them with the order on the
 * screen; to another customer they would be a promise nobody has checked.
 */
const promising: Record<Language, RegExp> = {
  es: /reembols|reintegr|dev(?:olv|uelv)\w* (?:el|su|tu|todo el) (?:dinero|importe|pago)|abon(?:o|a|ar|amos|aremos|ado)\b|compensa|indemniz|garantiz|gratis|gratuit|descuento|vale de|cupon|regal(?:o|amos|aremos)|sin coste|sin cargo|prometo|(?:le|te) aseguro|llegara\b|recibira\b|lo tendra|se lo envi(?:amos|aremos) (?:hoy|manana)|hoy mismo|manana mismo|en \S+ (?:horas|dias|minutos|semanas)/,
  en: /refund|money back|credit(?:ed)? (?:to|your)|compensat|guarantee|for free|free of charge|no charge|discount|voucher|coupon|gift|i promise|we promise|i assure|will arrive|will be delivered|will be with you|you will (?:get|receive|have) it|today itself|by tomorrow|within \S+ (?:hours|days|minutes|weeks)|in \S+ (?:hours|days|minutes|weeks)/,
};

/** A day, an hour or a sum somebody else was told: none is known for this customer, even as a place to fill in. A length of time is one where it lies ahead. */
const told = /\[(?:amount|date|time|importe|fecha|hora|dia|day)\b[^\]]*\]|\b(?:en|dentro de|antes de|in|within|under|after) (?:\w+ ){0,2}\[(?:minutes|hours|days|weeks|months|years)\]/;

const committing: Record<Language, (text: string) => boolean> = { es: committingEs, en: committingEn };

/**
 * Whether a reply promises what must come from data, or does something for the customer that nobody has decided for this one. It reads how a sentence is built: whoever says
 * "I" or "we" may look, ask, listen and tell; any other deed of theirs, and whatever comes to the customer by itself, is taken for a promise. So it refuses some that are none: a
 * suggestion less costs little, a promise nobody keeps much.
 *
 * @param text a colleague's words with what was masked in brackets, or the house's own. The rules of the house, in its articles, may promise
 */
export function promises(text: string, language: Language): boolean {
  const lower = text.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ");
  const plain = lower.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return promising[language].test(plain) || told.test(plain) || committing[language](language === "es" ? lower.normalize("NFC") : plain);
}
