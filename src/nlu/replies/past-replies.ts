import type { Language } from "../../core/turn.ts";
import { createBm25Index } from "./bm25-index.ts";
import { contextFeatures, partWeights } from "./context-features.ts";
import { tokensOf, type DialogueTurn } from "./dialogue.ts";
import { createTermVectors, likeness } from "./term-vectors.ts";

/** A reply of a colleague, masked, with what it answered. */
export type PastPractice = { conversationId: string; template: string; text: string; language: Language; context: readonly DialogueTurn[]; intent: string | null };

export type LikePractice = { template: string; text: string; /** 0 to 1 */ relevance: number };

/** What colleagues wrote in which situations; grows one by one. */
export type PastReplies = {
  size(): number;
  add(past: PastPractice): void;
  /** Replies in this language whose situations are most like this one, best first. */
  like(now: { context: readonly DialogueTurn[]; intent: string | null; language: Language; at: number }, atMost: number): LikePractice[];
  /** In how many conversations a template was used. */
  conversationsWith(template: string): number;
  /** 0 to 1: how much two texts have in common. */
  alike(one: string, other: string): number;
};

/** The same wish says as much as three rare words. */
const intentWeight = 3;
/** Tokens of the whole of a turn: matching them is a bonus, lacking them no fault. */
const wholes: ReadonlySet<string> = new Set(["A", "B"]);

/** @param safe takes out of the customer's words what is masked in past ones, so that like meets like */
export function createPastReplies(safe: (text: string, at: number) => string): PastReplies {
  const contexts = createBm25Index();
  const replies: { template: string; text: string }[] = [];
  const conversations = new Map<string, Set<string>>();
  const terms = createTermVectors();
  const tokens = (context: readonly DialogueTurn[], intent: string | null, language: Language): string[] =>
    [...contextFeatures(context).flat(), ...(intent === null ? [] : [`i:${intent}`])].map((token) => `${token}|${language}`);
  const weightOf = (token: string): number => (token.startsWith("i:") ? intentWeight : (partWeights[token[0] ?? ""] ?? 1));
  return {
    size: contexts.size,
    add({ conversationId, template, text, language, context, intent }) {
      contexts.add(tokens(context, intent, language));
      terms.learn(tokensOf(text));
      replies.push({ template, text });
      conversations.set(template, (conversations.get(template) ?? new Set()).add(conversationId));
    },
    like({ context, intent, language, at }, atMost) {
      const recent = context.slice(-turnsRead).map(({ speaker, text }) => ({ speaker, text: safe(text, at) }));
      const asked = tokens(recent, intent, language);
      // What a situation with all the same words would score.
      const most = [...new Set(asked)].reduce((sum, token) => (wholes.has(token[0] ?? "") ? sum : sum + contexts.rarity(token) * weightOf(token)), 0);
      return contexts.search(asked, atMost, weightOf).flatMap(({ id, score }) => {
        const reply = replies[id];
        return reply ? [{ ...reply, relevance: Math.min(1, score / Math.max(most, 1e-9)) }] : [];
      });
    },
    conversationsWith: (template) => conversations.get(template)?.size ?? 0,
    alike: (one, other) => likeness(terms.vector(tokensOf(one)), terms.vector(tokensOf(other))),
  };
}

/** As many turns as are kept with a past reply. */
const turnsRead = 6;
