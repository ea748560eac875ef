import { askedStem } from "../../src/nlu/asked-stem.ts";

test.each([["repartir", "repartís"], ["repartir", "repartirlo"], ["entregar", "entregáis"], ["devolver", "devolvéis"], ["traer", "traérmelo"], ["llevar", "llevarme"], ["cobrar", "cobráis"]])("takes %s and %s for one word", (one, other) => {
  const folded = (word: string): string => word.normalize("NFD").replaceAll(/\p{M}/gu, "");
  expect(askedStem(folded(other), "es")).toBe(askedStem(folded(one), "es"));
});

test("takes what somebody has for a word of theirs in English", () => {
  expect(askedStem("driver's", "en")).toBe(askedStem("driver", "en"));
  expect(askedStem("customers'", "en")).toBe(askedStem("customers", "en"));
});

test("leaves other words and the other language as their stemmer has them", () => {
  expect(askedStem("gratis", "es")).toBe(askedStem("gratis", "es"));
  expect(askedStem("arroz", "es")).not.toBe(askedStem("arrozal", "es"));
  expect(askedStem("deliveries", "en")).toBe(askedStem("delivery", "en"));
});
