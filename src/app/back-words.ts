import { daysUntil } from "../core/opening-hours.ts";
import type { Language } from "../core/turn.ts";
import type { Texts } from "./ports.ts";

const locale: Record<Language, string> = { es: "es-ES", en: "en-GB" };

/**
 * When people are back, in words: "tomorrow at 9:00". Always in the desk's own time zone, which the words name.
 *
 * @param moment @param now epoch milliseconds
 */
export function backWords(moment: number, now: number, timeZone: string, language: Language, texts: Texts): string {
  const time = new Intl.DateTimeFormat(locale[language], { timeZone, hour: "numeric", minute: "2-digit", hourCycle: "h23" }).format(moment);
  const zone = new Intl.DateTimeFormat(locale[language], { timeZone, timeZoneName: "longGeneric" }).formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  const days = daysUntil(moment, now, timeZone);
  if (days === 0) return texts.text("back.today", { time, zone }, language);
  if (days === 1) return texts.text("back.tomorrow", { time, zone }, language);
  const date = new Intl.DateTimeFormat(locale[language], { timeZone, weekday: "long", day: "numeric", month: "long" }).format(moment).replace(",", "");
  return texts.text("back.on", { date, time, zone }, language);
}
