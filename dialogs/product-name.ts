import type { Product } from "../src/core/dialog.ts";
import type { Language } from "../src/core/turn.ts";
import { plainWords } from "./customer-words.ts";

/** Shorter than this, an ending is not told from the word. */
const shortest = 3;
/** A word of a name this long may be misspelt by one letter; between shorter ones ("jamón", "jabón") one letter tells two things apart. */
const misspeltFrom = 6;

/** A word without the ending of its number or gender: "tomates", "tomatoes" and "tomate" are one. */
export function root(word: string): string {
  let end = word.length;
  if (end > shortest && word[end - 1] === "s") end -= word[end - 2] === "e" ? 2 : 1;
  return end > shortest && "aeo".includes(word[end - 1] ?? "-") ? word.slice(0, end - 1) : word.slice(0, end);
}

/** One letter missing, added, changed or swapped with the next, the first letter apart: few slip there, and it tells "coffee" from "toffee". */
function slip(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < misspeltFrom || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  return rest(a, at + 1) === rest(b, at + 1) || rest(a, at + 1) === rest(b, at) || rest(a, at) === rest(b, at + 1)
    || (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2));
}

/** Whether two folded words are the same but for number, gender and a slip of the pen. */
export const sameWord = (a: string, b: string): boolean => a[0] === b[0] && (root(a) === root(b) || slip(a, b) || slip(root(a), root(b)));

/** What binds a kind to the thing in a Spanish name: "aceite de oliva", "leche sin lactosa". */
const binding = new Set(["de", "del", "con", "sin", "en", "al", "a", "la", "el", "los", "las", "y", "para", "por"]);
/** After these an English name only adds to the thing: "tuna in oil". */
const adding = new Set(["in", "with", "without", "of", "from", "for", "and"]);
/** A kind told by these names no product alone: many are fresh, whole or frozen. */
const describing = new Set([
  "fresco", "fresca", "frescos", "frescas", "entero", "entera", "extra", "virgen", "molido", "molida", "negro", "negra", "curado", "curada", "cocido", "cocida", "cocidos", "cocidas",
  "congelado", "congelada", "congelados", "congeladas", "natural", "rojo", "roja", "blanco", "blanca", "verde", "dulce",
]);
const withoutIt = new Set(["sin", "without", "free", "no"]);

/** A product's name as its words tell it. */
export type ProductName = {
  /** The thing itself, by the language of the name: "leche", "milk". */ head: Record<Language, string | null>;
  /** All words of both names, without those that only bind. */ words: string[];
  /** Words of a Spanish name that say its kind without "de" or "con", and tell it alone: "manchego", "serrano". */ alone: string[];
  /** Words for what it is without: "lactosa". */ lacks: string[];
  numbers: string[];
};

const known = new WeakMap<Product, ProductName>();

/** The thing stands first in a Spanish name; in an English one last, before what "in" or "with" adds. */
export function nameOf(product: Product): ProductName {
  const before = known.get(product);
  if (before) return before;
  const telling = (word: string): boolean => word.length >= shortest && !/^\d/.test(word);
  const es = plainWords(product.name.es).split(" ");
  const en = plainWords(product.name.en.split(/[,(]/)[0] ?? "").split(" ");
  const added = en.findIndex((word, at) => at > 0 && adding.has(word));
  const first = es.findIndex(telling);
  const enAll = plainWords(product.name.en).split(" ");
  const made: ProductName = {
    head: { es: es[first] ?? null, en: en.slice(0, added < 0 ? en.length : added).findLast(telling) ?? null },
    words: [...new Set([...es, ...enAll])].filter((word) => telling(word) && !binding.has(word) && !adding.has(word)),
    alone: es.filter((word, at) => at > first && telling(word) && !binding.has(word) && !binding.has(es[at - 1] ?? "") && !describing.has(word)),
    lacks: [...es.filter((_, at) => es[at - 1] === "sin"), ...enAll.filter((_, at) => enAll[at + 1] === "free" && enAll[at + 2] !== "range"), ...enAll.filter((_, at) => enAll[at - 1] === "without")],
    numbers: es.filter((word) => /^\d/.test(word)),
  };
  known.set(product, made);
  return made;
}

export const has = (words: readonly string[], word: string): boolean => words.some((one) => sameWord(one, word));

/** Whether the customer's words say that the thing is without something. */
export const saysWithout = (words: readonly string[]): boolean => words.some((word) => withoutIt.has(word));
