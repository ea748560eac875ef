import { votedTemplates } from "../core/practice-votes.ts";
import { promises } from "../core/promises.ts";
import { knowledgeOf, type CalmingKnowledge, type Evidence } from "../core/reactions/evidence.ts";
import { practiceWeight, stateKey, type Observation } from "../core/reactions/observation.ts";
import { hasCalmed, learnBaseline, type Followed } from "../core/reactions/persistence.ts";
import type { RememberedReply } from "../core/reactions/remembered-reply.ts";
import { whatFollowed, type WhatFollowed } from "../core/reactions/what-followed.ts";
import type { StoredEvent } from "../core/events.ts";
import type { ConversationState } from "../core/state.ts";
import type { Language } from "../core/turn.ts";
import type { AskKnowledge } from "../core/knowledge.ts";
import { matterClosed } from "../core/matter-closed.ts";
import { fittingReplies, inDanger, leastRelevance, rankOffers, wishesOf, type Offer, type RankedOffer, type ReplyCandidate } from "../core/whisper.ts";
import type { PastReplies } from "../nlu/replies/past-replies.ts";
import type { ReplyTemplates } from "../nlu/replies/templates-of-replies.ts";
import { bestArticle } from "./best-article.ts";
import type { Clock, Log, ReactionStore, SuggestionUse, Texts } from "./ports.ts";

/** One suggestion as the desk shows it. */
export type SuggestionView = {
  id: string; text: string; kind: string; because: string; source: string; evidence: Evidence | null;
  /** Places in the text the agent fills in, as they stand there: "[fecha]". */
  slots: string[];
  /** What this conversation's own data put into it, as it stands there: to be looked at before it is sent. */
  filled: string[];
};

export type Whisper = {
  /** Reads what was remembered since, from the store, and learns from it now and then. */
  refresh(): Promise<void>;
  /** The same, but answers soon even where there is much to read: it goes on meanwhile. */
  refreshBriefly(): Promise<void>;
  /** At most three replies for the person who has the conversation, best first. `language` is the person's. */
  suggest(state: ConversationState, language: Language): SuggestionView[];
  /** Whether this suggestion was shown for this ticket, here or by another process. */
  knows(ticketId: string, suggestionId: string): Promise<boolean>;
  /** Counts what agents did with suggestions. */
  follow(applied: { events: readonly StoredEvent[] }): void;
  /** How often suggestions were shown, sent, edited and dismissed, and what followed people's replies; of all people together. */
  uses(): Promise<Record<SuggestionUse, number> & { followed: WhatFollowed }>;
  /** Conversations and replies known, for ops. */
  size(): { conversations: number; replies: number };
};

export type WhisperParts = {
  store: ReactionStore; candidates: readonly ReplyCandidate[]; ask: AskKnowledge; texts: Texts; clock: Clock; logger: Log;
  /** A new, empty index of past replies, and of templates: made anew when something was erased. */
  makePast(): PastReplies;
  makeTemplates(): ReplyTemplates;
  /** Days after which a reaction counts half; null: never. */
  halfLifeDays: number | null;
};

/** A template is offered once colleagues wrote it to this many customers in cases like this one: what was written to one is about that one. */
const leastCustomers = 2;
/** Replies kept before customers were told apart may all be one customer's. */
const unknownCustomer = "unknown";
/** Learning anew takes a part of a second with a hundred thousand replies; a reaction may wait this long to count. Milliseconds. */
const learnEvery = 30_000;
const day = 86_400_000;
/** What has been written to this customer with this much in common is not suggested again: what differs is a name or a date. */
const alreadySaid = 0.7;
/** Replies taken in before others get their turn: some ten milliseconds' worth. */
const takenAtOnce = 50;
/** A request waits this long for news; the whisper would rather speak of what it knew a moment ago than late. Milliseconds. */
const newsWithin = 100;
/** Lines of the customer an article may answer: what they wrote last, and what a "hello?" after it leaves open. */
const linesAsked = 2;
/** Three to one: a customer's turn mostly asks nothing that an article answers, and what its topic has is offered anyway. */
const answersFrom = 0.75;
const asked = /[?¿]/;
/** Nobody is greeted twice. */
const greets = /^[¡\s]*(?:hola|buen[oa]s (?:d[ií]as|tardes|noches)|hello|hi|good (?:morning|afternoon|evening))(?!\p{L})/iu;
/** Past replies looked at for a turn. */
const casesAsked = 60;
/** An edited suggestion keeps about as much of it; less is a message of the agent's own. */
const builtOn = 0.4;
/** Wordings of a template are near-duplicates: a few tell as much as all. */
const wordingsCompared = 5;
/** Tickets whose shown suggestions are known, so that looking twice is counted once. */
const shownKept = 2_000;

