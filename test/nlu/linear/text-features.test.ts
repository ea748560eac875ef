import { hashOf, indexHashes, placeOf } from "../../../src/nlu/linear/feature-hash.ts";
import { createVectoriser, learnSpace, vectorOf } from "../../../src/nlu/linear/feature-space.ts";
import { groups, letterGroup, pairGroup, textFeatures, wordGroup } from "../../../src/nlu/linear/text-features.ts";
import { wordsOf } from "../../../src/nlu/words.ts";

const features = (text: string, language: "es" | "en" = "es") => textFeatures(wordsOf(text), language);
const hashes = (text: string, group: number): number[] => {
  const { words, pairs } = features(text);
  if (group === pairGroup) return [...pairs];
  return words.flatMap(({ stem, form, pieces }) => (group === wordGroup ? [stem, form] : [...pieces]));
};
const shared = (a: string, b: string, group: number): number => {
  const yours = new Set(hashes(b, group));
  const own = hashes(a, group);
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
  expect(hashes("1043", wordGroup)).not.toEqual(hashes("2077", wordGroup));
});

test("counts what is said twice, and lists it once", () => {
  const { words, counts } = features("no no");
  expect(words).toHaveLength(1);
  expect(counts).toEqual([2]);
});

test("reads a text the same whatever was read before", () => {
  const first = features("quiero cambiar la entrega");
  for (let i = 0; i < 500; i += 1) features(`texto ${i} con palabras nuevas ${"x".repeat(i % 40)}`);
  expect(features("quiero cambiar la entrega")).toEqual(first);
});

test("bounds what a hostile text brings along", () => {
  const size = (text: string): number => [wordGroup, pairGroup, letterGroup].reduce((sum, group) => sum + hashes(text, group).length, 0);
  expect(size("abcdefghijklmnopqrstuvwxyzáéíóú ".repeat(8000))).toBeLessThan(12_000);
  expect(size("ñ".repeat(256_000))).toBeLessThan(12_000);
  expect(size(Array.from({ length: 20_000 }, (_, i) => `palabra${i.toString(36)}distintayrara`).join(" "))).toBeLessThan(12_000);
});

test("gives each group of features its own length, whatever the text's, where no two words share letters", () => {
  const texts = ["dónde está mi pedido", "quiero una factura", "hola"].map((text) => features(text));
  const vectoriser = createVectoriser(learnSpace(texts, [1, 1, 1]), { rarity: 0.3, groupLengths: [1, 0.5, 2] });
  const { ids, values } = vectorOf(vectoriser, features("está mi"));
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

test("a text reads the same however many words were met before it: forgetting them in its midst changes nothing", () => {
  for (let i = 0; i < 20_001; i += 1) expect(features(`mejor w${i}x mejor`).words).toHaveLength(2);
});
