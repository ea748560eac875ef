import type { FeatureGroups } from "./context-features.ts";

/** The rows of a tower's table that a text or a context sums, with their weights. */
export type Bag = { rows: Int32Array; weights: Float32Array };

/** One side of the dual encoder: a table with a row for every known feature. A text is the weighted sum of its rows, scaled to length 1. */
export type Tower = {
  bag(groups: FeatureGroups): Bag;
  /** Writes the point of a bag into `out` from `at` on; returns the length before it was scaled. */
  sum(bag: Bag, out: Float32Array, at: number): number;
  /** Moves a bag's rows against the gradient of its unscaled sum (Adagrad, Duchi et al. 2011, with one memory per row). */
  step(bag: Bag, gradient: Float32Array, at: number, rate: number): void;
};

/** Points start near each other, spread just enough to tell them apart. */
const startSpread = 0.1;
/** What Adagrad's memory starts with, so that a row's first step is not a leap. */
const firstSquares = 1e-4;

export function createTower(texts: readonly FeatureGroups[], leastCount: number, dimensions: number, random: () => number): Tower {
  const rows = rowsOf(texts, leastCount);
  const table = Float32Array.from({ length: rows.size * dimensions }, () => (2 * random() - 1) * startSpread);
  const squares = new Float32Array(rows.size).fill(firstSquares);
  return {
    bag(groups) {
      const found: number[] = [];
      const weights: number[] = [];
      for (const group of groups) {
        const known = [...new Set(group)].flatMap((feature) => rows.get(feature) ?? []);
        for (const row of known) {
          found.push(row);
          // Every group of features weighs alike, however long its text is.
          weights.push(1 / Math.sqrt(known.length));
        }
      }
      return { rows: Int32Array.from(found), weights: Float32Array.from(weights) };
    },
    sum(bag, out, at) {
      out.fill(0, at, at + dimensions);
      for (let k = 0; k < bag.rows.length; k += 1) {
        const weight = bag.weights[k] ?? 0;
        const from = (bag.rows[k] ?? 0) * dimensions;
        // Four at a time: half the time of one by one, and this is where training spends most of it.
        for (let i = 0; i < dimensions; i += 4) {
          out[at + i] = (out[at + i] ?? 0) + weight * (table[from + i] ?? 0);
          out[at + i + 1] = (out[at + i + 1] ?? 0) + weight * (table[from + i + 1] ?? 0);
          out[at + i + 2] = (out[at + i + 2] ?? 0) + weight * (table[from + i + 2] ?? 0);
          out[at + i + 3] = (out[at + i + 3] ?? 0) + weight * (table[from + i + 3] ?? 0);
        }
      }
      let sum = 1e-12; // a text of unknown words is the zero point, not a division by zero
      for (let i = at; i < at + dimensions; i += 1) sum += (out[i] ?? 0) ** 2;
      const length = Math.sqrt(sum);
      for (let i = at; i < at + dimensions; i += 1) out[i] = (out[i] ?? 0) / length;
      return length;
    },
    step(bag, gradient, at, rate) {
      let norm = 0;
      for (let i = at; i < at + dimensions; i += 1) norm += (gradient[i] ?? 0) ** 2;
      norm /= dimensions;
      for (let k = 0; k < bag.rows.length; k += 1) {
        const row = bag.rows[k] ?? 0;
        const weight = bag.weights[k] ?? 0;
        const memory = (squares[row] ?? 0) + weight * weight * norm;
        squares[row] = memory;
        const step = (rate * weight) / Math.sqrt(memory);
        const from = row * dimensions;
        for (let i = 0; i < dimensions; i += 1) table[from + i] = (table[from + i] ?? 0) - step * (gradient[at + i] ?? 0);
      }
    },
  };
}

/** Rows for the features that are in enough texts. */
function rowsOf(texts: readonly FeatureGroups[], leastCount: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const groups of texts) for (const group of groups) for (const feature of new Set(group)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rows = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= leastCount) rows.set(feature, rows.size);
  return rows;
}

/** A bag without some of its rows: what rests on one word alone is not learned by heart (Srivastava et al. 2014). */
export function thinned({ rows, weights }: Bag, dropped: number, random: () => number): Bag {
  const [keptRows, keptWeights] = [new Int32Array(rows.length), new Float32Array(rows.length)];
  let kept = 0;
  for (let k = 0; k < rows.length; k += 1) {
    if (random() < dropped) continue;
    keptRows[kept] = rows[k] ?? 0;
    keptWeights[kept] = weights[k] ?? 0;
    kept += 1;
  }
  return { rows: keptRows.subarray(0, kept), weights: keptWeights.subarray(0, kept) };
}