/** What the whisper knows, held in this process and followed from the store. */
type Known = { past: PastReplies; templates: ReplyTemplates; conversations: Map<string, { replies: RememberedReply[]; template: Map<string, string> }> };

export function createWhisper({ store, candidates, ask, texts, clock, logger, makePast, makeTemplates, halfLifeDays }: WhisperParts): Whisper {
  const empty = (): Known => {
    const templates = makeTemplates();
    // The house's own replies keep their names when colleagues send them as they are.
    for (const { id, text } of candidates) for (const language of ["es", "en"] as const) templates.of(text[language], language, id);
    return { past: makePast(), templates, conversations: new Map() };
  };
  let known = empty();
  let mark: string | null = null;
  let calming: CalmingKnowledge = knowledgeOf([]);
  let followedBy: WhatFollowed = whatFollowed([], learnBaseline([]));
  let learnedAt = -Infinity;
  let changed = true;
  let refreshing: Promise<void> | null = null;
  const shown = new Map<string, Set<string>>();

  /** Whether a reply has the words of the suggestion the desk said it was; one kept before that was said is believed. */
  const isOf = (suggestion: string | null | undefined, template: string, reply: RememberedReply): boolean => {
    if (suggestion === undefined || suggestion === template) return true;
    const house = candidates.find(({ id }) => id === suggestion);
    const wordings = house ? [house.text[reply.language]] : known.past.wordingsOf(suggestion ?? "").map(({ text }) => text);
    return [...new Set(wordings)].slice(0, wordingsCompared).some((text) => known.past.alike(text, reply.text) >= builtOn);
  };

  const take = (conversationId: string, replies: RememberedReply[]): void => {
    const entry = known.conversations.get(conversationId) ?? { replies: [], template: new Map<string, string>() };
    for (const reply of replies) {
      if (entry.template.has(reply.replyId)) continue;
      const template = reply.known ?? known.templates.of(reply.text, reply.language);
      entry.template.set(reply.replyId, template);
      if (reply.by === "person" && reply.text !== "") known.past.add({ conversationId, customer: reply.customer === undefined ? unknownCustomer : (reply.customer ?? `of ${conversationId}`), template, text: reply.text, language: reply.language, context: reply.context, intent: reply.intent });
    }
    known.conversations.set(conversationId, { ...entry, replies });
  };

  /** Nothing of an erased conversation may stay in an index; templates that others wrote as well keep their names. */
  const forget = (conversationId: string): void => {
    known.conversations.delete(conversationId);
    for (const template of known.past.forget(conversationId)) {
      const house = candidates.find(({ id }) => id === template);
      known.templates.forget(template);
      for (const language of ["es", "en"] as const) if (house) known.templates.of(house.text[language], language, template);
      for (const { text, language } of known.past.wordingsOf(template)) known.templates.of(text, language, template);
    }
  };

  const learn = (): void => {
    const now = clock.now();
    const reactions = [...known.conversations.values()].flatMap(({ replies, template }) => replies.flatMap((reply) => {
      const followed = followedOf(reply);
      const of = template.get(reply.replyId) ?? "";
      return followed ? [{ reply: reply.suggested !== null && !isOf(reply.suggestion, of, reply) ? { ...reply, suggested: null } : reply, followed, template: of }] : [];
    }));
    const baseline = learnBaseline(reactions.map(({ followed }) => followed));
    followedBy = whatFollowed(reactions, baseline);
    calming = knowledgeOf(reactions.map(({ reply, followed, template }): Observation => ({
      state: stateKey(reply), template, author: reply.author, calmed: hasCalmed(baseline, followed),
      weight: practiceWeight((now - reply.at) / day, halfLifeDays),
    })));
    learnedAt = now;
    changed = false;
  };

  const readOn = async (): Promise<void> => {
    const news = await store.changes(mark);
    mark = news.mark;
    if (news.whole) known = empty();
    let taken = 0;
    for (const { conversationId, replies } of news.changed) {
      if (replies === null) forget(conversationId);
      else take(conversationId, replies);
      taken += replies?.length ?? 0;
      // Customers are served in between, however much there is to read.
      if (taken >= takenAtOnce) {
        taken = 0;
        await new Promise(setImmediate);
      }
    }
    const forgotten = news.changed.some(({ replies }) => replies === null);
    changed ||= news.whole || news.changed.length > 0;
    if (changed && (forgotten || news.whole || clock.now() - learnedAt >= learnEvery)) learn();
  };

  const practice = (state: ConversationState, language: Language): Offer[] => {
    const context = state.story.filter(({ who }) => who !== "system").map(({ who, text }) => ({ speaker: who === "customer" ? ("customer" as const) : ("agent" as const), text }));
    const said = state.story.filter(({ who }) => who === "person").map(({ text }) => text);
    const intent = wishesOf(state)[0] ?? null;
    const cases = known.past.like({ context, intent, language, at: clock.now() }, casesAsked).filter(({ relevance }) => relevance >= leastRelevance);
    return votedTemplates(cases).flatMap(({ template: id, cases: found, relevance }): Offer[] => {
      const customers = new Set(found.map(({ customer }) => customer)).size;
      const best = found.find(({ general }) => general);
      if (!best || customers < leastCustomers || (said.length > 0 && greets.test(best.text)) || said.some((text) => known.past.alike(text, best.text) >= alreadySaid) || promises(best.text, language) || candidates.some((candidate) => candidate.id === id)) return [];
      // The cases are like enough; that others answered more of them puts it behind, not away.
      return [{ id, kind: "practice", source: "practice", text: best.text, relevance: Math.max(leastRelevance, relevance), intent, emotion: null, customers }];
    });
  };

  /**
   * The article that clearly answers what the customer wrote last; one that is as likely as another answers nothing in particular. What is told and not asked is
   * of its topic's plain case where that is found too: "two days late and nobody tells me anything" has words of who was not at home.
   */
  const answering = (state: ConversationState, language: Language): string | null => {
    const lines = state.story.filter(({ who }) => who === "customer").slice(-linesAsked).reverse();
    const [topic] = wishesOf(state);
    for (const { text } of lines) {
      const clear = bestArticle(ask, text, language);
      if (clear === null || clear.score < answersFrom) continue;
      const answers = ask(text, language);
      const found = candidates.filter(({ kind, title }) => kind === "knowledge" && answers.some(({ source }) => source === title?.[language]));
      const plain = asked.test(text) ? undefined : found.find(({ unasked }) => topic !== undefined && unasked?.includes(topic));
      return (plain ?? found.find(({ title }) => title?.[language] === clear.source))?.id ?? null;
    }
    return null;
  };

  const refresh = (): Promise<void> =>
    (refreshing ??= readOn().catch((error: unknown) => logger.error({ err: error }, "what the whisper knows could not be read on")).finally(() => { refreshing = null; }));

  return {
    refresh,
    refreshBriefly: () => Promise.race([refresh(), new Promise<void>((resolve) => { setTimeout(resolve, newsWithin).unref(); })]),
    suggest(state, language) {
      const spoken = state.language ?? language;
      // What colleagues wrote was written to open matters, and for no danger.
      const practised = matterClosed(state, spoken) || inDanger(state) ? [] : practice(state, spoken);
      const offers = [...fittingReplies(state, candidates, spoken, answering(state, spoken)), ...practised].filter(({ relevance }) => relevance >= leastRelevance);
      const ranked = rankOffers(state, spoken, offers, calming, (one, other) => known.past.alike(one, other));
      countShown(state, ranked);
      return ranked.map((offer) => viewOf(offer, state, spoken, language));
    },
    knows: async (ticketId, suggestionId) => shown.get(ticketId)?.has(suggestionId) === true || store.wasShown(ticketId, suggestionId),
    follow({ events }) {
      for (const event of events) {
        if (event.type === "SuggestionAnswered") store.count(event.suggestionId, event.response).catch((error: unknown) => logger.error({ err: error }, "an answered suggestion was not counted"));
      }
    },
    async uses() {
      await refresh();
      const counts = Object.values(await store.counts());
      const sum = (what: SuggestionUse): number => counts.reduce((total, one) => total + (one[what] ?? 0), 0);
      return { shown: sum("shown"), sent: sum("sent"), edited: sum("edited"), dismissed: sum("dismissed"), followed: followedBy };
    },
    size: () => ({ conversations: known.conversations.size, replies: known.past.size() }),
  };

  function countShown({ ticket }: ConversationState, ranked: readonly RankedOffer[]): void {
    if (!ticket) return;
    const before = shown.get(ticket.ticketId) ?? new Set<string>();
    const fresh = ranked.flatMap(({ id }) => (before.has(id) ? [] : [id]));
    for (const id of fresh) before.add(id);
    if (fresh.length > 0) store.show(ticket.ticketId, fresh).catch((error: unknown) => logger.error({ err: error }, "shown suggestions were not counted"));
    shown.delete(ticket.ticketId);
    shown.set(ticket.ticketId, before);
    const [oldest] = shown.keys();
    if (shown.size > shownKept && oldest !== undefined) shown.delete(oldest);
  }

  function viewOf({ id, kind, source, text, intent, emotion, customers, evidence }: RankedOffer, state: ConversationState, spoken: Language, language: Language): SuggestionView {
    const say = (key: string, values: Record<string, string | number> = {}): string => texts.text(key, values, language);
    const values = { ...(intent ? { title: say(`${intent}.title`) } : {}), ...(emotion ? { emotion: say(`emotion.${emotion}`) } : {}) };
    const because = customers === null ? say(kind === "safety" ? "because.safety" : intent && emotion ? "because.both" : intent ? "because.intent" : "because.emotion", values) : say("because.practice", { n: customers });
    const made = customers === null ? { text, filled: [] } : fillSlots(text, state, (kind) => (texts.has(`slot.${kind}`) ? texts.text(`slot.${kind}`, {}, spoken) : null));
    return { id, ...made, kind, because, source: customers === null ? (candidates.find((one) => one.id === id)?.title?.[language] ?? source) : say("source.practice"), evidence, slots: slotsIn(made.text) };
  }
}

