import { Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { WaitingLine } from "../../app/ports.ts";
import { UnavailableError } from "../../core/errors.ts";
import { linePriority, lineScore, safetyBand } from "../../core/line-order.ts";
import { jobIdOf, lineName, type Line } from "../../core/ticket.ts";

type Place = { conversationId: string; ticketId: string };
type OpenLine = { name: string; queue: Queue<Place>; worker: Worker<Place>; prioritized: string };

export type RunningLine = WaitingLine & { stop(): Promise<void> };

/** Hash tag, so that all keys of a line are on one node of a cluster. */
const prefix = "{relevo-line}";
/** BullMQ waits for Redis without end; nothing here may hold a customer's turn or an agent's click for long. */
const patience = 3_000;
const waitsKept = 50;
/** A job is held for as long as two commands take; a process that dies between them leaves it locked no longer than this. Milliseconds. */
const lockDuration = 1_000;
/** Half of the time that priorities last: an empty line then counts anew. Milliseconds. */
const epochLasts = 2 * 365 * 24 * 3_600_000;

const epochKey = (name: string): string => `${prefix}:${name}:epoch`;
const waitsKey = (name: string): string => `${prefix}:${name}:waits`;

/**
 * Lines as BullMQ queues: a job is a ticket's place and nothing else. Jobs are taken and completed at once; none is held while a person works.
 *
 * Each cost is a look-up in a sorted set, whatever the number of those who wait.
 *
 * @param connection answers fast or fails; @param blocking may wait for Redis without end, as BullMQ's workers want it
 */
export function createBullLine({ connection, blocking }: { connection: Redis; blocking: Redis }): RunningLine {
  const lines = new Map<string, OpenLine>();

  const opened = (name: string): OpenLine => {
    const known = lines.get(name);
    if (known) return known;
    const quiet = (): void => undefined; // failures reach the callers; BullMQ repeats them as events
    const queue = new Queue<Place>(name, { connection, prefix }).on("error", quiet);
    const worker = new Worker<Place>(name, null, { connection: blocking, prefix, autorun: false, lockDuration }).on("error", quiet);
    const line = { name, queue, worker, prioritized: queue.toKey("prioritized") };
    lines.set(name, line);
    return line;
  };

  /** The line's epoch. A line that has been used for years starts a new one when it is empty, so that priorities never run out. */
  const epochOf = async ({ name, prioritized }: OpenLine, now: number): Promise<number> => {
    const stored = await connection.get(epochKey(name));
    if (stored === null) await connection.set(epochKey(name), now, "NX");
    else if (now - Number(stored) < epochLasts || (await connection.zcard(prioritized)) > 0) return Number(stored);
    else await connection.set(epochKey(name), now);
    return Number((await connection.get(epochKey(name))) ?? now);
  };

  /** The lines that are not empty, the one whose first ticket comes first in front. One round trip. */
  const inOrder = async (wanted: Line[]): Promise<OpenLine[]> => {
    const asked = wanted.map((line) => opened(lineName(line)));
    const pipeline = connection.pipeline().mget(asked.map(({ name }) => epochKey(name)));
    for (const { prioritized } of asked) pipeline.zrange(prioritized, "0", "0", "WITHSCORES");
    const [epochs, ...heads] = ((await pipeline.exec()) ?? []).map(([error, answer]) => {
      if (error) throw error;
      return answer as (string | null)[];
    });
    return asked
      .map((line, index) => {
        const score = Number(heads[index]?.[1] ?? Number.NaN);
        const minutes = score / 2 ** 32;
        // Safety first whatever the line; otherwise the one whose key is the earliest moment.
        return { line, at: minutes < safetyBand ? minutes : Number(epochs?.[index] ?? 0) + minutes * 60_000 };
      })
      .filter(({ at }) => !Number.isNaN(at))
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line);
  };

  return {
    join: (conversationId, ticket) =>
      inTime("join", async () => {
        const line = opened(lineName(ticket.line));
        const epoch = await epochOf(line, ticket.queuedAt);
        const jobId = jobIdOf(ticket);
        await line.queue.add("ticket", { conversationId, ticketId: ticket.ticketId }, { jobId, priority: linePriority(ticket, epoch), removeOnComplete: true, removeOnFail: true });
        const [, placed] = (await connection.pipeline().zadd(line.prioritized, "XX", lineScore(ticket, epoch), jobId).zscore(line.prioritized, jobId).exec()) ?? [];
        // Taken by a process that died before it was accepted: the job is in nobody's hands, and a later look puts it back.
        if (placed?.[1] === null) await line.queue.remove(jobId);
      }),
    leave: (ticket) =>
      inTime("leave", async () => {
        await opened(lineName(ticket.line)).queue.remove(jobIdOf(ticket));
      }),
    place: (ticket) =>
      inTime("place", async () => {
        const rank = await connection.zrank(opened(lineName(ticket.line)).prioritized, jobIdOf(ticket));
        return rank === null ? null : rank + 1;
      }),
    firsts: (line, count) =>
      inTime("firsts", async () => {
        const jobs = await opened(lineName(line)).queue.getPrioritized(0, count - 1);
        return jobs.map(({ data }) => data);
      }),
    takeFirst: (wanted) =>
      inTime("take", async () => {
        for (const { worker } of await inOrder(wanted)) {
          const token = "taken-at-once";
          const job = await worker.getNextJob(token, { block: false });
          if (!job) continue;
          // Tidied up while the agent goes on: the ticket's truth is in the log, and what a failure leaves behind is put back or removed by the next join.
          job.moveToCompleted(null, token, false).catch(() => undefined);
          return job.data;
        }
        return null;
      }),
    waits: (line) => inTime("waits", async () => (await connection.lrange(waitsKey(lineName(line)), 0, -1)).map(Number)),
    noteWait: (line, ms) =>
      inTime("note wait", async () => {
        const key = waitsKey(lineName(line));
        await connection.multi().rpush(key, ms).ltrim(key, -waitsKept, -1).exec();
      }),
    async stop() {
      await Promise.allSettled([...lines.values()].flatMap(({ queue, worker }) => [worker.close(true), queue.close()]));
    },
  };
}

async function inTime<T>(what: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    throw new UnavailableError("line.unavailable", { what }, error);
  } finally {
    clearTimeout(timer);
  }
}
