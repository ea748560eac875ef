import { Queue, Worker } from "bullmq";
import { createBullLine, type RunningLine } from "../../src/adapters/bullmq/bull-line.ts";
import { connectBlocking, connectFast } from "../../src/adapters/redis/connect.ts";
import type { Line as TicketsLine, Ticket } from "../../src/core/ticket.ts";
import { startWatchedRedis } from "./redis-commands.ts";
import { atMost, type Line } from "./report.ts";
import { interleave, quantile, ratio } from "./statistics.ts";

// As in the other benchmarks: quartiles of two dozen pairs hold from run to run.
const rounds = 24;
const short = 100;
const long = 10_000;
// Enough for a window to outlast what disturbs a machine for a moment.
const perWindow = 60;
// A p99 is then the fourth longest: one hiccup of the machine does not make it.
const claimsPerWindow = 300;
// The first second belongs to the compiler.
const warmUps = 3;

const shortLine: TicketsLine = { language: "es", agentSkill: "general" };
const longLine: TicketsLine = { language: "en", agentSkill: "general" };
const minute = 60_000;

/** Milliseconds of each operation in a window. */
type Window = number[];
const mean = (window: Window): number => window.reduce((sum, ms) => sum + ms, 0) / window.length;

async function timed(times: number, operation: (index: number) => Promise<unknown>): Promise<Window> {
  const window: Window = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    await operation(index);
    window.push(performance.now() - started);
  }
  return window;
}

/** What standing in line costs when a hundred times as many wait, and a claim beside BullMQ's bare `getNextJob`. */
export async function benchQueue(progress: (text: string) => void): Promise<Line[]> {
  const redis = await startWatchedRedis();
  const connection = connectFast({ url: redis.url });
  const blocking = connectBlocking({ url: redis.url });
  await Promise.all([connection, blocking].map((one) => (one.status === "ready" ? Promise.resolve() : new Promise<void>((resolve) => one.once("ready", () => resolve())))));
  const line = createBullLine({ connection, blocking });
  try {
    return [...(await compareLengths(line, progress)), await compareClaim(line, { connection, blocking }, progress)];
  } finally {
    await line.stop();
    connection.disconnect();
    blocking.disconnect();
    await redis.stop();
  }
}

/** Tickets of one line, queued a second apart. */
function source(name: string, line: TicketsLine): { next(): Ticket; known: Ticket[] } {
  const begun = Date.now() - 300 * minute;
  const known: Ticket[] = [];
  return {
    known,
    next() {
      const at = begun + known.length * 1_000;
      const ticket: Ticket = {
        ticketId: `${name}${known.length}`, status: "waiting", reason: { rule: "asked-for-human" }, turnId: "turn", reasonTurnId: "turn", line, queuedAt: at, waitingFrom: at, since: at, boostMinutes: 0, safety: false,
        n: 1, ahead: false, agent: null, acceptedAt: null, repliedAt: null, heldUntil: null, offer: null, passedBy: [], toldPlace: null, promise: null, messageTaken: false, message: null,
      };
      known.push(ticket);
      return ticket;
    },
  };
}

async function fill(line: RunningLine, tickets: ReturnType<typeof source>, count: number): Promise<void> {
  // Together as many as keep Redis busy without a wait longer than the line's patience.
  for (let done = 0; done < count; done += 50) await Promise.all(Array.from({ length: Math.min(50, count - done) }, () => tickets.next()).map((ticket) => line.join(`c-${ticket.ticketId}`, ticket)));
}

