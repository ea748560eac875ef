import type { Language } from "../core/turn.ts";
import type { RankedIntent } from "../core/understanding.ts";
import { intentFeatures } from "./intent-features.ts";
import type { Word } from "./words.ts";

/** A multinomial logistic regression over the features of intent-features.ts, as stored. */
export type StoredIntentModel = {
  version: string;
  labels: string[];
  features: string[];
  /** Signed bytes in base64, feature by feature, one per label; times `scale` they are the weights. */
  weights: string;
  scale: number;
  bias: number[];
  /** Sharpens the probabilities to how often they are right; found on held-out folds. */
  sharpness: number;
  /** Below this probability the best intent is not acted on; found on held-out folds. */
  sureFrom: number;
  /** The best intent must lead the second by this much. */
  sureMargin: number;
};

export type IntentModel = Omit<StoredIntentModel, "features" | "weights"> & { index: Map<string, number>; weights: Int8Array };

/** The group of a feature weighs as a whole: a stem says more than one of its letter groups. */
const stemWeight = 1;
const pairWeight = 0.7;
const lettersWeight = 0.35;

const stemCode = "w".charCodeAt(0);
const pairCode = "b".charCodeAt(0);

export function readIntentModel(stored: StoredIntentModel): IntentModel {
  const { features, weights, ...rest } = stored;
  return { ...rest, index: new Map(features.map((feature, i) => [feature, i])), weights: new Int8Array(Buffer.from(weights, "base64")) };
}

/** Feature numbers with their values; the vector has length one, so that long and short texts are judged alike. */
export function intentVector(features: Set<string>, index: ReadonlyMap<string, number>): { ids: number[]; values: number[]; known: number } {
  const ids: number[] = [];
  const values: number[] = [];
  let squares = 0;
  let known = 0;
  for (const feature of features) {
    const code = feature.charCodeAt(0);
    const value = code === stemCode ? stemWeight : code === pairCode ? pairWeight : lettersWeight;
    squares += value * value;
    const id = index.get(feature);
    if (id === undefined) continue;
    ids.push(id);
    values.push(value);
    // Two known letter groups are worth a known word: "buenass" is a greeting although nobody has written it so.
    known += code === stemCode ? 1 : code === pairCode ? 0 : 0.5;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) / length;
  return { ids, values, known };
}

/** Probabilities of scores, sharpened. */
export function softmax(scores: ArrayLike<number>, sharpness: number): number[] {
  let top = -Infinity;
  for (let i = 0; i < scores.length; i += 1) top = Math.max(top, scores[i] ?? 0);
  const powers = Array.from(scores, (score) => Math.exp((score - top) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Every label with its probability, best first, and how much of the text the model has seen, in words. */
export function classify(model: IntentModel, words: Word[], language: Language): { ranked: RankedIntent[]; known: number } {
  const { ids, values, known } = intentVector(intentFeatures(words, language), model.index);
  const { weights, scale } = model;
  const labels = model.labels.length;
  const scores = Float64Array.from(model.bias);
  for (let i = 0; i < ids.length; i += 1) {
    const row = (ids[i] ?? 0) * labels;
    const value = (values[i] ?? 0) * scale;
    for (let label = 0; label < labels; label += 1) scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0);
  }
  const ranked = softmax(scores, model.sharpness).map((confidence, i) => ({ intent: model.labels[i] ?? "", confidence }));
  return { ranked: ranked.sort((a, b) => b.confidence - a.confidence), known };
}
