import { startTalk, type Talk } from "../support/assistant.ts";
import { noon } from "../support/given.ts";

const minute = 60_000;
const inLine = async (): Promise<Talk> => {
  const talk = await startTalk();
  await talk.says("quiero hablar con una persona", { at: noon });
  return talk;
};
const ticketOf = async ({ conversations }: Talk) => (await conversations.load("c1")).state.ticket;
const rage = "¡¡ESTO ES UNA VERGÜENZA, ESTOY FURIOSO, NO HAY DERECHO!!";
/** Three furious turns: the smoothed state is past every threshold. Answers what was said to them. */
const rages = async (talk: Talk) => [await talk.says(rage), await talk.says(rage), await talk.says(rage)].flatMap(({ replies }) => replies);

test("a customer who turns angry while waiting moves up by a bounded boost and keeps the time of queueing", async () => {
  const talk = await inLine();
  const before = await ticketOf(talk);
  const replies = await rages(talk);
  const after = await ticketOf(talk);
  const moves = (await talk.story()).filter(({ type }) => type === "TicketReprioritised");
  expect(moves.length).toBeGreaterThan(0);
  expect(after).toMatchObject({ ticketId: before?.ticketId, queuedAt: before?.queuedAt, status: "waiting", safety: false });
  expect(after?.boostMinutes).toBeGreaterThan(before?.boostMinutes ?? 0);
  expect(after?.n).toBe((before?.n ?? 0) + moves.length);
  // Of moving up nothing is said: only, as to anyone who writes in line, that it was added.
  expect(replies.flatMap(({ keys }) => keys).filter((key) => key !== "line.added")).toEqual([]);
});

test("being as angry once more, asking again and calm words move nobody up", async () => {
  const talk = await inLine();
  await rages(talk);
  const before = await ticketOf(talk);
  for (const text of [rage, "quiero hablar con una persona", "gracias, espero"]) await talk.says(text);
  expect(await ticketOf(talk)).toEqual(before);
});

test("a danger told while waiting goes to the band in front and to who is trained for it, with the fixed safe words", async () => {
  const talk = await inLine();
  const { replies } = await talk.says("me quiero morir, no puedo más");
  expect(await ticketOf(talk)).toMatchObject({ safety: true, line: { language: "es", agentSkill: "care" }, reason: { rule: "safety" } });
  expect(replies).toMatchObject([{ author: "system", keys: ["handoff.safety.self-harm"], notice: { kind: "handoff", values: { rule: "safety" } } }]);
  expect((await talk.says("me quiero morir")).replies).toEqual([]);
});

test("once a person has it nothing moves and nothing is said", async () => {
  const talk = await inLine();
  await talk.work.accept("c1", (await ticketOf(talk))?.ticketId ?? "", { id: "agent1", name: "Marta" });
  const before = await ticketOf(talk);
  const { replies } = await talk.says("¡¡ESTOY FURIOSO!! me quiero morir");
  expect(replies).toEqual([]);
  expect(await ticketOf(talk)).toEqual(before);
});

test.each(["back-to-assistant", "end"] as const)("who leaves the line by %s and is back within fifteen minutes finds the place kept; later it is a new one", async (control) => {
  const talk = await inLine();
  const queuedAt = (await ticketOf(talk))?.queuedAt;
  await talk.says("", { control });
  await talk.says("quiero hablar con una persona", { at: noon + 15 * minute });
  expect((await ticketOf(talk))?.queuedAt).toBe(queuedAt);
  const { events } = await talk.says("", { control });
  expect(events.find(({ type }) => type === "TicketAbandoned")).toMatchObject({ by: "customer" });
  const again = await talk.says("quiero hablar con una persona", { at: noon + 15 * minute + 1 });
  expect(again.events.find(({ type }) => type === "TicketOpened")).toMatchObject({ queuedAt: null });
});
