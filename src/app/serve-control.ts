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
  const told = (key: string, kind: NoticeKind | null): Event => ({
    type: "ReplyRecorded", reply: replies.notice(key, kind && { kind, values: {} }, language, { turnId: turn.turnId }),
  });
  if (rating !== null) {
    return [{ type: "RatingGiven", score: rating, phase: state.lastAgent ? "human" : "bot" }, told("csat.thanks", null)];
  }
  switch (turn.control) {
    case "leave-message":
      return ticket && voice(ticket) === "line"
        ? [{ type: "MessageLeft", ticketId: ticket.ticketId }, told("message.ask", "queue")]
        : [];
    case "back-to-assistant":
      return ticket && voice(ticket) !== "bot"
        ? [{ type: "TicketAbandoned", ticketId: ticket.ticketId, by: "customer" }, told("left-line", "returned")]
        : [];
    case "end":
      return [
        ...(ticket ? [{ type: "TicketAbandoned", ticketId: ticket.ticketId, by: "customer" } as const] : []),
        { type: "ConversationEnded", by: "customer" },
        told("closed", "closed"),
        ...(state.csat === "not-asked" ? [told("csat", "csat")] : []),
      ];
    case "keep-waiting": // the place in line is told anew by what follows the turn
    case "ask-for-person":
    case "rate":
    case null:
      return [];
  }
}
