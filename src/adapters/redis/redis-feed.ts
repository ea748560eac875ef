import { setTimeout as rest } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { EventLog, Feed, FeedBatch, Log } from "../../app/ports.ts";
import { partitions } from "../../core/conversation-id.ts";
import type { StoredEvent } from "../../core/events.ts";
import { asking } from "./connect.ts";
import { beginning, decodeCursor, encodeCursor, isAfter, type Positions } from "./feed-cursor.ts";
import { feedKey } from "./keys.ts";

/** One feed entry: the last `count` events up to `version` of a conversation were appended together. */
type Pointer = { partition: number; id: string; conversationId: string; version: number; count: number; appendId: string };
type Listener = (batch: FeedBatch, pointer: Pointer) => void;

export type RunningFeed = Feed & {
  /** Events this process is about to append, so that following them costs no read. */
  remember(appendId: string, events: StoredEvent[]): void;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Appends remembered until the follower comes by; it is at most some milliseconds behind. */
const rememberedAtMost = 2_000;
/** How long one waiting read waits before it is asked again. */
const blockMs = 5_000;
const readCount = 500;
/** Rest between two reads that found something. Under load a read then brings many appends instead of one (at 20 a turn costs 3 % less CPU than at 5); a live page is later by this. Milliseconds. */
const restMs = 10;

type Parts = { redis: Redis; blocking: Redis; log: Pick<EventLog, "read">; logger: Log };

/** Follows the feeds of all partitions with one waiting connection and tells every listener in order. */
export function createRedisFeed({ redis, blocking, log, logger }: Parts): RunningFeed {
  const listeners = new Set<Listener>();
  const recent = new Map<string, StoredEvent[]>();
  let positions: Positions = [...beginning];
  let running: Promise<void> | null = null;
  let stopped = false;

  const tell = async (pointers: Pointer[], told: Listener): Promise<void> => {
    for (const pointer of pointers) {
      const { conversationId, version, count, appendId } = pointer;
      const remembered = recent.get(appendId);
      recent.delete(appendId);
      const events = remembered ?? (await log.read(conversationId, version - count, version));
      if (events.length > 0) told({ conversationId, version, events, own: remembered !== undefined }, pointer);
    }
  };

  /** Made once per entry, however many ask for it: a cursor names the position in every partition. */
  let encoded: string | null = null;
  const currentCursor = (): string => (encoded ??= encodeCursor(positions));
  const moveTo = (partition: number, id: string): void => {
    positions[partition] = id;
    encoded = null;
  };

  const toAll: Listener = (batch, pointer) => {
    moveTo(pointer.partition, pointer.id);
    for (const listener of listeners) listener(batch, pointer);
  };

  const follow = async (): Promise<void> => {
    const keys = positions.map((_, partition) => feedKey(partition));
    while (!stopped) {
      try {
        const answer = (await blocking.xread("COUNT", readCount, "BLOCK", blockMs, "STREAMS", ...keys, ...positions)) as [string, [string, string[]][]][] | null;
        for (const [key, entries] of answer ?? []) {
          const partition = keys.indexOf(key);
          await tell(entries.map(([id, fields]) => pointerOf(partition, id, fields)), toAll);
          const last = entries.at(-1)?.[0];
          if (last) moveTo(partition, last); // erased ones tell nothing
        }
        if (answer) await rest(restMs);
      } catch (error) {
        if (stopped) return;
        logger.error({ err: error }, "feed not readable; trying again");
        await blocking.ping().catch(() => undefined); // resolves once the connection is back
      }
    }
  };

  /** Everything after the given positions, up to now. */
  const readAll = async (from: Positions, told: Listener): Promise<void> => {
    for (let partition = 0; partition < partitions; partition += 1) {
      let after = from[partition] ?? "0-0";
      for (;;) {
        const entries = await asking("feed", redis.xrange(feedKey(partition), `(${after}`, "+", "COUNT", readCount));
        await tell(entries.map(([id, fields]) => pointerOf(partition, id, fields)), told);
        after = entries.at(-1)?.[0] ?? after;
        if (entries.length < readCount) break;
      }
    }
  };

  return {
    remember(appendId, events) {
      recent.set(appendId, events);
      const [oldest] = recent.keys();
      if (recent.size > rememberedAtMost && oldest !== undefined) recent.delete(oldest);
    },
    async start() {
      const lasts = await Promise.all(positions.map((_, partition) => asking("feed", redis.xrevrange(feedKey(partition), "+", "-", "COUNT", 1))));
      positions = lasts.map(([entry]) => entry?.[0] ?? "0-0");
      encoded = null;
      running = follow();
    },
    async stop() {
      stopped = true;
      blocking.disconnect();
      await running;
    },
    subscribe(listener) {
      const own: Listener = (batch) => listener(batch);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    async resume(cursor, listener) {
      const sent = decodeCursor(cursor);
      const once = (batch: FeedBatch, { partition, id }: Pointer, cursorOf: () => string): void => {
        if (!isAfter(id, sent[partition] ?? "0-0")) return;
        sent[partition] = id;
        listener(batch, cursorOf);
      };
      const ownCursor = (): string => encodeCursor(sent);
      // Who is nowhere ahead of this process has seen just what it has told: then its cursor serves, made once for all.
      let level = false;
      const live: Listener = (batch, pointer) => {
        level ||= sent.every((id, partition) => !isAfter(id, positions[partition] ?? "0-0"));
        once(batch, pointer, level ? currentCursor : ownCursor);
      };
      const held: Parameters<Listener>[] = [];
      let receive: Listener = (...batch) => void held.push(batch);
      const onLive: Listener = (...batch) => receive(...batch);
      listeners.add(onLive);
      try {
        await readAll([...sent], (batch, pointer) => once(batch, pointer, ownCursor));
      } catch (error) {
        listeners.delete(onLive);
        throw error;
      }
      for (const [batch, pointer] of held) once(batch, pointer, ownCursor);
      receive = live;
      return () => void listeners.delete(onLive);
    },
    cursorAt: (at) => encodeCursor(beginning.map(() => `${at}-0`)),
    cursor: currentCursor,
  };
}

function pointerOf(partition: number, id: string, fields: string[]): Pointer {
  const [, conversationId = "", , version = "0", , count = "0", , appendId = ""] = fields;
  return { partition, id, conversationId, version: Number(version), count: Number(count), appendId };
}
