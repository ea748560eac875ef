import type { Language } from "../core/turn.ts";
import { meaningOf } from "./intent-meaning.ts";
import type { MeaningPart } from "./intent-meaning.ts";
import { meaningLength, meaningPart } from "./intent-vector.ts";
import type { ComparedText, IntentSpace } from "./intent-vector.ts";
import { placeOf } from "./linear/feature-hash.ts";
import { groupScale, placeWord, repeated } from "./linear/feature-space.ts";
import { addRow } from "./linear/packed-weights.ts";
import type { PackedWeights } from "./linear/packed-weights.ts";
import { letterGroup, pairGroup, wordGroup } from "./linear/text-features.ts";
import type { TextFeatures, WordFeatures } from "./linear/text-features.ts";

/** What one word adds to the scores of every class: by its stem and form, and by its letters, each before its group is brought to length. */
type WordRow = {
  ids: number[]; byWord: Float32Array; byLetters: Float32Array; wordSquares: number; letterSquares: number; known: number; all: number;
  meaning: MeaningPart | null;
};

/** Scores texts with the weights of a trained classifier. `sums` are scratch: making small typed arrays anew took a seventh to a quarter of the time. */
export type TextScorer = {
  space: IntentSpace; weights: PackedWeights; unpacked: Float32Array; rows: Record<Language, Map<string, WordRow>>; rowsKept: number;
  sums: { byWord: Float64Array; byLetters: Float64Array; byPair: Float64Array };
};

/** Numbers remembered per language, in all words' rows: 8 MB. A shop's customers use some ten thousand forms. */
const numbersKept = 2_000_000;
const mostRows = 20_000;
/** Longer is junk, and is not remembered. */
const longestKept = 30;

export function createTextScorer(space: IntentSpace, weights: PackedWeights, unpacked: Float32Array): TextScorer {
  const { classes } = weights;
  const sums = { byWord: new Float64Array(classes), byLetters: new Float64Array(classes), byPair: new Float64Array(classes) };
  return { space, weights, unpacked, rows: { es: new Map(), en: new Map() }, rowsKept: Math.min(mostRows, Math.ceil(numbersKept / (2 * classes))), sums };
}

function rowOf(scorer: TextScorer, word: WordFeatures, language: Language): WordRow {
  const rows = scorer.rows[language];
  const known = rows.get(word.folded);
  if (known !== undefined) return known;
  const { space, weights, unpacked, rowsKept } = scorer;
  const { values } = space.vectoriser;
  const { words: ids, letters, ...rest } = placeWord(space.vectoriser, word);
  const byWord = new Float32Array(weights.classes);
  const byLetters = new Float32Array(weights.classes);
  for (const id of ids) addRow(weights, unpacked, id, values[id] ?? 0, byWord);
  for (const id of letters) addRow(weights, unpacked, id, values[id] ?? 0, byLetters);
  const row: WordRow = { ids, byWord, byLetters, ...rest, meaning: meaningPart(space, word, language) };
  if (word.folded.length > longestKept) return row;
  if (rows.size >= rowsKept) rows.clear();
  rows.set(word.folded, row);
  return row;
}

/**
 * The score of every class for a text, and the text as it is compared with others: what scoreInto gives for its intentVector.
 *
 * Three quarters of the work of a vector are its letters; what each word's letters add up to is remembered, which makes a text of known words
 * four times as cheap.
 */
export function scoreText(scorer: TextScorer, language: Language, { words, counts, pairs }: TextFeatures): { scores: Float64Array; text: ComparedText } {
  const { space, weights, unpacked, sums: { byWord, byLetters, byPair } } = scorer;
  const { vectoriser, meaning, features } = space;
  const { classes } = weights;
  for (const sum of [byWord, byLetters, byPair]) sum.fill(0);
  const ids: number[] = [];
  const parts: MeaningPart[] = [];
  let wordSquares = 0;
  let letterSquares = 0;
  let pairSquares = 0;
  let known = 0;
  let all = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) continue;
    const row = rowOf(scorer, word, language);
    const count = counts[i] ?? 1;
    const times = repeated(count);
    for (let c = 0; c < classes; c += 1) {
      byWord[c] = (byWord[c] ?? 0) + times * (row.byWord[c] ?? 0);
      byLetters[c] = (byLetters[c] ?? 0) + times * (row.byLetters[c] ?? 0);
    }
    wordSquares += times * times * row.wordSquares;
    letterSquares += times * times * row.letterSquares;
    known += row.known;
    all += row.all;
    for (const id of row.ids) ids.push(id);
    if (row.meaning !== null) parts.push(count === 1 ? row.meaning : { from: row.meaning.from, weight: count * row.meaning.weight });
  }
  for (let i = 0; i < pairs.length; i += 1) {
    const id = placeOf(vectoriser.space.index, pairs[i] ?? 0);
    if (id < 0) continue;
    const value = vectoriser.values[id] ?? 0;
    addRow(weights, unpacked, id, value, byPair);
    pairSquares += value * value;
    ids.push(id);
  }
  const ofWords = groupScale(vectoriser.lengths[wordGroup] ?? 0, wordSquares);
  const ofLetters = groupScale(vectoriser.lengths[letterGroup] ?? 0, letterSquares);
  const ofPairs = groupScale(vectoriser.lengths[pairGroup] ?? 0, pairSquares);
  const scores = new Float64Array(classes);
  for (let c = 0; c < classes; c += 1) {
    scores[c] = (weights.bias[c] ?? 0) + ofWords * (byWord[c] ?? 0) + ofLetters * (byLetters[c] ?? 0) + ofPairs * (byPair[c] ?? 0);
  }
  const about = meaning === null ? nothing : meaningOf(meaning, parts, language);
  for (let d = 0; d < about.length; d += 1) addRow(weights, unpacked, features + d, meaningLength * (about[d] ?? 0), scores);
  return { scores, text: { ids, known: all > 0 ? known / all : 0, length: pairs.length - 1, meaning: about } };
}

const nothing = new Float32Array(0);
