import type { Done } from "./agent-work.ts";
import type { Change, Conversations } from "./conversations.ts";
import type { Clock } from "./ports.ts";
import type { AgentIdentity, Ticket } from "../core/ticket.ts";
import type { ConversationState } from "../core/state.ts";
import type { ReplyMaker } from "./reply.ts";

const minute = 60_000;

/** A ticket that waits for something else than its agent: it stays theirs and takes none of their capacity. */
export type Hold = {
  /** @param minutes whole, from 1 to a day. The customer is told. */
  hold(conversationId: string, ticketId: string, agent: AgentIdentity, minutes: number): Promise<Done>;
  resume(conversationId: string, ticketId: string, agent: AgentIdentity): Promise<Done>;
  /** The customer wrote: the ticket is its agent's again at once. */
  customerWrote(conversationId: string): Promise<void>;
};

export function createHold({ conversations, replies, clock }: { conversations: Conversations; replies: ReplyMaker; clock: Clock }): Hold {
  const asOwner = (conversationId: string, ticketId: string, agent: AgentIdentity, act: (state: ConversationState, ticket: Ticket) => Change<Done>): Promise<Done> =>
    conversations.change<Done>(conversationId, (state) => {
      const { ticket } = state;
      const owns = ticket?.ticketId === ticketId && ticket.status === "accepted" && ticket.agent?.id === agent.id;
      return owns ? act(state, ticket) : { events: [], result: { ok: false, why: "not-owner" } };
    });
  return {
    hold: (conversationId, ticketId, agent, minutes) =>
      asOwner(conversationId, ticketId, agent, ({ language }, ticket) => {
        const told = replies.notice(minutes === 1 ? "held.minute" : "held", null, language ?? ticket.line.language, { values: { agent: agent.name, minutes } });
        return { events: [{ type: "TicketHeld", ticketId, agent, until: clock.now() + minutes * minute }, { type: "ReplyRecorded", reply: told }], result: { ok: true } };
      }),
    resume: (conversationId, ticketId, agent) =>
      asOwner(conversationId, ticketId, agent, (_, { heldUntil }) => ({ events: heldUntil === null ? [] : [{ type: "TicketResumed", ticketId, agent }], result: { ok: true } })),
    customerWrote: (conversationId) =>
      conversations.change(conversationId, ({ ticket }) => {
        if (ticket?.status !== "accepted" || ticket.heldUntil === null || !ticket.agent) return { events: [], result: undefined };
        return { events: [{ type: "TicketResumed", ticketId: ticket.ticketId, agent: ticket.agent }], result: undefined };
      }),
  };
}
