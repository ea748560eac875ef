import type { Language } from "../../core/turn.ts";
import { emotions } from "../../core/understanding.ts";
import type { Emotion } from "../../core/understanding.ts";
import { createIntentSpace, dimensionsOf, intentVector } from "../intent-vector.ts";
import { learnSpace } from "../linear/feature-space.ts";
import { trainOneVsRest } from "../linear/one-vs-rest.ts";
import type { ClassWeights } from "../linear/one-vs-rest.ts";
import { packWeights } from "../linear/packed-weights.ts";
import { groups, letterGroup, pairGroup, textFeatures } from "../linear/text-features.ts";
import type { WordVectors } from "../word-vectors.ts";
import { wordsOf } from "../words.ts";
import { marginColumns, storeMargins } from "./margins.ts";
import type { StoredMargins } from "./margins.ts";

/** A customer text: its emotion where somebody has said, and whether it asks for a person. */
export type MarginExample = { text: string; language: Language; emotion: Emotion | null; asks: boolean };

/** Price of an error; between 0.3 and 1.5 the figures are flat, and the smallest prices give the calmest weights. */
const cost = 0.5;
const epochs = 8;
/** Pairs and letters seen once are noise. */
const seenTwice = Array.from({ length: groups }, (_, group) => (group === pairGroup || group === letterGroup ? 2 : 1));
const mostWeights = 280_000;

/** Trains the second opinion. Deterministic. */
export function trainMargins(examples: readonly MarginExample[], vectors: WordVectors): StoredMargins {
  const prepared = examples.map(({ text, language }) => ({ language, features: textFeatures(wordsOf(text), language) }));
  const space = createIntentSpace(learnSpace(prepared.map(({ features }) => features), seenTwice), vectors);
  const all = prepared.map(({ language, features }) => intentVector(space, language, features));
  const dimensions = dimensionsOf(space);
  const felt = examples.flatMap(({ emotion }, i) => (emotion === null ? [] : [i]));
  const ofEmotion = trainOneVsRest({
    vectors: felt.flatMap((i) => all[i] ?? []), labels: Int32Array.from(felt, (i) => emotions.indexOf(examples[i]?.emotion ?? "neutral")), classes: emotions.length, dimensions,
  }, { cost, epochs });
  const ofAsking = trainOneVsRest({ vectors: all, labels: Int32Array.from(examples, ({ asks }) => Number(asks)), classes: 2, dimensions }, { cost, epochs });
  const weights = packWeights(joined(ofEmotion, ofAsking, dimensions), new Float32Array(dimensions).fill(1), mostWeights);
  return storeMargins(space, weights);
}

/** The emotions' columns, then that of asking. */
function joined(ofEmotion: ClassWeights, ofAsking: ClassWeights, dimensions: number): ClassWeights {
  const weights = new Float32Array(dimensions * marginColumns);
  for (let row = 0; row < dimensions; row += 1) {
    weights.set(ofEmotion.weights.subarray(row * emotions.length, (row + 1) * emotions.length), row * marginColumns);
    weights[row * marginColumns + emotions.length] = ofAsking.weights[row * 2 + 1] ?? 0;
  }
  return { classes: marginColumns, weights, bias: Float32Array.from([...ofEmotion.bias, ofAsking.bias[1] ?? 0]) };
}
