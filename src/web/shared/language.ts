import type { Language } from "../../api/contract.ts";

/**
 * Chooses the language of a page.
 *
 * What was asked for in the address comes first, then what the person chose here before, then the first language of the
 * browser that we speak; Spanish when none fits, as the shop is in Spain.
 */
export function chooseLanguage(asked: string | null, stored: string | null, browser: readonly string[]): Language {
  const wishes = [asked, stored, ...browser];
  for (const wish of wishes) {
    const language = spoken(wish);
    if (language) return language;
  }
  return "es";
}

/** The language of a tag such as "en-GB", or null when we do not speak it. */
export function spoken(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return primary === "es" || primary === "en" ? primary : null;
}
