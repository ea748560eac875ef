import { DelayedError, Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { Log, Timers } from "../../app/ports.ts";

type Due = { conversationId: string; phase: string };

export type RunningTimers = Timers & {
  /** Starts firing. `due` does what is due and answers when to look again, or null when this phase is over. */
  start(due: (conversationId: string, phase: string) => Promise<number | null>, reconcile: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

const name = "timers";
const prefix = "{relevo-timers}";
/** Timers are short; several at once keep one slow look-up from delaying the others. */
const concurrency = 8;
/** A timer that failed (Redis or a bug) is tried again after this, in milliseconds, without end: it holds a promise to a customer. */
const tryAgainAfter = 5_000;

/**
 * A process that dies or is stopped while it looks at a timer loses it to another after this, in milliseconds; BullMQ's own half minute would be
 * longer than an agent may be gone. A look that lasts longer is repeated, and does nothing twice: it decides on the log.
 */
const lockDuration = 5_000;
const stalledInterval = 2_500;
/** However often its process dies, a timer is looked at again: BullMQ's default gives up at the second time. */
const maxStalledCount = Number.MAX_SAFE_INTEGER;

/** Seconds. Another process may have been woken for a timer and then been stopped: each looks by itself this often. */
const drainDelay = 1;

/** Timers as BullMQ delayed jobs: they outlive the process. One per phase of a ticket, for its id is the phase; re-armed by moving the same job. */
export function createBullTimers({ connection, blocking, reconcileEvery, log }: { connection: Redis; blocking: Redis; reconcileEvery: number; log: Log }): RunningTimers {
  const quiet = (): void => undefined;
  const queue = new Queue<Due>(name, { connection, prefix }).on("error", quiet);
  let worker: Worker<Due> | null = null;

  return {
    async arm(conversationId, phase, at) {
      await queue.add("due", { conversationId, phase }, { jobId: phase, delay: Math.max(0, at - Date.now()), removeOnComplete: true, removeOnFail: true });
    },
    async start(due, reconcile) {
      worker = new Worker<Due>(
        name,
        async (job, token) => {
          if (job.name === "reconcile") return reconcile();
          let next: number | null;
          try {
            next = await due(job.data.conversationId, job.data.phase);
          } catch (error) {
            log.error({ err: error, conversationId: job.data.conversationId }, "timer failed; trying again");
            next = Date.now() + tryAgainAfter;
          }
          if (next === null) return;
          await job.moveToDelayed(next, token);
          throw new DelayedError();
        },
        { connection: blocking, prefix, concurrency, lockDuration, stalledInterval, maxStalledCount, drainDelay },
      ).on("error", quiet);
      await queue.upsertJobScheduler("reconcile", { every: reconcileEvery }, { name: "reconcile", opts: { removeOnComplete: true, removeOnFail: true } });
    },
    async stop() {
      await Promise.allSettled([worker?.close(), queue.close()]);
    },
  };
}
