import type { EventLog, Feed, FeedBatch } from "../../src/app/ports.ts";
import { ConflictError, InvalidInputError, NotFoundError } from "../../src/core/errors.ts";
import type { Event } from "../../src/core/events.ts";
import { noon } from "../support/given.ts";

const tone = (on: boolean): Event => ({ type: "ToneAnalysisChanged", on });

/** What every event log and feed must hold, in memory and on Redis alike. `make` gives a fresh pair that shares one store. */
export function describeEventLog(name: string, make: () => Promise<{ log: EventLog; feed: Feed }>): void {
  describe(`the event log ${name}`, () => {
    let log: EventLog;
    let feed: Feed;
    beforeEach(async () => ({ log, feed } = await make()));

    test("numbers events from 1 without gaps and gives them back in order", async () => {
      await log.append("a", [tone(false), tone(true)], 0, noon);
      await log.append("a", [tone(false)], 2, noon + 1);
      expect((await log.read("a", 0)).map(({ version, at }) => [version, at])).toEqual([[1, noon], [2, noon], [3, noon + 1]]);
    });

    test("reads on from any version, also from within one append, and up to one", async () => {
      await log.append("a", [tone(false), tone(true), tone(false)], 0, noon);
      expect((await log.read("a", 1)).map(({ version }) => version)).toEqual([2, 3]);
      await log.append("a", [tone(true)], 3, noon);
      expect((await log.read("a", 0, 3)).map(({ version }) => version)).toEqual([1, 2, 3]);
    });

    test("refuses an append at any version but the last, and keeps nothing of it", async () => {
      await log.append("a", [tone(false)], 0, noon);
      await expect(log.append("a", [tone(true)], 0, noon)).rejects.toThrow(ConflictError);
      await expect(log.append("a", [tone(true)], 2, noon)).rejects.toThrow(ConflictError);
      expect(await log.read("a", 0)).toHaveLength(1);
    });

    test("of many appends at the same version exactly one wins", async () => {
      const outcomes = await Promise.allSettled(Array.from({ length: 16 }, () => log.append("a", [tone(true)], 0, noon)));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    test("changes the marks together with the append", async () => {
      await log.append("a", [tone(true)], 0, noon, { "open-ticket": true, unsent: true });
      await log.append("a", [tone(true)], 1, noon, { unsent: false });
      expect(await log.marked("open-ticket")).toEqual(["a"]);
      expect(await log.marked("unsent")).toEqual([]);
    });

    test("a refused append changes no mark", async () => {
      await log.append("a", [tone(true)], 0, noon);
      await expect(log.append("a", [tone(true)], 0, noon, { unsent: true })).rejects.toThrow(ConflictError);
      expect(await log.marked("unsent")).toEqual([]);
    });

    test("an erased conversation is gone and takes nothing more", async () => {
      await log.append("a", [tone(true)], 0, noon, { "open-ticket": true });
      await log.erase("a");
      expect(await log.read("a", 0)).toEqual([]);
      expect(await log.marked("open-ticket")).toEqual([]);
      await expect(log.append("a", [tone(true)], 0, noon)).rejects.toThrow(NotFoundError);
    });

    test("followers get every append once, in order per conversation", async () => {
      const seen = following(feed, 3);
      await log.append("a", [tone(true)], 0, noon);
      await log.append("b", [tone(true)], 0, noon);
      await log.append("a", [tone(false), tone(true)], 1, noon);
      expect((await seen).filter(({ conversationId }) => conversationId === "a").map(({ version, events }) => [version, events.length])).toEqual([[1, 1], [3, 2]]);
    });

    test("a follower that comes back with its cursor misses nothing and gets nothing twice", async () => {
      const cursors: string[] = [];
      const versions: number[] = [];
      const start = feed.cursor();
      const stop = await new Promise<() => void>((resolve, reject) => {
        feed.resume(start, ({ version }, cursorOf) => {
          versions.push(version);
          cursors.push(cursorOf());
          if (version === 2) resolve(() => undefined);
        }).then(() => log.append("a", [tone(true)], 0, noon)).then(() => log.append("a", [tone(true)], 1, noon)).catch(reject);
      });
      stop();
      await log.append("a", [tone(true)], 2, noon);
      const again: number[] = [];
      await new Promise<void>((resolve, reject) => {
        feed.resume(cursors[0] ?? "", ({ version }) => {
          again.push(version);
          if (version === 4) resolve();
        }).then(() => log.append("a", [tone(true)], 3, noon)).catch(reject);
      });
      expect(versions.slice(0, 2)).toEqual([1, 2]);
      expect(again).toEqual([2, 3, 4]);
    });

    test("a cursor it did not make is refused", async () => {
      await expect(feed.resume("nonsense", () => undefined)).rejects.toThrow(InvalidInputError);
    });
  });
}

/** The first `count` batches the feed tells. */
function following(feed: Feed, count: number): Promise<FeedBatch[]> {
  return new Promise((resolve) => {
    const batches: FeedBatch[] = [];
    const stop = feed.subscribe((batch) => {
      batches.push(batch);
      if (batches.length === count) {
        stop();
        resolve(batches);
      }
    });
  });
}
