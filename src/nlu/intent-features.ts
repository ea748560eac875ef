import { createRequire } from "node:module";
import type { Language } from "../core/turn.ts";
import type { Word } from "./words.ts";

// A deep import: the package's front door loads five database clients and reads ./.env into the process.
const load = createRequire(import.meta.url);
type Stemmer = { stem(token: string): string };
const { PorterStemmer, PorterStemmerEs }: { PorterStemmer: Stemmer; PorterStemmerEs: Stemmer } = load("natural/lib/natural/stemmers/index.js");
const stemmers: Record<Language, Stemmer> = { es: PorterStemmerEs, en: PorterStemmer };

/** Stems kept; a shop's customers use some ten thousand word forms, and the bound keeps a flood of junk from filling memory. */
const stemsKept = 20_000;
const stems: Record<Language, Map<string, string>> = { es: new Map(), en: new Map() };

function stem(word: string, language: Language): string {
  const known = stems[language].get(word);
  if (known !== undefined) return known;
  // Longer than any word of either language: junk, and stemming is not linear in it.
  const found = word.length > 30 ? word.slice(0, 30) : stemmers[language].stem(word);
  if (stems[language].size >= stemsKept) stems[language].clear();
  stems[language].set(word, found);
  return found;
}

const digits = /^\d+$/;

/** Words read for the intent. What a customer wants is said early; the cap bounds the cost of a long story. */
const wordsRead = 120;

/**
 * What the intent classifier sees of a text: stems, pairs of stems, and letter trigrams and fourgrams within words, which survive typos.
 * Each feature once; the order is that of the text.
 */
export function intentFeatures(words: Word[], language: Language): Set<string> {
  const features = new Set<string>();
  let before = "^";
  for (const { folded } of words.length > wordsRead ? words.slice(0, wordsRead) : words) {
    const root = digits.test(folded) ? "#" : stem(folded, language);
    features.add(`w${root}`);
    features.add(`b${before} ${root}`);
    before = root;
    if (root === "#" || folded.length > 30) continue;
    const padded = `_${folded}_`;
    for (let i = 0; i + 3 <= padded.length; i += 1) {
      features.add(`c${padded.slice(i, i + 3)}`);
      if (i + 4 <= padded.length) features.add(`c${padded.slice(i, i + 4)}`);
    }
  }
  features.add(`b${before} $`);
  return features;
}
