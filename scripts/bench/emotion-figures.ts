import { auroc } from "./intent-figures.ts";
import type { Share } from "./intent-figures.ts";
import { hashOf } from "../../src/nlu/linear/feature-hash.ts";

/** Samples drawn for an interval; the ends move by less than .002 from 300 to 3,000. */
const draws = 300;

/** A figure over rows with its 95 % interval by bootstrap (Efron, 1979); the draws are always the same. */
export function withInterval<Row>(rows: readonly Row[], figure: (rows: readonly Row[]) => number): Share {
  const values = Array.from({ length: draws }, (_, draw) => figure(rows.map((row, i) => rows[hashOf(`${draw} ${i}`, 7) % rows.length] ?? row))).sort((a, b) => a - b);
  return { value: figure(rows), n: rows.length, low: values[Math.floor(draws * 0.025)] ?? NaN, high: values[Math.floor(draws * 0.975)] ?? NaN };
}

/** F1 of one class over pairs of what is true and what was said. */
export function f1<T>(pairs: readonly (readonly [T, T])[], of: T): number {
  let hits = 0;
  let misses = 0;
  for (const [truth, said] of pairs) {
    if (truth === of && said === of) hits += 1;
    else if (truth === of || said === of) misses += 1;
  }
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + misses);
}

/** The mean of the F1 of all classes, rare ones counting as much as common ones. */
export const macroF1 = <T>(pairs: readonly (readonly [T, T])[], classes: readonly T[]): number => classes.reduce((sum, one) => sum + f1(pairs, one), 0) / classes.length;

/** Pearson's correlation. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

/** The chance that of one true and one false row the true one scores higher. */
export const areaUnder = (pairs: readonly (readonly [boolean, number])[]): number =>
  auroc(pairs.map(([truth, score]) => ({ intent: "", gold: truth ? "in" : "oos", confidence: score }))).value;
