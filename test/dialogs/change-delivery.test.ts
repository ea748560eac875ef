import { changeDelivery } from "../../dialogs/change-delivery.ts";
import { answering, createTalk, lucia } from "./talk.ts";

test("asks for number, postcode and day, reads the change back, and acts only on a yes", async () => {
  const say = await createTalk(changeDelivery);
  expect(await say("quiero cambiar la entrega")).toMatchObject({ keys: ["order.ask-number"] });
  expect(await say("1043")).toMatchObject({ keys: ["order.ask-postcode"] });
  expect(await say("46001")).toMatchObject({ keys: ["change-delivery.ask-date"] });
  expect(await say("el viernes")).toMatchObject({ keys: ["change-delivery.confirm"], values: { date: "viernes, 27 de noviembre" }, quickReplies: ["reply.yes", "reply.no"], calls: [] });
  expect(await say("sí")).toMatchObject({
    keys: ["change-delivery.changed"], values: { date: "viernes, 27 de noviembre" }, done: true, failed: false,
    calls: [{ call: "change-delivery", number: "1043", postcode: "46001", date: "2026-11-27" }],
  });
});

test("keeps a day that was named in the first line, and never acts without a yes", async () => {
  const say = await createTalk(changeDelivery, { customer: lucia, language: "en" });
  expect(await say("I won't be home tomorrow, can you come on Friday?")).toMatchObject({ keys: ["change-delivery.confirm"], values: { date: "Friday 27 November" }, calls: [{ call: "latest-order" }] });
});

test("lets the customer change the day at the last moment, by naming it or after a no", async () => {
  const say = await createTalk(changeDelivery, { customer: lucia });
  await say("cambiar la entrega al viernes");
  expect(await say("no, mejor el jueves")).toMatchObject({ keys: ["change-delivery.confirm"], values: { date: "jueves, 26 de noviembre" }, calls: [] });
  expect(await say("no")).toMatchObject({ keys: ["change-delivery.ask-other-date"], done: false });
  expect(await say("el 30")).toMatchObject({ keys: ["change-delivery.confirm"], values: { date: "lunes, 30 de noviembre" } });
  expect(await say("vale")).toMatchObject({ keys: ["change-delivery.changed"] });
});

test("looks another order up when the customer corrects the number before confirming", async () => {
  const say = await createTalk(changeDelivery, { customer: lucia });
  await say("cambiar la entrega al viernes");
  expect(await say("perdón, me refería al pedido 1047")).toMatchObject({ keys: ["change-delivery.confirm"], values: { number: "1047" } });
});

test("refuses today, the past and later than two weeks, and says which days are possible", async () => {
  const say = await createTalk(changeDelivery, { customer: lucia });
  expect(await say("cambiar la entrega a hoy")).toMatchObject({ keys: ["change-delivery.out-of-range"], values: { first: "lunes, 23 de noviembre", last: "domingo, 6 de diciembre" }, failed: true });
  expect(await say("24 de diciembre")).toMatchObject({ keys: ["change-delivery.give-up"], done: true, failed: true });
});

test("asks once more for a yes or a no, then leaves the delivery as it is", async () => {
  const say = await createTalk(changeDelivery, { customer: lucia });
  await say("cambiar la entrega al viernes");
  expect(await say("hace buen tiempo")).toMatchObject({ keys: ["dialog.confirm-again", "change-delivery.confirm"], calls: [] });
  expect(await say("qué cosas")).toMatchObject({ keys: ["change-delivery.give-up"], done: true, calls: [] });
});

test("cannot change what is delivered or cancelled, and says why", async () => {
  expect(await (await createTalk(changeDelivery))("cambiar entrega pedido 1045 cp 08001")).toMatchObject({ keys: ["change-delivery.already-delivered"], done: true });
  expect(await (await createTalk(changeDelivery))("cambiar entrega pedido 1046 cp 41001")).toMatchObject({ keys: ["change-delivery.cancelled"], done: true });
});

