import { hashOf, indexHashes, placeOf } from "../../../src/nlu/linear/feature-hash.ts";
import { createVectoriser, learnSpace, vectorOf } from "../../../src/nlu/linear/feature-space.ts";
import { groups, letterGroup, pairGroup, textFeatures, wordGroup } from "../../../src/nlu/linear/text-features.ts";
import { wordsOf } from "../../../src/nlu/words.ts";

const features = (text: string, language: "es" | "en" = "es") => textFeatures(wordsOf(text), language);
const shared = (a: string, b: string, group: number): number => {
  const mine = features(a);
  const yours = new Set(features(b).hashes);
  const own = [...mine.hashes].filter((_, i) => mine.groups[i] === group);
  return own.filter((hash) => yours.has(hash)).length / own.length;
};

test("finds every hash where it was put, and none that was not", () => {
  const keys = Uint32Array.from({ length: 1000 }, (_, i) => hashOf(`word ${i}`, 1));
  const index = indexHashes(keys);
  keys.forEach((key, place) => expect(placeOf(index, key)).toBe(place));
  expect(placeOf(index, hashOf("word 1000", 1))).toBe(-1);
});

test("keeps the same letters in two groups apart", () => {
  expect(hashOf("no", 1)).not.toBe(hashOf("no", 2));
});

test("sees the same in capitals and without accents", () => {
  expect(features("¿DÓNDE ESTÁ MI PEDIDO?")).toEqual(features("donde esta mi pedido"));
});

test("still shares most letters with a word misspelt", () => {
  expect(shared("devolucion", "devoluccion", wordGroup)).toBe(0);
  expect(shared("devolucion", "devoluccion", letterGroup)).toBeGreaterThan(0.6);
});

test("takes any number for the same neighbour, and for itself", () => {
  expect(shared("pedido 1043", "pedido 2077", pairGroup)).toBe(1);
  expect(features("1043").hashes).not.toEqual(features("2077").hashes);
});

test("counts what is said twice, and lists it once", () => {
  const { hashes, counts } = features("no no");
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(Math.max(...counts)).toBe(2);
});

test("reads a text the same whatever was read before", () => {
  const first = features("quiero cambiar la entrega");
  for (let i = 0; i < 500; i += 1) features(`texto ${i} con palabras nuevas ${"x".repeat(i % 40)}`);
  expect(features("quiero cambiar la entrega")).toEqual(first);
});

test("bounds what a hostile text brings along", () => {
  const { hashes } = features("abcdefghijklmnopqrstuvwxyzáéíóú ".repeat(8000));
  const { hashes: junk } = features("ñ".repeat(256_000));
  const varied = features(Array.from({ length: 20_000 }, (_, i) => `palabra${i.toString(36)}distintayrara`).join(" "));
  for (const size of [hashes.length, junk.length, varied.hashes.length]) expect(size).toBeLessThan(12_000);
});

test("gives each group of features its own length, whatever the text's", () => {
  const texts = ["dónde está mi pedido", "quiero una factura", "hola"].map((text) => features(text));
  const vectoriser = createVectoriser(learnSpace(texts, [1, 1, 1]), { rarity: 0.3, groupLengths: [1, 0.5, 2] });
  const { ids, values } = vectorOf(vectoriser, features("mi pedido y mi factura, dónde están"));
  const squares = Array.from({ length: groups }, (_, group) => values.reduce((sum, value, i) => sum + (vectoriser.space.groups[ids[i] ?? 0] === group ? value * value : 0), 0));
  expect(squares[wordGroup]).toBeCloseTo(1);
  expect(squares[pairGroup]).toBeCloseTo(0.25);
  expect(squares[letterGroup]).toBeCloseTo(4);
});

test("knows how much of a text it has seen before", () => {
  const space = learnSpace([features("dónde está mi pedido")], [1, 1, 1]);
  const vectoriser = createVectoriser(space, { rarity: 0, groupLengths: [1, 1, 1] });
  expect(vectorOf(vectoriser, features("mi pedido")).known).toBe(1);
  expect(vectorOf(vectoriser, features("zxcvb")).known).toBe(0);
});
