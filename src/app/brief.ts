import { commitmentsIn } from "../core/commitments.ts";
import { missingBehaviours, type Behaviour, type ReadBehaviours } from "../core/behaviours.ts";
import type { ConversationState } from "../core/state.ts";
import type { Language } from "../core/turn.ts";
import { noTopic, topicsAmong, wishesOf } from "../core/whisper.ts";
import type { CustomerProfile } from "./customer-profile.ts";
import type { Texts } from "./ports.ts";
import type { SuggestionView } from "./whisper.ts";

/** What one reads first: three lines, why now, one thing to do and one to avoid. */
export type Brief = { wants: string; tried: string; promised: string; advice: string; avoid: string; whyNow: string };

/** The customer's turn that a line of the brief rests on, or that what was promised answered; null where none is known. `advice` is of what to do and to avoid. */
export type BriefTurns = { wants: string | null; tried: string | null; whyNow: string | null; advice: string | null; promised: { text: string; turnId: string | null }[] };

export type WhisperView = {
  brief: Brief;
  briefTurns: BriefTurns;
  suggestions: SuggestionView[];
  profile: CustomerProfile;
  behaviours: Record<Behaviour, { shown: number; words: string[]; missing: boolean }>;
};

/** What the person has written since they took the conversation, oldest first; none before. */
export const repliesOfPerson = ({ story, ticket }: ConversationState): string[] =>
  story.filter(({ who, at }) => who === "person" && at >= (ticket?.acceptedAt ?? Infinity)).map(({ text }) => text);

/** The six behaviours in what the person has written: how often each shows, by which words, and what this customer still needs to hear. */
function shownBehaviours(state: ConversationState, read: ReadBehaviours, language: Language): WhisperView["behaviours"] {
  const replies = repliesOfPerson(state).map((text) => read(text, language));
  const shown = (one: Behaviour): number => replies.filter((found) => found[one].length > 0).length;
  const counts: Record<Behaviour, number> = { support: shown("support"), explain: shown("explain"), anticipate: shown("anticipate"), educate: shown("educate"), rapport: shown("rapport"), personal: shown("personal") };
  const missing = missingBehaviours(state.emotion.emotion, counts, wishesOf(state).length > 0);
  const view = (one: Behaviour): WhisperView["behaviours"][Behaviour] => ({ shown: counts[one], words: [...new Set(replies.flatMap((found) => found[one]))].slice(-5), missing: missing.includes(one) });
  return { support: view("support"), explain: view("explain"), anticipate: view("anticipate"), educate: view("educate"), rapport: view("rapport"), personal: view("personal") };
}

/** Matters whose advice comes before everything but a danger: a life or a death is more than how the assistant did. */
const gravest: ReadonlySet<string> = new Set(["bereavement", "allergens"]);

/** Who was not understood once may have misspelt; a second time in a row, the assistant has failed them, whatever then brought them to a person. */
const failedFrom = 2;

/** The rule that tells of the assistant's failure, where it failed the customer before a person came; else null. */
function failureBefore({ ticket, turns }: ConversationState): "stuck" | "bot-failure" | null {
  if (!ticket) return null;
  const { rule } = ticket.reason;
  if (rule === "stuck" || rule === "bot-failure") return rule;
  const opened = Math.max(0, turns.findIndex(({ turnId }) => turnId === ticket.turnId));
  const kinds = turns.slice(0, opened).map(({ decision }) => decision?.action.kind);
  const inVain = kinds.slice(kinds.findLastIndex((kind) => kind !== "clarify" && kind !== "apologise") + 1);
  return inVain.length < failedFrom ? null : inVain.includes("apologise") ? "bot-failure" : "stuck";
}

/**
 * What the advice is about: a danger; else what went wrong between the assistant and the customer, unless the matter is graver; else the topic, where it has
 * advice of its own; else how the customer feels now; else why they came to a person. A rule says what happened, not what helps: a complaint and a death are
 * both topics for people.
 *
 * @returns the end of the keys `brief.advice.` and `brief.avoid.`, with the turn it rests on; null where nobody asked for a person
 */
