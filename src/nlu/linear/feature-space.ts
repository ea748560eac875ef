import { indexHashes, placeOf } from "./feature-hash.ts";
import type { HashIndex } from "./feature-hash.ts";
import { groups, wordGroup } from "./text-features.ts";
import type { TextFeatures } from "./text-features.ts";

/** A text as places and values. `ids` may be in any order; each occurs once. */
export type SparseVector = { ids: Int32Array; values: Float32Array };

/** Which features count, how many texts have each, and how many texts there were. */
export type FeatureSpace = { index: HashIndex; groups: Uint8Array; textsWith: Uint32Array; texts: number };

export type SpaceSettings = {
  /** How much a feature's rarity says: its value is multiplied by log(texts / texts with it) to this power. 0 says nothing. */
  rarity: number;
  /** Length of each group's part of a vector. */
  groupLengths: readonly number[];
};

/**
 * Learns the space from texts.
 *
 * @param atLeast texts a feature must be in, by group
 */
export function learnSpace(texts: readonly TextFeatures[], atLeast: readonly number[]): FeatureSpace {
  const textsWith = new Map<number, number>();
  const groupOf = new Map<number, number>();
  for (const { hashes, groups: kinds } of texts) {
    for (let i = 0; i < hashes.length; i += 1) {
      const hash = hashes[i] ?? 0;
      textsWith.set(hash, (textsWith.get(hash) ?? 0) + 1);
      groupOf.set(hash, kinds[i] ?? 0);
    }
  }
  // By group, then by hash: word features come first and have the small numbers, and the order of the texts leaves no trace.
  const kept = [...textsWith].filter(([hash, count]) => count >= (atLeast[groupOf.get(hash) ?? 0] ?? 1)).map(([hash]) => hash);
  const sorted = Uint32Array.from(kept.sort((a, b) => (groupOf.get(a) ?? 0) - (groupOf.get(b) ?? 0) || a - b));
  return {
    index: indexHashes(sorted),
    groups: Uint8Array.from(sorted, (hash) => groupOf.get(hash) ?? 0),
    textsWith: Uint32Array.from(sorted, (hash) => textsWith.get(hash) ?? 0),
    texts: texts.length,
  };
}

/** How rare each feature is, as log(texts / texts with it), never below zero. */
export function rarities({ textsWith, texts }: FeatureSpace): Float32Array {
  return Float32Array.from(textsWith, (count) => Math.log((texts + 1) / (count + 0.5)));
}

/** Turns texts into vectors of a space. Built once per model: it holds what is the same for every text. */
export type Vectoriser = { space: FeatureSpace; rarity: Float32Array; values: Float32Array; lengths: Float64Array };

export function createVectoriser(space: FeatureSpace, { rarity, groupLengths }: SpaceSettings): Vectoriser {
  const rare = rarities(space);
  return { space, rarity: rare, values: rare.map((value) => value ** rarity), lengths: Float64Array.from({ length: groups }, (_, group) => groupLengths[group] ?? 0) };
}

/** The vector of a text, each group at its own length, with `known`: the share of its words, weighed by rarity, the space has (0 to 1). */
export function vectorOf({ space, rarity, values, lengths }: Vectoriser, { hashes, groups: kinds, counts }: TextFeatures): SparseVector & { known: number } {
  const ids = new Int32Array(hashes.length);
  const found = new Float32Array(hashes.length);
  const squares = new Float64Array(groups);
  const unseen = Math.log(space.texts + 1);
  let size = 0;
  let knownWords = 0;
  let allWords = 0;
  for (let i = 0; i < hashes.length; i += 1) {
    const id = placeOf(space.index, hashes[i] ?? 0);
    const kind = kinds[i] ?? 0;
    if (kind === wordGroup) {
      allWords += id < 0 ? unseen : (rarity[id] ?? 0);
      knownWords += id < 0 ? 0 : (rarity[id] ?? 0);
    }
    if (id < 0) continue;
    const value = (1 + Math.log(counts[i] ?? 1)) * (values[id] ?? 0);
    ids[size] = id;
    found[size] = value;
    size += 1;
    squares[kind] = (squares[kind] ?? 0) + value * value;
  }
  for (let group = 0; group < groups; group += 1) squares[group] = (lengths[group] ?? 0) / Math.sqrt(squares[group] || 1);
  for (let i = 0; i < size; i += 1) found[i] = (found[i] ?? 0) * (squares[space.groups[ids[i] ?? 0] ?? 0] ?? 0);
  return { ids: ids.subarray(0, size), values: found.subarray(0, size), known: allWords > 0 ? knownWords / allWords : 0 };
}
