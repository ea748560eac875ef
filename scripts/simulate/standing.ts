import type { TicketView } from "../../src/api/contract.ts";
import type { Outcome } from "./tally.ts";

/**
 * How a conversation stands, by its open ticket and by what happened in it: nobody may be left with nobody.
 *
 * @param events their types, oldest first; looked at only where no ticket is open
 * @param dead agents who are gone: having their ticket is having nobody
 */
export function standing(ticket: Pick<TicketView, "status" | "agentId"> | undefined, events: readonly string[], dead: ReadonlySet<string>): { outcome: Outcome; why: string } {
  if (ticket?.status === "accepted") {
    return dead.has(ticket.agentId ?? "") ? { outcome: "lost", why: `is with ${ticket.agentId}, who is gone` } : { outcome: "with a person", why: "" };
  }
  if (ticket) return { outcome: ticket.status === "message" ? "message taken" : "in line", why: "" };
  const ended = events.findLastIndex((type) => type === "TicketClosed" || type === "TicketReturned");
  const asked = events.lastIndexOf("TurnReceived");
  if (ended > asked) return { outcome: "served", why: "" };
  const answered = events.lastIndexOf("ReplyRecorded") > asked;
  return answered ? { outcome: "answered", why: "" } : { outcome: "lost", why: "the last words have no answer" };
}
