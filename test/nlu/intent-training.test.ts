import { classify } from "../../src/nlu/intent-model.ts";
import { readIntentModel, storeIntentModel } from "../../src/nlu/intent-storage.ts";
import { trainIntents } from "../../src/nlu/intent-training.ts";
import type { IntentExample } from "../../src/nlu/intent-training.ts";
import { readWordVectors } from "../../src/nlu/word-vectors.ts";
import { toText } from "../../src/nlu/linear/bytes.ts";
import { wordsOf } from "../../src/nlu/words.ts";

const things = ["leche", "pan", "arroz", "aceite", "vino", "queso", "café", "fruta", "carne", "pescado", "huevos", "agua"];
const said = (intent: string, say: (thing: string) => string): IntentExample[] => things.map((thing) => ({ text: say(thing), intent, language: "es" }));
const examples = [
  ...said("stock", (thing) => `¿os queda ${thing} en la tienda?`),
  ...said("refund", (thing) => `devolvedme el dinero del ${thing}`),
  ...said("allergens", (thing) => `¿lleva gluten el ${thing}?`),
  ...said("invoice", (thing) => `necesito la factura del ${thing}`),
  ...said("oos", (thing) => `cuéntame un chiste sobre ${thing}`),
];
/** Two words and what they mean: one like "factura", and one like "dinero". */
const vectors = readWordVectors({
  dimensions: 2, english: "bill", englishVectors: toText(Int8Array.of(120, 0)),
  spanish: "factura comprobante dinero", spanishStems: "", spanishVectors: toText(Int8Array.of(120, 0, 119, 5, 0, 120)),
});
const model = trainIntents(examples, "v", vectors);
const read = (text: string) => classify(model, wordsOf(text), "es");

test("names the intent, with the others behind it and no confidence above its own", () => {
  const { ranked } = read("¿lleva gluten el turrón?");
  expect(ranked.map(({ intent }) => intent)).toHaveLength(4);
  expect(ranked[0]?.intent).toBe("allergens");
  expect(Math.max(...ranked.map(({ confidence }) => confidence))).toBe(ranked[0]?.confidence);
});

test("acts on what it knows and not on what it has never heard of", () => {
  expect(read("devolvedme el dinero del queso").accept).toBe(true);
  expect(read("mi perro se llama Toby y ladra").accept).toBe(false);
  expect(read("").accept).toBe(false);
});

test("never names what is out of scope as an intent, and says when a text looks like it", () => {
  const joke = read("cuéntame un chiste sobre turrón");
  expect(joke.outside).toBe(true);
  expect(joke.ranked.map(({ intent }) => intent)).not.toContain("oos");
  expect(read("necesito la factura del queso").outside).toBe(false);
});

test("reads a word nobody wrote by a word that means the same", () => {
  expect(read("comprobante").ranked[0]?.intent).toBe("invoice");
});

test("reads a text misspelt, in capitals and without accents", () => {
  expect(read("NECESITO LA FACTURRA DEL CAFE").ranked[0]?.intent).toBe("invoice");
});

test("reads the same from its file as before it was stored", () => {
  const again = readIntentModel(JSON.parse(JSON.stringify(storeIntentModel(model))), vectors);
  const words = wordsOf("¿os queda leche sin gluten?");
  const [a, b] = [classify(model, words, "es"), classify(again, words, "es")];
  expect(b.ranked.map(({ intent }) => intent)).toEqual(a.ranked.map(({ intent }) => intent));
  expect(b.ranked[0]?.confidence).toBeCloseTo(a.ranked[0]?.confidence ?? NaN, 4);
});

test("refuses word vectors it was not trained with", () => {
  expect(() => readIntentModel(storeIntentModel(model), { ...vectors, dimensions: 3 })).toThrow(/npm run train/);
});

test("learns from as little as one example of each of two intents", () => {
  const little = trainIntents([{ text: "hola", intent: "greeting", language: "es" }, { text: "adiós", intent: "goodbye", language: "es" }], "v", null);
  const { ranked } = classify(little, wordsOf("hola"), "es");
  expect(ranked[0]?.intent).toBe("greeting");
  expect(ranked.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
});
