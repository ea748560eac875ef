import type { Conversations } from "./conversations.ts";
import type { Deliver } from "./deliver.ts";
import type { Clock, EventLog, Log, ReplySender } from "./ports.ts";
import type { TicketLine } from "./ticket-line.ts";

/** `everything` looks at every open ticket, as a start must; otherwise at those that changed lately, whose process may just have died. */
export type Reconcile = (everything?: boolean) => Promise<void>;

/** A process that died between the log and the line is missed for at most one round; ten minutes are many. Milliseconds. */
const lately = 600_000;
/** A turn sends its replies at once; one that waits longer than a send may last was left behind. Milliseconds. */
const inGoodTime = 10_000;
/** Conversations looked at together: their commands travel to Redis in one write. */
const together = 50;

/**
 * Brings the world in step with the log after a crash or an outage: tickets that wait stand in line, timers are armed, recorded replies are sent.
 * Repeating it changes nothing. One conversation that fails does not keep the others from it.
 */
export function createReconcile({ conversations, log, line, deliver, sender, logger, clock }: {
  conversations: Conversations; log: EventLog; line: TicketLine; deliver: Deliver; sender: ReplySender; logger: Log; clock: Clock;
}): Reconcile {
  const each = async (ids: string[], act: (conversationId: string) => Promise<void>): Promise<void> => {
    for (let from = 0; from < ids.length; from += together) {
      await Promise.all(ids.slice(from, from + together).map((conversationId) =>
        act(conversationId).catch((error: unknown) => logger.error({ conversationId, err: error }, "could not be reconciled; the next round tries again"))));
    }
  };
  return async (everything = false) => {
    await each(await log.marked("open-ticket"), async (conversationId) => {
      // The warm state of a quiet ticket is new enough: whoever changed it lately is looked at.
      const { state } = await conversations.atLeast(conversationId, everything ? Infinity : 1);
      if (!everything && clock.now() - (state.ticket?.since ?? 0) > lately) return;
      await line.settle(conversationId, state);
    });
    await each(await log.marked("unsent"), async (conversationId) => {
      const { state } = await conversations.atLeast(conversationId, everything ? Infinity : 1);
      // A reply just recorded is being sent by the turn that made it.
      if (state.unsent.some(({ recordedAt }) => clock.now() - recordedAt > inGoodTime)) await deliver(conversationId, sender);
    });
  };
}
