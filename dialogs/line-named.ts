import type { OrderLine } from "../src/core/dialog.ts";
import { plainWords } from "./customer-words.ts";

/** Words that describe an item or join its name, and so name none by themselves: "nothing was fresh" is about no gazpacho. */
const describing = new Set([
  "fresco", "fresca", "frescos", "frescas", "fresh", "entero", "entera", "whole", "free", "range", "extra", "virgen", "virgin", "molido", "ground", "negro", "dark",
  "curado", "cured", "cocidos", "cooked", "congelado", "congelada", "congeladas", "frozen", "soft", "brown", "sin", "con", "del", "the", "and",
]);

/** What may stand beside a place in the list: "el número 3", "the third one, please". */
const besidePlace = new Set(["el", "la", "los", "las", "lo", "es", "numero", "opcion", "the", "one", "number", "no", "option", "item", "it", "s", "is", "please", "por", "favor"]);
const ordinals: string[][] = [
  ["primero", "primera", "primer", "first", "1st"], ["segundo", "segunda", "second", "2nd"], ["tercero", "tercera", "tercer", "third", "3rd"],
  ["cuarto", "cuarta", "fourth", "4th"], ["quinto", "quinta", "fifth", "5th"],
];

/** Shorter than this, an ending is not told from the word. */
const shortest = 3;

/** A word without the ending of its number or gender: "tomates", "tomatoes" and "tomate" are one, and so are "eggs" and "egg". */
function root(word: string): string {
  const one = word.length > shortest ? word.replace(/(?:es|s)$/, "") : word;
  return one.length > shortest ? one.replace(/[aeo]$/, "") : one;
}

/** How well words name a product in one language; a describing word only decides between two that are named alike. */
function fit(words: ReadonlySet<string>, name: string): number {
  const parts = plainWords(name).split(" ").filter((part) => words.has(root(part)));
  const telling = parts.filter((part) => !describing.has(part) && part.length >= shortest).length;
  return telling === 0 ? 0 : telling * 10 + parts.length - telling;
}

function placeIn(words: string[]): number | null {
  const rest = words.filter((word) => !besidePlace.has(word));
  const [only] = rest;
  if (only === undefined || rest.length > 1) return null;
  if (/^\d{1,2}$/.test(only)) return Number(only);
  const place = ordinals.findIndex((forms) => forms.includes(only));
  return place < 0 ? null : place + 1;
}

/**
 * The one line of the order that these words name, in either language whatever the conversation's, or by its place in the list.
 *
 * @param byPlace whether a list has just been shown, so that a lone number is a place in it, counted from 1
 * @returns null when no line fits, or several fit equally
 */
export function lineNamed(text: string, lines: OrderLine[], byPlace: boolean): OrderLine | null {
  const written = plainWords(text).split(" ");
  const place = byPlace ? placeIn(written) : null;
  if (place !== null) return lines[place - 1] ?? null;
  const words = new Set(written.map(root));
  const scored = lines.map((line) => ({ line, score: Math.max(fit(words, line.product.es), fit(words, line.product.en)) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score === 0 || best.score === second?.score) return null;
  return best.line;
}
