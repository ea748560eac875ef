import { noTopic, topicOf } from "../whisper.ts";
import { calmState, feel, typical, type EmotionalState } from "../emotion.ts";
import type { StoredEvent } from "../events.ts";
import type { Language } from "../turn.ts";
import type { Emotion, EmotionReading } from "../understanding.ts";

/** How the customer was before a reply and in the one or two turns after it. */
export type Reaction = {
  replyId: string;
  /** Epoch milliseconds of the reply. */
  at: number;
  by: "person" | "bot";
  /** The agent's id; "assistant" for the bot. */
  author: string;
  text: string;
  /** Who is who in it: whom it was written to, and by which name the colleague is known who wrote it. */
  customer: Spoken;
  agentName: string | null;
  /** The texts a bot's reply was made from; empty for a person's. */
  keys: string[];
  language: Language;
  /** The emotional state before, its name and its valence in [-1, 1]. */
  emotion: Emotion;
  before: number;
  /** Valence of the customer's next turns, at most two; empty until there is one. */
  after: { turnId: string; valence: number }[];
  /** What the customer wants, where that was read surely. */
  intent: string | null;
  /** What the agent made of a suggestion in it; null where it is all the agent's own. */
  suggested: "sent" | "edited" | null;
  /** Which suggestion that was, as the desk said; whether the words are its words is seen where they are compared. */
  suggestion: string | null;
  /** What the customer had said last, oldest first, and what was answered before that: what the reply answers. */
  context: { speaker: "customer" | "agent"; text: string }[];
};

/** A customer as the channel knows them; the id is empty where it knows nobody. */
type Spoken = { id: string; name: string | null };

/** A conversation as its reactions see it. Bounded, like the state. */
export type ReactionFold = { customer: Spoken; language: Language | null; emotion: EmotionalState; felt: boolean; intent: string | null; context: Reaction["context"]; reactions: Reaction[] };

export const noReactions: ReactionFold = { customer: { id: "", name: null }, language: null, emotion: calmState, felt: false, intent: null, context: [], reactions: [] };

/** Turns over which a reply is judged: the first shows the reflex, the second whether it lasts. */
const turnsAfter = 2;
/** A conversation of more replies than this keeps its latest. */
const reactionsKept = 200;
/** What a reply answers is in the last turns. */
const contextKept = 6;

/**
 * Folds one event into the reactions of its conversation. What is judged is every reply of a person or the bot to a customer whose tone was read; notices
 * of the system are not replies. A person's correction of a reading corrects the reactions that rest on it.
 */
export function followReactions(fold: ReactionFold, event: StoredEvent): ReactionFold {
  if (event.type === "ConversationStarted") return { ...fold, customer: { id: event.customer.id, name: event.customer.name }, language: event.language };
  if (event.type === "TurnReceived") return event.text === "" ? fold : { ...fold, context: [...fold.context, { speaker: "customer" as const, text: event.text }].slice(-contextKept) };
  if (event.type === "TurnUnderstood") return understood(fold, event);
  if (event.type === "ReplyRecorded") return replied(fold, event);
  if (event.type === "SuggestionAnswered" && event.response !== "dismissed") return usedSuggestion(fold, event.agent.id, event.response, event.suggestionId);
  if (event.type === "ReadingCorrected" && event.emotion) return corrected(fold, event.turnId, { emotion: event.emotion, ...typical[event.emotion], confidence: 1, evidence: [] });
  if (event.type === "ToneAnalysisChanged" && !event.on) return { ...fold, felt: false, emotion: calmState };
  return fold;
}

function understood(fold: ReactionFold, { turnId, understanding }: Extract<StoredEvent, { type: "TurnUnderstood" }>): ReactionFold {
  const { language, emotion } = understanding;
  const read = topicOf(understanding);
  // Who asks for a person or says thanks still wants what they wanted before.
  const intent = read === null || noTopic.has(read) ? fold.intent : read;
  if (!emotion) return { ...fold, language, intent };
  const reactions = fold.reactions.map((reaction) => (reaction.after.length < turnsAfter ? { ...reaction, after: [...reaction.after, { turnId, valence: emotion.valence }] } : reaction));
  return { ...fold, language, intent, felt: true, emotion: feel(fold.emotion, emotion), reactions };
}

function replied(fold: ReactionFold, { reply, at }: Extract<StoredEvent, { type: "ReplyRecorded" }>): ReactionFold {
  if (reply.author === "system" || reply.text === "") return fold;
  const context = [...fold.context, { speaker: "agent" as const, text: reply.text }].slice(-contextKept);
  // A notice is no reply. A customer who has said nothing, or whose tone must not be read, has no state to change.
  if (reply.notice !== null || !fold.felt || fold.language === null) return { ...fold, context };
  const reaction: Reaction = {
    replyId: reply.replyId, at, by: reply.author === "person" ? "person" : "bot", author: reply.author === "person" ? (reply.agent?.id ?? "unknown") : "assistant",
    text: reply.text, customer: fold.customer, agentName: reply.agent?.name ?? null, keys: reply.keys, language: fold.language, emotion: fold.emotion.emotion, before: fold.emotion.valence, after: [], intent: fold.intent, suggested: null, suggestion: null, context: fold.context,
  };
  return { ...fold, context, reactions: [...fold.reactions, reaction].slice(-reactionsKept) };
}

/** The desk says what became of a suggestion right after the message that went out. */
function usedSuggestion(fold: ReactionFold, agentId: string, suggested: "sent" | "edited", suggestion: string): ReactionFold {
  const last = fold.reactions.findLastIndex(({ author }) => author === agentId);
  return { ...fold, reactions: fold.reactions.map((reaction, i) => (i === last ? { ...reaction, suggested, suggestion } : reaction)) };
}

function corrected(fold: ReactionFold, turnId: string, reading: EmotionReading): ReactionFold {
  return {
    ...fold,
    emotion: feel(fold.emotion, reading),
    reactions: fold.reactions.map((reaction) => ({ ...reaction, after: reaction.after.map((turn) => (turn.turnId === turnId ? { turnId, valence: reading.valence } : turn)) })),
  };
}
