import type { Language } from "../../core/turn.ts";
import { createBm25Index } from "./bm25-index.ts";
import { contextFeatures, partWeights } from "./context-features.ts";
import { lengthKinds } from "./counted.ts";
import { tokensOf, type DialogueTurn } from "./dialogue.ts";
import { slotsOf } from "./safe-text.ts";
import { createToldWordings, type ToldWordings } from "./told-wordings.ts";
import { caseWords, noUsualWords, usualWordsOf, type UsualWords } from "./usual-words.ts";
import { createWordLikeness } from "./word-likeness.ts";

/** A reply of a colleague, masked, with what it answered. */
export type PastPractice = {
  conversationId: string;
  /** Whom it was written to, as a key: the same for the same customer. */
  customer: string;
  template: string; text: string; language: Language; context: readonly DialogueTurn[]; intent: string | null;
};

/** A case like the one asked for. */
export type LikePractice = {
  template: string; text: string; customer: string;
  /** 0 to 1: how much this case has in common with the one asked for. */
  relevance: number;
  /** Whether every word of it was written to more than one customer, with this template. */
  general: boolean;
};

/** What colleagues wrote in which situations; grows one by one. */
export type PastReplies = {
  size(): number;
  add(past: PastPractice): void;
  /** Takes out all that was added of a conversation, and answers which templates it had used. */
  forget(conversationId: string): string[];
  /** The wordings of a template that are left. */
  wordingsOf(template: string): { text: string; language: Language }[];
  /** Replies in this language to situations like this one, best first; none of another wish. */
  like(now: { context: readonly DialogueTurn[]; intent: string | null; language: Language; at: number }, atMost: number): LikePractice[];
  /** Whether a template was written to anybody. */
  has(template: string): boolean;
  /** 0 to 1: how much two texts have in common. */
  alike(one: string, other: string): number;
};

/** In looking cases up the same wish says as much as three rare words. */
const intentWeight = 3;
/** What the same wish is worth by itself. A wish is told in many words, so it need not be said alike: an eighth of the words is enough for `leastRelevance`. */
const worthOfWish = 0.35;

/** Where either wish is unknown, customers in one mood say much alike of different matters: more than half of the words must be shared. */
const unsureOfWish = 0.75;

/** Makes indexes of past replies, empty ones, over what customers usually say. */
export function pastRepliesOver(intents: Parameters<typeof usualWordsOf>[0], safe: (text: string, at: number) => string): () => PastReplies {
  const usual = usualWordsOf(intents);
  return () => createPastReplies(safe, usual);
}

/**
 * @param safe takes out of the customer's words what is masked in past ones, so that like meets like
 * @param usual how customers usually speak, so that cases are not like each other by courtesies
 */
export function createPastReplies(safe: (text: string, at: number) => string, usual: UsualWords = noUsualWords): PastReplies {
  const contexts = createBm25Index(visits);
  const cases = createWordLikeness(usual);
  const replies = new Map<number, PastPractice>();
  const byConversation = new Map<string, number[]>();
  const byTemplate = new Map<string, { ids: number[]; told: ToldWordings }>();
  const wordings = createWordLikeness();
  const tokens = (context: readonly DialogueTurn[], intent: string | null, language: Language): string[] =>
    [...contextFeatures(context).flat(), ...(intent === null ? [] : [`i:${intent}`])].map((token) => `${token}|${language}`);
  const weightOf = (token: string): number => (token.startsWith("i:") ? intentWeight : (partWeights[token[0] ?? ""] ?? 1));
  const textsOf = (ids: readonly number[]): PastPractice[] => ids.flatMap((id) => replies.get(id) ?? []);
  const without = (template: string, id: number): void => {
    const left = (byTemplate.get(template)?.ids ?? []).filter((other) => other !== id);
    const told = createToldWordings();
    for (const { text, customer } of textsOf(left)) told.add(text, customer);
    if (left.length > 0) byTemplate.set(template, { ids: left, told });
    else byTemplate.delete(template);
  };
  return {
    size: contexts.size,
    add(past) {
      const id = contexts.add(tokens(past.context, past.intent, past.language));
      cases.learn(wordsOfCustomer(past.context));
      wordings.learn(tokensOf(past.text));
      replies.set(id, past);
      byConversation.set(past.conversationId, [...(byConversation.get(past.conversationId) ?? []), id]);
      const of = byTemplate.get(past.template) ?? { ids: [], told: createToldWordings() };
      of.ids.push(id);
      of.told.add(past.text, past.customer);
      byTemplate.set(past.template, of);
    },
    forget(conversationId) {
      const templates = new Set<string>();
      for (const id of byConversation.get(conversationId) ?? []) {
        const past = replies.get(id);
        if (!past) continue;
        contexts.remove(id, tokens(past.context, past.intent, past.language));
        cases.unlearn(wordsOfCustomer(past.context));
        wordings.unlearn(tokensOf(past.text));
        replies.delete(id);
        without(past.template, id);
        templates.add(past.template);
      }
      byConversation.delete(conversationId);
      return [...templates];
    },
    wordingsOf: (template) => textsOf(byTemplate.get(template)?.ids ?? []),
    like({ context, intent, language, at }, atMost) {
      const recent = context.slice(-turnsRead).map(({ speaker, text }) => ({ speaker, text: safe(text, at) }));
      const likeThis = cases.to(wordsOfCustomer(recent));
      const lengthsTold = new Set(recent.flatMap(({ speaker, text }) => (speaker === "customer" ? lengthsIn(text) : [])));
      return contexts.search(tokens(recent, intent, language), atMost, weightOf).flatMap(({ id }): LikePractice[] => {
        const reply = replies.get(id);
        // Another wish is another case, and so is an hour where it was days.
        if (!reply || (intent !== null && reply.intent !== null && intent !== reply.intent) || lengthsIn(reply.text).some((one) => !lengthsTold.has(one))) return [];
        const likely = likeThis(wordsOfCustomer(reply.context));
        const relevance = intent !== null && intent === reply.intent ? worthOfWish + (1 - worthOfWish) * likely : unsureOfWish * likely;
        const { template, text, customer } = reply;
        return [{ template, text, customer, relevance, general: byTemplate.get(template)?.told.general(text) === true }];
      }).sort((a, b) => b.relevance - a.relevance);
    },
    has: (template) => byTemplate.has(template),
    alike: (one, other) => wordings.to(tokensOf(one))(tokensOf(other)),
  };
}

/** A case is what its customer says: what agents and the assistant say is alike in all of them. */
const wordsOfCustomer = (context: readonly DialogueTurn[]): string[] => context.flatMap(({ speaker, text }) => (speaker === "customer" ? caseWords(text) : []));

/** Lengths of time a masked text speaks of, by their units. */
const lengthsIn = (text: string): string[] => slotsOf(text).map((slot) => slot.slice(1, -1)).filter((kind) => lengthKinds.has(kind));

/** As many turns as are kept with a past reply. */
const turnsRead = 6;

/** What a look may cost: rare words come first, and with a hundred thousand situations those beyond are words that all share. */
const visits = 40_000;
