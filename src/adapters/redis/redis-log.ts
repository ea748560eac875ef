import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { EventLog, Mark } from "../../app/ports.ts";
import { partitionOf, partitions } from "../../core/conversation-id.ts";
import { ConflictError, NotFoundError, UnavailableError } from "../../core/errors.ts";
import type { Event, StoredEvent } from "../../core/events.ts";
import { appendScript } from "./append-script.ts";
import { asking } from "./connect.ts";
import { feedKey, markKey, streamKey, tombstoneKey } from "./keys.ts";

/** Batches read at once; a conversation of 10,000 turns comes in a few reads without holding the server. */
const readCount = 2_000;

type StoredBatch = { at: number; first: number; events: Event[] };

/** One stream entry as the events it holds, with their versions and their time. */
function unpack(json: string): StoredEvent[] {
  const { at, first, events } = JSON.parse(json) as StoredBatch;
  return events.map((event, index) => ({ ...event, version: first + index, at }));
}

/**
 * The log on Redis Streams: a stream per conversation, entry id = version of the last event of its append.
 *
 * @param onAppending told of each append before it is sent, with an id that its feed entry will carry: a follower may hear of it first
 */
export function createRedisLog(redis: Redis, onAppending: (appendId: string, events: StoredEvent[]) => void = () => undefined): EventLog {
  redis.defineCommand("relevoAppend", { lua: appendScript });
  const process = randomBytes(6).toString("base64url");
  let appends = 0;
  const scripted = redis as Redis & { relevoAppend(keys: number, ...args: (string | number)[]): Promise<string> };

  return {
    async append(conversationId, events, expectedVersion, at, marks = {}) {
      const partition = partitionOf(conversationId);
      const changed = Object.entries(marks) as [Mark, boolean][];
      const keys = [streamKey(conversationId), feedKey(partition), tombstoneKey(conversationId), ...changed.map(([mark]) => markKey(partition, mark))];
      const version = expectedVersion + events.length;
      const batch: StoredBatch = { at, first: expectedVersion + 1, events };
      const stored = events.map((event, index) => ({ ...event, version: expectedVersion + index + 1, at }));
      const appendId = `${process}${(appends += 1).toString(36)}`;
      onAppending(appendId, stored);
      const outcome = await asking("append",
        scripted.relevoAppend(keys.length, ...keys, expectedVersion, version, JSON.stringify(batch), conversationId, appendId, ...changed.map(([, on]) => (on ? "+" : "-"))));
      if (outcome === "erased") throw new NotFoundError("conversation.erased", { conversationId });
      if (outcome === "conflict") throw new ConflictError("conversation.changed", { conversationId, expectedVersion });
      if (outcome !== "ok") throw new UnavailableError("store.unavailable", { what: "append" });
      return stored;
    },
    async read(conversationId, afterVersion, toVersion) {
      const found: StoredEvent[] = [];
      for (let from = afterVersion; ; ) {
        const entries = await asking("read", redis.xrange(streamKey(conversationId), `(${from}-0`, toVersion === undefined ? "+" : `${toVersion}-0`, "COUNT", readCount));
        for (const [, [, json]] of entries) if (json) found.push(...unpack(json));
        if (entries.length < readCount) return found.filter(({ version }) => version > afterVersion);
        from = found.at(-1)?.version ?? from;
      }
    },
    async marked(mark) {
      const sets = await Promise.all(Array.from({ length: partitions }, (_, partition) => asking("marked", redis.smembers(markKey(partition, mark)))));
      return sets.flat();
    },
    async erase(conversationId) {
      const partition = partitionOf(conversationId);
      await asking("erase", redis.multi().set(tombstoneKey(conversationId), "1").del(streamKey(conversationId))
        .srem(markKey(partition, "open-ticket"), conversationId).srem(markKey(partition, "unsent"), conversationId).exec());
    },
  };
}
