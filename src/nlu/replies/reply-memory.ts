import { createBm25Index, type Found } from "./bm25-index.ts";
import { contextFeatures, partWeights, replyFeatures } from "./context-features.ts";
import type { DialogueTurn, PastReply } from "./dialogue.ts";
import { createTermVectors, type TermVector, type TermVectors } from "./term-vectors.ts";

export type Remembered = { text: string; action: string | null; vector: TermVector };

/** Past replies with the contexts they were given in; grows one by one. */
export type ReplyMemory = {
  size(): number;
  add(past: PastReply): number;
  at(id: number): Remembered;
  /** The past replies whose contexts are most like this one, best first. */
  inLikeContexts(context: readonly DialogueTurn[], atMost: number): Found[];
  vectorOf(text: string): TermVector;
  terms: TermVectors;
};

const contextTokens = (context: readonly DialogueTurn[]): string[] => contextFeatures(context).flat();
const replyTerms = (text: string): string[] => (replyFeatures(text)[0] ?? []).slice();

export function createReplyMemory(): ReplyMemory {
  const contexts = createBm25Index();
  const replies: Remembered[] = [];
  const terms = createTermVectors();
  return {
    size: contexts.size,
    terms,
    add({ context, text, action }) {
      const own = replyTerms(text);
      terms.learn(own);
      replies.push({ text, action, vector: terms.vector(own) });
      return contexts.add(contextTokens(context));
    },
    at(id) {
      const found = replies[id];
      if (!found) throw new RangeError(`no reply ${id}`);
      return found;
    },
    inLikeContexts: (context, atMost) => contexts.search(contextTokens(context), atMost, (token) => partWeights[token[0] ?? ""] ?? 1),
    vectorOf: (text) => terms.vector(replyTerms(text)),
  };
}
