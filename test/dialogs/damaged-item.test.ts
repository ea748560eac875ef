import { damagedItem } from "../../dialogs/damaged-item.ts";
import { lineNamed } from "../../dialogs/line-named.ts";
import { createTalk, lucia } from "./talk.ts";

test("asks for what is missing, shows a summary, and refunds only on a yes", async () => {
  const say = await createTalk(damagedItem);
  expect(await say("un artículo ha llegado dañado")).toMatchObject({ keys: ["order.ask-number"] });
  expect(await say("1043 y el cp es 46001")).toMatchObject({ keys: ["damaged-item.ask-product"], values: { products: expect.stringContaining("2. Gazpacho fresco") } });
  expect(await say("el gazpacho")).toMatchObject({ keys: ["damaged-item.confirm"], values: { product: "Gazpacho fresco", quantity: 2, amount: expect.stringMatching(/^5,70\s€$/) }, calls: [] });
  expect(await say("sí")).toMatchObject({
    keys: ["damaged-item.refunded"], done: true, failed: false, values: { amount: expect.stringMatching(/^5,70\s€$/), days: 4 },
    calls: [{ call: "refund-item", number: "1043", postcode: "46001", product: "Gazpacho fresco" }],
  });
});

test("takes the item from the first line, and by its place in the list", async () => {
  const named = await createTalk(damagedItem, { customer: lucia });
  expect(await named("los huevos del 1043 llegaron rotos")).toMatchObject({ keys: ["damaged-item.confirm"], values: { product: "Huevos camperos" } });
  const placed = await createTalk(damagedItem, { customer: lucia, language: "en" });
  await placed("something arrived damaged");
  expect(await placed("3")).toMatchObject({ keys: ["damaged-item.confirm"], values: { product: "Vine tomatoes", amount: "€3.40" } });
});

test("lets the customer name another item instead of saying yes", async () => {
  const say = await createTalk(damagedItem, { customer: lucia });
  await say("los huevos llegaron rotos");
  expect(await say("no, el aceite")).toMatchObject({ keys: ["damaged-item.confirm"], values: { product: "Aceite de oliva virgen extra" }, calls: [] });
  expect(await say("no")).toMatchObject({ keys: ["damaged-item.ask-product"], done: false });
});

test("says honestly that an item already refunded needs a person", async () => {
  const { createDemoOrders } = await import("../../src/adapters/orders/demo-orders.ts");
  const orders = createDemoOrders(() => 1_795_341_600_000);
  await orders.perform({ call: "refund-item", number: "1043", postcode: "46001", product: "Huevos camperos" }, { customerId: null, idempotencyKey: "earlier" });
  const say = await createTalk(damagedItem, { customer: lucia, orders });
  await say("los huevos llegaron rotos");
  expect(await say("sí")).toMatchObject({ keys: ["damaged-item.refused"], done: true, failed: true, quickReplies: ["control.ask-for-person"] });
});

test("refunds nothing of an order that has not been sent", async () => {
  expect(await (await createTalk(damagedItem))("llegó roto, pedido 1044, cp 28013")).toMatchObject({ keys: ["damaged-item.not-delivered"], done: true });
});

test("gives up after two answers that name no item", async () => {
  const say = await createTalk(damagedItem, { customer: lucia });
  await say("algo ha llegado dañado");
  expect(await say("lo de siempre")).toMatchObject({ keys: ["damaged-item.ask-product-again"], failed: true });
  expect(await say("eso que les dije")).toMatchObject({ keys: ["damaged-item.give-up"], done: true, failed: true });
});

test("names no line when two fit equally", () => {
  const lines = [{ product: { es: "Leche entera", en: "Whole milk" }, quantity: 1, price: 1 }, { product: { es: "Leche sin lactosa", en: "Lactose-free milk" }, quantity: 1, price: 1 }];
  expect(lineNamed("la leche", lines, true)).toBeNull();
  expect(lineNamed("the milk", lines, true)).toBeNull();
  expect(lineNamed("la leche sin lactosa", lines, true)).toEqual(lines[1]);
});

test.each([
  ["the tomatoes arrived squashed", "Vine tomatoes"], ["my tomato was rotten", "Vine tomatoes"], ["the eggs", "Free-range eggs"], ["one egg is broken", "Free-range eggs"],
  ["the olive oil leaked", "Extra virgin olive oil"], ["los huevos", "Free-range eggs"], ["the gazpacho was not fresh", "Fresh gazpacho"],
])("knows in an English conversation which item is meant by: %s", async (text, product) => {
  const say = await createTalk(damagedItem, { customer: lucia, language: "en" });
  expect(await say("something arrived damaged")).toMatchObject({ values: { products: "1. Extra virgin olive oil; 2. Fresh gazpacho; 3. Vine tomatoes; 4. Free-range eggs" } });
  expect(await say(text)).toMatchObject({ keys: ["damaged-item.confirm"], values: { product } });
  expect(await say("yes")).toMatchObject({ keys: ["damaged-item.refunded"], values: { product }, calls: [{ call: "refund-item" }] });
});

test("knows an English word for the item in a Spanish conversation and shows it in Spanish", async () => {
  const say = await createTalk(damagedItem, { customer: lucia });
  expect(await say("the tomatoes llegaron rotos")).toMatchObject({ keys: ["damaged-item.confirm"], values: { product: "Tomates de rama" } });
});

test.each(["el 3", "the third one", "number 3", "la número 3", "3.", "el tercero"])("takes a place in the list however it is written: %s", async (text) => {
  const say = await createTalk(damagedItem, { customer: lucia, language: "en" });
  await say("something arrived damaged");
  expect(await say(text)).toMatchObject({ keys: ["damaged-item.confirm"], values: { product: "Vine tomatoes" } });
});

test("takes no word that only describes for the item itself", async () => {
  const say = await createTalk(damagedItem, { customer: lucia, language: "en" });
  expect(await say("nothing in my order was fresh")).toMatchObject({ keys: ["damaged-item.ask-product"] });
});
