import { emotions } from "../../core/understanding.ts";
import type { Emotion } from "../../core/understanding.ts";
import { toText } from "../linear/bytes.ts";
import { shuffled } from "../linear/shuffle.ts";
import { buckets, type EmotionFeatures } from "./features.ts";
import { columnOf, columns, firstOf, judgements, worlds, type Judgement, type StoredEmotionModel, type World } from "./model.ts";

/**
 * One labelled text. `emotions` lists all that the label allows: "negative" allows four. A judgement that nobody made is absent.
 * `source` is the set it comes from: sets differ in how often they use a label, and a bias of its own keeps that out of the words' weights.
 */
export type EmotionExample = {
  features: EmotionFeatures;
  source: number;
  emotions: readonly Emotion[];
  judgements: Partial<Record<Judgement, number>>;
  /** How much it counts: its emotion in each world, its judgements, and which world it is of. */
  weights: Record<World | "judgements" | "world", number>;
  /** How much an error about it counts where the posts' emotions are trained for good (posts-training.ts); 0 keeps it out. */
  inPosts: number;
};

/** Passes over the examples; more fit the large sets better and the service texts worse. */
const passes = 4;
const stepSize = 0.15;
/** A source's own bias counts this much against a word: it should take what words cannot explain. */
const sourceReach = 3;

/**
 * Columns that their words alone must explain: the source tells at once which world a text is of, and the general world should keep the
 * rates of its largest set.
 */
const unaided = (column: number): boolean => column === columnOf("service") || (column >= firstOf.general && column < firstOf.general + emotions.length);

export type EmotionWeights = { weights: Float32Array; bias: Float64Array };

/**
 * Trains all columns at once: a softmax over the emotions with labels that allow several (the loss is that of their sum), a logistic for each
 * yes-or-no judgement, least squares for valence and arousal. Steps by AdaGrad (Duchi, Hazan and Singer, 2011); deterministic.
 *
 * @param rows features in all, buckets and dense
 * @param sources number of sets
 */
export function fitEmotions(examples: readonly EmotionExample[], rows: number, sources: number): EmotionWeights {
  const weights = new Float32Array(rows * columns);
  const slopes = new Float32Array(rows * columns).fill(1e-2);
  const bias = new Float64Array(columns);
  const biasSlopes = new Float64Array(columns).fill(1e-2);
  const sourceBias = new Float64Array(sources * columns);
  const sourceSlopes = new Float64Array(sources * columns).fill(1e-2);
  const errors = new Float64Array(columns);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const at of shuffled(examples.length, pass + 1)) {
      const example = examples[at];
      if (example === undefined) continue;
      const { features: { ids, values }, source } = example;
      for (let c = 0; c < columns; c += 1) errors[c] = (bias[c] ?? 0) + (unaided(c) ? 0 : sourceReach * (sourceBias[source * columns + c] ?? 0));
      for (let i = 0; i < ids.length; i += 1) {
        const row = (ids[i] ?? 0) * columns;
        const value = values[i] ?? 0;
        for (let c = 0; c < columns; c += 1) errors[c] = (errors[c] ?? 0) + value * (weights[row + c] ?? 0);
      }
      toErrors(errors, example);
      for (let c = 0; c < columns; c += 1) {
        const error = errors[c] ?? 0;
        if (error === 0) continue;
        biasSlopes[c] = (biasSlopes[c] ?? 0) + error * error;
        bias[c] = (bias[c] ?? 0) - (0.3 * stepSize * error) / Math.sqrt(biasSlopes[c] ?? 1);
        const own = source * columns + c;
        const slope = error * sourceReach;
        sourceSlopes[own] = (sourceSlopes[own] ?? 0) + slope * slope;
        sourceBias[own] = (sourceBias[own] ?? 0) - (0.3 * stepSize * slope) / Math.sqrt(sourceSlopes[own] ?? 1);
      }
      for (let i = 0; i < ids.length; i += 1) {
        const row = (ids[i] ?? 0) * columns;
        const value = values[i] ?? 0;
        const step = (ids[i] ?? 0) < buckets ? stepSize : 0.3 * stepSize;
        for (let c = 0; c < columns; c += 1) {
          const slope = (errors[c] ?? 0) * value;
          if (slope === 0) continue;
          const sum = (slopes[row + c] ?? 0) + slope * slope;
          slopes[row + c] = sum;
          weights[row + c] = (weights[row + c] ?? 0) - (step * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return { weights, bias };
}

/** Turns scores into the slopes of the loss, in place. */
function toErrors(scores: Float64Array, { emotions: allowed, judgements: judged, weights }: EmotionExample): void {
  for (const world of worlds) softmaxErrors(scores, firstOf[world], allowed, weights[world]);
  for (const judgement of judgements) {
    const column = columnOf(judgement);
    const truth = judged[judgement];
    const score = scores[column] ?? 0;
    const counts = judgement === "service" ? weights.world : weights.judgements;
    const isMeasure = judgement === "valence" || judgement === "arousal";
    scores[column] = truth === undefined ? 0 : ((isMeasure ? score : 1 / (1 + Math.exp(-score))) - truth) * counts;
  }
}

/** Slopes of minus the log of the chance of all that the label allows. */
function softmaxErrors(scores: Float64Array, from: number, allowed: readonly Emotion[], weight: number): void {
  const idle = allowed.length === 0 || weight === 0;
  let top = -Infinity;
  for (let e = 0; e < emotions.length; e += 1) top = Math.max(top, scores[from + e] ?? 0);
  let all = 0;
  let right = 0;
  emotions.forEach((emotion, e) => {
    const power = Math.exp((scores[from + e] ?? 0) - top);
    scores[from + e] = power;
    all += power;
    if (allowed.includes(emotion)) right += power;
  });
  emotions.forEach((emotion, e) => {
    const power = scores[from + e] ?? 0;
    scores[from + e] = idle ? 0 : (power / all - (allowed.includes(emotion) ? power / Math.max(right, 1e-12) : 0)) * weight;
  });
}

/** Weights in bytes, each column by its own scale. */
export function storedWeights({ weights, bias }: EmotionWeights): Pick<StoredEmotionModel, "weights" | "scales" | "bias"> {
  const scales = Array.from({ length: columns }, (_, column) => {
    let largest = 0;
    for (let i = column; i < weights.length; i += columns) largest = Math.max(largest, Math.abs(weights[i] ?? 0));
    return largest / 127 || 1;
  });
  const codes = Int8Array.from(weights, (weight, i) => Math.round(weight / (scales[i % columns] ?? 1)));
  return { weights: toText(codes), scales, bias: Array.from(bias) };
}
