import { readFile } from "node:fs/promises";
import { z } from "zod";
import { emotions } from "../../core/understanding.ts";
import { toInt8 } from "../linear/bytes.ts";
import type { EmotionFeatures } from "./features.ts";

/** What the model scores besides the eight emotions, in the order of its columns. */
export const judgements = ["dissatisfied", "person", "handover", "valence", "arousal"] as const;
export type Judgement = (typeof judgements)[number];
export const columns = emotions.length + judgements.length;

const calibration = z.object({ sharpness: z.number(), bias: z.number() });
const storedModel = z.object({
  version: z.string(),
  /** Bytes in base64, feature by feature, one a column; times the column's scale they are the weights. */
  weights: z.string(),
  scales: z.array(z.number()).length(columns),
  bias: z.array(z.number()).length(columns),
  /** Makes the probability of the best emotion the frequency with which it is right, per language. */
  confidence: z.object({ es: calibration, en: calibration }),
});
export type StoredEmotionModel = z.infer<typeof storedModel>;
export type EmotionModel = Omit<StoredEmotionModel, "weights"> & { weights: Int8Array };

/**
 * Loads the emotion model.
 *
 * @throws Error naming the remedy when the file is missing or not one of ours
 */
export async function loadEmotionModel(file: string): Promise<EmotionModel> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: restore it from the repository`, { cause });
  });
  const stored = storedModel.safeParse(JSON.parse(text));
  if (!stored.success) throw new Error(`${file} is not an emotion model of this version: restore it from the repository`, { cause: stored.error });
  return { ...stored.data, weights: toInt8(stored.data.weights) };
}

/** Scores of all columns: the emotions' and the yes-or-no judgements' are log-odds, valence and arousal are in their units. */
export function scoresOf(model: EmotionModel, { ids, values }: EmotionFeatures): Float64Array {
  const sums = new Float64Array(columns);
  for (let i = 0; i < ids.length; i += 1) {
    const row = (ids[i] ?? 0) * columns;
    const value = values[i] ?? 0;
    for (let column = 0; column < columns; column += 1) sums[column] = (sums[column] ?? 0) + value * (model.weights[row + column] ?? 0);
  }
  return sums.map((sum, column) => sum * (model.scales[column] ?? 0) + (model.bias[column] ?? 0));
}

/** How much each piece of the text speaks for a column, against the mean of the emotions; in log-odds, by the number of the piece. */
export function contributions(model: EmotionModel, { ids, values, pieceOf, pieces }: EmotionFeatures, column: number): Float64Array {
  const sums = new Float64Array(pieces.length);
  for (let i = 0; i < ids.length; i += 1) {
    const piece = pieceOf[i] ?? -1;
    if (piece < 0) continue;
    const row = (ids[i] ?? 0) * columns;
    let mean = 0;
    for (let other = 0; other < emotions.length; other += 1) mean += ((model.weights[row + other] ?? 0) * (model.scales[other] ?? 0)) / emotions.length;
    sums[piece] = (sums[piece] ?? 0) + (values[i] ?? 0) * ((model.weights[row + column] ?? 0) * (model.scales[column] ?? 0) - mean);
  }
  return sums;
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

/** Probabilities of the eight emotions, in their order. */
export function chancesOf(scores: Float64Array, sharpness: number): number[] {
  const emotional = Array.from(scores.subarray(0, emotions.length));
  const top = Math.max(...emotional);
  const powers = emotional.map((score) => Math.exp((score - top) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
