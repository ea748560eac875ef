import type { DialogMemory, Product } from "../src/core/dialog.ts";
import type { KnowledgeAnswer } from "../src/core/knowledge.ts";
import type { Language } from "../src/core/turn.ts";
import { plainWords } from "./customer-words.ts";
import { remembered } from "./outcomes.ts";
import { nameOf, sameWord } from "./product-name.ts";
import { saysOfIt } from "./question-words.ts";

/** How long something keeps and whether it can be frozen: no question of cooking, though it is asked of the same things. */
const keepingAsked = new RegExp([
  String.raw`\bhow long\b.{0,60}\b(?:keeps?|last|lasts|good for|stay|stays|be kept|store|stored)\b`, String.raw`\bhow many (?:days|weeks|months)\b.{0,60}\b(?:keeps?|lasts?|good)\b`,
  String.raw`\b(?:freeze|freezes|freezing|refreeze|be frozen|shelf life|go off|gone off|goes off|use by|best before|out of date|past its date|once (?:it s |it is )?open(?:ed)?|leftovers?)\b`,
  String.raw`\b(?:cuanto|cuantos|que tiempo)\b.{0,60}\b(?:duran?|aguantan?|conservan?|guardan?|guardar|conservar)\b`,
  String.raw`\b(?:congelar(?:l[oa]s?|se)?|congelo|congelan?|caduc\w+|fecha de consumo|consumo preferente|una vez abiert\w+|sobras)\b`,
].join("|"));
/** What tells the articles about keeping from those about cooking the same, which are as near to "how long do eggs keep?". */
export const keepingWords: Record<Language, string> = { es: "conservar, nevera, congelar", en: "keep, fridge, freeze" };

const storingAsked = /\b(?:store|storing|keep (?:it|them|the|my|cheese)|guardo|guardar(?:l[oa]s?)?|guarda|conservo|conservar(?:l[oa]s?)?|conserva)\b/;
const storingTold = /\b(?:keep|store|guardel[oa]s?|conservel[oa]s?|nevera|fridge|cloth|pano)\b/;

/** Whether the question is of keeping: by the time, the freezer or the date. */
export const asksOfKeeping = (text: string): boolean => keepingAsked.test(plainWords(text));

/** "How do I store ham?" is answered by the product's own advice where that speaks of storing. */
export const asksToStore = (text: string): boolean => storingAsked.test(plainWords(text));
export const tellsToStore = (advice: string): boolean => storingTold.test(plainWords(advice));

/** A stem this short is part of too many others: "pat" is in "patatas". */
const stemFrom = 4;

function speaksOf(words: readonly string[], thing: string): boolean {
  return words.some((word) => sameWord(word, thing) || (Math.min(word.length, thing.length) >= stemFrom && (word.startsWith(thing.slice(0, -1)) || thing.startsWith(word.slice(0, -1))) && Math.min(word.length, thing.length) > stemFrom));
}

const listed = (memory: DialogMemory, key: string): string[] => (remembered(memory, key) ?? "").split(" ").filter((word) => word !== "");

const asksOfGoods = (memory: DialogMemory): boolean => remembered(memory, "topic") === "stock" || (remembered(memory, "topic") === "allergens" && remembered(memory, "near") !== null);

/** Whether an article can be about it: one about cooking something says neither whether the shop has it nor what is in a kind of it; one about what suits whom does. */
export const isForArticles = (memory: DialogMemory): boolean => !asksOfGoods(memory) || listed(memory, "things").some(saysOfIt);

/**
 * Whether an article is about what was asked, by its words: the likest article to a question about duck is the one about chicken.
 *
 * The memory's `things` are what the question asks about beside products, and `about` what the products it may mean are called, any of which will do.
 */
export function articleNames({ text, source }: KnowledgeAnswer, memory: DialogMemory): boolean {
  const titled = plainWords(source).split(" ");
  const words = [...titled, ...plainWords(text).split(" ")];
  const [things, about] = [listed(memory, "things"), listed(memory, "about")];
  if (asksOfGoods(memory) && !things.some((thing) => saysOfIt(thing) && speaksOf(titled, thing))) return false;
  if (about.length > 0 && !about.some((word) => speaksOf(words, word))) return false;
  const [first] = things.filter((thing) => !saysOfIt(thing));
  return first === undefined || speaksOf(words, first);
}

/** What a product is called and is: its things' names, without what many are (fresh, whole), and its allergen where it is that alone, as fish is. */
export function whatItIs(product: Product): string {
  const { head, alone: kinds } = nameOf(product);
  const alone = Object.values(product.allergens).map((allergens) => plainWords(allergens)).filter((allergens) => allergens !== "" && !allergens.includes(" "));
  return [head.es, head.en, ...kinds, ...alone].filter((word) => word !== null).join(" ");
}
