import { cellsOf } from "../../../src/core/reactions/cells.ts";
import { learnCalming } from "../../../src/core/reactions/calming-model.ts";
import { byCalming, calmingKnowledge, knowledgeOf } from "../../../src/core/reactions/evidence.ts";
import { practiceWeight, type Observation } from "../../../src/core/reactions/observation.ts";

/** `calmed` of `n` replies with a template calmed in a state, by six authors in turn. */
const replies = (state: string, template: string, n: number, calmed: number, author?: string): Observation[] =>
  Array.from({ length: n }, (_, i) => ({ state, template, author: author ?? `author-${i % 6}`, calmed: i < calmed, weight: 1 }));

test("below five replies in a state there is no evidence, from five on the counts and an interval around them", () => {
  const knowledge = knowledgeOf([...replies("angry/es", "sorry", 5, 3), ...replies("angry/es", "wait", 4, 4), ...replies("neutral/es", "wait", 30, 10)]);
  expect(knowledge.evidence("angry/es", "wait")).toBeNull();
  expect(knowledge.evidence("angry/es", "unheard")).toBeNull();
  expect(knowledge.evidence("sad/es", "sorry")).toBeNull();
  const evidence = knowledge.evidence("angry/es", "sorry");
  expect(evidence).toMatchObject({ n: 5, calmed: 3 });
  expect(evidence?.low).toBeGreaterThan(0);
  expect(evidence?.high).toBeLessThan(1);
  expect(evidence?.high).toBeGreaterThan(evidence?.low ?? 1);
});

test("a template used only in easy states does not win by that", () => {
  const seen = [
    // In the easy state four of five calm whatever is said, in the hard one one of five.
    ...replies("easy", "common", 100, 80), ...replies("easy", "other", 100, 80), ...replies("easy", "easy-only", 200, 160),
    ...replies("hard", "common", 100, 20), ...replies("hard", "other", 100, 20), ...replies("hard", "helps", 100, 34), ...replies("easy", "helps", 10, 9),
  ];
  const knowledge = knowledgeOf(seen);
  expect(byCalming(knowledge, "hard", ["easy-only", "helps", "common"])[0]).toBe("helps");
  // Its plain rate is 80 %, that of "helps" 39 %; in the hard state little more than the level of the state is expected of it.
  expect(knowledge.expected("hard", "easy-only")).toBeLessThan(0.3);
  const blind = learnCalming(cellsOf(seen)).stateBlind("easy-only");
  expect(Math.abs(blind.mean)).toBeLessThan(0.05);
});

test("a few lucky replies do not beat a long good record", () => {
  const ordinary = [55, 60, 65, 70, 58, 62, 68, 72].flatMap((calmed, i) => replies("angry/en", `ordinary-${i}`, 200, calmed));
  const knowledge = knowledgeOf([...ordinary, ...replies("angry/en", "proven", 200, 110), ...replies("angry/en", "lucky", 3, 3), ...replies("angry/en", "usual", 200, 60)]);
  expect(byCalming(knowledge, "angry/en", ["lucky", "usual", "proven"])[0]).toBe("proven");
});

test("where a state has not seen a template, what it did elsewhere counts", () => {
  const elsewhere = ["neutral/en", "sad/en", "anxious/en"].flatMap((state) => [...replies(state, "good", 150, 90), ...replies(state, "poor", 150, 45), ...replies(state, "usual", 150, 65), ...replies(state, "plain", 150, 68)]);
  const knowledge = knowledgeOf([...elsewhere, ...replies("angry/en", "usual", 40, 12), ...replies("angry/en", "plain", 40, 12)]);
  expect(byCalming(knowledge, "angry/en", ["poor", "usual", "good"])).toEqual(["good", "usual", "poor"]);
});

test("one author's share in a template is capped, so one insistent voice does not decide it", () => {
  const others = replies("angry/es", "loud", 60, 15);
  const [cell] = cellsOf([...others, ...replies("angry/es", "loud", 600, 600, "insistent")]);
  expect(cell).toMatchObject({ n: 660, calmed: 615 });
  // Capped to 2 of 7 shares of what is left, instead of 600 of 660 replies.
  expect(cell?.rate).toBeLessThan(0.5);
  expect(cell?.effective).toBeLessThan(100);
});

test("where one person works alone, nothing of what they learned is thrown away", () => {
  expect(cellsOf(replies("sad/en", "listen", 300, 150, "alone"))[0]).toMatchObject({ n: 300, rate: 0.5, effective: 300 });
});

test("old practice fades with its half-life, and only where one is set", () => {
  expect([practiceWeight(0, 90), practiceWeight(90, 90), practiceWeight(180, 90), practiceWeight(1_000, null)]).toEqual([1, 0.5, 0.25, 1]);
  const old = replies("angry/es", "changed", 100, 90).map((reply) => ({ ...reply, weight: practiceWeight(360, 90) }));
  const fresh = replies("angry/es", "changed", 100, 10);
  const [cell] = cellsOf([...old, ...fresh]);
  expect(cell).toMatchObject({ n: 200, calmed: 100 });
  expect(cell?.rate).toBeLessThan(0.2);
});

test("with nothing observed nothing is claimed, and candidates keep one order", () => {
  const knowledge = calmingKnowledge([], learnCalming([]));
  expect(knowledge.evidence("angry/es", "sorry")).toBeNull();
  expect(byCalming(knowledge, "angry/es", ["b", "a"])).toEqual(["a", "b"]);
});

test("intervals narrow as replies are counted, and stay within 0 and 1", () => {
  const width = (n: number): number => {
    const evidence = knowledgeOf([...replies("sad/es", "sorry", n, n), ...replies("sad/es", "wait", n, 0)]).evidence("sad/es", "sorry");
    expect(evidence?.high).toBeLessThanOrEqual(1);
    return (evidence?.high ?? 1) - (evidence?.low ?? 0);
  };
  expect(width(100)).toBeLessThan(width(10));
});
