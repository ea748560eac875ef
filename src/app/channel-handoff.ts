import { handoffInitiate, handoffStatus, statusAfter, type HandoffStateName } from "../core/handoff-protocol.ts";
import type { AgentIdentity } from "../core/ticket.ts";
import type { AgentWork } from "./agent-work.ts";
import type { Applied, Conversations } from "./conversations.ts";
import { hubPrefix } from "./handoff-hub.ts";
import type { Clock, Log, Texts } from "./ports.ts";

/** Sends an event, which is no message to the customer, over the channel a conversation came by. */
export type EventSender = (reference: string, event: { type: "event"; name: string; value: unknown }) => Promise<void>;

/** Teams answers 400 to any event it does not know, so it gets none. */
const withoutEvents: ReadonlySet<string> = new Set(["msteams"]);
/** Where the customer's own client can post events, an event says nothing of a hub; our own desk has its doors. */
const ownClients: ReadonlySet<string> = new Set(["directline", "webchat", "msteams"]);

/** Bot Framework's handoff protocol for connector channels: `handoff.initiate` with context and transcript, `handoff.status` out and in. */
export function createChannelHandoff({ conversations, work, send, texts, clock, log }: { conversations: Conversations; work: AgentWork; send: EventSender; texts: Texts; clock: Clock; log: Log }): {
  follow(applied: Applied): void;
  /** A status a channel sends; false where it is not taken. */
  hear(conversationId: string, channel: string, state: HandoffStateName): Promise<boolean>;
} {
  return {
    follow({ conversationId, before, after, events }) {
      const { reference, channel } = after;
      if (reference === null || withoutEvents.has(channel)) return;
      for (const { type } of events) {
        const ticket = after.ticket ?? before.ticket;
        const state = statusAfter(type);
        const event = type === "TicketOpened" && after.ticket ? handoffInitiate(conversationId, after.ticket, after, clock.now()) : state && ticket ? handoffStatus(conversationId, state, ticket.reason.rule) : null;
        // Told in passing: whoever listens there asks the conversation itself what counts.
        if (event) send(reference, event).catch((error: unknown) => log.error({ conversationId, err: error }, "the channel did not take a handoff event"));
      }
    },
    async hear(conversationId, channel, state) {
      if (ownClients.has(channel)) return false;
      const { ticket, language } = (await conversations.load(conversationId)).state;
      if (!ticket) return false;
      const theirs: AgentIdentity = { id: `${hubPrefix}channel`, name: texts.text("hub.agent", {}, language ?? ticket.line.language) };
      switch (state) {
        case "accepted":
          return (await work.accept(conversationId, ticket.ticketId, theirs)).ok;
        case "completed":
          // Only for its own people: what one of ours has is ended by them.
          return (await work.handBack(conversationId, ticket.ticketId, ticket.agent?.id.startsWith(hubPrefix) ? ticket.agent : theirs, null, "solved")).ok;
        case "failed":
          return (await work.unanswered(conversationId, ticket.ticketId)).ok;
      }
    },
  };
}
