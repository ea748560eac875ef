import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { maxTextLength } from "../../src/core/turn.ts";
import type { IntentExample } from "../../src/nlu/intent-training.ts";
import { readLanguage } from "../../src/nlu/language.ts";
import { wordsOf } from "../../src/nlu/words.ts";

/** The files given are not what the command takes; the message says where and what to do. */
export class InputError extends Error {}

// A language we do not speak is read by the text itself, like a missing one.
const language = z.enum(["es", "en"]).optional().catch(undefined);
const text = z.string().transform((value) => value.slice(0, maxTextLength).normalize("NFC"));
const trainLine = z.object({ text, intent: z.string().min(1), lang: language });
const testLine = z.object({ id: z.union([z.string(), z.number()]), text, lang: language });

async function linesOf<T>(file: string, shape: z.ZodType<T>, wanted: string): Promise<T[]> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new InputError(`${file} cannot be read: check the name`, { cause });
  });
  return unpacked(file, bytes).split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = shape.safeParse(json(line));
    if (parsed.success) return [parsed.data];
    const fault = parsed.error.issues[0];
    throw new InputError(`${file}, line ${i + 1}: ${fault && fault.path.length > 0 ? `${fault.path.join(".")}: ${fault.message}` : "not a JSON object"}; each line is ${wanted}`);
  });
}

function unpacked(file: string, bytes: Buffer): string {
  if (!file.endsWith(".gz")) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch (cause) {
    throw new InputError(`${file} is not gzip: unpack it or drop .gz from its name`, { cause });
  }
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

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

/** One JSON object a line; packed where the name ends in .gz. */
export async function writeLines(file: string, lines: readonly object[]): Promise<void> {
  const content = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  await writeFile(file, file.endsWith(".gz") ? gzipSync(content) : content).catch((cause: unknown) => {
    throw new InputError(`${file} cannot be written: check that its folder exists`, { cause });
  });
}
