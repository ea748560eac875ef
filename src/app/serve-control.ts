import type { Event, NoticeKind } from "../core/events.ts";
import { voice } from "../core/ownership.ts";
import type { ConversationState } from "../core/state.ts";
import type { Language, Turn } from "../core/turn.ts";
import type { ReplyMaker } from "./reply.ts";

/** Serves what the customer did by a control; always works, whoever has the conversation. Asking for a person is the policy's. */
export function serveControl(
  turn: Turn, rating: number | null, language: Language, state: ConversationState, { replies }: { replies: ReplyMaker },
): Event[] {
  const ticket = state.ticket;
  const told = (key: string, kind: NoticeKind | null, values: Record<string, string> = {}): Event => ({
    type: "ReplyRecorded", reply: replies.notice(key, kind && { kind, values }, language, { turnId: turn.turnId }),
  });
  if (rating !== null) {
    if (state.csat === "given") return [];
    return [{ type: "RatingGiven", score: rating, phase: state.lastAgent ? "human" : "bot" }, told("csat.thanks", null)];
  }
  switch (turn.control) {
    case "leave-message":
      return ticket && voice(ticket) === "line"
        ? [{ type: "MessageLeft", ticketId: ticket.ticketId }, told("message.ask", "queue", { phase: "message-asked" })]
        : [];
    case "back-to-assistant":
      if (ticket?.messageTaken) return [told("message.taken", "queue", { phase: "message-taken" })];
      return ticket ? [{ type: "TicketAbandoned", ticketId: ticket.ticketId, by: "customer" }, told("left-line", "returned")] : [];
    case "end":
      if (state.ended) return [];
      return [
        // A message that was left is still owed an answer.
        ...(ticket && !ticket.messageTaken ? [{ type: "TicketAbandoned", ticketId: ticket.ticketId, by: "customer" } as const] : []),
        { type: "ConversationEnded", by: "customer" },
        told("closed", "closed"),
        ...(state.csat === "not-asked" ? [told("csat", "csat")] : []),
      ];
    case "keep-waiting":
      return ticket?.status === "waiting" ? [{ type: "PlaceAsked", ticketId: ticket.ticketId }] : [];
    case "ask-for-person":
    case "rate":
    case null:
      return [];
  }
}
