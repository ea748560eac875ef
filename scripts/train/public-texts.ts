import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { emotions } from "../../src/core/understanding.ts";
import type { Emotion } from "../../src/core/understanding.ts";

const row = z.object({
  text: z.string(),
  lang: z.enum(["es", "en"]),
  labels: z.object({
    sentiment: z.enum(["neg", "neu", "pos"]).optional(),
    emotion6: z.enum(["positive", "neutral", "confused", "anxious", "sad", "angry"]).optional(),
    emotion8: z.enum(emotions).optional(),
    handoff: z.union([z.literal(0), z.literal(1)]).optional(),
  }),
});
export type PublicText = z.infer<typeof row>;

/**
 * Sets whose licences let weights learnt from them be shipped, and how much one of their texts counts. GoEmotions is large and Reddit; the small
 * sets of tweets are nearer to how customers write, and the only Spanish with neutral texts.
 */
export const trainedOn: Record<string, number> = { goemotions_en: 1, brighter_es: 2, brighter_en: 1, umsab_es: 4, umsab_en: 4, xed_es: 2, nlupp_en: 1 };

/** What an error about one of their texts counts where the posts' emotions are trained for good. */
export const pricedAt: Record<string, number> = { goemotions_en: 1, brighter_es: 1, brighter_en: 0.3, umsab_es: 2, umsab_en: 1, xed_es: 1 };

/**
 * Reads one of the public sets.
 *
 * @param split "train" or "dev"
 * @throws Error when the file is missing or a line has another shape
 */
export async function readPublicTexts(dataDir: string, set: string, split: "train" | "dev"): Promise<PublicText[]> {
  const file = join(dataDir, "emotion", `${set}.${split}.jsonl.gz`);
  const lines = gunzipSync(await readFile(file)).toString("utf8").trim().split("\n");
  return lines.map((line, i) => {
    const parsed = row.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${i + 1} is not a labelled text: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}

const allowedBySentiment: Record<NonNullable<PublicText["labels"]["sentiment"]>, Emotion[]> = {
  pos: ["satisfied", "excited"], neu: ["neutral", "confused"], neg: ["anxious", "sad", "frustrated", "angry"],
};
const allowedBySix: Record<NonNullable<PublicText["labels"]["emotion6"]>, Emotion[]> = {
  positive: ["satisfied", "excited"], neutral: ["neutral"], confused: ["confused"], anxious: ["anxious"], sad: ["sad"], angry: ["frustrated", "angry"],
};

/** All emotions that a text's labels allow, by the finest label it has; empty where they say nothing clear. */
export function allowedEmotions({ emotion8, emotion6, sentiment }: PublicText["labels"]): Emotion[] {
  if (emotion8) return [emotion8];
  if (emotion6) return allowedBySix[emotion6];
  return sentiment ? allowedBySentiment[sentiment] : [];
}
