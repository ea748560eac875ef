import type { Product } from "../../core/dialog.ts";

const wordsOf = (text: string): string[] =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);

/** Words of product names that name no product by themselves. */
const common = new Set(["fresco", "fresca", "fresh", "rama", "vine", "sin", "free", "con", "pan", "entero", "whole", "the", "range", "extra", "virgen", "virgin", "molido", "ground", "negro", "dark", "curado", "cured", "cocidos", "cooked", "congeladas", "frozen"]);

const singular = (word: string): string => (word.length > 4 ? word.replace(/(es|s|[aoe])$/, "") : word);

/** The words of a product's name in both languages, without plurals: those that tell it and the others. Kept, since a shop's products are asked for again and again. */
const namesOf = (product: Product): Names => {
  const known = names.get(product);
  if (known) return known;
  const words = [...new Set([...wordsOf(product.name.es), ...wordsOf(product.name.en)])];
  const found = { telling: words.filter((word) => !common.has(word)).map(singular), others: words.filter((word) => common.has(word)).map(singular) };
  names.set(product, found);
  return found;
};
type Names = { telling: string[]; others: string[] };
const names = new WeakMap<Product, Names>();

/** Products whose name shares a telling word with the text, the best fits only; plain plurals and genders are ignored. */
export function searchProducts(text: string, products: Product[]): Product[] {
  const wanted = new Set(wordsOf(text).map(singular));
  const scored = products.map((product) => {
    const { telling, others } = namesOf(product);
    const told = shared(telling, wanted);
    return { product, score: told === 0 ? 0 : told * 10 + shared(others, wanted) };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ product }) => product);
}

const shared = (names: readonly string[], wanted: ReadonlySet<string>): number => names.reduce((count, name) => count + (wanted.has(name) ? 1 : 0), 0);
