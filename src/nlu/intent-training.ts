import type { Language } from "../core/turn.ts";
import { calibrate } from "./intent-calibration.ts";
import { keepExamples } from "./intent-examples.ts";
import type { IntentModel } from "./intent-model.ts";
import { createIntentSpace, dimensionsOf, intentVector } from "./intent-vector.ts";
import { learnSpace } from "./linear/feature-space.ts";
import type { SparseVector } from "./linear/feature-space.ts";
import type { ClassWeights } from "./linear/one-vs-rest.ts";
import { trainOneVsRest } from "./linear/one-vs-rest.ts";
import { packWeights, unpackWeights } from "./linear/packed-weights.ts";
import { groups, letterGroup, pairGroup, textFeatures } from "./linear/text-features.ts";
import type { TextFeatures } from "./linear/text-features.ts";
import { createTextScorer } from "./text-scorer.ts";
import type { WordVectors } from "./word-vectors.ts";
import { wordsOf } from "./words.ts";

/** The intent `oos` marks what is out of scope. */
export type IntentExample = { text: string; intent: string; language: Language };

/** An example with what is the same for every model that sees it. */
export type PreparedExample = { intent: string; language: Language; features: TextFeatures };

/** A model without its confidence, which needs held-out folds. */
export type FittedIntents = Omit<IntentModel, "version" | "confidence" | "acceptFrom">;

const outOfScope = "oos";

/** Price of an error, and walks over the examples: accuracy is flat from 0.5 to 2, and from 7 walks on. */
const cost = 0.7;
const epochs = 8;
/** Weights kept: a byte for the class and one for the weight, so 2 MB; fewer cost accuracy from a third of this on. */
const mostWeights = 1_000_000;
/** With this many texts pairs and letters seen in one only are noise; with few they may be all there is. */
const manyTexts = 2000;

/**
 * Trains the intent classifier. Deterministic: the same examples in the same order give the same model.
 *
 * A support vector machine for every intent against the rest over hashed words, pairs and letters and, where there is a table of
 * word vectors, over what the text is about; then its confidence, on held-out folds with whole intents left out.
 *
 * @param examples at least two intents in scope
 */
export function trainIntents(examples: readonly IntentExample[], version: string, meaning: WordVectors | null): IntentModel {
  const prepared = prepareExamples(examples);
  return { version, ...fitIntents(prepared, meaning, epochs), ...calibrate(prepared, (some, walks) => fitIntents(some, meaning, walks)) };
}

export function prepareExamples(examples: readonly IntentExample[]): PreparedExample[] {
  return examples.map(({ text, intent, language }) => ({ intent, language, features: textFeatures(wordsOf(text), language) }));
}

export function fitIntents(examples: readonly PreparedExample[], meaning: WordVectors | null, walks: number): FittedIntents {
  const labels = [...new Set(examples.map(({ intent }) => intent))].filter((intent) => intent !== outOfScope).sort();
  const place = new Map(labels.map((label, i) => [label, i]));
  const classes = labels.length + (examples.some(({ intent }) => intent === outOfScope) ? 1 : 0);
  const atLeast = Array.from({ length: groups }, (_, group) => (examples.length >= manyTexts && (group === pairGroup || group === letterGroup) ? 2 : 1));
  const space = createIntentSpace(learnSpace(examples.map(({ features }) => features), atLeast), meaning);
  const vectors = examples.map(({ language, features }) => intentVector(space, language, features));
  const classOf = Int32Array.from(examples, ({ intent }) => place.get(intent) ?? labels.length);
  const trained = trainOneVsRest({ vectors, labels: classOf, classes, dimensions: dimensionsOf(space) }, { cost, epochs: walks });
  const weights = packWeights(trained, reach(vectors, dimensionsOf(space)), mostWeights);
  const usual = new Float32Array(labels.length);
  const count = new Float32Array(labels.length);
  vectors.forEach((vector, i) => {
    const own = classOf[i] ?? 0;
    if (own >= labels.length) return;
    usual[own] = (usual[own] ?? 0) + ownScore(trained, vector, own);
    count[own] = (count[own] ?? 0) + 1;
  });
  return { labels, scorer: createTextScorer(space, weights, unpackWeights(weights)), usual: usual.map((sum, i) => sum / (count[i] || 1)), examples: keepExamples(vectors, classOf, labels.length, space) };
}

function ownScore({ classes, weights, bias }: ClassWeights, { ids, values }: SparseVector, own: number): number {
  let score = bias[own] ?? 0;
  for (let i = 0; i < ids.length; i += 1) score += (values[i] ?? 0) * (weights[(ids[i] ?? 0) * classes + own] ?? 0);
  return score;
}

/** The typical value of each feature where it occurs. */
function reach(vectors: readonly { ids: Int32Array; values: Float32Array }[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  const count = new Float32Array(dimensions);
  for (const { ids, values } of vectors) {
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] ?? 0;
      sum[id] = (sum[id] ?? 0) + Math.abs(values[i] ?? 0);
      count[id] = (count[id] ?? 0) + 1;
    }
  }
  return sum.map((value, i) => value / (count[i] || 1));
}
