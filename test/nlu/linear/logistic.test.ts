import { chance, fitLogistic } from "../../../src/nlu/linear/logistic.ts";
import { shuffled, stratifiedFolds } from "../../../src/nlu/linear/shuffle.ts";

test("means frequency: what happens three times in four is given three quarters", () => {
  const observations = Array.from({ length: 400 }, (_, i) => ({ signals: [i % 2], happened: i % 2 === 0 ? i % 8 !== 0 : i % 8 === 1, weight: 1 }));
  const model = fitLogistic(observations);
  expect(chance(model, [0])).toBeCloseTo(0.75, 1);
  expect(chance(model, [1])).toBeCloseTo(0.25, 1);
});

test("counts an observation as often as its weight says", () => {
  const model = fitLogistic([{ signals: [0], happened: true, weight: 90 }, { signals: [0], happened: false, weight: 10 }]);
  expect(chance(model, [0])).toBeCloseTo(0.9, 2);
});

test("stays finite where signals separate perfectly, repeat each other or never vary", () => {
  const model = fitLogistic(Array.from({ length: 50 }, (_, i) => ({ signals: [i, i, 7], happened: i >= 25, weight: 1 })));
  expect([...model.weights, model.bias].every(Number.isFinite)).toBe(true);
  expect(chance(model, [49, 49, 7])).toBeGreaterThan(0.9);
  expect(chance(model, [0, 0, 7])).toBeLessThan(0.1);
});

test("shuffles everything once, the same way for the same seed and another way for another", () => {
  expect([...shuffled(100, 1)].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(shuffled(100, 1)).toEqual(shuffled(100, 1));
  expect(shuffled(100, 1)).not.toEqual(shuffled(100, 2));
});

test("spreads each label evenly over the folds", () => {
  const labels = Array.from({ length: 90 }, (_, i) => (i < 60 ? "many" : "few"));
  const fold = stratifiedFolds(labels, 3, 5);
  for (const k of [0, 1, 2]) {
    expect(labels.filter((label, i) => label === "many" && fold[i] === k)).toHaveLength(20);
    expect(labels.filter((label, i) => label === "few" && fold[i] === k)).toHaveLength(10);
  }
});
