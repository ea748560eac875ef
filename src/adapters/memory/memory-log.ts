import type { EventLog, Feed, FeedBatch, Mark } from "../../app/ports.ts";
import { ConflictError, InvalidInputError, NotFoundError } from "../../core/errors.ts";
import type { StoredEvent } from "../../core/events.ts";

/** The log and its feed in memory: for the terminal, for replays and for tests. Keeps the same contract as the one on Redis. */
export function createMemoryLog(): { log: EventLog; feed: Feed } {
  const conversations = new Map<string, StoredEvent[]>();
  const marks: Record<Mark, Set<string>> = { "open-ticket": new Set(), unsent: new Set() };
  const erased = new Set<string>();
  const batches: FeedBatch[] = [];
  const listeners = new Set<(batch: FeedBatch, place: number) => void>();

  const log: EventLog = {
    append(conversationId, events, expectedVersion, at, changed = {}) {
      if (erased.has(conversationId)) return Promise.reject(new NotFoundError("conversation.erased", { conversationId }));
      const kept = conversations.get(conversationId) ?? [];
      if (kept.length !== expectedVersion) return Promise.reject(new ConflictError("conversation.changed", { conversationId, expectedVersion }));
      // Through JSON, as a real store does: what does not survive it must not be relied on.
      const copied = JSON.parse(JSON.stringify(events)) as typeof events;
      const stored = copied.map((event, index) => ({ ...event, version: expectedVersion + index + 1, at }));
      conversations.set(conversationId, [...kept, ...stored]);
      for (const [mark, on] of Object.entries(changed) as [Mark, boolean][]) {
        if (on) marks[mark].add(conversationId);
        else marks[mark].delete(conversationId);
      }
      const batch = { conversationId, version: expectedVersion + events.length, events: stored, own: true };
      batches.push(batch);
      const place = batches.length;
      queueMicrotask(() => listeners.forEach((listener) => listener(batch, place)));
      return Promise.resolve(stored);
    },
    read: (conversationId, afterVersion, toVersion = Infinity) =>
      Promise.resolve((conversations.get(conversationId) ?? []).filter(({ version }) => version > afterVersion && version <= toVersion)),
    marked: (mark) => Promise.resolve([...marks[mark]]),
    erase(conversationId) {
      erased.add(conversationId);
      conversations.delete(conversationId);
      marks["open-ticket"].delete(conversationId);
      marks.unsent.delete(conversationId);
      return Promise.resolve();
    },
  };

  const feed: Feed = {
    subscribe(listener) {
      const own = (batch: FeedBatch): void => listener(batch);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    resume(cursor, listener) {
      if (!/^\d{1,9}$/.test(cursor) || Number(cursor) > batches.length) return Promise.reject(new InvalidInputError("cursor.unknown", {}));
      let sent = Number(cursor);
      const once = (batch: FeedBatch, place: number): void => {
        if (place <= sent) return;
        sent = place;
        if (!erased.has(batch.conversationId)) listener(batch, () => String(sent));
      };
      batches.forEach((batch, index) => once(batch, index + 1));
      listeners.add(once);
      return Promise.resolve(() => void listeners.delete(once));
    },
    cursorAt: (at) => String(batches.filter(({ events }) => (events[0]?.at ?? 0) < at).length),
    cursor: () => String(batches.length),
  };
  return { log, feed };
}
