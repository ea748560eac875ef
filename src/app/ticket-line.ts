import type { Event } from "../core/events.ts";
import { voice } from "../core/ownership.ts";
import type { ConversationState } from "../core/state.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Applied, Conversations } from "./conversations.ts";
import { expectedWait } from "./expected-wait.ts";
import type { AgentDirectory, Log, PresenceBoard, Timers, WaitingLine, Clock } from "./ports.ts";
import type { ReplyMaker } from "./reply.ts";

export type TicketLineParts = {
  conversations: Conversations;
  line: WaitingLine;
  timers: Timers;
  presence: PresenceBoard;
  agents: AgentDirectory;
  replies: ReplyMaker;
  clock: Clock;
  log: Log;
  /** Milliseconds between honest updates to a waiting customer, and between looks at whether an agent is still there. */
  updateEvery: number;
  leaseCheckEvery: number;
};

export type TicketLine = {
  /** Brings the line, the timers and what the customer was told in step with the log. Safe to repeat. */
  settle(conversationId: string, state: ConversationState): Promise<void>;
  /** What follows from an append: only the conversations whose ticket changed are settled. Failures are logged; reconcile settles again. */
  follow(applied: Applied): Promise<void>;
  tellPlace(conversationId: string): Promise<void>;
  /** A timer fired: does what is due and says when to look again, or null when that phase is over. */
  due(conversationId: string, phase: string): Promise<number | null>;
};

/** A phase of a ticket's life, for timers: it is over when the status or the queueing changed. */
const phaseOf = (ticket: Ticket): string => `${ticket.ticketId}-${ticket.n}-${ticket.status}`;

export function createTicketLine(parts: TicketLineParts): TicketLine {
  const { conversations, line, timers, presence, agents, replies, clock, log, updateEvery, leaseCheckEvery } = parts;
  const checkEvery = (ticket: Ticket): number => (ticket.status === "accepted" ? leaseCheckEvery : updateEvery);

  const settle = async (conversationId: string, state: ConversationState): Promise<void> => {
    const { ticket } = state;
    if (!ticket || voice(ticket) === "bot") return;
    if (ticket.status === "waiting") await line.join(conversationId, ticket);
    await timers.arm(conversationId, phaseOf(ticket), clock.now() + checkEvery(ticket));
    if (ticket.status === "waiting" && ticket.toldPlace === null) await tellPlace(conversationId);
  };

  /** Whether anyone who can take this ticket is at the desk. */
  const someoneThere = async (ticket: Ticket): Promise<boolean> => {
    const able = agents.all().filter(({ languages, agentSkills }) => languages.includes(ticket.line.language) && agentSkills.includes(ticket.line.agentSkill));
    return (await presence.of(able.map(({ id }) => id))).some((state) => state === "available" || state === "busy");
  };

  const tellPlace = async (conversationId: string): Promise<void> => {
    const { state } = await conversations.load(conversationId);
    const waiting = state.ticket;
    if (waiting?.status !== "waiting") return;
    const place = await line.place(waiting);
    if (place === null) return;
    const wait = expectedWait(await line.waits(waiting.line), place);
    const there = await someoneThere(waiting);
    await conversations.change(conversationId, ({ ticket, language }) => {
      if (ticket?.status !== "waiting" || ticket.n !== waiting.n) return { events: [], result: undefined };
      const key = !there ? "queue.nobody" : wait ? "queue.place" : "queue.place-unknown-wait";
      const values = { place, low: wait?.low ?? 0, high: wait?.high ?? 0 };
      // With nobody there the waits of better hours say nothing, and a client must not show them.
      const told = { kind: "queue" as const, values: there && wait ? values : { place } };
      const events: Event[] = [
        { type: "PlaceTold", ticketId: ticket.ticketId, place, waitMinutes: there && wait ? wait.high : null },
        { type: "ReplyRecorded", reply: replies.notice(key, told, language ?? ticket.line.language) },
      ];
      return { events, result: undefined };
    });
  };

  const requeueIfGone = (conversationId: string): Promise<void> =>
    conversations.change(conversationId, async ({ ticket, language }) => {
      if (ticket?.status !== "accepted" || !ticket.agent) return { events: [], result: undefined };
      const [state] = await presence.of([ticket.agent.id]);
      if (state !== "offline") return { events: [], result: undefined };
      const { ticketId, agent } = ticket;
      const told = replies.notice("requeued", { kind: "handoff", values: { rule: "agent-gone" } }, language ?? ticket.line.language);
      return { events: [{ type: "TicketRequeued", ticketId, why: "agent-gone", agent }, { type: "ReplyRecorded", reply: told }], result: undefined };
    });

  return {
    settle,
    tellPlace,
    async follow({ conversationId, before, after, events }) {
      if (!events.some((event) => "ticketId" in event)) return;
      try {
        const left = before.ticket;
        const stillSameJob = left !== null && after.ticket?.status === "waiting" && after.ticket.ticketId === left.ticketId && after.ticket.n === left.n;
        if (left?.status === "waiting" && !stillSameJob) await line.leave(left);
        const accepted = events.find((event) => event.type === "TicketAccepted");
        if (accepted && left) await line.noteWait(left.line, accepted.at - left.queuedAt);
        if (events.some(({ type }) => type === "PlaceAsked")) await tellPlace(conversationId);
        const moved = after.ticket && (!left || phaseOf(left) !== phaseOf(after.ticket));
        if (moved) await settle(conversationId, after);
      } catch (error) {
        log.error({ conversationId, err: error }, "line not in step with the log; reconcile will settle it");
      }
    },
    async due(conversationId, phase) {
      const { state } = await conversations.load(conversationId);
      const { ticket } = state;
      if (!ticket || phaseOf(ticket) !== phase) return null;
      if (ticket.status === "accepted") await requeueIfGone(conversationId);
      if (ticket.status === "waiting") {
        const place = await line.place(ticket);
        if (place !== null && place !== ticket.toldPlace) await tellPlace(conversationId);
      }
      const now = (await conversations.load(conversationId)).state.ticket;
      return now && phaseOf(now) === phase ? clock.now() + checkEvery(now) : null;
    },
  };
}