test("does not know the outcome when the backend fails in the middle of a change, and says so", async () => {
  const order = { number: "1043", postcode: "46001", customerId: "lucia", status: "on-its-way", expectedOn: "2026-11-24", delay: null, lines: [], total: 0, currency: "EUR" } as const;
  let calls = 0;
  const say = await createTalk(changeDelivery, {
    customer: lucia,
    orders: { perform: async () => (calls++ === 0 ? { ok: true, call: "latest-order", order: { ...order, lines: [] } } : { ok: false, why: "unavailable" }) },
  });
  await say("cambiar la entrega al viernes");
  expect(await say("sí, confirmo")).toMatchObject({ keys: ["backend.unsure"], done: true, failed: true });
});

test("says when the warehouse refuses", async () => {
  const say = await createTalk(changeDelivery, { orders: answering({ ok: false, why: "unavailable" }), customer: lucia });
  expect(await say("cambiar la entrega al viernes")).toMatchObject({ keys: ["backend.unavailable"], failed: true });
});

test.each([
  "no, mañana no", "mañana no", "mañana no puedo", "el lunes no puedo", "el lunes no me viene bien", "el lunes tampoco", "no puedo el lunes", "no voy a estar el lunes", "cualquier día menos mañana", "mañana estoy fuera", "el lunes me va fatal", "ni mañana ni el martes",
  "Tuesday doesn't work for me", "tomorrow doesnt suit me", "not tomorrow", "I can't do Monday", "any day but tomorrow", "any day except Monday", "I'm away on Monday", "Monday is no good", "I won't be home tomorrow",
])("asks for another day instead of proposing one that was refused: %s", async (text) => {
  const say = await createTalk(changeDelivery, { customer: lucia });
  await say("cambiar la entrega");
  expect(await say(text)).toMatchObject({ keys: ["change-delivery.ask-other-date"], done: false, failed: false, calls: [] });
});

test.each([
  "mañana no, el viernes", "mañana no el viernes", "mañana no puedo, mejor el viernes", "no puedo mañana pero el viernes sí", "el viernes, mañana no", "el lunes no, el martes tampoco, el viernes", "¿no puede ser el viernes?", "no más tarde del viernes",
  "not tomorrow, Friday", "not tomorrow but Friday", "Friday, tomorrow doesn't work", "tomorrow doesn't work for me, how about Friday?", "I can't do Monday so Friday please", "no later than Friday", "can't you do Friday?", "no problem, Friday",
])("takes the day that is wanted from beside those that are not: %s", async (text) => {
  const say = await createTalk(changeDelivery, { customer: lucia });
  await say("cambiar la entrega");
  expect(await say(text)).toMatchObject({ keys: ["change-delivery.confirm"], values: { date: expect.stringMatching(/^(?:viernes|Friday),? 27/) as string }, calls: [] });
});

test("forgets a day read back that is then refused, and takes a day after a bare no for a correction", async () => {
  const say = await createTalk(changeDelivery, { customer: lucia });
  await say("cambiar la entrega al viernes");
  expect(await say("no, el viernes no")).toMatchObject({ keys: ["change-delivery.ask-other-date"], calls: [] });
  expect(await say("el jueves")).toMatchObject({ keys: ["change-delivery.confirm"] });
  expect(await say("no el martes")).toMatchObject({ keys: ["change-delivery.confirm"], values: { date: "martes, 24 de noviembre" } });
  expect(await say("no el martes")).toMatchObject({ keys: ["change-delivery.ask-other-date"] });
});

test("keeps a day refused at the start out of what is proposed once the order is known", async () => {
  const say = await createTalk(changeDelivery, { customer: lucia });
  expect(await say("quiero cambiar la entrega, mañana no puedo")).toMatchObject({ keys: ["change-delivery.ask-date"] });
});
