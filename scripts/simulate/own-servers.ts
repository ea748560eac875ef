import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { startWatchedRedis } from "../bench/redis-commands.ts";

export type OwnServers = {
  urls: string[];
  /** Kills a process as a crash would and starts it again on the same port. */
  killAndRestart(index: number): Promise<void>;
  stop(): Promise<void>;
};

const main = resolve(import.meta.dirname, "../../src/main.ts");

/** Processes of the server on one Redis of their own, with timings short enough for a run of a minute to see an agent go. */
export async function startOwnServers(processes: number): Promise<OwnServers> {
  const redis = await startWatchedRedis();
  const folder = mkdtempSync(join(tmpdir(), "relevo-simulate-"));
  const settings = {
    NODE_ENV: "development", HOST: "127.0.0.1", LOG_LEVEL: "error", REDIS_URL: redis.url, SIGNING_SECRET: randomBytes(32).toString("hex"), DATA_DIR: folder,
    HEARTBEAT_SECONDS: "1", PRESENCE_EXPIRY_SECONDS: "4", FIRST_REPLY_SECONDS: "5", RECONCILE_SECONDS: "5",
  };
  const ports = await Promise.all(Array.from({ length: processes }, freePort));
  const start = async (port: number): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [main], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...settings, PORT: String(port) } });
    // A run that is interrupted leaves no server behind.
    process.once("exit", () => child.kill("SIGKILL"));
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith("ready ")) break;
    if (child.exitCode !== null) throw new Error("a server ended before it was ready");
    child.stdout.resume();
    return child;
  };
  const children = await Promise.all(ports.map(start));
  const end = async (child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    async killAndRestart(index) {
      await end(children[index], "SIGKILL");
      children[index] = await start(ports[index] ?? 0);
    },
    async stop() {
      await Promise.all(children.map((child) => end(child, "SIGTERM")));
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}
