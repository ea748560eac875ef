import { calmState, feel, typical } from "../../src/core/emotion.ts";
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
