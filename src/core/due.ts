import type { RequeueReason } from "./events.ts";
import type { Ticket } from "./ticket.ts";

/** All in milliseconds. */
export type LineTimes = {
  /** Between two looks at who waits. */
  update: number;
  /** At most between two looks at who has a person. */
  look: number;
  /** After accepting, the person is reminded that the customer waits for a first word. */
  nudgeAfter: number;
  /** After this the ticket goes back to the line. */
  returnAfter: number;
  /** A customer who has not answered the person for so long has left; the assistant goes on with whoever comes back. */
  silentAfter: number;
};

/** What is known of the agent who has a ticket. */
export type HoldingAgent = {
  /** When presence runs out, epoch ms; null when the agent is gone. */
  presentUntil: number | null;
  hasRoom: boolean;
  /** When they were last seen writing in this conversation, epoch ms. */
  wroteAt: number | null;
  /** When they last wrote to the customer, where nothing has come back since, epoch ms. */
  unansweredAt: number | null;
};

export type AcceptedDue = { do: "requeue"; why: RequeueReason } | { do: "nudge"; returnsAt: number } | { do: "resume" } | { do: "time-out" } | { do: "nothing" };

/** Since when the customer has waited for a first word: who is seen writing it is not hurried. */
const silentSince = (ticket: Ticket, { wroteAt }: HoldingAgent): number => Math.max(ticket.since, wroteAt ?? 0);

/** What is due on a ticket a person has. One thing at a time; the gravest first. */
export function acceptedDue(ticket: Ticket, agent: HoldingAgent, now: number, { nudgeAfter, returnAfter, silentAfter }: LineTimes): AcceptedDue {
  if (agent.presentUntil === null) return { do: "requeue", why: "agent-gone" };
  if (ticket.heldUntil !== null) {
    if (now < ticket.heldUntil) return { do: "nothing" };
    return agent.hasRoom ? { do: "resume" } : { do: "requeue", why: "agent-full" };
  }
  if (ticket.repliedAt !== null) return agent.unansweredAt !== null && now >= agent.unansweredAt + silentAfter ? { do: "time-out" } : { do: "nothing" };
  const since = silentSince(ticket, agent);
  if (now >= since + returnAfter) return { do: "requeue", why: "no-first-reply" };
  return now >= since + nudgeAfter ? { do: "nudge", returnsAt: since + returnAfter } : { do: "nothing" };
}

/** When to look again at a ticket a person has, epoch ms, after now. */
export function nextLook(ticket: Ticket, agent: HoldingAgent, now: number, { look, nudgeAfter, returnAfter, silentAfter }: LineTimes): number {
  const since = silentSince(ticket, agent);
  const moments = [
    agent.presentUntil,
    ticket.heldUntil,
    agent.unansweredAt === null ? null : agent.unansweredAt + silentAfter,
    ...(ticket.repliedAt === null && ticket.heldUntil === null ? [since + nudgeAfter, since + returnAfter] : []),
  ];
  return Math.min(now + look, ...moments.filter((moment) => moment !== null && moment > now).map(Number));
}

/** The wait the customer was told is over, and they still wait: said once per promise, for the next word is a promise again. */
export const promiseBroken = ({ status, promise }: Ticket, now: number): boolean => status === "waiting" && promise !== null && now >= promise.until;

/** When to look again at a ticket that waits, epoch ms. */
export const nextUpdate = ({ promise }: Ticket, now: number, { update }: LineTimes): number =>
  promise !== null && promise.until > now ? Math.min(now + update, promise.until) : now + update;
