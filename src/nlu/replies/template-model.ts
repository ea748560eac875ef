import { shuffled } from "../linear/shuffle.ts";
import { contextFeatures } from "./context-features.ts";
import type { DialogueTurn, PastReply } from "./dialogue.ts";
import type { Bag } from "./tower.ts";

/** Which of the house's reply templates fits a context: a probability for each, in the order of `names`. */
export type TemplateModel = { names: readonly string[]; probabilities(context: readonly DialogueTurn[]): Float32Array };

const epochs = 6;
const rate = 0.5;
const leastCount = 2;

/** Multinomial logistic regression over the words of the context, by Adagrad (Duchi et al. 2011), one example after the other. */
export function trainTemplates(past: readonly PastReply[], seed: number): TemplateModel {
  const known = past.flatMap(({ context, action }) => (action === null ? [] : [{ context, action }]));
  const names = [...new Set(known.map(({ action }) => action))].sort();
  const classOf = new Map(names.map((name, i) => [name, i]));
  const counts = new Map<string, number>();
  for (const { context } of known) for (const group of contextFeatures(context)) for (const feature of new Set(group)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rowOf = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= leastCount) rowOf.set(feature, rowOf.size);
  const width = names.length;
  const table = new Float32Array((rowOf.size + 1) * width); // the last row is what is usual
  const squares = new Float32Array(rowOf.size + 1).fill(0.1);
  // Rows are kept in flat arrays: as pairs, millions of them took most of the memory.
  const read = (context: readonly DialogueTurn[]): Bag => {
    const rows = [rowOf.size];
    const weights = [1];
    for (const group of contextFeatures(context)) {
      const own = new Set(group);
      for (const feature of own) {
        const row = rowOf.get(feature);
        if (row === undefined) continue;
        rows.push(row);
        weights.push(1 / Math.sqrt(own.size)); // every part of the context weighs alike
      }
    }
    return { rows: Int32Array.from(rows), weights: Float32Array.from(weights) };
  };
  const scores = ({ rows, weights }: Bag): Float32Array => {
    const out = new Float32Array(width);
    for (let i = 0; i < rows.length; i += 1) {
      const weight = weights[i] ?? 0;
      for (let k = 0, at = (rows[i] ?? 0) * width; k < width; k += 1, at += 1) out[k] = (out[k] ?? 0) + weight * (table[at] ?? 0);
    }
    return softmax(out);
  };
  const examples = known.map(({ context, action }) => ({ bag: read(context), right: classOf.get(action) ?? 0 }));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const at of shuffled(examples.length, seed + epoch)) {
      const example = examples[at];
      if (!example) continue;
      const gradient = scores(example.bag);
      gradient[example.right] = (gradient[example.right] ?? 0) - 1;
      let norm = 0;
      for (const value of gradient) norm += value * value;
      if (norm < 1e-4) continue;
      const { rows, weights } = example.bag;
      for (let i = 0; i < rows.length; i += 1) {
        const row = rows[i] ?? 0;
        const weight = weights[i] ?? 0;
        squares[row] = (squares[row] ?? 0) + weight * weight * norm;
        const step = (rate * weight) / Math.sqrt(squares[row] ?? 1);
        for (let k = 0, place = row * width; k < width; k += 1, place += 1) table[place] = (table[place] ?? 0) - step * (gradient[k] ?? 0);
      }
    }
  }
  return { names, probabilities: (context) => scores(read(context)) };
}

function softmax(values: Float32Array): Float32Array {
  let max = -Infinity;
  for (const value of values) if (value > max) max = value;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    values[i] = Math.exp((values[i] ?? 0) - max);
    sum += values[i] ?? 0;
  }
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) / sum;
  return values;
}
