import type { AgentAccount } from "../app/ports.ts";
import type { OpenTicket } from "../app/ticket-board.ts";
import type { StoredEvent } from "../core/events.ts";
import type { ConversationState } from "../core/state.ts";
import { lineKey } from "../core/line-order.ts";
import { trackingCode } from "../core/tracking-code.ts";
import type { Ticket } from "../core/ticket.ts";
import type { TicketView, WireEvent } from "./contract.ts";

const iso = (at: number): string => new Date(at).toISOString();

/** A ticket as the desk lists it. */
export function ticketView({ conversationId, ticket, state, version }: OpenTicket, place: number | null, now: number): TicketView {
  const { emotion, valence, arousal, trend, confidence } = state.emotion;
  const { id, name } = state.customer;
  return {
    id: ticket.ticketId, conversationId, customer: { id, name }, language: ticket.line.language, agentSkill: ticket.line.agentSkill,
    status: ticket.status, place, rank: lineKey(ticket), queuedAt: iso(ticket.queuedAt), waitedMs: (ticket.acceptedAt ?? now) - ticket.queuedAt, reason: ticket.reason,
    emotion: { emotion, valence, arousal, trend, confidence }, agentId: ticket.agent?.id ?? null, agentName: ticket.agent?.name ?? null,
    offer: ticket.offer && { agentId: ticket.offer.agent.id, agentName: ticket.offer.agent.name, until: iso(ticket.offer.until) },
    heldUntil: ticket.heldUntil === null ? null : iso(ticket.heldUntil), unansweredMs: unansweredMs(state.story, now),
    lastText: lastText(ticket, state.story), trackingCode: trackingCode(conversationId), version,
  };
}

/** What was said last, or the message that was left: a small question after it is not what the ticket is about. */
function lastText({ status, message }: Ticket, story: ConversationState["story"]): string {
  const left = status === "message" ? story.find(({ turnId, who }) => who === "customer" && turnId === message) : undefined;
  return (left ?? story.findLast(({ who }) => who === "customer"))?.text ?? "";
}

/** The first line of the customer that no person has answered yet. */
function unansweredMs(story: ConversationState["story"], now: number): number | null {
  const answered = story.findLastIndex(({ who }) => who === "person");
  const first = story.slice(answered + 1).find(({ who }) => who === "customer");
  return first ? now - first.at : null;
}

export const wireEvent = (event: StoredEvent): WireEvent => ({ ...event, at: iso(event.at) }) as WireEvent;

/** Supervisors see every ticket; agents their own, and those waiting that they can take. */
export function maySee(agent: AgentAccount, ticket: Ticket): boolean {
  if (agent.roles.includes("supervisor") || agent.roles.includes("admin")) return true;
  if (ticket.agent) return ticket.agent.id === agent.id;
  return agent.languages.includes(ticket.line.language) && agent.agentSkills.includes(ticket.line.agentSkill);
}

/** As maySee, and the person who had it last, until somebody else takes it. */
export function mayRead(agent: AgentAccount, state: ConversationState): boolean {
  if (state.ticket) return maySee(agent, state.ticket);
  return agent.roles.includes("supervisor") || agent.roles.includes("admin") || state.lastAgent?.id === agent.id;
}
