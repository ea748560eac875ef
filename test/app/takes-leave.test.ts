import { createReplyMaker } from "../../src/app/reply.ts";
import { createRespond } from "../../src/app/respond.ts";
import { initialState } from "../../src/core/state.ts";
import type { EmotionReading } from "../../src/core/understanding.ts";
import { repliesIn } from "../support/assistant.ts";
import { aReading, aTurn, anUnderstanding, calmFacts } from "../support/given.ts";

const ids = { next: (prefix: string) => prefix };
const respond = createRespond({
  replies: createReplyMaker({ texts: { has: () => true, text: (key) => key }, ids }), dialogs: [], orders: { perform: async () => ({ ok: false, why: "unavailable" }) }, ask: () => [],
  ids, follows: () => new Map(), hasText: () => true, placeEvery: 60_000, calendarDate: () => "2026-11-22",
});
/** The keys of what a turn of this intent and feeling is answered with. */
const answered = async (intent: string, reading: Partial<EmotionReading>): Promise<string[]> => {
  const understanding = anUnderstanding({ emotion: aReading(reading) });
  const events = await respond({
    turn: aTurn("thanks for nothing"), understanding, facts: calmFacts({ understanding }), decision: { action: { kind: "answer", intent }, rule: "answer", policyVersion: 1 },
    state: { ...initialState(), started: true },
  });
  return repliesIn(events).flatMap(({ keys, quickReplies }) => [...keys, ...quickReplies]);
};

describe.each(["thanks", "goodbye"])("a %s", (intent) => {
  test("that shows an unpleasant feeling is answered with help and a person, after the feeling is acknowledged", async () => {
    expect(await answered(intent, { emotion: "frustrated", valence: -0.5, confidence: 0.6 })).toEqual(["acknowledge.frustrated", "courtesy.unsettled", "control.ask-for-person"]);
  });

  test("whose unpleasant feeling is not sure enough to be named is so all the same", async () => {
    expect(await answered(intent, { emotion: "angry", valence: -0.5, confidence: 0.4 })).toEqual(["courtesy.unsettled", "control.ask-for-person"]);
  });

  test("that shows none is answered in kind", async () => {
    expect(await answered(intent, { emotion: "satisfied", valence: 0.4 })).toEqual([`${intent}.answer`]);
  });
});

test("a question asked with an unpleasant feeling is answered after the feeling is acknowledged", async () => {
  expect(await answered("invoice", { emotion: "frustrated", valence: -0.5, confidence: 0.6 })).toEqual(["acknowledge.frustrated", "invoice.answer"]);
});
