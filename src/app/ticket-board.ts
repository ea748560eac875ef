import { NotFoundError } from "../core/errors.ts";
import { voice } from "../core/ownership.ts";
import type { ConversationState } from "../core/state.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Conversations } from "./conversations.ts";
import type { EventLog, Feed, Log } from "./ports.ts";

/** An open ticket with its conversation, as the desk lists it. */
export type OpenTicket = { conversationId: string; ticket: Ticket; state: ConversationState; version: number };

/** All open tickets in memory: filled at start from the list kept with the log, then kept in step with this process and the feed. Never the truth. */
export type TicketBoard = {
  start(): Promise<void>;
  open(): OpenTicket[];
  of(conversationId: string): OpenTicket | null;
  /** Where a ticket is, open or lately closed. Throws NotFoundError otherwise. */
  conversationOf(ticketId: string): string;
  /** Tickets a person has now, by agent. */
  load(agentId: string): number;
};

/** Closed tickets whose conversation is remembered, so that a late call gets a true answer. */
const remembered = 10_000;
/** Conversations read together at the start. */
const together = 50;

export function createTicketBoard({ conversations, log, feed, logger }: { conversations: Conversations; log: EventLog; feed: Feed; logger: Log }): TicketBoard {
  const open = new Map<string, OpenTicket>();
  const whereabouts = new Map<string, string>();

  const put = (conversationId: string, state: ConversationState, version: number): void => {
    if ((open.get(conversationId)?.version ?? 0) > version) return;
    if (!state.ticket) return void open.delete(conversationId);
    open.set(conversationId, { conversationId, ticket: state.ticket, state, version });
    whereabouts.set(state.ticket.ticketId, conversationId);
    const [oldest] = whereabouts.keys();
    if (whereabouts.size > remembered + open.size && oldest !== undefined) whereabouts.delete(oldest);
  };

  conversations.onApplied(({ conversationId, after, version }) => put(conversationId, after, version));
  feed.subscribe(({ conversationId, version, own }) => {
    if (own) return; // heard already, when it was applied
    conversations
      .atLeast(conversationId, version)
      .then((loaded) => put(conversationId, loaded.state, loaded.version))
      .catch((error: unknown) => logger.error({ conversationId, err: error }, "board could not follow the feed"));
  });

  return {
    async start() {
      const ids = await log.marked("open-ticket");
      for (let from = 0; from < ids.length; from += together) {
        await Promise.all(ids.slice(from, from + together).map(async (conversationId) => {
          const { state, version } = await conversations.load(conversationId);
          put(conversationId, state, version);
        }));
      }
    },
    open: () => [...open.values()],
    of: (conversationId) => open.get(conversationId) ?? null,
    conversationOf(ticketId) {
      const conversationId = whereabouts.get(ticketId);
      if (!conversationId) throw new NotFoundError("ticket.not-found", { ticketId });
      return conversationId;
    },
    load: (agentId) => [...open.values()].filter(({ ticket }) => voice(ticket) === "person" && ticket.agent?.id === agentId).length,
  };
}
