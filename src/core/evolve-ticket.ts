import type { StoredEvent } from "./events.ts";
import type { Ticket } from "./ticket.ts";

/** Folds one event into the open ticket, or null when none is open. A closed or abandoned ticket leaves the state; the log keeps it. */
export function evolveTicket(ticket: Ticket | null, event: StoredEvent): Ticket | null {
  if (event.type === "TicketOpened") {
    const { ticketId, reason, turnId, line, boostMinutes, safety, at, queuedAt } = event;
    return {
      ticketId, status: "waiting", reason, turnId, line, queuedAt: queuedAt ?? at, since: at, boostMinutes, safety,
      n: 1, ahead: false, agent: null, acceptedAt: null, toldPlace: null, messageTaken: false,
    };
  }
  if (!ticket || !("ticketId" in event) || event.ticketId !== ticket.ticketId) return ticket;
  switch (event.type) {
    case "TicketAccepted":
      return { ...ticket, status: "accepted", agent: event.agent, acceptedAt: event.at, since: event.at };
    case "TicketRequeued":
      return { ...ticket, status: "waiting", agent: null, acceptedAt: null, n: ticket.n + 1, ahead: true, toldPlace: null, since: event.at };
    case "TicketTransferred": {
      const moved = { ...ticket, line: event.line, n: ticket.n + 1, ahead: true, toldPlace: null, since: event.at };
      return event.to
        ? { ...moved, status: "accepted", agent: event.to, acceptedAt: event.at }
        : { ...moved, status: "waiting", agent: null, acceptedAt: null };
    }
    case "PlaceAsked":
      return ticket;
    case "PlaceTold":
      return { ...ticket, toldPlace: event.place };
    case "MessageLeft":
      return { ...ticket, status: "message", agent: null };
    case "MessageTaken":
      return { ...ticket, messageTaken: true };
    case "TicketAbandoned":
    case "TicketReturned":
    case "TicketClosed":
      return null;
    case "SuggestionAnswered":
      return ticket;
  }
}
