import type { EmotionPoint, EscalationReason, WireEvent } from "../../api/contract.ts";
import type { Conversation } from "./conversation-state.ts";

type EventOf<T extends WireEvent["type"]> = Extract<WireEvent, { type: T }>;
type Control = NonNullable<EventOf<"TurnReceived">["control"]>;

/** Something that happened besides talk, with the values its words need. */
export type Mark = { mark: string; values: Record<string, string | number> };

/** One line of the story, oldest first. */
export type StoryItem =
  | { kind: "turn"; key: string; at: string; turnId: string; text: string; control: Control | null; rating: number | null; attachments: { name: string; url: string }[]; reading: EmotionPoint | null; corrected: boolean }
  | { kind: "reply"; key: string; at: string; author: "assistant" | "person"; name: string | null; text: string; clientId: string | null; failed: boolean }
  | { kind: "notice"; key: string; at: string; text: string }
  /** What colleagues alone see, and who wrote it. */
  | { kind: "note"; key: string; at: string; name: string; text: string }
  | { kind: "handoff"; key: string; at: string; reason: EscalationReason; turnId: string; ticketId: string }
  | ({ kind: "mark"; key: string; at: string } & Mark);

/** Turns the log into what a person reads: who said what, how the customer felt, and what happened in between. */
export function storyOf(conversation: Conversation): StoryItem[] {
  const failed = new Set(conversation.events.flatMap((event) => (event.type === "ReplyFailed" ? [event.replyId] : [])));
  const corrected = new Map(conversation.events.flatMap((event) =>
    event.type === "ReadingCorrected" && event.emotion ? [[event.turnId, event.emotion] as const] : []));
  return conversation.events.flatMap((event, index): StoryItem[] => {
    const item = { key: String(event.version), at: event.at };
    if (event.type === "TurnReceived") {
      const point = conversation.emotion[event.turnId] ?? null;
      const fixed = corrected.get(event.turnId);
      return [{
        ...item, kind: "turn", turnId: event.turnId, text: event.text, control: event.control, rating: event.rating, attachments: event.attachments,
        reading: point && fixed ? { ...point, emotion: fixed } : point, corrected: fixed !== undefined,
      }];
    }
    if (event.type === "ReplyRecorded") {
      const { replyId, notice, author, agent, text, clientId } = event.reply;
      const quiet = author === "system" || (notice !== null && notice.kind !== "welcome");
      return [quiet ? { ...item, kind: "notice", text } : { ...item, kind: "reply", author, name: agent?.name ?? null, text, clientId, failed: failed.has(replyId) }];
    }
    if (event.type === "TicketOpened") return [{ ...item, kind: "handoff", reason: event.reason, turnId: event.turnId, ticketId: event.ticketId }];
    if (event.type === "NoteAdded") return [{ ...item, kind: "note", name: event.agent.name, text: event.text }];
    const mark = markOf(event, conversation.events, index);
    return mark ? [{ ...item, kind: "mark", ...mark }] : [];
  });
}

type Otherwise = Exclude<WireEvent, { type: "TurnReceived" | "ReplyRecorded" | "TicketOpened" | "NoteAdded" }>;

const turnings: ReadonlySet<WireEvent["type"]> = new Set(["TicketOpened", "TicketAccepted", "TicketRequeued", "TicketTransferred", "TicketTakenOver", "TicketAbandoned", "TicketReturned", "TicketClosed"]);

/** Who had the conversation just before this event; null while the assistant or the line had it. */
function personBefore(events: WireEvent[], index: number): string | null {
  const turning = events.slice(0, index).findLast((event) => turnings.has(event.type));
  if (turning?.type === "TicketAccepted") return turning.agent.name;
  if (turning?.type === "TicketTakenOver") return turning.by.name;
  return turning?.type === "TicketTransferred" ? (turning.to?.name ?? null) : null;
}

