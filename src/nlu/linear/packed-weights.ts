import type { SparseVector } from "./feature-space.ts";
import type { ClassWeights } from "./one-vs-rest.ts";

/**
 * Class weights as they are stored and used: of each feature only the weights that matter, each in one byte.
 *
 * `starts[feature]` to `starts[feature + 1]` are the places of a feature's entries in `columns` (classes) and `codes`.
 */
export type PackedWeights = { classes: number; bias: Float32Array; largest: number; starts: Uint32Array; columns: Uint8Array | Uint16Array; codes: Int8Array };

const steps = 127;

/** From this share of the classes on a row is stored whole. */
const wholeFrom = 0.6;

/** Codes are spaced by their square, fine near zero where most weights are: a weight is (code / 127)^2 of the largest. */
function valueOf(code: number, largest: number): number {
  return Math.sign(code) * (code / steps) ** 2 * largest;
}

const codeOf = (weight: number, largest: number): number => Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / largest) * steps);

/**
 * Keeps about `most` weights, those that move scores furthest, each in a byte.
 *
 * @param reach typical value of each feature: a weight matters as much as the value it is multiplied by
 */
export function packWeights({ classes, weights, bias }: ClassWeights, reach: ArrayLike<number>, most: number): PackedWeights {
  const largest = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0) || 1;
  const floor = floorFor(weights, classes, reach, most);
  const features = weights.length / classes;
  const starts = new Uint32Array(features + 1);
  const columns: number[] = [];
  const codes: number[] = [];
  const row = new Int8Array(classes);
  for (let feature = 0; feature < features; feature += 1) {
    let kept = 0;
    for (let c = 0; c < classes; c += 1) {
      const weight = weights[feature * classes + c] ?? 0;
      row[c] = Math.abs(weight) * (reach[feature] ?? 1) < floor ? 0 : codeOf(weight, largest);
      if (row[c] !== 0) kept += 1;
    }
    // Where most classes have a weight all are stored: a whole row is scored twice as fast as one with gaps.
    const whole = kept > classes * wholeFrom;
    for (let c = 0; c < classes; c += 1) {
      if (row[c] === 0 && !whole) continue;
      columns.push(c);
      codes.push(whole ? codeOf(weights[feature * classes + c] ?? 0, largest) : (row[c] ?? 0));
    }
    starts[feature + 1] = columns.length;
  }
  return { classes, bias, largest, starts, columns: classes <= 256 ? Uint8Array.from(columns) : Uint16Array.from(columns), codes: Int8Array.from(codes) };
}

const bins = 4096;

/** The effect below which weights are dropped so that at most `most` stay; 0 where all fit. By histogram: sorting millions costs seconds. */
function floorFor(weights: Float32Array, classes: number, reach: ArrayLike<number>, most: number): number {
  if (weights.length <= most) return 0;
  const effect = (i: number): number => Math.abs(weights[i] ?? 0) * (reach[Math.floor(i / classes)] ?? 1);
  let top = 0;
  for (let i = 0; i < weights.length; i += 1) top = Math.max(top, effect(i));
  const counts = new Uint32Array(bins);
  // Finer bins for smaller effects, where nearly all are.
  for (let i = 0; i < weights.length; i += 1) {
    const bin = Math.floor(Math.sqrt(effect(i) / (top || 1)) * (bins - 1));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let kept = 0;
  let bin = bins - 1;
  for (; bin > 0 && kept + (counts[bin] ?? 0) <= most; bin -= 1) kept += counts[bin] ?? 0;
  return ((bin + 1) / (bins - 1)) ** 2 * top;
}

/** The weight of every stored entry. Four bytes in memory for one in the file: looking codes up would cost a prediction a third more. */
export function unpackWeights({ codes, largest }: PackedWeights): Float32Array {
  const values = Float32Array.from({ length: 256 }, (_, i) => valueOf(i - 128, largest));
  // A loop: Float32Array.from with a function takes five times as long, a tenth of all loading.
  const unpacked = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i += 1) unpacked[i] = values[(codes[i] ?? 0) + 128] ?? 0;
  return unpacked;
}

/**
 * The score of every class for a vector, written into `scores`.
 *
 * @param unpacked the weights of the entries, of unpackWeights
 */
export function scoreInto(weights: PackedWeights, unpacked: Float32Array, vector: SparseVector, scores: Float64Array): void {
  scores.set(weights.bias);
  for (let i = 0; i < vector.ids.length; i += 1) addRow(weights, unpacked, vector.ids[i] ?? 0, vector.values[i] ?? 0, scores);
}

/** Adds what one feature says of every class, times its value. */
export function addRow({ starts, columns, classes }: PackedWeights, unpacked: Float32Array, id: number, value: number, sums: Float64Array | Float32Array): void {
  const start = starts[id] ?? 0;
  const end = starts[id + 1] ?? 0;
  if (end - start === classes) {
    for (let c = 0; c < classes; c += 1) sums[c] = (sums[c] ?? 0) + value * (unpacked[start + c] ?? 0);
    return;
  }
  for (let at = start; at < end; at += 1) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + value * (unpacked[at] ?? 0);
  }
}
