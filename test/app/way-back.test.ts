import { repliesIn, startTalk, website, type Talk } from "../support/assistant.ts";
import { minute, startDeskWorld } from "../support/desk-world.ts";
import { aTurn } from "../support/given.ts";

const marta = { id: "agent1", name: "Marta" };
const owen = { id: "agent2", name: "Owen" };

const stateOf = async (talk: Talk) => (await talk.conversations.load("c1")).state;
const ticketIdOf = async (talk: Talk): Promise<string> => (await stateOf(talk)).ticket?.ticketId ?? "";
async function withPerson(agent = marta): Promise<Talk & { ticketId: string }> {
  const talk = await startTalk();
  await talk.says("quiero hablar con una persona");
  const ticketId = await ticketIdOf(talk);
  await talk.work.accept("c1", ticketId, agent);
  return { ...talk, ticketId };
}
const noticesIn = (events: Parameters<typeof repliesIn>[0]) => repliesIn(events).map(({ notice, keys }) => [notice?.kind ?? null, keys[0]]);
const lastReturn = async (talk: Talk) => (await talk.story()).findLast(({ type }) => type === "TicketReturned");

test("giving back says why: solved, or with an errand, or what the agent says", async () => {
  const plain = await withPerson();
  await plain.work.handBack("c1", plain.ticketId, marta, null);
  expect(await lastReturn(plain)).toMatchObject({ why: "solved", errand: null, by: marta });
  const errand = await withPerson();
  await errand.work.handBack("c1", errand.ticketId, marta, "mandar la etiqueta");
  expect(await lastReturn(errand)).toMatchObject({ why: "errand", errand: "mandar la etiqueta" });
  const silent = await withPerson();
  await silent.work.handBack("c1", silent.ticketId, marta, null, "timeout");
  expect(await lastReturn(silent)).toMatchObject({ why: "timeout" });
});

test("an errand of the assistant's own is offered to the customer as its job, without the words it was given in", async () => {
  const talk = await withPerson();
  await talk.work.handBack("c1", talk.ticketId, marta, "cambiar la fecha de entrega del pedido; está muy enfadado");
  const offer = repliesIn(await talk.story()).find(({ keys }) => keys[0] === "errand.offer");
  expect(offer).toMatchObject({ author: "assistant", quickReplies: [expect.any(String)] });
  expect(repliesIn(await talk.story()).map(({ text }) => text).join()).not.toMatch(/enfadado/);
  expect((await talk.says(offer?.quickReplies[0] ?? "")).decision?.action).toMatchObject({ kind: "start", dialog: "change-delivery" });
});

test.each(["sí", "sí, por favor"])("a yes to an errand's offer starts its job with the order it names, even after the rating: «%s»", async (yes) => {
  const talk = await withPerson();
  await talk.work.handBack("c1", talk.ticketId, marta, "cambiar la entrega del pedido 1043");
  await talk.says("", { control: "rate", rating: 5, ratedPhase: "human" });
  const { decision, replies } = await talk.says(yes);
  expect(decision?.action).toEqual({ kind: "start", dialog: "change-delivery", intent: "change-delivery" });
  expect(replies[0]?.keys).toEqual(["order.ask-postcode"]);
});

test("a no to an errand's offer leaves it, and an errand is offered once: a later yes is not about it", async () => {
  const talk = await withPerson();
  await talk.work.handBack("c1", talk.ticketId, marta, "cambiar la entrega del pedido 1043");
  expect((await talk.says("no, gracias")).replies[0]?.keys).toEqual(["errand.left"]);
  expect((await talk.says("sí")).decision?.action.kind).not.toBe("start");
});

