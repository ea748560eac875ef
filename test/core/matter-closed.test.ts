import { matterClosed, saysItCame, saysSettled } from "../../src/core/matter-closed.ts";
import type { ConversationState } from "../../src/core/state.ts";
import type { Emotion } from "../../src/core/understanding.ts";
import { stateOf, talk, type Line } from "../support/given-whisper.ts";

test.each([
  "Muchísimas gracias, ya está todo solucionado", "eso era todo, hasta luego", "no, nada más, gracias", "me ha ayudado mucho", "Todo bien, gracias", "ya está",
  "thank you so much, all sorted now", "great, that's all, bye", "everything is fine now, thanks", "you've been really helpful", "nothing else, thanks", "problem solved",
])("a matter is settled in the customer's words: %s", (text) => expect(saysSettled(text)).toBe(true));

test.each([
  "Quiero esto solucionado hoy", "todavía no está solucionado", "ya está bien de tomaduras de pelo", "¿ya está arreglado?", "me dijeron que estaba resuelto y no", "espero que quede resuelto", "nadie me ha ayudado", "solucionado, pero falta la leche", "vale, gracias",
  "it's still not sorted", "I want this fixed now", "when will it be resolved?", "nothing has been solved", "I need this sorted", "sorted, but the milk is missing", "ok thanks",
])("what is wished for, denied, asked or goes on is not settled: %s", (text) => expect(saysSettled(text)).toBe(false));

test("tells that what was waited for is there from that it is not", () => {
  for (const text of ["ya me ha llegado todo", "ya lo veo en mi cuenta", "it has just arrived", "I got the refund"]) expect([text, saysItCame(text)]).toEqual([text, true]);
  for (const text of ["no me ha llegado", "¿ya ha llegado?", "it hasn't arrived", "ya llegó, pero roto", "until it arrived nobody called"]) expect([text, saysItCame(text)]).toEqual([text, false]);
});

const customer = (text: string, emotion: Emotion): Line => ({ customer: text, emotion });
const after = (...lines: Line[]): ConversationState => stateOf(talk([customer("mi pedido no ha llegado", "angry"), ...lines]));

test("only who was answered by a person and is not unpleasant about it closes a matter", () => {
  const done = { agent: "El pedido está en su portal." };
  expect(matterClosed(after(done, customer("todo solucionado", "neutral")), "es")).toBe(true);
  expect(matterClosed(after(customer("todo solucionado", "neutral")), "es")).toBe(false);
  expect(matterClosed(after(done, customer("todo solucionado", "angry")), "es")).toBe(false);
  expect(matterClosed(after(done, customer("todo solucionado", "neutral"), customer("ahora no funciona el pago", "neutral")), "es")).toBe(false);
});

test("what came closes a matter for the pleased alone: it may have come broken", () => {
  const done = { agent: "El pedido está en su portal." };
  expect(matterClosed(after(done, customer("ya lo tengo", "satisfied")), "es")).toBe(true);
  expect(matterClosed(after(done, customer("ya lo tengo y viene roto", "neutral")), "es")).toBe(false);
});

test("pleased thanks close a matter, but wait for what was just promised", () => {
  expect(matterClosed(after({ agent: "El pedido está en su portal." }, customer("muchas gracias", "satisfied")), "es")).toBe(true);
  expect(matterClosed(after({ agent: "Le escribo mañana con lo que me diga el almacén." }, customer("muchas gracias", "satisfied")), "es")).toBe(false);
  expect(matterClosed(after({ agent: "El pedido está en su portal." }, customer("muchas gracias, ¿y la leche?", "satisfied")), "es")).toBe(false);
});

test.each([
  ["Lo reviso ahora mismo.", "gracias"], ["Deme un minuto y lo compruebo.", "muchas gracias"], ["El pedido está en su portal.", "gracias, quedo a la espera"], ["El pedido está en su portal.", "bien, gracias, a ver"],
  ["He avisado al almacén y me contestan en una hora.", "gracias, muy amable"], ["Lo estoy viendo.", "gracias"], ["I'm checking that with the driver.", "thanks"], ["I've asked the warehouse.", "thank you"], ["Looking into it.", "thanks"], ["Let me find out.", "thank you"], ["It is at your door.", "thanks, let's see"], ["It is at your door.", "oh brilliant, thanks for nothing"],
])("thanks for what is still under way, or while waiting for it, close nothing: %s / %s", (agent, thanks) => {
  expect(matterClosed(after({ agent }, customer(thanks, "satisfied")), "es")).toBe(false);
});
