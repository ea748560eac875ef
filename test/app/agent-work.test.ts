import { NotFoundError } from "../../src/core/errors.ts";
import { repliesIn, startTalk, type Talk } from "../support/assistant.ts";

const marta = { id: "agent1", name: "Marta" };
const owen = { id: "agent2", name: "Owen" };

async function accepted(): Promise<Talk & { ticketId: string }> {
  const talk = await startTalk();
  await talk.says("I want to talk to a person");
  const ticketId = (await talk.conversations.load("c1")).state.ticket?.ticketId ?? "";
  await talk.work.accept("c1", ticketId, marta);
  return { ...talk, ticketId };
}

test("of two agents at one ticket the second hears who has it; the first may repeat", async () => {
  const { work, ticketId } = await accepted();
  expect(await work.accept("c1", ticketId, owen)).toEqual({ ok: false, why: "already-accepted", by: marta });
  expect(await work.accept("c1", ticketId, marta)).toEqual({ ok: true });
});

test("nobody but the owner may write, close, return, pass on or note", async () => {
  const { work, ticketId } = await accepted();
  const line = { language: "en", agentSkill: "general" } as const;
  const refused = { ok: false, why: "not-owner" };
  expect(await work.say("c1", ticketId, owen, "hello", "1")).toEqual(refused);
  expect(await work.close("c1", ticketId, owen, "solved")).toEqual(refused);
  expect(await work.handBack("c1", ticketId, owen, null)).toEqual(refused);
  expect(await work.transfer("c1", ticketId, owen, { agent: null, line }, "x")).toEqual(refused);
  expect(await work.note("c1", ticketId, owen, "x")).toEqual(refused);
});

test("the same message sent again is the same turn, even after others", async () => {
  const { work, ticketId, story } = await accepted();
  const first = await work.say("c1", ticketId, marta, "hello", "k1");
  await work.say("c1", ticketId, marta, "more", "k2");
  expect(await work.say("c1", ticketId, marta, "hello", "k1")).toEqual({ ...first, repeated: true });
  expect(repliesIn(await story()).filter(({ text }) => text === "hello")).toHaveLength(1);
});

test("closing says who has finished, asks for a rating, and the rating counts for the person", async () => {
  const { work, ticketId, says, story } = await accepted();
  await work.close("c1", ticketId, marta, "solved");
  expect(repliesIn(await story()).slice(-2).map(({ notice }) => notice?.kind)).toEqual(["returned", "csat"]);
  expect((await says("5")).events).toContainEqual(expect.objectContaining({ type: "RatingGiven", score: 5, phase: "human" }));
  expect((await says("1")).events.some(({ type }) => type === "RatingGiven")).toBe(false);
});

test("what the assistant knew before the person is known after", async () => {
  const { work, ticketId, conversations } = await accepted();
  await work.handBack("c1", ticketId, marta, "send the return label");
  const { state } = await conversations.load("c1");
  expect(state).toMatchObject({ errand: "send the return label", ticket: null, lastAgent: marta });
  expect(state.story.some(({ text }) => text === "I want to talk to a person")).toBe(true);
});

test("a ticket passed on to the line stands ahead of its old place and can be taken by a colleague", async () => {
  const { work, ticketId, conversations } = await accepted();
  await work.transfer("c1", ticketId, marta, { agent: null, line: { language: "en", agentSkill: "care" } }, "needs care");
  expect((await conversations.load("c1")).state.ticket).toMatchObject({ status: "waiting", ahead: true, line: { agentSkill: "care" }, agent: null });
  expect(await work.accept("c1", ticketId, owen)).toEqual({ ok: true });
});

test("a correction by a person counts from then on; one of an unknown turn is refused", async () => {
  const { work, conversations } = await accepted();
  const { state } = await conversations.load("c1");
  const turnId = state.turns[0]?.turnId ?? "";
  await work.correct("c1", marta, turnId, "angry", null);
  expect((await conversations.load("c1")).state.emotion.valence).toBeLessThan(state.emotion.valence);
  await expect(work.correct("c1", marta, "nonsense", "angry", null)).rejects.toThrow(NotFoundError);
});

test("a correction takes the place of the reading it corrects, and a later turn counts after it", async () => {
  const talk = await startTalk();
  await talk.says("where is my order 1043?");
  await talk.says("THIS IS RIDICULOUS, I am furious");
  const wrong = (await talk.conversations.load("c1")).state;
  expect(wrong.emotion.valence).toBeLessThan(-0.2);
  await talk.work.correct("c1", marta, wrong.readings.at(-1)?.turnId ?? "", "satisfied", null);
  const right = (await talk.conversations.load("c1")).state;
  expect(right.emotion).toMatchObject({ emotion: "satisfied", confidence: 1, unpleasantInARow: 0, triggers: [] });
  expect(right.emotion.valence).toBeGreaterThan(0.2);
  await talk.says("now I am really angry, this is a disgrace");
  expect((await talk.conversations.load("c1")).state.emotion.valence).toBeLessThan(right.emotion.valence);
});

test("how the customer feels is read on while a person has them, and carried back to the assistant", async () => {
  const { work, ticketId, says, conversations } = await accepted();
  await says("thank you so much, that is wonderful");
  const { emotion } = (await conversations.load("c1")).state;
  expect(emotion.valence).toBeGreaterThan(0);
  await work.close("c1", ticketId, marta, "solved");
  expect((await conversations.load("c1")).state.emotion).toEqual({ ...emotion, unpleasantInARow: 0 });
});
