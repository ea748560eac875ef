import type { SparseVector } from "./feature-space.ts";
import { shuffled } from "./shuffle.ts";

/** Weights of a linear model, feature by feature: `weights[feature * classes + class]`. */
export type ClassWeights = { classes: number; weights: Float32Array; bias: Float32Array };

export type Problem = {
  vectors: readonly SparseVector[];
  /** The class of each vector, 0 to classes - 1. */
  labels: Int32Array;
  classes: number;
  /** Features are numbered 0 to dimensions - 1. */
  dimensions: number;
  /** How much an error about each vector counts; 1 for all where absent. */
  counts?: Float32Array;
};

export type SvmSettings = {
  /** Price of an error; larger fits the examples closer. */
  cost: number;
  epochs: number;
};

/** The bias is learnt as the weight of a feature that every text has with this value, about the length of one group of features. */
const biasValue = 1;
/** Score of every class for a text that says nothing: "not this one", right for all classes but one, so only evidence has to be learnt. */
const startingScore = -1;
/** A class whose score lies this far beyond its margin rests until the next full epoch. */
const restingGap = 0.2;
/** Errors of the margin below this are left alone; LIBLINEAR stops at 0.1. */
const tolerance = 0.02;
/** In the first and every third epoch after it all classes of every example are looked at again. */
const fullEvery = 3;

/**
 * Trains one support vector machine per class against the rest, with squared hinge loss, by coordinate descent in the dual, all
 * classes of an example in one walk over its features. Deterministic.
 *
 * A class that is far from wrong about an example rests for some epochs ("shrinking"), which saves most of the work.
 *
 * @see Hsieh and others (2008), "A dual coordinate descent method for large-scale linear SVM", as in LIBLINEAR
 */
export function trainOneVsRest({ vectors, labels, classes, dimensions, counts }: Problem, { cost, epochs }: SvmSettings): ClassWeights {
  const weights = new Float32Array(dimensions * classes);
  const bias = new Float32Array(classes);
  const duals = new Float32Array(vectors.length * classes);
  const lengths = Float32Array.from(vectors, ({ values }) => values.reduce((sum, value) => sum + value * value, biasValue * biasValue));
  const every = Uint16Array.from({ length: classes }, (_, label) => label);
  const awake: Uint16Array[] = vectors.map(() => every);
  const scores = new Float64Array(classes);
  const changes = new Float32Array(classes);
  const changed = new Int32Array(classes);
  const waking = new Uint16Array(classes);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const full = epoch % fullEvery === 0;
    for (const row of shuffled(vectors.length, epoch + 1)) {
      const vector = vectors[row];
      if (vector === undefined) continue;
      const looked = full ? every : (awake[row] ?? every);
      const count = looked.length;
      if (count === 0) continue;
      const { ids, values } = vector;
      if (count === classes) scoreAll(weights, bias, classes, vector, scores);
      else scoreSome(weights, bias, classes, vector, looked, scores);
      const label = labels[row] ?? 0;
      const firstDual = row * classes;
      const softness = 1 / (2 * cost * (counts?.[row] ?? 1));
      const curve = (lengths[row] ?? 1) + softness;
      let moves = 0;
      let staying = 0;
      for (let k = 0; k < count; k += 1) {
        const c = looked[k] ?? 0;
        const sign = c === label ? 1 : -1;
        const dual = duals[firstDual + c] ?? 0;
        const slope = sign * (scores[c] ?? 0) - 1 + softness * dual;
        if (dual > 0 || slope < restingGap) {
          waking[staying] = c;
          staying += 1;
        }
        if (dual === 0 ? slope >= -tolerance : Math.abs(slope) < tolerance) continue;
        const moved = Math.max(0, dual - slope / curve);
        duals[firstDual + c] = moved;
        changed[moves] = c;
        changes[moves] = sign * (moved - dual);
        moves += 1;
      }
      if (full) awake[row] = waking.slice(0, staying);
      if (moves === 0) continue;
      for (let k = 0; k < moves; k += 1) bias[changed[k] ?? 0] = (bias[changed[k] ?? 0] ?? 0) + (changes[k] ?? 0) * biasValue;
      for (let i = 0; i < ids.length; i += 1) {
        const at = (ids[i] ?? 0) * classes;
        const value = values[i] ?? 0;
        for (let k = 0; k < moves; k += 1) {
          const place = at + (changed[k] ?? 0);
          weights[place] = (weights[place] ?? 0) + value * (changes[k] ?? 0);
        }
      }
    }
  }
  return { classes, weights, bias: bias.map((value) => startingScore + value * biasValue) };
}

/** The score of every class. Four features at a time: that halves the walks over `scores`, where the time goes. */
function scoreAll(weights: Float32Array, bias: Float32Array, classes: number, { ids, values }: SparseVector, scores: Float64Array): void {
  for (let c = 0; c < classes; c += 1) scores[c] = startingScore + (bias[c] ?? 0) * biasValue;
  let i = 0;
  for (; i + 4 <= ids.length; i += 4) {
    const a = (ids[i] ?? 0) * classes;
    const b = (ids[i + 1] ?? 0) * classes;
    const d = (ids[i + 2] ?? 0) * classes;
    const e = (ids[i + 3] ?? 0) * classes;
    const u = values[i] ?? 0;
    const v = values[i + 1] ?? 0;
    const w = values[i + 2] ?? 0;
    const x = values[i + 3] ?? 0;
    for (let c = 0; c < classes; c += 1) {
      scores[c] = (scores[c] ?? 0) + u * (weights[a + c] ?? 0) + v * (weights[b + c] ?? 0) + w * (weights[d + c] ?? 0) + x * (weights[e + c] ?? 0);
    }
  }
  for (; i < ids.length; i += 1) {
    const at = (ids[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let c = 0; c < classes; c += 1) scores[c] = (scores[c] ?? 0) + value * (weights[at + c] ?? 0);
  }
}

/** The score of the classes looked at. */
function scoreSome(weights: Float32Array, bias: Float32Array, classes: number, { ids, values }: SparseVector, looked: Uint16Array, scores: Float64Array): void {
  for (let k = 0; k < looked.length; k += 1) scores[looked[k] ?? 0] = startingScore + (bias[looked[k] ?? 0] ?? 0) * biasValue;
  for (let i = 0; i < ids.length; i += 1) {
    const at = (ids[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let k = 0; k < looked.length; k += 1) {
      const c = looked[k] ?? 0;
      scores[c] = (scores[c] ?? 0) + value * (weights[at + c] ?? 0);
    }
  }
}
