import { resolve } from "node:path";
import { promises } from "../../src/core/promises.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";

const catalogue = loadCatalogue(resolve(import.meta.dirname, "../../intents"));

test("the house's replies are held to the same rule as colleagues': they promise nothing and state nothing of stock or label", async () => {
  const { replies } = await catalogue;
  expect(replies.filter(({ text }) => promises(text.es, "es") || promises(text.en, "en")).map(({ id }) => id)).toEqual([]);
});

test("a reply for several topics uses no word that belongs to one of them alone", async () => {
  const { replies } = await catalogue;
  /** What is said of one topic only, wherever it is said. */
  const belongs: [intent: string, words: RegExp][] = [
    ["cancel-subscription", /\b(?:bajas?|suscripci|renovaci|subscription|renewal)/i], ["invoice", /\b(?:factura|nif|invoice|tax)/i], ["loyalty-points", /\b(?:puntos|points)\b/i],
    ["bereavement", /sentimiento|condolences/i], ["allergens", /al[eé]rg/i],
  ];
  for (const { id, intents, text } of replies.filter(({ intents: of }) => of.length !== 1)) {
    for (const [intent, words] of belongs) expect([id, intent, intents, words.test(`${text.es} ${text.en}`)]).toEqual([id, intent, intents, false]);
  }
});
