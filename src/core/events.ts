import type { AgentIdentity, Disposition, Line } from "./ticket.ts";
import type { Attachment, Customer, CustomerControl, Language } from "./turn.ts";
import type { DialogMemory } from "./dialog.ts";
import type { Emotion, Understanding } from "./understanding.ts";
import type { Decision, EscalationReason } from "./policy.ts";

/** Who a message the customer sees comes from. */
export type Author = "assistant" | "person" | "system";

/** What kind of notice a message is, for clients that draw notices their own way; null for ordinary talk. */
export type NoticeKind = "welcome" | "handoff" | "queue" | "joined" | "returned" | "closed" | "csat" | "hours" | "brief";

/** Why a ticket left its agent for the line: gone from the desk, silent after taking it, or full when it came back from hold. */
export type RequeueReason = "agent-gone" | "no-first-reply" | "agent-full";

/** Why a person's part ended with the assistant taking over again. */
export type ReturnReason = "solved" | "errand" | "customer-ended" | "agent-gone" | "timeout";

/** What an errand asks of the assistant's own jobs: the intent, and the order it names. */
export type ErrandJob = { intent: string; number: string | null };

/** A message to the customer. `replyId` is unique within the conversation. */
export type Reply = {
  replyId: string;
  /** The customer turn it answers; null for notices and for what a person says. */
  turnId: string | null;
  author: Author;
  text: string;
  /** The texts it was made from, for reading behaviours and loops; empty for what a person wrote. */
  keys: string[];
  notice: { kind: NoticeKind; values: Record<string, string | number> } | null;
  quickReplies: string[];
  agent: AgentIdentity | null;
  /** Set by the desk so that a retried send is the same message. */
  clientId: string | null;
};

/** All that can happen in a conversation, in the past tense. The log of these is the truth; everything else is folded from it. */
export type Event =
  | { type: "ConversationStarted"; channel: string; customer: Customer; language: Language | null; reference: string | null }
  | { type: "ReferenceChanged"; reference: string }
  | { type: "TurnReceived"; turnId: string; text: string; control: CustomerControl | null; rating: number | null; attachments: Attachment[] }
  | { type: "TurnUnderstood"; turnId: string; understanding: Understanding }
  | { type: "DecisionMade"; turnId: string; decision: Decision }
  | { type: "DialogMoved"; dialog: string; memory: DialogMemory; done: boolean; failed: boolean; unavailable?: boolean }
  | { type: "ReplyRecorded"; reply: Reply }
  | { type: "ReplySendStarted"; replyId: string }
  | { type: "ReplySent"; replyId: string }
  | { type: "ReplyFailed"; replyId: string; why: "refused" | "unknown-outcome" }
  | { type: "TicketOpened"; ticketId: string; turnId: string; reason: EscalationReason; line: Line; boostMinutes: number; safety: boolean; queuedAt: number | null; message?: string | null }
  | { type: "TicketAccepted"; ticketId: string; agent: AgentIdentity }
  | { type: "TicketReprioritised"; ticketId: string; turnId?: string; reason: EscalationReason; line: Line; boostMinutes: number; safety: boolean }
  | { type: "TicketOffered"; ticketId: string; agent: AgentIdentity; until: number }
  | { type: "OfferDeclined"; ticketId: string; agent: AgentIdentity }
  | { type: "OfferExpired"; ticketId: string; agent: AgentIdentity }
  | { type: "TicketHeld"; ticketId: string; agent: AgentIdentity; until: number }
  | { type: "TicketResumed"; ticketId: string; agent: AgentIdentity }
  | { type: "TicketRequeued"; ticketId: string; why: RequeueReason; agent: AgentIdentity }
  | { type: "TicketTransferred"; ticketId: string; by: AgentIdentity; line: Line; to: AgentIdentity | null; comment: string }
  | { type: "TicketTakenOver"; ticketId: string; by: AgentIdentity; from: AgentIdentity }
  | { type: "HandoffSent"; ticketId: string; n: number }
  | { type: "BriefCorrected"; ticketId: string; turnId: string; text: string }
  | { type: "PlaceAsked"; ticketId: string }
  | { type: "PlaceTold"; ticketId: string; place: number; waitMinutes: number | null }
  | { type: "MessageLeft"; ticketId: string }
  | { type: "MessageTaken"; ticketId: string; turnId: string }
  | { type: "TicketAbandoned"; ticketId: string; by: "customer" | "newer-ticket" }
  | { type: "TicketReturned"; ticketId: string; by: AgentIdentity; why: ReturnReason; errand: string | null; job?: ErrandJob | null }
  | { type: "TicketClosed"; ticketId: string; by: AgentIdentity; disposition: Disposition }
  | { type: "NoteAdded"; noteId: string; agent: AgentIdentity; text: string }
  | { type: "ReadingCorrected"; turnId: string; agent: AgentIdentity; emotion: Emotion | null; intent: string | null }
  | { type: "SuggestionAnswered"; ticketId: string; suggestionId: string; agent: AgentIdentity; response: "sent" | "edited" | "dismissed" }
  | { type: "ToneAnalysisChanged"; on: boolean }
  | { type: "RatingGiven"; score: number; phase: "bot" | "human" }
  | { type: "ConversationEnded"; by: "customer" };

/** An event as the log keeps it. Versions count up from 1 without gaps; `at` is epoch milliseconds. */
export type StoredEvent = Event & { version: number; at: number };
