import type { Language } from "../core/turn.ts";
import { stemOf } from "./linear/stems.ts";
import type { WordVectors } from "./word-vectors.ts";
import type { Word } from "./words.ts";

/** Words read, as for every other feature. */
const wordsRead = 120;

/**
 * What a text is about as one vector of length 1: the mean of its words' vectors, common words counting less. All zero where no word is known.
 *
 * @param weightOf how much a folded word counts, 0 to 1
 * @see Arora, Liang and Ma (2017), "A simple but tough-to-beat baseline for sentence embeddings"
 */
export function meaningOf({ dimensions, tables, spanishStems }: WordVectors, words: readonly Word[], language: Language, weightOf: (word: string) => number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (let i = 0; i < Math.min(words.length, wordsRead); i += 1) {
    const folded = words[i]?.folded ?? "";
    // No English word is looked up for a Spanish one: "me", "once", "son" mean something else there, and cost a point of accuracy.
    const row = language === "es" ? (tables.es.rows.get(folded) ?? spanishStems.get(stemOf(folded, "es"))) : tables.en.rows.get(folded);
    if (row === undefined) continue;
    const { vectors } = tables[language];
    const weight = weightOf(folded);
    for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vectors[row * dimensions + d] ?? 0);
  }
  let squares = 0;
  for (const value of sum) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return sum.map((value) => value / length);
}
