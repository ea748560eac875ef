import type { Language } from "../core/turn.ts";
import { meaningOf } from "./intent-meaning.ts";
import { hashOf, placeOf } from "./linear/feature-hash.ts";
import { createVectoriser, vectorOf } from "./linear/feature-space.ts";
import type { FeatureSpace, SparseVector, Vectoriser } from "./linear/feature-space.ts";
import { formSalt, pairGroup, wordGroup } from "./linear/text-features.ts";
import type { TextFeatures } from "./linear/text-features.ts";
import type { WordVectors } from "./word-vectors.ts";
import type { Word } from "./words.ts";

/** Everything that turns a text into the vector the intent classifier scores. */
export type IntentSpace = {
  vectoriser: Vectoriser;
  /** The features of the text come first, then the dimensions of its meaning. */
  features: number;
  meaning: WordVectors | null;
  /** How much each word or pair counts when texts are compared, squared; 0 for letters. */
  wordSquares: Float32Array;
  /** Scratch: which features the text being compared has. All zero between comparisons. */
  met: Uint8Array;
};

export type IntentVector = SparseVector & {
  /** Share of its words that are known, 0 to 1. */
  known: number;
  /** In words. */
  length: number;
  /** What the text is about, length 1, or empty without a table of word vectors. */
  meaning: Float32Array;
};

// One setting for every data set, found on the development parts of nine of them; accuracy is flat around each.
/** Rarity hardly matters to a trained weight; with few examples it misleads. */
const rarity = 0.2;
const groupLengths = [0.9, 0.6, 1.1];
const meaningLength = 1.2;
/** A word in this share of the training texts counts half in what a text is about. */
const commonFrom = 0.06;
/** A pair of words says less than the two words it is made of. */
const pairWeight = 0.5;

export function createIntentSpace(space: FeatureSpace, meaning: WordVectors | null): IntentSpace {
  const vectoriser = createVectoriser(space, { rarity, groupLengths });
  const wordSquares = vectoriser.rarity.map((rare, id) => {
    const group = space.groups[id];
    return group === wordGroup ? rare * rare : group === pairGroup ? (rare * pairWeight) ** 2 : 0;
  });
  return { vectoriser, features: space.groups.length, meaning, wordSquares, met: new Uint8Array(space.groups.length) };
}

/** Number of weights a class has in this space. */
export const dimensionsOf = ({ features, meaning }: IntentSpace): number => features + (meaning?.dimensions ?? 0);

const nothing = new Float32Array(0);

export function intentVector({ vectoriser, features, meaning }: IntentSpace, words: readonly Word[], language: Language, text: TextFeatures): IntentVector {
  const sparse = vectorOf(vectoriser, text);
  if (meaning === null) return { ...sparse, length: words.length, meaning: nothing };
  const { index, textsWith, texts } = vectoriser.space;
  const about = meaningOf(meaning, words, language, (word) => {
    const place = placeOf(index, hashOf(word, formSalt));
    return commonFrom / (commonFrom + (place < 0 ? 0 : (textsWith[place] ?? 0) / texts));
  });
  const size = sparse.ids.length;
  const ids = new Int32Array(size + about.length);
  const values = new Float32Array(size + about.length);
  ids.set(sparse.ids);
  values.set(sparse.values);
  for (let d = 0; d < about.length; d += 1) {
    ids[size + d] = features + d;
    values[size + d] = meaningLength * (about[d] ?? 0);
  }
  return { ids, values, known: sparse.known, length: words.length, meaning: about };
}
