import type { Emotion } from "./understanding.ts";
import type { ConversationState } from "./state.ts";
import type { Language } from "./turn.ts";

/** A reply or article the whisper may offer, with what it fits. */
export type ReplyCandidate = {
  id: string; kind: string; source: string; intents: string[]; emotions: Emotion[]; text: Record<Language, string>;
};

export type Fit = { candidate: ReplyCandidate; score: number; intent: string | null; emotion: Emotion | null };

/** An agent reads three at a glance. */
const offeredAtMost = 3;
/** What the customer wants counts more than how they feel, and what was said last more than what was said before. */
const weights = { latestIntent: 2, earlierIntent: 1, emotion: 1.5 };
/** Below this a reply fits by neither wish nor feeling alone; then nothing is offered. */
const leastScore = 1.5;

/**
 * Replies that fit what the customer wants and how they feel, best first, at most one of each kind before a second.
 * Says nothing when nothing fits.
 */
export function fittingReplies(state: ConversationState, candidates: ReplyCandidate[]): Fit[] {
  const intents = [...new Set(state.turns.map(({ intent }) => intent).filter((intent) => intent !== null).reverse())];
  const feeling = state.emotion.emotion === "neutral" ? null : state.emotion.emotion;
  const fits = candidates
    .filter(({ id }) => !state.dismissed.includes(id))
    .map((candidate): Fit => {
      const intent = intents.find((wanted) => candidate.intents.includes(wanted)) ?? null;
      const emotion = feeling && candidate.emotions.includes(feeling) ? feeling : null;
      const byIntent = intent === null ? 0 : intent === intents[0] ? weights.latestIntent : weights.earlierIntent;
      return { candidate, intent, emotion, score: byIntent + (emotion ? weights.emotion : 0) };
    })
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || a.candidate.id.localeCompare(b.candidate.id));
  const seen = new Set<string>();
  const firstOfKind = fits.filter(({ candidate: { kind } }) => !seen.has(kind) && seen.add(kind));
  return [...firstOfKind, ...fits.filter((fit) => !firstOfKind.includes(fit))].slice(0, offeredAtMost);
}
