import type { Language } from "../core/turn.ts";
import { longestWord, stemOf } from "./linear/stems.ts";

/** Endings of "vosotros" without their accent, and pronouns hung on a verb: the stemmer knows them only as they are written with accents, or not at all. */
const spoken = /(?:(?<=..[aei]r)(?:(?:me|te|se|nos|os)?l[aeo]s?|me|te|se|nos|os)|(?<=...)(?:a|e)is|(?<=...[^i])is)$/;

const possessive = /(?<=..)'s$|(?<=s)'$/;

/** The stem of a folded word as people ask: "repartís", "repartir" and "repartirlo" have one, "driver" and "driver's" too. */
export function askedStem(word: string, language: Language): string {
  if (word.length > longestWord) return stemOf(word, language);
  return stemOf(language === "es" ? infinitive(word) : word.replace(possessive, ""), language);
}

/** An ending is put back so that the stemmer sees an ordinary verb. */
function infinitive(word: string): string {
  const [ending] = spoken.exec(word) ?? [];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  return ending === "ais" ? `${rest}ar` : ending === "eis" ? `${rest}er` : ending === "is" ? `${rest}ir` : rest;
}
