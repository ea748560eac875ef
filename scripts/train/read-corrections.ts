import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { StoredEvent } from "../../src/core/events.ts";
import { maxTextLength, type Language } from "../../src/core/turn.ts";
import { emotions } from "../../src/core/understanding.ts";
import type { Emotion } from "../../src/core/understanding.ts";
import { mask } from "../../src/nlu/mask.ts";
import { wordsOf } from "../../src/nlu/words.ts";
import { correctionKey, parsedJson } from "./taken-corrections.ts";
import type { TakenCorrection } from "./taken-corrections.ts";

/** How a turn was read when it came; null where that is not known. */
export type ReadThen = { intent: string | null; emotion: Emotion | null } | null;
export type Correction = TakenCorrection & { readAs: ReadThen };

type Raw = { conversationId: string; turnId: string; text: string; language: Language; intent: string | null; emotion: Emotion | null; at: number; readAs: ReadThen };

/** Masks the text; null where nothing is left to learn. */
function correctionOf({ conversationId, turnId, text, language, intent, emotion, at, readAs }: Raw): Correction | null {
  const masked = mask(text.slice(0, maxTextLength).normalize("NFC"), at).trim();
  if (wordsOf(masked).length === 0 || (intent === null && emotion === null)) return null;
  return { key: correctionKey(conversationId, turnId, intent, emotion), language, text: masked, intent, emotion, readAs };
}

/**
 * What people corrected in a conversation, from its events; of several corrections of a turn the last. A feeling is not learnt
 * from a customer who did not want the tone to be read.
 */
export function correctionsIn(conversationId: string, events: readonly StoredEvent[]): Correction[] {
  const raw = new Map<string, Raw>();
  const read = new Set<string>();
  const corrected = new Set<string>();
  for (const event of events) {
    if (event.type === "TurnReceived") {
      raw.set(event.turnId, { conversationId, turnId: event.turnId, text: event.text, language: "es", intent: null, emotion: null, at: event.at, readAs: null });
    } else if (event.type === "TurnUnderstood") {
      const turn = raw.get(event.turnId);
      const { language, intents, emotion } = event.understanding;
      if (turn) Object.assign(turn, { language, readAs: { intent: intents[0]?.intent ?? null, emotion: emotion?.emotion ?? null } });
      if (emotion !== null) read.add(event.turnId);
    } else if (event.type === "ReadingCorrected") {
      const turn = raw.get(event.turnId);
      if (!turn) continue;
      turn.intent = event.intent ?? turn.intent;
      turn.emotion = read.has(event.turnId) ? (event.emotion ?? turn.emotion) : null;
      corrected.add(event.turnId);
    }
  }
  return [...raw.values()].filter(({ turnId }) => corrected.has(turnId)).flatMap((turn) => correctionOf(turn) ?? []);
}

const line = z.strictObject({
  conversationId: z.string().min(1), turnId: z.string().min(1), text: z.string(), language: z.enum(["es", "en"]),
  intent: z.string().nullable().default(null), emotion: z.enum(emotions).nullable().default(null),
});

/**
 * Corrections from a file of lines `{conversationId, turnId, text, language, emotion?, intent?}`; of two for one turn the later
 * wins, label by label.
 *
 * @throws Error naming file and line where a line has another shape
 */
export async function correctionsFromFile(file: string): Promise<Correction[]> {
  const turns = new Map<string, Raw>();
  for (const [i, json] of (await readFile(file, "utf8")).split("\n").entries()) {
    if (json.trim() === "") continue;
    const parsed = line.safeParse(parsedJson(json));
    if (!parsed.success) throw new Error(`${file}:${i + 1} is not a correction: ${z.prettifyError(parsed.error)}`);
    const key = JSON.stringify([parsed.data.conversationId, parsed.data.turnId]);
    const earlier = turns.get(key);
    turns.set(key, { ...parsed.data, intent: parsed.data.intent ?? earlier?.intent ?? null, emotion: parsed.data.emotion ?? earlier?.emotion ?? null, at: 0, readAs: null });
  }
  return [...turns.values()].flatMap((turn) => correctionOf(turn) ?? []);
}
