import { join } from "node:path";
import type { Language } from "../../src/core/turn.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import { createUnderstand, loadModels } from "../../src/nlu/understand.ts";

/** Sunday 22 November 2026, 11:00 in Madrid. */
export const sunday = Date.parse("2026-11-22T10:00:00Z");

/** Reads texts with the shipped models; one load per test file. */
export async function createReader(): Promise<(text: string, previousLanguage?: Language | null) => Understanding> {
  const understand = createUnderstand(await loadModels(join(__dirname, "../../src/nlu/models")));
  return (text, previousLanguage = null) => understand({ text, previousLanguage, locale: null, readTone: true, at: sunday });
}
