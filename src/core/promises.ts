import { committingEn } from "./promises-en.ts";
import { committingEs } from "./promises-es.ts";
import type { Language } from "./turn.ts";

/** Times ahead in words: a colleague once wrote them with the order on the screen; to another customer they would be a promise nobody has checked. */
const ahead: Record<Language, RegExp> = {
  es: /hoy mismo|manana mismo|(?<!(?:desde|hace|vez) )\ben \S+ (?:horas|dias|minutos|semanas)/,
  en: /today itself|by tomorrow|within \S+ (?:hours|days|minutes|weeks)|(?<!(?:back|again) )in \S+ (?:hours|days|minutes|weeks)/,
};

/** A day, an hour or a sum somebody else was told: none is known for this customer, even as a place to fill in. A length of time is one where it lies ahead. */
const told = /\[(?:amount|date|time|importe|fecha|hora|dia|day)\b[^\]]*\]|\b(?:en|dentro de|antes de|in|within|under|after) (?:\w+ ){0,2}\[(?:minutes|hours|days|weeks|months|years)\]/;

const committing: Record<Language, (text: string) => boolean> = { es: committingEs, en: committingEn };

/**
 * Whether a reply promises what must come from data, or does something for the customer that nobody has decided for this one: a deed of value to their money, goods, contract or
 * time, by us or by nobody named, done or to come; what arrives or is to be had; a day, an hour, a sum. Looking, asking, telling, passing on, staying and sorting out are none, nor is
 * what the customer does, what is asked, regretted or cannot be done. It goes by words: a deed told in words it does not know gets through.
 *
 * @param text a colleague's words with what was masked in brackets, or the house's own. The rules of the house, in its articles, may promise
 */
export function promises(text: string, language: Language): boolean {
  const lower = text.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ");
  const plain = lower.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return ahead[language].test(plain) || told.test(plain) || committing[language](language === "es" ? lower.normalize("NFC") : plain);
}
