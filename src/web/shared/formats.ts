import type { Language } from "../../api/contract.ts";
import { commonTexts } from "../texts/common-texts.ts";
import { speak } from "../texts/speak.ts";

const locale: Record<Language, string> = { es: "es-ES", en: "en-GB" };

/** How long something took or has waited, in at most two units. @param ms milliseconds; below zero counts as zero (clocks differ) */
export function duration(ms: number, language: Language): string {
  const say = speak(commonTexts, language);
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return say("time.seconds", { n: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return say("time.minutes", { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return say("time.hours", { h: hours, m: minutes % 60 });
  return say("time.days", { n: Math.floor(hours / 24) });
}

/** Hour and minute of an instant, on a 24-hour clock in both languages. */
export function clock(at: string | number, language: Language): string {
  return new Date(at).toLocaleTimeString(locale[language], { hour: "2-digit", minute: "2-digit", hour12: false });
}

/** Day, month and time, for things that may be from another day. */
export function dayAndClock(at: string | number, language: Language): string {
  return new Date(at).toLocaleString(locale[language], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false });
}

/** At most two decimals, a true minus sign: readings and thresholds are never known better than that. */
export function decimal(value: number, language: Language): string {
  const text = value.toLocaleString(locale[language], { maximumFractionDigits: 2 });
  return text === "-0" ? "0" : text.replace("-", "−");
}

/** @param share 0 to 1 */
export function percent(share: number, language: Language): string {
  return share.toLocaleString(locale[language], { style: "percent", maximumFractionDigits: 0 });
}

export const localeOf = (language: Language): string => locale[language];
