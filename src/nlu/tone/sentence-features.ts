import type { Language } from "../../core/turn.ts";
import { hashOf } from "../linear/feature-hash.ts";
import { longestWord, stemOf } from "../linear/stems.ts";
import { fold } from "../words.ts";

/** A word says more than a pair or three in a row, and those more than one of its letter groups, which survive typos and endings. */
const weights = { word: 1, pair: 0.8, apart: 0.5, three: 0.6, letters: 0.3 };
const salts = { form: 11, stem: 12, pair: 13, apart: 14, three: 15, letters: 16 };

/** Words of a sentence that are read; the cap bounds the cost of one that never ends. */
const piecesRead = 60;
/** Question and exclamation marks turn "what did you expect" into a reproach; a comma parts "well, that's life". */
const piece = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[?!,]/gu;
const letters = /\p{L}/u;
const digits = /^\d/;

/** What a sentence is made of, as hashes, each with its share of a vector of length one. */
export type SentenceFeatures = ReadonlyMap<number, number>;

/** Words, stems, pairs, pairs with one word between, three in a row, and groups of three and four letters of one sentence. A number is any number. */
export function sentenceFeatures(sentence: string, language: Language): SentenceFeatures {
  const found = new Map<number, number>();
  const add = (key: string, salt: number, weight: number): void => void found.set(hashOf(key, salt), weight);
  const pieces = Array.from(sentence.matchAll(piece), ([written]) => (digits.test(written) ? "#" : fold(written).slice(0, longestWord))).slice(0, piecesRead);
  const stems = pieces.map((one) => (letters.test(one) ? stemOf(one, language) : one));
  pieces.forEach((one, i) => {
    const [stem = "", before = "^", first = "^"] = [stems[i], stems[i - 1], stems[i - 2]];
    add(`${language} ${one}`, salts.form, weights.word);
    add(`${language} ${stem}`, salts.stem, weights.word);
    add(`${before} ${stem}`, salts.pair, weights.pair);
    if (i > 0) add(`${first} ${before} ${stem}`, salts.three, weights.three);
    if (i > 1) add(`${first} ${stem}`, salts.apart, weights.apart);
    for (const group of groupsOf(one)) add(group, salts.letters, weights.letters);
  });
  add(`${stems.at(-1) ?? "^"} $`, salts.pair, weights.pair);
  const length = Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0));
  for (const [hash, value] of found) found.set(hash, value / length);
  return found;
}

function groupsOf(word: string): string[] {
  if (word.length <= 2) return [];
  const padded = `_${word}_`;
  return [3, 4].flatMap((size) => Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, at) => padded.slice(at, at + size)));
}
