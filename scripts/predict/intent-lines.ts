import { z } from "zod";
import { maxTextLength } from "../../src/core/turn.ts";
import type { IntentExample } from "../../src/nlu/intent-training.ts";
import { readLanguage } from "../../src/nlu/language.ts";
import { wordsOf } from "../../src/nlu/words.ts";
import { InputError, linesOf } from "./json-lines.ts";

// A language we do not speak is read by the text itself, like a missing one.
const language = z.enum(["es", "en"]).optional().catch(undefined);
const text = z.string().transform((value) => value.slice(0, maxTextLength).normalize("NFC"));
const trainLine = z.object({ text, intent: z.string().min(1), lang: language });
const testLine = z.object({ id: z.union([z.string(), z.number()]), text, lang: language });

/** Training lines in file order. */
export async function readTrainLines(file: string): Promise<IntentExample[]> {
  const lines = await linesOf(file, trainLine, '{"text": "...", "intent": "...", "lang"?: "es" or "en"}');
  if (new Set(lines.map(({ intent }) => intent).filter((intent) => intent !== "oos")).size < 2) {
    throw new InputError(`${file} has fewer than two intents in scope: a classifier needs at least two`);
  }
  return lines.map(({ text: said, intent, lang }) => ({ text: said, intent, language: lang ?? readLanguage(said, wordsOf(said), null, null).language }));
}

export type TestLine = z.infer<typeof testLine>;

/** Test lines in file order. */
export const readTestLines = (file: string): Promise<TestLine[]> => linesOf(file, testLine, '{"id": "...", "text": "...", "lang"?: "es" or "en"}');
