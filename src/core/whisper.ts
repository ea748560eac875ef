import type { CalmingKnowledge, Evidence } from "./reactions/evidence.ts";
import { stateKey } from "./reactions/observation.ts";
import type { Emotion, Understanding } from "./understanding.ts";
import type { ConversationState } from "./state.ts";
import { matterClosed } from "./matter-closed.ts";
import type { Language } from "./turn.ts";

/** A reply or article the whisper may offer, with what it fits. */
export type ReplyCandidate = {
  id: string; kind: string; source: string; intents: string[]; emotions: Emotion[]; text: Record<Language, string>;
  /** Of an article: told to the agent, in the agent's language, as its source. */
  title?: Record<Language, string>;
  /** Of an article: the topics whose plain case it tells of. Elsewhere it is offered only where it answers what the customer wrote. */
  unasked?: readonly string[];
  /** It speaks of something that only some customers tell: beginnings of words, one of which must stand in what the customer wrote. Absent: of nothing such. */
  said?: Record<Language, string[]> | undefined;
};

/** What fits now, in the customer's language, before it is ranked. */
export type Offer = {
  /** Its name for the desk, and the template its reactions are counted under. */
  id: string;
  kind: string;
  source: string;
  text: string;
  /** 0 to 1: how well it fits what the customer wants and how the conversation went. */
  relevance: number;
  intent: string | null;
  emotion: Emotion | null;
  /** Customers to whom colleagues wrote it in cases like this one; null for what the house wrote. */
  customers: number | null;
};

export type RankedOffer = Offer & { evidence: Evidence | null };

/** An agent reads three at a glance. */
const offeredAtMost = 3;
/** What the customer wants counts more than how they feel, and what was said last more than what was said before. */
const weights = { latestIntent: 2, earlierIntent: 1, emotion: 1.5 };
/** A canned reply that fits by an earlier wish alone is not offered; the most it can reach is a wish and the feeling. */
const leastScore = 1.5;
const mostScore = weights.latestIntent + weights.emotion;
/**
 * Below this nothing is offered at all: a colleague's words from an unlike situation read as a slip. The same place on the scale as `leastScore`; for past
 * replies it was seen that contexts share little but courtesies below it.
 */
export const leastRelevance = leastScore / mostScore;
/** What fitting entirely is worth against fitting barely, in customers calmed: a tenth more. Wordings differ by about as much in the whole range that was ever measured. */
const worthOfRelevance = 0.1;
/** Two offers with this much in common are one to a reader. */
const tooAlike = 0.6;

/** Who asks for a person or says hello still wants what they wanted before. */
export const noTopic: ReadonlySet<string> = new Set(["talk-to-person", "greeting", "thanks", "goodbye"]);

/** More likely than not is said. */
const saidFrom = 0.5;

/** Said of any matter: where one is named as well, that is what it is about. */
const complaint = "complaint";

/**
 * What a turn is about, where that is sure: who asks for a person and says what for wants that, and the wish itself is in the decision. Who only tells how
 * they feel wants what they wanted before; the matter their words look like is that of others who felt so.
 */
export function topicOf({ intents, intentSure, onlyFeeling, wantsHuman }: Pick<Understanding, "intents" | "intentSure"> & Partial<Pick<Understanding, "onlyFeeling" | "wantsHuman">>): string | null {
  if (!intentSure) return null;
  if (onlyFeeling === true) return wantsHuman === true && intents[0] !== undefined && noTopic.has(intents[0].intent) ? intents[0].intent : null;
  const said = intents.filter(({ intent, confidence }) => !noTopic.has(intent) && confidence >= saidFrom);
  return (said.find(({ intent }) => intent !== complaint) ?? said[0] ?? intents[0])?.intent ?? null;
}

/** What the customer wants, the latest wish first, each once. */
export const wishesOf = ({ turns }: ConversationState): string[] => [...new Set(turns.flatMap(({ intent }) => (intent === null || noTopic.has(intent) ? [] : [intent])).reverse())];

/** What a list of intents says a customer wants: the topics; where there is none, the wish for a person, if that was told. Courtesies are no wish. */
export function topicsAmong(intents: readonly string[]): string[] {
  const topics = [...new Set(intents)].filter((intent) => !noTopic.has(intent));
  return topics.length === 0 && intents.includes("talk-to-person") ? ["talk-to-person"] : topics;
}

const side = (emotion: Emotion): -1 | 0 | 1 => (emotion === "neutral" ? 0 : emotion === "satisfied" || emotion === "excited" ? 1 : -1);

/** Whether a reply was written for customers who feel the opposite. A reply for calm customers hurts nobody; an article is as true in any mood. */
const forOtherMood = ({ kind, emotions }: ReplyCandidate, feeling: Emotion): boolean =>
  kind !== "knowledge" && side(feeling) !== 0 && emotions.length > 0 && emotions.every((one) => side(one) === -side(feeling));

