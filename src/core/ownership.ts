import type { TicketStatus } from "./ticket.ts";

/** Who may speak to the customer now. The one place that decides it. */
export type Voice = "bot" | "line" | "person";

/**
 * The bot speaks when no ticket is open, and while only a message was left.
 * In line nobody speaks but notices; once offered and accepted, only the person does.
 */
export function voice(ticket: { status: TicketStatus } | null): Voice {
  if (!ticket) return "bot";
  switch (ticket.status) {
    case "waiting":
    case "offered":
      return "line";
    case "accepted":
      return "person";
    case "message":
    case "closed":
    case "abandoned":
      return "bot";
  }
}