test.each([["sí", "errand.what-else"], ["no", "errand.left"], ["sí, quiero cambiar la entrega", "order.ask-number"]])(
  "of an errand that is no job of the assistant's the customer hears that the person has it noted, in none of its words; «%s» then is understood",
  async (answer, key) => {
    const talk = await withPerson();
    await talk.work.handBack("c1", talk.ticketId, marta, "mándele la etiqueta; si vuelve a enfadarse, conmigo");
    const noted = repliesIn(await talk.story()).find(({ keys }) => keys[0] === "errand.noted");
    expect(noted).toMatchObject({ author: "assistant", text: expect.stringContaining("Marta") });
    expect(noted?.text).not.toMatch(/etiqueta|enfad/);
    expect((await talk.says(answer)).replies[0]?.keys).toEqual([key]);
  },
);

test("whoever gave an errand is who the next handoff goes to first, until somebody has it", async () => {
  const talk = await withPerson();
  await talk.work.handBack("c1", talk.ticketId, marta, "si vuelve a enfadarse, conmigo");
  expect((await stateOf(talk)).backTo).toEqual(marta);
  await talk.says("quiero hablar con una persona");
  expect((await stateOf(talk)).backTo).toEqual(marta);
  await talk.work.accept("c1", await ticketIdOf(talk), owen);
  expect((await stateOf(talk)).backTo).toBeNull();
});

test("after an errand a customer who turns angry again is offered to the same person first, if there; otherwise stands in line", async () => {
  const angryAgain = async (there: boolean) => {
    const world = await startDeskWorld();
    for (const id of ["a", "b"]) {
      world.desk.presence.set(id, "available");
      world.desk.open.add(id);
    }
    await world.customer("c1", "quiero hablar con una persona");
    const ticketId = (await world.ticket("c1"))?.ticketId ?? "";
    await world.work.accept("c1", ticketId, { id: "b", name: "B" });
    await world.work.handBack("c1", ticketId, { id: "b", name: "B" }, "mande la etiqueta; si se enfada otra vez, conmigo");
    if (!there) world.desk.presence.set("b", "away");
    for (let turn = 0; turn < 3; turn += 1) await world.customer("c1", "¡¡ESTO ES UNA VERGÜENZA, ESTOY FURIOSO, NO HAY DERECHO!!");
    return world.ticket("c1");
  };
  expect(await angryAgain(true)).toMatchObject({ status: "offered", offer: { agent: { id: "b" } } });
  expect(await angryAgain(false)).toMatchObject({ status: "waiting" });
});

test("the assistant goes on with all it knows, and what was felt before is no reason to hand over again at once", async () => {
  const talk = await startTalk();
  await talk.says("¿Dónde está mi pedido 1043?");
  await talk.says("46001");
  await talk.says("Estoy muy triste y muy preocupada, no sé qué hacer");
  const ticketId = await ticketIdOf(talk);
  await talk.work.accept("c1", ticketId, marta);
  await talk.work.handBack("c1", ticketId, marta, null);
  expect((await stateOf(talk)).emotion.valence).toBeLessThan(0);
  const { decision, replies } = await talk.says("quiero cambiar la entrega");
  expect(decision?.action).toMatchObject({ kind: "start", dialog: "change-delivery" });
  expect(replies[0]?.keys[0]).not.toMatch(/ask-(number|order|postcode)/);
});

test("what a dialog has learned survives the wish for a person and the way back: the order number is not asked for again", async () => {
  const talk = await startTalk();
  await talk.says("I want my money back, item arrived broken");
  expect((await talk.says("1043")).replies[0]?.keys).toEqual(["order.ask-postcode"]);
  expect((await talk.says("let me speak with somebody instead")).decision?.rule).toBe("asked-for-human");
  await talk.says("", { control: "back-to-assistant" });
  const { replies } = await talk.says("46001");
  expect(replies[0]?.keys[0]).not.toMatch(/ask-number|clarify/);
  expect((await stateOf(talk)).learned).toEqual({ number: "1043", postcode: "46001" });
});

test("an order number that was not found is not carried on", async () => {
  const talk = await startTalk();
  await talk.says("where is my order 9999?");
  await talk.says("46001");
  await talk.says("quiero hablar con una persona");
  await talk.says("", { control: "back-to-assistant" });
  expect((await stateOf(talk)).learned).toEqual({});
});

