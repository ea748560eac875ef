import type { Conversations } from "./conversations.ts";
import type { Deliver } from "./deliver.ts";
import type { EventLog, Log, ReplySender } from "./ports.ts";
import type { TicketLine } from "./ticket-line.ts";

export type Reconcile = () => Promise<void>;

/**
 * Brings the world in step with the log after a crash or an outage: tickets that wait stand in line, timers are armed, recorded replies are sent.
 * Repeating it changes nothing. One conversation that fails does not keep the others from it.
 */
export function createReconcile({ conversations, log, line, deliver, sender, logger }: {
  conversations: Conversations; log: EventLog; line: TicketLine; deliver: Deliver; sender: ReplySender; logger: Log;
}): Reconcile {
  const each = async (ids: string[], act: (conversationId: string) => Promise<void>): Promise<void> => {
    for (const conversationId of ids) {
      try {
        await act(conversationId);
      } catch (error) {
        logger.error({ conversationId, err: error }, "could not be reconciled; the next round tries again");
      }
    }
  };
  return async () => {
    await each(await log.marked("open-ticket"), async (conversationId) => {
      const { state } = await conversations.load(conversationId);
      await line.settle(conversationId, state);
    });
    await each(await log.marked("unsent"), (conversationId) => deliver(conversationId, sender));
  };
}
