import { createRequire } from "node:module";
import type { Language } from "../../core/turn.ts";

// A deep import: the package's front door loads five database clients and reads ./.env into the process.
const load = createRequire(import.meta.url);
type Stemmer = { stem(token: string): string };
const { PorterStemmer, PorterStemmerEs }: { PorterStemmer: Stemmer; PorterStemmerEs: Stemmer } = load("natural/lib/natural/stemmers/index.js");
const stemmers: Record<Language, Stemmer> = { es: PorterStemmerEs, en: PorterStemmer };

/** Stems kept; a shop's customers use some ten thousand word forms, and the bound keeps a flood of junk from filling memory. */
const stemsKept = 20_000;
const stems: Record<Language, Map<string, string>> = { es: new Map(), en: new Map() };

/** Longer than any word of either language: junk, and stemming is not linear in it. */
export const longestWord = 30;

/** The stem of a folded word, cut to longestWord. */
export function stemOf(word: string, language: Language): string {
  const known = stems[language].get(word);
  if (known !== undefined) return known;
  const found = word.length > longestWord ? word.slice(0, longestWord) : stemmers[language].stem(word);
  if (stems[language].size >= stemsKept) stems[language].clear();
  stems[language].set(word, found);
  return found;
}
