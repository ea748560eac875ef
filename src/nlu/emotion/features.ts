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
  // Buckets are stamped with the reading, so the table need not be wiped for each text.
  reading = reading === 0x7fffffff ? 1 : reading + 1;
  if (reading === 1) metIn.fill(0);
  let size = 0;
  let squares = 0;
  const add = (bucket: number, value: number, from: number): void => {
    if (metIn[bucket] === reading || size === mostFeatures) return;
    metIn[bucket] = reading;
    idList[size] = bucket;
    valueList[size] = value;
    pieceList[size] = from;
    squares += value * value;
    size += 1;
  };
  const { pieces, words } = readPieces(text, add);
  const all = size + denseFeatures(vectors);
  const features: EmotionFeatures = { ids: new Int32Array(all), values: new Float32Array(all), pieceOf: new Int32Array(all).fill(-1), pieces };
  const length = Math.sqrt(squares) || 1;
  features.ids.set(idList.subarray(0, size));
  features.pieceOf.set(pieceList.subarray(0, size));
  for (let at = 0; at < size; at += 1) features.values[at] = (valueList[at] ?? 0) / length;
  addDense(features, size, meanVector(vectors, words, language), lexical, asks);
  return features;
}

const metIn = new Int32Array(buckets);
let reading = 0;
/** 250 pieces of 30 letters have under 25,000 features. */
const mostFeatures = 25_000;
const idList = new Int32Array(mostFeatures);
const valueList = new Float64Array(mostFeatures);
const pieceList = new Int32Array(mostFeatures);

function addDense({ ids, values }: EmotionFeatures, from: number, meaning: Float32Array, { votes, valence, arousal }: LexicalReading, asks: boolean): void {
  const nothing = Number(votes.every((vote) => vote === 0) && valence === 0);
  const read = [...votes.map((vote) => vote / (vote + 1)), valence, arousal, Math.max(0, valence), Math.max(0, -valence), nothing, Number(asks)];
  const dense = [...meaning, ...read.map((value) => lexiconReach * value)];
  dense.forEach((value, i) => {
    ids[from + i] = buckets + i;
    values[from + i] = value;
  });
}

type Add = (bucket: number, value: number, from: number) => void;
const bucketOf = (group: keyof typeof salts, key: string): number => hashOf(key, salts[group]) & (buckets - 1);

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
      add(bucketOf("mark", mark), weights.mark, -1);
      negated = 0;
      continue;
    }
    const folded = fold(written);
    const once = folded.replace(stretched, "$1$1");
    if (once !== folded) add(bucketOf("mark", "stretched"), weights.mark, -1);
    const word = /^\d+$/.test(once) ? "#" : once;
    if (/\p{L}/u.test(written)) spelt += 1;
    if (written.length > 2 && written === written.toUpperCase() && written !== written.toLowerCase()) loud += 1;
    add(bucketOf("word", word), weights.word, at);
    add(bucketOf("pair", `${before} ${word}`), weights.pair, at);
    if (negated > 0) add(bucketOf("negated", word), weights.negated, at);
    negated = negations.has(word) ? negationReach : negated - 1;
    if (word.length > 2 && word.length <= longestWord) addLetters(word, at, add);
    before = word;
    words.push(word);
  }
  add(bucketOf("pair", `${before} $`), weights.pair, -1);
  if (loud >= 2 && loud > spelt / 2) add(bucketOf("mark", "shouted"), weights.mark, -1);
  else if (loud > 0 && spelt > 3) add(bucketOf("mark", "a word shouted"), weights.mark, -1);
  if (pieces.length <= 3) add(bucketOf("mark", "short"), weights.mark, -1);
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

/** Words whose letter groups are remembered; a shop's customers use some ten thousand forms, and the bound keeps a flood of junk from filling memory. */
const wordsKept = 20_000;
const lettersOf = new Map<string, Uint16Array>();

function addLetters(word: string, at: number, add: Add): void {
  let groups = lettersOf.get(word);
  if (groups === undefined) {
    groups = letterBuckets(`_${word}_`);
    if (lettersOf.size >= wordsKept) lettersOf.clear();
    lettersOf.set(word, groups);
  }
  for (let i = 0; i < groups.length; i += 1) add(groups[i] ?? 0, weights.letters, at);
}

function letterBuckets(padded: string): Uint16Array {
  const found: number[] = [];
  for (let size = 3; size <= 5; size += 1) for (let i = 0; i + size <= padded.length; i += 1) found.push(hashOf(padded, salts.letters, i, i + size) & (buckets - 1));
  return Uint16Array.from(found);
}
