import { z } from "zod";
import type { Language } from "../../core/turn.ts";
import { toInt8, toUint32 } from "../linear/bytes.ts";
import { indexHashes, placeOf } from "../linear/feature-hash.ts";
import type { HashIndex } from "../linear/feature-hash.ts";
import { sentenceFeatures } from "./sentence-features.ts";

/** What a sentence of a draft does. The first two do no harm; the others may, each in its way. */
export const sentenceTones = ["plain", "acknowledging", "blaming", "dismissive", "refusing", "promising"] as const;
export type SentenceTone = (typeof sentenceTones)[number];
export type HarmfulTone = Exclude<SentenceTone, "plain" | "acknowledging">;

/** Hashes of features in rising order, and for each a byte per tone, in base64; a weight is its byte times the tone's scale. */
export const storedToneModel = z.object({ hashes: z.string(), weights: z.string(), scales: z.array(z.number()).length(sentenceTones.length), bias: z.array(z.number()).length(sentenceTones.length) });
export type StoredToneModel = z.infer<typeof storedToneModel>;

export type ToneModel = { index: HashIndex; weights: Int8Array; scales: number[]; bias: number[] };

export const readToneModel = ({ hashes, weights, scales, bias }: StoredToneModel): ToneModel => ({ index: indexHashes(toUint32(hashes)), weights: toInt8(weights), scales, bias });

const tones = sentenceTones.length;

/** The score of every tone, in the order of sentenceTones; about -1 for what a sentence shows nothing of, 1 for what it is. */
export function scoreTones({ index, weights, scales, bias }: ToneModel, sentence: string, language: Language): number[] {
  const sums = sentenceTones.map(() => 0);
  for (const [hash, value] of sentenceFeatures(sentence, language)) {
    const row = placeOf(index, hash);
    if (row < 0) continue;
    for (let tone = 0; tone < tones; tone += 1) sums[tone] = (sums[tone] ?? 0) + value * (weights[row * tones + tone] ?? 0);
  }
  return sums.map((sum, tone) => sum * (scales[tone] ?? 0) + (bias[tone] ?? 0));
}

/** The likeliest harm of a sentence, and by how much it beats the likelier of the harmless readings. */
export function likeliestHarm(scores: readonly number[]): { tone: HarmfulTone; lead: number } {
  const at = (tone: SentenceTone): number => scores[sentenceTones.indexOf(tone)] ?? 0;
  const harms = ["blaming", "dismissive", "refusing", "promising"] as const;
  const tone = harms.reduce((best, one) => (at(one) > at(best) ? one : best));
  return { tone, lead: at(tone) - Math.max(at("plain"), at("acknowledging")) };
}
