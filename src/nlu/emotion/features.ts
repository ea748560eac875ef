import type { Language } from "../../core/turn.ts";
import { emotions } from "../../core/understanding.ts";
import type { LexicalReading } from "./by-lexicon.ts";
import { hashOf } from "../linear/feature-hash.ts";
import { meanVector } from "../word-vectors.ts";
import type { WordVectors } from "../word-vectors.ts";
import { fold, wordSet } from "../words.ts";

/** Buckets that words, pairs and letter groups are hashed into; four times as many change no figure by more than its noise. */
export const buckets = 2 ** 16;

/** What stands behind the buckets: the mean word vector, then what the lexicons read and whether the wording asks for a person. */
export const denseFeatures = (vectors: WordVectors): number => vectors.dimensions + emotions.length + 6;

/** What the model sees of a text. `pieceOf` says which piece (as written) a feature stems from, -1 for the text as a whole. */
export type EmotionFeatures = { ids: Int32Array; values: Float32Array; pieceOf: Int32Array; pieces: string[] };

/** A word says more than a pair, and a pair more than one of its letter groups. */
const weights = { word: 1, pair: 0.7, negated: 0.7, mark: 0.5, letters: 0.4 };
const salts = { word: 1, pair: 2, negated: 3, mark: 4, letters: 5 };

/** A word of the lexicons weighs as much as this many words: they are few and were chosen for this. */
const lexiconReach = 2;

/** Words read; what is felt is said within two paragraphs, and the cap bounds the cost of a long story. */
const piecesRead = 250;
/** A negation reaches at most this many words: "no estoy nada contento". */
const negationReach = 3;
const negations = wordSet(`no nunca jamas tampoco ni sin nada nadie not never nobody nothing neither nor without cannot can't don't doesn't didn't
  won't isn't wasn't aren't weren't couldn't wouldn't shouldn't haven't hasn't hadn't ain't dont cant wont didnt doesnt isnt wasnt`);

const piece = /\p{Extended_Pictographic}|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[!?¿¡]+|\.{2,}|[:;]-?[()DPp]/gu;
/** Who is addressed and where a link leads say nothing of how somebody feels. */
const addresses = /@\w{1,40}|https?\S{0,300}|\[(?:NAME|RELIGION)\]/g;
const stretched = /(.)\1{2,}/gu;
/** Longer is no word of either language. */
const longestWord = 30;

/**
 * What the emotion model sees of a text: words, pairs, words in reach of a negation, letter groups within words (typos and endings), marks
 * of style, all hashed; the mean of the word vectors; and what the lexicons make of it. The hashed part has length one, so long and short texts are judged alike.
 *
 * @param lexical the lexicons' reading of the same text
 * @param asks whether the patterns of human-request.ts find a request for a person in it
 */
export function emotionFeatures(text: string, language: Language, lexical: LexicalReading, asks: boolean, vectors: WordVectors): EmotionFeatures {
  const found = new Map<number, { value: number; piece: number }>();
  const add = (group: keyof typeof weights, key: string, from: number): void => {
    const id = hashOf(key, salts[group]) & (buckets - 1);
    if (!found.has(id)) found.set(id, { value: weights[group], piece: from });
  };
  const { pieces, words } = readPieces(text, add);
  const size = found.size + denseFeatures(vectors);
  const features: EmotionFeatures = { ids: new Int32Array(size), values: new Float32Array(size), pieceOf: new Int32Array(size).fill(-1), pieces };
  let squares = 0;
  for (const { value } of found.values()) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  let at = 0;
  for (const [id, { value, piece: from }] of found) {
    features.ids[at] = id;
    features.values[at] = value / length;
    features.pieceOf[at] = from;
    at += 1;
  }
  addDense(features, at, meanVector(vectors, words, language), lexical, asks);
  return features;
}

function addDense({ ids, values }: EmotionFeatures, from: number, meaning: Float32Array, { votes, valence, arousal }: LexicalReading, asks: boolean): void {
  const nothing = Number(votes.every((vote) => vote === 0) && valence === 0);
  const read = [...votes.map((vote) => vote / (vote + 1)), valence, arousal, Math.max(0, valence), Math.max(0, -valence), nothing, Number(asks)];
  const dense = [...meaning, ...read.map((value) => lexiconReach * value)];
  dense.forEach((value, i) => {
    ids[from + i] = buckets + i;
    values[from + i] = value;
  });
}

type Add = (group: keyof typeof weights, key: string, from: number) => void;

/** Walks the text once. Returns the pieces as written and the folded words among them. */
function readPieces(text: string, add: Add): { pieces: string[]; words: string[] } {
  const pieces: string[] = [];
  const words: string[] = [];
  let before = "^";
  let negated = 0;
  let loud = 0;
  let spelt = 0;
  for (const [written] of text.replace(addresses, " ").replaceAll("#", " ").matchAll(piece)) {
    if (pieces.length >= piecesRead) break;
    const at = pieces.push(written) - 1;
    const mark = markOf(written);
    if (mark !== null) {
      add("mark", mark, -1);
      negated = 0;
      continue;
    }
    const folded = fold(written);
    const once = folded.replace(stretched, "$1$1");
    if (once !== folded) add("mark", "stretched", -1);
    const word = /^\d+$/.test(once) ? "#" : once;
    if (/\p{L}/u.test(written)) spelt += 1;
    if (written.length > 2 && written === written.toUpperCase() && written !== written.toLowerCase()) loud += 1;
    add("word", word, at);
    add("pair", `${before} ${word}`, at);
    if (negated > 0) add("negated", word, at);
    negated = negations.has(word) ? negationReach : negated - 1;
    if (word.length > 2 && word.length <= longestWord) addLetters(word, at, add);
    before = word;
    words.push(word);
  }
  add("pair", `${before} $`, -1);
  if (loud >= 2 && loud > spelt / 2) add("mark", "shouted", -1);
  else if (loud > 0 && spelt > 3) add("mark", "a word shouted", -1);
  if (pieces.length <= 3) add("mark", "short", -1);
  return { pieces, words };
}

/** Punctuation that shows feeling, by kind; null for a word or an emoji. */
function markOf(written: string): string | null {
  if (written.startsWith("..")) return "...";
  if (!/^[!?¿¡]/.test(written)) return null;
  const asks = /[?¿]/.test(written);
  if (asks && /[!¡]/.test(written)) return "?!";
  return `${asks ? "?" : "!"}${written.length > 1 ? "+" : ""}`;
}

function addLetters(word: string, at: number, add: Add): void {
  const padded = `_${word}_`;
  for (let size = 3; size <= 5; size += 1) for (let i = 0; i + size <= padded.length; i += 1) add("letters", padded.slice(i, i + size), at);
}
