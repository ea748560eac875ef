import { calmState, unpleasantFrom, type EmotionalState } from "../../src/core/emotion.ts";
import { boostMinutes, decide, escalationReason, escalationReasons, type PolicyFacts } from "../../src/core/policy.ts";
import { defaultSettings, settingFields, settingsIn } from "../../src/core/policy-settings.ts";
import { aReading, anUnderstanding, calmFacts } from "../support/given.ts";

const feeling = (state: Partial<EmotionalState>): Pick<PolicyFacts, "emotion"> => ({ emotion: { ...calmState, ...state } });
const policy = { version: 7, settings: defaultSettings };
const { distressValence, distressArousal, empathyValence, declineTurns, maxClarifications, maxFailures, maxFaults, maxRepeats, maxRejections, maxSameReplies, topicConfidence } = defaultSettings;
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
    ["a topic of people at its threshold is theirs", { peopleTopic: { intent: "complaint", agentSkill: "care", confidence: topicConfidence } }, "people-topic"],
    ["one a step less sure is not", { peopleTopic: { intent: "complaint", agentSkill: "care", confidence: topicConfidence - step } }, null],
    ["the same question once more too often is being stuck", { repeats: maxRepeats }, "stuck"],
    ["once less is not", { repeats: maxRepeats - 1 }, null],
    ["answers turned down are being stuck", { rejections: maxRejections }, "stuck"],
    ["one fewer is not", { rejections: maxRejections - 1 }, null],
    ["saying the same too often in a row is being stuck", { sameReplies: maxSameReplies }, "stuck"],
    ["once less is not", { sameReplies: maxSameReplies - 1 }, null],
    ["a number in the turn is given a try before that", { sameReplies: maxSameReplies, understanding: anUnderstanding({ entities: [{ kind: "postcode", value: "46001", text: "46001" }] }) }, null],
    ["thanks answered with thanks are no loop", { sameReplies: maxSameReplies, ownIntent: { intent: "thanks", dialog: null } }, null],
    ["the shop's system down twice is our failure", { faults: maxFaults }, "bot-failure"],
    ["so is a fault after a dead end", { faults: 1, failures: maxFaults - 1 }, "bot-failure"],
    ["one fault is not", { faults: maxFaults - 1 }, null],
    ["words that call for a person do so by themselves", feeling({ needsPerson: 0.7, dissatisfactions: [0.1], valence: -0.2 }), "person-wanted"],
    ["who opens with a wish that is served is answered first", { ...feeling({ needsPerson: 0.9, dissatisfactions: [0.6], history: [-0.4], valence: -0.4 }), ownIntent: { intent: "refund", dialog: null } }, null],
    ["from the second turn on the words count", { ...feeling({ needsPerson: 0.9, dissatisfactions: [0.6, 0.6], history: [-0.4, -0.4], valence: -0.4 }), ownIntent: { intent: "refund", dialog: null } }, "person-wanted"],
    ["and at once where the wish is not known", feeling({ needsPerson: 0.9, dissatisfactions: [0.6], history: [-0.4], valence: -0.4 }), "person-wanted"],
    ["or after a dead end", { ...feeling({ needsPerson: 0.9, dissatisfactions: [0.6], history: [-0.4], valence: -0.4 }), failures: 1, ownIntent: { intent: "refund", dialog: null } }, "person-wanted"],
    ["a day calmly given in a dialog answers its question", { ...feeling({ needsPerson: 0.9 }), openDialog: "change-delivery", understanding: anUnderstanding({ entities: [{ kind: "date", value: "2026-11-27", text: "el viernes" }] }) }, null],
    ["one given in anger calls for a person all the same", { ...feeling({ needsPerson: 0.9 }), openDialog: "change-delivery", understanding: anUnderstanding({ emotion: aReading({ valence: unpleasantFrom }), entities: [{ kind: "date", value: "2026-11-27", text: "el viernes" }] }) }, "person-wanted"],
    ["words that hardly do not", feeling({ needsPerson: 0.1, dissatisfactions: [0.1], valence: -0.2 }), null],
  ])("%s", (_, facts, expected) => expect(ruleOf(facts)).toBe(expected));
});

test("puts safety first, then a request for a person, then topics of people, empathy, distress, decline, being stuck, our own failure and all signs together", () => {
  const all: Partial<PolicyFacts> = {
    understanding: anUnderstanding({ danger: "medical" }), wantsHuman: true, peopleTopic: { intent: "complaint", agentSkill: "care", confidence: 0.9 },
    ...feeling({ emotion: "sad", valence: -1, arousal: 1, unpleasantInARow: 9, trend: "worsening" }), clarifications: 9, failures: 9, faults: 9,
  };
  const order: string[] = [];
  let facts = all;
  const without: Partial<PolicyFacts>[] = [
    { understanding: anUnderstanding() }, { wantsHuman: false }, { peopleTopic: null }, feeling({ emotion: "angry", valence: -1, arousal: 1, unpleasantInARow: 9, trend: "worsening" }),
    feeling({ emotion: "neutral", unpleasantInARow: 9, trend: "worsening" }), feeling({ needsPerson: 0.9 }), { clarifications: 0, failures: 0 }, { faults: 0 }, feeling({}),
  ];
  for (const less of without) {
    order.push(ruleOf(facts) ?? "none");
    facts = { ...facts, ...less };
  }
  expect(order).toEqual(["safety", "asked-for-human", "people-topic", "needs-empathy", "distress", "decline", "stuck", "bot-failure", "person-wanted"]);
  expect(ruleOf(facts)).toBeNull();
});

