import { calmState, faded, feel, feelOutcome, typical } from "../../src/core/emotion.ts";
import { emotions } from "../../src/core/understanding.ts";
import { aReading } from "../support/given.ts";

const angry = aReading({ emotion: "angry", valence: -0.8, arousal: 0.8, evidence: ["vergüenza"] });
const calm = aReading({ valence: 0.1 });

test("the first reading counts whole, the next ones half", () => {
  const first = feel(calmState, angry);
  expect(first).toMatchObject({ valence: -0.8, arousal: 0.8, emotion: "angry", evidence: ["vergüenza"] });
  expect(feel(first, calm).valence).toBeCloseTo(-0.35);
});

test("two calm turns undo most of an angry one", () => {
  const state = [angry, calm, calm].reduce(feel, calmState);
  expect(state.valence).toBeGreaterThan(-0.2);
  expect(state.emotion).toBe("neutral");
});

test("one neutral turn after strong anger does not erase its name", () => {
  expect(feel(feel(calmState, angry), aReading()).emotion).toBe("angry");
});

test("the trend compares the newest turn with the mean of the earlier ones", () => {
  const start = feel(calmState, aReading({ valence: -0.3 }));
  expect(feel(start, aReading({ valence: -0.6 })).trend).toBe("worsening");
  expect(feel(start, aReading({ valence: 0.2 })).trend).toBe("improving");
  expect(feel(start, aReading({ valence: -0.3 })).trend).toBe("steady");
});

test("the words the state rests on stay until newer words say something", () => {
  expect(feel(feel(calmState, angry), calm).evidence).toEqual(["vergüenza"]);
});

const hour = 3_600_000;

test("what was felt fades by half in an hour, and a customer back the next day starts anew", () => {
  const first = feel(calmState, angry, 0);
  expect(faded(first, hour)).toMatchObject({ valence: -0.4, arousal: 0.4 });
  expect(faded(first, 0)).toBe(first);
  expect(feel(first, calm, 24 * hour)).toMatchObject({ valence: 0.1, trend: "steady", unpleasantInARow: 0, triggers: [] });
});

test("the words that set it off are kept when later turns say other things, at most eight", () => {
  const annoyed = (word: string) => aReading({ valence: -0.5, evidence: [word] });
  const state = [angry, annoyed("harta"), aReading({ valence: 0.5, evidence: ["gracias"] })].reduce((before, reading) => feel(before, reading), calmState);
  expect(state).toMatchObject({ evidence: ["gracias"], triggers: ["vergüenza", "harta"] });
  const many = Array.from({ length: 20 }, (_, i) => annoyed(`w${i}`)).reduce((before, reading) => feel(before, reading), calmState);
  expect(many.triggers).toHaveLength(8);
  expect(many.triggers.at(-1)).toBe("w19");
});

test("a decline is neither counted nor ended by a turn between its two ends", () => {
  const after = (...valences: number[]): number => valences.reduce((state, valence) => feel(state, aReading({ valence })), calmState).unpleasantInARow;
  expect(after(-0.2, -0.1, -0.2)).toBe(2);
  expect(after(-0.2, -0.05)).toBe(0);
  expect(after(-0.2, -0.06)).toBe(1);
  expect(after(-0.15)).toBe(1);
  expect(after(-0.14)).toBe(0);
});

test("a failure of ours counts as unpleasant and a job done as relief, but neither alone makes a feeling", () => {
  const failed = Array.from({ length: 9 }).reduce<typeof calmState>((state) => feelOutcome(state, "failed"), calmState);
  expect(failed.valence).toBeCloseTo(-0.2);
  expect(feelOutcome(failed, "done").valence).toBeGreaterThan(failed.valence);
  expect(feelOutcome(calmState, "done")).toBe(calmState);
  const worse = feel(calmState, angry);
  expect(feelOutcome(worse, "failed").valence).toBe(worse.valence);
});

test("the state never leaves its range and its history stays bounded", () => {
  const state = Array.from({ length: 50 }, () => aReading({ valence: -1, arousal: 1 })).reduce(feel, calmState);
  expect(state.valence).toBeGreaterThanOrEqual(-1);
  expect(state.history.length).toBeLessThanOrEqual(6);
});

test("every emotion has a typical place on the circumplex", () => {
  for (const emotion of emotions) {
    const { valence, arousal } = typical[emotion];
    expect(Math.abs(valence)).toBeLessThanOrEqual(1);
    expect(Math.abs(arousal)).toBeLessThanOrEqual(1);
  }
});