async function compareLengths(line: RunningLine, progress: (text: string) => void): Promise<Line[]> {
  const few = source("few", shortLine);
  const many = source("many", longLine);
  progress(`${short} and ${long} tickets join their lines`);
  await fill(line, few, short);
  await fill(line, many, long);
  const join = (tickets: typeof few) => () => timed(perWindow, () => {
    const ticket = tickets.next();
    return line.join(`c-${ticket.ticketId}`, ticket);
  });
  const claim = (one: TicketsLine) => () => timed(perWindow, () => line.takeFirst([one]));
  // From the back of the line, where a scan would take longest; both lines keep their length, what joins is claimed.
  const place = (tickets: typeof few) => () => timed(perWindow, (index) => {
    const ticket = tickets.known.at(-1 - index);
    return ticket ? line.place(ticket) : Promise.reject(new Error("no such ticket"));
  });

  const found = { enqueue: [] as Awaited<ReturnType<typeof interleave<Window>>>, place: [] as Awaited<ReturnType<typeof interleave<Window>>>, claim: [] as Awaited<ReturnType<typeof interleave<Window>>> };
  progress(`enqueue, place and claim, ${rounds} pairs of windows`);
  for (let round = -warmUps; round < rounds; round += 1) {
    const joined = await interleave(1, join(few), join(many));
    const placed = await interleave(1, place(few), place(many));
    const claimed = await interleave(1, claim(shortLine), claim(longLine));
    if (round < 0) continue;
    found.enqueue.push(...joined);
    found.place.push(...placed);
    found.claim.push(...claimed);
  }
  return (["enqueue", "claim", "place"] as const).map((name) =>
    atMost(`${name}, ${long} waiting ÷ ${short} waiting`, ratio(found[name], mean), 1.5, 1.2, sample(found[name], mean)));
}

/** A claim looks at the heads of all an agent's lines and takes one job; the floor only takes one job of one queue. */
async function compareClaim(line: RunningLine, { connection, blocking }: { connection: ReturnType<typeof connectFast>; blocking: ReturnType<typeof connectBlocking> }, progress: (text: string) => void): Promise<Line> {
  const prefix = "{relevo-bench}";
  const queue = new Queue("bare", { connection, prefix });
  const worker = new Worker("bare", null, { connection: blocking, prefix, autorun: false });
  const tickets = source("claimed", shortLine);
  const lines = (["es", "en"] as const).flatMap((language) => (["general", "cancellations", "care"] as const).map((agentSkill): TicketsLine => ({ language, agentSkill })));
  let added = 0;
  const bare = async (): Promise<Window> => {
    await queue.addBulk(Array.from({ length: claimsPerWindow }, () => ({ name: "job", data: {}, opts: { priority: (added += 1) % 1_000 + 1, removeOnComplete: true } })));
    const window: Window = [];
    for (let index = 0; index < claimsPerWindow; index += 1) {
      const started = performance.now();
      const job = await worker.getNextJob("bench", { block: false });
      window.push(performance.now() - started);
      await job?.moveToCompleted(null, "bench", false);
    }
    return window;
  };
  const ours = async (): Promise<Window> => {
    await fill(line, tickets, claimsPerWindow);
    const window: Window = [];
    for (let index = 0; index < claimsPerWindow; index += 1) {
      const [ms] = await timed(1, () => line.takeFirst(lines));
      window.push(ms ?? Number.NaN);
      await blocking.ping(); // the job is completed behind the claim: on both sides that is over before the next, and not timed
    }
    return window;
  };
  const p99 = (window: Window): number => quantile(window, 0.99);
  try {
    for (let round = 0; round < warmUps; round += 1) await interleave(1, bare, ours);
    progress(`claim beside bare getNextJob, ${rounds} pairs of windows`);
    const pairs = await interleave(rounds, bare, ours);
    return atMost("claim p99 ÷ bare getNextJob p99", ratio(pairs, p99), 3, 1.5, sample(pairs, p99));
  } finally {
    await Promise.allSettled([worker.close(true), queue.close()]);
  }
}

function sample(pairs: readonly { floor: Window; ours: Window }[], of: (window: Window) => number): string {
  const middle = (values: number[]): number => quantile(values, 0.5);
  return `floor ${middle(pairs.map(({ floor }) => of(floor))).toFixed(3)} ms, ours ${middle(pairs.map(({ ours }) => of(ours))).toFixed(3)} ms`;
}
