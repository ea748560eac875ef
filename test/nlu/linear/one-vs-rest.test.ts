import { scoreInto, unpackWeights, packWeights } from "../../../src/nlu/linear/packed-weights.ts";
import { trainOneVsRest } from "../../../src/nlu/linear/one-vs-rest.ts";
import type { ClassWeights, Problem } from "../../../src/nlu/linear/one-vs-rest.ts";

/** Three classes, each with a feature of its own (0, 1, 2) and one that all share (3). */
const problem: Problem = {
  vectors: Array.from({ length: 30 }, (_, i) => ({ ids: Int32Array.of(i % 3, 3), values: Float32Array.of(1, 0.5) })),
  labels: Int32Array.from({ length: 30 }, (_, i) => i % 3),
  classes: 3,
  dimensions: 4,
};
const settings = { cost: 1, epochs: 10 };

const scores = ({ classes, weights, bias }: ClassWeights, ids: number[]): number[] =>
  Array.from({ length: classes }, (_, c) => ids.reduce((sum, id) => sum + (weights[id * classes + c] ?? 0), bias[c] ?? 0));

test("gives each class the feature that only it has", () => {
  const trained = trainOneVsRest(problem, settings);
  for (const own of [0, 1, 2]) {
    const all = scores(trained, [own]);
    expect(all.indexOf(Math.max(...all))).toBe(own);
    expect(all[own]).toBeGreaterThan(0);
    expect(all.filter((score) => score > 0)).toHaveLength(1);
  }
});

test("says no to every class where a text has nothing to say", () => {
  expect(Math.max(...scores(trainOneVsRest(problem, settings), []))).toBeLessThan(0);
});

test("trains the same weights from the same examples", () => {
  expect(trainOneVsRest(problem, settings)).toEqual(trainOneVsRest(problem, settings));
});

test("scores with the stored bytes what it scored with the weights, within a hundredth of the largest", () => {
  const trained = trainOneVsRest(problem, settings);
  const packed = packWeights(trained, [1, 1, 1, 1], 100);
  const found = new Float64Array(3);
  scoreInto(packed, unpackWeights(packed), { ids: Int32Array.of(1, 3), values: Float32Array.of(1, 1) }, found);
  scores(trained, [1, 3]).forEach((score, c) => expect(Math.abs((found[c] ?? NaN) - score)).toBeLessThan(packed.largest / 50));
});

test("keeps no more weights than asked for, the largest of them first", () => {
  const trained = { classes: 2, weights: Float32Array.of(0.9, -0.01, 0.02, -0.8, 0.03, 0.7), bias: Float32Array.of(0, 0) };
  const packed = packWeights(trained, [1, 1, 1], 3);
  expect([...packed.starts]).toEqual([0, 1, 2, 3]);
  expect([...packed.columns]).toEqual([0, 1, 1]);
});

test("weighs a weight by how far it can move a score", () => {
  const packed = packWeights({ classes: 1, weights: Float32Array.of(0.5, 0.5), bias: Float32Array.of(0) }, [0.01, 1], 1);
  expect([...packed.starts]).toEqual([0, 0, 1]);
});

test("lets an example that counts more win over one that says the opposite", () => {
  const opposed = { vectors: [0, 0].map((id) => ({ ids: Int32Array.of(id), values: Float32Array.of(1) })), labels: Int32Array.of(0, 1), classes: 2, dimensions: 1 };
  const [first, second] = [Float32Array.of(10, 0.1), Float32Array.of(0.1, 10)].map((counts) => scores(trainOneVsRest({ ...opposed, counts }, settings), [0]));
  expect(first?.[0]).toBeGreaterThan(first?.[1] ?? NaN);
  expect(second?.[1]).toBeGreaterThan(second?.[0] ?? NaN);
});

test("takes every example for one where nothing is said of how much it counts", () => {
  expect(trainOneVsRest({ ...problem, counts: new Float32Array(30).fill(1) }, settings)).toEqual(trainOneVsRest(problem, settings));
});
