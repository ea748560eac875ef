import type { Language } from "../src/core/turn.ts";
import { kept } from "./kept.ts";

// Formatters are costly to build and cheap to keep. UTC because the dates are calendar dates without a time.
const dates: Record<Language, Intl.DateTimeFormat> = {
  es: new Intl.DateTimeFormat("es-ES", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),
};
const locales: Record<Language, string> = { es: "es-ES", en: "en-GB" };
const monies = new Map<string, Intl.NumberFormat>();

const shown: Record<Language, (iso: string) => string> = { es: kept((iso) => dates.es.format(new Date(`${iso}T00:00:00Z`))), en: kept((iso) => dates.en.format(new Date(`${iso}T00:00:00Z`))) };

/** An ISO calendar date as people say it: "lunes, 24 de noviembre". */
export const shownDate = (iso: string, language: Language): string => shown[language](iso);

/** An amount in its currency (ISO 4217): "4,50 €". */
export function shownMoney(amount: number, currency: string, language: Language): string {
  const key = `${language} ${currency}`;
  const known = monies.get(key) ?? new Intl.NumberFormat(locales[language], { style: "currency", currency });
  monies.set(key, known);
  return known.format(amount);
}

/** A calendar date some days later. */
export function daysAfter(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
