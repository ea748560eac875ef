import type { Language } from "../core/turn.ts";
import { meaningFrom, meaningOf } from "./intent-meaning.ts";
import type { MeaningPart } from "./intent-meaning.ts";
import { placeOf } from "./linear/feature-hash.ts";
import { createVectoriser, vectorOf } from "./linear/feature-space.ts";
import type { FeatureSpace, SparseVector, Vectoriser } from "./linear/feature-space.ts";
import { pairGroup, wordGroup } from "./linear/text-features.ts";
import type { TextFeatures, WordFeatures } from "./linear/text-features.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Everything that turns a text into the vector the intent classifier scores. */
export type IntentSpace = {
  vectoriser: Vectoriser;
  /** The features of the text come first, then the dimensions of its meaning. */
  features: number;
  meaning: WordVectors | null;
  /** How much each word or pair counts when texts are compared, squared; 0 for letters. */
  wordSquares: Float32Array;
  /** Scratch: the squares of the features that the text being compared has. All zero between comparisons. */
  met: Float32Array;
};

/** A text as it is compared with others. `ids` are the places of its words and pairs in the space, and may hold others. */
export type ComparedText = {
  ids: ArrayLike<number>;
  /** Share of its words that are known, 0 to 1. */
  known: number;
  /** In words. */
  length: number;
  /** What the text is about, length 1, or empty without a table of word vectors. */
  meaning: Float32Array;
};

export type IntentVector = SparseVector & ComparedText;

// One setting for every data set, found on the development parts of nine of them; accuracy is flat around each.
/** Rarity hardly matters to a trained weight; with few examples it misleads. */
const rarity = 0.2;
const groupLengths = [0.9, 0.6, 1.1];
export const meaningLength = 1.2;
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
  return { vectoriser, features: space.groups.length, meaning, wordSquares, met: new Float32Array(space.groups.length) };
}

/** Number of weights a class has in this space. */
export const dimensionsOf = ({ features, meaning }: IntentSpace): number => features + (meaning?.dimensions ?? 0);

/** What a word adds to what a text is about: the less the more of the training texts have it. Null where it has no vector. */
export function meaningPart({ vectoriser: { space: { index, textsWith, texts } }, meaning }: IntentSpace, word: WordFeatures, language: Language): MeaningPart | null {
  const from = meaning === null ? -1 : meaningFrom(meaning, word.folded, language);
  if (from < 0) return null;
  const place = placeOf(index, word.form);
  return { from, weight: commonFrom / (commonFrom + (place < 0 ? 0 : (textsWith[place] ?? 0) / texts)) };
}

const nothing = new Float32Array(0);

/** A text as the classifier scores it in training; `scoreText` gives the same scores without making the vector. */
export function intentVector(space: IntentSpace, language: Language, text: TextFeatures): IntentVector {
  const { vectoriser, features, meaning } = space;
  const sparse = vectorOf(vectoriser, text);
  const length = text.pairs.length - 1;
  if (meaning === null) return { ...sparse, length, meaning: nothing };
  const parts = text.words.flatMap((word, i) => {
    const part = meaningPart(space, word, language);
    return part === null ? [] : [{ ...part, weight: part.weight * (text.counts[i] ?? 1) }];
  });
  const about = meaningOf(meaning, parts, language);
  const size = sparse.ids.length;
  const ids = new Int32Array(size + about.length);
  const values = new Float32Array(size + about.length);
  ids.set(sparse.ids);
  values.set(sparse.values);
  for (let d = 0; d < about.length; d += 1) {
    ids[size + d] = features + d;
    values[size + d] = meaningLength * (about[d] ?? 0);
  }
  return { ids, values, known: sparse.known, length, meaning: about };
}