test("a request for a person is served whatever the settings say", () => {
  const extremes = [Object.fromEntries(settingFields.map(({ name, min }) => [name, min])), Object.fromEntries(settingFields.map(({ name, max }) => [name, max]))];
  for (const settings of extremes) {
    expect(escalationReason(calmFacts({ wantsHuman: true }), { ...defaultSettings, ...settings })).toEqual({ rule: "asked-for-human" });
  }
});

test("what was felt before a person helped is no new reason; what this turn itself shows is", () => {
  const left = feeling({ emotion: "sad", valence: -0.6, unpleasantInARow: 5, needsPerson: 0.9, dissatisfactions: [1] });
  const now = (valence: number): Partial<PolicyFacts> => ({ ...left, helpedBefore: true, understanding: anUnderstanding({ emotion: aReading({ valence }) }) });
  expect(ruleOf(now(unpleasantFrom + step))).toBeNull();
  expect(ruleOf(now(unpleasantFrom))).toBe("needs-empathy");
  expect(ruleOf({ ...now(0), wantsHuman: true })).toBe("asked-for-human");
});

describe("the boost", () => {
  const boost = (facts: Partial<PolicyFacts>, settings = defaultSettings): number => {
    const whole = calmFacts(facts);
    return boostMinutes(escalationReasons(whole, settings), whole, settings);
  };
  const angry = feeling({ emotion: "angry", valence: -1, arousal: 1, unpleasantInARow: declineTurns, trend: "worsening" });

  test("adds up every rule that fired, not only the one that names the reason", () => {
    expect(boost({ ...angry, wantsHuman: true })).toBeGreaterThanOrEqual(defaultSettings.distressBoost + defaultSettings.declineBoost);
    expect(boost({ wantsHuman: true })).toBe(0);
  });

  test("never exceeds the bound that ops set, and is nothing when they set it to zero", () => {
    const all = { ...angry, vip: true, daysSinceContact: 1 };
    expect(boost(all)).toBe(defaultSettings.maxBoostMinutes);
    expect(boost(all, { ...defaultSettings, maxBoostMinutes: 0 })).toBe(0);
  });

  test("counts value at risk, and a contact within the days of the setting, but neither is a reason to hand over", () => {
    const { vipBoost, repeatContactBoost, repeatContactDays } = defaultSettings;
    expect(ruleOf({ vip: true, daysSinceContact: 1 })).toBeNull();
    expect(boost({ vip: true, wantsHuman: true })).toBe(vipBoost);
    expect(boost({ daysSinceContact: repeatContactDays, wantsHuman: true })).toBe(repeatContactBoost);
    expect(boost({ daysSinceContact: repeatContactDays + step, wantsHuman: true })).toBe(0);
  });
});

test("a setting may differ by language, and the conversation's own counts", () => {
  const settings = { ...defaultSettings, maxFailures: { es: 2, en: 4 } };
  const stuckIn = (language: "es" | "en"): string | null => escalationReason(calmFacts({ failures: 3, understanding: anUnderstanding({ language }) }), settings)?.rule ?? null;
  expect([stuckIn("es"), stuckIn("en")]).toEqual(["stuck", null]);
  expect(settingsIn(settings, "en")).toMatchObject({ maxFailures: 4, maxFaults });
});

describe("the action", () => {
  test("danger goes to those trained for it, whatever else the turn is about", () => {
    const facts = calmFacts({ understanding: anUnderstanding({ danger: "fraud" }), peopleTopic: { intent: "cancel-subscription", agentSkill: "cancellations", confidence: 0.9 } });
    expect(decide(facts, policy)).toMatchObject({ rule: "safety", action: { agentSkill: "care" } });
  });

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

describe("an outburst inside a dialog", () => {
  const outburst = anUnderstanding({ emotion: aReading({ emotion: "angry", valence: distressValence, arousal: distressArousal }) });
  const calm = feeling({ emotion: "angry", valence: distressValence / 2, arousal: distressArousal / 2 });

  test("counts whole, however calm the turns before were", () => {
    expect(ruleOf({ ...calm, understanding: outburst, openDialog: "product-advice" })).toBe("distress");
  });

  test("that gives what was asked for, or tells of a wish, is smoothed over the turns like any", () => {
    expect(ruleOf({ ...calm, openDialog: "product-advice", understanding: { ...outburst, entities: [{ kind: "order", value: "1043", text: "1043" }] } })).toBeNull();
    expect(ruleOf({ ...calm, openDialog: "product-advice", understanding: outburst, ownIntent: { intent: "stock", dialog: "product-advice" } })).toBeNull();
    expect(ruleOf({ ...calm, understanding: outburst })).toBeNull();
  });
});
