import { startTalk, type Talk } from "../support/assistant.ts";
import { noon } from "../support/given.ts";

const down = { orders: { perform: () => Promise.resolve({ ok: false, why: "unavailable" } as const) } };
const last = async (talk: Talk, lines: readonly string[]) => {
  let said: Awaited<ReturnType<Talk["says"]>> | null = null;
  for (const line of lines) said = await talk.says(line);
  return said?.decision;
};

test("the same question a third time goes to a person, with whatever accents and marks", async () => {
  const talk = await startTalk();
  const decision = await last(talk, ["¿Cuándo me van a devolver el dinero?", "cuando me van a devolver el dinero", "Cuándo me van a devolver el dinero..."]);
  expect(decision).toMatchObject({ rule: "stuck", action: { reason: { sign: "asked-again", count: 2 } } });
});

test("two answers turned down in a row go to a person, and one does not", async () => {
  const talk = await startTalk();
  const first = await last(talk, ["how long does a refund take?", "that's not what I asked"]);
  expect(first?.rule).not.toBe("stuck");
  const second = await last(talk, ["how do I get an invoice?", "no, that doesn't help"]);
  expect(second).toMatchObject({ rule: "stuck", action: { reason: { sign: "answer-rejected", count: 2 } } });
});

test("thanks in between take back that an answer was turned down", async () => {
  const talk = await startTalk();
  await last(talk, ["how long does a refund take?", "that's not what I asked", "ah, thank you so much, very helpful"]);
  expect((await talk.conversations.load("c1")).state.rejections).toBe(0);
});

test("the assistant that has given the same answer three times goes to a person instead of giving it again", async () => {
  const talk = await startTalk();
  const asked = await last(talk, ["how long does a refund take?", "when will I get my refund?", "how many days for a refund?"]);
  expect(asked?.rule).toBe("answer");
  expect((await talk.says("and my refund, how long?")).decision).toMatchObject({ rule: "stuck", action: { reason: { sign: "loop", count: 3 } } });
});

test("the same kind of answer about another product each time is no loop", async () => {
  const talk = await startTalk();
  const decision = await last(talk, ["do you have gazpacho?", "do you have hake?", "do you have oranges?", "do you have bread?", "do you have rice?"]);
  expect(decision?.rule).not.toBe("stuck");
});

test("the shop's system down twice is our failure, told as ours and not as the customer's", async () => {
  const talk = await startTalk(down);
  await last(talk, ["where is my order 1043?", "46001", "where is my order 1043?", "46001"]);
  const { decision, replies } = await talk.says("and now?");
  expect(decision).toMatchObject({ rule: "bot-failure", action: { reason: { faults: 2, thresholds: { maxFaults: 2 } } } });
  expect(replies[0]?.text).toMatch(/The fault is ours/);
});

test("an error of ours counts as a fault, and an answer that comes after it as progress", async () => {
  const talk = await startTalk({ orders: { perform: () => Promise.reject(new Error("a bug")) } });
  await last(talk, ["where is my order 1043?", "46001"]);
  expect((await talk.conversations.load("c1")).state.faults).toBe(1);
  await talk.says("how long does a refund take?");
  expect((await talk.conversations.load("c1")).state.faults).toBe(0);
});

test("a customer back the next day is met without yesterday's anger, and one back after a minute is not", async () => {
  const meet = async (later: number) => {
    const clock = { at: noon, now: () => clock.at };
    const talk = await startTalk({ clock });
    await talk.says("estoy bastante molesto con este retraso", { at: clock.at });
    clock.at += later;
    await talk.says("¿qué horario tienen?", { at: clock.at });
    return (await talk.conversations.load("c1")).state.emotion;
  };
  expect(await meet(60_000)).toMatchObject({ triggers: expect.arrayContaining(["molesto"]) as string[], history: [expect.any(Number), expect.any(Number)] });
  expect(await meet(86_400_000)).toMatchObject({ triggers: [], history: [expect.any(Number)] });
});
