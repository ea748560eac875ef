import type { StoredEvent } from "./events.ts";
import type { Ticket } from "./ticket.ts";

const minute = 60_000;

/** In nobody's hands: what every way back into the line has in common. */
const free = { status: "waiting", agent: null, acceptedAt: null, repliedAt: null, heldUntil: null, offer: null, toldPlace: null, promise: null } as const;

/** Folds one event into the open ticket, or null when none is open. A closed or abandoned ticket leaves the state; the log keeps it. */
export function evolveTicket(ticket: Ticket | null, event: StoredEvent): Ticket | null {
  if (event.type === "TicketOpened") {
    const { ticketId, reason, turnId, line, boostMinutes, safety, at, queuedAt } = event;
    return {
      ...free, ticketId, reason, turnId, reasonTurnId: turnId, line, queuedAt: queuedAt ?? at, waitingFrom: at, since: at, boostMinutes, safety,
      n: 1, ahead: false, passedBy: [], messageTaken: false, message: event.message ?? null,
    };
  }
  if (event.type === "ReplyRecorded") return ticket && withReply(ticket, event);
  if (!ticket || !("ticketId" in event) || event.ticketId !== ticket.ticketId) return ticket;
  switch (event.type) {
    case "TicketReprioritised": {
      const { reason, turnId: reasonTurnId = ticket.turnId, line, boostMinutes, safety, at } = event;
      return { ...ticket, reason, reasonTurnId, line, boostMinutes, safety, n: ticket.n + 1, toldPlace: null, since: at };
    }
    case "TicketOffered":
      return { ...ticket, status: "offered", offer: { agent: event.agent, until: event.until }, since: event.at };
    case "OfferDeclined":
    case "OfferExpired":
      return { ...ticket, status: "waiting", offer: null, n: ticket.n + 1, passedBy: [...ticket.passedBy, event.agent.id], since: event.at };
    case "TicketAccepted":
      return { ...ticket, status: "accepted", agent: event.agent, offer: null, acceptedAt: event.at, repliedAt: null, heldUntil: null, since: event.at };
    case "TicketHeld":
      return { ...ticket, heldUntil: event.until, since: event.at };
    case "TicketResumed":
      return { ...ticket, heldUntil: null, since: event.at };
    case "TicketRequeued":
      return { ...ticket, ...free, n: ticket.n + 1, ahead: true, waitingFrom: event.at, passedBy: [...ticket.passedBy, event.agent.id], since: event.at };
    case "TicketTransferred": {
      const moved = { ...ticket, ...free, line: event.line, n: ticket.n + 1, ahead: true, waitingFrom: event.at, passedBy: [event.by.id], since: event.at };
      return event.to ? { ...moved, status: "accepted", agent: event.to, acceptedAt: event.at } : moved;
    }
    case "TicketTakenOver":
      return { ...ticket, agent: event.by, acceptedAt: event.at, repliedAt: null, heldUntil: null, since: event.at };
    case "HandoffSent":
    case "BriefCorrected":
    case "PlaceAsked":
      return ticket;
    case "PlaceTold": {
      return { ...ticket, toldPlace: event.place, promise: promised(ticket.promise, event) };
    }
    case "MessageLeft":
      return { ...ticket, status: "message", agent: null, offer: null, messageTaken: false };
    case "MessageTaken":
      return { ...ticket, messageTaken: true, message: event.turnId };
    case "TicketAbandoned":
    case "TicketReturned":
    case "TicketClosed":
      return null;
    case "SuggestionAnswered":
      return ticket;
  }
}

/** While a promise runs a later one does not put it off: the customer has heard the first. */
function promised(before: Ticket["promise"], { waitMinutes, at }: Extract<StoredEvent, { type: "PlaceTold" }>): Ticket["promise"] {
  if (waitMinutes === null) return before;
  const until = at + waitMinutes * minute;
  return before && before.until > at && before.until <= until ? before : { minutes: waitMinutes, until };
}

/** The person's first words end the wait for them, and answer a message that was left. */
function withReply(ticket: Ticket, { reply, at }: Extract<StoredEvent, { type: "ReplyRecorded" }>): Ticket {
  const first = ticket.status === "accepted" && ticket.repliedAt === null && reply.author === "person";
  return first ? { ...ticket, repliedAt: at, message: null } : ticket;
}
