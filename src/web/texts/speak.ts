import type { Language } from "../../api/contract.ts";

export type Bilingual = Record<Language, string>;
/** Keys with their words in both languages, side by side so that neither is forgotten. */
export type Texts = Record<string, Bilingual>;
export type Values = Record<string, string | number>;

/** Says a text of a catalogue in one language. */
export type Say<T extends Texts> = (key: keyof T & string, values?: Values) => string;

/** Fills `{name}` places; a missing value stays visible as its name, so that it is noticed and nothing breaks in front of a customer. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

export function speak<T extends Texts>(texts: T, language: Language): Say<T> {
  return (key, values) => {
    const entry = texts[key];
    return entry ? fill(entry[language], values) : key;
  };
}
