import type { Language } from "../core/turn.ts";
import { meaningFrom } from "./intent-meaning.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Word vectors nearer than this say the same thing another way ("sirloin", "steak"); what lies below is mere company. */
const nearFrom = 0.55;
const nearCounts = 0.85;
/** A word of the same line of `same-words.yaml`; of 0.5, 0.7 and 0.85 the articles' own questions, left out in turn, were found best at the upper end. */
const sameCounts = 0.8;

/**
 * How near a word is to every word of the vocabulary, in its order: 0 for mere company, up to `nearCounts`, 1 for the word itself in another form.
 *
 * @param vocabulary where its words' vectors begin, -1 for a word that has none
 * @param sameAs places of the words that mean the same
 * @returns of a folded word and its own place in the vocabulary, -1 for none
 */
export function nearnessTo(vectors: WordVectors, language: Language, vocabulary: readonly number[], sameAs: (word: string) => Iterable<number>): (word: string, own: number) => Float32Array {
  const { dimensions, tables } = vectors;
  const { vectors: table } = tables[language];
  const unit = (from: number): Float32Array => {
    const own = Float32Array.from(table.subarray(from, from + dimensions));
    const length = Math.hypot(...own) || 1;
    return own.map((value) => value / length);
  };
  const units = new Float32Array(vocabulary.length * dimensions);
  vocabulary.forEach((from, place) => { if (from >= 0) units.set(unit(from), place * dimensions); });
  return (word, itself) => {
    const near = new Float32Array(vocabulary.length);
    const from = meaningFrom(vectors, word, language);
    if (from >= 0) {
      const own = unit(from);
      for (let place = 0; place < near.length; place += 1) {
        let product = 0;
        for (let d = 0, at = place * dimensions; d < dimensions; d += 1) product += (own[d] ?? 0) * (units[at + d] ?? 0);
        near[place] = product < nearFrom ? 0 : nearCounts * Math.min(1, (product - nearFrom) / (1 - nearFrom));
      }
    }
    for (const place of sameAs(word)) near[place] = Math.max(near[place] ?? 0, sameCounts);
    if (itself >= 0) near[itself] = 1;
    return near;
  };
}
