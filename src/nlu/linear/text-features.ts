import type { Language } from "../../core/turn.ts";
import type { Word } from "../words.ts";
import { hashOf } from "./feature-hash.ts";
import { longestWord, stemOf } from "./stems.ts";

/** The kinds of feature, each weighed as a whole. The number is the group's place everywhere. */
export const wordGroup = 0;
export const pairGroup = 1;
export const letterGroup = 2;
export const groups = 3;

/** Hashed features of a text, each once with how often it occurs; the three lists run in step. */
export type TextFeatures = { hashes: Uint32Array; groups: Uint8Array; counts: Uint16Array };

/** Words read. What a customer wants is said early; the cap bounds the cost of a long story. */
const wordsRead = 120;

const digits = /^\d+$/;
const shortestPiece = 2;
const longestPiece = 4;

const stemSalt = 1;
export const formSalt = 2;
const pairSalt = 3;
const pieceSalt = 4;

/** What a word brings along wherever it stands; pieces may repeat ("banana" has "an" twice). */
type WordFeatures = { root: string; stem: number; form: number; pieces: Uint32Array };

/** Words kept, as many as stems: texts say the same words again, and hashing their letters is most of the work. */
const wordsKept = 20_000;
const kept: Record<Language, Map<string, WordFeatures>> = { es: new Map(), en: new Map() };

function wordFeatures(folded: string, language: Language): WordFeatures {
  const known = kept[language].get(folded);
  if (known !== undefined) return known;
  const number = digits.test(folded);
  const root = number ? "#" : stemOf(folded, language);
  const form = folded.length > longestWord ? folded.slice(0, longestWord) : folded;
  const features = { root, stem: hashOf(root, stemSalt), form: hashOf(form, formSalt), pieces: number || form !== folded ? noPieces : piecesOf(folded) };
  // Junk is not kept, however often it comes.
  if (form !== folded) return features;
  if (kept[language].size >= wordsKept) kept[language].clear();
  kept[language].set(folded, features);
  return features;
}

const noPieces = new Uint32Array(0);

function piecesOf(folded: string): Uint32Array {
  const padded = `_${folded}_`;
  const pieces: number[] = [];
  for (let from = 0; from + shortestPiece <= padded.length; from += 1) {
    const end = Math.min(longestPiece, padded.length - from);
    for (let length = shortestPiece; length <= end; length += 1) pieces.push(hashOf(padded, pieceSalt, from, from + length));
  }
  return Uint32Array.from(pieces);
}

/** A text of wordsRead words of longestWord letters has under 11,500 features; the table of those met stays half empty. */
const tableSize = 32_768;
const metIn = new Uint32Array(tableSize);
const placeIn = new Uint16Array(tableSize);
const hashList = new Uint32Array(tableSize / 2);
const groupList = new Uint8Array(tableSize / 2);
const countList = new Uint16Array(tableSize / 2);
let reading = 0;

/** "hellooooo" is "hello": three letters in a row are one, in both languages. Digits stay. */
const drawnOut = /([a-z])\1{2,}/g;

/**
 * What a linear model sees of a text: stems and word forms; pairs of stems with the text's ends; and pieces of two to four letters
 * within words, which survive typos, missing accents and inflection. Case and accents are folded, so that Spanish and English share
 * one space; a number is its own word, and any number to its neighbours.
 */
export function textFeatures(words: readonly Word[], language: Language): TextFeatures {
  if (last !== null && last.words === words && last.language === language) return last.features;
  last = { words, language, features: readFeatures(words, language) };
  return last.features;
}

/** Two classifiers read each turn, one after the other. */
let last: { words: readonly Word[]; language: Language; features: TextFeatures } | null = null;

function readFeatures(words: readonly Word[], language: Language): TextFeatures {
  // Slots are stamped with the reading, so the table need not be wiped for each text.
  reading = reading === 0xffffffff ? 1 : reading + 1;
  if (reading === 1) metIn.fill(0);
  let size = 0;
  const add = (hash: number, group: number): void => {
    let slot = hash & (tableSize - 1);
    while (metIn[slot] === reading && hashList[placeIn[slot] ?? 0] !== hash) slot = (slot + 1) & (tableSize - 1);
    const place = placeIn[slot] ?? 0;
    if (metIn[slot] === reading) {
      countList[place] = (countList[place] ?? 0) + 1;
      return;
    }
    metIn[slot] = reading;
    placeIn[slot] = size;
    hashList[size] = hash;
    groupList[size] = group;
    countList[size] = 1;
    size += 1;
  };
  let before = "^";
  for (let i = 0; i < Math.min(words.length, wordsRead); i += 1) {
    const { root, stem, form, pieces } = wordFeatures((words[i]?.folded ?? "").replace(drawnOut, "$1"), language);
    add(stem, wordGroup);
    add(form, wordGroup);
    add(hashOf(`${before} ${root}`, pairSalt), pairGroup);
    before = root;
    for (let k = 0; k < pieces.length; k += 1) add(pieces[k] ?? 0, letterGroup);
  }
  add(hashOf(`${before} $`, pairSalt), pairGroup);
  return { hashes: hashList.slice(0, size), groups: groupList.slice(0, size), counts: countList.slice(0, size) };
}
