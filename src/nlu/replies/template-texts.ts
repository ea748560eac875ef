import { createBm25Index } from "./bm25-index.ts";
import { tokensOf, type PastReply } from "./dialogue.ts";
import type { ReplyMemory } from "./reply-memory.ts";
import { likeness, type TermVector } from "./term-vectors.ts";

/** A template a reply may be of, and how alike it is to what was sent under that name, 0 to 1. */
export type LikeTemplate = { name: string; alike: number };

/** Tells which templates a reply looks like, by what was sent under their names. */
export type TemplateTexts = { like(text: string, vector: TermVector): LikeTemplate[] };

const asked = 8;

export function createTemplateTexts(past: readonly PastReply[], memory: ReplyMemory): TemplateTexts {
  const index = createBm25Index();
  const sent: { name: string; vector: TermVector }[] = [];
  const seen = new Set<string>();
  for (const { action, text } of past) {
    if (action === null || seen.has(`${action}\n${text}`)) continue;
    seen.add(`${action}\n${text}`);
    index.add(tokensOf(text));
    sent.push({ name: action, vector: memory.vectorOf(text) });
  }
  return {
    like(text, vector) {
      const best = new Map<string, number>();
      for (const { id } of index.search(tokensOf(text), asked)) {
        const found = sent[id];
        if (found) best.set(found.name, Math.max(best.get(found.name) ?? 0, likeness(found.vector, vector)));
      }
      return [...best].map(([name, alike]) => ({ name, alike }));
    },
  };
}
