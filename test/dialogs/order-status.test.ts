import { orderStatus } from "../../dialogs/order-status.ts";
import { answering, createTalk, lucia, stranger } from "./talk.ts";

test("asks a stranger for the number, then the postcode, then tells the reason for the delay", async () => {
  const say = await createTalk(orderStatus);
  expect(await say("¿dónde está mi pedido?")).toMatchObject({ keys: ["order.ask-number"], done: false, failed: false, calls: [] });
  expect(await say("el 1043")).toMatchObject({ keys: ["order.ask-postcode"], values: { number: "1043" }, calls: [] });
  expect(await say("46001")).toMatchObject({
    keys: ["order-status.delayed"], done: true, failed: false, quickReplies: ["followup.change-delivery", "followup.order-status"],
    values: { number: "1043", reason: expect.stringContaining("furgoneta"), date: "martes, 24 de noviembre" },
  });
});

test("asks only for what is missing when the first line says the rest", async () => {
  const whole = await createTalk(orderStatus, { language: "en" });
  expect(await whole("where is order 1043, postcode 46001?")).toMatchObject({ keys: ["order-status.delayed"], values: { date: "Tuesday 24 November" } });
  const half = await createTalk(orderStatus);
  expect(await half("mi pedido va al 46001 y no llega")).toMatchObject({ keys: ["order.ask-number"] });
  expect(await half("1043")).toMatchObject({ keys: ["order-status.delayed"] });
});

test("shows a signed-in customer the latest order at once, another by number, and asks which when another is meant", async () => {
  expect(await (await createTalk(orderStatus, { customer: lucia }))("¿dónde está mi pedido?")).toMatchObject({ keys: ["order-status.delayed"], calls: [{ call: "latest-order" }] });
  expect(await (await createTalk(orderStatus, { customer: lucia }))("¿y el pedido 1047?")).toMatchObject({ keys: ["order-status.preparing"], values: { number: "1047" } });
  expect(await (await createTalk(orderStatus, { customer: lucia }))("Ver otro pedido")).toMatchObject({ keys: ["order.ask-number"], calls: [] });
});

test("tells a wrong postcode exactly as an order that does not exist, and never shows the order", async () => {
  const wrong = await (await createTalk(orderStatus))("pedido 1043, código postal 28013");
  const none = await (await createTalk(orderStatus))("pedido 7777, código postal 28013");
  expect(wrong).toMatchObject({ keys: ["order.not-found"], done: false, failed: true });
  expect({ ...none, values: {}, calls: [] }).toEqual({ ...wrong, values: {}, calls: [] });
});

test("takes a corrected number or postcode after a miss", async () => {
  const say = await createTalk(orderStatus);
  await say("pedido 1034, código postal 46001");
  expect(await say("perdón, es el 1043")).toMatchObject({ keys: ["order-status.delayed"], done: true, failed: false });
});

test("gives up honestly after two unusable answers and offers a person", async () => {
  const say = await createTalk(orderStatus);
  await say("¿dónde está mi pedido?");
  expect(await say("pues el que hice con mi madre")).toMatchObject({ keys: ["order.ask-number-again"], done: false, failed: true });
  expect(await say("no lo sé, uno grande")).toMatchObject({ keys: ["order.give-up"], done: true, failed: true, quickReplies: ["control.ask-for-person"] });
});

test("gives up on the postcode after two answers without one", async () => {
  const say = await createTalk(orderStatus);
  await say("pedido 1043");
  expect(await say("¿para qué lo quieren?")).toMatchObject({ keys: ["order.ask-postcode-again"], failed: true });
  expect(await say("no lo sé")).toMatchObject({ keys: ["order.not-verified"], done: true, failed: true });
});

test("stops when the customer says so", async () => {
  const say = await createTalk(orderStatus);
  await say("¿dónde está mi pedido?");
  expect(await say("Déjelo, gracias")).toMatchObject({ keys: ["dialog.stopped"], done: true, failed: false });
});

test("says that the backend is not answering instead of guessing", async () => {
  const say = await createTalk(orderStatus, { customer: lucia, orders: answering({ ok: false, why: "unavailable" }) });
  expect(await say("¿dónde está mi pedido?")).toMatchObject({ keys: ["backend.unavailable"], done: true, failed: true });
});

test("asks a signed-in customer without orders for a number", async () => {
  const say = await createTalk(orderStatus, { customer: { ...stranger, id: "new", signedIn: true } });
  expect(await say("¿dónde está mi pedido?")).toMatchObject({ keys: ["order.none-yet"], done: false });
});

test.each([["1044", "28013", "order-status.preparing"], ["1045", "08001", "order-status.delivered"], ["1046", "41001", "order-status.cancelled"], ["1048", "48001", "order-status.delayed-preparing"]])(
  "tells order %s (%s) as it is: %s", async (number, postcode, key) => {
    expect(await (await createTalk(orderStatus))(`pedido ${number}, cp ${postcode}`)).toMatchObject({ keys: [key], done: true, failed: false });
  },
);

test("asks nothing again that an earlier dialog of the conversation has brought", async () => {
  const say = await createTalk(orderStatus, { seed: { number: "1043", postcode: "46001" } });
  expect(await say("¿y ahora dónde está mi pedido?")).toMatchObject({ keys: ["order-status.delayed"], calls: [{ call: "find-order", number: "1043", postcode: "46001" }] });
});

test.each([["1043", "46001"], ["46001", "1043"], ["el pedido 1043", "cp 46001"], ["mi código postal es 46001", "el 1043"]])("takes the number and the postcode in either order, before any topic: %s, then %s", async (first, second) => {
  const say = await createTalk(orderStatus);
  expect(await say(first)).toMatchObject({ done: false, failed: false, calls: [] });
  expect(await say(second)).toMatchObject({ keys: ["order-status.delayed"], done: true, calls: [{ call: "find-order", number: "1043", postcode: "46001" }] });
});
