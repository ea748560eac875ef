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

/**
 * What a linear model sees of a text: stems and word forms; pairs of stems with the text's ends; and pieces of two to four letters
 * within words, which survive typos, missing accents and inflection. Case and accents are folded, so that Spanish and English share
 * one space; a number is its own word, and any number to its neighbours.
 */
export function textFeatures(words: Word[], language: Language): TextFeatures {
  const counts = new Map<number, number>();
  const groupOf = new Map<number, number>();
  const add = (hash: number, group: number): void => {
    const count = counts.get(hash);
    if (count === undefined) groupOf.set(hash, group);
    counts.set(hash, (count ?? 0) + 1);
  };
  let before = "^";
  for (const { folded } of words.length > wordsRead ? words.slice(0, wordsRead) : words) {
    const number = digits.test(folded);
    const root = number ? "#" : stemOf(folded, language);
    const form = folded.length > longestWord ? folded.slice(0, longestWord) : folded;
    add(hashOf(root, stemSalt), wordGroup);
    add(hashOf(form, formSalt), wordGroup);
    add(hashOf(`${before} ${root}`, pairSalt), pairGroup);
    before = root;
    if (number || form !== folded) continue;
    const padded = `_${folded}_`;
    for (let from = 0; from + shortestPiece <= padded.length; from += 1) {
      const end = Math.min(longestPiece, padded.length - from);
      for (let length = shortestPiece; length <= end; length += 1) add(hashOf(padded, pieceSalt, from, from + length), letterGroup);
    }
  }
  add(hashOf(`${before} $`, pairSalt), pairGroup);
  const hashes = Uint32Array.from(counts.keys());
  return { hashes, groups: Uint8Array.from(hashes, (hash) => groupOf.get(hash) ?? 0), counts: Uint16Array.from(counts.values()) };
}
