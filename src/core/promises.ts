import type { Language } from "./turn.ts";

/**
 * Words that promise what only the shop's systems can say: money back, something free, a guarantee, a time. A colleague once wrote them with the order on the
 * screen; to another customer they would be a promise nobody has checked.
 */
const promising: Record<Language, RegExp> = {
  es: /reembols|reintegr|dev(?:olv|uelv)\w* (?:el|su|tu|todo el) (?:dinero|importe|pago)|abon(?:o|a|ar|amos|aremos|ado)\b|compensa|indemniz|garantiz|gratis|gratuit|descuento|vale de|cup[oó]n|regal(?:o|amos|aremos)|sin coste|sin cargo|prometo|le aseguro|te aseguro|llegar[aá]\b|recibir[aá]\b|lo tendr[aá]|se lo envi(?:amos|aremos) (?:hoy|ma[nñ]ana)|hoy mismo|ma[nñ]ana mismo|\[fecha\] mismo|en \S+ (?:horas|d[ií]as|minutos)/i,
  en: /refund|money back|credit(?:ed)? (?:to|your)|compensat|guarantee|for free|free of charge|no charge|discount|voucher|coupon|gift|i promise|we promise|i assure|will arrive|will be delivered|will be with you|you will (?:get|receive|have) it|today itself|by tomorrow|within \S+ (?:hours|days|minutes)|in \S+ (?:hours|days|minutes)/i,
};

/** Whether a reply promises what must come from data. The rules of the house, in its articles, may. */
export const promises = (text: string, language: Language): boolean => promising[language].test(text);
