import { readFile } from "node:fs/promises";
import { z } from "zod";
import { emotions } from "../../core/understanding.ts";
import type { Emotion } from "../../core/understanding.ts";
import { toInt8 } from "../linear/bytes.ts";
import type { WordVectors } from "../word-vectors.ts";
import { readMargins, storedMargins } from "./margins.ts";
import type { Margins } from "./margins.ts";

/** What the model scores besides emotions. `service`: the text is a customer's, not a post to the world. */
export const judgements = ["service", "dissatisfied", "handover", "valence", "arousal"] as const;
export type Judgement = (typeof judgements)[number];

/**
 * Two worlds, each with its own eight columns: what customers write, and what anybody posts. The same words are felt and counted differently in them
 * (a question to a shop is plain, a question on a forum is curious), and `service` says how much of each applies.
 */
export const worlds = ["service", "general"] as const;
export type World = (typeof worlds)[number];
export const firstOf: Record<World, number> = { service: 0, general: emotions.length };
export const columnOf = (judgement: Judgement): number => worlds.length * emotions.length + judgements.indexOf(judgement);
export const columns = worlds.length * emotions.length + judgements.length;

/** `most` is how often the surest tenth is right at least, with 97.5 % certainty: nothing is surer than what was measured. */
const calibration = z.object({ sharpness: z.number(), bias: z.number(), most: z.number() });
const storedModel = z.object({
  version: z.string(),
  /** Bytes in base64, feature by feature, one a column; times the column's scale they are the weights. */
  weights: z.string(),
  scales: z.array(z.number()).length(columns),
  bias: z.array(z.number()).length(columns),
  /** What is added to the log-odds of the posts' emotions, per language: how often people use each in posts. */
  rates: z.object({ es: z.array(z.number()).length(emotions.length), en: z.array(z.number()).length(emotions.length) }),
  /** Makes the probability of the best emotion the frequency with which it is right, per language. */
  confidence: z.object({ es: calibration, en: calibration }),
  margins: storedMargins,
  /** Makes a chance of asking for a person of the second opinion's margin and what the patterns find. */
  person: z.object({ weights: z.array(z.number()).length(2), bias: z.number() }),
});
export type StoredEmotionModel = z.infer<typeof storedModel>;
/** `rows`: what a word with its letters adds to all columns, for words met before. */
export type EmotionModel = Omit<StoredEmotionModel, "weights" | "margins"> & { weights: Int8Array; margins: Margins; rows: Map<string, WordRow> };

/** What one word adds to every column, in the bytes' units and before the text is brought to length one, and to the square of that length. */
export type WordRow = { sums: Float32Array; squares: number };

/**
 * Loads the emotion model.
 *
 * @throws Error naming the remedy when the file is missing or not one of ours
 */
export async function loadEmotionModel(file: string, vectors: WordVectors): Promise<EmotionModel> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: restore it from the repository`, { cause });
  });
  const stored = storedModel.safeParse(JSON.parse(text));
  if (!stored.success) throw new Error(`${file} is not an emotion model of this version: restore it from the repository`, { cause: stored.error });
  return readEmotionModel(stored.data, vectors);
}

export const readEmotionModel = (stored: StoredEmotionModel, vectors: WordVectors): EmotionModel =>
  ({ ...stored, weights: toInt8(stored.weights), margins: readMargins(stored.margins, vectors), rows: new Map() });

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

/** 0 to 1: how likely the text is a customer's. */
export const serviceShare = (scores: Float64Array): number => sigmoid(scores[columnOf("service")] ?? 0);

/** Log-odds that all of the lexicons' words add to their emotion; between 1 and 2 every set reads a little better than without, and plain short lines much better. */
const lexiconSays = 1.5;
/** What it adds where the turn is nothing else ("still waiting"): there the lexicons were written for just that. */
const lexiconAlone = 3;

/** The lexicons were written for customers: in posts their words count this much of it. */
const lexiconInPosts = 0.2;

/**
 * Probabilities of the eight emotions, in their order: those of both worlds, mixed by how much of each applies, and moved by the second opinion
 * and by what the lexicons found.
 *
 * @param rates of the text's language
 * @param margins of the second opinion; a margin counts as log-odds, in customers' texts only
 * @param lexical the lexicons' weights per emotion, and how much of the turn their words are
 */
export function chancesOf(scores: Float64Array, rates: readonly number[], margins: Float64Array, { votes, covered }: { votes: readonly number[]; covered: number }): number[] {
  const share = serviceShare(scores);
  const says = (lexiconSays + lexiconAlone * covered) * (share + (1 - share) * lexiconInPosts);
  const service = softmax(scores, firstOf.service);
  const general = softmax(scores, firstOf.general, rates);
  const found = votes.reduce((sum, vote) => sum + vote, 0);
  const chances: number[] = [];
  let sum = 0;
  for (let i = 0; i < emotions.length; i += 1) {
    const mixed = share * (service[i] ?? 0) + (1 - share) * (general[i] ?? 0);
    const moved = mixed * Math.exp(share * (margins[i] ?? 0) + (says * (votes[i] ?? 0)) / (found + 0.2));
    chances.push(moved);
    sum += moved;
  }
  return chances.map((chance) => chance / sum);
}

export const polarity: Record<Emotion, -1 | 0 | 1> = { neutral: 0, satisfied: 1, excited: 1, confused: 0, anxious: -1, sad: -1, frustrated: -1, angry: -1 };

/**
 * The place of the emotion that a text is given: its own chance times that of its side. Four emotions share what is unpleasant and two what is not, and by
 * their own chances alone a complaint that could be any of the four would read as neutral.
 */
export function chosenOf(chances: readonly number[]): number {
  const ofSide = [0, 0, 0];
  for (let i = 0; i < emotions.length; i += 1) ofSide[sides[i] ?? 0] = (ofSide[sides[i] ?? 0] ?? 0) + (chances[i] ?? 0);
  let chosen = 0;
  let most = -1;
  for (let i = 0; i < emotions.length; i += 1) {
    const counts = (chances[i] ?? 0) * (ofSide[sides[i] ?? 0] ?? 0);
    if (counts > most) [chosen, most] = [i, counts];
  }
  return chosen;
}

/** Of each emotion in their order: 0 unpleasant, 1 neither, 2 pleasant. */
const sides = emotions.map((emotion) => polarity[emotion] + 1);

function softmax(scores: Float64Array, from: number, rates: readonly number[] = []): number[] {
  const powers: number[] = [];
  let top = -Infinity;
  for (let i = 0; i < emotions.length; i += 1) top = Math.max(top, (scores[from + i] ?? 0) + (rates[i] ?? 0));
  let sum = 0;
  for (let i = 0; i < emotions.length; i += 1) {
    const power = Math.exp((scores[from + i] ?? 0) + (rates[i] ?? 0) - top);
    powers.push(power);
    sum += power;
  }
  return powers.map((power) => power / sum);
}