/** What followed a reply, or null while the customer has not answered. */
function followedOf({ emotion, language, before, after }: RememberedReply): Followed | null {
  return after.length === 0 ? null : { emotion, language, before, after: after.reduce((sum, valence) => sum + valence, 0) / after.length };
}

const slot = /\[([a-z]+)\]/g;
const slotsIn = (text: string): string[] => text.match(/\[[^\][]+\]/g) ?? [];

/**
 * Slots a conversation's own data fill, the rest named in the customer's language for the agent to fill in. Only who is written to, who writes and their order are
 * known to be meant; another's name, dates and amounts are never filled from elsewhere.
 */
function fillSlots(text: string, { customer, learned, ticket }: ConversationState, name: (kind: string) => string | null): { text: string; filled: string[] } {
  const { number } = learned;
  const data: Record<string, string | undefined> = { customer: customer.name ?? undefined, agent: ticket?.agent?.name, order: typeof number === "string" ? number : undefined };
  const filled = new Set<string>();
  const made = text.replaceAll(slot, (written, kind: string) => {
    const known = data[kind];
    // What else stands in brackets a colleague wrote so.
    if (known === undefined) return `[${name(kind) ?? written.slice(1, -1)}]`;
    filled.add(known);
    return known;
  });
  return { text: made, filled: [...filled] };
}
