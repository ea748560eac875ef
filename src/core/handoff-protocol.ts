import type { ConversationState, StoryLine } from "./state.ts";
import type { Ticket } from "./ticket.ts";
import { trackingCode } from "./tracking-code.ts";

/** What the other side of a handoff says of it; Bot Framework's three words. */
export const handoffStates = ["accepted", "failed", "completed"] as const;
export type HandoffStateName = (typeof handoffStates)[number];

/** A message of the transcript, as Bot Framework's Transcript attachment has it. */
export type TranscriptMessage = { type: "message"; timestamp: string; from: { role: "user" | "bot"; name: string }; text: string };

/** Bot Framework's event that asks somebody else to take a conversation, with all they need to begin. */
export type HandoffInitiate = {
  type: "event";
  name: "handoff.initiate";
  id: string;
  timestamp: string;
  conversation: { id: string };
  value: Record<string, unknown>;
  attachments: [{ contentType: "application/json"; name: "Transcript"; content: { activities: TranscriptMessage[] } }];
};

const roleOf = (who: StoryLine["who"]): "user" | "bot" => (who === "customer" ? "user" : "bot");

/** What the customer and all others said, oldest first; as much as the folded state keeps. */
export const transcriptOf = ({ story }: Pick<ConversationState, "story">): TranscriptMessage[] =>
  story.map(({ who, text, at }) => ({ type: "message", timestamp: new Date(at).toISOString(), from: { role: roleOf(who), name: who }, text }));

/**
 * The event that hands a ticket over, with its context: why, for whom, how they feel, what they corrected, and what was said.
 *
 * @param at epoch milliseconds
 * @see https://learn.microsoft.com/azure/bot-service/bot-service-design-pattern-handoff-human for the names
 */
export function handoffInitiate(conversationId: string, ticket: Ticket, state: ConversationState, at: number): HandoffInitiate {
  const { emotion, valence, arousal, trend, triggers } = state.emotion;
  return {
    type: "event", name: "handoff.initiate", id: `${ticket.ticketId}-${ticket.n}`, timestamp: new Date(at).toISOString(), conversation: { id: conversationId },
    value: {
      ticketId: ticket.ticketId, trackingCode: trackingCode(conversationId), channel: state.channel, language: ticket.line.language, agentSkill: ticket.line.agentSkill, safety: ticket.safety,
      reason: ticket.reason, customer: { id: state.customer.id, name: state.customer.name }, emotion: { emotion, valence, arousal, trend, words: triggers },
      corrections: state.corrections.map(({ text }) => text), learned: state.learned, queuedAt: new Date(ticket.queuedAt).toISOString(),
    },
    attachments: [{ contentType: "application/json", name: "Transcript", content: { activities: transcriptOf(state) } }],
  };
}

/** Bot Framework's event that says how a handoff goes. */
export const handoffStatus = (conversationId: string, state: HandoffStateName, message: string): { type: "event"; name: "handoff.status"; conversation: { id: string }; value: { state: HandoffStateName; message: string } } =>
  ({ type: "event", name: "handoff.status", conversation: { id: conversationId }, value: { state, message } });

/** How a handoff stands after an event of its ticket, for those who follow the protocol; null where it says nothing. */
export function statusAfter(type: string): HandoffStateName | null {
  if (type === "TicketAccepted") return "accepted";
  if (type === "TicketClosed" || type === "TicketReturned") return "completed";
  return type === "TicketAbandoned" || type === "MessageLeft" ? "failed" : null;
}
