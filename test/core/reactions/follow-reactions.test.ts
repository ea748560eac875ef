import type { Event } from "../../../src/core/events.ts";
import { followReactions, noReactions } from "../../../src/core/reactions/follow-reactions.ts";
import type { Emotion } from "../../../src/core/understanding.ts";
import { aReading, anUnderstanding, noon } from "../../support/given.ts";

const fold = (events: Event[]) => events.map((event, i) => ({ ...event, version: i + 1, at: noon + i })).reduce(followReactions, noReactions);

const customer = (turnId: string, emotion: Emotion, valence: number, text = "hola"): Event[] => [
  { type: "TurnReceived", turnId, text, control: null, rating: null, attachments: [] },
  { type: "TurnUnderstood", turnId, understanding: anUnderstanding({ language: "es", emotion: aReading({ emotion, valence }) }) },
];
const reply = (replyId: string, author: "person" | "assistant" | "system", text = "claro"): Event => ({
  type: "ReplyRecorded",
  reply: { replyId, turnId: null, author, text, keys: author === "assistant" ? ["order-status.delayed"] : [], notice: null, quickReplies: [], agent: author === "person" ? { id: "agent-1", name: "Leo" } : null, clientId: null },
});

test("a reply is judged by the state before it and the customer's next two turns, no more", () => {
  const { reactions } = fold([...customer("t1", "angry", -0.8), reply("r1", "person"), ...customer("t2", "neutral", 0), ...customer("t3", "satisfied", 0.6), ...customer("t4", "angry", -0.9)]);
  expect(reactions).toHaveLength(1);
  expect(reactions[0]).toMatchObject({ replyId: "r1", by: "person", author: "agent-1", emotion: "angry", before: -0.8, language: "es" });
  expect(reactions[0]?.after).toEqual([{ turnId: "t2", valence: 0 }, { turnId: "t3", valence: 0.6 }]);
});

test("replies of the bot count as those of people do, notices of the system do not", () => {
  const { reactions } = fold([...customer("t1", "angry", -0.8), reply("r1", "assistant"), reply("r2", "system"), ...customer("t2", "neutral", 0)]);
  expect(reactions.map(({ replyId, by }) => [replyId, by])).toEqual([["r1", "bot"]]);
});

test("a greeting to a customer who has said nothing changes no state", () => {
  expect(fold([reply("r1", "person"), ...customer("t1", "neutral", 0)]).reactions).toEqual([]);
});

test("nothing is kept of a customer whose tone must not be read", () => {
  const untold: Event = { type: "TurnUnderstood", turnId: "t1", understanding: anUnderstanding({ emotion: null }) };
  expect(fold([untold, reply("r1", "person"), ...customer("t2", "angry", -0.8)]).reactions).toEqual([]);
  expect(fold([...customer("t1", "angry", -0.8), { type: "ToneAnalysisChanged", on: false }, reply("r1", "person")]).reactions).toEqual([]);
});

test("a person's correction of a reading corrects the reaction that rests on it", () => {
  const { reactions } = fold([...customer("t1", "angry", -0.8), reply("r1", "person"), ...customer("t2", "satisfied", 0.6), { type: "ReadingCorrected", turnId: "t2", agent: { id: "agent-1", name: "Leo" }, emotion: "angry", intent: null }]);
  expect(reactions[0]?.after).toEqual([{ turnId: "t2", valence: -0.8 }]);
});

test("what a reply answers is what was said before it, not after", () => {
  const { reactions } = fold([...customer("t1", "angry", -0.8, "no ha llegado"), reply("r1", "person", "lo miro"), ...customer("t2", "neutral", 0, "gracias"), reply("r2", "person")]);
  expect(reactions.map(({ context }) => context.map(({ text }) => text))).toEqual([["no ha llegado"], ["no ha llegado", "lo miro", "gracias"]]);
});

test("a reply that was a suggestion says so, and a dismissed one changes nothing", () => {
  const answered = (response: "sent" | "edited" | "dismissed", id = "agent-1"): Event => ({ type: "SuggestionAnswered", ticketId: "k1", suggestionId: "s", agent: { id, name: "Leo" }, response });
  const { reactions } = fold([...customer("t1", "angry", -0.8), reply("r1", "person"), answered("edited"), ...customer("t2", "neutral", 0), reply("r2", "person"), answered("dismissed"), answered("sent", "agent-2")]);
  expect(reactions.map(({ replyId, suggested }) => [replyId, suggested])).toEqual([["r1", "edited"], ["r2", null]]);
});
