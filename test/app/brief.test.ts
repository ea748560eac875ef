import { resolve } from "node:path";
import { whisperFor, type WhisperView } from "../../src/app/brief.ts";
import type { Action, EscalationReason } from "../../src/core/policy.ts";
import { initialState, type ConversationState } from "../../src/core/state.ts";
import { emotions, type Emotion } from "../../src/core/understanding.ts";
import { textsOf } from "../../src/nlu/catalogue-views.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { aTicket, noon } from "../support/given.ts";

const profile = { conversations: 1, lastAt: null, notes: [], facts: [], advice: "" };
const nothingShown = () => ({ support: [], explain: [], anticipate: [], educate: [], rapport: [], personal: [] });
const people = (intent: string): EscalationReason => ({ rule: "people-topic", intent, confidence: 0.9 });

/** `opensWith`: the turn that brought them to a person, by its place. */
type Given = { intents?: (string | null)[]; actions?: Action[]; emotion?: Emotion; reason?: EscalationReason; opensWith?: number; answered?: boolean };

async function whispered({ intents = [], actions = [], emotion = "neutral", reason = { rule: "asked-for-human" }, opensWith = 0, answered = false }: Given, language: "es" | "en" = "en"): Promise<WhisperView> {
  const texts = textsOf(await loadCatalogue(resolve(import.meta.dirname, "../../intents")));
  const start = initialState();
  const turns = intents.map((intent, i) => {
    const action = actions[i];
    return { turnId: `t${i}`, version: i, intent, decision: action ? { action, rule: "own-intent", policyVersion: 1 } : null };
  });
  const story: ConversationState["story"] = answered ? [{ who: "person", text: "Hola, soy Marta.", turnId: null, at: noon }] : [];
  const state: ConversationState = { ...start, language, story, ticket: aTicket({ reason, ...(answered ? { acceptedAt: noon } : {}), turnId: `t${opensWith}`, reasonTurnId: `t${opensWith}` }), emotion: { ...start.emotion, emotion }, turns };
  return whisperFor(state, [], texts, nothingShown, profile, language);
}

test.each([
  [["bereavement", "thanks"], "Death of a family member", "t0"], [["greeting", "refund", "talk-to-person", "goodbye"], "Refunds and returns", "t1"],
  [["greeting", "talk-to-person", "thanks"], "Talk to a person", "t1"],
])("what a customer wants names no courtesy, and the wish for a person only where nothing else is known: %j", async (intents, wants, turn) => {
  const { brief, briefTurns } = await whispered({ intents });
  expect({ wants: brief.wants, turn: briefTurns.wants }).toEqual({ wants, turn });
});

test("who was only polite has not said yet what they want, and answering a courtesy is no attempt", async () => {
  const { brief, briefTurns } = await whispered({ intents: ["greeting"], actions: [{ kind: "answer", intent: "greeting" }] });
  expect(brief.wants).toMatch(/Not clear yet/);
  expect(brief.tried).toMatch(/tried nothing/);
  expect(briefTurns).toMatchObject({ wants: null, tried: null });
});

test.each(["es", "en"] as const)("advice is about the topic: each of a complaint, a death and a cancellation has its own, %s", async (language) => {
  const topics = ["complaint", "bereavement", "cancel-order", "cancel-subscription", "refund"];
  const briefs = await Promise.all(topics.map(async (intent) => (await whispered({ intents: [intent], emotion: "sad", reason: people(intent) }, language)).brief));
  expect(new Set(briefs.map(({ advice }) => advice)).size).toBe(topics.length);
  expect(new Set(briefs.map(({ avoid }) => avoid)).size).toBe(topics.length);
  const persuading = briefs.map(({ avoid }) => /retener|se lo quede|keep/.test(avoid));
  expect(persuading).toEqual([false, false, true, true, false]);
});

test.each(["es", "en"] as const)("where the topic has no advice, it is about how the customer feels now, and for a calm one about why they came, %s", async (language) => {
  const advice = await Promise.all(emotions.map(async (emotion) => (await whispered({ intents: ["invoice"], emotion, reason: { rule: "asked-for-human" } }, language)).brief));
  expect(new Set(advice.map((one) => one.advice)).size).toBe(emotions.length);
  expect(new Set(advice.map((one) => one.avoid)).size).toBe(emotions.length);
  expect(advice[emotions.indexOf("neutral")]?.advice).toMatch(/Preséntese|Introduce yourself/);
});

test("a danger comes before any topic and feeling", async () => {
  expect((await whispered({ intents: ["complaint"], emotion: "sad", reason: { rule: "safety", danger: "self-harm" } })).brief.advice).toMatch(/Safety first/);
});

const clarify: Action = { kind: "clarify", stage: 1, options: [] };
const stuck: EscalationReason = { rule: "stuck", sign: "misunderstood", clarifications: 2, failures: 0, count: 2, thresholds: { maxClarifications: 2, maxFailures: 2, limit: 2 } };
const failed: EscalationReason = { rule: "bot-failure", faults: 2, failures: 0, thresholds: { maxFaults: 2 } };

test.each(["es", "en"] as const)("after the assistant has failed a customer the advice is to slow down and say that a person is here, whatever the topic and the feeling, %s", async (language) => {
  for (const emotion of emotions) {
    for (const given of [
      { reason: stuck }, { reason: failed }, { reason: stuck, intents: ["cancel-order"] }, { intents: [null, null, "talk-to-person"], actions: [clarify, clarify], opensWith: 2 },
      { intents: ["refund", null, null, "talk-to-person"], actions: [{ kind: "answer", intent: "refund" }, { kind: "apologise" }, clarify], opensWith: 3 },
    ] satisfies Given[]) {
      const { advice, avoid } = (await whispered({ ...given, emotion }, language)).brief;
      expect(advice).toMatch(language === "es" ? /^Vaya despacio.*ya hay una persona/ : /^Slow down.*a person is here now/);
      expect(avoid).toMatch(/frases de máquina|machine phrases/);
    }
  }
});

test("one question back is no failure, nor are two with an answer between them; a death is more than any failure", async () => {
  const once = await whispered({ intents: [null, "talk-to-person"], actions: [clarify], opensWith: 1 });
  const apart = await whispered({ intents: [null, "refund", null, "talk-to-person"], actions: [clarify, { kind: "answer", intent: "refund" }, clarify], opensWith: 3 });
  expect([once, apart].map(({ brief }) => brief.advice)).toEqual([expect.stringMatching(/^Introduce yourself/), expect.stringMatching(/^Introduce yourself/)]);
  expect((await whispered({ intents: ["bereavement"], reason: stuck })).brief.advice).toMatch(/condolences/);
});

test("each line of the brief is linked to the customer's turn it rests on", async () => {
  const { briefTurns } = await whispered({ intents: ["cancel-order", "talk-to-person"], opensWith: 1 });
  expect(briefTurns).toMatchObject({ wants: "t0", whyNow: "t1", advice: "t0", promised: [{ text: expect.stringMatching(/need not repeat it/), turnId: "t1" }] });
});

test.each(["es", "en"] as const)("who has written to the customer is not told to introduce themselves any more, %s", async (language) => {
  const [before, after] = [await whispered({}, language), await whispered({ answered: true }, language)];
  expect(before.brief.advice).toMatch(/Preséntese|Introduce yourself/);
  expect(after.brief.advice).not.toMatch(/Preséntese|Introduce yourself/);
  expect(after.brief.advice).not.toBe("");
});
