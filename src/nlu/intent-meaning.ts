import type { Language } from "../core/turn.ts";
import { stemOf } from "./linear/stems.ts";
import type { WordVectors } from "./word-vectors.ts";

/** A word that has a vector: where it begins in its language's table, and how much it counts in what a text is about, 0 to 1. */
export type MeaningPart = { from: number; weight: number };

/**
 * Where the vector of a folded word begins, or -1.
 *
 * No English word is looked up for a Spanish one: "me", "once", "son" mean something else there, and cost a point of accuracy.
 */
export function meaningFrom({ dimensions, tables, spanishStems }: WordVectors, folded: string, language: Language): number {
  const row = language === "es" ? (tables.es.rows.get(folded) ?? spanishStems.get(stemOf(folded, "es"))) : tables.en.rows.get(folded);
  return row === undefined ? -1 : row * dimensions;
}

/**
 * What a text is about as one vector of length 1: the mean of its words' vectors, common words counting less. All zero where no word is known.
 *
 * @see Arora, Liang and Ma (2017), "A simple but tough-to-beat baseline for sentence embeddings"
 */
export function meaningOf({ dimensions, tables }: WordVectors, parts: readonly MeaningPart[], language: Language): Float32Array {
  const sum = new Float32Array(dimensions);
  const { vectors } = tables[language];
  for (const { from, weight } of parts) for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vectors[from + d] ?? 0);
  let squares = 0;
  for (let d = 0; d < dimensions; d += 1) squares += (sum[d] ?? 0) ** 2;
  const scale = 1 / (Math.sqrt(squares) || 1);
  for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) * scale;
  return sum;
}
