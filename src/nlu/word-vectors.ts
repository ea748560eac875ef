import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Language } from "../core/turn.ts";
import { toInt8 } from "./linear/bytes.ts";
import { stemOf } from "./linear/stems.ts";

const storedVectors = z.object({ dimensions: z.number().int().positive(), english: z.string(), englishVectors: z.string(), spanish: z.string(), spanishStems: z.string(), spanishVectors: z.string() });
/** Words with blanks between, the stems of the Spanish ones (stemming them at load takes longer than all else), and their vectors in the same order: bytes in base64, 254 to the unit. */
export type StoredVectors = z.infer<typeof storedVectors>;

type Table = { rows: ReadonlyMap<string, number>; vectors: Int8Array };

/** What words mean, as points: words used alike lie near each other, and Spanish words lie at their English counterparts. */
export type WordVectors = { dimensions: number; tables: Record<Language, Table>; spanishStems: ReadonlyMap<string, number> };

/**
 * Loads the word vectors.
 *
 * @throws Error naming the remedy when the file is missing or not one of ours
 */
export async function loadWordVectors(file: string): Promise<WordVectors> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: restore it from the repository`, { cause });
  });
  const stored = storedVectors.safeParse(JSON.parse(text));
  if (!stored.success) throw new Error(`${file} is not a table of word vectors of this version: restore it from the repository`, { cause: stored.error });
  return readWordVectors(stored.data);
}

export function readWordVectors({ dimensions, english, englishVectors, spanish, spanishStems: written, spanishVectors }: StoredVectors): WordVectors {
  const es = table(spanish, spanishVectors);
  const spanishStems = new Map<string, number>();
  written.split(" ").forEach((stem, row) => { if (!spanishStems.has(stem)) spanishStems.set(stem, row); });
  return { dimensions, tables: { en: table(english, englishVectors), es }, spanishStems };
}

const table = (words: string, vectors: string): Table => ({ rows: new Map(words.split(" ").map((word, row) => [word, row])), vectors: toInt8(vectors) });

/**
 * Adds up the vectors of words: a Spanish word by itself, by its stem, or as a word borrowed from English.
 *
 * @param words folded
 * @param sum takes the vector of length one in its first places, all zeros before and after where no word is known
 */
export function meanVector({ dimensions, tables, spanishStems }: WordVectors, words: readonly string[], language: Language, sum: Float32Array): void {
  for (const word of words) {
    const own = language === "es" ? (tables.es.rows.get(word) ?? spanishStems.get(stemOf(word, "es"))) : undefined;
    const { vectors } = own === undefined ? tables.en : tables.es;
    const row = own ?? tables.en.rows.get(word);
    if (row === undefined) continue;
    for (let i = 0, from = row * dimensions; i < dimensions; i += 1) sum[i] = (sum[i] ?? 0) + (vectors[from + i] ?? 0);
  }
  let squares = 0;
  for (let i = 0; i < dimensions; i += 1) squares += (sum[i] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < dimensions; i += 1) sum[i] = (sum[i] ?? 0) / length;
}
