import { repliesIn, startTalk, type Talk } from "../support/assistant.ts";

const marta = { id: "agent1", name: "Marta" };
const owen = { id: "agent2", name: "Owen" };
const sol = { id: "supervisor", name: "Sol" };
const line = { language: "en", agentSkill: "general" } as const;

async function withMarta(): Promise<Talk & { ticketId: string }> {
  const talk = await startTalk();
  await talk.says("I want to talk to a person");
  const ticketId = (await talk.conversations.load("c1")).state.ticket?.ticketId ?? "";
  await talk.work.accept("c1", ticketId, marta);
  return { ...talk, ticketId };
}

test("a supervisor takes over in one act that is logged with from whom, and the customer hears who is there now", async () => {
  const { work, ticketId, conversations, story } = await withMarta();
  expect(await work.takeOver("c1", ticketId, sol)).toEqual({ ok: true });
  expect((await conversations.load("c1")).state.ticket).toMatchObject({ status: "accepted", agent: sol });
  const events = await story();
  expect(events.find(({ type }) => type === "TicketTakenOver")).toMatchObject({ by: sol, from: marta });
  expect(repliesIn(events).at(-1)).toMatchObject({ author: "system", agent: sol, notice: { kind: "joined", values: { agent: "Sol", from: "Marta" } } });
});

test("from the act on only the supervisor may write, and doing it twice is doing it once", async () => {
  const { work, ticketId, story } = await withMarta();
  await work.takeOver("c1", ticketId, sol);
  await work.takeOver("c1", ticketId, sol);
  expect((await story()).filter(({ type }) => type === "TicketTakenOver")).toHaveLength(1);
  expect(await work.say("c1", ticketId, marta, "still me", "1")).toEqual({ ok: false, why: "not-owner" });
  expect(await work.say("c1", ticketId, sol, "now me", "1")).toMatchObject({ ok: true });
});

test("there is nothing to take over in line: a ticket that waits is accepted", async () => {
  const talk = await startTalk();
  await talk.says("I want to talk to a person");
  const ticketId = (await talk.conversations.load("c1")).state.ticket?.ticketId ?? "";
  expect(await talk.work.takeOver("c1", ticketId, sol)).toEqual({ ok: false, why: "not-waiting" });
});

test("a supervisor's note reaches the person who has it, under the supervisor's name, and never the customer; a colleague's is refused", async () => {
  const { work, ticketId, story } = await withMarta();
  expect(await work.note("c1", ticketId, sol, "ask for the photo first", true)).toEqual({ ok: true });
  expect(await work.note("c1", ticketId, owen, "me too")).toEqual({ ok: false, why: "not-owner" });
  const events = await story();
  expect(events.at(-1)).toMatchObject({ type: "NoteAdded", agent: sol, text: "ask for the photo first" });
  expect(repliesIn(events).some(({ text }) => text.includes("photo"))).toBe(false);
});

test("passing on to the line or a group tells the customer that another person comes; to a colleague, who it is", async () => {
  const toLine = await withMarta();
  await toLine.work.transfer("c1", toLine.ticketId, marta, { agent: null, line }, "my shift ends");
  expect(repliesIn(await toLine.story()).at(-1)).toMatchObject({ keys: ["transferred"], notice: { kind: "handoff" } });
  const toOwen = await withMarta();
  await toOwen.work.transfer("c1", toOwen.ticketId, marta, { agent: owen, line }, "knows refunds");
  expect(repliesIn(await toOwen.story()).at(-1)).toMatchObject({ keys: ["joined"], agent: owen });
});

test("passing on round and round always ends with a person or a place in line, and the customer hears of each", async () => {
  const { work, ticketId, conversations, story } = await withMarta();
  for (let round = 0; round < 5; round += 1) {
    await work.transfer("c1", ticketId, marta, { agent: owen, line }, "round");
    await work.transfer("c1", ticketId, owen, { agent: null, line }, "round");
    expect((await conversations.load("c1")).state.ticket?.status).toBe("waiting");
    await work.accept("c1", ticketId, marta);
  }
  expect((await conversations.load("c1")).state.ticket).toMatchObject({ status: "accepted", agent: marta });
  expect(repliesIn(await story()).filter(({ notice }) => notice?.kind === "joined" || notice?.kind === "handoff")).toHaveLength(17);
});
