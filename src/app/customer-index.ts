import type { CustomerIndex, Feed, FeedBatch, Log } from "./ports.ts";

/** How often the place in the feed is written down, in milliseconds: after a crash this much is read again, and adding twice is adding once. */
const keepEvery = 2_000;

/**
 * Fills the index of customers' conversations by following the feed from where it stood, so that a process that died in between loses none.
 *
 * @returns what stops following
 */
export async function followCustomers({ feed, index, log }: { feed: Feed; index: CustomerIndex; log: Log }): Promise<() => void> {
  let latest: (() => string) | null = null;
  const failed = (error: unknown): void => log.error({ err: error }, "customers' conversations not indexed; read again at the next start");
  const take = ({ conversationId, events }: FeedBatch, cursorOf: () => string): void => {
    for (const event of events) if (event.type === "ConversationStarted") index.add(event.customer.id, conversationId, event.at).catch(failed);
    latest = cursorOf;
  };
  const stop = await feed.resume((await index.cursor()) ?? feed.cursorAt(0), take);
  const timer = setInterval(() => {
    if (latest === null) return;
    const cursor = latest();
    latest = null;
    index.keepCursor(cursor).catch(failed);
  }, keepEvery);
  timer.unref();
  return () => {
    clearInterval(timer);
    stop();
  };
}
