import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { typical } from "../../src/core/emotion.ts";
import { emotions } from "../../src/core/understanding.ts";
import type { Emotion } from "../../src/core/understanding.ts";
import { asksForPerson } from "../../src/nlu/human-request.ts";
import type { IntentExample } from "../../src/nlu/intent-training.ts";
import { clausesOf, wordsOf } from "../../src/nlu/words.ts";
import type { LabelledText } from "./labelled-texts.ts";

const line = z.strictObject({
  /** Digests of the conversation, its turn and the labels: tells what was taken, and lets what is erased be found, and names nobody. */
  key: z.string().regex(/^[0-9a-f]{10}-[0-9a-f]{10}-[0-9a-f]{6}$/),
  language: z.enum(["es", "en"]),
  /** Masked. */
  text: z.string().min(1),
  intent: z.string().nullable(),
  emotion: z.enum(emotions).nullable(),
});
/** A person's correction of how a turn was read, approved to be learnt from. */
export type TakenCorrection = z.infer<typeof line>;

const fileOf = (root: string): string => join(root, "intents/corrections.jsonl");
const digest = (text: string, length: number): string => createHash("sha256").update(text).digest("hex").slice(0, length);

/** The part of a key that all corrections of a conversation share. */
export const conversationDigest = (conversationId: string): string => digest(conversationId, 10);

/** The same correction always has the same key; another label for the same turn has another, with the same beginning. */
export function correctionKey(conversationId: string, turnId: string, intent: string | null, emotion: Emotion | null): string {
  return `${conversationDigest(conversationId)}-${digest(`${conversationId}\n${turnId}`, 10)}-${digest(`${intent ?? ""}\n${emotion ?? ""}`, 6)}`;
}

/**
 * The corrections taken so far, `intents/corrections.jsonl`, in the order taken; of two for one turn the later one.
 *
 * @throws Error naming file and line where a line is not one of ours
 */
export async function readTaken(root: string): Promise<TakenCorrection[]> {
  const text = await readFile(fileOf(root), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const taken: TakenCorrection[] = [];
  for (const [i, json] of text.split("\n").entries()) {
    if (json.trim() === "") continue;
    const parsed = line.safeParse(parsedJson(json));
    if (!parsed.success) throw new Error(`${fileOf(root)}:${i + 1} is not a correction: ${z.prettifyError(parsed.error)}`);
    taken.push(parsed.data);
  }
  return latestOfTurns(taken);
}

/** Of two corrections of one turn the later. */
export function latestOfTurns(corrections: readonly TakenCorrection[]): TakenCorrection[] {
  const latest = new Map<string, TakenCorrection>();
  for (const one of corrections) {
    const turn = one.key.slice(0, one.key.lastIndexOf("-"));
    latest.delete(turn);
    latest.set(turn, one);
  }
  return [...latest.values()];
}

/** Undefined, which no schema takes, where it is not JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes the whole file anew: what was superseded or erased is gone from it. */
export async function writeTaken(root: string, taken: readonly TakenCorrection[]): Promise<void> {
  await writeFile(fileOf(root), taken.map((one) => `${JSON.stringify(one)}\n`).join(""));
}

/** What customers write where a masked text has a bracket: a model must learn from words it will meet. */
const standIns: Record<string, string> = { order: "1043", invoice: "F-2026-1043", postcode: "46001", amount: "12 €", email: "ana@example.com", phone: "600 000 000", name: "Ana" };

/** A masked text as somebody might have written it; what has no common form is left out. */
export const writtenOut = (masked: string): string => masked.replace(/\[([a-z]+)\]/g, (_, kind: string) => standIns[kind] ?? "").trim();

/** Corrected intents as utterances. */
export function correctedUtterances(taken: readonly TakenCorrection[]): IntentExample[] {
  return taken.flatMap(({ text, intent, language }) => (intent === null ? [] : [{ text: writtenOut(text), intent, language }]));
}

/** Corrected emotions as labelled turns; what the person did not say is what is typical of the emotion. */
export function correctedTurns(taken: readonly TakenCorrection[]): LabelledText[] {
  return taken.flatMap(({ key, text: masked, emotion, language }) => {
    if (emotion === null) return [];
    const text = writtenOut(masked);
    const { valence, arousal, dissatisfaction } = typical[emotion];
    return [{
      id: `correction:${key}`, language, kind: "turn" as const, heldOut: false,
      turns: [{ speaker: "customer" as const, text, emotion, valence, arousal, dissatisfied: dissatisfaction >= 0.5, asksForPerson: asksForPerson(clausesOf(text, wordsOf(text))), handover: null }],
    }];
  });
}
