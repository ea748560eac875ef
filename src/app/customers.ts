import type { StoredEvent } from "../core/events.ts";
import type { RememberedReply } from "../core/reactions/remembered-reply.ts";
import type { Conversations } from "./conversations.ts";
import type { Audit, Channel, Clock, Contacts, CustomerIndex, EventLog, ReactionStore, Uploads } from "./ports.ts";

/** What the whisper learnt from a conversation, without the key of the colleague who wrote. */
export type Learnt = Omit<RememberedReply, "author">;

/** All that is held of a customer. Times are epoch milliseconds. */
export type CustomerExport = { customerId: string; exportedAt: number; conversations: { conversationId: string; beganAt: number; events: StoredEvent[]; learnt: Learnt[] }[] };

export type Customers = {
  /** Everything held of a customer, what was derived (readings, decisions, what the whisper learnt) included; no conversations for one nobody knows. */
  export(customerId: string): Promise<CustomerExport>;
  /**
   * Erases a customer: every conversation with its log, files and what was learnt from it, in every process; an open chat ends first. Once more does
   * nothing more. The audit keeps that it happened and by whom, nothing of whom it was about.
   *
   * @returns conversations erased
   */
  erase(customerId: string, who: string, why: string): Promise<number>;
};

export type CustomersParts = {
  index: CustomerIndex; contacts: Contacts; conversations: Conversations; log: EventLog; uploads: Uploads; audit: Audit; clock: Clock;
  /** Tells every process, this one too, to drop what it knows of a conversation. */
  erased: Channel<{ conversationId: string }>;
  /** What the whisper learnt, kept apart from the log. */
  learnt: Pick<ReactionStore, "of">;
  forgetLearnt(conversationId: string): Promise<void>;
  /** Makes what was deleted go from the disk too; may go on after it resolves. */
  forgetOnDisk(): Promise<void>;
};

function withoutAuthor(reply: RememberedReply): Learnt {
  const { author: _, ...kept } = reply;
  return kept;
}

export function createCustomers({ index, contacts, conversations, log, uploads, audit, clock, erased, learnt, forgetLearnt, forgetOnDisk }: CustomersParts): Customers {
  /** Ends what is open, so that the line, timers and desks let go of it as they would of any chat that ends. */
  const end = (conversationId: string): Promise<void> =>
    conversations.change(conversationId, (state) => {
      if (!state.started || state.ended) return { events: [], result: undefined };
      const left = state.ticket ? [{ type: "TicketAbandoned", ticketId: state.ticket.ticketId, by: "customer" } as const] : [];
      return { events: [...left, { type: "ConversationEnded", by: "customer" }], result: undefined };
    });

  return {
    async export(customerId) {
      const known = await index.of(customerId);
      const all = await Promise.all(known.map(async ({ conversationId, at }) => ({
        conversationId, beganAt: at, events: await log.read(conversationId, 0), learnt: (await learnt.of(conversationId)).map(withoutAuthor),
      })));
      return { customerId, exportedAt: clock.now(), conversations: all.filter(({ events }) => events.length > 0) };
    },
    async erase(customerId, who, why) {
      const known = await index.of(customerId);
      for (const { conversationId } of known) {
        await end(conversationId);
        const events = await log.read(conversationId, 0);
        for (const event of events) if (event.type === "TurnReceived") for (const { url } of event.attachments) await uploads.remove(url);
        await forgetLearnt(conversationId);
        await log.erase(conversationId);
        erased.publish({ conversationId });
      }
      await contacts.forget(customerId);
      // Last: until here an erasure that was cut off can be asked for again and finds the rest.
      await index.forget(customerId);
      if (known.length > 0) await forgetOnDisk();
      if (known.length > 0) await audit.append({ at: clock.now(), who, what: "customer.erased", before: { conversations: known.length }, after: { conversations: 0 }, why });
      return known.length;
    },
  };
}
