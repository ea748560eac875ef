import type { Event } from "./events.ts";
import type { TicketStatus } from "./ticket.ts";

/** Where a ticket may be when an event happens to it; `none` is a conversation without one. */
export type TicketPlace = TicketStatus | "none";

/** Events that belong to a ticket. */
export type TicketEvent = Extract<Event, { ticketId: string }>["type"];

/**
 * From where each event of a ticket may come; where it leads, `evolveTicket` says. The diagram of docs/handoff.md is made from both, and random histories
 * of the real use cases are held against it.
 */
export const comesFrom: Record<TicketEvent, readonly TicketPlace[]> = {
  TicketOpened: ["none"],
  TicketReprioritised: ["waiting"],
  TicketOffered: ["waiting"],
  OfferDeclined: ["offered"],
  OfferExpired: ["offered"],
  TicketAccepted: ["waiting", "offered", "message"],
  TicketHeld: ["accepted"],
  TicketResumed: ["accepted"],
  TicketRequeued: ["accepted"],
  TicketTransferred: ["accepted"],
  TicketTakenOver: ["accepted"],
  HandoffSent: ["waiting", "offered"],
  BriefCorrected: ["waiting", "offered"],
  PlaceAsked: ["waiting"],
  PlaceTold: ["waiting"],
  MessageLeft: ["waiting", "offered"],
  MessageTaken: ["message"],
  TicketAbandoned: ["waiting", "offered", "message"],
  TicketReturned: ["accepted", "waiting", "offered"],
  TicketClosed: ["accepted"],
  SuggestionAnswered: ["accepted"],
};
