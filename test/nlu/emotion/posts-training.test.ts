import { emotions } from "../../../src/core/understanding.ts";
import type { Emotion } from "../../../src/core/understanding.ts";
import { columns, firstOf } from "../../../src/nlu/emotion/model.ts";
import { refitPosts } from "../../../src/nlu/emotion/posts-training.ts";
import { fitEmotions } from "../../../src/nlu/emotion/training.ts";
import type { EmotionExample, EmotionWeights } from "../../../src/nlu/emotion/training.ts";

/** One feature a word; a text is one word. */
const rows = 4;
const example = (word: number, allowed: readonly Emotion[], inPosts = 1, source = 0): EmotionExample => ({
  features: { ids: Int32Array.of(word), values: Float32Array.of(1) }, source, emotions: allowed, judgements: {}, weights: { service: 1, general: 1, judgements: 0, world: 0 }, inPosts,
});
const times = (count: number, of: EmotionExample): EmotionExample[] => Array.from({ length: count }, () => of);
const examples = [
  ...times(20, example(0, ["angry"])), ...times(20, example(1, ["satisfied"])), ...times(20, example(2, ["neutral"])),
  // A set that only knows "unpleasant".
  ...times(10, example(0, ["anxious", "sad", "frustrated", "angry"], 1, 1)),
];
const trained = (of: readonly EmotionExample[]): EmotionWeights => {
  const weights = fitEmotions(of, rows, 2);
  refitPosts(weights, of, rows, 2);
  return weights;
};
const score = ({ weights, bias }: EmotionWeights, word: number, emotion: Emotion): number => {
  const column = firstOf.general + emotions.indexOf(emotion);
  return (bias[column] ?? 0) + (weights[word * columns + column] ?? 0);
};
const heard = (weights: EmotionWeights, word: number): Emotion | undefined => emotions.toSorted((a, b) => score(weights, word, b) - score(weights, word, a))[0];

test("takes a text of which only its side is known for the emotion on that side that its words speak for", () => {
  const weights = trained(examples);
  expect([0, 1, 2].map((word) => heard(weights, word))).toEqual(["angry", "satisfied", "neutral"]);
  expect(score(weights, 0, "angry")).toBeGreaterThan(score(weights, 0, "sad") + 1);
});

test("changes nothing of what is learnt of customers", () => {
  const before = fitEmotions(examples, rows, 2);
  const after = trained(examples);
  for (let row = 0; row < rows; row += 1) for (let c = 0; c < columns; c += 1) if (c < firstOf.general || c >= firstOf.general + emotions.length) expect(after.weights[row * columns + c]).toBe(before.weights[row * columns + c]);
});

test("learns nothing from a text that is kept out", () => {
  const kept = fitEmotions(examples, rows, 2);
  const same = { weights: Float32Array.from(kept.weights), bias: Float64Array.from(kept.bias) };
  refitPosts(kept, examples, rows, 2);
  refitPosts(same, [...examples, ...times(50, example(0, ["excited"], 0))], rows, 2);
  expect(same).toEqual(kept);
});

test("trains the same weights from the same examples", () => {
  expect(trained(examples)).toEqual(trained(examples));
});