test.each([["back-to-assistant", "left-person"], ["end", "closed"]] as const)("a customer who leaves the person by %s gives the conversation back, and nobody counts as having left the line", async (control, key) => {
  const talk = await withPerson();
  const { events } = await talk.says("", { control });
  expect(events.find(({ type }) => type === "TicketReturned")).toMatchObject({ why: "customer-ended", by: marta });
  expect(events.some(({ type }) => type === "TicketAbandoned")).toBe(false);
  expect(noticesIn(events)).toEqual([[control === "end" ? "closed" : "returned", key], ["csat", "csat.human"]]);
});

test("a customer who does not answer the person goes back to the assistant, which goes on when they write; one who answers stays", async () => {
  const world = await startDeskWorld();
  world.desk.presence.set("a", "available");
  await world.customer("c1", "quiero hablar con una persona");
  const a = { id: "a", name: "A" };
  const ticketId = (await world.ticket("c1"))?.ticketId ?? "";
  await world.work.accept("c1", ticketId, a);
  await world.work.say("c1", ticketId, a, "¿En qué puedo ayudarle?", "1");
  await world.pass(20 * minute);
  await world.customer("c1", "un momento, por favor");
  await world.pass(25 * minute);
  expect((await world.ticket("c1"))?.status).toBe("accepted");
  await world.work.say("c1", ticketId, a, "Claro, espero.", "2");
  await world.pass(31 * minute);
  expect(await world.ticket("c1")).toBeNull();
  expect((await world.story()).findLast(({ type }) => type === "TicketReturned")).toMatchObject({ why: "timeout", by: a });
  expect((await world.told("c1")).slice(-2)).toEqual(["returned.timeout", "csat.human"]);
});

test("who lost the person and chooses the assistant over the line gives it back as such, and keeps the place for a while", async () => {
  const world = await startDeskWorld();
  world.desk.presence.set("a", "available");
  await world.customer("c1", "quiero hablar con una persona");
  const before = await world.ticket("c1");
  await world.work.accept("c1", before?.ticketId ?? "", { id: "a", name: "A" });
  world.desk.presence.delete("a");
  await world.pass(minute);
  expect((await world.ticket("c1"))?.status).toBe("waiting");
  await world.handleTurn(aTurn("", { conversationId: "c1", at: world.now(), control: "back-to-assistant" }), website);
  expect((await world.story()).findLast(({ type }) => type === "TicketReturned")).toMatchObject({ why: "agent-gone" });
  await world.customer("c1", "quiero hablar con una persona");
  expect((await world.ticket("c1"))?.queuedAt).toBe(before?.queuedAt);
});

describe("the question how it was", () => {
  const asked = async (talk: Talk) => repliesIn(await talk.story()).flatMap(({ notice, keys }) => (notice?.kind === "csat" ? [keys[0]] : []));

  test("comes for both phases, each once at most", async () => {
    const talk = await withPerson();
    await talk.work.close("c1", talk.ticketId, marta, "solved");
    await talk.says("quiero hablar con una persona");
    const again = await ticketIdOf(talk);
    await talk.work.accept("c1", again, owen);
    await talk.work.close("c1", again, owen, "solved");
    await talk.says("", { control: "end" });
    await talk.says("hola");
    await talk.says("", { control: "end" });
    expect(await asked(talk)).toEqual(["csat.human", "csat.bot"]);
  });

  test("is answered for the phase it was asked of, even after the other was asked too", async () => {
    const talk = await withPerson();
    await talk.work.close("c1", talk.ticketId, marta, "solved");
    await talk.says("", { control: "end" });
    const rate = async (ratedPhase: "bot" | "human", rating: number) =>
      (await talk.says("", { control: "rate", rating, ratedPhase })).events.filter(({ type }) => type === "RatingGiven");
    expect(await rate("human", 5)).toMatchObject([{ score: 5, phase: "human" }]);
    expect(await rate("human", 1)).toEqual([]);
    expect(await rate("bot", 3)).toMatchObject([{ score: 3, phase: "bot" }]);
    expect(await rate("bot", 3)).toEqual([]);
  });
});
