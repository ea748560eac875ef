import { hasCalmed, learnBaseline, type Followed } from "../../../src/core/reactions/persistence.ts";

const followed = (emotion: string, language: string, before: number, after: number, n: number): Followed[] => Array.from({ length: n }, () => ({ emotion, language, before, after }));

test("before anything is seen two thirds of a feeling are expected to stay", () => {
  expect(learnBaseline([])({ emotion: "angry", language: "es", before: -0.9 })).toBeCloseTo(-0.6);
});

test("what customers in a state do anyway is no reply's merit", () => {
  // Whoever is confused is neutral next, whatever they are told.
  const baseline = learnBaseline(followed("confused", "en", -0.3, 0, 500));
  expect(hasCalmed(baseline, { emotion: "confused", language: "en", before: -0.3, after: 0 })).toBe(false);
  expect(hasCalmed(baseline, { emotion: "confused", language: "en", before: -0.3, after: 0.5 })).toBe(true);
});

test("the baseline is estimated per emotion and language, drawn to the emotion where there is little", () => {
  const baseline = learnBaseline([...followed("angry", "es", -0.8, -0.8, 400), ...followed("angry", "en", -0.8, -0.2, 400), ...followed("sad", "es", -0.6, -0.5, 2)]);
  expect(baseline({ emotion: "angry", language: "es", before: -0.8 })).toBeCloseTo(-0.8, 1);
  expect(baseline({ emotion: "angry", language: "en", before: -0.8 })).toBeCloseTo(-0.2, 1);
  expect(baseline({ emotion: "sad", language: "en", before: -0.6 })).toBeCloseTo(-0.4, 1);
});

test("a wavering of the reading is not calming", () => {
  const baseline = learnBaseline(followed("angry", "es", -0.8, -0.6, 500));
  expect(hasCalmed(baseline, { emotion: "angry", language: "es", before: -0.8, after: -0.5 })).toBe(false);
  expect(hasCalmed(baseline, { emotion: "angry", language: "es", before: -0.8, after: -0.4 })).toBe(true);
});