const plain = (text: string): string => ` ${(text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? []).join(" ")}`;

/** A danger comes before any topic: what was written for a topic is not said beside it. */
export const inDanger = ({ ticket }: ConversationState): boolean => ticket?.reason.rule === "safety";

/**
 * Canned replies and articles that fit what the customer wants and how they feel. What was written for a topic is for nobody who feels the same about another;
 * what was written for no topic fits by the feeling. A closing one fits once a person has answered, and once the customer has closed the matter nothing else
 * does. Of the articles of a topic the one that answers what was written fits entirely, else the one that tells of its plain case.
 *
 * @param answering id of the article that clearly answers what the customer wrote last; null for none
 */
export function fittingReplies(state: ConversationState, candidates: readonly ReplyCandidate[], language: Language, answering: string | null = null): Offer[] {
  const intents = wishesOf(state);
  const now = state.emotion.emotion;
  const answered = state.story.some(({ who }) => who === "person");
  const closed = matterClosed(state, language);
  const danger = inDanger(state);
  const told = plain(state.story.flatMap(({ who, text }) => (who === "customer" ? [text] : [])).join(" "));
  return candidates.flatMap((candidate): Offer[] => {
    const { id, kind, source } = candidate;
    if (kind === "safety") return danger ? [{ id, kind, source, text: candidate.text[language], relevance: 1, intent: null, emotion: null, customers: null }] : [];
    if (danger) return [];
    const intent = intents.find((wanted) => candidate.intents.includes(wanted)) ?? null;
    const emotion = now !== "neutral" && candidate.emotions.includes(now) ? now : null;
    if (candidate.intents.length > 0 && intent === null) return [];
    if (forOtherMood(candidate, now)) return [];
    // Who has not been answered has nothing to be seen off with, and who is upset is not seen off in the words for the content.
    if (kind === "close" ? !answered || (side(now) > 0 && !closed) || (candidate.emotions.length > 0 && !candidate.emotions.includes(now)) : closed) return [];
    if (candidate.said && !candidate.said[language].some((words) => told.includes(plain(words)))) return [];
    const answers = answering === id;
    if (candidate.unasked && !answers && (answering !== null || intent === null || !candidate.unasked.includes(intent))) return [];
    const byIntent = intent === null ? 0 : intent === intents[0] ? weights.latestIntent : weights.earlierIntent;
    // Who feels nothing in particular is told a fact, and what was written for them, before they are told that they are right to be upset.
    const forNow = emotion !== null || (now === "neutral" && intent !== null && (kind === "knowledge" || candidate.emotions.includes(now)));
    const score = byIntent + (forNow ? weights.emotion : 0);
    if (score < leastScore) return [];
    return [{ id, kind, source, text: candidate.text[language], relevance: answers ? 1 : score / mostScore, intent, emotion, customers: null }];
  });
}

/**
 * The offers worth an agent's glance: by how likely each is to calm a customer in this state, which is drawn to what it did in all states where little was
 * seen in this one, and by how well it fits. Unlike each other, at most one of each kind before a second, none that was dismissed; nothing where nothing fits.
 *
 * @param alike 0 to 1, how much two texts have in common
 */
export function rankOffers(state: ConversationState, language: Language, offers: readonly Offer[], calming: CalmingKnowledge, alike: (one: string, other: string) => number): RankedOffer[] {
  const key = stateKey({ emotion: state.emotion.emotion, language });
  const worth = ({ id, relevance }: Offer): number => calming.expected(key, id) + worthOfRelevance * relevance;
  const best = offers
    .filter(({ id, relevance }) => relevance >= leastRelevance && !state.dismissed.includes(id))
    .map((offer) => ({ offer, worth: worth(offer) }))
    .sort((a, b) => b.worth - a.worth || a.offer.id.localeCompare(b.offer.id))
    .map(({ offer }) => offer);
  const kinds = new Set<string>();
  const firstOfKind = best.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind));
  // The house's own replies fit a plain case in three kinds; what colleagues wrote in such a case keeps a place beside them.
  const practised = firstOfKind.findIndex(({ kind }) => kind === "practice");
  if (practised >= offeredAtMost) firstOfKind.splice(offeredAtMost - 1, 0, ...firstOfKind.splice(practised, 1));
  const chosen: Offer[] = [];
  for (const offer of [...firstOfKind, ...best.filter((one) => !firstOfKind.includes(one))]) {
    if (chosen.length < offeredAtMost && !chosen.some(({ id, text }) => id === offer.id || alike(text, offer.text) >= tooAlike)) chosen.push(offer);
  }
  return chosen.map((offer) => ({ ...offer, evidence: calming.evidence(key, offer.id) }));
}

