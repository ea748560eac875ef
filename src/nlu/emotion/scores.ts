import type { Language } from "../../core/turn.ts";
import { emotions } from "../../core/understanding.ts";
import type { WordVectors } from "../word-vectors.ts";
import type { LexicalReading } from "./by-lexicon.ts";
import { buckets, denseValues, letterBuckets, longestWord, walkText, weights as featureWeights, wordBucket } from "./features.ts";
import { columns } from "./model.ts";
import type { EmotionModel, WordRow } from "./model.ts";

/** Words remembered; a shop's customers use some ten thousand forms, and the bound keeps a flood of junk from filling memory: 84 bytes each. */
const rowsKept = 20_000;

/** `columns`: the emotions' and the yes-or-no judgements' are log-odds, valence and arousal are in their units. */
export type EmotionScores = {
  columns: Float64Array;
  pieces: string[];
  /** How much each piece of the text speaks for an emotion, against the mean of all; in log-odds of the service world, by the number of the piece. */
  toldBy(emotion: number): Float64Array;
};

/**
 * Scores a text: what the weights make of its emotionFeatures. What a word and its letters add is remembered, which leaves a look-up of one row
 * where there were thirty.
 */
export function scoresOf(model: EmotionModel, text: string, language: Language, lexical: LexicalReading, asks: boolean, vectors: WordVectors): EmotionScores {
  const { weights, scales, bias } = model;
  const sums = new Float64Array(columns);
  const added: { piece: number; row: ArrayLike<number>; from: number; value: number }[] = [];
  let squares = 0;
  const add = (row: ArrayLike<number>, from: number, value: number, piece: number): void => {
    for (let c = 0; c < columns; c += 1) sums[c] = (sums[c] ?? 0) + value * (row[from + c] ?? 0);
    if (piece >= 0) added.push({ piece, row, from, value });
  };
  const { pieces, words } = walkText(text, {
    word(word, piece) {
      const row = rowOf(model, word);
      squares += row.squares;
      add(row.sums, 0, 1, piece);
    },
    bucket(bucket, value, piece) {
      squares += value * value;
      add(weights, bucket * columns, value, piece);
    },
  });
  const length = Math.sqrt(squares) || 1;
  for (let c = 0; c < columns; c += 1) sums[c] = (sums[c] ?? 0) / length;
  const dense = denseValues(words, language, lexical, asks, vectors);
  for (let i = 0; i < dense.length; i += 1) {
    const from = (buckets + i) * columns;
    const value = dense[i] ?? 0;
    for (let c = 0; c < columns; c += 1) sums[c] = (sums[c] ?? 0) + value * (weights[from + c] ?? 0);
  }
  for (let c = 0; c < columns; c += 1) sums[c] = (sums[c] ?? 0) * (scales[c] ?? 0) + (bias[c] ?? 0);
  return {
    columns: sums,
    pieces,
    toldBy(emotion) {
      const told = new Float64Array(pieces.length);
      for (const { piece, row, from, value } of added) {
        let mean = 0;
        for (let other = 0; other < emotions.length; other += 1) mean += ((row[from + other] ?? 0) * (scales[other] ?? 0)) / emotions.length;
        told[piece] = (told[piece] ?? 0) + (value / length) * ((row[from + emotion] ?? 0) * (scales[emotion] ?? 0) - mean);
      }
      return told;
    },
  };
}

function rowOf({ rows, weights }: EmotionModel, word: string): WordRow {
  const known = rows.get(word);
  if (known !== undefined) return known;
  const row: WordRow = { sums: new Float32Array(columns), squares: 0 };
  const add = (bucket: number, value: number): void => {
    for (let c = 0; c < columns; c += 1) row.sums[c] = (row.sums[c] ?? 0) + value * (weights[bucket * columns + c] ?? 0);
    row.squares += value * value;
  };
  add(wordBucket(word), featureWeights.word);
  for (const letters of letterBuckets(word)) add(letters, featureWeights.letters);
  if (word.length > longestWord) return row;
  if (rows.size >= rowsKept) rows.clear();
  rows.set(word, row);
  return row;
}
