import type { Language } from "../core/turn.ts";
import { intentFeatures } from "./intent-features.ts";
import { intentVector, softmax } from "./intent-model.ts";
import type { StoredIntentModel } from "./intent-model.ts";
import { wordsOf } from "./words.ts";

export type IntentExample = { text: string; intent: string; language: Language };

type Vector = { ids: number[]; values: number[]; label: number };
type Weights = { weights: Float64Array; bias: Float64Array };

/** Passes over the examples; held-out accuracy is flat from 40 to 120. */
const passes = 60;
const stepSize = 0.5;
/** Pull toward zero per pass; keeps rare features from deciding alone. */
const decay = 1e-4;
const folds = 5;
/**
 * Of the turns acted on, at least this share must be right on held-out folds; the rest are asked about. Folds are harsher than
 * life, since each leaves out a fifth of few examples; a wrong answer costs the customer a line, a needless question a turn.
 */
const rightWhenSure = 0.9;

/**
 * Trains the intent classifier. Deterministic: the same examples in the same order give the same model.
 *
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011). Sharpness and the reject threshold come from
 * held-out folds, where every example is judged by a model that has not seen it.
 */
export function trainIntents(examples: IntentExample[], version: string): StoredIntentModel {
  const labels = [...new Set(examples.map(({ intent }) => intent))].sort();
  const features = vocabulary(examples);
  const index = new Map(features.map((feature, i) => [feature, i]));
  const vectors = examples.map((example): Vector => {
    const { ids, values } = intentVector(intentFeatures(wordsOf(example.text), example.language), index);
    return { ids, values, label: labels.indexOf(example.intent) };
  });
  const heldOut = Array.from({ length: folds }, (_, fold) => {
    const model = fit(vectors.filter((__, i) => i % folds !== fold), features.length, labels.length);
    return vectors.filter((__, i) => i % folds === fold).map((vector) => ({ scores: score(model, vector, labels.length), label: vector.label }));
  }).flat();
  const sharpness = bestSharpness(heldOut);
  const { sureFrom, sureMargin } = threshold(heldOut, sharpness, labels.indexOf("oos"));
  return { version, labels, features, ...stored(fit(vectors, features.length, labels.length)), sharpness, sureFrom, sureMargin };
}

/** Letter groups and pairs seen once are noise; a word seen once may be the only name of a thing. */
function vocabulary(examples: IntentExample[]): string[] {
  const counts = new Map<string, number>();
  for (const { text, language } of examples) {
    for (const feature of intentFeatures(wordsOf(text), language)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return [...counts].filter(([feature, count]) => count > 1 || feature.startsWith("w")).map(([feature]) => feature).sort();
}

function score({ weights, bias }: Weights, { ids, values }: Vector, labels: number): number[] {
  const scores = Array.from(bias);
  ids.forEach((id, i) => {
    for (let label = 0; label < labels; label += 1) scores[label] = (scores[label] ?? 0) + (values[i] ?? 0) * (weights[id * labels + label] ?? 0);
  });
  return scores;
}

function fit(vectors: Vector[], features: number, labels: number): Weights {
  const model: Weights = { weights: new Float64Array(features * labels), bias: new Float64Array(labels) };
  const seen = new Float64Array(features * labels).fill(1e-6);
  const seenBias = new Float64Array(labels).fill(1e-6);
  // A fixed walk over the examples that never takes neighbours in a row: a step with no common factor with their number.
  const stride = coprime(vectors.length);
  for (let pass = 0; pass < passes; pass += 1) {
    for (let k = 0; k < vectors.length; k += 1) {
      const vector = vectors[(k * stride + pass) % vectors.length];
      if (vector === undefined) continue;
      const chances = softmax(score(model, vector, labels), 1);
      for (let label = 0; label < labels; label += 1) {
        const error = (chances[label] ?? 0) - (label === vector.label ? 1 : 0);
        seenBias[label] = (seenBias[label] ?? 0) + error * error;
        model.bias[label] = (model.bias[label] ?? 0) - (stepSize * error) / Math.sqrt(seenBias[label] ?? 1) / 10;
        for (let i = 0; i < vector.ids.length; i += 1) {
          const at = (vector.ids[i] ?? 0) * labels + label;
          const slope = error * (vector.values[i] ?? 0) + decay * (model.weights[at] ?? 0);
          seen[at] = (seen[at] ?? 0) + slope * slope;
          model.weights[at] = (model.weights[at] ?? 0) - (stepSize * slope) / Math.sqrt(seen[at] ?? 1);
        }
      }
    }
  }
  return model;
}

function coprime(size: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, Math.floor(size * 0.618));
  while (divisor(size, step) !== 1) step += 1;
  return step;
}

type Judged = { scores: number[]; label: number };

function bestSharpness(judged: Judged[]): number {
  const loss = (sharpness: number): number =>
    judged.reduce((sum, { scores, label }) => sum - Math.log(Math.max(1e-9, softmax(scores, sharpness)[label] ?? 0)), 0);
  const tried = Array.from({ length: 30 }, (_, i) => Math.round((0.3 + i * 0.1) * 10) / 10);
  return tried.reduce((best, sharpness) => (loss(sharpness) < loss(best) ? sharpness : best));
}

/** The lowest threshold at which what is acted on is right often enough; a winner must also lead by a third of it. */
function threshold(judged: Judged[], sharpness: number, oos: number): { sureFrom: number; sureMargin: number } {
  for (let percent = 20; percent < 95; percent += 1) {
    const sureFrom = percent / 100;
    const sureMargin = Math.round((sureFrom / 3) * 100) / 100;
    const acted = judged.flatMap(({ scores, label }) => {
      const chances = softmax(scores, sharpness);
      const [first = 0, second = 0] = [...chances].sort((a, b) => b - a);
      const winner = chances.indexOf(first);
      return winner !== oos && first >= sureFrom && first - second >= sureMargin ? [winner === label] : [];
    });
    if (acted.length > 0 && acted.filter(Boolean).length / acted.length >= rightWhenSure) return { sureFrom, sureMargin };
  }
  return { sureFrom: 0.95, sureMargin: 0.5 };
}

function stored({ weights, bias }: Weights): Pick<StoredIntentModel, "weights" | "scale" | "bias"> {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { weights: Buffer.from(bytes.buffer).toString("base64"), scale, bias: Array.from(bias, (value) => Math.round(value * 1e6) / 1e6) };
}
