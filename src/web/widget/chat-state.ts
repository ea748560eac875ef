import type { Language } from "../../api/contract.ts";

const kinds = ["welcome", "handoff", "queue", "joined", "returned", "closed", "csat", "hours", "brief"] as const;
export type Kind = (typeof kinds)[number];

/** What each message carries in `channelData.relevo`; a kind newer than this page counts as none. */
export type Mark = { author: "assistant" | "person" | "system"; kind: Kind | null; values: Record<string, unknown> };

/** The part of a Direct Line activity that is looked at. */
export type Incoming = {
  type: string;
  id?: string;
  text?: string;
  /** ISO 8601, from the server. */
  timestamp?: string;
  replyToId?: string | undefined;
  from?: { id?: string; name?: string; role?: string };
  suggestedActions?: { to: string[]; actions: { type: string; title?: string; value?: unknown }[] };
  channelData?: unknown;
};

/** `message-asked`: the customer chose to leave a message and has not written it; `message-taken`: it is kept, and a person will answer. */
export type Phase = "assistant" | "waiting" | "person" | "message-asked" | "message-taken" | "ended";

/** Who has the conversation, as far as the customer has been told. */
export type ChatState = { phase: Phase; place: number | null; person: string | null };

export const newChat: ChatState = { phase: "assistant", place: null, person: null };

/** Reads the mark of a message; null for what the customer wrote and for anything not ours. */
export function markOf(activity: Incoming): Mark | null {
  const relevo = (activity.channelData as { relevo?: unknown } | null | undefined)?.relevo;
  if (activity.type !== "message" || typeof relevo !== "object" || relevo === null) return null;
  const { author, kind, ...values } = relevo as Record<string, unknown>;
  if (author !== "assistant" && author !== "person" && author !== "system") return null;
  return { author, kind: kinds.find((known) => known === kind) ?? null, values };
}

/** What talks about the conversation instead of being part of it; drawn as quiet lines. */
export function isNotice(mark: Mark): boolean {
  return mark.author === "system" || (mark.kind !== null && mark.kind !== "welcome");
}

/** Folds a message of the server into the state. The messages are the only source, so a reload arrives at the same state. */
export function evolveChat(state: ChatState, activity: Incoming): ChatState {
  const mark = markOf(activity);
  if (!mark) return state;
  const name = activity.from?.name ?? null;
  switch (mark.kind) {
    case "handoff":
      return { phase: "waiting", place: null, person: null };
    case "hours":
    case "queue": {
      // A message left is a notice of the line as well, without a place in it.
      const { phase } = mark.values;
      if (phase === "message-asked" || phase === "message-taken") return { phase, place: null, person: null };
      const place = placeIn(mark.values);
      return { phase: "waiting", place: place ?? state.place, person: null };
    }
    case "joined":
      return { phase: "person", place: null, person: textIn(mark.values, "agent") ?? name };
    case "returned":
    case "welcome":
      return newChat;
    case "closed":
      return { phase: "ended", place: null, person: null };
    case "csat":
    case "brief":
      return state;
    case null:
      return evolveTalk(state, mark.author, name);
  }
}

function evolveTalk(state: ChatState, author: Mark["author"], name: string | null): ChatState {
  if (author === "person") return { phase: "person", place: null, person: name ?? state.person };
  // The assistant never talks while a person or the line has the conversation: hearing it means it has the word again.
  // Only a message that is kept is owed an answer while the assistant talks on.
  if (author === "assistant") return state.phase === "message-taken" ? state : newChat;
  return state;
}

export type Control = "ask-for-person" | "keep-waiting" | "leave-message" | "back-to-assistant" | "correct-brief" | "end";

/** The controls of a phase. Asking for a person is always among them, and always first. */
export function controlsOf(phase: Phase): Control[] {
  switch (phase) {
    case "waiting":
      return ["ask-for-person", "keep-waiting", "leave-message", "back-to-assistant"];
    case "message-asked":
      return ["ask-for-person", "back-to-assistant"];
    case "assistant":
    case "person":
    case "message-taken":
    case "ended":
      return ["ask-for-person"];
  }
}

function placeIn(values: Record<string, unknown>): number | null {
  const place = Number(values["place"]);
  return Number.isInteger(place) && place > 0 ? place : null;
}

function textIn(values: Record<string, unknown>, key: string): string | null {
  const value = values[key];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Web Chat's names for our languages. */
export const webChatLocale: Record<Language, string> = { es: "es-ES", en: "en-US" };
