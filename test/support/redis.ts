import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findRedisServer } from "../../src/adapters/redis/redis-binary.ts";

export type TestRedis = {
  /** The unix socket; `new Redis(path)` and REDIS_URL both take it. */
  path: string;
  /** Ends the server and deletes its data. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash would. The data stay. */
  kill(): Promise<void>;
  /** Starts the server again on the same socket and data, after kill(). */
  restart(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing answers. */
  pause(): void;
  resume(): void;
};

/** A throw-away Redis for one test file, durable and refusing to forget as the real one. `args` come last and win. */
export async function startTestRedis(args: readonly string[] = []): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), "relevo-redis-"));
  const path = join(directory, "redis.sock");
  const command = findRedisServer();
  if (!command) throw new Error("No redis-server found; npm test installs it");
  const [executable, ...words] = command;

  let child = await start();

  async function start(): Promise<ChildProcess> {
    const options = ["--port", "0", "--unixsocket", path, "--dir", directory, "--appendonly", "yes", "--appendfsync", "everysec", "--save", "", "--maxmemory-policy", "noeviction"];
    const server = spawn(executable, [...words, ...options, ...args], { stdio: "ignore" });
    // A test run that dies must not leave servers behind.
    process.once("exit", () => server.kill("SIGKILL"));
    while (!(await answers(path))) {
      if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
      await wait(5);
    }
    return server;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    child.kill("SIGCONT");
    await ended;
  }

  return {
    path,
    kill: () => end("SIGKILL"),
    restart: async () => {
      await end("SIGKILL");
      child = await start();
    },
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    stop: async () => {
      await end("SIGKILL");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** True once the server serves commands; false while it is absent or loads its data. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write("PING\r\n"));
    const done = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("data", (data) => done(data.toString().startsWith("+PONG")));
    socket.once("error", () => done(false));
    socket.once("close", () => done(false));
  });
}
