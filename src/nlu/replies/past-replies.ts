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
  /** Takes out all that was added of a conversation, and answers which templates it had used. */
  forget(conversationId: string): string[];
  /** The wordings of a template that are left. */
  wordingsOf(template: string): { text: string; language: Language }[];
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
  const contexts = createBm25Index(visits);
  const replies = new Map<number, PastPractice>();
  const byConversation = new Map<string, number[]>();
  const byTemplate = new Map<string, number[]>();
  const terms = createTermVectors();
  const tokens = (context: readonly DialogueTurn[], intent: string | null, language: Language): string[] =>
    [...contextFeatures(context).flat(), ...(intent === null ? [] : [`i:${intent}`])].map((token) => `${token}|${language}`);
  const weightOf = (token: string): number => (token.startsWith("i:") ? intentWeight : (partWeights[token[0] ?? ""] ?? 1));
  return {
    size: contexts.size,
    add(past) {
      const id = contexts.add(tokens(past.context, past.intent, past.language));
      terms.learn(tokensOf(past.text));
      replies.set(id, past);
      byConversation.set(past.conversationId, [...(byConversation.get(past.conversationId) ?? []), id]);
      const others = byTemplate.get(past.template);
      if (others) others.push(id);
      else byTemplate.set(past.template, [id]);
    },
    forget(conversationId) {
      const templates = new Set<string>();
      for (const id of byConversation.get(conversationId) ?? []) {
        const past = replies.get(id);
        if (!past) continue;
        contexts.remove(id, tokens(past.context, past.intent, past.language));
        terms.unlearn(tokensOf(past.text));
        replies.delete(id);
        const left = (byTemplate.get(past.template) ?? []).filter((other) => other !== id);
        if (left.length > 0) byTemplate.set(past.template, left);
        else byTemplate.delete(past.template);
        templates.add(past.template);
      }
      byConversation.delete(conversationId);
      return [...templates];
    },
    wordingsOf: (template) => (byTemplate.get(template) ?? []).flatMap((id) => replies.get(id) ?? []),
    like({ context, intent, language, at }, atMost) {
      const recent = context.slice(-turnsRead).map(({ speaker, text }) => ({ speaker, text: safe(text, at) }));
      const asked = tokens(recent, intent, language);
      // What a situation with all the same words would score.
      const most = [...new Set(asked)].reduce((sum, token) => (wholes.has(token[0] ?? "") ? sum : sum + contexts.rarity(token) * weightOf(token)), 0);
      return contexts.search(asked, atMost, weightOf).flatMap(({ id, score }) => {
        const reply = replies.get(id);
        return reply ? [{ template: reply.template, text: reply.text, relevance: Math.min(1, score / Math.max(most, 1e-9)) }] : [];
      });
    },
    conversationsWith: (template) => new Set((byTemplate.get(template) ?? []).slice(-conversationsCounted).map((id) => replies.get(id)?.conversationId)).size,
    alike: (one, other) => likeness(terms.vector(tokensOf(one)), terms.vector(tokensOf(other))),
  };
}

/** As many turns as are kept with a past reply. */
const turnsRead = 6;
/** Where colleagues wrote something thousands of times, how often exactly tells an agent nothing; and counting must not take long. */
const conversationsCounted = 500;

/** What a look may cost: rare words come first, and with a hundred thousand situations those beyond are words that all share. */
const visits = 40_000;
