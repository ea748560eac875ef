import { createReactionFollower } from "../../src/app/reaction-follower.ts";
import type { Event } from "../../src/core/events.ts";
import { evolve, type ConversationState } from "../../src/core/state.ts";
import { noon } from "../support/given.ts";
import { settled, start, stateOf, talk } from "../support/given-whisper.ts";

const late = "Mi pedido 1043 tenía que llegar ayer y no ha llegado";
const listens = "Hola Ana, entiendo el enfado: he abierto una incidencia con el transportista por el pedido 1043 y sigo aquí con usted";
const cold = "Hola Ana, debe esperar: consulte el seguimiento del pedido en nuestra página de envíos";

/** Seven angry customers are listened to and calm down, seven are put off and stay angry. */
async function taught() {
  const all = await start();
  for (let i = 0; i < 7; i += 1) {
    await all.log.append(`calm-${i}`, talk([{ customer: late, emotion: "angry" }, { agent: listens, name: `a${i % 3}` }, { customer: "vale, gracias", emotion: "satisfied" }, { customer: "espero entonces", emotion: "neutral" }], "Ana Ruiz", `calm-${i}`), 0, noon);
    await all.log.append(`cold-${i}`, talk([{ customer: late, emotion: "angry" }, { agent: cold, name: `a${i % 3}` }, { customer: "¡qué vergüenza!", emotion: "angry" }, { customer: "increíble", emotion: "angry" }], "Ana Ruiz", `cold-${i}`), 0, noon);
  }
  await settled(all);
  return all;
}

const waiting = stateOf(talk([{ customer: "Mi pedido 2210 tenía que llegar ayer y no ha llegado", emotion: "angry" }], "Berta Sanz"));

test("offers what colleagues wrote to angry customers in that situation, first what calmed them, with its evidence", async () => {
  const { whisper } = await taught();
  const suggestions = whisper.suggest(waiting, "es");
  expect(suggestions.length).toBeLessThanOrEqual(3);
  const practice = suggestions.filter(({ kind }) => kind === "practice");
  expect(practice[0]?.text).toMatch(/incidencia con el transportista/);
  expect(practice[0]?.evidence).toMatchObject({ n: 7, calmed: 7 });
  expect(practice[0]?.evidence?.low).toBeGreaterThan(0.3);
  expect(practice[0]?.because).toMatch(/7 clientes/);
  const places = suggestions.map(({ text }) => text);
  const coldPlace = places.findIndex((text) => text.includes("consulte el seguimiento"));
  expect(coldPlace === -1 || coldPlace > places.findIndex((text) => text.includes("incidencia"))).toBe(true);
});

test("fills slots from this conversation's own data and marks the others", async () => {
  const { whisper } = await taught();
  const [practice] = whisper.suggest(waiting, "es").filter(({ kind }) => kind === "practice");
  expect(practice?.text).toMatch(/^Hola Berta Sanz,/);
  expect(practice?.text).not.toMatch(/1043|Ana\b/);
  expect(practice?.slots).toEqual(["[pedido]"]);
});

test("says nothing of what was written to one customer alone", async () => {
  const all = await start();
  await all.log.append("only", talk([{ customer: late, emotion: "angry" }, { agent: "Doña Ana, siento lo de su marido y lo del pedido" }, { customer: "gracias", emotion: "neutral" }], "Ana Ruiz", "only"), 0, noon);
  await settled(all);
  expect(all.whisper.suggest(waiting, "es").filter(({ kind }) => kind === "practice")).toEqual([]);
});

test("never passes on a promise that nothing in the data backs", async () => {
  const all = await start();
  for (let i = 0; i < 6; i += 1) await all.log.append(`p-${i}`, talk([{ customer: late, emotion: "angry" }, { agent: "Le devuelvo el dinero del pedido 1043 hoy mismo" }, { customer: "genial", emotion: "satisfied" }], "Ana Ruiz", `p-${i}`), 0, noon);
  await settled(all);
  expect(all.whisper.suggest(waiting, "es").map(({ text }) => text).join(" ")).not.toMatch(/devuelvo|hoy mismo/);
});

test("speaks the customer's language only", async () => {
  const { whisper } = await taught();
  const english: ConversationState = { ...waiting, language: "en" };
  expect(whisper.suggest(english, "es").filter(({ kind }) => kind === "practice")).toEqual([]);
});

test("keeps nothing that says who wrote or was written to", async () => {
  const { store } = await taught();
  const kept = JSON.stringify(await store.changes(null));
  expect(kept).toMatch(/incidencia con el transportista/);
  expect(kept).not.toMatch(/Ana|Ruiz|Leo|1043|agent-/);
});

test("forgets an erased conversation in the store and in what it suggests", async () => {
  const all = await taught();
  for (let i = 0; i < 7; i += 1) await all.follower.forget(`calm-${i}`);
  await all.whisper.refresh();
  expect(JSON.stringify(await all.store.changes(null))).not.toMatch(/transportista/);
  expect(all.whisper.suggest(waiting, "es").map(({ text }) => text).join(" ")).not.toMatch(/incidencia con el transportista/);
  expect(all.whisper.size().conversations).toBe(7);
});

test("a canned reply sent as it is gathers evidence under its own name", async () => {
  const all = await start();
  const canned = all.candidates.find(({ id }) => id === "ack-late-angry");
  for (let i = 0; i < 5; i += 1) await all.log.append(`k-${i}`, talk([{ customer: late, emotion: "angry" }, { agent: canned?.text.es ?? "" }, { customer: "vale", emotion: "neutral" }], "Ana Ruiz", `k-${i}`), 0, noon);
  await settled(all);
  expect(all.whisper.suggest(waiting, "es").find(({ id }) => id === "ack-late-angry")?.evidence).toMatchObject({ n: 5 });
});

test("a rebuild from the log gives the same as following did, and a later start goes on where it was", async () => {
  const all = await taught();
  const before = (await all.store.changes(null)).changed.toSorted((a, b) => a.conversationId.localeCompare(b.conversationId));
  expect(await all.follower.rebuild()).toEqual({ conversations: 14, replies: 14 });
  expect((await all.store.changes(null)).changed.toSorted((a, b) => a.conversationId.localeCompare(b.conversationId))).toEqual(before);
  await all.follower.stop();
  await all.log.append("while-away", talk([{ customer: late, emotion: "angry" }, { agent: listens }, { customer: "bien", emotion: "satisfied" }], "Ana Ruiz", "while-away"), 0, noon + 86_400_000);
  const again = createReactionFollower(all.parts);
  await again.start();
  expect((await all.store.changes(null)).changed.map(({ conversationId }) => conversationId)).toContain("while-away");
});

test("counts what was shown once a ticket, and what agents did with it, without a name", async () => {
  const { whisper, store } = await taught();
  const ticket: Event = { type: "TicketOpened", ticketId: "k1", turnId: "t0", reason: { rule: "asked-for-human" }, line: { language: "es", agentSkill: "general" }, boostMinutes: 0, safety: false, queuedAt: noon };
  const state = [{ ...ticket, version: 9, at: noon }].reduce(evolve, waiting);
  const [first] = whisper.suggest(state, "es");
  whisper.suggest(state, "es");
  whisper.follow({ events: [{ type: "SuggestionAnswered", ticketId: "k1", suggestionId: first?.id ?? "", agent: { id: "agent-leo", name: "Leo" }, response: "edited", version: 10, at: noon }] });
  expect((await store.counts())[first?.id ?? ""]).toEqual({ shown: 1, edited: 1 });
  expect(JSON.stringify(await store.counts())).not.toMatch(/leo/i);
});
