import { openingHours } from "../../dialogs/opening-hours.ts";
import { productAdvice } from "../../dialogs/product-advice.ts";
import type { KnowledgeAnswer } from "../../src/core/knowledge.ts";
import { answering, createTalk } from "./talk.ts";

test.each([
  ["¿a qué hora abren?", "opening-hours.week"], ["¿abrís el domingo?", "opening-hours.sunday"], ["¿abren mañana?", "opening-hours.weekday"], ["are you open on 25 December?", "opening-hours.holiday"], ["what time do you open on Friday?", "opening-hours.weekday"],
])("answers %s with %s", async (text, key) => {
  expect(await (await createTalk(openingHours))(text)).toMatchObject({ keys: [key], done: true, failed: false });
});

test.each([
  ["¿el gazpacho lleva gluten?", "allergens.product"], ["¿cómo cocino la merluza?", "cooking-advice.product"], ["¿tienen aguacates?", "stock.available"], ["do you have sourdough bread?", "stock.sold-out"], ["how do I cook salmon?", "cooking-advice.product"],
])("answers %s with %s", async (text, key) => {
  expect(await (await createTalk(productAdvice))(text)).toMatchObject({ keys: [key], done: true, failed: false });
});

test("asks which product, and remembers what was asked about it", async () => {
  const say = await createTalk(productAdvice);
  expect(await say("¿qué alérgenos tiene?")).toMatchObject({ keys: ["product.ask-which"], done: false, failed: false });
  expect(await say("hummus")).toMatchObject({ keys: ["allergens.product"], values: { product: "Hummus", allergens: "sésamo" } });
});

test("gives up after two products that the shop does not know", async () => {
  const say = await createTalk(productAdvice);
  await say("¿qué alérgenos tiene?");
  expect(await say("el batido de marte")).toMatchObject({ keys: ["product.not-found"], failed: true });
  expect(await say("la cosa esa")).toMatchObject({ keys: ["product.give-up"], done: true, failed: true });
});

test("never guesses about an allergen when the catalogue does not answer", async () => {
  const say = await createTalk(productAdvice, { orders: answering({ ok: false, why: "unavailable" }) });
  expect(await say("¿el gazpacho lleva gluten?")).toMatchObject({ keys: ["product.unavailable"], done: true, failed: true });
});

test("takes the product talked about before for one that is only pointed at, and asks when that is unknown too", async () => {
  const say = await createTalk(productAdvice, { seed: { product: "Merluza fresca" } });
  expect(await say("¿Cómo lo cocino?")).toMatchObject({ keys: ["cooking-advice.product"], values: { product: "Merluza fresca" }, done: true });
  expect(await (await createTalk(productAdvice, { seed: { product: "Dodo asado" } }))("¿Cómo lo cocino?")).toMatchObject({ keys: ["product.ask-which"], done: false });
});

const steak: KnowledgeAnswer = { text: "Sal gruesa.", source: "Sazonar un solomillo", score: 0.9 };

test("answers from the shop's articles, and names the one, when no product of the catalogue is named; another product talked about before is not meant", async () => {
  const say = await createTalk(productAdvice, { ask: () => [steak, { ...steak, source: "Aliñar", score: 0.7 }], seed: { product: "Merluza fresca" } });
  expect(await say("¿con qué sazono un solomillo?")).toMatchObject({ keys: ["knowledge.answer"], values: { answer: "Sal gruesa.", source: "Sazonar un solomillo" }, done: true, failed: false });
  expect(await say("¿cómo cocino la merluza?")).toMatchObject({ keys: ["cooking-advice.product"] });
});

test("says honestly that it knows nothing of what neither the catalogue nor one clear article names", async () => {
  for (const ask of [() => [], () => [steak, { ...steak, source: "Cocinar pescado" }]]) {
    expect(await (await createTalk(productAdvice, { ask }))("¿cómo cocino un canguro?")).toMatchObject({ keys: ["product.unknown"], done: false, failed: false });
  }
});

test("looks for a product that the catalogue lacks in the articles when cooking it is the question, never when its allergens are", async () => {
  const cooking = await createTalk(productAdvice, { ask: (question) => (question === "solomillo" ? [steak] : []) });
  await cooking("¿Cómo lo cocino?");
  expect(await cooking("solomillo")).toMatchObject({ keys: ["knowledge.answer"], done: true });
  const allergens = await createTalk(productAdvice, { ask: () => [steak] });
  expect(await allergens("¿qué alérgenos tiene?")).toMatchObject({ keys: ["product.ask-which"] });
  expect(await allergens("solomillo")).toMatchObject({ keys: ["product.not-found"] });
});
