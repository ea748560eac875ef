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

/** What the model learns from a text: places and values. A place may occur more than once; what it adds is summed. */
export type EmotionFeatures = { ids: Int32Array; values: Float32Array };

/** Takes up the features of a text as it is walked. `piece` is the number of the piece they stem from, -1 for the text as a whole. */
export type FeatureSink = {
  /** A word with its letters; each different word of a text comes once. */
  word(word: string, piece: number): void;
  bucket(bucket: number, value: number, piece: number): void;
};

/** A word says more than a pair, and a pair more than one of its letter groups. */
export const weights = { word: 1, pair: 0.7, negated: 0.7, mark: 0.5, letters: 0.4 };
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
const special = /[@#[]|http/;
const addresses = /@\w{1,40}|https?\S{0,300}|\[(?:NAME|RELIGION)\]/g;
const stretched = /(.)\1{2,}/gu;
/** Longer is no word of either language. */
export const longestWord = 30;

/**
 * What the emotion model sees of a text: words, pairs, words in reach of a negation, letter groups within words (typos and endings), marks
 * of style, all hashed; the mean of the word vectors; and what the lexicons make of it. The hashed part has length one as if no two words shared
 * letters, so long and short texts are judged alike and a word adds the same in each.
 *
 * @param lexical the lexicons' reading of the same text
 * @param asks whether the patterns of human-request.ts find a request for a person in it
 */
export function emotionFeatures(text: string, language: Language, lexical: LexicalReading, asks: boolean, vectors: WordVectors): EmotionFeatures {
  const ids: number[] = [];
  const values: number[] = [];
  const bucket = (id: number, value: number): void => {
    ids.push(id);
    values.push(value);
  };
  const { words } = walkText(text, {
    bucket,
    word(word) {
      bucket(wordBucket(word), weights.word);
      for (const letters of letterBuckets(word)) bucket(letters, weights.letters);
    },
  });
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  const dense = denseValues(words, language, lexical, asks, vectors);
  return { ids: Int32Array.from([...ids, ...Array.from(dense, (_, i) => buckets + i)]), values: Float32Array.from([...values.map((value) => value / length), ...dense]) };
}

/** What stands behind the buckets for a text with these folded words. */
export function denseValues(words: readonly string[], language: Language, { votes, valence, arousal }: LexicalReading, asks: boolean, vectors: WordVectors): Float32Array {
  const nothing = Number(votes.every((vote) => vote === 0) && valence === 0);
  const read = [...votes.map((vote) => vote / (vote + 1)), valence, arousal, Math.max(0, valence), Math.max(0, -valence), nothing, Number(asks)];
  const dense = new Float32Array(denseFeatures(vectors));
  meanVector(vectors, words, language, dense);
  for (let i = 0; i < read.length; i += 1) dense[vectors.dimensions + i] = lexiconReach * (read[i] ?? 0);
  return dense;
}

const bucketOf = (group: keyof typeof salts, key: string): number => hashOf(key, salts[group]) & (buckets - 1);
export const wordBucket = (word: string): number => bucketOf("word", word);

/** Buckets of the letter groups of a word, each once; none for the shortest and for what is no word. */
export function letterBuckets(word: string): Set<number> {
  const found = new Set<number>();
  if (word.length <= 2 || word.length > longestWord) return found;
  const padded = `_${word}_`;
  for (let size = 3; size <= 5; size += 1) for (let i = 0; i + size <= padded.length; i += 1) found.add(hashOf(padded, salts.letters, i, i + size) & (buckets - 1));
  return found;
}

/** Walks the text once. Returns the pieces as written and the folded words among them. */
export function walkText(text: string, sink: FeatureSink): { pieces: string[]; words: string[] } {
  const pieces: string[] = [];
  const words: string[] = [];
  const met = new Set<string>();
  const marks = new Set<string>();
  let before = "^";
  let negated = 0;
  let loud = 0;
  let spelt = 0;
  const plain = special.test(text) ? text.replace(addresses, " ").replaceAll("#", " ") : text;
  for (const [written] of plain.matchAll(piece)) {
    if (pieces.length >= piecesRead) break;
    const at = pieces.push(written) - 1;
    const { mark, word, ...style } = pieceOf(written);
    if (mark !== null) {
      marks.add(mark);
      negated = 0;
      continue;
    }
    if (style.stretched) marks.add("stretched");
    if (style.spelt) spelt += 1;
    if (style.loud) loud += 1;
    if (!met.has(word)) sink.word(word, at);
    met.add(word);
    sink.bucket(bucketOf("pair", `${before} ${word}`), weights.pair, at);
    if (negated > 0) sink.bucket(bucketOf("negated", word), weights.negated, at);
    negated = negations.has(word) ? negationReach : negated - 1;
    before = word;
    words.push(word);
  }
  sink.bucket(bucketOf("pair", `${before} $`), weights.pair, -1);
  if (loud >= 2 && loud > spelt / 2) marks.add("shouted");
  else if (loud > 0 && spelt > 3) marks.add("a word shouted");
  if (pieces.length <= 3) marks.add("short");
  for (const mark of marks) sink.bucket(bucketOf("mark", mark), weights.mark, -1);
  return { pieces, words };
}

/** A piece by itself: a mark of feeling, or a word as it is hashed, and how it is written. */
type Piece = { mark: string | null; word: string; stretched: boolean; spelt: boolean; loud: boolean };

/** Pieces remembered; the bounds keep a flood of junk from filling memory. */
const piecesKept = 20_000;
const known = new Map<string, Piece>();

function pieceOf(written: string): Piece {
  const met = known.get(written);
  if (met !== undefined) return met;
  const folded = fold(written);
  const once = folded.replace(stretched, "$1$1");
  const made: Piece = {
    mark: markOf(written), word: /^\d+$/.test(once) ? "#" : once, stretched: once !== folded, spelt: /\p{L}/u.test(written),
    loud: written.length > 2 && written === written.toUpperCase() && written !== written.toLowerCase(),
  };
  if (written.length > longestWord) return made;
  if (known.size >= piecesKept) known.clear();
  known.set(written, made);
  return made;
}

/** Punctuation that shows feeling, by kind; null for a word or an emoji. */
function markOf(written: string): string | null {
  if (written.startsWith("..")) return "...";
  if (!/^[!?¿¡]/.test(written)) return null;
  const asks = /[?¿]/.test(written);
  if (asks && /[!¡]/.test(written)) return "?!";
  return `${asks ? "?" : "!"}${written.length > 1 ? "+" : ""}`;
}
