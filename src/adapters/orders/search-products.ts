import type { Product } from "../../core/dialog.ts";
import { nearWords } from "../../nlu/near-words.ts";

const wordsOf = (text: string): string[] =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);

/** Words of product names that name no product by themselves. */
const common = new Set(["fresco", "fresca", "fresh", "rama", "vine", "sin", "free", "con", "entero", "whole", "the", "range", "extra", "virgen", "virgin", "molido", "ground", "negro", "dark", "curado", "cured", "cocidos", "cooked", "congeladas", "frozen"]);

const singular = (word: string): string => (word.length > 4 ? word.replace(/(es|s|[aoe])$/, "") : word);

type Names = { telling: string[]; others: string[] };
type Index = { names: Map<Product, Names>; near: (word: string) => string | null };

/** The words of the products' names in both languages, without plurals: those that tell one and the others. */
function indexOf(products: Product[]): Index {
  const known = indexes.get(products);
  if (known) return known;
  const names = new Map(products.map((product) => {
    const words = [...new Set([...wordsOf(product.name.es), ...wordsOf(product.name.en)])];
    return [product, { telling: words.filter((word) => !common.has(word)).map(singular), others: words.filter((word) => common.has(word)).map(singular) }];
  }));
  const written = products.flatMap(({ name }) => [...wordsOf(name.es), ...wordsOf(name.en)]).filter((word) => !common.has(word));
  const made = { names, near: nearWords(written, new Set()) };
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
  const { names, near } = indexOf(products);
  const wanted = new Set(wordsOf(text).flatMap((word) => [singular(word), singular(near(word) ?? word)]));
  return products
    .map((product) => {
      const { telling = [], others = [] } = names.get(product) ?? {};
      const told = shared(telling, wanted);
      return { product, score: told === 0 ? 0 : told * 10 + shared(others, wanted) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ product }) => product);
}

const shared = (names: readonly string[], wanted: ReadonlySet<string>): number => names.reduce((count, name) => count + (wanted.has(name) ? 1 : 0), 0);
