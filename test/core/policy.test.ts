import { calmState, type EmotionalState } from "../../src/core/emotion.ts";
import { decide, escalationReason, type PolicyFacts } from "../../src/core/policy.ts";
import { defaultSettings, settingFields } from "../../src/core/policy-settings.ts";
import { anUnderstanding, calmFacts } from "../support/given.ts";

const feeling = (state: Partial<EmotionalState>): Pick<PolicyFacts, "emotion"> => ({ emotion: { ...calmState, ...state } });
const policy = { version: 7, settings: defaultSettings };
const { distressValence, distressArousal, empathyValence, declineTurns, maxClarifications, maxFailures } = defaultSettings;
const step = 0.01;

const ruleOf = (facts: Partial<PolicyFacts>): string | null => escalationReason(calmFacts(facts), defaultSettings)?.rule ?? null;

describe("the escalation rules, at their thresholds and one step away", () => {
  test.each<[string, Partial<PolicyFacts>, string | null]>([
    ["anger at both thresholds is distress", feeling({ emotion: "angry", valence: distressValence, arousal: distressArousal }), "distress"],
    ["frustration at both thresholds is distress", feeling({ emotion: "frustrated", valence: distressValence, arousal: distressArousal }), "distress"],
    ["anger a step milder is not", feeling({ emotion: "angry", valence: distressValence + step, arousal: distressArousal }), null],
    ["anger a step calmer is not", feeling({ emotion: "angry", valence: distressValence, arousal: distressArousal - step }), null],
    ["sadness at its threshold needs empathy, however quiet", feeling({ emotion: "sad", valence: empathyValence, arousal: -1 }), "needs-empathy"],
    ["worry at its threshold needs empathy, however agitated", feeling({ emotion: "anxious", valence: empathyValence, arousal: 1 }), "needs-empathy"],
    ["sadness a step milder does not", feeling({ emotion: "sad", valence: empathyValence + step }), null],
    ["confusion alone stays with the assistant", feeling({ emotion: "confused", valence: -0.9, arousal: 0.9 }), null],
    ["enough unpleasant turns in a row are a decline", feeling({ unpleasantInARow: declineTurns, trend: "worsening" }), "decline"],
    ["steady ones too", feeling({ unpleasantInARow: declineTurns, trend: "steady" }), "decline"],
    ["one turn fewer is not", feeling({ unpleasantInARow: declineTurns - 1, trend: "worsening" }), null],
    ["a customer who is calming down is left in peace", feeling({ unpleasantInARow: declineTurns, trend: "improving" }), null],
    ["asking twice without understanding is being stuck", { clarifications: maxClarifications }, "stuck"],
    ["asking once is not", { clarifications: maxClarifications - 1 }, null],
    ["what is understood at last is answered", { clarifications: maxClarifications, ownIntent: { intent: "stock", dialog: null } }, null],
    ["two dead ends are being stuck even with a known wish", { failures: maxFailures, ownIntent: { intent: "stock", dialog: null } }, "stuck"],
    ["one dead end is not", { failures: maxFailures - 1 }, null],
    ["words that call for a person do so by themselves", feeling({ needsPerson: 0.7, dissatisfactions: [0.1], valence: -0.2 }), "person-wanted"],
    ["words that hardly do not", feeling({ needsPerson: 0.1, dissatisfactions: [0.1], valence: -0.2 }), null],
  ])("%s", (_, facts, expected) => expect(ruleOf(facts)).toBe(expected));
});

