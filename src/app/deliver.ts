import type { Event } from "../core/events.ts";
import type { Conversations } from "./conversations.ts";
import { createMailbox } from "./mailbox.ts";
import type { Clock, Log, ReplySender } from "./ports.ts";

/** A send is given up after 8 s and at most 3 tries; a minute after it started its process has died. */
const sendCanLast = 60_000;

export type Deliver = (conversationId: string, sender: ReplySender) => Promise<void>;

/**
 * Sends what a connector channel has not had yet, in order, one delivery at a time per conversation.
 *
 * A reply is marked started before it is sent: after a crash in between nobody knows whether the customer got it,
 * and it is not repeated blindly but marked failed with an unknown outcome. Of two processes only one can start it.
 */
export function createDeliver({ conversations, clock, log }: { conversations: Conversations; clock: Clock; log: Log }): Deliver {
  const inOrder = createMailbox();

  return (conversationId, sender) =>
    inOrder(conversationId, async () => {
      const { reference, replies } = await conversations.change(conversationId, ({ unsent, reference }) => {
        const lost = unsent.filter(({ startedAt }) => startedAt !== null && clock.now() - startedAt > sendCanLast);
        const fresh = unsent.filter(({ startedAt }) => startedAt === null).map(({ reply }) => reply);
        const events: Event[] = [
          ...lost.map(({ reply }): Event => ({ type: "ReplyFailed", replyId: reply.replyId, why: "unknown-outcome" })),
          ...fresh.map(({ replyId }): Event => ({ type: "ReplySendStarted", replyId })),
        ];
        return { events, result: { reference, replies: fresh } };
      });
      if (!reference || replies.length === 0) return;
      const outcomes: Event[] = [];
      for (const reply of replies) {
        const sent = await sender.send(reference, reply);
        if (!sent.ok) log.error({ err: sent.error, conversationId, why: sent.why }, "reply not delivered");
        outcomes.push(sent.ok ? { type: "ReplySent", replyId: reply.replyId } : { type: "ReplyFailed", replyId: reply.replyId, why: sent.why });
      }
      // Nobody waits for the record of the outcome; without it a crash right now leaves the outcome unknown, which is true.
      conversations.later(conversationId, outcomes);
    });
}
