import type { Language } from "../../core/turn.ts";
import type { Word } from "../words.ts";
import { hashOf } from "./feature-hash.ts";
import { longestWord, stemOf } from "./stems.ts";

/** The kinds of feature, each weighed as a whole. The number is the group's place everywhere. */
export const wordGroup = 0;
export const pairGroup = 1;
export const letterGroup = 2;
export const groups = 3;

/** What a word brings along wherever it stands, as hashes; pieces of letters may repeat ("banana" has "an" twice). */
export type WordFeatures = { folded: string; root: string; stem: number; form: number; pieces: Uint32Array };

/** A text as its different words, each with how often it occurs, and the pairs of neighbours. */
export type TextFeatures = { words: WordFeatures[]; counts: number[]; pairs: Uint32Array };

/** Words read. What a customer wants is said early; the cap bounds the cost of a long story. */
const wordsRead = 120;

const digits = /^\d+$/;
const shortestPiece = 2;
const longestPiece = 4;

const stemSalt = 1;
const formSalt = 2;
const pairSalt = 3;
const pieceSalt = 4;

/** Words kept, as many as stems: texts say the same words again, and hashing their letters is most of the work. */
const wordsKept = 20_000;
const kept: Record<Language, Map<string, WordFeatures>> = { es: new Map(), en: new Map() };

function wordFeatures(folded: string, language: Language): WordFeatures {
  const known = kept[language].get(folded);
  if (known !== undefined) return known;
  const plain = folded.replace(drawnOut, "$1");
  const number = digits.test(plain);
  const root = number ? "#" : stemOf(plain, language);
  const form = plain.length > longestWord ? plain.slice(0, longestWord) : plain;
  const features = { folded, root, stem: hashOf(root, stemSalt), form: hashOf(form, formSalt), pieces: number || form !== plain ? noPieces : piecesOf(plain) };
  // Junk is not kept, however often it comes.
  if (folded.length > longestWord) return features;
  if (kept[language].size >= wordsKept) kept[language].clear();
  kept[language].set(folded, features);
  return features;
}

const noPieces = new Uint32Array(0);

/** "hellooooo" is "hello": three letters in a row are one, in both languages. Digits stay. */
const drawnOut = /([a-z])\1{2,}/g;

function piecesOf(folded: string): Uint32Array {
  const padded = `_${folded}_`;
  const pieces: number[] = [];
  for (let from = 0; from + shortestPiece <= padded.length; from += 1) {
    const end = Math.min(longestPiece, padded.length - from);
    for (let length = shortestPiece; length <= end; length += 1) pieces.push(hashOf(padded, pieceSalt, from, from + length));
  }
  return Uint32Array.from(pieces);
}

/**
 * What a linear model sees of a text: stems and word forms; pairs of stems with the text's ends; and pieces of two to four letters
 * within words, which survive typos, missing accents and inflection. Case and accents are folded, so that Spanish and English share
 * one space; a number is its own word, and any number to its neighbours.
 *
 * What a word brings along does not hang on its neighbours, so that a model can keep what each word adds to its scores (word-rows.ts).
 */
export function textFeatures(words: readonly Word[], language: Language): TextFeatures {
  if (last !== null && last.words === words && last.language === language) return last.features;
  last = { words, language, features: readFeatures(words, language) };
  return last.features;
}

/** Two classifiers read each turn, one after the other. */
let last: { words: readonly Word[]; language: Language; features: TextFeatures } | null = null;

function readFeatures(words: readonly Word[], language: Language): TextFeatures {
  const found: WordFeatures[] = [];
  const counts: number[] = [];
  const places = new Map<string, number>();
  const read = Math.min(words.length, wordsRead);
  const pairs = new Uint32Array(read + 1);
  let before = "^";
  for (let i = 0; i < read; i += 1) {
    const features = wordFeatures(words[i]?.folded ?? "", language);
    const place = places.get(features.folded);
    if (place === undefined) {
      places.set(features.folded, found.length);
      found.push(features);
      counts.push(1);
    } else counts[place] = (counts[place] ?? 0) + 1;
    pairs[i] = hashOf(`${before} ${features.root}`, pairSalt);
    before = features.root;
  }
  pairs[read] = hashOf(`${before} $`, pairSalt);
  return { words: found, counts, pairs };
}