function markOf(event: Otherwise, events: WireEvent[], index: number): Mark | null {
  switch (event.type) {
    case "ConversationStarted":
      return { mark: "started", values: {} };
    case "TicketAccepted":
      return { mark: "accepted", values: { agent: event.agent.name } };
    case "TicketRequeued":
      return { mark: `requeued.${event.why}`, values: { agent: event.agent.name } };
    case "TicketReprioritised":
      return { mark: "reprioritised", values: { rule: event.reason.rule } };
    case "OfferDeclined":
      return { mark: "offer-declined", values: { agent: event.agent.name } };
    case "OfferExpired":
      return { mark: "offer-expired", values: { agent: event.agent.name } };
    case "TicketHeld":
      return { mark: "held", values: { agent: event.agent.name } };
    case "TicketResumed":
      return { mark: "resumed", values: { agent: event.agent.name } };
    case "TicketTransferred":
      return { mark: "transferred", values: { agent: event.by.name, comment: event.comment } };
    case "TicketTakenOver":
      return { mark: "taken-over", values: { agent: event.by.name, from: event.from.name } };
    case "MessageLeft":
      return { mark: "message-left", values: {} };
    case "TicketAbandoned": {
      if (event.by === "newer-ticket") return null; // the handoff that follows says it
      const agent = personBefore(events, index);
      if (agent === null) return { mark: "abandoned", values: {} };
      // Who ends the chat lets go of the person by it: that is said once, by the end.
      return events[index + 1]?.type === "ConversationEnded" ? null : { mark: "left-person", values: { agent } };
    }
    case "TicketReturned":
      if (event.why === "customer-ended") {
        // Who ends the chat lets go of the person by it: that is said once, by the end.
        return events[index + 1]?.type === "ConversationEnded" ? null : { mark: "left-person", values: { agent: event.by.name } };
      }
      if (event.why === "timeout") return { mark: "returned-timeout", values: { agent: event.by.name } };
      if (event.why === "agent-gone") return { mark: "abandoned", values: {} };
      return event.errand === null ? { mark: "returned", values: { agent: event.by.name } } : { mark: "returned-errand", values: { agent: event.by.name, errand: event.errand } };
    case "TicketClosed":
      return { mark: "closed", values: { agent: event.by.name, disposition: event.disposition } };
    case "RatingGiven":
      return { mark: "rated", values: { score: event.score } };
    case "ConversationEnded": {
      const before = events[index - 1];
      const left = before?.type === "TicketReturned" && before.why === "customer-ended" ? before.by.name : null;
      const agent = before?.type === "TicketAbandoned" ? personBefore(events, index - 1) : left;
      return agent === null ? { mark: "ended", values: {} } : { mark: "ended-with", values: { agent } };
    }
    case "ToneAnalysisChanged":
      return { mark: event.on ? "tone-on" : "tone-off", values: {} };
    case "ReferenceChanged":
    case "TurnUnderstood":
    case "DecisionMade":
    case "DialogMoved":
    case "ReplySendStarted":
    case "ReplySent":
    case "ReplyFailed":
    case "TicketOffered":
    case "HandoffSent":
    case "BriefCorrected":
    case "PlaceAsked":
    case "PlaceTold":
    case "MessageTaken":
    case "ReadingCorrected":
    case "SuggestionAnswered":
      return null;
  }
}

export type Tried =
  | { what: "answer" | "start" | "failed"; intent: string }
  | { what: "clarify"; n: number };

export type WhyHere = {
  reason: EscalationReason;
  turnId: string;
  message: { text: string; control: Control | null };
  tried: Tried[];
  /** What the customer put right or added in what they were shown that the person will get. */
  corrections: { turnId: string; text: string }[];
  policyVersion: number | null;
};

/** Why a ticket came to a person: the reason, the turn that did it, and what the assistant had tried since it last had the conversation. */
export function whyHere(conversation: Conversation, ticketId: string): WhyHere | null {
  const { events } = conversation;
  const opened = events.findIndex((event) => event.type === "TicketOpened" && event.ticketId === ticketId);
  const ticket = events[opened];
  if (ticket?.type !== "TicketOpened") return null;
  const before = events.slice(0, opened);
  const since = before.findLastIndex((event) => event.type === "TicketClosed" || event.type === "TicketReturned" || event.type === "TicketAbandoned");
  // Who gets worse while waiting is here for that.
  const worse = events.flatMap((event) => (event.type === "TicketReprioritised" && event.ticketId === ticketId ? [event] : [])).at(-1);
  const turnId = worse?.turnId ?? ticket.turnId;
  const turn = events.findLast((event) => event.type === "TurnReceived" && event.turnId === turnId);
  const decision = events.findLast((event) => event.type === "DecisionMade" && event.turnId === turnId);
  return {
    reason: (worse ?? ticket).reason,
    turnId,
    message: turn?.type === "TurnReceived" ? { text: turn.text, control: turn.control } : { text: "", control: null },
    tried: triedIn(before.slice(since + 1)),
    corrections: events.flatMap((event) => (event.type === "BriefCorrected" && event.ticketId === ticketId ? [{ turnId: event.turnId, text: event.text }] : [])),
    policyVersion: decision?.type === "DecisionMade" ? decision.decision.policyVersion : null,
  };
}

function triedIn(events: WireEvent[]): Tried[] {
  const tried: Tried[] = [];
  let clarified = 0;
  for (const event of events) {
    if (event.type === "DialogMoved" && event.failed) tried.push({ what: "failed", intent: event.dialog });
    if (event.type !== "DecisionMade") continue;
    const { action } = event.decision;
    if (action.kind === "answer" || action.kind === "start") tried.push({ what: action.kind, intent: action.intent });
    if (action.kind === "clarify") clarified += 1;
  }
  if (clarified > 0) tried.push({ what: "clarify", n: clarified });
  return tried.filter((one, i) => tried.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i);
}

/** True while the last public word is a person's: suggestions for it would come too late. */
export function personSpokeLast(conversation: Conversation): boolean {
  const last = conversation.events.findLast((event) =>
    event.type === "TurnReceived" || (event.type === "ReplyRecorded" && event.reply.author === "person"));
  return last?.type === "ReplyRecorded";
}

/** Version of the customer's latest turn: what a whisper is about. */
export function latestTurn(conversation: Conversation): string {
  const turn = conversation.events.findLast((event) => event.type === "TurnReceived");
  return turn?.type === "TurnReceived" ? turn.turnId : "";
}
