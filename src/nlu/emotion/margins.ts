import { z } from "zod";
import type { Language } from "../../core/turn.ts";
import { emotions } from "../../core/understanding.ts";
import { createIntentSpace } from "../intent-vector.ts";
import type { IntentSpace } from "../intent-vector.ts";
import { toFloat32, toInt8, toText, toUint16, toUint32, toUint8 } from "../linear/bytes.ts";
import { indexHashes } from "../linear/feature-hash.ts";
import { unpackWeights } from "../linear/packed-weights.ts";
import type { PackedWeights } from "../linear/packed-weights.ts";
import { textFeatures } from "../linear/text-features.ts";
import { createTextScorer, scoreText } from "../text-scorer.ts";
import type { TextScorer } from "../text-scorer.ts";
import type { WordVectors } from "../word-vectors.ts";
import type { Word } from "../words.ts";

/** Bytes in base64. `kept`: how many weights each feature has; a feature in more texts than 65,535 is as common as can be. */
export const storedMargins = z.object({
  texts: z.number(), hashes: z.string(), groups: z.string(), textsWith: z.string(),
  bias: z.string(), largest: z.number(), kept: z.string(), columns: z.string(), codes: z.string(),
});
export type StoredMargins = z.infer<typeof storedMargins>;

/**
 * The second opinion: support vector machines over the features of the intent classifier, trained on customers' texts alone. One for each
 * emotion against the rest, and one for asking for a person. It errs elsewhere than the first model, and both together err less.
 */
export type Margins = TextScorer;

/** The eight emotions in their order, then asking for a person. */
export const marginColumns = emotions.length + 1;

export function readMargins(stored: StoredMargins, vectors: WordVectors): Margins {
  const space = { index: indexHashes(toUint32(stored.hashes)), groups: toUint8(stored.groups), textsWith: Uint32Array.from(toUint16(stored.textsWith)), texts: stored.texts };
  const weights: PackedWeights = {
    classes: marginColumns, bias: toFloat32(stored.bias), largest: stored.largest,
    starts: startsOf(toUint8(stored.kept)), columns: toUint8(stored.columns), codes: toInt8(stored.codes),
  };
  return createTextScorer(createIntentSpace(space, vectors), weights, unpackWeights(weights));
}

export function storeMargins({ vectoriser: { space: { index, groups, textsWith, texts } } }: IntentSpace, { bias, largest, starts, columns, codes }: PackedWeights): StoredMargins {
  return {
    texts, hashes: toText(index.keys), groups: toText(groups), textsWith: toText(Uint16Array.from(textsWith, (count) => Math.min(count, mostCounted))),
    bias: toText(bias), largest, kept: toText(Uint8Array.from(starts.subarray(1), (end, i) => end - (starts[i] ?? 0))), columns: toText(columns), codes: toText(codes),
  };
}

const mostCounted = 65_535;

function startsOf(kept: Uint8Array): Uint32Array {
  const starts = new Uint32Array(kept.length + 1);
  for (let i = 0; i < kept.length; i += 1) starts[i + 1] = (starts[i] ?? 0) + (kept[i] ?? 0);
  return starts;
}

/** How far a text is on the side of each emotion, and of asking for a person; examples trained on lie at 1 or beyond, others at -1. */
export function marginsOf(margins: Margins, words: Word[], language: Language): { emotions: Float64Array; asks: number } {
  const { scores } = scoreText(margins, language, textFeatures(words, language));
  return { emotions: scores.subarray(0, emotions.length), asks: scores[emotions.length] ?? -1 };
}
