import type { Product } from "../../core/dialog.ts";
import { nearWords } from "../../nlu/near-words.ts";

const wordsOf = (text: string): string[] =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);

/** Words of product names that name no product by themselves. */
const common = new Set(["fresco", "fresca", "fresh", "rama", "vine", "sin", "free", "con", "entero", "whole", "the", "range", "extra", "virgen", "virgin", "molido", "ground", "negro", "dark", "curado", "cured", "cocidos", "cooked", "congeladas", "frozen"]);

const singular = (word: string): string => (word.length > 4 ? word.replace(/(es|s|[aoe])$/, "") : word);

/** The products, by their places, that have a word in their name: one that tells them, or another. */
type Index = { telling: Map<string, number[]>; others: Map<string, number[]>; near: (word: string) => string | null };

/** The words of the products' names in both languages, without plurals: those that tell one and the others. */
function indexOf(products: Product[]): Index {
  const known = indexes.get(products);
  if (known) return known;
  const [telling, others] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const namesOf = ({ name }: Product): string[] => [...wordsOf(name.es), ...wordsOf(name.en)];
  products.forEach((product, place) => {
    for (const word of new Set(namesOf(product))) {
      const having = common.has(word) ? others : telling;
      having.set(singular(word), [...(having.get(singular(word)) ?? []), place]);
    }
  });
  const made = { telling, others, near: nearWords(products.flatMap(namesOf).filter((word) => !common.has(word)), new Set()) };
  indexes.set(products, made);
  return made;
}
/** Kept, since a shop's products are asked for again and again. */
const indexes = new WeakMap<Product[], Index>();

/**
 * Products whose name shares a telling word with the text, the best fits first; plurals, genders and a slip in a long word are ignored. Whether the words
 * name one of them is for whoever asked to say: a shared word is no name.
 */
export function searchProducts(text: string, products: Product[]): Product[] {
  const { telling, others, near } = indexOf(products);
  const scores = new Map<number, number>();
  const wanted = new Set(wordsOf(text).flatMap((word) => [singular(word), singular(near(word) ?? word)]));
  for (const word of wanted) for (const place of telling.get(word) ?? []) scores.set(place, (scores.get(place) ?? 0) + 10);
  for (const word of wanted) for (const place of others.get(word) ?? []) if (scores.has(place)) scores.set(place, (scores.get(place) ?? 0) + 1);
  return [...scores].sort(([a, more], [b, most]) => most - more || a - b).flatMap(([place]) => products[place] ?? []);
}
