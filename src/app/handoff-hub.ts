import { handoffInitiate, type HandoffInitiate, type HandoffStateName } from "../core/handoff-protocol.ts";
import { voice } from "../core/ownership.ts";
import type { AgentIdentity } from "../core/ticket.ts";
import type { AgentWork, Done } from "./agent-work.ts";
import type { Applied, Conversations } from "./conversations.ts";
import { createMailbox } from "./mailbox.ts";
import type { Clock, Log, Texts } from "./ports.ts";
import type { ReplyMaker } from "./reply.ts";

/** A desk elsewhere that takes handoffs in the place of ours. Every call rejects when it was not taken. */
export type Hub = {
  initiate(handoff: HandoffInitiate): Promise<void>;
  /** What the customer says or that the handoff is over, to whoever has it there. */
  forward(ticketId: string, activity: Record<string, unknown>): Promise<void>;
};

/** What the hub says back. `id` of a message makes a repeated one the same message. */
export type HubWord =
  | { kind: "status"; state: HandoffStateName; agent: AgentIdentity | null }
  | { kind: "message"; id: string; text: string; agent: AgentIdentity };

export type HandoffHub = {
  follow(applied: Applied): void;
  /** Hands over what waits and was never taken, in its own time; after a start. */
  settle(conversationId: string): void;
  hear(conversationId: string, ticketId: string, word: HubWord): Promise<Done>;
  /** Resolves when all that was begun is done; for stopping. */
  idle(): Promise<void>;
};

/** Agents of a hub are nobody at our desk: their ids say so, and no heartbeat of ours is expected of them. */
export const hubPrefix = "hub:";

/** A ticket that came back from the hub this often goes no third round: the customer leaves a message. */
const roundsAtMost = 2;

/**
 * Lets a hub elsewhere take the place of our desk. A handoff that the hub does not take, gives up, or keeps passing round ends with a message that is
 * asked for and answered later, never with silence; meanwhile the ticket stands in our own line, so that our people may take it too.
 */
export function createHandoffHub({ conversations, work, replies, hub, texts, clock, log }: {
  conversations: Conversations; work: AgentWork; replies: ReplyMaker; hub: Hub; texts: Texts; clock: Clock; log: Log;
}): HandoffHub {
  const inOrder = createMailbox();
  const running = new Set<Promise<void>>();
  const begin = (conversationId: string, act: () => Promise<void>): void => {
    const run = inOrder(conversationId, act).catch((error: unknown) => log.error({ conversationId, err: error }, "the hub could not be told"));
    running.add(run);
    void run.finally(() => running.delete(run));
  };

  const giveUp = async (conversationId: string, ticketId: string): Promise<void> => {
    await work.unanswered(conversationId, ticketId);
  };

  const initiate = async (conversationId: string): Promise<void> => {
    const { state } = await conversations.load(conversationId);
    const { ticket } = state;
    if (ticket?.status !== "waiting" || state.hubHas === `${ticket.ticketId}-${ticket.n}`) return;
    const { ticketId, n } = ticket;
    if (ticket.passedBy.filter((id) => id.startsWith(hubPrefix)).length >= roundsAtMost) return giveUp(conversationId, ticketId);
    try {
      await hub.initiate(handoffInitiate(conversationId, ticket, state, clock.now()));
    } catch (error) {
      log.error({ conversationId, err: error }, "the hub did not take the handoff; the customer is asked for a message");
      return giveUp(conversationId, ticketId);
    }
    await conversations.change(conversationId, ({ ticket: now }) => ({
      events: now?.ticketId === ticketId ? [{ type: "HandoffSent", ticketId, n } as const] : [], result: undefined,
    }));
  };

  return {
    follow({ conversationId, before, after, events }) {
      const { ticket } = after;
      const joins = events.some(({ type }) => type === "TicketOpened" || type === "TicketRequeued" || type === "TicketTransferred");
      if (joins && ticket?.status === "waiting") begin(conversationId, () => initiate(conversationId));
      if (after.hubHas === null && before.hubHas === null) return;
      const ticketId = (before.ticket ?? ticket)?.ticketId;
      if (ticketId === undefined) return;
      for (const event of events) {
        if (event.type === "TurnReceived" && event.text !== "" && before.ticket && voice(before.ticket) !== "bot") {
          begin(conversationId, () => hub.forward(ticketId, { type: "message", id: event.turnId, timestamp: new Date(event.at).toISOString(), from: { role: "user" }, text: event.text }));
        }
      }
      // Ended here, or taken by one of ours: the other side must not wait for a customer who is served.
      const ours = ticket?.status === "accepted" && ticket.agent !== null && !ticket.agent.id.startsWith(hubPrefix);
      const over = before.ticket !== null && ticket?.ticketId !== before.ticket.ticketId;
      if (over || (ours && before.ticket?.agent?.id !== ticket.agent?.id) || (ticket?.status === "message" && before.ticket?.status !== "message")) {
        begin(conversationId, () => hub.forward(ticketId, { type: "endOfConversation", id: `${ticketId}-end` }));
      }
    },
    settle: (conversationId) => begin(conversationId, () => initiate(conversationId)),
    async hear(conversationId, ticketId, word) {
      const { ticket, language } = (await conversations.load(conversationId)).state;
      // Who gives no name is called what the customer's language calls the team.
      const named = (agent: AgentIdentity | null): AgentIdentity =>
        agent ? { id: hubPrefix + agent.id, name: agent.name } : { id: `${hubPrefix}agent`, name: texts.text("hub.agent", {}, language ?? ticket?.line.language ?? "es") };
      const holder = ticket?.ticketId === ticketId && ticket.status === "accepted" && ticket.agent?.id.startsWith(hubPrefix) ? ticket.agent : null;
      if (word.kind === "message") return work.say(conversationId, ticketId, holder ?? named(word.agent), word.text, word.id);
      switch (word.state) {
        case "accepted":
          return work.accept(conversationId, ticketId, named(word.agent));
        case "completed":
          return work.handBack(conversationId, ticketId, holder ?? named(word.agent), null, "solved");
        case "failed":
          if (holder) {
            // Given up after it was taken: back to the line, ahead, and from there to the hub again or to one of ours.
            return conversations.change<Done>(conversationId, (state) => ({
              events: [
                { type: "TicketRequeued", ticketId, why: "agent-gone", agent: holder },
                { type: "ReplyRecorded", reply: replies.notice("requeued", { kind: "handoff", values: { rule: "agent-gone" } }, state.language ?? "es") },
              ],
              result: { ok: true },
            }));
          }
          return work.unanswered(conversationId, ticketId);
      }
    },
    async idle() {
      await Promise.all(running);
    },
  };
}
