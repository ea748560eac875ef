import { votedTemplates } from "../../src/core/practice-votes.ts";

const cases = (template: string, ...likeness: number[]) => likeness.map((relevance) => ({ template, relevance }));
const order = (...all: { template: string; relevance: number }[][]): string[] => votedTemplates(all.flat()).map(({ template }) => template);

test("of two replies to cases equally like this one, the one more colleagues gave stands first", () => {
  expect(order(cases("rare", 0.6), cases("usual", 0.6, 0.6, 0.5))).toEqual(["usual", "rare"]);
});

test("many cases that are hardly like this one do not outweigh one that is this one", () => {
  expect(order(cases("usual", 0.1, 0.1, 0.1, 0.1), cases("same", 0.95))).toEqual(["same", "usual"]);
});

test("the more like this one a case is, the more its answer counts", () => {
  expect(order(cases("far", 0.5, 0.5), cases("near", 0.7, 0.7))).toEqual(["near", "far"]);
});

test("names the most like case of each template first, and nothing where there is none", () => {
  const [voted] = votedTemplates(cases("one", 0.5, 0.8));
  expect(voted?.cases.map(({ relevance }) => relevance)).toEqual([0.8, 0.5]);
  expect(voted?.relevance).toBeCloseTo(0.9);
  expect(votedTemplates([])).toEqual([]);
});
