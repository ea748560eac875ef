import { acceptedDue, nextLook, type AcceptedDue, type HoldingAgent, type LineTimes } from "../core/due.ts";
import type { RequeueReason } from "../core/events.ts";
import type { ConversationState } from "../core/state.ts";
import type { Change, Conversations } from "./conversations.ts";
import type { AgentDirectory, Clock, DeskSignals, PresenceBoard, Signals } from "./ports.ts";
import { afterPersonsPart, type PartEnding } from "./persons-part.ts";
import type { ReplyMaker } from "./reply.ts";
import type { TicketBoard } from "./ticket-board.ts";

export type AgentLeaseParts = {
  conversations: Conversations; board: TicketBoard; presence: PresenceBoard; agents: AgentDirectory; replies: ReplyMaker; clock: Clock; times: LineTimes;
  signals: Signals; deskSignals: DeskSignals;
};

/** Having a ticket is a lease: it lasts while the agent is at the desk and has said a first word in good time. */
export type AgentLease = {
  /** Does what is due on a ticket a person has; answers when to look again, epoch ms, or null when nobody has it now. */
  check(conversationId: string): Promise<number | null>;
  /** Looks at once at all tickets of an agent who says they go. */
  left(agentId: string): Promise<void>;
};

/** Conversations whose agents were seen writing; a signal that far back hurries nobody. */
const remembered = 5_000;

const noticeOf: Record<RequeueReason, string> = { "agent-gone": "requeued", "no-first-reply": "requeued.no-first-reply", "agent-full": "requeued.agent-full" };

export function createAgentLease({ conversations, board, presence, agents, replies, clock, times, signals, deskSignals }: AgentLeaseParts): AgentLease {
  const wrote = new Map<string, number>();
  /** By ticket, when it goes back, as its agent was told: the same is said once. */
  const nudged = new Map<string, number>();
  const nudgeOnce = (agentId: string, conversationId: string, ticketId: string, returnsAt: number): void => {
    if (nudged.get(ticketId) === returnsAt) return;
    nudged.delete(ticketId);
    nudged.set(ticketId, returnsAt);
    const [oldest] = nudged.keys();
    if (nudged.size > remembered && oldest !== undefined) nudged.delete(oldest);
    deskSignals.publish({ kind: "nudge", agentId, conversationId, ticketId, returnsAt });
  };
  signals.subscribe((signal) => {
    if (signal.kind !== "typing" || signal.who !== "agent") return;
    const { conversationId } = signal;
    wrote.delete(conversationId);
    wrote.set(conversationId, clock.now());
    const [oldest] = wrote.keys();
    if (wrote.size > remembered && oldest !== undefined) wrote.delete(oldest);
  });

  const holding = async (conversationId: string, agentId: string, { story }: ConversationState): Promise<HoldingAgent> => {
    const last = story.findLast(({ who }) => who === "customer" || who === "person");
    const [[state], runsOutAt] = await Promise.all([presence.of([agentId]), presence.runsOutAt(agentId)]);
    return {
      presentUntil: state === "offline" ? null : runsOutAt, hasRoom: board.load(agentId) < (agents.byId(agentId)?.capacity ?? 0), wroteAt: wrote.get(conversationId) ?? null,
      unansweredAt: last?.who === "person" ? last.at : null,
    };
  };

  /** Looked at inside the change: of a word said and a lease that ends at once, the log decides which came first. */
  const settle = async (conversationId: string, state: ConversationState): Promise<Change<AcceptedDue>> => {
    const { ticket, language } = state;
    const nothing: Change<AcceptedDue> = { events: [], result: { do: "nothing" } };
    if (ticket?.status !== "accepted" || !ticket.agent) return nothing;
    const { ticketId, agent } = ticket;
    const due = acceptedDue(ticket, await holding(conversationId, agent.id, state), clock.now(), times);
    switch (due.do) {
      case "nothing":
      case "nudge":
        return { events: [], result: due };
      case "resume":
        return { events: [{ type: "TicketResumed", ticketId, agent }], result: due };
      case "time-out": {
        const ending: PartEnding = { type: "TicketReturned", ticketId, by: agent, why: "timeout", errand: null };
        return { events: [ending, ...afterPersonsPart(replies, state, ending)], result: due };
      }
      case "requeue": {
        const told = replies.notice(noticeOf[due.why], { kind: "handoff", values: { rule: due.why } }, language ?? ticket.line.language);
        return { events: [{ type: "TicketRequeued", ticketId, why: due.why, agent }, { type: "ReplyRecorded", reply: told }], result: due };
      }
    }
  };

  const check = async (conversationId: string): Promise<number | null> => {
    const { ticket } = (await conversations.load(conversationId)).state;
    if (ticket?.status !== "accepted" || !ticket.agent) return null;
    const { ticketId, agent } = ticket;
    const due = await conversations.change(conversationId, (state) => settle(conversationId, state));
    if (due.do === "nudge") nudgeOnce(agent.id, conversationId, ticketId, due.returnsAt);
    if (due.do === "requeue" && due.why === "no-first-reply") await awayIfAvailable(agent.id);
    const after = (await conversations.load(conversationId)).state;
    const now = after.ticket;
    if (now?.status !== "accepted" || !now.agent) return null;
    return nextLook(now, await holding(conversationId, now.agent.id, after), clock.now(), times);
  };

  /** Who takes a chat and says nothing is not there, whatever their desk says: no other customer should wait for them. */
  const awayIfAvailable = async (agentId: string): Promise<void> => {
    const [state] = await presence.of([agentId]);
    if (state === "available") await presence.set(agentId, "away");
  };

  return {
    check,
    async left(agentId) {
      await Promise.all(board.heldBy(agentId).map(({ conversationId }) => check(conversationId)));
    },
  };
}
