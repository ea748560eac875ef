import { z } from "zod";
import { withLengths } from "./intent-examples.ts";
import type { IntentModel } from "./intent-model.ts";
import { createIntentSpace } from "./intent-vector.ts";
import { toFloat32, toInt8, toText, toUint16, toUint32, toUint8 } from "./linear/bytes.ts";
import { indexHashes } from "./linear/feature-hash.ts";
import { unpackWeights } from "./linear/packed-weights.ts";
import { createTextScorer } from "./text-scorer.ts";
import type { WordVectors } from "./word-vectors.ts";

/** An intent model as its JSON file has it: lists of numbers are their bytes in base64. */
export const storedIntentModel = z.object({
  version: z.string(),
  labels: z.array(z.string()).min(2),
  /** Dimensions of the word vectors it was trained with, 0 for none. */
  dimensions: z.number().int().min(0),
  texts: z.number().int().positive(),
  hashes: z.string(), groups: z.string(), textsWith: z.string(),
  classes: z.number().int().min(2), bias: z.string(), largest: z.number(), starts: z.string(), columns: z.string(), codes: z.string(),
  usual: z.string(), examples: z.object({ starts: z.string(), wordStarts: z.string(), words: z.string(), meanings: z.string() }),
  confidence: z.object({ weights: z.array(z.number()), bias: z.number() }),
  acceptFrom: z.number(),
});
export type StoredIntentModel = z.infer<typeof storedIntentModel>;

/** Digits kept of the confidence's weights; the bytes of a model must not hang on the last bit of a sum. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

export function storeIntentModel({ version, labels, scorer: { space, weights }, usual, examples, confidence, acceptFrom }: IntentModel): StoredIntentModel {
  const { index, groups, textsWith, texts } = space.vectoriser.space;
  return {
    version, labels, dimensions: space.meaning?.dimensions ?? 0, texts,
    hashes: toText(index.keys), groups: toText(groups), textsWith: toText(textsWith),
    classes: weights.classes, bias: toText(weights.bias), largest: weights.largest, starts: toText(weights.starts), columns: toText(weights.columns), codes: toText(weights.codes),
    usual: toText(usual),
    examples: { starts: toText(examples.starts), wordStarts: toText(examples.wordStarts), words: toText(examples.words), meanings: toText(examples.meanings) },
    confidence: { weights: confidence.weights.map(rounded), bias: rounded(confidence.bias) },
    acceptFrom: rounded(acceptFrom),
  };
}

/**
 * Makes a stored model ready to read texts.
 *
 * @param vectors the table of word vectors the model was trained with
 * @throws Error naming the remedy when the table has other dimensions
 */
export function readIntentModel(stored: StoredIntentModel, vectors: WordVectors): IntentModel {
  if (stored.dimensions !== 0 && stored.dimensions !== vectors.dimensions) {
    throw new Error(`the intent model was trained with word vectors of ${stored.dimensions} dimensions, not ${vectors.dimensions}: run npm run train`);
  }
  const hashes = toUint32(stored.hashes);
  const space = { index: indexHashes(hashes), groups: toUint8(stored.groups), textsWith: toUint32(stored.textsWith), texts: stored.texts };
  const narrow = stored.classes <= 256;
  const weights = {
    classes: stored.classes, bias: toFloat32(stored.bias), largest: stored.largest,
    starts: toUint32(stored.starts), columns: narrow ? toUint8(stored.columns) : toUint16(stored.columns), codes: toInt8(stored.codes),
  };
  const { starts, wordStarts, words, meanings } = stored.examples;
  const intentSpace = createIntentSpace(space, stored.dimensions === 0 ? null : vectors);
  return {
    version: stored.version, labels: stored.labels, scorer: createTextScorer(intentSpace, weights, unpackWeights(weights)), usual: toFloat32(stored.usual), confidence: stored.confidence, acceptFrom: stored.acceptFrom,
    examples: withLengths(intentSpace, { starts: toUint32(starts), wordStarts: toUint32(wordStarts), words: hashes.length < 65_536 ? toUint16(words) : toUint32(words), meanings: toInt8(meanings) }),
  };
}
