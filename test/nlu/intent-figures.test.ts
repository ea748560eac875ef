import { accuracy, answerable, auroc, reliability, share } from "../../scripts/bench/intent-figures.ts";
import { roundsOf } from "../../scripts/bench/intent-sets.ts";
import type { IntentRow } from "../../scripts/bench/intent-sets.ts";

const answer = (gold: string, intent: string, confidence: number) => ({ gold, intent, confidence });

test("gives a share the interval of Wilson, which stays within 0 and 1", () => {
  expect(share(90, 100)).toMatchObject({ value: 0.9, n: 100 });
  expect(share(90, 100).low).toBeCloseTo(0.8256, 3);
  expect(share(90, 100).high).toBeCloseTo(0.9448, 3);
  expect(share(10, 10).high).toBeLessThanOrEqual(1);
});

test("counts accuracy over what is in scope only", () => {
  expect(accuracy([answer("a", "a", 1), answer("b", "a", 1), answer("oos", "a", 1)]).value).toBe(0.5);
});

test("measures how well confidence tells strangers apart: 1 where it does, a half where it cannot", () => {
  expect(auroc([answer("a", "a", 0.9), answer("b", "b", 0.8), answer("oos", "a", 0.1)]).value).toBe(1);
  expect(auroc([answer("a", "a", 0.5), answer("oos", "a", 0.5)]).value).toBe(0.5);
});

test("answers as many as can be with 95 in 100 right, a stranger counting as an error as often as told", () => {
  const list = [...Array.from({ length: 19 }, () => answer("a", "a", 0.9)), answer("oos", "a", 0.5), answer("a", "a", 0.4)];
  expect(answerable(list).value).toBe(1);
  expect(answerable(list, 10).value).toBeCloseTo(19 / 30, 1);
});

test("compares what was promised with what came true, bin by bin", () => {
  const bins = reliability([answer("a", "a", 0.95), answer("a", "b", 0.99), answer("oos", "a", 0.95)]);
  expect(bins[9]).toEqual({ from: 0.9, n: 2, confidence: 0.97, right: 0.5 });
});

describe("the protocols", () => {
  const row = (i: number, split: "train" | "dev"): IntentRow => ({ text: `t${split}${i}`, intent: `i${i % 10}`, lang: "es", split, ...(i < 20 ? { fs: [0, 1, 2] } : {}) });
  const train = Array.from({ length: 50 }, (_, i) => row(i, "train"));

  test("ask dev where there is one, and each row of train once where there is none", () => {
    expect(roundsOf([...train, row(1, "dev")], "full")).toEqual([{ train, test: [row(1, "dev")] }]);
    const rounds = roundsOf(train, "full");
    expect(rounds.flatMap(({ test: asked }) => asked.map(({ text }) => text)).sort()).toEqual(train.map(({ text }) => text).sort());
  });

  test.each(["full", "ten-each", "left-out"] as const)("never ask what was trained on (%s)", (protocol) => {
    for (const { train: known, test: asked } of roundsOf(train, protocol)) {
      const texts = new Set(known.map(({ text }) => text));
      expect(asked.filter(({ text }) => texts.has(text))).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
    }
  });

  test("hide the intents they call strangers", () => {
    for (const { train: known, test: asked } of roundsOf(train, "left-out")) {
      expect(new Set(known.map(({ intent }) => intent)).size).toBe(8);
      expect(asked.some(({ intent }) => intent === "oos")).toBe(true);
    }
  });
});
