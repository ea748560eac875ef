import type { Event, NoticeKind } from "../core/events.ts";
import { voice } from "../core/ownership.ts";
import { trackingCode } from "../core/tracking-code.ts";
import type { ConversationState } from "../core/state.ts";
import type { Ticket } from "../core/ticket.ts";
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
  const askFor = (phase: "bot" | "human", name = ""): Event[] =>
    state.csat[phase] === "not-asked" ? [told(`csat.${phase}`, "csat", { ...(name ? { agent: name } : {}), phase })] : [];
  if (rating !== null) {
    const phase = turn.ratedPhase ?? state.csat.last ?? (state.lastAgent ? "human" : "bot");
    const unasked = state.csat.last === null && state.csat[phase] === "not-asked";
    return state.csat[phase] === "asked" || unasked ? [{ type: "RatingGiven", score: rating, phase }, told("csat.thanks", null)] : [];
  }
  const person = voice(ticket) === "person" ? (ticket?.agent ?? null) : null;
  switch (turn.control) {
    case "leave-message":
      return ticket && voice(ticket) === "line"
        ? [{ type: "MessageLeft", ticketId: ticket.ticketId }, told("message.ask", "queue", { phase: "message-asked" })]
        : [];
    case "back-to-assistant":
      if (!person && ticket?.message) return [...messageKept(ticket, ticket.message), told("message.taken", "queue", { phase: "message-taken", code: trackingCode(turn.conversationId) })];
      if (ticket && person) {
        return [
          { type: "TicketReturned", ticketId: ticket.ticketId, by: person, why: "customer-ended", errand: null },
          told("left-person", "returned", { agent: person.name }),
          ...askFor("human", person.name),
        ];
      }
      // Who was with a person that went away and chooses the assistant over the line has not given up waiting: the person's part is over.
      if (ticket && ticket.ahead && state.lastAgent && voice(ticket) === "line") {
        return [{ type: "TicketReturned", ticketId: ticket.ticketId, by: state.lastAgent, why: "agent-gone", errand: null }, told("left-line", "returned"), ...askFor("human", state.lastAgent.name)];
      }
      return ticket ? [{ type: "TicketAbandoned", ticketId: ticket.ticketId, by: "customer" }, told("left-line", "returned")] : [];
    case "end":
      if (state.ended) return [];
      return [
        ...(ticket && person ? [{ type: "TicketReturned", ticketId: ticket.ticketId, by: person, why: "customer-ended", errand: null } as const] : []),
        ...(ticket && !person ? (ticket.message ? messageKept(ticket, ticket.message) : [{ type: "TicketAbandoned", ticketId: ticket.ticketId, by: "customer" } as const]) : []),
        { type: "ConversationEnded", by: "customer" },
        told("closed", "closed"),
        ...(person ? askFor("human", person.name) : askFor("bot")),
      ];
    case "correct-brief":
      if (person) return [told("still-with-person", "joined", { agent: person.name })];
      return ticket && voice(ticket) === "line" ? [told("brief.ask", "brief", { phase: "asked" })] : [];
    case "keep-waiting":
      return ticket?.status === "waiting" ? [{ type: "PlaceAsked", ticketId: ticket.ticketId }] : [];
    case "ask-for-person":
    case "rate":
    case null:
      return [];
  }
}

/** A message that was left is still owed an answer, whatever the customer waited for after it: the ticket is that message again. */
function messageKept({ ticketId, status, messageTaken }: Ticket, turnId: string): Event[] {
  if (status === "message" && messageTaken) return [];
  return [...(status === "message" ? [] : [{ type: "MessageLeft", ticketId } as const]), { type: "MessageTaken", ticketId, turnId }];
}
