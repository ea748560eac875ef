import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ConfigError } from "../../core/errors.ts";
import { findRedisServer, isExecutable } from "./redis-binary.ts";
import { endOrphan, livingOwner, ownerName } from "./redis-owner.ts";
import { answersPing } from "./redis-ping.ts";
import { socketPath } from "./socket-path.ts";

export type EmbeddedRedis = {
  /** The unix socket to connect to. It stays the same when the server is started again. */
  path: string;
  /** The server's process id, or null while it is being started again. */
  pid(): number | null;
  /** Ends the server; it has written everything when this resolves. */
  stop(): Promise<void>;
};

/** What pino offers and this needs. */
export type EmbeddedRedisLog = Record<"info" | "warn" | "error", (details: object, message: string) => void>;

// flock's own exit code when somebody else holds the lock, chosen so that redis-server never ends with it.
const lockedExitCode = 75;
// An orphan that got its TERM writes its file and ends in well under a second; ten leave room for a slow disk.
const orphanPatienceMs = 10_000;
// A large append-only file is read at about 100 MB/s; a minute of silence on top of a "loading" answer is a fault.
const readyPatienceMs = 60_000;
// Redis may flush for a while when it ends; a supervisor that waits longer than this would kill us first.
const stopPatienceMs = 8_000;
const restartMs = { first: 50, max: 2_000 };

/**
 * Starts a private redis-server under `dataDir`, on a unix socket only, and keeps it running until stop().
 *
 * Every second's writes reach the disk (`appendfsync everysec`) and nothing is evicted. The lock on the folder is held by
 * the server itself, for exactly its life: two servers on one socket would silently write one append-only file.
 * A server whose starter was killed ends by itself where `setpriv` exists, and is ended by the next start elsewhere.
 *
 * @param dataDir absolute
 * @throws ConfigError when there is no redis-server, when another process uses the folder, or when the server cannot start
 */
export async function startEmbeddedRedis({ dataDir, log }: { dataDir: string; log: EmbeddedRedisLog }): Promise<EmbeddedRedis> {
  const server = findRedisServer();
  if (!server) throw new ConfigError("redis.missing", "No redis-server found; install it (Debian, Ubuntu: apt-get install redis-server) or set REDIS_URL");
  if (!isExecutable("/usr/bin/flock")) throw new ConfigError("redis.flock-missing", "The embedded Redis needs flock; install it (Debian, Ubuntu: apt-get install util-linux) or set REDIS_URL");

  const directory = join(dataDir, "redis");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = socketPath(directory);
  // The name says who started the server, so that another start can tell an orphan from a server in use without a race.
  const pidFile = join(directory, `${ownerName()}.pid`);
  const command = [
    ...(isExecutable("/usr/bin/setpriv") ? ["/usr/bin/setpriv", "--pdeathsig", "TERM", "--"] : []),
    "/usr/bin/flock", "-n", "-F", "-E", String(lockedExitCode), join(directory, "redis.lock"),
    ...server,
    "--port", "0", "--unixsocket", path, "--unixsocketperm", "700", "--dir", directory, "--pidfile", pidFile,
    "--appendonly", "yes", "--appendfsync", "everysec", "--save", "", "--maxmemory", "0", "--maxmemory-policy", "noeviction",
  ];

  let child: ChildProcess | null = null;
  let stopping = false;
  let supervising: Promise<void> = Promise.resolve();

  async function launch(): Promise<ChildProcess> {
    const deadline = Date.now() + orphanPatienceMs;
    for (;;) {
      const outcome = await attempt(command, path);
      if (outcome.kind === "ready") return outcome.child;
      if (outcome.kind === "failed") throw new ConfigError("redis.start", `The embedded Redis cannot start in DATA_DIR: ${outcome.why}; free the folder of the cause, or set REDIS_URL`);
      const owner = livingOwner(directory);
      if (owner !== null || Date.now() > deadline) {
        throw new ConfigError("redis.in-use", `DATA_DIR is in use by another start${owner === null ? "" : ` (process ${owner})`}; stop that one, or set another DATA_DIR and PORT`, { owner });
      }
      await endOrphan(directory, path);
    }
  }

  /** Starts the server again when it dies, sooner at first and then every two seconds, until stop(). */
  async function supervise(running: ChildProcess): Promise<void> {
    for (let current: ChildProcess | null = running; current; ) {
      if (current.exitCode === null && current.signalCode === null) await once(current, "exit");
      if (stopping) return;
      log.error({ exitCode: current.exitCode, signal: current.signalCode }, "embedded Redis ended; starting it again");
      child = null;
      current = await relaunch();
      child = current;
    }
  }

  async function relaunch(): Promise<ChildProcess | null> {
    for (let pause = restartMs.first; !stopping; pause = Math.min(pause * 2, restartMs.max)) {
      await wait(pause);
      if (stopping) return null;
      try {
        const started = await launch();
        log.info({ pid: started.pid }, "embedded Redis runs again");
        return started;
      } catch (error) {
        log.error({ err: error }, "embedded Redis did not start");
      }
    }
    return null;
  }

  child = await launch();
  log.info({ pid: child.pid, path }, "embedded Redis started");
  supervising = supervise(child);

  return {
    path,
    pid: () => child?.pid ?? null,
    stop: async () => {
      stopping = true;
      child?.kill("SIGTERM");
      const finished = supervising.then(() => true);
      if (!(await Promise.race([finished, wait(stopPatienceMs, false, { ref: false })]))) {
        log.warn({ pid: child?.pid }, "embedded Redis did not end in time; killing it");
        child?.kill("SIGKILL");
        await finished;
      }
      // A server that was started while stop() was called has not seen the signal.
      if (child && child.exitCode === null && child.signalCode === null) {
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        await ended;
      }
    },
  };
}

type Attempt = { kind: "ready"; child: ChildProcess } | { kind: "locked" } | { kind: "failed"; why: string };

/** One try, until the server answers or has ended. */
async function attempt([executable = "", ...args]: string[], path: string): Promise<Attempt> {
  // A session of its own: Ctrl-C in the terminal must reach only us, or Redis would be gone before the last turn is written.
  const child = spawn(executable, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  let lastLine = "";
  const keepLastLine = (data: Buffer) => {
    lastLine = data.toString().trim().split("\n").at(-1)?.trim() || lastLine;
  };
  child.stdout.on("data", keepLastLine);
  child.stderr.on("data", keepLastLine);
  let failure: Error | null = null;
  child.on("error", (error) => {
    failure = error;
  });

  const deadline = Date.now() + readyPatienceMs;
  while (child.exitCode === null && child.signalCode === null && failure === null) {
    const answer = await answersPing(path);
    if (answer.kind === "pong" && answer.serverPid === child.pid) return { kind: "ready", child };
    if (answer.kind !== "loading" && Date.now() > deadline) {
      child.kill("SIGKILL");
      return { kind: "failed", why: `it did not answer (${lastLine})` };
    }
    await wait(5);
  }
  if (child.exitCode === lockedExitCode) return { kind: "locked" };
  return { kind: "failed", why: lastLine || `redis-server ended with ${child.exitCode ?? child.signalCode ?? "an error"}` };
}