function matterOf(state: ConversationState, texts: Texts): { key: string; turnId: string | null } | null {
  const { ticket, turns, readings, emotion: { emotion } } = state;
  if (!ticket) return null;
  const { reason: { rule }, reasonTurnId: turnId } = ticket;
  if (rule === "safety") return { key: rule, turnId };
  const topic = wishesOf(state)[0] ?? null;
  const failure = failureBefore(state);
  if (failure !== null && (topic === null || !gravest.has(topic))) return { key: failure, turnId };
  if (topic !== null && texts.has(`brief.advice.topic.${topic}`)) return { key: `topic.${topic}`, turnId: turns.findLast(({ intent }) => intent === topic)?.turnId ?? null };
  return emotion === "neutral" ? { key: rule, turnId } : { key: `feels.${emotion}`, turnId: readings.findLast((reading) => reading.emotion.emotion === emotion)?.turnId ?? null };
}

/** What the whisper tells the person who has a conversation, in the person's language. */
export function whisperFor(state: ConversationState, suggestions: SuggestionView[], texts: Texts, readBehaviours: ReadBehaviours, profile: CustomerProfile, language: Language): WhisperView {
  const title = (intent: string): string => texts.text(`${intent}.title`, {}, language);
  const say = (key: string, values: Record<string, string | number> = {}): string => texts.text(key, values, language);
  const wanted = topicsAmong(state.turns.flatMap(({ intent }) => intent ?? []));
  const served = [...new Set(state.turns.flatMap(({ decision }) => (decision && "intent" in decision.action && !noTopic.has(decision.action.intent) ? [decision.action.intent] : [])))];
  const clarified = state.turns.some(({ decision }) => decision?.action.kind === "clarify");
  const customerLanguage = state.language ?? language;
  const place = state.ticket?.toldPlace ?? null;
  const matter = matterOf(state, texts);
  // Who has written has introduced themselves, or missed it.
  const metBefore = repliesOfPerson(state).length > 0;
  const promised = [
    ...commitmentsIn(state.story, customerLanguage).map(({ who, text, turnId }) => ({ text: say(`brief.said-by-${who}`, { text }), turnId })),
    { text: place === null ? say("brief.promised") : say("brief.promised-place", { place }), turnId: state.ticket?.turnId ?? null },
  ];
  return {
    brief: {
      wants: wanted.length > 0 ? say("brief.wants", { titles: wanted.slice(-3).map(title).join(" · ") }) : say("brief.wants-unknown"),
      tried: served.length > 0 ? say("brief.tried", { titles: served.map(title).join(", ") }) : say(clarified ? "brief.tried-clarified" : "brief.tried-nothing"),
      promised: promised.map(({ text }) => text).join(" "),
      advice: matter === null ? "" : say(metBefore && texts.has(`brief.advice.${matter.key}.met`) ? `brief.advice.${matter.key}.met` : `brief.advice.${matter.key}`),
      avoid: matter === null ? "" : say(`brief.avoid.${matter.key}`),
      whyNow: state.ticket ? say(`brief.why.${state.ticket.reason.rule}`) : "",
    },
    briefTurns: {
      wants: state.turns.findLast(({ intent }) => intent !== null && wanted.includes(intent))?.turnId ?? null,
      tried: state.turns.findLast(({ decision }) => decision && ("intent" in decision.action ? served.includes(decision.action.intent) : decision.action.kind === "clarify"))?.turnId ?? null,
      whyNow: state.ticket?.reasonTurnId ?? null,
      advice: matter?.turnId ?? null,
      promised,
    },
    suggestions,
    profile,
    behaviours: shownBehaviours(state, readBehaviours, customerLanguage),
  };
}
