import type { Language } from "../core/turn.ts";
import type { RankedIntent } from "../core/understanding.ts";
import { closestExamples } from "./intent-examples.ts";
import type { IntentExamples } from "./intent-examples.ts";
import { intentVector } from "./intent-vector.ts";
import type { IntentSpace, IntentVector } from "./intent-vector.ts";
import { chance } from "./linear/logistic.ts";
import type { Logistic } from "./linear/logistic.ts";
import { scoreInto } from "./linear/packed-weights.ts";
import type { PackedWeights } from "./linear/packed-weights.ts";
import { textFeatures } from "./linear/text-features.ts";
import type { Word } from "./words.ts";

/** A classifier of intents, ready to read texts. */
export type IntentModel = {
  version: string;
  /** The intents in scope, sorted. A class after the last of them is what is out of scope, where the training had any. */
  labels: string[];
  space: IntentSpace;
  weights: PackedWeights;
  /** The weight of each stored byte. */
  codes: Float32Array;
  examples: IntentExamples;
  /** Score a training example of each intent has on average for its own intent. */
  usual: Float32Array;
  confidence: Logistic;
  /** From this confidence on the best intent is acted on. */
  acceptFrom: number;
};

export type IntentReading = {
  /** Intents in scope, best first. The first one's confidence is how often such a reading is right; the others share the rest. */
  ranked: RankedIntent[];
  /** False where the best intent is not sure enough to act on. */
  accept: boolean;
  /** True where the text looks more like what is out of scope than like any intent. */
  outside: boolean;
  /** Share of the text's words that the training had, 0 to 1, rare words counting more. */
  known: number;
};

/** How far apart scores are in the shares of the lower ranks: an example's margin is 1, and one margin is a factor of 20. */
const sharpness = 3;

/** What the best class looks like for a text; the confidence is worked out from `signals`. */
export type Judgement = { best: number; scores: Float32Array; outsideScore: number; known: number; signals: number[] };

/** Reads the intent of a text. Costs some 0.05 ms, and no more for a long text: words are capped. */
export function classify(model: IntentModel, words: Word[], language: Language): IntentReading {
  const vector = intentVector(model.space, words, language, textFeatures(words, language));
  const { best, scores, outsideScore, known, signals } = judge(model, vector);
  const confidence = chance(model.confidence, signals);
  const top = scores[best] ?? 0;
  let rest = 0;
  for (let c = 0; c < model.labels.length; c += 1) if (c !== best) rest += Math.exp(sharpness * ((scores[c] ?? 0) - top));
  const ranked = model.labels.map((intent, c) => ({
    intent,
    confidence: c === best ? confidence : Math.min(confidence, ((1 - confidence) * Math.exp(sharpness * ((scores[c] ?? 0) - top))) / (rest || 1)),
    score: scores[c] ?? 0,
  }));
  ranked.sort((a, b) => b.score - a.score);
  return { ranked: ranked.map(({ intent, confidence: share }) => ({ intent, confidence: share })), accept: words.length > 0 && confidence >= model.acceptFrom, outside: outsideScore > top, known };
}

/**
 * Scores a vector and gathers what tells a right reading from a wrong one: how high and how far ahead the best intent is, also for
 * this intent's own measure; how strongly the text looks out of scope; how many of its words are known; and how near the nearest
 * examples of that intent are, by words and by meaning. A linear score alone is sure of a text that shares one telling word.
 */
export function judge(model: Pick<IntentModel, "labels" | "weights" | "codes" | "examples" | "usual" | "space">, vector: IntentVector): Judgement {
  const { labels, weights, codes, usual } = model;
  const scores = new Float32Array(weights.classes);
  scoreInto(weights, codes, vector, scores);
  let best = 0;
  for (let c = 1; c < labels.length; c += 1) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c;
  const top = scores[best] ?? 0;
  let second = -1;
  let sum = 0;
  for (let c = 0; c < labels.length; c += 1) {
    sum += Math.exp(sharpness * ((scores[c] ?? 0) - top));
    if (c !== best) second = Math.max(second, scores[c] ?? 0);
  }
  const outsideScore = weights.classes > labels.length ? (scores[labels.length] ?? -1) : -1;
  const nearest = closestExamples(model.examples, model.space, best, vector);
  const signals = [top, top - second, outsideScore, Math.log(sum), top - (usual[best] ?? 0), vector.known, Math.log(1 + vector.length), nearest.words, nearest.meaning];
  return { best, scores, outsideScore, known: vector.known, signals };
}