test("puts safety first, then a request for a person, then topics of people, empathy, distress, decline, being stuck and all signs together", () => {
  const all: Partial<PolicyFacts> = {
    understanding: anUnderstanding({ danger: "medical" }), wantsHuman: true, peopleTopic: { intent: "complaint", agentSkill: "care", confidence: 0.9 },
    ...feeling({ emotion: "sad", valence: -1, arousal: 1, unpleasantInARow: 9, trend: "worsening" }), clarifications: 9, failures: 9,
  };
  const order: string[] = [];
  let facts = all;
  const without: Partial<PolicyFacts>[] = [
    { understanding: anUnderstanding() }, { wantsHuman: false }, { peopleTopic: null }, feeling({ emotion: "angry", valence: -1, arousal: 1, unpleasantInARow: 9, trend: "worsening" }),
    feeling({ emotion: "neutral", unpleasantInARow: 9, trend: "worsening" }), feeling({ needsPerson: 0.9 }), { clarifications: 0, failures: 0 }, feeling({}),
  ];
  for (const less of without) {
    order.push(ruleOf(facts) ?? "none");
    facts = { ...facts, ...less };
  }
  expect(order).toEqual(["safety", "asked-for-human", "people-topic", "needs-empathy", "distress", "decline", "stuck", "person-wanted"]);
  expect(ruleOf(facts)).toBeNull();
});

test("a request for a person is served whatever the settings say", () => {
  const extremes = [Object.fromEntries(settingFields.map(({ name, min }) => [name, min])), Object.fromEntries(settingFields.map(({ name, max }) => [name, max]))];
  for (const settings of extremes) {
    expect(escalationReason(calmFacts({ wantsHuman: true }), { ...defaultSettings, ...settings })).toEqual({ rule: "asked-for-human" });
  }
});

describe("the action", () => {
  test("while a person has the conversation the bot only passes on what is said", () => {
    const danger = calmFacts({ withPeople: true, wantsHuman: true, understanding: anUnderstanding({ danger: "threat" }) });
    expect(decide(danger, policy)).toEqual({ action: { kind: "relay" }, rule: "person-has-it", policyVersion: 7 });
  });

  test("a handoff carries its reason with values and thresholds, and the policy's version", () => {
    const decision = decide(calmFacts(feeling({ emotion: "angry", valence: -0.8, arousal: 0.7 })), policy);
    expect(decision).toEqual({
      rule: "distress", policyVersion: 7,
      action: { kind: "hand-off", agentSkill: "general", boostMinutes: 5, reason: { rule: "distress", valence: -0.8, arousal: 0.7, thresholds: { distressValence, distressArousal } } },
    });
  });

  test("the agent skill comes from the topic even when another rule fired first", () => {
    const facts = calmFacts({ wantsHuman: true, peopleTopic: { intent: "cancel-subscription", agentSkill: "cancellations", confidence: 0.9 } });
    expect(decide(facts, policy)).toMatchObject({ rule: "asked-for-human", action: { agentSkill: "cancellations" } });
  });

  test("an open dialog goes on with an answer to its question, and yields to a clear new wish", () => {
    const wish = { intent: "opening-hours", dialog: "opening-hours" };
    const answers = calmFacts({ openDialog: "order-status", ownIntent: wish, words: 4, understanding: anUnderstanding({ entities: [{ kind: "order", value: "1043", text: "1043" }] }) });
    expect(decide(answers, policy).action).toEqual({ kind: "continue", dialog: "order-status" });
    expect(decide({ ...answers, understanding: anUnderstanding() }, policy).action).toEqual({ kind: "start", dialog: "opening-hours", intent: "opening-hours" });
    expect(decide({ ...answers, understanding: anUnderstanding(), words: 3 }, policy).action).toEqual({ kind: "continue", dialog: "order-status" });
  });

  test("what is not understood is asked about in two stages", () => {
    expect(decide(calmFacts({ candidates: ["stock", "refund"] }), policy).action).toEqual({ kind: "clarify", stage: 1, options: ["stock", "refund"] });
    expect(decide(calmFacts({ clarifications: 1 }), policy).action).toMatchObject({ kind: "clarify", stage: 2 });
  });
});

test("every default lies in its range and equals the setting in force", () => {
  for (const { name, min, max, default: value } of settingFields) {
    expect(value).toBeGreaterThanOrEqual(min);
    expect(value).toBeLessThanOrEqual(max);
    expect(defaultSettings[name]).toBe(value);
  }
});
