import { NotFoundError } from "../core/errors.ts";
import { lineKey } from "../core/line-order.ts";
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
  /** Drops a conversation that was erased. */
  forget(conversationId: string): void;
  /** Soonest first over all lines. */
  open(): readonly OpenTicket[];
  of(conversationId: string): OpenTicket | null;
  /** Where a ticket is, open or lately closed. Throws NotFoundError otherwise. */
  conversationOf(ticketId: string): string;
  /** Tickets a person has, those on hold among them. */
  heldBy(agentId: string): OpenTicket[];
  /** How many chats a person has now: those on hold take no capacity. */
  load(agentId: string): number;
  /** When an agent last took a ticket, epoch ms; 0 when this process has not seen it. */
  lastTook(agentId: string): number;
};

/** Closed tickets whose conversation is remembered, so that a late call gets a true answer. */
const remembered = 10_000;
/** Conversations read together at the start. */
const together = 50;

export function createTicketBoard({ conversations, log, feed, logger }: { conversations: Conversations; log: EventLog; feed: Feed; logger: Log }): TicketBoard {
  const open = new Map<string, OpenTicket>();
  const whereabouts = new Map<string, string>();
  /** Conversations by the person who has them: asked for at every claim and every offer, however many others wait. */
  const owned = new Map<string, Set<string>>();
  const took = new Map<string, number>();
  /** Sorted when asked for and something has changed: a line of 10,000 is listed far less often than it moves. */
  let sorted: OpenTicket[] | null = null;

  const ownerOf = (entry: OpenTicket | undefined): string | null => (entry && voice(entry.ticket) === "person" ? (entry.ticket.agent?.id ?? null) : null);

  const put = (conversationId: string, state: ConversationState, version: number): void => {
    const known = open.get(conversationId);
    if ((known?.version ?? 0) > version) return;
    const entry = state.ticket ? { conversationId, ticket: state.ticket, state, version } : undefined;
    const [before, after] = [ownerOf(known), ownerOf(entry)];
    if (before !== null && before !== after) owned.get(before)?.delete(conversationId);
    if (after !== null) owned.set(after, (owned.get(after) ?? new Set()).add(conversationId));
    if (after !== null && entry?.ticket.acceptedAt) took.set(after, Math.max(took.get(after) ?? 0, entry.ticket.acceptedAt));
    sorted = null;
    if (!entry) return void open.delete(conversationId);
    open.set(conversationId, entry);
    whereabouts.set(entry.ticket.ticketId, conversationId);
    const [oldest] = whereabouts.keys();
    if (whereabouts.size > remembered + open.size && oldest !== undefined) whereabouts.delete(oldest);
  };

  conversations.onApplied(({ conversationId, after, version }) => put(conversationId, after, version));
  const loading = new Map<string, number>();
  feed.subscribe(({ conversationId, version, own, events }) => {
    if (own) return; // heard already, when it was applied
    // A turn of a conversation without a ticket changes nothing here, and most are that: another process's turns then cost this one no read.
    if (!open.has(conversationId) && !loading.has(conversationId) && !events.some((event) => "ticketId" in event)) return;
    loading.set(conversationId, (loading.get(conversationId) ?? 0) + 1);
    conversations
      .atLeast(conversationId, version)
      .then((loaded) => put(conversationId, loaded.state, loaded.version))
      .catch((error: unknown) => logger.error({ conversationId, err: error }, "board could not follow the feed"))
      .finally(() => {
        const left = (loading.get(conversationId) ?? 1) - 1;
        if (left === 0) loading.delete(conversationId);
        else loading.set(conversationId, left);
      });
  });

  const heldBy = (agentId: string): OpenTicket[] => [...(owned.get(agentId) ?? [])].map((conversationId) => open.get(conversationId)).filter((entry) => entry !== undefined);

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
    forget(conversationId) {
      for (const held of owned.values()) held.delete(conversationId);
      for (const [ticketId, where] of whereabouts) if (where === conversationId) whereabouts.delete(ticketId);
      open.delete(conversationId);
      sorted = null;
    },
    open: () => (sorted ??= [...open.values()].map((entry) => ({ entry, key: lineKey(entry.ticket) })).sort((a, b) => a.key - b.key).map(({ entry }) => entry)),
    of: (conversationId) => open.get(conversationId) ?? null,
    conversationOf(ticketId) {
      const conversationId = whereabouts.get(ticketId);
      if (!conversationId) throw new NotFoundError("ticket.not-found", { ticketId });
      return conversationId;
    },
    heldBy,
    load: (agentId) => heldBy(agentId).filter(({ ticket }) => ticket.heldUntil === null).length,
    lastTook: (agentId) => took.get(agentId) ?? 0,
  };
}
