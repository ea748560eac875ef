import { indexHashes, placeOf } from "./feature-hash.ts";
import type { HashIndex } from "./feature-hash.ts";
import { groups, letterGroup, pairGroup, wordGroup } from "./text-features.ts";
import type { TextFeatures, WordFeatures } from "./text-features.ts";

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
  for (const { words, pairs } of texts) {
    const own = new Map<number, number>();
    for (const word of words) {
      own.set(word.stem, wordGroup).set(word.form, wordGroup);
      for (const piece of word.pieces) own.set(piece, letterGroup);
    }
    for (const pair of pairs) own.set(pair, pairGroup);
    for (const [hash, group] of own) {
      textsWith.set(hash, (textsWith.get(hash) ?? 0) + 1);
      groupOf.set(hash, group);
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
  const rare = new Float32Array(textsWith.length);
  for (let i = 0; i < rare.length; i += 1) rare[i] = Math.log((texts + 1) / ((textsWith[i] ?? 0) + 0.5));
  return rare;
}

/** Turns texts into vectors of a space. Built once per model: it holds what is the same for every text. */
export type Vectoriser = { space: FeatureSpace; rarity: Float32Array; values: Float32Array; lengths: Float64Array };

export function createVectoriser(space: FeatureSpace, { rarity, groupLengths }: SpaceSettings): Vectoriser {
  const rare = rarities(space);
  return { space, rarity: rare, values: rare.map((value) => value ** rarity), lengths: Float64Array.from({ length: groups }, (_, group) => groupLengths[group] ?? 0) };
}

/**
 * A word in a space: the places of its stem and form and of its letters, those it has; what it adds to the square of each group's length; and
 * the rarity of what is known of it against all of it.
 */
export type PlacedWord = { words: number[]; letters: number[]; wordSquares: number; letterSquares: number; known: number; all: number };

export function placeWord({ space, rarity, values }: Vectoriser, { stem, form, pieces }: WordFeatures): PlacedWord {
  const unseen = Math.log(space.texts + 1);
  const placed: PlacedWord = { words: [], letters: [], wordSquares: 0, letterSquares: 0, known: 0, all: 0 };
  for (const hash of [stem, form]) {
    const id = placeOf(space.index, hash);
    placed.all += id < 0 ? unseen : (rarity[id] ?? 0);
    if (id < 0) continue;
    placed.known += rarity[id] ?? 0;
    placed.words.push(id);
    placed.wordSquares += (values[id] ?? 0) ** 2;
  }
  for (const hash of pieces) {
    const id = placeOf(space.index, hash);
    if (id < 0) continue;
    placed.letters.push(id);
    placed.letterSquares += (values[id] ?? 0) ** 2;
  }
  return placed;
}

/** How much a word counts that occurs so often in a text. */
export const repeated = (count: number): number => (count === 1 ? 1 : 1 + Math.log(count));

/** The factor that brings a group with this sum of squares to its length. */
export const groupScale = (length: number, squares: number): number => length / Math.sqrt(squares || 1);

/**
 * The vector of a text with `known`: the share of its words, weighed by rarity, the space has (0 to 1). Each group is at its own length, as
 * if no two words shared letters or a stem: what a word adds is then the same in every text.
 */
export function vectorOf(vectoriser: Vectoriser, { words, counts, pairs }: TextFeatures): SparseVector & { known: number } {
  const { space, values, lengths } = vectoriser;
  const sums = new Map<number, number>();
  const add = (id: number, times: number): void => void sums.set(id, (sums.get(id) ?? 0) + times * (values[id] ?? 0));
  const squares = [0, 0, 0];
  let known = 0;
  let all = 0;
  words.forEach((word, i) => {
    const placed = placeWord(vectoriser, word);
    const times = repeated(counts[i] ?? 1);
    for (const id of placed.words) add(id, times);
    for (const id of placed.letters) add(id, times);
    squares[wordGroup] = (squares[wordGroup] ?? 0) + times * times * placed.wordSquares;
    squares[letterGroup] = (squares[letterGroup] ?? 0) + times * times * placed.letterSquares;
    known += placed.known;
    all += placed.all;
  });
  for (const hash of pairs) {
    const id = placeOf(space.index, hash);
    if (id < 0) continue;
    add(id, 1);
    squares[pairGroup] = (squares[pairGroup] ?? 0) + (values[id] ?? 0) ** 2;
  }
  const scales = squares.map((sum, group) => groupScale(lengths[group] ?? 0, sum));
  return {
    ids: Int32Array.from(sums.keys()),
    values: Float32Array.from(sums, ([id, sum]) => sum * (scales[space.groups[id] ?? 0] ?? 0)),
    known: all > 0 ? known / all : 0,
  };
}
