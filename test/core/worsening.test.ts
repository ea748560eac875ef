import { calmState, feel, type EmotionalState } from "../../src/core/emotion.ts";
import { defaultSettings } from "../../src/core/policy-settings.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import { worsened, type Worsened } from "../../src/core/worsening.ts";
import { createReader } from "../nlu/reader.ts";
import { aReading, aTicket, anUnderstanding, calmFacts } from "../support/given.ts";

const policy = { version: 1, settings: defaultSettings };
const { distressBoost, empathyBoost } = defaultSettings;
/** Three calm turns, as of somebody who asks where an order is. */
const calmSoFar: EmotionalState = [0.1, 0, 0.1].reduce((state, valence) => feel(state, aReading({ valence })), calmState);

function judge(understanding: Understanding, ticket = aTicket(), before = calmSoFar): Worsened | null {
  const { emotion } = understanding;
  return worsened(ticket, calmFacts({ understanding, emotion: emotion === null ? before : feel(before, emotion), withPeople: true }), policy);
}

let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});

test.each([
  ["ESTO ES UNA VERGÜENZA, SOIS UNOS INÚTILES, ESTOY FURIOSO!!!", distressBoost],
  ["estoy indignado, sois unos sinvergüenzas, es una vergüenza!!!", distressBoost],
  ["THIS IS A DISGRACE, YOU ARE USELESS, I AM FURIOUS!!!", distressBoost],
  ["I'm so worried and scared, please help me", empathyBoost],
  ["tengo mucho miedo y estoy muy preocupada, ayúdenme por favor", empathyBoost],
])("moves up at once who breaks out after calm turns: %s", (text, boost) => {
  const moved = judge(read(text));
  expect(moved?.safety).toBe(false);
  expect(moved?.boostMinutes).toBeGreaterThanOrEqual(boost);
});

test.each(["sigo aquí", "¿cuánto falta?", "ok, espero", "quiero hablar con una persona", "still here", "how long will it take?", "thanks, I'll wait"])("leaves in their place who waits calmly: %s", (text) => {
  expect(judge(read(text))).toBeNull();
});

test("moves up by a feeling that grows over turns too, though no turn breaks out", () => {
  const before: EmotionalState = { ...calmState, emotion: "frustrated", valence: -0.8, arousal: 0.6, history: [-0.7], at: 0 };
  const turn = anUnderstanding({ emotion: aReading({ emotion: "frustrated", valence: -0.4, arousal: 0.2 }) });
  expect(judge(turn, aTicket(), before)?.reason.rule).toBe("distress");
});

test("moves nobody up twice for the same, nor who has been taken", () => {
  const furious = anUnderstanding({ emotion: aReading({ emotion: "angry", valence: -0.9, arousal: 0.9 }) });
  expect(judge(furious, aTicket({ boostMinutes: defaultSettings.maxBoostMinutes }))).toBeNull();
  expect(judge(furious, aTicket({ safety: true }))).toBeNull();
  expect(judge(furious, aTicket({ status: "accepted" }))).toBeNull();
});

test("sends a danger to those trained for it, whatever was boosted before", () => {
  expect(judge(anUnderstanding({ danger: "self-harm" }), aTicket({ boostMinutes: 60 }))).toMatchObject({ safety: true, boostMinutes: 60, line: { agentSkill: "care" } });
});

test("judges nothing by feeling where tone is not read", () => {
  expect(judge(anUnderstanding({ emotion: null }))).toBeNull();
});
