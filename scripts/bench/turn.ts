import { mkdtempSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startConnector, type Connector } from "./connector.ts";
import { directLineSide } from "./direct-line-side.ts";
import { startWatchedRedis, type CommandCount, type WatchedRedis } from "./redis-commands.ts";
import { atLeast, atMost, type Line } from "./report.ts";
import { startServer, type ServerProcess } from "./server-process.ts";
import { interleave, ratio } from "./statistics.ts";
import { createScript, questionAt } from "./texts.ts";
import { countedWindow, timedWindow, type Side, type Window } from "./window.ts";

const echoFile = resolve(import.meta.dirname, "echo-server.ts");
const ourFile = resolve(import.meta.dirname, "../../src/main.ts");

// Twenty pairs give quartiles that hold from run to run; half a second is longer than any collection of garbage and shorter than what disturbs a machine.
const rounds = 24;
const windowMs = 500;
// The first seconds belong to the compiler.
const warmUpMs = 3_000;

/** The cost of a full turn (understood, decided, recorded, delivered) against the bare echo bot. */
export async function benchTurn(progress: (text: string) => void): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), "relevo-bench-"));
  const secret = randomBytes(32).toString("hex");
  const settings = { PORT: "0", HOST: "127.0.0.1", NODE_ENV: "development", LOG_LEVEL: "error", REDIS_URL: "", SIGNING_SECRET: secret };
  const connector = await startConnector();
  try {
    const roundTrips = await countRoundTrips(connector, { ...settings, DATA_DIR: join(folder, "watched") }, progress);
    progress("starting both servers");
    const echo = await startServer(echoFile);
    const ours = await startServer(ourFile, { ...settings, DATA_DIR: join(folder, "embedded") });
    try {
      return [
        ...(await compareTurns(connector, echo, ours, progress)),
        ...(await compareDirectLine(connector, echo, ours, secret, progress)),
        await compareLengths(connector, ours, progress),
        roundTrips,
      ];
    } finally {
      await Promise.all([echo.stop(), ours.stop()]);
    }
  } finally {
    await connector.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function connectorSide(connector: Connector, server: ServerProcess, name: string): Side {
  const next = createScript(name);
  return {
    cpuMs: () => server.cpuMs(),
    turn: (lane) => {
      const { conversation, text } = next(lane);
      return connector.turn(server.url, conversation, text);
    },
  };
}

const pairs = (floor: Side, ours: Side, atOnce: number) => interleave<Window>(rounds, () => timedWindow(floor, atOnce, windowMs), () => timedWindow(ours, atOnce, windowMs));

async function compareTurns(connector: Connector, echo: ServerProcess, ours: ServerProcess, progress: (text: string) => void): Promise<Line[]> {
  const floor = connectorSide(connector, echo, "echo");
  const full = connectorSide(connector, ours, "ours");
  progress("warming up");
  for (const side of [floor, full]) await timedWindow(side, 32, warmUpMs);
  progress(`32 at once, ${rounds} pairs of windows`);
  const many = await pairs(floor, full, 32);
  progress(`8 at once, ${rounds} pairs of windows`);
  const few = await pairs(floor, full, 8);
  return [
    atLeast("turns per second at 32 at once, full turn ÷ echo", ratio(many, ({ turnsPerSecond }) => turnsPerSecond), 0.6, 1.0, sample(many, "turns/s", ({ turnsPerSecond }) => turnsPerSecond)),
    atMost("CPU per turn at 32 at once, full turn ÷ echo", ratio(many, ({ cpuMsPerTurn }) => cpuMsPerTurn), 1.5, 1.0, sample(many, "ms", ({ cpuMsPerTurn }) => cpuMsPerTurn)),
    atMost("p50 at 8 at once, full turn ÷ echo", ratio(few, ({ p50Ms }) => p50Ms), 2.0, 1.2, sample(few, "ms", ({ p50Ms }) => p50Ms)),
  ];
}

async function compareDirectLine(connector: Connector, echo: ServerProcess, ours: ServerProcess, secret: string, progress: (text: string) => void): Promise<Line[]> {
  const floor = connectorSide(connector, echo, "echo-again");
  const full = directLineSide(ours, secret);
  progress(`Direct Line, ${rounds} pairs of windows`);
  await timedWindow(full, 32, warmUpMs);
  const many = await pairs(floor, full, 32);
  full.close();
  return [
    atLeast("turns per second at 32 at once over the built-in Direct Line ÷ echo", ratio(many, ({ turnsPerSecond }) => turnsPerSecond), null, 1.0, sample(many, "turns/s", ({ turnsPerSecond }) => turnsPerSecond)),
    atMost("CPU per turn over the built-in Direct Line ÷ echo", ratio(many, ({ cpuMsPerTurn }) => cpuMsPerTurn), null, 1.0, sample(many, "ms", ({ cpuMsPerTurn }) => cpuMsPerTurn)),
  ];
}

/** Both sides are ours: fresh conversations at their turns 10 to 19, and old ones beyond turn 1,000. */
async function compareLengths(connector: Connector, ours: ServerProcess, progress: (text: string) => void): Promise<Line> {
  // 160 turns a window: fewer, and a collection of garbage on one side decides the pair.
  const lanes = 16;
  const turnsEach = 10;
  const length = new Map<string, number>();
  const turnIn = (conversation: string) => {
    const turn = length.get(conversation) ?? 0;
    length.set(conversation, turn + 1);
    return connector.turn(ours.url, conversation, questionAt(turn));
  };
  const side = (name: string): Side => ({ cpuMs: () => ours.cpuMs(), turn: (lane) => turnIn(`${name}-${lane}`) });
  const old = side("old");
  progress(`${lanes} conversations to turn 1,000`);
  await countedWindow(old, lanes, lanes * 1_000);

  let fresh = 0;
  const freshWindow = async () => {
    fresh += 1;
    const young = side(`fresh-${fresh}`);
    await countedWindow(young, lanes, lanes * 9);
    return countedWindow(young, lanes, lanes * turnsEach);
  };
  progress(`turn 10 against turn 1,000, ${rounds} pairs of windows`);
  const found = await interleave(rounds, freshWindow, () => countedWindow(old, lanes, lanes * turnsEach));
  return atMost("CPU of turn 1,000 ÷ turn 10 of a conversation", ratio(found, ({ cpuMsPerTurn }) => cpuMsPerTurn), 1.15, 1.05, sample(found, "ms", ({ cpuMsPerTurn }) => cpuMsPerTurn));
}

/** One turn at a time, counted by Redis itself: every command of the process counts, except those of connections that wait for news. */
async function countRoundTrips(connector: Connector, settings: Record<string, string>, progress: (text: string) => void): Promise<Line> {
  const turns = 200;
  const redis = await startWatchedRedis();
  try {
    const server = await startServer(ourFile, { ...settings, REDIS_URL: redis.url });
    let counted: CommandCount;
    try {
      counted = await countDuring(redis, connectorSide(connector, server, "counted"), turns, progress);
    } finally {
      await server.stop();
    }
    const { direct, waiting } = counted;
    const perTurn = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0) / turns;
    const names = [...direct].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${(count / turns).toFixed(2)}`).join(", ");
    const value = perTurn(direct);
    return atMost("Redis round trips per bot turn", { median: value, low: value, high: value }, 3, 2, `${names}; followers that no turn waits for: ${perTurn(waiting).toFixed(2)}`);
  } finally {
    await redis.stop();
  }
}

async function countDuring(redis: WatchedRedis, side: Side, turns: number, progress: (text: string) => void): Promise<CommandCount> {
  progress(`Redis commands of ${turns} turns`);
  await countedWindow(side, 1, 20);
  const stop = await redis.watch();
  await countedWindow(side, 1, turns);
  return stop();
}

function sample(found: readonly { floor: Window; ours: Window }[], unit: string, of: (window: Window) => number): string {
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  return `floor ${middle(found.map(({ floor }) => of(floor))).toFixed(2)} ${unit}, ours ${middle(found.map(({ ours }) => of(ours))).toFixed(2)} ${unit}`;
}
