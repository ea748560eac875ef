import { Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { WaitingLine } from "../../app/ports.ts";
import { UnavailableError } from "../../core/errors.ts";
import { linePriority } from "../../core/line-order.ts";
import { jobIdOf, lineName, type Line } from "../../core/ticket.ts";

type Place = { conversationId: string; ticketId: string };
type OpenLine = { queue: Queue<Place>; worker: Worker<Place> };

export type RunningLine = WaitingLine & { stop(): Promise<void> };

/** Hash tag, so that all keys of a line are on one node of a cluster. */
const prefix = "{relevo-line}";
/** BullMQ waits for Redis without end; nothing here may hold a customer's turn or an agent's click for long. */
const patience = 3_000;
const waitsKept = 50;

const epochKey = (name: string): string => `${prefix}:${name}:epoch`;
const waitsKey = (name: string): string => `${prefix}:${name}:waits`;

/**
 * Lines as BullMQ queues: a job is a ticket's place and nothing else. Jobs are taken and completed at once; none is held while a person works.
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
    const worker = new Worker<Place>(name, null, { connection: blocking, prefix, autorun: false }).on("error", quiet);
    const line = { queue, worker };
    lines.set(name, line);
    return line;
  };

  /** The line's epoch; a line that is empty starts a new one, so that priorities never run out. */
  const epochOf = async (name: string, queue: Queue<Place>, now: number): Promise<number> => {
    const stored = await connection.get(epochKey(name));
    if (stored && (await queue.getJobCountByTypes("prioritized", "waiting", "active")) > 0) return Number(stored);
    if (!stored) await connection.set(epochKey(name), now, "NX");
    else await connection.set(epochKey(name), Math.max(Number(stored), now));
    return Number((await connection.get(epochKey(name))) ?? now);
  };

  const first = async (name: string): Promise<{ name: string; priority: number; at: number } | null> => {
    const { queue } = opened(name);
    const [job] = await queue.getPrioritized(0, 0);
    if (!job) return null;
    const epoch = Number((await connection.get(epochKey(name))) ?? 0);
    // Safety first whatever the line; otherwise the one whose key is the earliest moment.
    return { name, priority: job.priority, at: job.priority < 1_000 ? 0 : epoch + job.priority * 60_000 };
  };

  return {
    join: (conversationId, ticket) =>
      inTime("join", async () => {
        const name = lineName(ticket.line);
        const { queue } = opened(name);
        const priority = linePriority(ticket, await epochOf(name, queue, ticket.queuedAt));
        await queue.add("ticket", { conversationId, ticketId: ticket.ticketId }, { jobId: jobIdOf(ticket), priority, removeOnComplete: true, removeOnFail: true });
      }),
    leave: (ticket) =>
      inTime("leave", async () => {
        await opened(lineName(ticket.line)).queue.remove(jobIdOf(ticket));
      }),
    place: (ticket) =>
      inTime("place", async () => {
        const { queue } = opened(lineName(ticket.line));
        const rank = await connection.zrank(queue.toKey("prioritized"), jobIdOf(ticket));
        return rank === null ? null : rank + 1;
      }),
    takeFirst: (wanted) =>
      inTime("take", async () => {
        const heads = (await Promise.all(wanted.map((line: Line) => first(lineName(line))))).filter((head) => head !== null);
        for (const { name } of heads.sort((a, b) => a.at - b.at)) {
          const token = "taken-at-once";
          const job = await opened(name).worker.getNextJob(token, { block: false });
          if (!job) continue;
          await job.moveToCompleted(null, token, false);
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
